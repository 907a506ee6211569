// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from open_enum/document.yaml: Open enumerations 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Jobs`: The operations `Jobs_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};
use serde::{Deserialize, Serialize};

/// The operations `Jobs_*`.
#[derive(Clone, Debug)]
pub struct JobsClient {
    pub(super) pipeline: Pipeline,
}

impl JobsClient {
    /// Jobs get.
    ///
    /// `Jobs_Get`: `GET /a`.
    pub fn get(&self) -> RequestBuilder<Json<Job>> {
        let call = Request::new(JOBS_GET);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const JOBS_GET: &Operation = &Operation::new("Jobs_Get", Method::GET, "/a");

/// Job.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Job {
    /// Status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<JobStatus>,
    /// Odd.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub odd: Option<JobOdd>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Job {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
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

/// Job status.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum JobStatus {
    /// Waits \[soon\].
    ///
    /// On the wire: `queued`.
    Queued,
    /// On the wire: `in_progress`.
    InProgress,
    /// Done.
    ///
    /// On the wire: `done`.
    Done,
    /// A value that this version of the crate does not know, as it came.
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
    /// On the wire: `  `.
    X,
    /// On the wire: `*`.
    X2,
    /// On the wire: `1`.
    X1,
    /// On the wire: `1024x1024`.
    X1024x1024,
    /// On the wire: `a-b`.
    AB,
    /// On the wire: `a_b`.
    AB2,
    /// On the wire: `unknown`.
    Unknown2,
    /// On the wire: `Unknown2`.
    Unknown22,
    /// On the wire: `self`.
    Self_,
    /// On the wire: `ü`.
    Ü,
    /// On the wire: `+1`.
    X12,
    /// On the wire: `-1`.
    X13,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    JobOdd { X = "", X2 = "*", X1 = "1", X1024x1024 = "1024x1024", AB = "a-b", AB2 =
    "a_b", Unknown2 = "unknown", Unknown22 = "Unknown2", Self_ = "self", Ü = "ü", X12 =
    "+1", X13 = "-1", }
);
