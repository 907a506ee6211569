// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from inheritance/document.yaml: Inheritance 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Pets`: The operations `Pets_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};

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
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// Name.
    pub name: String,
    /// Its friend.
    pub friend: Option<Box<Pet>>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Pet { "name" => name : required, "friend" => friend : optional, }
);

impl Pet {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            name: Default::default(),
            friend: None,
            extra: Extra::default(),
        }
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

impl Default for Pet {
    fn default() -> Self {
        Self::new()
    }
}

/// Puppy.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Puppy {
    /// Name.
    pub name: String,
    /// Its friend.
    pub friend: Option<Pet>,
    /// Bark.
    pub bark: Option<PuppyBark>,
    /// Weeks.
    pub weeks: i64,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Puppy, response { "name" => name : required, "friend" => friend : optional, "bark" =>
    bark : optional, "weeks" => weeks : required, }
);

impl Puppy {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            name: Default::default(),
            friend: None,
            bark: None,
            weeks: Default::default(),
            extra: Extra::default(),
        }
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
        self.friend = Some(friend.into());
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

impl Default for Puppy {
    fn default() -> Self {
        Self::new()
    }
}

/// Puppy bark.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum PuppyBark {
    /// Serialized as `loud`.
    Loud,
    /// Serialized as `soft`.
    Soft,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(PuppyBark, exact { Loud = "loud", Soft = "soft", });
