// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from alternatives/document.yaml: Alternatives and refinements 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Animals`: The operations `Animals_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};

/// The operations `Animals_*`.
#[derive(Clone, Debug)]
pub struct AnimalsClient {
    pub(super) pipeline: Pipeline,
}

impl AnimalsClient {
    /// Animals add.
    ///
    /// `Animals_Add`: `POST /animals`.
    ///
    /// # Arguments
    /// - `request`: the body
    pub fn add(&self, request: &Animal) -> RequestBuilder<Json<Place>> {
        let call = Request::new(ANIMALS_ADD).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const ANIMALS_ADD: &Operation = &Operation::new(
    "Animals_Add",
    Method::POST,
    "/animals",
);

/// Species.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Species {
    /// Serialized as `cat`.
    Cat,
    /// Serialized as `dog`.
    Dog,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(Species, exact { Cat = "cat", Dog = "dog", });

/// Animal.
///
/// Distinguished by `species`.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum Animal {
    /// `species` is `cat`.
    Cat(Cat),
    /// `species` is `dog`.
    Dog(Dog),
    /// A kind that this version of the crate does not know, whole.
    Unknown(Extra),
}

azure_openai_core::tagged_union!(
    Animal, "species" { Cat(Cat) = "cat", Dog(Dog) = "dog", }
);

/// Cat.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Cat {
    /// Species.
    ///
    /// Always `cat`.
    pub species: Species,
    /// Lives.
    pub lives: Option<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Cat, sent { "species" => species : constant("cat"), "lives" => lives : optional, }
);

impl Cat {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            species: "cat".into(),
            lives: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::lives`].
    #[must_use]
    pub fn with_lives(mut self, lives: i64) -> Self {
        self.lives = Some(lives);
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

impl Default for Cat {
    fn default() -> Self {
        Self::new()
    }
}

/// Dog.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Dog {
    /// Species.
    ///
    /// Always `dog`.
    pub species: Species,
    /// Barks.
    pub barks: Option<bool>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Dog, sent { "species" => species : constant("dog"), "barks" => barks : optional, }
);

impl Dog {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            species: "dog".into(),
            barks: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::barks`].
    #[must_use]
    pub fn with_barks(mut self, barks: bool) -> Self {
        self.barks = Some(barks);
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

impl Default for Dog {
    fn default() -> Self {
        Self::new()
    }
}

/// Place.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum Place {
    /// By point.
    ByPoint(PlaceByPoint),
    /// By code.
    ByCode(PlaceByCode),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(Place { ByPoint(PlaceByPoint), ByCode(PlaceByCode), });

impl From<PlaceByPoint> for Place {
    fn from(value: PlaceByPoint) -> Self {
        Self::ByPoint(value)
    }
}

impl From<PlaceByCode> for Place {
    fn from(value: PlaceByCode) -> Self {
        Self::ByCode(value)
    }
}

/// Place by point.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlaceByPoint {
    /// Name.
    pub name: String,
    /// Point.
    pub point: Vec<f64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    PlaceByPoint { "name" => name : required, "point" => point : required, }
);

azure_openai_core::fit_object!(
    PlaceByPoint { "name" : String = required, "point" : Vec < f64 > = required, }
);

impl PlaceByPoint {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            name: Default::default(),
            point: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::name`].
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Sets [`Self::point`].
    #[must_use]
    pub fn with_point(
        mut self,
        point: impl IntoIterator<Item = impl Into<f64>>,
    ) -> Self {
        self.point = point.into_iter().map(Into::into).collect();
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

impl Default for PlaceByPoint {
    fn default() -> Self {
        Self::new()
    }
}

/// Place by code.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlaceByCode {
    /// Name.
    pub name: String,
    /// Code.
    pub code: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    PlaceByCode { "name" => name : required, "code" => code : required, }
);

azure_openai_core::fit_object!(
    PlaceByCode { "name" : String = required, "code" : String = required, }
);

impl PlaceByCode {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            name: Default::default(),
            code: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::name`].
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Sets [`Self::code`].
    #[must_use]
    pub fn with_code(mut self, code: impl Into<String>) -> Self {
        self.code = code.into();
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

impl Default for PlaceByCode {
    fn default() -> Self {
        Self::new()
    }
}
