// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_objects/document.yaml: Objects of another service 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Events`: The operations `Events_*`.

use azure_openai_core::{
    Extra, JsonOrDefault, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};
use std::collections::BTreeMap;

/// The operations `Events_*`.
#[derive(Clone, Debug)]
pub struct EventsClient {
    pub(super) pipeline: Pipeline,
}

impl EventsClient {
    /// Events add.
    ///
    /// `Events_Add`: `POST /events`.
    ///
    /// # Arguments
    /// - `request`: the body
    pub fn add(&self, request: &Event) -> RequestBuilder<JsonOrDefault<Batch>> {
        let call = Request::new(EVENTS_ADD).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const EVENTS_ADD: &Operation = &Operation::new(
    "Events_Add",
    Method::POST,
    "/events",
);

/// Event.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum Event {
    /// First.
    First(First),
    /// Second.
    Second(Second),
    /// Other.
    Other(Other),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(Event { First(First), Second(Second), Other(Other), });

impl From<First> for Event {
    fn from(value: First) -> Self {
        Self::First(value)
    }
}

impl From<Second> for Event {
    fn from(value: Second) -> Self {
        Self::Second(value)
    }
}

impl From<Other> for Event {
    fn from(value: Other) -> Self {
        Self::Other(value)
    }
}

/// First.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct First {
    /// Always `1`.
    pub version: i64,
    /// Name.
    pub name: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    First, sent { "version" => version : constant(1_i64), "name" => name : optional, }
);

azure_openai_core::fit_object!(
    First { "version" : i64 = constant(1), "name" : String = optional, }
);

impl First {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            version: 1_i64,
            name: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::name`].
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
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

impl Default for First {
    fn default() -> Self {
        Self::new()
    }
}

/// Second.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Second {
    /// Always `2`.
    pub version: i64,
    /// Name.
    pub name: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Second, sent { "version" => version : constant(2_i64), "name" => name : optional, }
);

azure_openai_core::fit_object!(
    Second { "version" : i64 = constant(2), "name" : String = optional, }
);

impl Second {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            version: 2_i64,
            name: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::name`].
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
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

impl Default for Second {
    fn default() -> Self {
        Self::new()
    }
}

/// Other.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Other {
    /// Version.
    pub version: String,
    /// Name.
    pub name: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Other, sent { "version" => version : required, "name" => name : optional, }
);

azure_openai_core::fit_object!(
    Other { "version" : String = required, "name" : String = optional, }
);

impl Other {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(version: impl Into<String>) -> Self {
        Self {
            version: version.into(),
            name: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::name`].
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
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

/// Batch.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Batch {
    /// List.
    pub list: Vec<Event>,
    /// Map.
    pub map: BTreeMap<String, BatchMap>,
    /// Deep.
    pub deep: Vec<Vec<BatchDeep>>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Batch, response { "list" => list : collection, "map" => map : collection, "deep" =>
    deep : collection, }
);

impl Batch {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            list: Default::default(),
            map: Default::default(),
            deep: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::list`].
    #[must_use]
    pub fn with_list(
        mut self,
        list: impl IntoIterator<Item = impl Into<Event>>,
    ) -> Self {
        self.list = self.extra.set("list", list.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::map`].
    #[must_use]
    pub fn with_map(
        mut self,
        map: impl IntoIterator<Item = (impl Into<String>, impl Into<BatchMap>)>,
    ) -> Self {
        self.map = self
            .extra
            .set(
                "map",
                map.into_iter().map(|(key, value)| (key.into(), value.into())).collect(),
            );
        self
    }

    /// Sets [`Self::deep`].
    #[must_use]
    pub fn with_deep(
        mut self,
        deep: impl IntoIterator<Item = impl Into<Vec<BatchDeep>>>,
    ) -> Self {
        self.deep = self.extra.set("deep", deep.into_iter().map(Into::into).collect());
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

impl Default for Batch {
    fn default() -> Self {
        Self::new()
    }
}

/// Batch map.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum BatchMap {
    /// Integer.
    Integer(i64),
    /// String.
    String(String),
    /// Boolean list.
    BooleanList(Vec<bool>),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(
    BatchMap { Integer(i64), String(String), BooleanList(Vec < bool >), }
);

impl From<i64> for BatchMap {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<String> for BatchMap {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for BatchMap {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<Vec<bool>> for BatchMap {
    fn from(value: Vec<bool>) -> Self {
        Self::BooleanList(value)
    }
}

impl<const N: usize> From<[bool; N]> for BatchMap {
    fn from(value: [bool; N]) -> Self {
        Self::BooleanList(value.into())
    }
}

/// Batch deep.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum BatchDeep {
    /// First.
    First(First),
    /// String.
    String(String),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(BatchDeep { First(First), String(String), });

impl From<First> for BatchDeep {
    fn from(value: First) -> Self {
        Self::First(value)
    }
}

impl From<String> for BatchDeep {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for BatchDeep {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}
