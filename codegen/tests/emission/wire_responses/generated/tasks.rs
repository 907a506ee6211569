// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_responses/document.yaml: Responses of another service 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Tasks`: The operations `Tasks_*`.

use azure_openai_core::{
    Extra, JsonByStatus, JsonOrDefault, Method, NoContent, Operation, OptionalJson,
    Pipeline, Request, RequestBuilder, Value,
};
use super::shared::Task;

/// The operations `Tasks_*`.
#[derive(Clone, Debug)]
pub struct TasksClient {
    pub(super) pipeline: Pipeline,
}

impl TasksClient {
    /// Tasks next.
    ///
    /// `Tasks_Next`: `POST /tasks/next`.
    pub fn next(&self) -> RequestBuilder<OptionalJson<Task>> {
        let call = Request::new(TASKS_NEXT);
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Tasks last.
    ///
    /// `Tasks_Last`: `GET /tasks/last`.
    pub fn last(&self) -> RequestBuilder<OptionalJson<Task>> {
        let call = Request::new(TASKS_LAST);
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Tasks exists.
    ///
    /// `Tasks_Exists`: `HEAD /tasks/{id}`.
    ///
    /// # Arguments
    /// - `id`: Id.
    pub fn exists(&self, id: impl AsRef<str>) -> RequestBuilder<NoContent> {
        let call = Request::new(TASKS_EXISTS).path("id", id.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Tasks set.
    ///
    /// `Tasks_Set`: `PUT /tasks/{id}`.
    ///
    /// # Arguments
    /// - `id`: Id.
    pub fn set(
        &self,
        id: impl AsRef<str>,
    ) -> RequestBuilder<JsonByStatus<TasksSetResponse>> {
        let call = Request::new(TASKS_SET).path("id", id.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Tasks copy.
    ///
    /// `Tasks_Copy`: `POST /tasks/{id}/copies`.
    ///
    /// # Arguments
    /// - `id`: Id.
    pub fn copy(
        &self,
        id: impl AsRef<str>,
    ) -> RequestBuilder<JsonByStatus<Option<TasksCopyResponse>>> {
        let call = Request::new(TASKS_COPY).path("id", id.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Tasks list.
    ///
    /// `Tasks_List`: `GET /tasks`.
    ///
    /// # Errors
    /// Their bodies decode by [`decode_body`](azure_openai_core::Error::decode_body) as:
    ///
    /// - 404: `Ticket`
    /// - any other status: `Vec<Task>`
    pub fn list(&self) -> RequestBuilder<JsonOrDefault<Vec<Task>>> {
        let call = Request::new(TASKS_LIST);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const TASKS_NEXT: &Operation = &Operation::new(
    "Tasks_Next",
    Method::POST,
    "/tasks/next",
);

pub(super) const TASKS_LAST: &Operation = &Operation::new(
    "Tasks_Last",
    Method::GET,
    "/tasks/last",
);

pub(super) const TASKS_EXISTS: &Operation = &Operation::new(
    "Tasks_Exists",
    Method::HEAD,
    "/tasks/{id}",
);

pub(super) const TASKS_SET: &Operation = &Operation::new(
    "Tasks_Set",
    Method::PUT,
    "/tasks/{id}",
);

pub(super) const TASKS_COPY: &Operation = &Operation::new(
    "Tasks_Copy",
    Method::POST,
    "/tasks/{id}/copies",
);

pub(super) const TASKS_LIST: &Operation = &Operation::new(
    "Tasks_List",
    Method::GET,
    "/tasks",
);

/// Copy.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Copy {
    /// Id.
    pub id: String,
    /// Done.
    pub done: Option<bool>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Copy { "id" => id : required, "done" => done : optional, }
);

azure_openai_core::fit_object!(
    Copy { "id" : String = required, "done" : bool = optional, }
);

impl Copy {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            id: Default::default(),
            done: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::id`].
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::done`].
    #[must_use]
    pub fn with_done(mut self, done: bool) -> Self {
        self.done = Some(done);
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

impl Default for Copy {
    fn default() -> Self {
        Self::new()
    }
}

/// Ticket.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Ticket {
    /// Ticket.
    pub ticket: i64,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(Ticket { "ticket" => ticket : required, });

azure_openai_core::fit_object!(Ticket { "ticket" : i64 = required, });

impl Ticket {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            ticket: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::ticket`].
    #[must_use]
    pub fn with_ticket(mut self, ticket: i64) -> Self {
        self.ticket = ticket;
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

impl Default for Ticket {
    fn default() -> Self {
        Self::new()
    }
}

/// Tasks set response.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum TasksSetResponse {
    /// Task.
    Task(Task),
    /// Ticket.
    Ticket(Ticket),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::status_union!(
    TasksSetResponse { Task(Task) = [200], Ticket(Ticket) = [202], }
);

impl From<Task> for TasksSetResponse {
    fn from(value: Task) -> Self {
        Self::Task(value)
    }
}

impl From<Ticket> for TasksSetResponse {
    fn from(value: Ticket) -> Self {
        Self::Ticket(value)
    }
}

/// Tasks copy response.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum TasksCopyResponse {
    /// Task.
    Task(Task),
    /// String.
    String(String),
    /// Copy.
    Copy(Copy),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::status_union!(
    TasksCopyResponse { Task(Task) = [200 | 201], Copy(Copy) = [202], String(String) =
    [200..= 299], }
);

impl From<Task> for TasksCopyResponse {
    fn from(value: Task) -> Self {
        Self::Task(value)
    }
}

impl From<String> for TasksCopyResponse {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for TasksCopyResponse {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<Copy> for TasksCopyResponse {
    fn from(value: Copy) -> Self {
        Self::Copy(value)
    }
}
