//! Constructors and conversions of messages and response formats.

use azure_openai_core::{Extra, Value};

use crate::{
    ChatCompletionAudioReference, ChatCompletionMessage, ChatCompletionMessageContent, ChatCompletionMessageRole,
    ChatCompletionResponseFormat, ChatCompletionResponseMessage,
};

impl ChatCompletionMessage {
    /// Creates a message that tells the model how to behave.
    #[must_use]
    pub fn system(content: impl Into<ChatCompletionMessageContent>) -> Self {
        Self::new(ChatCompletionMessageRole::System).with_content(content)
    }

    /// Creates a message of the user: text, or parts with text and images.
    #[must_use]
    pub fn user(content: impl Into<ChatCompletionMessageContent>) -> Self {
        Self::new(ChatCompletionMessageRole::User).with_content(content)
    }

    /// Creates a message of the model, from an earlier turn.
    #[must_use]
    pub fn assistant(content: impl Into<ChatCompletionMessageContent>) -> Self {
        Self::new(ChatCompletionMessageRole::Assistant).with_content(content)
    }

    /// Creates the message with a tool's result, for the tool call of this ID.
    #[must_use]
    pub fn tool(tool_call_id: impl Into<String>, content: impl Into<ChatCompletionMessageContent>) -> Self {
        Self::new(ChatCompletionMessageRole::Tool)
            .with_tool_call_id(tool_call_id)
            .with_content(content)
    }
}

impl From<ChatCompletionResponseMessage> for ChatCompletionMessage {
    /// Converts the message of a response to one of the next request. What only responses have is left out: annotations,
    /// reasoning, the context of data sources, and fields that the types do not know, for the service refuses what it does not
    /// know in a request; audio is referred to by its ID.
    fn from(response: ChatCompletionResponseMessage) -> Self {
        let mut message = Self::new(response.role.unwrap_or(ChatCompletionMessageRole::Assistant));
        message.content = response.content.map(Into::into);
        message.tool_calls = response.tool_calls;
        message.refusal = response.refusal;
        message.function_call = response.function_call;
        let audio_id = response.audio.and_then(|audio| audio.id);
        message.audio = audio_id.map(ChatCompletionAudioReference::new);
        if message.content.is_none() && !message.tool_calls.is_empty() {
            // Strict servers require the key.
            message.extra.insert("content".to_owned(), Value::Null);
        }
        message
    }
}

/// A message of a conversation that is kept.
impl From<&ChatCompletionMessage> for ChatCompletionMessage {
    fn from(message: &ChatCompletionMessage) -> Self {
        message.clone()
    }
}

impl From<&ChatCompletionResponseMessage> for ChatCompletionMessage {
    fn from(message: &ChatCompletionResponseMessage) -> Self {
        message.clone().into()
    }
}

impl From<&String> for ChatCompletionMessageContent {
    fn from(text: &String) -> Self {
        Self::String(text.clone())
    }
}

/// A format as JSON: `{"type": "json_schema", "json_schema": …}`, or its type alone as a string.
impl From<Value> for ChatCompletionResponseFormat {
    fn from(format: Value) -> Self {
        match format {
            Value::String(name) => Self::new().with_type(name),
            Value::Object(mut fields) => {
                let mut format = Self::new();
                if let Some(Value::String(name)) = fields.get("type") {
                    format = format.with_type(name.as_str());
                    fields.remove("type");
                }
                format.extra = fields.into_iter().collect();
                format
            }
            // Not a format: sent as it is, for the service to refuse.
            other => Self {
                extra: Extra::from_iter([("type".to_owned(), other)]),
                ..Self::default()
            },
        }
    }
}
