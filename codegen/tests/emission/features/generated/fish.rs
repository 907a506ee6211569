// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from features/document.yaml: Modules behind features 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Fish`: The operations `Fish_*`.

use azure_openai_core::{
    Extra, JsonOrDefault, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};
use super::shared::Food;

/// The operations `Fish_*`.
#[derive(Clone, Debug)]
pub struct FishClient {
    pub(super) pipeline: Pipeline,
}

impl FishClient {
    /// Fish find.
    ///
    /// `Fish_Find`: `GET /fish`.
    pub fn find(&self) -> RequestBuilder<JsonOrDefault<Fish>> {
        let call = Request::new(FISH_FIND);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const FISH_FIND: &Operation = &Operation::new(
    "Fish_Find",
    Method::GET,
    "/fish",
);

/// Fish.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Fish {
    /// Food.
    pub food: Option<Food>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(Fish, response { "food" => food : optional, });

impl Fish {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            food: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::food`].
    #[must_use]
    pub fn with_food(mut self, food: impl Into<Food>) -> Self {
        self.food = Some(food.into());
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

impl Default for Fish {
    fn default() -> Self {
        Self::new()
    }
}
