// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_forms/document.yaml: Forms whose fields are encoded in their own ways 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Parts`: The operations `Parts_*`.

use azure_openai_core::{
    Extra, FilePart, Form, Method, NoContent, Operation, Pipeline, Request,
    RequestBuilder, Value,
};
use super::shared::Card;

/// The operations `Parts_*`.
#[derive(Clone, Debug)]
pub struct PartsClient {
    pub(super) pipeline: Pipeline,
}

impl PartsClient {
    /// Parts send.
    ///
    /// `Parts_Send`: `POST /parts`.
    ///
    /// # Arguments
    /// - `form`: the form
    pub fn send(&self, form: PartsSendForm) -> RequestBuilder<NoContent> {
        let call = Request::new(PARTS_SEND).form(form.into_form());
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const PARTS_SEND: &Operation = &Operation::new(
    "Parts_Send",
    Method::POST,
    "/parts",
);

/// Parts send form.
#[derive(Debug)]
#[non_exhaustive]
pub struct PartsSendForm {
    /// Image.
    pub image: FilePart,
    /// Other.
    pub other: Option<FilePart>,
    /// Notes.
    pub notes: Option<String>,
    /// Card.
    pub card: Option<Card>,
    /// Plain.
    pub plain: Option<String>,
    /// Fields that this version of the crate does not know. Sent as text.
    pub extra: Extra,
}

impl PartsSendForm {
    pub(crate) fn into_form(self) -> Form {
        let mut form = Form::new()
            .opt_text("notes", self.notes.as_ref())
            .json("card", self.card.as_ref())
            .opt_text("plain", self.plain.as_ref())
            .extra(self.extra);
        form = form.file("image", self.image);
        if let Some(file) = self.other {
            form = form.file("other", file);
        }
        form.content_type("image", "image/png").content_type("notes", "text/markdown")
    }
}

impl PartsSendForm {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(image: impl Into<FilePart>) -> Self {
        Self {
            image: image.into(),
            other: None,
            notes: None,
            card: None,
            plain: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::other`].
    #[must_use]
    pub fn with_other(mut self, other: impl Into<FilePart>) -> Self {
        self.other = Some(other.into());
        self
    }

    /// Sets [`Self::notes`].
    #[must_use]
    pub fn with_notes(mut self, notes: impl Into<String>) -> Self {
        self.notes = Some(notes.into());
        self
    }

    /// Sets [`Self::card`].
    #[must_use]
    pub fn with_card(mut self, card: impl Into<Card>) -> Self {
        self.card = Some(card.into());
        self
    }

    /// Sets [`Self::plain`].
    #[must_use]
    pub fn with_plain(mut self, plain: impl Into<String>) -> Self {
        self.plain = Some(plain.into());
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
