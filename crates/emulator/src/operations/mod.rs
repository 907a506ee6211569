//! A file for each group of operations.

mod audio;
mod batches;
mod chat;
mod completions;
mod deployments;
mod embeddings;
mod files;
mod fine_tuning;
mod generation;
pub(crate) mod images;
mod ingestion;
mod jsonl;
mod lists;
mod models;
mod stored;
mod uploads;

use std::sync::Arc;

use axum::body::Body;
use axum::response::Response;
use http::header;
use http::request::Parts;
use serde_json::Value;
use tokio::sync::Semaphore;

use crate::documents;
use crate::routes::{Api, Operation, OperationKey};
use crate::state::State;
use crate::state::deployments::Deployment;
use crate::wire::ServiceError;
use crate::wire::body;

/// A request that found its operation.
pub(crate) struct Call {
    pub(crate) operation: &'static Operation,
    /// The deployment in the path, if the operation has one.
    pub(crate) deployment: Option<Arc<Deployment>>,
    /// The path's parameters, decoded.
    pub(crate) parameters: Vec<(String, String)>,
    pub(crate) parts: Parts,
    pub(crate) body: Body,
    /// The JSON body, where it was read already.
    pub(crate) json: Option<Value>,
}

/// How many tokens an answer cost, kept among its extensions.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TokensUsed(pub(crate) u64);

/// Does the operation.
pub(crate) async fn answer(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    use OperationKey as Key;
    match call.operation.key {
        Key::ChatCompletionsCreate => chat::create(state, call).await,
        Key::CompletionsCreate => completions::create(state, call).await,
        Key::EmbeddingsCreate => embeddings::create(call).await,
        Key::ImageGenerationsCreate => images::create(state, call).await,
        Key::AudioTranscriptionsCreate => audio::transcribe(state, call).await,
        Key::AudioTranslationsCreate => audio::translate(state, call).await,
        Key::AudioSpeechCreate => audio::speak(state, call).await,
        Key::InferenceModelsList | Key::AuthoringModelsList => models::list(state, call),
        Key::ModelsGet => models::get(state, call),
        Key::DeploymentsList => deployments::list(state),
        Key::BatchList => batches::list(state, call).await,
        Key::BatchCreate => batches::create(state, call).await,
        Key::BatchGet => batches::get(state, call).await,
        Key::BatchCancel => batches::cancel(state, call).await,
        Key::StoredCompletionList => stored::list(state, call).await,
        Key::StoredCompletionGet => stored::get(state, call).await,
        Key::StoredCompletionUpdate => stored::update(state, call).await,
        Key::StoredCompletionDelete => stored::delete(state, call).await,
        Key::StoredCompletionGetMessages => stored::messages(state, call).await,
        Key::FilesList => files::list(state, call).await,
        Key::FilesUpload => files::upload(state, call).await,
        Key::FilesImport => files::import(state, call).await,
        Key::FilesGet => files::get(state, call).await,
        Key::FilesDelete => files::delete(state, &call),
        Key::FilesGetContent => files::content(state, call).await,
        Key::UploadFileStart => uploads::start(state, call).await,
        Key::UploadFilePart => uploads::part(state, call).await,
        Key::UploadFileComplete => uploads::complete(state, call).await,
        Key::UploadFileCancel => uploads::cancel(state, call).await,
        Key::FineTuningList => fine_tuning::list(state, call).await,
        Key::FineTuningCreate => fine_tuning::create(state, call).await,
        Key::FineTuningGet => fine_tuning::get(state, call).await,
        Key::FineTuningDelete => fine_tuning::delete(state, call).await,
        Key::FineTuningCancel => fine_tuning::cancel(state, call).await,
        Key::FineTuningGetCheckpoints => fine_tuning::checkpoints(state, call).await,
        Key::FineTuningGetEvents => fine_tuning::events(state, call).await,
        Key::IngestionJobsList => ingestion::list(state, call).await,
        Key::IngestionJobsCreate => ingestion::create(state, call).await,
        Key::IngestionJobsGet => ingestion::get(state, call).await,
        Key::IngestionJobRunsList => ingestion::runs(state, call).await,
        Key::IngestionJobRunsGet => ingestion::run(state, call).await,
    }
}

impl Call {
    /// Refuses what the document does not allow, before anything is done.
    pub(crate) async fn check(&mut self) -> Result<(), ServiceError> {
        let key = self.operation.key;
        let query = self.parts.uri.query().unwrap_or_default();
        documents::check_parameters(key, query, &self.parts.headers)?;
        if documents::takes_json(key) {
            let bytes = body::read(std::mem::take(&mut self.body)).await?;
            if !(bytes.is_empty() && documents::body_is_optional(key)) {
                let value = body::parse(&bytes)?;
                documents::check_body(key, &value, self.later_version())?;
                self.json = Some(value);
            }
        }
        Ok(())
    }

    /// The JSON body; it is read once.
    async fn json(&mut self) -> Result<Value, ServiceError> {
        match self.json.take() {
            Some(value) => Ok(value),
            None => body::parse(&body::read(std::mem::take(&mut self.body)).await?),
        }
    }

    /// Whether the api-version is a later one than the document's.
    fn later_version(&self) -> bool {
        let version = self.query("api-version").unwrap_or_default();
        match self.operation.api {
            Api::Inference => version.as_str() > "2024-06-01",
            Api::Authoring => version.as_str() > "2025-03-01-preview",
        }
    }

    fn deployment(&self) -> Result<&Arc<Deployment>, ServiceError> {
        self.deployment.as_ref().ok_or_else(ServiceError::no_deployment)
    }

    /// A path parameter; the router has seen to it that the path has those of its template.
    fn parameter(&self, name: &str) -> &str {
        self.parameters
            .iter()
            .find(|(key, _)| key == name)
            .map_or("", |(_, value)| value)
    }

    /// The origin that the caller used, which may be a name or a proxy's.
    fn origin(&self, state: &State) -> String {
        let host = self.parts.headers.get(header::HOST);
        match host.and_then(|host| host.to_str().ok()) {
            Some(host) => format!("http://{host}"),
            None => state.endpoint.clone(),
        }
    }

    /// The URL of `path`, relative to `/openai`, on the caller's origin and with the caller's version.
    fn url(&self, state: &State, path: &str) -> String {
        let origin = self.origin(state);
        let version = self.query("api-version").unwrap_or_default();
        let version: String = form_urlencoded::byte_serialize(version.as_bytes()).collect();
        format!("{origin}/openai/{path}?api-version={version}")
    }

    /// The first query parameter of this name.
    fn query(&self, name: &str) -> Option<String> {
        let query = self.parts.uri.query().unwrap_or_default();
        form_urlencoded::parse(query.as_bytes())
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.into_owned())
    }
}

/// How much is computed at once. More than processors, fewer than the threads that a thousand requests would start.
static COMPUTING: Semaphore = Semaphore::const_new(16);

/// Runs what takes a processor longer than a moment apart from the connections.
async fn compute<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ServiceError> + Send + 'static,
) -> Result<T, ServiceError> {
    // Never closed; if it were, nothing would be lost but the limit.
    let _turn = COMPUTING.acquire().await;
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|error| Err(ServiceError::internal(error.to_string())))
}
