//! Scripted replies of the model.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::setters::setters;

/// The context of a chat or text completion request, given to scripts; see
/// [`Builder::reply_when`](crate::Builder::reply_when).
#[derive(Clone, Copy, Debug)]
pub struct ChatContext<'a> {
    pub(crate) deployment: &'a str,
    pub(crate) body: &'a Value,
    pub(crate) prompt: &'a str,
}

impl<'a> ChatContext<'a> {
    /// Returns the name of the deployment.
    pub fn deployment(&self) -> &'a str {
        self.deployment
    }

    /// Returns the request's body as it was sent, already validated.
    pub fn body(&self) -> &'a Value {
        self.body
    }

    /// The text of the last user message of a chat, its text parts joined by newlines; empty without one. For a text
    /// completion, the prompt with tokens decoded; a request with several prompts runs the script once for each.
    pub fn prompt(&self) -> &'a str {
        self.prompt
    }
}

/// The reply of the model to a chat or text completion.
///
/// It is the raw output of the model: `stop`, `max_tokens`, `n` and the content filter still apply to it. Text
/// completions leave tool calls out.
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use = "a reply is sent by a rule that returns it"]
pub struct Reply {
    pub(crate) content: Option<Content>,
    pub(crate) tool_calls: Vec<ScriptedCall>,
    pub(crate) finish_reason: Option<String>,
    pub(crate) filter_results: BTreeMap<String, Value>,
    /// The category for which the filter cuts the reply at its end.
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
    /// Whether it sets values that the specification may not allow, to test how clients handle them.
    pub(crate) fn is_raw(&self) -> bool {
        self.finish_reason.is_some() || !self.filter_results.is_empty()
    }
}

/// A tool call, its arguments as JSON text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ScriptedCall {
    pub(crate) name: String,
    pub(crate) arguments: String,
}

impl Reply {
    /// Creates a message with this text.
    pub fn text(content: impl Into<String>) -> Self {
        let text = content.into();
        Self {
            content: Some(Content { text, ends: None }),
            ..Self::default()
        }
    }

    /// Creates a message whose text is these chunks, joined. A stream sends them one by one instead of token by token;
    /// empty chunks are left out.
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

    /// Creates a reply with one tool call and no text. `arguments` is sent as JSON text, as models do.
    pub fn tool_call(name: impl Into<String>, arguments: Value) -> Self {
        Self::default().with_tool_call(name, arguments)
    }

    /// Adds a tool call.
    pub fn with_tool_call(self, name: impl Into<String>, arguments: Value) -> Self {
        self.with_raw_tool_call(name, arguments.to_string())
    }

    /// Adds a tool call whose arguments are this string as it is, JSON or not, as models may err.
    pub fn with_raw_tool_call(mut self, name: impl Into<String>, arguments: impl Into<String>) -> Self {
        self.tool_calls.push(ScriptedCall {
            name: name.into(),
            arguments: arguments.into(),
        });
        self
    }

    setters! {
        /// Sets the `finish_reason`, which otherwise follows from the reply: `stop`, `length`, `tool_calls` or
        /// `content_filter`.
        pub fn with_finish_reason(self, reason: impl Into<String>) => finish_reason = Some(reason.into());
        /// Lets the content filter cut the text at its end because of this category, such as `hate` or
        /// `protected_material_text`: the `finish_reason` is `content_filter`, and the category is marked as filtered.
        pub fn cut_by_filter(self, category: impl Into<String>) => cut = Some(category.into());
    }

    /// Sets the result of a category in `content_filter_results`, such as `{"filtered": false, "severity": "medium"}`
    /// for `violence`. It is sent as it is, and changes nothing else.
    pub fn with_filter_result(mut self, category: impl Into<String>, result: Value) -> Self {
        self.filter_results.insert(category.into(), result);
        self
    }
}
