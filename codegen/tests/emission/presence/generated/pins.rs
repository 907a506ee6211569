// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from presence/document.yaml: What is there and what is not 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Pins`: The operations `Pins_*`.

use azure_openai_core::{
    DateTime, Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};
use std::collections::BTreeMap;

/// The operations `Pins_*`.
#[derive(Clone, Debug)]
pub struct PinsClient {
    pub(super) pipeline: Pipeline,
}

impl PinsClient {
    /// Pins set.
    ///
    /// `Pins_Set`: `PUT /pins`.
    ///
    /// # Arguments
    /// - `request`: the body
    pub fn set(&self, request: &Pin) -> RequestBuilder<Json<Pin>> {
        let call = Request::new(PINS_SET).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const PINS_SET: &Operation = &Operation::new(
    "Pins_Set",
    Method::PUT,
    "/pins",
);

/// Pin.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pin {
    /// Place.
    pub place: Place,
    /// Color.
    pub color: PinColor,
    /// Style.
    pub style: PinStyle,
    /// Owner.
    pub owner: Option<String>,
    /// Since.
    pub since: Option<DateTime>,
    /// Visible.
    pub visible: Option<bool>,
    /// Id.
    ///
    /// Set by the service.
    pub id: Option<String>,
    /// Secret.
    ///
    /// Never comes back from the service.
    pub secret: String,
    /// Labels.
    pub labels: BTreeMap<String, String>,
    /// Tags.
    pub tags: Vec<String>,
    /// Notes.
    pub notes: BTreeMap<String, String>,
    /// Settings.
    pub settings: serde_json::Map<String, Value>,
    /// Parent.
    pub parent: Option<Place>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Pin, response, sent { "place" => place : required, "color" => color : required,
    "style" => style : required, "owner" => owner : nullable, "since" => since :
    optional, "visible" => visible : optional, "id" => id : optional read_only, "secret"
    => secret : required, "labels" => labels : required, "tags" => tags : collection,
    "notes" => notes : collection, "settings" => settings : collection, "parent" =>
    parent : optional, }
);

impl Pin {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(
        place: impl Into<Place>,
        color: impl Into<PinColor>,
        style: impl Into<PinStyle>,
        since: impl Into<DateTime>,
        visible: bool,
        secret: impl Into<String>,
        labels: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        Self {
            place: place.into(),
            color: color.into(),
            style: style.into(),
            owner: None,
            since: Some(since.into()),
            visible: Some(visible),
            id: None,
            secret: secret.into(),
            labels: labels
                .into_iter()
                .map(|(key, value)| (key.into(), value.into()))
                .collect(),
            tags: Default::default(),
            notes: Default::default(),
            settings: Default::default(),
            parent: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::owner`].
    #[must_use]
    pub fn with_owner(mut self, owner: impl Into<String>) -> Self {
        self.owner = Some(owner.into());
        self
    }

    /// Sets [`Self::id`].
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets [`Self::tags`].
    #[must_use]
    pub fn with_tags(
        mut self,
        tags: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.tags = self.extra.set("tags", tags.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::notes`].
    #[must_use]
    pub fn with_notes(
        mut self,
        notes: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.notes = self
            .extra
            .set(
                "notes",
                notes
                    .into_iter()
                    .map(|(key, value)| (key.into(), value.into()))
                    .collect(),
            );
        self
    }

    /// Sets [`Self::settings`].
    #[must_use]
    pub fn with_settings(
        mut self,
        settings: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.settings = self
            .extra
            .set(
                "settings",
                settings
                    .into_iter()
                    .map(|(key, value)| (key.into(), value.into()))
                    .collect(),
            );
        self
    }

    /// Sets [`Self::parent`].
    #[must_use]
    pub fn with_parent(mut self, parent: impl Into<Place>) -> Self {
        self.parent = Some(parent.into());
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

/// Place.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Place {
    /// X.
    pub x: i64,
    /// Y.
    pub y: i64,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Place, sent { "x" => x : required, "y" => y : required, }
);

impl Place {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(x: i64, y: i64) -> Self {
        Self {
            x,
            y,
            extra: Extra::default(),
        }
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

/// Pin color.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum PinColor {
    /// Serialized as `  `.
    X,
    /// Serialized as `red`.
    Red,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(PinColor, exact { X = "", Red = "red", });

/// Pin style.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PinStyle {
    /// Bold.
    pub bold: Option<bool>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(PinStyle, sent { "bold" => bold : optional, });

impl PinStyle {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(bold: bool) -> Self {
        Self {
            bold: Some(bold),
            extra: Extra::default(),
        }
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
