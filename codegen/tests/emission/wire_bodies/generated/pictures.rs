// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_bodies/document.yaml: Bodies of another service 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Pictures`: The operations `Pictures_*`.

use azure_openai_core::{
    Extra, FilePart, Form, Method, NoContent, Operation, Pipeline, Request,
    RequestBuilder, Value,
};

/// The operations `Pictures_*`.
#[derive(Clone, Debug)]
pub struct PicturesClient {
    pub(super) pipeline: Pipeline,
}

impl PicturesClient {
    /// Pictures add.
    ///
    /// `Pictures_Add`: `POST /pictures`.
    ///
    /// # Arguments
    /// - `form`: the form
    pub fn add(&self, form: PicturesAddForm) -> RequestBuilder<NoContent> {
        let call = Request::new(PICTURES_ADD).form(form.into_form());
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const PICTURES_ADD: &Operation = &Operation::new(
    "Pictures_Add",
    Method::POST,
    "/pictures",
);

/// Pictures add form.
#[derive(Debug)]
#[non_exhaustive]
pub struct PicturesAddForm {
    /// Pictures.
    pub pictures: Vec<FilePart>,
    /// Title.
    pub title: Option<String>,
    /// Fields that this version of the crate does not know. Sent as text.
    pub extra: Extra,
}

impl PicturesAddForm {
    pub(crate) fn into_form(self) -> Form {
        let mut form = Form::new()
            .opt_text("title", self.title.as_ref())
            .extra(self.extra);
        for file in self.pictures {
            form = form.file("pictures", file);
        }
        form
    }
}

impl PicturesAddForm {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(pictures: impl IntoIterator<Item = impl Into<FilePart>>) -> Self {
        Self {
            pictures: pictures.into_iter().map(Into::into).collect(),
            title: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::title`].
    #[must_use]
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
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
