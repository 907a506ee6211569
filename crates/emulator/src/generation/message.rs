//! Messages as chats and training data have them.

use serde::Deserialize;

/// Who speaks. Later versions of the service have more roles than the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Role {
    System,
    Developer,
    User,
    Assistant,
    Tool,
    Function,
}

impl Role {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Developer => "developer",
            Self::User => "user",
            Self::Assistant => "assistant",
            Self::Tool => "tool",
            Self::Function => "function",
        }
    }
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
}

#[derive(Debug, Deserialize)]
pub(crate) struct ImageUrl<'a> {
    pub(crate) url: &'a str,
    pub(crate) detail: Option<&'a str>,
}
