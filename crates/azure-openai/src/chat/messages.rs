//! Messages and their parts, as free functions.

use azure_openai_inference::{ChatCompletionContentPart, ChatCompletionMessage, ChatCompletionMessageContent};

/// A message that tells the model how to behave.
pub fn system(content: impl Into<ChatCompletionMessageContent>) -> ChatCompletionMessage {
    ChatCompletionMessage::system(content)
}

/// A message of the user: a text, or parts made by [`text`], [`image_url`] and [`image_bytes`].
pub fn user(content: impl Into<ChatCompletionMessageContent>) -> ChatCompletionMessage {
    ChatCompletionMessage::user(content)
}

/// A message of the model, from an earlier turn. One that came as an answer is made a message with `into()`, tool calls
/// and all.
pub fn assistant(content: impl Into<ChatCompletionMessageContent>) -> ChatCompletionMessage {
    ChatCompletionMessage::assistant(content)
}

/// What a tool answered to the model's call of this ID.
pub fn tool(
    tool_call_id: impl Into<String>,
    content: impl Into<ChatCompletionMessageContent>,
) -> ChatCompletionMessage {
    ChatCompletionMessage::tool(tool_call_id, content)
}

/// Text as a part of a message.
pub fn text(text: impl Into<String>) -> ChatCompletionContentPart {
    ChatCompletionContentPart::text(text)
}

/// An image as a part of a message; the service fetches it from this URL.
pub fn image_url(url: impl Into<String>) -> ChatCompletionContentPart {
    ChatCompletionContentPart::image_url(url)
}

/// An image as a part of a message, sent along with it as a data URL. `media_type` is `image/png`, `image/jpeg`,
/// `image/gif` or `image/webp`.
pub fn image_bytes(media_type: &str, bytes: impl AsRef<[u8]>) -> ChatCompletionContentPart {
    ChatCompletionContentPart::image_bytes(media_type, bytes)
}
