// Made by `cargo xtask codegen` from specs/authoring/swagger.yaml: Azure OpenAI API version 2025-03-01-preview.
// Do not edit: change the overlay or the generator, and run it again.

//! The client, its groups of operations and their types.

use azure_openai_core::{Operation, Pipeline};
mod batch;
mod stored_completion;
mod files;
mod fine_tuning;
mod ingestion_jobs;
mod ingestion_job_runs;
mod models;
mod upload_file;
mod shared;
pub use batch::*;
pub use stored_completion::*;
pub use files::*;
pub use fine_tuning::*;
pub use ingestion_jobs::*;
pub use ingestion_job_runs::*;
pub use models::*;
pub use upload_file::*;
pub use shared::*;

/// Every operation of the document, in its order.
pub const OPERATIONS: &[&Operation] = &[
    batch::BATCH_LIST,
    batch::BATCH_CREATE,
    batch::BATCH_GET,
    batch::BATCH_CANCEL,
    stored_completion::STORED_COMPLETION_LIST,
    stored_completion::STORED_COMPLETION_GET,
    stored_completion::STORED_COMPLETION_UPDATE,
    stored_completion::STORED_COMPLETION_DELETE,
    stored_completion::STORED_COMPLETION_GET_MESSAGES,
    files::FILES_LIST,
    files::FILES_UPLOAD,
    files::FILES_IMPORT,
    files::FILES_GET,
    files::FILES_DELETE,
    files::FILES_GET_CONTENT,
    fine_tuning::FINE_TUNING_LIST,
    fine_tuning::FINE_TUNING_CREATE,
    fine_tuning::FINE_TUNING_GET,
    fine_tuning::FINE_TUNING_DELETE,
    fine_tuning::FINE_TUNING_CANCEL,
    fine_tuning::FINE_TUNING_GET_CHECKPOINTS,
    fine_tuning::FINE_TUNING_GET_EVENTS,
    ingestion_jobs::INGESTION_JOBS_LIST,
    ingestion_jobs::INGESTION_JOBS_CREATE,
    ingestion_jobs::INGESTION_JOBS_GET,
    ingestion_job_runs::INGESTION_JOB_RUNS_LIST,
    ingestion_job_runs::INGESTION_JOB_RUNS_GET,
    models::MODELS_LIST,
    models::MODELS_GET,
    upload_file::UPLOAD_FILE_START,
    upload_file::UPLOAD_FILE_CANCEL,
    upload_file::UPLOAD_FILE_COMPLETE,
    upload_file::UPLOAD_FILE_PART,
];

/// Client of Azure OpenAI API version 2025-03-01-preview. Made of a [`Pipeline`]; cheap to clone.
#[derive(Clone, Debug)]
pub struct Client {
    pipeline: Pipeline,
}

/// The api-version of the document, sent with each request unless another is set.
pub const API_VERSION: &str = "2025-03-01-preview";

impl Client {
    /// Creates a client that sends through the pipeline, with [`API_VERSION`] unless the pipeline has another.
    pub fn new(pipeline: Pipeline) -> Self {
        Self {
            pipeline: pipeline.or_api_version(API_VERSION),
        }
    }

    /// Returns the pipeline that requests are sent through.
    pub fn pipeline(&self) -> &Pipeline {
        &self.pipeline
    }

    /// The operations `Batch_*`.
    pub fn batch(&self) -> batch::BatchClient {
        batch::BatchClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `StoredCompletion_*`.
    pub fn stored_completion(&self) -> stored_completion::StoredCompletionClient {
        stored_completion::StoredCompletionClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `Files_*`.
    pub fn files(&self) -> files::FilesClient {
        files::FilesClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `FineTuning_*`.
    pub fn fine_tuning(&self) -> fine_tuning::FineTuningClient {
        fine_tuning::FineTuningClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `IngestionJobs_*`.
    pub fn ingestion_jobs(&self) -> ingestion_jobs::IngestionJobsClient {
        ingestion_jobs::IngestionJobsClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `IngestionJobRuns_*`.
    pub fn ingestion_job_runs(&self) -> ingestion_job_runs::IngestionJobRunsClient {
        ingestion_job_runs::IngestionJobRunsClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `Models_*`.
    pub fn models(&self) -> models::ModelsClient {
        models::ModelsClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `UploadFile_*`.
    pub fn upload_file(&self) -> upload_file::UploadFileClient {
        upload_file::UploadFileClient {
            pipeline: self.pipeline.clone(),
        }
    }
}
