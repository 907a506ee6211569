// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_continuations/document.yaml: Lists and long-running operations of another service 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Depots`: The operations `Depots_*`.

use azure_openai_core::{
    Extra, Json, Method, NoContent, Operation, OptionalJson, Pipeline, Request,
    RequestBuilder, Value,
};
use super::shared::TrainPage;

/// The operations `Depots_*`.
#[derive(Clone, Debug)]
pub struct DepotsClient {
    pub(super) pipeline: Pipeline,
}

impl DepotsClient {
    /// Depots build.
    ///
    /// `Depots_Build`: `PUT /depots/{id}`.
    ///
    /// A long-running operation: [`until_done`](RequestBuilder::until_done) polls it to its end and returns its result, otherwise the response is the first one.
    ///
    /// # Arguments
    /// - `id`: Id.
    /// - `request`: the body
    ///
    /// # Errors
    /// Their bodies decode by [`decode_body`](azure_openai_core::Error::decode_body) as:
    ///
    /// - any other status: `Fault`
    pub fn build(
        &self,
        id: impl AsRef<str>,
        request: &Depot,
    ) -> RequestBuilder<Json<Depot>> {
        fn encode(call: Request, request: &Depot) -> Request {
            call.json(request)
        }
        let call = encode(Request::new(DEPOTS_BUILD).path("id", id.as_ref()), request);
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Depots close.
    ///
    /// `Depots_Close`: `DELETE /depots/{id}`.
    ///
    /// A long-running operation: [`until_done`](RequestBuilder::until_done) polls it to its end and returns its result, otherwise the response is the first one.
    ///
    /// # Arguments
    /// - `id`: Id.
    pub fn close(&self, id: impl AsRef<str>) -> RequestBuilder<NoContent> {
        let call = Request::new(DEPOTS_CLOSE).path("id", id.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Depots wash.
    ///
    /// `Depots_Wash`: `POST /depots/{id}/wash`.
    ///
    /// A long-running operation: [`until_done`](RequestBuilder::until_done) polls it to its end and returns its result, otherwise the response is the first one.
    ///
    /// # Arguments
    /// - `id`: Id.
    pub fn wash(&self, id: impl AsRef<str>) -> RequestBuilder<OptionalJson<Depot>> {
        let call = Request::new(DEPOTS_WASH).path("id", id.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Depots count.
    ///
    /// `Depots_Count`: `POST /depots/{id}/count`.
    ///
    /// A long-running operation: [`until_done`](RequestBuilder::until_done) polls it to its end and returns its result, otherwise the response is the first one.
    ///
    /// A list: [`items`](RequestBuilder::items) and [`pages`](RequestBuilder::pages) go on to its end, otherwise the response is the first page.
    ///
    /// # Arguments
    /// - `id`: Id.
    pub fn count(&self, id: impl AsRef<str>) -> RequestBuilder<Json<TrainPage>> {
        let call = Request::new(DEPOTS_COUNT).path("id", id.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const DEPOTS_BUILD: &Operation = &Operation::new(
        "Depots_Build",
        Method::PUT,
        "/depots/{id}",
    )
    .long_running(azure_openai_core::polling::FinalState::ByMethod);

pub(super) const DEPOTS_CLOSE: &Operation = &Operation::new(
        "Depots_Close",
        Method::DELETE,
        "/depots/{id}",
    )
    .long_running(azure_openai_core::polling::FinalState::ByMethod);

pub(super) const DEPOTS_WASH: &Operation = &Operation::new(
        "Depots_Wash",
        Method::POST,
        "/depots/{id}/wash",
    )
    .long_running(azure_openai_core::polling::FinalState::ByMethod);

pub(super) const DEPOTS_COUNT: &Operation = &Operation::new(
        "Depots_Count",
        Method::POST,
        "/depots/{id}/count",
    )
    .long_running(azure_openai_core::polling::FinalState::Location);

/// Depot.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Depot {
    /// Name.
    pub name: Option<String>,
    /// Properties.
    pub properties: Option<DepotProperties>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Depot, response, sent { "name" => name : optional, "properties" => properties :
    optional, }
);

impl Depot {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            name: None,
            properties: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::name`].
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`Self::properties`].
    #[must_use]
    pub fn with_properties(mut self, properties: impl Into<DepotProperties>) -> Self {
        self.properties = Some(properties.into());
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

impl Default for Depot {
    fn default() -> Self {
        Self::new()
    }
}

/// Depot properties.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DepotProperties {
    /// Provisioning state.
    ///
    /// Serialized as `provisioningState`.
    pub provisioning_state: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    DepotProperties, sent { "provisioningState" => provisioning_state : optional, }
);

impl DepotProperties {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            provisioning_state: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::provisioning_state`].
    #[must_use]
    pub fn with_provisioning_state(
        mut self,
        provisioning_state: impl Into<String>,
    ) -> Self {
        self.provisioning_state = Some(provisioning_state.into());
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

impl Default for DepotProperties {
    fn default() -> Self {
        Self::new()
    }
}
