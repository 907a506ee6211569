// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from open_enum/document.yaml: Open enumerations 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Jobs`: The operations `Jobs_*`.

use azure_openai_core::{
    Extra, JsonOrDefault, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};

/// The operations `Jobs_*`.
#[derive(Clone, Debug)]
pub struct JobsClient {
    pub(super) pipeline: Pipeline,
}

impl JobsClient {
    /// Jobs get.
    ///
    /// `Jobs_Get`: `GET /a`.
    pub fn get(&self) -> RequestBuilder<JsonOrDefault<Job>> {
        let call = Request::new(JOBS_GET);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const JOBS_GET: &Operation = &Operation::new("Jobs_Get", Method::GET, "/a");

/// Job.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Job {
    /// Status.
    pub status: Option<JobStatus>,
    /// Odd.
    pub odd: Option<JobOdd>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Job, response { "status" => status : optional, "odd" => odd : optional, }
);

impl Job {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            status: None,
            odd: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::status`].
    #[must_use]
    pub fn with_status(mut self, status: impl Into<JobStatus>) -> Self {
        self.status = Some(status.into());
        self
    }

    /// Sets [`Self::odd`].
    #[must_use]
    pub fn with_odd(mut self, odd: impl Into<JobOdd>) -> Self {
        self.odd = Some(odd.into());
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

impl Default for Job {
    fn default() -> Self {
        Self::new()
    }
}

/// Job status.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum JobStatus {
    /// Waits \[soon\].
    ///
    /// Serialized as `queued`.
    Queued,
    /// Serialized as `in_progress`.
    InProgress,
    /// Done.
    ///
    /// Serialized as `done`.
    Done,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    JobStatus { Queued = "queued", InProgress = "in_progress", Done = "done", }
);

/// Job odd.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum JobOdd {
    /// Serialized as `  `.
    X,
    /// Serialized as `*`.
    X2,
    /// Serialized as `1`.
    X1,
    /// Serialized as `1024x1024`.
    X1024x1024,
    /// Serialized as `a-b`.
    AB,
    /// Serialized as `a_b`.
    AB2,
    /// Serialized as `unknown`.
    Unknown2,
    /// Serialized as `Unknown2`.
    Unknown22,
    /// Serialized as `self`.
    Self_,
    /// Serialized as `ü`.
    Ü,
    /// Serialized as `+1`.
    X12,
    /// Serialized as `-1`.
    X13,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    JobOdd { X = "", X2 = "*", X1 = "1", X1024x1024 = "1024x1024", AB = "a-b", AB2 =
    "a_b", Unknown2 = "unknown", Unknown22 = "Unknown2", Self_ = "self", Ü = "ü", X12 =
    "+1", X13 = "-1", }
);
