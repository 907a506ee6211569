//! Messages as people write and read them.

use crate::{
    ChatCompletionMessage, ChatCompletionMessageContent, ChatCompletionMessageRole, ChatCompletionResponseMessage,
};

impl ChatCompletionMessage {
    /// A message that tells the model how to behave.
    #[must_use]
    pub fn system(content: impl Into<ChatCompletionMessageContent>) -> Self {
        Self::new(ChatCompletionMessageRole::System).with_content(content)
    }

    /// A message of the user: text, or parts with text and images.
    #[must_use]
    pub fn user(content: impl Into<ChatCompletionMessageContent>) -> Self {
        Self::new(ChatCompletionMessageRole::User).with_content(content)
    }

    /// A message of the model, from an earlier turn.
    #[must_use]
    pub fn assistant(content: impl Into<ChatCompletionMessageContent>) -> Self {
        Self::new(ChatCompletionMessageRole::Assistant).with_content(content)
    }

    /// What a tool answered to the call of this ID.
    #[must_use]
    pub fn tool(tool_call_id: impl Into<String>, content: impl Into<ChatCompletionMessageContent>) -> Self {
        Self::new(ChatCompletionMessageRole::Tool)
            .with_tool_call_id(tool_call_id)
            .with_content(content)
    }
}

impl From<ChatCompletionResponseMessage> for ChatCompletionMessage {
    /// The message as the next request takes it; fields that the types do not know go along.
    fn from(answer: ChatCompletionResponseMessage) -> Self {
        let mut message = Self::new(answer.role.unwrap_or(ChatCompletionMessageRole::Assistant));
        message.content = answer.content.map(Into::into);
        message.tool_calls = answer.tool_calls;
        message.extra = answer.extra;
        message
    }
}
