// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from tagged_in_place/document.yaml: Tagged unions written in place 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Orders`: The operations `Orders_*`.

use azure_openai_core::{
    Extra, JsonOrDefault, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};

/// The operations `Orders_*`.
#[derive(Clone, Debug)]
pub struct OrdersClient {
    pub(super) pipeline: Pipeline,
}

impl OrdersClient {
    /// Orders place.
    ///
    /// `Orders_Place`: `POST /orders`.
    ///
    /// # Arguments
    /// - `request`: the body
    pub fn place(
        &self,
        request: &Order,
    ) -> RequestBuilder<JsonOrDefault<Vec<OrdersPlaceResponse>>> {
        let call = Request::new(ORDERS_PLACE).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const ORDERS_PLACE: &Operation = &Operation::new(
    "Orders_Place",
    Method::POST,
    "/orders",
);

/// Order.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Order {
    /// Main.
    pub main: OrderMain,
    /// Extras.
    pub extras: Vec<OrderExtra>,
    /// Size.
    pub size: Option<OrderSize>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Order, sent { "main" => main : required, "extras" => extras : collection, "size" =>
    size : optional, }
);

impl Order {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(main: impl Into<OrderMain>) -> Self {
        Self {
            main: main.into(),
            extras: Default::default(),
            size: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::extras`].
    #[must_use]
    pub fn with_extras(
        mut self,
        extras: impl IntoIterator<Item = impl Into<OrderExtra>>,
    ) -> Self {
        self.extras = self
            .extra
            .set("extras", extras.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::size`].
    #[must_use]
    pub fn with_size(mut self, size: impl Into<OrderSize>) -> Self {
        self.size = Some(size.into());
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

/// Bread.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bread {
    /// What.
    ///
    /// Always `Bread`.
    pub what: String,
    /// Grain.
    pub grain: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Bread, sent { "what" => what : constant("Bread"), "grain" => grain : required, }
);

impl Bread {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(grain: impl Into<String>) -> Self {
        Self {
            what: "Bread".into(),
            grain: grain.into(),
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

/// Cake.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Cake {
    /// What.
    ///
    /// Always `Cake`.
    pub what: String,
    /// Layers.
    pub layers: Option<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Cake, sent { "what" => what : constant("Cake"), "layers" => layers : optional, }
);

impl Cake {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            what: "Cake".into(),
            layers: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::layers`].
    #[must_use]
    pub fn with_layers(mut self, layers: i64) -> Self {
        self.layers = Some(layers);
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

impl Default for Cake {
    fn default() -> Self {
        Self::new()
    }
}

/// Drink.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Drink {
    /// What.
    ///
    /// Always `liquid`.
    pub what: String,
    /// Hot.
    pub hot: Option<bool>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Drink, sent { "what" => what : constant("liquid"), "hot" => hot : optional, }
);

impl Drink {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            what: "liquid".into(),
            hot: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::hot`].
    #[must_use]
    pub fn with_hot(mut self, hot: bool) -> Self {
        self.hot = Some(hot);
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

impl Default for Drink {
    fn default() -> Self {
        Self::new()
    }
}

/// Cake sweet.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CakeSweet {
    /// What.
    ///
    /// Always `sweet`.
    pub what: String,
    /// Layers.
    pub layers: Option<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    CakeSweet, sent { "what" => what : constant("sweet"), "layers" => layers : optional,
    }
);

impl CakeSweet {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            what: "sweet".into(),
            layers: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::layers`].
    #[must_use]
    pub fn with_layers(mut self, layers: i64) -> Self {
        self.layers = Some(layers);
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

impl Default for CakeSweet {
    fn default() -> Self {
        Self::new()
    }
}

/// Order size1.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OrderSize1 {
    /// Code.
    ///
    /// Always `1`.
    pub code: i64,
    /// Grams.
    pub grams: Option<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    OrderSize1, sent { "code" => code : constant(1_i64), "grams" => grams : optional, }
);

impl OrderSize1 {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            code: 1_i64,
            grams: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::grams`].
    #[must_use]
    pub fn with_grams(mut self, grams: i64) -> Self {
        self.grams = Some(grams);
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

impl Default for OrderSize1 {
    fn default() -> Self {
        Self::new()
    }
}

/// Order size2.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OrderSize2 {
    /// Code.
    ///
    /// Always `2`.
    pub code: i64,
    /// Litres.
    pub litres: Option<f64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    OrderSize2, sent { "code" => code : constant(2_i64), "litres" => litres : optional, }
);

impl OrderSize2 {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            code: 2_i64,
            litres: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::litres`].
    #[must_use]
    pub fn with_litres(mut self, litres: f64) -> Self {
        self.litres = Some(litres);
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

impl Default for OrderSize2 {
    fn default() -> Self {
        Self::new()
    }
}

/// Order main.
///
/// Distinguished by `what`.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum OrderMain {
    /// `what` is `Bread`.
    Bread(Bread),
    /// `what` is `Cake`.
    Cake(Cake),
    /// A kind that this version of the crate does not know, whole.
    Unknown(Extra),
}

azure_openai_core::tagged_union!(
    OrderMain, "what" { Bread(Bread) = "Bread", Cake(Cake) = "Cake", }
);

/// Order extra.
///
/// Distinguished by `what`.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum OrderExtra {
    /// `what` is `sweet`.
    Sweet(CakeSweet),
    /// `what` is `liquid`.
    Liquid(Drink),
    /// A kind that this version of the crate does not know, whole.
    Unknown(Extra),
}

azure_openai_core::tagged_union!(
    OrderExtra, "what" { Sweet(CakeSweet) = "sweet", Liquid(Drink) = "liquid", }
);

/// Order size.
///
/// Distinguished by `code`.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum OrderSize {
    /// `code` is `1`.
    X1(OrderSize1),
    /// `code` is `2`.
    X2(OrderSize2),
    /// A kind that this version of the crate does not know, whole.
    Unknown(Extra),
}

azure_openai_core::tagged_union!(
    OrderSize, "code" { X1(OrderSize1) = "1", X2(OrderSize2) = "2", }
);

/// Orders place response.
///
/// Distinguished by `what`.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum OrdersPlaceResponse {
    /// `what` is `Bread`.
    Bread(Bread),
    /// `what` is `Cake`.
    Cake(Cake),
    /// A kind that this version of the crate does not know, whole.
    Unknown(Extra),
}

azure_openai_core::tagged_union!(
    OrdersPlaceResponse, "what" { Bread(Bread) = "Bread", Cake(Cake) = "Cake", }
);
