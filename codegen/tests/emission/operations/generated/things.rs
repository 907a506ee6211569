// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from operations/document.yaml: Operations 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Things`: What there is.

use azure_openai_core::{
    Json, JsonOrDefault, Method, NoContent, Operation, Pipeline, Request, RequestBuilder,
};
use super::shared::Thing;

/// What there is.
#[derive(Clone, Debug)]
pub struct ThingsClient {
    pub(super) pipeline: Pipeline,
}

impl ThingsClient {
    /// Lists things.
    ///
    /// `Things_List`: `GET /things`.
    ///
    /// # Response headers
    /// - `x-count`: How many.
    ///
    /// # Arguments
    /// - `ids`: Only these.
    /// - `options`: the optional parameters; `None` for none
    pub fn list(
        &self,
        ids: &[String],
        options: impl Into<Option<ThingsListOptions>>,
    ) -> RequestBuilder<JsonOrDefault<Vec<Thing>>> {
        let options = options.into().unwrap_or_default();
        let call = Request::new(THINGS_LIST)
            .query("ids", Some(ids))
            .query("order", options.order.as_ref())
            .query("$top", options.top.as_ref())
            .query("labels", (!options.labels.is_empty()).then_some(&options.labels))
            .header("x-token", options.x_token.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Things set.
    ///
    /// `Things_Set`: `PUT /things/{number}/parts/{self}`.
    ///
    /// # Arguments
    /// - `number`: Number.
    /// - `self_`: Self.
    /// - `x_reason`: X reason.
    /// - `deep`: Deep.
    /// - `request`: the body
    pub fn set(
        &self,
        number: i64,
        self_: impl AsRef<str>,
        x_reason: impl AsRef<str>,
        deep: bool,
        request: &Thing,
    ) -> RequestBuilder<Json<Thing>> {
        fn encode(call: Request, request: &Thing) -> Request {
            call.json(request)
        }
        let call = encode(
            Request::new(THINGS_SET)
                .path("number", &number)
                .path("self", self_.as_ref())
                .header("x-reason", Some(x_reason.as_ref()))
                .query("deep", Some(&deep)),
            request,
        );
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Remove thing.
    ///
    /// `removeThing`: `DELETE /things/{number}/parts/{self}`.
    ///
    /// # Arguments
    /// - `number`: Number.
    /// - `self_`: Self.
    pub fn remove_thing(
        &self,
        number: i64,
        self_: impl AsRef<str>,
    ) -> RequestBuilder<NoContent> {
        let call = Request::new(REMOVE_THING)
            .path("number", &number)
            .path("self", self_.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }
}

/// Optional parameters of `Things_List`. Unset fields are not sent.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ThingsListOptions {
    /// Order.
    pub order: Option<ThingsListOrder>,
    /// At least 1.
    ///
    /// Serialized as `$top`.
    pub top: Option<i32>,
    /// Labels.
    pub labels: Vec<i64>,
    /// X token.
    ///
    /// Serialized as `x-token`.
    pub x_token: Option<String>,
}

impl ThingsListOptions {
    /// Creates options with every field unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::order`].
    #[must_use]
    pub fn with_order(mut self, order: impl Into<ThingsListOrder>) -> Self {
        self.order = Some(order.into());
        self
    }

    /// Sets [`Self::top`].
    #[must_use]
    pub fn with_top(mut self, top: i32) -> Self {
        self.top = Some(top);
        self
    }

    /// Sets [`Self::labels`].
    #[must_use]
    pub fn with_labels(
        mut self,
        labels: impl IntoIterator<Item = impl Into<i64>>,
    ) -> Self {
        self.labels = labels.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::x_token`].
    #[must_use]
    pub fn with_x_token(mut self, x_token: impl Into<String>) -> Self {
        self.x_token = Some(x_token.into());
        self
    }
}

pub(super) const THINGS_LIST: &Operation = &Operation::new(
    "Things_List",
    Method::GET,
    "/things",
);

pub(super) const THINGS_SET: &Operation = &Operation::new(
        "Things_Set",
        Method::PUT,
        "/things/{number}/parts/{self}",
    )
    .without_api_version();

pub(super) const REMOVE_THING: &Operation = &Operation::new(
        "removeThing",
        Method::DELETE,
        "/things/{number}/parts/{self}",
    )
    .without_api_version();

/// Things list order.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ThingsListOrder {
    /// Serialized as `asc`.
    Asc,
    /// Serialized as `desc`.
    Desc,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(ThingsListOrder, exact { Asc = "asc", Desc = "desc", });
