// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from form/document.yaml: Forms 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Files`: The operations `Files_*`.
use azure_openai_core::{
    Call, Extra, FilePart, Form, Json, Method, Operation, Pipeline, Request, Value,
};

use serde::{Deserialize, Serialize};

/// The operations `Files_*`.
#[derive(Clone, Debug)]
pub struct FilesClient {
    pub(super) pipeline: Pipeline,
}

impl FilesClient {
    /// Files upload.
    ///
    /// `Files_Upload`: `POST /a`.
    ///
    /// # Arguments
    /// - `form`: the form
    pub fn upload(&self, form: FilesUploadForm) -> Call<Json<File>> {
        let call = Request::new(FILES_UPLOAD).form(form.into_form());
        Call::new(&self.pipeline, call)
    }
}
pub(super) const FILES_UPLOAD: &Operation = &Operation::new(
    "Files_Upload",
    Method::POST,
    "/a",
);

/// File.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct File {
    /// Id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl File {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::id`].
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets a field that this version of the crate does not know.
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

/// Files upload form purpose.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum FilesUploadFormPurpose {
    /// On the wire: `batch`.
    Batch,
    /// On the wire: `assistants`.
    Assistants,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    FilesUploadFormPurpose { Batch = "batch", Assistants = "assistants", }
);

/// The form `FilesUploadForm`.
#[derive(Debug)]
#[non_exhaustive]
pub struct FilesUploadForm {
    /// File.
    pub file: FilePart,
    /// Purpose.
    pub purpose: FilesUploadFormPurpose,
    /// Expires after seconds.
    ///
    /// On the wire: `expires_after.seconds`.
    pub expires_after_seconds: Option<i64>,
    /// Strict.
    pub strict: Option<bool>,
    /// Fields that this version of the crate does not know: sent as text.
    pub extra: Extra,
}

impl FilesUploadForm {
    pub(crate) fn into_form(self) -> Form {
        Form::new()
            .text("purpose", &self.purpose)
            .opt_text("expires_after.seconds", self.expires_after_seconds.as_ref())
            .opt_text("strict", self.strict.as_ref())
            .file("file", self.file)
            .extra(self.extra)
    }
}

impl FilesUploadForm {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(
        file: impl Into<FilePart>,
        purpose: impl Into<FilesUploadFormPurpose>,
    ) -> Self {
        Self {
            file: file.into(),
            purpose: purpose.into(),
            expires_after_seconds: None,
            strict: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::expires_after_seconds`].
    #[must_use]
    pub fn with_expires_after_seconds(mut self, expires_after_seconds: i64) -> Self {
        self.expires_after_seconds = Some(expires_after_seconds);
        self
    }

    /// Sets [`Self::strict`].
    #[must_use]
    pub fn with_strict(mut self, strict: bool) -> Self {
        self.strict = Some(strict);
        self
    }

    /// Sets a field that this version of the crate does not know.
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
