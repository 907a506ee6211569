// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from numbers/document.yaml: Numbers 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Measures`: The operations `Measures_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};
use std::collections::BTreeMap;

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
    /// - `options`: the optional parameters; `None` for none
    pub fn add(
        &self,
        request: &Measure,
        options: impl Into<Option<MeasuresAddOptions>>,
    ) -> RequestBuilder<Json<Measure>> {
        fn encode(call: Request, request: &Measure) -> Request {
            call.json(request)
        }
        let options = options.into().unwrap_or_default();
        let call = encode(
            Request::new(MEASURES_ADD)
                .query("factor", options.factor.as_ref())
                .query_object("near", options.near.as_ref(), false),
            request,
        );
        RequestBuilder::new(&self.pipeline, call)
    }
}

/// Optional parameters of `Measures_Add`. Unset fields are not sent.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct MeasuresAddOptions {
    /// Factor.
    pub factor: Option<f32>,
    /// Near.
    pub near: Option<MeasuresAddNear>,
}

impl MeasuresAddOptions {
    /// Creates options with every field unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::factor`].
    #[must_use]
    pub fn with_factor(mut self, factor: f32) -> Self {
        self.factor = Some(factor);
        self
    }

    /// Sets [`Self::near`].
    #[must_use]
    pub fn with_near(mut self, near: impl Into<MeasuresAddNear>) -> Self {
        self.near = Some(near.into());
        self
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
    pub count: i32,
    /// Total.
    pub total: Option<u64>,
    /// Ratio.
    pub ratio: Option<f64>,
    /// Single.
    pub single: Option<f32>,
    /// List.
    pub list: Vec<i64>,
    /// Singles.
    pub singles: Vec<Option<f32>>,
    /// By name.
    pub by_name: BTreeMap<String, f32>,
    /// Single or text.
    pub single_or_text: Option<MeasureSingleOrText>,
    /// Byte.
    pub byte: Option<u8>,
    /// Large.
    pub large: Option<i64>,
    /// At most 4294967295.
    pub outgrown: Option<i64>,
    /// Range: 0 to 18446744073709551615.
    pub unsigned: Option<u64>,
    /// Always `3`.
    pub version: i32,
    /// Always `0.1`.
    pub step: f32,
    /// Always `300`.
    pub same: i64,
    /// Text.
    pub text: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Measure, response, sent { "count" => count : required, "total" => total : optional,
    "ratio" => ratio : optional, "single" => single : optional, "list" => list :
    collection, "singles" => singles : collection, "by_name" => by_name : collection,
    "single_or_text" => single_or_text : optional, "byte" => byte : optional, "large" =>
    large : optional, "outgrown" => outgrown : optional, "unsigned" => unsigned :
    optional, "version" => version : constant(3_i32), "step" => step : constant(0.1_f32),
    "same" => same : constant(300_i64), "text" => text : optional, }
);

impl Measure {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(count: i32) -> Self {
        Self {
            count,
            total: None,
            ratio: None,
            single: None,
            list: Default::default(),
            singles: Default::default(),
            by_name: Default::default(),
            single_or_text: None,
            byte: None,
            large: None,
            outgrown: None,
            unsigned: None,
            version: 3_i32,
            step: 0.1_f32,
            same: 300_i64,
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
    pub fn with_single(mut self, single: f32) -> Self {
        self.single = Some(single);
        self
    }

    /// Sets [`Self::list`].
    #[must_use]
    pub fn with_list(mut self, list: impl IntoIterator<Item = impl Into<i64>>) -> Self {
        self.list = self.extra.set("list", list.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::singles`].
    #[must_use]
    pub fn with_singles(
        mut self,
        singles: impl IntoIterator<Item = impl Into<Option<f32>>>,
    ) -> Self {
        self.singles = self
            .extra
            .set("singles", singles.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::by_name`].
    #[must_use]
    pub fn with_by_name(
        mut self,
        by_name: impl IntoIterator<Item = (impl Into<String>, impl Into<f32>)>,
    ) -> Self {
        self.by_name = self
            .extra
            .set(
                "by_name",
                by_name
                    .into_iter()
                    .map(|(key, value)| (key.into(), value.into()))
                    .collect(),
            );
        self
    }

    /// Sets [`Self::single_or_text`].
    #[must_use]
    pub fn with_single_or_text(
        mut self,
        single_or_text: impl Into<MeasureSingleOrText>,
    ) -> Self {
        self.single_or_text = Some(single_or_text.into());
        self
    }

    /// Sets [`Self::byte`].
    #[must_use]
    pub fn with_byte(mut self, byte: u8) -> Self {
        self.byte = Some(byte);
        self
    }

    /// Sets [`Self::large`].
    #[must_use]
    pub fn with_large(mut self, large: i64) -> Self {
        self.large = Some(large);
        self
    }

    /// Sets [`Self::outgrown`].
    #[must_use]
    pub fn with_outgrown(mut self, outgrown: i64) -> Self {
        self.outgrown = Some(outgrown);
        self
    }

    /// Sets [`Self::unsigned`].
    #[must_use]
    pub fn with_unsigned(mut self, unsigned: u64) -> Self {
        self.unsigned = Some(unsigned);
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

/// Measure single or text.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum MeasureSingleOrText {
    /// Number.
    Number(f32),
    /// String.
    String(String),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(MeasureSingleOrText { Number(f32), String(String), });

impl From<f32> for MeasureSingleOrText {
    fn from(value: f32) -> Self {
        Self::Number(value)
    }
}

impl From<String> for MeasureSingleOrText {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for MeasureSingleOrText {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

/// Measures add near.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MeasuresAddNear {
    /// At.
    pub at: Option<f32>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(MeasuresAddNear, sent { "at" => at : optional, });

impl MeasuresAddNear {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            at: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::at`].
    #[must_use]
    pub fn with_at(mut self, at: f32) -> Self {
        self.at = Some(at);
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

impl Default for MeasuresAddNear {
    fn default() -> Self {
        Self::new()
    }
}
