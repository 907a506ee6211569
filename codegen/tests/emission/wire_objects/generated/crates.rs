// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_objects/document.yaml: Objects of another service 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Crates`: The operations `Crates_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};

/// The operations `Crates_*`.
#[derive(Clone, Debug)]
pub struct CratesClient {
    pub(super) pipeline: Pipeline,
}

impl CratesClient {
    /// Crates set.
    ///
    /// `Crates_Set`: `PUT /crates`.
    ///
    /// # Arguments
    /// - `request`: the body
    pub fn set(&self, request: &Crate) -> RequestBuilder<Json<Crate>> {
        let call = Request::new(CRATES_SET).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const CRATES_SET: &Operation = &Operation::new(
    "Crates_Set",
    Method::PUT,
    "/crates",
);

/// Crate.
///
/// Distinguished by `kind`.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum Crate {
    /// `kind` is `wood`.
    Wood(WoodenCrate),
    /// `kind` is `flat`.
    Flat(Pallet),
    /// `kind` is `even`.
    Even(PalletEven),
    /// `kind` is `Bag`.
    Bag(Bag),
    /// A kind that this version of the crate does not know, whole.
    Unknown(Extra),
}

azure_openai_core::tagged_union!(
    Crate, "kind" { Wood(WoodenCrate) = "wood", Flat(Pallet) = "flat", Even(PalletEven) =
    "even", Bag(Bag) = "Bag", }
);

/// Wooden crate.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WoodenCrate {
    /// Kind.
    ///
    /// Always `wood`.
    pub kind: String,
    /// Nails.
    pub nails: Option<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    WoodenCrate, sent { "kind" => kind : constant("wood"), "nails" => nails : optional, }
);

impl WoodenCrate {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            kind: "wood".into(),
            nails: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::nails`].
    #[must_use]
    pub fn with_nails(mut self, nails: i64) -> Self {
        self.nails = Some(nails);
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

impl Default for WoodenCrate {
    fn default() -> Self {
        Self::new()
    }
}

/// Pallet.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pallet {
    /// Kind.
    ///
    /// Always `flat`.
    pub kind: String,
    /// Inside.
    pub inside: Option<Box<Crate>>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Pallet, sent { "kind" => kind : constant("flat"), "inside" => inside : optional, }
);

impl Pallet {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            kind: "flat".into(),
            inside: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::inside`].
    #[must_use]
    pub fn with_inside(mut self, inside: impl Into<Crate>) -> Self {
        self.inside = Some(Box::new(inside.into()));
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

impl Default for Pallet {
    fn default() -> Self {
        Self::new()
    }
}

/// Bag.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bag {
    /// Kind.
    ///
    /// Always `Bag`.
    pub kind: String,
    /// Liters.
    pub liters: Option<f64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Bag, sent { "kind" => kind : constant("Bag"), "liters" => liters : optional, }
);

impl Bag {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            kind: "Bag".into(),
            liters: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::liters`].
    #[must_use]
    pub fn with_liters(mut self, liters: f64) -> Self {
        self.liters = Some(liters);
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

impl Default for Bag {
    fn default() -> Self {
        Self::new()
    }
}

/// Pallet even.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PalletEven {
    /// Kind.
    ///
    /// Always `even`.
    pub kind: String,
    /// Inside.
    pub inside: Option<Box<Crate>>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    PalletEven, sent { "kind" => kind : constant("even"), "inside" => inside : optional,
    }
);

impl PalletEven {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            kind: "even".into(),
            inside: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::inside`].
    #[must_use]
    pub fn with_inside(mut self, inside: impl Into<Crate>) -> Self {
        self.inside = Some(Box::new(inside.into()));
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

impl Default for PalletEven {
    fn default() -> Self {
        Self::new()
    }
}
