// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_bodies/document.yaml: Bodies of another service 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Notes`: The operations `Notes_*`.

use azure_openai_core::{
    Extra, JsonOrDefault, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};

/// The operations `Notes_*`.
#[derive(Clone, Debug)]
pub struct NotesClient {
    pub(super) pipeline: Pipeline,
}

impl NotesClient {
    /// Notes change.
    ///
    /// `Notes_Change`: `PATCH /notes/{id}`.
    ///
    /// # Arguments
    /// - `id`: Id.
    /// - `request`: the body
    pub fn change(
        &self,
        id: impl AsRef<str>,
        request: &Note,
    ) -> RequestBuilder<JsonOrDefault<Note>> {
        fn encode(call: Request, request: &Note) -> Request {
            call.json(request).content_type("application/merge-patch+json")
        }
        let call = encode(Request::new(NOTES_CHANGE).path("id", id.as_ref()), request);
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Notes replace.
    ///
    /// `Notes_Replace`: `PUT /notes/{id}`.
    ///
    /// # Arguments
    /// - `id`: Id.
    /// - `request`: the body
    pub fn replace(
        &self,
        id: impl AsRef<str>,
        request: Option<&Note>,
    ) -> RequestBuilder<JsonOrDefault<Note>> {
        fn encode(call: Request, request: Option<&Note>) -> Request {
            call.opt_json(request).content_type("application/json; charset=utf-8")
        }
        let call = encode(Request::new(NOTES_REPLACE).path("id", id.as_ref()), request);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const NOTES_CHANGE: &Operation = &Operation::new(
    "Notes_Change",
    Method::PATCH,
    "/notes/{id}",
);

pub(super) const NOTES_REPLACE: &Operation = &Operation::new(
    "Notes_Replace",
    Method::PUT,
    "/notes/{id}",
);

/// Note.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Note {
    /// Text.
    pub text: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(Note, response, sent { "text" => text : optional, });

impl Note {
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

impl Default for Note {
    fn default() -> Self {
        Self::new()
    }
}
