//! From an answer back into a conversation.

use crate::{ChatCompletionMessage, ChatCompletionMessageRole, ChatCompletionResponseMessage};

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
