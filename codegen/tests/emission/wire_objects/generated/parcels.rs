// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_objects/document.yaml: Objects of another service 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Parcels`: The operations `Parcels_*`.

use azure_openai_core::{
    DateTime, Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};
use std::collections::BTreeMap;

/// The operations `Parcels_*`.
#[derive(Clone, Debug)]
pub struct ParcelsClient {
    pub(super) pipeline: Pipeline,
}

impl ParcelsClient {
    /// Parcels send.
    ///
    /// `Parcels_Send`: `POST /parcels`.
    ///
    /// # Arguments
    /// - `request`: the body
    pub fn send(&self, request: &Parcel) -> RequestBuilder<Json<Parcel>> {
        let call = Request::new(PARCELS_SEND).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const PARCELS_SEND: &Operation = &Operation::new(
    "Parcels_Send",
    Method::POST,
    "/parcels",
);

/// Parcel.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Parcel {
    /// Id.
    ///
    /// Set by the service.
    pub id: Option<String>,
    /// Weight.
    pub weight: i64,
    /// Fragile.
    pub fragile: Option<bool>,
    /// Tags.
    pub tags: Vec<String>,
    /// Labels.
    pub labels: BTreeMap<String, i64>,
    /// Sent at.
    pub sent_at: Option<DateTime>,
    /// Note.
    pub note: Option<String>,
    /// Owner.
    pub owner: Option<Owner>,
    /// Parts.
    pub parts: Option<Vec<Option<String>>>,
    /// History.
    pub history: Vec<String>,
    /// Secret.
    ///
    /// Never comes back from the service.
    pub secret: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Parcel, response, sent { "id" => id : optional read_only, "weight" => weight :
    required, "fragile" => fragile : optional, "tags" => tags : required, "labels" =>
    labels : required, "sent_at" => sent_at : optional, "note" => note : nullable,
    "owner" => owner : nullable, "parts" => parts : nullable, "history" => history :
    collection, "secret" => secret : optional, }
);

impl Parcel {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(
        weight: i64,
        fragile: bool,
        tags: impl IntoIterator<Item = impl Into<String>>,
        labels: impl IntoIterator<Item = (impl Into<String>, impl Into<i64>)>,
        sent_at: impl Into<DateTime>,
    ) -> Self {
        Self {
            id: None,
            weight,
            fragile: Some(fragile),
            tags: tags.into_iter().map(Into::into).collect(),
            labels: labels
                .into_iter()
                .map(|(key, value)| (key.into(), value.into()))
                .collect(),
            sent_at: Some(sent_at.into()),
            note: None,
            owner: None,
            parts: None,
            history: Default::default(),
            secret: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::id`].
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets [`Self::note`].
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// Sets [`Self::owner`].
    #[must_use]
    pub fn with_owner(mut self, owner: impl Into<Owner>) -> Self {
        self.owner = Some(owner.into());
        self
    }

    /// Sets [`Self::parts`].
    #[must_use]
    pub fn with_parts(
        mut self,
        parts: impl IntoIterator<Item = impl Into<Option<String>>>,
    ) -> Self {
        self.parts = Some(parts.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::history`].
    #[must_use]
    pub fn with_history(
        mut self,
        history: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.history = self
            .extra
            .set("history", history.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::secret`].
    #[must_use]
    pub fn with_secret(mut self, secret: impl Into<String>) -> Self {
        self.secret = Some(secret.into());
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

/// Owner.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Owner {
    /// Name.
    pub name: String,
    /// Checked.
    ///
    /// Set by the service.
    pub checked: Option<bool>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Owner, sent { "name" => name : required, "checked" => checked : optional read_only, }
);

impl Owner {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            checked: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::checked`].
    #[must_use]
    pub fn with_checked(mut self, checked: bool) -> Self {
        self.checked = Some(checked);
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
