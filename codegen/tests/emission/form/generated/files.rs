// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from form/document.yaml: Forms 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Files`: The operations `Files_*`.

use azure_openai_core::{
    Extra, FilePart, Form, JsonOrDefault, Method, Operation, Pipeline, Request,
    RequestBuilder, Value,
};
use std::collections::BTreeMap;

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
    pub fn upload(&self, form: FilesUploadForm) -> RequestBuilder<JsonOrDefault<File>> {
        let call = Request::new(FILES_UPLOAD).form(form.into_form());
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const FILES_UPLOAD: &Operation = &Operation::new(
    "Files_Upload",
    Method::POST,
    "/a",
);

/// File.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct File {
    /// Id.
    pub id: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(File, response { "id" => id : optional, });

impl File {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            id: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::id`].
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
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

impl Default for File {
    fn default() -> Self {
        Self::new()
    }
}

/// Files upload form purpose.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum FilesUploadFormPurpose {
    /// Serialized as `batch`.
    Batch,
    /// Serialized as `assistants`.
    Assistants,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    FilesUploadFormPurpose, exact { Batch = "batch", Assistants = "assistants", }
);

/// Files upload form tag.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum FilesUploadFormTag {
    /// Serialized as `word`.
    Word,
    /// Serialized as `segment`.
    Segment,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    FilesUploadFormTag, exact { Word = "word", Segment = "segment", }
);

/// Files upload form settings.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FilesUploadFormSettings {
    /// Depth.
    pub depth: Option<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    FilesUploadFormSettings, sent { "depth" => depth : optional, }
);

impl FilesUploadFormSettings {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            depth: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::depth`].
    #[must_use]
    pub fn with_depth(mut self, depth: i64) -> Self {
        self.depth = Some(depth);
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

impl Default for FilesUploadFormSettings {
    fn default() -> Self {
        Self::new()
    }
}

/// Files upload form.
#[derive(Debug)]
#[non_exhaustive]
pub struct FilesUploadForm {
    /// File.
    pub file: FilePart,
    /// Purpose.
    pub purpose: FilesUploadFormPurpose,
    /// More.
    pub more: Vec<FilePart>,
    /// Cover.
    pub cover: Option<FilePart>,
    /// Tags.
    ///
    /// Serialized as `tags[]`.
    pub tags: Vec<FilesUploadFormTag>,
    /// Expires after seconds.
    ///
    /// Serialized as `expires_after.seconds`.
    pub expires_after_seconds: Option<i64>,
    /// Settings.
    pub settings: Option<FilesUploadFormSettings>,
    /// Labels.
    pub labels: BTreeMap<String, String>,
    /// Strict.
    pub strict: Option<bool>,
    /// Fields that this version of the crate does not know. Sent as text.
    pub extra: Extra,
}

impl FilesUploadForm {
    pub(crate) fn into_form(self) -> Form {
        let mut form = Form::new()
            .text("purpose", &self.purpose)
            .text("tags[]", &self.tags)
            .opt_text("expires_after.seconds", self.expires_after_seconds.as_ref())
            .json("settings", self.settings.as_ref())
            .json("labels", Some(&self.labels).filter(|value| !value.is_empty()))
            .opt_text("strict", self.strict.as_ref())
            .extra(self.extra);
        form = form.file("file", self.file);
        for file in self.more {
            form = form.file("more", file);
        }
        if let Some(file) = self.cover {
            form = form.file("cover", file);
        }
        form
    }
}

impl FilesUploadForm {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(
        file: impl Into<FilePart>,
        purpose: impl Into<FilesUploadFormPurpose>,
    ) -> Self {
        Self {
            file: file.into(),
            purpose: purpose.into(),
            more: Default::default(),
            cover: None,
            tags: Default::default(),
            expires_after_seconds: None,
            settings: None,
            labels: Default::default(),
            strict: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::more`].
    #[must_use]
    pub fn with_more(
        mut self,
        more: impl IntoIterator<Item = impl Into<FilePart>>,
    ) -> Self {
        self.more = more.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::cover`].
    #[must_use]
    pub fn with_cover(mut self, cover: impl Into<FilePart>) -> Self {
        self.cover = Some(cover.into());
        self
    }

    /// Sets [`Self::tags`].
    #[must_use]
    pub fn with_tags(
        mut self,
        tags: impl IntoIterator<Item = impl Into<FilesUploadFormTag>>,
    ) -> Self {
        self.tags = tags.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::expires_after_seconds`].
    #[must_use]
    pub fn with_expires_after_seconds(mut self, expires_after_seconds: i64) -> Self {
        self.expires_after_seconds = Some(expires_after_seconds);
        self
    }

    /// Sets [`Self::settings`].
    #[must_use]
    pub fn with_settings(
        mut self,
        settings: impl Into<FilesUploadFormSettings>,
    ) -> Self {
        self.settings = Some(settings.into());
        self
    }

    /// Sets [`Self::labels`].
    #[must_use]
    pub fn with_labels(
        mut self,
        labels: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.labels = labels
            .into_iter()
            .map(|(key, value)| (key.into(), value.into()))
            .collect();
        self
    }

    /// Sets [`Self::strict`].
    #[must_use]
    pub fn with_strict(mut self, strict: bool) -> Self {
        self.strict = Some(strict);
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
