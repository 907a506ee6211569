// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from constants/document.yaml: Constants 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Tools`: The operations `Tools_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};

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
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Tool {
    /// What it is.
    ///
    /// Always `function`.
    ///
    /// Serialized as `type`.
    pub type_: String,
    /// Kind.
    ///
    /// Always `the-kind`.
    pub kind: Kind,
    /// Name.
    pub name: String,
    /// Always `strict`.
    pub mode: Option<String>,
    /// Default of the server: `3`.
    pub retries: Option<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Tool, sent { "type" => type_ : constant("function"), "kind" => kind :
    constant("the-kind"), "name" => name : required, "mode" => mode : optional, "retries"
    => retries : optional, }
);

impl Tool {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            type_: "function".into(),
            kind: "the-kind".into(),
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

/// Kind.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Kind {
    /// Serialized as `the-kind`.
    TheKind,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(Kind, exact { TheKind = "the-kind", });

/// Marker.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Marker {
    /// Always `marker`.
    pub object: String,
    /// Note.
    pub note: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Marker, response { "object" => object : constant("marker"), "note" => note :
    optional, }
);

impl Marker {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            object: "marker".into(),
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

impl Default for Marker {
    fn default() -> Self {
        Self::new()
    }
}
