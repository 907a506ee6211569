// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_responses/document.yaml: Responses of another service 1.
// Do not edit: change the overlay or the generator, and run it again.

//! The client, its groups of operations and their types.

use azure_openai_core::{Operation, Pipeline};
mod tasks;
mod gauges;
mod reports;
mod search;
mod shared;
pub use tasks::*;
pub use gauges::*;
pub use reports::*;
pub use search::*;
pub use shared::*;

/// Every operation of the document, in its order.
pub const OPERATIONS: &[&Operation] = &[
    tasks::TASKS_NEXT,
    tasks::TASKS_LAST,
    tasks::TASKS_EXISTS,
    tasks::TASKS_SET,
    tasks::TASKS_COPY,
    tasks::TASKS_LIST,
    gauges::GAUGES_READINGS,
    gauges::GAUGES_LEVELS,
    gauges::GAUGES_SEEN,
    gauges::GAUGES_LAST,
    gauges::GAUGES_PICTURE,
    gauges::GAUGES_CHECK,
    gauges::GAUGES_SEAL,
    reports::REPORTS_GET,
    reports::REPORTS_MAKE,
    reports::REPORTS_SEND,
    search::SEARCH_RUN,
];

/// Client of Responses of another service. Made of a [`Pipeline`]; cheap to clone.
#[derive(Clone, Debug)]
pub struct Client {
    pipeline: Pipeline,
}

impl Client {
    /// Creates a client that sends through the pipeline.
    pub fn new(pipeline: Pipeline) -> Self {
        Self { pipeline }
    }

    /// Returns the pipeline that requests are sent through.
    pub fn pipeline(&self) -> &Pipeline {
        &self.pipeline
    }

    /// The operations `Tasks_*`.
    pub fn tasks(&self) -> tasks::TasksClient {
        tasks::TasksClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `Gauges_*`.
    pub fn gauges(&self) -> gauges::GaugesClient {
        gauges::GaugesClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `Reports_*`.
    pub fn reports(&self) -> reports::ReportsClient {
        reports::ReportsClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `Search_*`.
    pub fn search(&self) -> search::SearchClient {
        search::SearchClient {
            pipeline: self.pipeline.clone(),
        }
    }
}
