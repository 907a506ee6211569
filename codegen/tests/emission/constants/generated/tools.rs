// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from constants/document.yaml: Constants 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Tools`: The operations `Tools_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};
use serde::{Deserialize, Serialize};

/// The operations `Tools_*`.
#[derive(Clone, Debug)]
pub struct ToolsClient {
    pub(super) pipeline: Pipeline,
}

impl ToolsClient {
    /// Tools add.
    ///
    /// `Tools_Add`: `POST /a`.
    ///
    /// # Arguments
    /// - `request`: the body
    pub fn add(&self, request: &Tool) -> RequestBuilder<Json<Marker>> {
        let call = Request::new(TOOLS_ADD).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const TOOLS_ADD: &Operation = &Operation::new(
    "Tools_Add",
    Method::POST,
    "/a",
);

/// Tool.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Tool {
    /// What it is.
    ///
    /// Always `function`.
    ///
    /// On the wire: `type`.
    #[serde(
        rename = "type",
        default = "Tool::constant_type",
        deserialize_with = "Tool::decode_type"
    )]
    pub type_: String,
    /// Kind.
    ///
    /// Always `the-kind`.
    #[serde(default = "Tool::constant_kind", deserialize_with = "Tool::decode_kind")]
    pub kind: Kind,
    /// Name.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub name: String,
    /// Always `strict`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<String>,
    /// Default of the server: `3`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retries: Option<i64>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Tool {
    fn constant_type() -> String {
        "function".to_owned()
    }

    fn decode_type<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<String, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_type))
    }

    fn constant_kind() -> Kind {
        Kind::from("the-kind")
    }

    fn decode_kind<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Kind, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_kind))
    }
}

impl Tool {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            type_: Self::constant_type(),
            kind: Self::constant_kind(),
            name: name.into(),
            mode: None,
            retries: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::mode`].
    #[must_use]
    pub fn with_mode(mut self, mode: impl Into<String>) -> Self {
        self.mode = Some(mode.into());
        self
    }

    /// Sets [`Self::retries`].
    #[must_use]
    pub fn with_retries(mut self, retries: i64) -> Self {
        self.retries = Some(retries);
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

/// Kind.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Kind {
    /// On the wire: `the-kind`.
    TheKind,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(Kind { TheKind = "the-kind", });

/// Marker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Marker {
    /// Always `marker`.
    #[serde(
        default = "Marker::constant_object",
        deserialize_with = "Marker::decode_object"
    )]
    pub object: String,
    /// Note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Marker {
    fn constant_object() -> String {
        "marker".to_owned()
    }

    fn decode_object<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<String, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_object))
    }
}

impl Marker {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            object: Self::constant_object(),
            note: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::note`].
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
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

impl Default for Marker {
    fn default() -> Self {
        Self::new()
    }
}
