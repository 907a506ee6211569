// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from features/document.yaml: Modules behind features 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Birds`: The operations `Birds_*`.

use azure_openai_core::{
    Extra, Json, Method, NoContent, Operation, Pipeline, Request, RequestBuilder, Value,
};
use super::shared::{Food, Keeper};

/// The operations `Birds_*`.
#[derive(Clone, Debug)]
pub struct BirdsClient {
    pub(super) pipeline: Pipeline,
}

impl BirdsClient {
    /// Birds find.
    ///
    /// `Birds_Find`: `GET /birds`.
    pub fn find(&self) -> RequestBuilder<Json<Bird>> {
        let call = Request::new(BIRDS_FIND);
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Birds add.
    ///
    /// `Birds_Add`: `POST /birds`.
    ///
    /// # Arguments
    /// - `request`: the body
    pub fn add(&self, request: &Bird) -> RequestBuilder<NoContent> {
        let call = Request::new(BIRDS_ADD).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const BIRDS_FIND: &Operation = &Operation::new(
    "Birds_Find",
    Method::GET,
    "/birds",
);

pub(super) const BIRDS_ADD: &Operation = &Operation::new(
    "Birds_Add",
    Method::POST,
    "/birds",
);

/// Bird.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bird {
    /// Egg.
    pub egg: Egg,
    /// Keeper.
    pub keeper: Option<Keeper>,
    /// Food.
    pub food: Option<Food>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Bird, response, sent { "egg" => egg : required, "keeper" => keeper : optional, "food"
    => food : optional, }
);

impl Bird {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(egg: impl Into<Egg>) -> Self {
        Self {
            egg: egg.into(),
            keeper: None,
            food: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::keeper`].
    #[must_use]
    pub fn with_keeper(mut self, keeper: impl Into<Keeper>) -> Self {
        self.keeper = Some(keeper.into());
        self
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

/// Egg.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Egg {
    /// Color.
    pub color: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(Egg, sent { "color" => color : optional, });

impl Egg {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            color: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::color`].
    #[must_use]
    pub fn with_color(mut self, color: impl Into<String>) -> Self {
        self.color = Some(color.into());
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

impl Default for Egg {
    fn default() -> Self {
        Self::new()
    }
}
