// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from json_or_text/document.yaml: JSON or text 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Audio`: The operations `Audio_*`.

use azure_openai_core::{
    Extra, JsonOrText, Method, Operation, Pipeline, PlainText, Request, RequestBuilder,
    Value,
};
use serde::{Deserialize, Serialize};

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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Heard {
    /// Text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Heard {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::text`].
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
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
