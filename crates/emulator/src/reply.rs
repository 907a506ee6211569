//! Scripted replies: what a test wants the model to say.

use std::fmt;
use std::sync::Arc;

use serde_json::Value;

/// A chat completion request as a script sees it; see [`Builder::reply_when`](crate::Builder::reply_when).
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

    /// The text of the last user message, its text parts joined by newlines; empty if there is none.
    pub fn prompt(&self) -> &'a str {
        self.prompt
    }
}

/// What the model answers to a chat completion.
///
/// It stands for the model's raw output: `stop`, `max_tokens` and `n` still apply to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reply {
    pub(crate) content: Option<String>,
    pub(crate) tool_calls: Vec<ScriptedCall>,
    pub(crate) finish_reason: Option<String>,
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
        Self {
            content: Some(content.into()),
            ..Self::default()
        }
    }

    /// A call of one tool, without text. `arguments` is sent as JSON text, as models do.
    pub fn tool_call(name: impl Into<String>, arguments: Value) -> Self {
        Self::default().with_tool_call(name, arguments)
    }

    /// Adds a call of a tool.
    #[must_use]
    pub fn with_tool_call(mut self, name: impl Into<String>, arguments: Value) -> Self {
        self.tool_calls.push(ScriptedCall {
            name: name.into(),
            arguments: arguments.to_string(),
        });
        self
    }

    /// Sets the `finish_reason`, which otherwise follows from the reply: `stop`, `length` or `tool_calls`.
    #[must_use]
    pub fn with_finish_reason(mut self, reason: impl Into<String>) -> Self {
        self.finish_reason = Some(reason.into());
        self
    }
}

type Rule = dyn Fn(&ChatCall<'_>) -> Option<Reply> + Send + Sync;

/// The scripted replies in the order in which they are asked.
#[derive(Clone, Default)]
pub(crate) struct Script(Vec<Arc<Rule>>);

impl Script {
    pub(crate) fn push(
        &mut self,
        rule: impl Fn(&ChatCall<'_>) -> Option<Reply> + Send + Sync + 'static,
    ) {
        self.0.push(Arc::new(rule));
    }

    /// The first rule's reply that matches.
    pub(crate) fn reply(&self, call: &ChatCall<'_>) -> Option<Reply> {
        self.0.iter().find_map(|rule| rule(call))
    }
}

impl fmt::Debug for Script {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Script({} rules)", self.0.len())
    }
}
