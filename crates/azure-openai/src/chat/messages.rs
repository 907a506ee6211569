//! What becomes messages: texts, images, histories.

use std::path::Path;

use azure_openai_core::Error;
use azure_openai_inference::messages::{image_bytes, user};
use azure_openai_inference::{ChatCompletionContentPart, ChatCompletionMessage, ChatCompletionMessageContent};

use crate::file_error::file_error;

/// What a chat can be started with: a text (then it is the user's message), a message, or messages, owned or borrowed.
///
/// It is implemented for everything that becomes the content of a message, for a message, and for everything that
/// iterates over messages; `Kind` distinguishes these three and is never named.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a text, a message or messages",
    note = "make messages with `azure_openai::{{system, user, assistant}}`"
)]
pub trait IntoMessages<Kind> {
    /// Returns the messages, in order.
    fn into_messages(self) -> Vec<ChatCompletionMessage>;
}

/// The kind of what becomes the content of the user's message.
#[derive(Debug)]
pub enum Content {}
/// The kind of a message.
#[derive(Debug)]
pub enum Message {}
/// The kind of messages.
#[derive(Debug)]
pub enum Messages {}

impl<T: Into<ChatCompletionMessageContent>> IntoMessages<Content> for T {
    fn into_messages(self) -> Vec<ChatCompletionMessage> {
        vec![user(self)]
    }
}

impl IntoMessages<Message> for ChatCompletionMessage {
    fn into_messages(self) -> Vec<ChatCompletionMessage> {
        vec![self]
    }
}

impl<T: IntoIterator<Item: Into<ChatCompletionMessage>>> IntoMessages<Messages> for T {
    fn into_messages(self) -> Vec<ChatCompletionMessage> {
        self.into_iter().map(Into::into).collect()
    }
}

/// Creates a part of a message that is an image, read from a file and sent along as a data URL. The extension gives the
/// media type: `png`, `jpg`, `jpeg`, `gif` or `webp`. The file is read at once, on the calling thread.
///
/// # Errors
/// [`InvalidRequest`](crate::ErrorKind::InvalidRequest) for another extension, [`File`](crate::ErrorKind::File) where
/// the file cannot be read.
pub fn image_file(path: impl AsRef<Path>) -> Result<ChatCompletionContentPart, Error> {
    let path = path.as_ref();
    let extension = path
        .extension()
        .unwrap_or_default()
        .to_string_lossy()
        .to_ascii_lowercase();
    let media_type = match extension.as_str() {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        _ => {
            return Err(Error::invalid_request(format!(
                "`{}` has none of the extensions png, jpg, jpeg, gif and webp: pass its bytes and media type to `image_bytes`",
                path.display()
            )));
        }
    };
    let bytes = std::fs::read(path).map_err(|error| file_error("read", path, error))?;
    Ok(image_bytes(media_type, bytes))
}
