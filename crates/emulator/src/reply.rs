//! Scripted replies: what a test wants the model to say.

use std::collections::BTreeMap;

use serde_json::Value;

/// A chat or text completion request as a script sees it; see [`Builder::reply_when`](crate::Builder::reply_when).
#[derive(Clone, Copy, Debug)]
pub struct ChatCall<'a> {
    pub(crate) deployment: &'a str,
    pub(crate) body: &'a Value,
    pub(crate) prompt: &'a str,
}

impl<'a> ChatCall<'a> {
    /// The deployment that was called.
    pub fn deployment(&self) -> &'a str {
        self.deployment
    }

    /// The request's body as it came, already found valid.
    pub fn body(&self) -> &'a Value {
        self.body
    }

    /// Of a chat the text of the last user message, its text parts joined by newlines; empty if there is none. Of a text
    /// completion the prompt, tokens decoded; a request with several prompts asks the script once for each.
    pub fn prompt(&self) -> &'a str {
        self.prompt
    }
}

/// What the model answers to a chat or text completion.
///
/// It stands for the model's raw output: `stop`, `max_tokens`, `n` and the content filter still apply to it. Text
/// completions have no tools, and leave tool calls out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reply {
    pub(crate) content: Option<Content>,
    pub(crate) tool_calls: Vec<ScriptedCall>,
    pub(crate) finish_reason: Option<String>,
    pub(crate) filter_results: BTreeMap<String, Value>,
    /// The category for which the filter cuts the answer at its end.
    pub(crate) cut: Option<String>,
}

/// A text, and where it is divided when streamed.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Content {
    pub(crate) text: String,
    /// Byte offsets at which chunks end; `None` divides by token.
    pub(crate) ends: Option<Vec<usize>>,
}

impl Reply {
    /// Whether it says what the specification need not know: a client's way with that may be what is tested.
    pub(crate) fn is_raw(&self) -> bool {
        self.finish_reason.is_some() || !self.filter_results.is_empty()
    }
}

/// A call of a tool, its arguments as JSON text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ScriptedCall {
    pub(crate) name: String,
    pub(crate) arguments: String,
}

impl Reply {
    /// A message with this text.
    pub fn text(content: impl Into<String>) -> Self {
        let text = content.into();
        Self {
            content: Some(Content { text, ends: None }),
            ..Self::default()
        }
    }

    /// A message with the text that these chunks make together. A stream brings them one by one instead of token by
    /// token; empty ones are left out.
    pub fn chunks<C: AsRef<str>>(chunks: impl IntoIterator<Item = C>) -> Self {
        let mut content = Content::default();
        let mut ends = Vec::new();
        for chunk in chunks {
            content.text.push_str(chunk.as_ref());
            ends.push(content.text.len());
        }
        content.ends = Some(ends);
        Self {
            content: Some(content),
            ..Self::default()
        }
    }

    /// A call of one tool, without text. `arguments` is sent as JSON text, as models do.
    pub fn tool_call(name: impl Into<String>, arguments: Value) -> Self {
        Self::default().with_tool_call(name, arguments)
    }

    /// Adds a call of a tool.
    #[must_use]
    pub fn with_tool_call(self, name: impl Into<String>, arguments: Value) -> Self {
        self.with_raw_tool_call(name, arguments.to_string())
    }

    /// Adds a call of a tool whose arguments are this text as it stands, JSON or not: models err.
    #[must_use]
    pub fn with_raw_tool_call(mut self, name: impl Into<String>, arguments: impl Into<String>) -> Self {
        self.tool_calls.push(ScriptedCall {
            name: name.into(),
            arguments: arguments.into(),
        });
        self
    }

    /// Sets the `finish_reason`, which otherwise follows from the reply: `stop`, `length`, `tool_calls` or
    /// `content_filter`.
    #[must_use]
    pub fn with_finish_reason(mut self, reason: impl Into<String>) -> Self {
        self.finish_reason = Some(reason.into());
        self
    }

    /// Sets what `content_filter_results` says of a category, such as `{"filtered": false, "severity": "medium"}` of
    /// `violence`, as it stands. It is told, and changes nothing else.
    #[must_use]
    pub fn with_filter_result(mut self, category: impl Into<String>, result: Value) -> Self {
        self.filter_results.insert(category.into(), result);
        self
    }

    /// The content filter cuts the text at its end because of this category, such as `hate` or
    /// `protected_material_text`: the `finish_reason` is `content_filter`, and the category is marked as filtered.
    #[must_use]
    pub fn cut_by_filter(mut self, category: impl Into<String>) -> Self {
        self.cut = Some(category.into());
        self
    }
}
