// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_continuations/document.yaml: Lists and long-running operations of another service 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Trains`: The operations `Trains_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};
use super::shared::{Train, TrainPage};

/// The operations `Trains_*`.
#[derive(Clone, Debug)]
pub struct TrainsClient {
    pub(super) pipeline: Pipeline,
}

impl TrainsClient {
    /// Trains list.
    ///
    /// `Trains_List`: `GET /trains`.
    ///
    /// A list: [`items`](RequestBuilder::items) and [`pages`](RequestBuilder::pages) go on to its end, otherwise the response is the first page.
    ///
    /// # Arguments
    /// - `options`: the optional parameters; `None` for none
    ///
    /// # Errors
    /// Their bodies decode by [`decode_body`](azure_openai_core::Error::decode_body) as:
    ///
    /// - 404: `LineNotFound`
    /// - any other status: `Fault`
    pub fn list(
        &self,
        options: impl Into<Option<TrainsListOptions>>,
    ) -> RequestBuilder<Json<TrainPage>> {
        let options = options.into().unwrap_or_default();
        let call = Request::new(TRAINS_LIST).query("line", options.line.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Trains find.
    ///
    /// `Trains_Find`: `POST /trains`.
    ///
    /// A list: [`items`](RequestBuilder::items) and [`pages`](RequestBuilder::pages) go on to its end, otherwise the response is the first page.
    ///
    /// # Arguments
    /// - `request`: the body
    pub fn find(&self, request: &Train) -> RequestBuilder<Json<TrainPage>> {
        let call = Request::new(TRAINS_FIND).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Trains list newest.
    ///
    /// `Trains_ListNewest`: `GET /trains/newest`.
    ///
    /// A list: [`items`](RequestBuilder::items) and [`pages`](RequestBuilder::pages) go on to its end, otherwise the response is the first page.
    pub fn list_newest(&self) -> RequestBuilder<Json<TrainPage>> {
        let call = Request::new(TRAINS_LIST_NEWEST).single_page();
        RequestBuilder::new(&self.pipeline, call)
    }
}

/// Optional parameters of `Trains_List`. Unset fields are not sent.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TrainsListOptions {
    /// Line.
    pub line: Option<String>,
}

impl TrainsListOptions {
    /// Creates options with every field unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::line`].
    #[must_use]
    pub fn with_line(mut self, line: impl Into<String>) -> Self {
        self.line = Some(line.into());
        self
    }
}

pub(super) const TRAINS_LIST: &Operation = &Operation::new(
    "Trains_List",
    Method::GET,
    "/trains",
);

pub(super) const TRAINS_FIND: &Operation = &Operation::new(
    "Trains_Find",
    Method::POST,
    "/trains",
);

pub(super) const TRAINS_LIST_NEWEST: &Operation = &Operation::new(
    "Trains_ListNewest",
    Method::GET,
    "/trains/newest",
);

/// Line not found.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LineNotFound {
    /// Line.
    pub line: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(LineNotFound { "line" => line : required, });

impl LineNotFound {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            line: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::line`].
    #[must_use]
    pub fn with_line(mut self, line: impl Into<String>) -> Self {
        self.line = line.into();
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

impl Default for LineNotFound {
    fn default() -> Self {
        Self::new()
    }
}
