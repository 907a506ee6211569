// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_responses/document.yaml: Responses of another service 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Reports`: The operations `Reports_*`.

use azure_openai_core::{
    Json, JsonOrBytes, JsonOrText, Method, Operation, Pipeline, Request, RequestBuilder,
    Value,
};
use super::shared::Task;

/// The operations `Reports_*`.
#[derive(Clone, Debug)]
pub struct ReportsClient {
    pub(super) pipeline: Pipeline,
}

impl ReportsClient {
    /// Reports get.
    ///
    /// `Reports_Get`: `GET /reports/{id}`.
    ///
    /// # Arguments
    /// - `id`: Id.
    pub fn get(&self, id: impl AsRef<str>) -> RequestBuilder<JsonOrBytes<Task>> {
        let call = Request::new(REPORTS_GET).path("id", id.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Reports make.
    ///
    /// `Reports_Make`: `PUT /reports/{id}`.
    ///
    /// # Arguments
    /// - `id`: Id.
    pub fn make(
        &self,
        id: impl AsRef<str>,
    ) -> RequestBuilder<JsonOrText<ReportsMakeResponse>> {
        let call = Request::new(REPORTS_MAKE).path("id", id.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Reports send.
    ///
    /// `Reports_Send`: `POST /reports/{id}`.
    ///
    /// # Arguments
    /// - `id`: Id.
    pub fn send(&self, id: impl AsRef<str>) -> RequestBuilder<Json<Task>> {
        let call = Request::new(REPORTS_SEND).path("id", id.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const REPORTS_GET: &Operation = &Operation::new(
    "Reports_Get",
    Method::GET,
    "/reports/{id}",
);

pub(super) const REPORTS_MAKE: &Operation = &Operation::new(
    "Reports_Make",
    Method::PUT,
    "/reports/{id}",
);

pub(super) const REPORTS_SEND: &Operation = &Operation::new(
    "Reports_Send",
    Method::POST,
    "/reports/{id}",
);

/// Reports make response.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum ReportsMakeResponse {
    /// Task.
    Task(Task),
    /// Task list.
    TaskList(Vec<Task>),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::status_union!(
    ReportsMakeResponse { Task(Task) = [200], TaskList(Vec < Task >) = [201], }
);

impl From<Task> for ReportsMakeResponse {
    fn from(value: Task) -> Self {
        Self::Task(value)
    }
}

impl From<Vec<Task>> for ReportsMakeResponse {
    fn from(value: Vec<Task>) -> Self {
        Self::TaskList(value)
    }
}

impl<const N: usize> From<[Task; N]> for ReportsMakeResponse {
    fn from(value: [Task; N]) -> Self {
        Self::TaskList(value.into())
    }
}
