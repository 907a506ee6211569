// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_responses/document.yaml: Responses of another service 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Gauges`: The operations `Gauges_*`.

use azure_openai_core::{
    Base64Bytes, DateTime, Extra, Json, JsonOrDefault, Method, Operation, OptionalJson,
    Pipeline, Request, RequestBuilder, Value,
};
use std::collections::BTreeMap;

/// The operations `Gauges_*`.
#[derive(Clone, Debug)]
pub struct GaugesClient {
    pub(super) pipeline: Pipeline,
}

impl GaugesClient {
    /// Gauges readings.
    ///
    /// `Gauges_Readings`: `GET /gauges/readings`.
    #[allow(clippy::type_complexity, reason = "the document nests as deep")]
    pub fn readings(
        &self,
    ) -> RequestBuilder<JsonOrDefault<Vec<Option<Vec<Option<f64>>>>>> {
        let call = Request::new(GAUGES_READINGS);
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Gauges levels.
    ///
    /// `Gauges_Levels`: `GET /gauges/levels`.
    pub fn levels(
        &self,
    ) -> RequestBuilder<JsonOrDefault<BTreeMap<String, Option<Level>>>> {
        let call = Request::new(GAUGES_LEVELS);
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Gauges seen.
    ///
    /// `Gauges_Seen`: `GET /gauges/seen`.
    pub fn seen(&self) -> RequestBuilder<JsonOrDefault<Vec<Option<DateTime>>>> {
        let call = Request::new(GAUGES_SEEN);
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Gauges last.
    ///
    /// `Gauges_Last`: `GET /gauges/last`.
    pub fn last(&self) -> RequestBuilder<JsonOrDefault<Gauge>> {
        let call = Request::new(GAUGES_LAST);
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Gauges picture.
    ///
    /// `Gauges_Picture`: `GET /gauges/picture`.
    pub fn picture(&self) -> RequestBuilder<JsonOrDefault<Base64Bytes>> {
        let call = Request::new(GAUGES_PICTURE);
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Gauges check.
    ///
    /// `Gauges_Check`: `PUT /gauges/picture`.
    pub fn check(&self) -> RequestBuilder<Json<bool>> {
        let call = Request::new(GAUGES_CHECK);
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Gauges seal.
    ///
    /// `Gauges_Seal`: `PUT /gauges/seal`.
    pub fn seal(&self) -> RequestBuilder<OptionalJson<GaugesSealResponse>> {
        let call = Request::new(GAUGES_SEAL);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const GAUGES_READINGS: &Operation = &Operation::new(
    "Gauges_Readings",
    Method::GET,
    "/gauges/readings",
);

pub(super) const GAUGES_LEVELS: &Operation = &Operation::new(
    "Gauges_Levels",
    Method::GET,
    "/gauges/levels",
);

pub(super) const GAUGES_SEEN: &Operation = &Operation::new(
    "Gauges_Seen",
    Method::GET,
    "/gauges/seen",
);

pub(super) const GAUGES_LAST: &Operation = &Operation::new(
    "Gauges_Last",
    Method::GET,
    "/gauges/last",
);

pub(super) const GAUGES_PICTURE: &Operation = &Operation::new(
    "Gauges_Picture",
    Method::GET,
    "/gauges/picture",
);

pub(super) const GAUGES_CHECK: &Operation = &Operation::new(
    "Gauges_Check",
    Method::PUT,
    "/gauges/picture",
);

pub(super) const GAUGES_SEAL: &Operation = &Operation::new(
    "Gauges_Seal",
    Method::PUT,
    "/gauges/seal",
);

/// Level.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Level {
    /// Serialized as `low`.
    Low,
    /// Serialized as `high`.
    High,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(Level, exact { Low = "low", High = "high", });

/// Gauge.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Gauge {
    /// Tags.
    pub tags: Vec<String>,
    /// Marks.
    pub marks: BTreeMap<String, i64>,
    /// Level.
    pub level: Option<Level>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Gauge, response { "tags" => tags : collection, "marks" => marks : collection, "level"
    => level : optional, }
);

impl Gauge {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            tags: Default::default(),
            marks: Default::default(),
            level: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::tags`].
    #[must_use]
    pub fn with_tags(
        mut self,
        tags: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.tags = self.extra.set("tags", tags.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::marks`].
    #[must_use]
    pub fn with_marks(
        mut self,
        marks: impl IntoIterator<Item = (impl Into<String>, impl Into<i64>)>,
    ) -> Self {
        self.marks = self
            .extra
            .set(
                "marks",
                marks
                    .into_iter()
                    .map(|(key, value)| (key.into(), value.into()))
                    .collect(),
            );
        self
    }

    /// Sets [`Self::level`].
    #[must_use]
    pub fn with_level(mut self, level: impl Into<Level>) -> Self {
        self.level = Some(level.into());
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

impl Default for Gauge {
    fn default() -> Self {
        Self::new()
    }
}

/// Gauges seal response.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum GaugesSealResponse {
    /// Serialized as `true`.
    True,
    /// A value that this version of the crate does not know, as received.
    Unknown(Value),
}

azure_openai_core::open_values!(GaugesSealResponse { True = true, });
