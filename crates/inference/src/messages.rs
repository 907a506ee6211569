//! Constructors and conversions of messages and response formats.

use azure_openai_core::{Base64Bytes, Extra, Value};

use crate::{
    ChatCompletionAudioReference, ChatCompletionContentPart, ChatCompletionImageDetail, ChatCompletionImagePart,
    ChatCompletionImageUrl, ChatCompletionMessage, ChatCompletionMessageContent, ChatCompletionMessageRole,
    ChatCompletionResponseFormat, ChatCompletionResponseMessage, ChatCompletionStop, ChatCompletionTextPart,
};

/// Creates a message with instructions for the model.
#[must_use]
pub fn system(content: impl Into<ChatCompletionMessageContent>) -> ChatCompletionMessage {
    ChatCompletionMessage::new(ChatCompletionMessageRole::System).with_content(content)
}

/// Creates a message of the user: a text, or parts made by [`text`], [`image_url`] and [`image_bytes`].
#[must_use]
pub fn user(content: impl Into<ChatCompletionMessageContent>) -> ChatCompletionMessage {
    ChatCompletionMessage::new(ChatCompletionMessageRole::User).with_content(content)
}

/// Creates a message of the model, from an earlier turn. The message of a response becomes one with `into()`, tool
/// calls and all.
#[must_use]
pub fn assistant(content: impl Into<ChatCompletionMessageContent>) -> ChatCompletionMessage {
    ChatCompletionMessage::new(ChatCompletionMessageRole::Assistant).with_content(content)
}

/// Creates the message with a tool's result, for the tool call of this ID.
#[must_use]
pub fn tool(
    tool_call_id: impl Into<String>,
    content: impl Into<ChatCompletionMessageContent>,
) -> ChatCompletionMessage {
    ChatCompletionMessage::new(ChatCompletionMessageRole::Tool)
        .with_tool_call_id(tool_call_id)
        .with_content(content)
}

/// Creates a part of a message that is text.
#[must_use]
pub fn text(text: impl Into<String>) -> ChatCompletionContentPart {
    ChatCompletionContentPart::Text(ChatCompletionTextPart::new(text))
}

/// Creates a part of a message that is an image, which the service fetches from this URL.
#[must_use]
pub fn image_url(url: impl Into<String>) -> ChatCompletionContentPart {
    ChatCompletionContentPart::ImageUrl(ChatCompletionImagePart::new(ChatCompletionImageUrl::new(url)))
}

/// Creates a part of a message that is an image, sent along as a data URL. `media_type` is `image/png`, `image/jpeg`,
/// `image/gif` or `image/webp`.
#[must_use]
pub fn image_bytes(media_type: &str, bytes: impl AsRef<[u8]>) -> ChatCompletionContentPart {
    let base64 = Base64Bytes::from(bytes.as_ref()).to_base64();
    image_url(format!("data:{media_type};base64,{base64}"))
}

impl ChatCompletionContentPart {
    /// How closely the model is to look at the image. It does nothing to a part that is not an image.
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<ChatCompletionImageDetail>) -> Self {
        if let Self::ImageUrl(part) = &mut self {
            part.image_url.detail = Some(detail.into());
        }
        self
    }
}

impl From<ChatCompletionResponseMessage> for ChatCompletionMessage {
    /// Converts the message of a response to one of the next request. What only responses have is left out:
    /// annotations, reasoning, the context of data sources, and fields that the types do not know, for the service
    /// refuses what it does not know in a request; audio is referred to by its ID.
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

/// Texts that the caller keeps.
macro_rules! from_borrowed {
    ($($name:ident),*) => {$(
        impl From<&String> for $name {
            fn from(text: &String) -> Self {
                Self::String(text.clone())
            }
        }
    )*};
    (lists: $($name:ident),*) => {$(
        impl From<&[String]> for $name {
            fn from(texts: &[String]) -> Self {
                Self::StringList(texts.to_vec())
            }
        }

        impl From<&Vec<String>> for $name {
            fn from(texts: &Vec<String>) -> Self {
                texts.as_slice().into()
            }
        }
    )*};
}
from_borrowed!(ChatCompletionMessageContent, ChatCompletionStop);
from_borrowed!(lists: ChatCompletionStop);

#[cfg(any(feature = "completions", feature = "embeddings"))]
pub(crate) use from_borrowed;

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
