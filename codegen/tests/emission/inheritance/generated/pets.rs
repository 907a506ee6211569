// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from inheritance/document.yaml: Inheritance 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Pets`: The operations `Pets_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};
use serde::{Deserialize, Serialize};

/// The operations `Pets_*`.
#[derive(Clone, Debug)]
pub struct PetsClient {
    pub(super) pipeline: Pipeline,
}

impl PetsClient {
    /// Pets get.
    ///
    /// `Pets_Get`: `GET /a`.
    pub fn get(&self) -> RequestBuilder<Json<Puppy>> {
        let call = Request::new(PETS_GET);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const PETS_GET: &Operation = &Operation::new("Pets_Get", Method::GET, "/a");

/// A pet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Pet {
    /// Name.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub name: String,
    /// Its friend.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub friend: Option<Box<Pet>>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Pet {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::name`].
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Sets [`Self::friend`].
    #[must_use]
    pub fn with_friend(mut self, friend: impl Into<Pet>) -> Self {
        self.friend = Some(Box::new(friend.into()));
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

/// Puppy.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Puppy {
    /// Name.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub name: String,
    /// Its friend.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub friend: Option<Box<Pet>>,
    /// Bark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bark: Option<PuppyBark>,
    /// Weeks.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub weeks: i64,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Puppy {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::name`].
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Sets [`Self::friend`].
    #[must_use]
    pub fn with_friend(mut self, friend: impl Into<Pet>) -> Self {
        self.friend = Some(Box::new(friend.into()));
        self
    }

    /// Sets [`Self::bark`].
    #[must_use]
    pub fn with_bark(mut self, bark: impl Into<PuppyBark>) -> Self {
        self.bark = Some(bark.into());
        self
    }

    /// Sets [`Self::weeks`].
    #[must_use]
    pub fn with_weeks(mut self, weeks: i64) -> Self {
        self.weeks = weeks;
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

/// Puppy bark.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum PuppyBark {
    /// On the wire: `loud`.
    Loud,
    /// On the wire: `soft`.
    Soft,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(PuppyBark { Loud = "loud", Soft = "soft", });
