// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from features/document.yaml: Modules behind features 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Nests`: The operations `Nests_*`.

use azure_openai_core::{
    Extra, JsonOrDefault, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};
use super::birds::Egg;

/// The operations `Nests_*`.
#[derive(Clone, Debug)]
pub struct NestsClient {
    pub(super) pipeline: Pipeline,
}

impl NestsClient {
    /// Nests find.
    ///
    /// `Nests_Find`: `GET /nests`.
    pub fn find(&self) -> RequestBuilder<JsonOrDefault<Nest>> {
        let call = Request::new(NESTS_FIND);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const NESTS_FIND: &Operation = &Operation::new(
    "Nests_Find",
    Method::GET,
    "/nests",
);

/// Nest.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Nest {
    /// Eggs.
    pub eggs: Vec<Egg>,
    /// Twigs.
    pub twigs: Option<Twigs>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Nest, response { "eggs" => eggs : collection, "twigs" => twigs : optional, }
);

impl Nest {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            eggs: Default::default(),
            twigs: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::eggs`].
    #[must_use]
    pub fn with_eggs(mut self, eggs: impl IntoIterator<Item = impl Into<Egg>>) -> Self {
        self.eggs = self.extra.set("eggs", eggs.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::twigs`].
    #[must_use]
    pub fn with_twigs(mut self, twigs: impl Into<Twigs>) -> Self {
        self.twigs = Some(twigs.into());
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

impl Default for Nest {
    fn default() -> Self {
        Self::new()
    }
}

/// Twigs.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Twigs {
    /// Count.
    pub count: Option<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(Twigs { "count" => count : optional, });

impl Twigs {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            count: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::count`].
    #[must_use]
    pub fn with_count(mut self, count: i64) -> Self {
        self.count = Some(count);
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

impl Default for Twigs {
    fn default() -> Self {
        Self::new()
    }
}
