//! Messages as chats and training data have them.

use serde::Deserialize;
use strum::IntoStaticStr;

/// The author of a message. Later versions of the service have more roles than the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, IntoStaticStr)]
#[strum(const_into_str, serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub(crate) enum Role {
    System,
    Developer,
    User,
    Assistant,
    Tool,
    Function,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Content<'a> {
    Text(&'a str),
    #[serde(borrow)]
    Parts(Vec<Part<'a>>),
}

/// A part of a content. Which fields there are depends on the type.
#[derive(Debug, Deserialize)]
pub(crate) struct Part<'a> {
    #[serde(rename = "type")]
    pub(crate) kind: &'a str,
    pub(crate) text: Option<&'a str>,
    pub(crate) refusal: Option<&'a str>,
    pub(crate) image_url: Option<ImageUrl<'a>>,
    pub(crate) input_audio: Option<InputAudio<'a>>,
    pub(crate) file: Option<InputFile<'a>>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct InputAudio<'a> {
    pub(crate) data: &'a str,
}

/// An uploaded file, or one within the request.
#[derive(Debug, Deserialize)]
pub(crate) struct InputFile<'a> {
    pub(crate) file_id: Option<&'a str>,
    pub(crate) filename: Option<&'a str>,
    pub(crate) file_data: Option<&'a str>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct ImageUrl<'a> {
    pub(crate) url: &'a str,
    pub(crate) detail: Option<&'a str>,
}
