// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from json_or_text/document.yaml: JSON or text 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Audio`: The operations `Audio_*`.

use azure_openai_core::{
    Extra, JsonOrText, Method, Operation, Pipeline, PlainText, Request, RequestBuilder,
    Value,
};

/// The operations `Audio_*`.
#[derive(Clone, Debug)]
pub struct AudioClient {
    pub(super) pipeline: Pipeline,
}

impl AudioClient {
    /// Audio get.
    ///
    /// `Audio_Get`: `GET /a`.
    pub fn get(&self) -> RequestBuilder<JsonOrText<Heard>> {
        let call = Request::new(AUDIO_GET);
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Audio text.
    ///
    /// `Audio_Text`: `GET /b`.
    pub fn text(&self) -> RequestBuilder<PlainText> {
        let call = Request::new(AUDIO_TEXT);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const AUDIO_GET: &Operation = &Operation::new("Audio_Get", Method::GET, "/a");

pub(super) const AUDIO_TEXT: &Operation = &Operation::new(
    "Audio_Text",
    Method::GET,
    "/b",
);

/// Heard.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Heard {
    /// Text.
    pub text: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(Heard, response { "text" => text : optional, });

impl Heard {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            text: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::text`].
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

impl Default for Heard {
    fn default() -> Self {
        Self::new()
    }
}
