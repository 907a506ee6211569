// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from boxed/document.yaml: Fields in boxes 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Parcels`: The operations `Parcels_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};
use super::shared::{Order, Place};

/// The operations `Parcels_*`.
#[derive(Clone, Debug)]
pub struct ParcelsClient {
    pub(super) pipeline: Pipeline,
}

impl ParcelsClient {
    /// Parcels find.
    ///
    /// `Parcels_Find`: `GET /parcels`.
    pub fn find(&self) -> RequestBuilder<Json<ParcelsFindResponse>> {
        let call = Request::new(PARCELS_FIND);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const PARCELS_FIND: &Operation = &Operation::new(
    "Parcels_Find",
    Method::GET,
    "/parcels",
);

/// Gift.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Gift {
    /// From.
    pub from: Option<Place>,
    /// To.
    pub to: Option<Box<Place>>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Gift { "from" => from : optional, "to" => to : optional, }
);

azure_openai_core::fit_object!(
    Gift { "from" : Place = optional, "to" : Box < Place > = optional, }
);

impl Gift {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            from: None,
            to: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::from`].
    #[must_use]
    pub fn with_from(mut self, from: impl Into<Place>) -> Self {
        self.from = Some(from.into());
        self
    }

    /// Sets [`Self::to`].
    #[must_use]
    pub fn with_to(mut self, to: impl Into<Place>) -> Self {
        self.to = Some(Box::new(to.into()));
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

impl Default for Gift {
    fn default() -> Self {
        Self::new()
    }
}

/// Parcels find response.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum ParcelsFindResponse {
    /// Order.
    Order(Order),
    /// Gift.
    Gift(Gift),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(ParcelsFindResponse { Order(Order), Gift(Gift), });

impl From<Order> for ParcelsFindResponse {
    fn from(value: Order) -> Self {
        Self::Order(value)
    }
}

impl From<Gift> for ParcelsFindResponse {
    fn from(value: Gift) -> Self {
        Self::Gift(value)
    }
}
