// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from numbers/document.yaml: Numbers 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Measures`: The operations `Measures_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};

/// The operations `Measures_*`.
#[derive(Clone, Debug)]
pub struct MeasuresClient {
    pub(super) pipeline: Pipeline,
}

impl MeasuresClient {
    /// Measures add.
    ///
    /// `Measures_Add`: `POST /measures`.
    ///
    /// # Arguments
    /// - `request`: the body
    pub fn add(&self, request: &Measure) -> RequestBuilder<Json<Measure>> {
        let call = Request::new(MEASURES_ADD).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const MEASURES_ADD: &Operation = &Operation::new(
    "Measures_Add",
    Method::POST,
    "/measures",
);

/// Measure.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Measure {
    /// Count.
    pub count: i64,
    /// Total.
    pub total: Option<u64>,
    /// Ratio.
    pub ratio: Option<f64>,
    /// Single.
    pub single: Option<f64>,
    /// List.
    pub list: Vec<i64>,
    /// Text.
    pub text: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Measure, sent { "count" => count : required, "total" => total : optional, "ratio" =>
    ratio : optional, "single" => single : optional, "list" => list : collection, "text"
    => text : optional, }
);

impl Measure {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(count: i64) -> Self {
        Self {
            count,
            total: None,
            ratio: None,
            single: None,
            list: Default::default(),
            text: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::total`].
    #[must_use]
    pub fn with_total(mut self, total: u64) -> Self {
        self.total = Some(total);
        self
    }

    /// Sets [`Self::ratio`].
    #[must_use]
    pub fn with_ratio(mut self, ratio: f64) -> Self {
        self.ratio = Some(ratio);
        self
    }

    /// Sets [`Self::single`].
    #[must_use]
    pub fn with_single(mut self, single: f64) -> Self {
        self.single = Some(single);
        self
    }

    /// Sets [`Self::list`].
    #[must_use]
    pub fn with_list(mut self, list: impl IntoIterator<Item = impl Into<i64>>) -> Self {
        self.list = self.extra.set("list", list.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::text`].
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
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
