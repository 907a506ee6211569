//! Carries a request to its operation, and checks the request and the response by the document.

use std::sync::Arc;

use axum::extract::Request;
use axum::response::{IntoResponse, Response};

use super::limits;
use crate::call::{Call, TokensUsed};
use crate::catalogue::{Api, DEPLOYMENT_ID, OperationKey, Route, is_v1};
use crate::operations::{
    audio, batches, chat, completions, deployments, embeddings, files, fine_tuning, images, ingestion, models, stored,
    uploads,
};
use crate::spec;
use crate::state::State;
use crate::wire::ServiceError;

/// Responds to a request whose route is known.
pub(super) async fn serve(state: &Arc<State>, route: Route, request: Request) -> Result<Response, ServiceError> {
    let (operation, parameters) = match route {
        Route::Operation(operation, parameters) => (operation, parameters),
        Route::OtherMethods(methods) => return Err(ServiceError::wrong_method(&methods.join(", "))),
        Route::Unknown => return Err(ServiceError::no_resource()),
    };
    if is_v1(request.uri().path()) && !spec::has_v1(operation.key) {
        return Err(ServiceError::no_resource());
    }
    let named = parameters.iter().find(|(name, _)| *name == DEPLOYMENT_ID);
    let deployment = match named {
        None if operation.is_inference() => {
            let message = "you must provide a model parameter";
            return Err(ServiceError::invalid_request(
                "missing_required_parameter",
                "model",
                message,
            ));
        }
        Some((_, name)) => Some(state.deployments.get(name).ok_or_else(ServiceError::no_deployment)?),
        None => None,
    };
    let (parts, body) = request.into_parts();
    let mut call = Call {
        operation,
        deployment: deployment.clone(),
        parameters,
        parts,
        body,
        json: None,
    };
    let version = call.dated_version().filter(|_| !state.config.accept_unknown_parameters);
    if version.is_some_and(|version| !spec::has_version(operation.key, &version)) {
        return Err(ServiceError::no_resource());
    }
    if let Some(deployment) = &deployment {
        let version = call.query("api-version").unwrap_or_else(|| "v1".to_owned());
        if let Err(refusal) = limits::admit(deployment, operation, &version) {
            return Ok(*refusal);
        }
    }
    let checked = match spec::check_content_type(operation.key, &call.parts.headers) {
        Ok(()) if state.config.validate => call.check(state.config.accept_unknown_parameters).await,
        checked => checked,
    };
    let result = match checked {
        Ok(()) => run(state, call).await,
        Err(error) => Err(error),
    };
    let mut response = match result {
        Ok(response) => response,
        Err(error) if operation.api == Api::Authoring => error.authoring().into_response(),
        Err(error) => error.into_response(),
    };
    if state.config.validate {
        let reporter = Arc::clone(state);
        let report = move |why| reporter.report_violation(why);
        response = spec::check_response(operation.key, response, report).await;
    }
    if let Some(deployment) = deployment {
        let tokens = response.extensions().get::<TokensUsed>();
        let tokens = tokens.map_or(0, |used| used.0);
        limits::spend(&deployment, tokens, response.headers_mut());
    }
    Ok(response)
}

async fn run(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    use OperationKey as Key;
    match call.operation.key {
        Key::ChatCompletionsCreate => chat::create(state, call).await,
        Key::CompletionsCreate => completions::create(state, call).await,
        Key::EmbeddingsCreate => embeddings::create(state, call).await,
        Key::ImageEditsCreate => images::edit(state, call).await,
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
