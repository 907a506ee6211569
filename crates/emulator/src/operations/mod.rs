//! A file for each group of operations.

mod chat;
mod deployments;
mod embeddings;
mod files;
mod models;

use std::sync::Arc;

use axum::body::Body;
use axum::response::Response;
use http::request::Parts;

use crate::routes::{Operation, OperationKey};
use crate::state::State;
use crate::state::deployments::Deployment;
use crate::wire::ServiceError;

/// A request that found its operation.
pub(crate) struct Call {
    pub(crate) operation: &'static Operation,
    /// The deployment in the path, if the operation has one.
    pub(crate) deployment: Option<Arc<Deployment>>,
    /// The path's parameters, decoded.
    pub(crate) parameters: Vec<(String, String)>,
    pub(crate) parts: Parts,
    pub(crate) body: Body,
}

/// How many tokens an answer cost, kept among its extensions.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TokensUsed(pub(crate) u64);

/// Does the operation.
pub(crate) async fn answer(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    use OperationKey as Key;
    match call.operation.key {
        Key::ChatCompletionsCreate => chat::create(state, call).await,
        Key::EmbeddingsCreate => embeddings::create(call).await,
        Key::InferenceModelsList | Key::AuthoringModelsList => models::list(),
        Key::DeploymentsList => deployments::list(state),
        Key::FilesList => files::list(state, &call),
        Key::FilesUpload => files::upload(state, call).await,
        Key::FilesGet => files::get(state, &call),
        Key::FilesDelete => files::delete(state, &call),
        Key::FilesGetContent => files::content(state, call).await,
        Key::CompletionsCreate
        | Key::ImageGenerationsCreate
        | Key::AudioTranscriptionsCreate
        | Key::AudioTranslationsCreate
        | Key::AudioSpeechCreate
        | Key::BatchList
        | Key::BatchCreate
        | Key::BatchGet
        | Key::BatchCancel
        | Key::StoredCompletionList
        | Key::StoredCompletionGet
        | Key::StoredCompletionUpdate
        | Key::StoredCompletionDelete
        | Key::StoredCompletionGetMessages
        | Key::FilesImport
        | Key::FineTuningList
        | Key::FineTuningCreate
        | Key::FineTuningGet
        | Key::FineTuningDelete
        | Key::FineTuningCancel
        | Key::FineTuningGetCheckpoints
        | Key::FineTuningGetEvents
        | Key::IngestionJobsList
        | Key::IngestionJobsCreate
        | Key::IngestionJobsGet
        | Key::IngestionJobRunsList
        | Key::IngestionJobRunsGet
        | Key::ModelsGet
        | Key::UploadFileStart
        | Key::UploadFileCancel
        | Key::UploadFileComplete
        | Key::UploadFilePart => Err(ServiceError::not_emulated(call.operation)),
    }
}

impl Call {
    fn deployment(&self) -> Result<&Arc<Deployment>, ServiceError> {
        self.deployment
            .as_ref()
            .ok_or_else(ServiceError::no_deployment)
    }

    /// A path parameter; the router has seen to it that the path has those of its template.
    fn parameter(&self, name: &str) -> &str {
        self.parameters
            .iter()
            .find(|(key, _)| key == name)
            .map_or("", |(_, value)| value)
    }

    /// The first query parameter of this name.
    fn query(&self, name: &str) -> Option<String> {
        let query = self.parts.uri.query().unwrap_or_default();
        form_urlencoded::parse(query.as_bytes())
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.into_owned())
    }
}

/// Runs what takes a processor longer than a moment apart from the connections.
async fn compute<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ServiceError> + Send + 'static,
) -> Result<T, ServiceError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|error| Err(ServiceError::internal(error.to_string())))
}
