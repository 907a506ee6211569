//! The list of operations, and how a request finds its own.

use std::sync::Arc;

use axum::RequestExt;
use axum::extract::{RawPathParams, Request, State as Shared};
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing::{Router, any, get};
use http::Method;

use crate::admin;
use crate::documents;
use crate::operations::{self, Call, images};
use crate::state::State;
use crate::wire::ServiceError;
use crate::wire::api_version::ApiVersion;
use crate::wire::{body, gateway, limits};

/// Which document an operation is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Api {
    Inference,
    Authoring,
}

/// An operation of one of the two documents.
#[derive(Debug)]
pub(crate) struct Operation {
    pub(crate) key: OperationKey,
    /// As the document has it.
    pub(crate) id: &'static str,
    pub(crate) api: Api,
    pub(crate) method: Method,
    /// The document's path template, which the router takes as it is.
    pub(crate) path: &'static str,
}

macro_rules! operations {
    ($($api:ident { $($key:ident = $id:literal $method:ident $path:literal,)* })*) => {
        /// Names each operation, so that the compiler sees to it that each is answered.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum OperationKey { $($($key,)*)* }

        /// Every operation of the two documents, in their order.
        pub(crate) static OPERATIONS: &[Operation] = &[$($(Operation {
            key: OperationKey::$key, id: $id, api: Api::$api, method: Method::$method, path: $path,
        },)*)*];
    };
}

operations! {
    Inference {
        ChatCompletionsCreate = "ChatCompletions_Create" POST "/deployments/{deployment-id}/chat/completions",
        CompletionsCreate = "Completions_Create" POST "/deployments/{deployment-id}/completions",
        EmbeddingsCreate = "Embeddings_Create" POST "/deployments/{deployment-id}/embeddings",
        ImageGenerationsCreate = "ImageGenerations_Create" POST "/deployments/{deployment-id}/images/generations",
        AudioTranscriptionsCreate = "AudioTranscriptions_Create" POST "/deployments/{deployment-id}/audio/transcriptions",
        AudioTranslationsCreate = "AudioTranslations_Create" POST "/deployments/{deployment-id}/audio/translations",
        AudioSpeechCreate = "AudioSpeech_Create" POST "/deployments/{deployment-id}/audio/speech",
        InferenceModelsList = "Models_List" GET "/models",
        DeploymentsList = "Deployments_List" GET "/deployments",
    }
    Authoring {
        BatchList = "Batch_List" GET "/batches",
        BatchCreate = "Batch_Create" POST "/batches",
        BatchGet = "Batch_Get" GET "/batches/{batch-id}",
        BatchCancel = "Batch_Cancel" POST "/batches/{batch-id}/cancel",
        StoredCompletionList = "StoredCompletion_List" GET "/chat/completions",
        StoredCompletionGet = "StoredCompletion_Get" GET "/chat/completions/{stored-completion-id}",
        StoredCompletionUpdate = "StoredCompletion_Update" POST "/chat/completions/{stored-completion-id}",
        StoredCompletionDelete = "StoredCompletion_Delete" DELETE "/chat/completions/{stored-completion-id}",
        StoredCompletionGetMessages = "StoredCompletion_GetMessages" GET "/chat/completions/{stored-completion-id}/messages",
        FilesList = "Files_List" GET "/files",
        FilesUpload = "Files_Upload" POST "/files",
        FilesImport = "Files_Import" POST "/files/import",
        FilesGet = "Files_Get" GET "/files/{file-id}",
        FilesDelete = "Files_Delete" DELETE "/files/{file-id}",
        FilesGetContent = "Files_GetContent" GET "/files/{file-id}/content",
        FineTuningList = "FineTuning_List" GET "/fine_tuning/jobs",
        FineTuningCreate = "FineTuning_Create" POST "/fine_tuning/jobs",
        FineTuningGet = "FineTuning_Get" GET "/fine_tuning/jobs/{fine-tuning-job-id}",
        FineTuningDelete = "FineTuning_Delete" DELETE "/fine_tuning/jobs/{fine-tuning-job-id}",
        FineTuningCancel = "FineTuning_Cancel" POST "/fine_tuning/jobs/{fine-tuning-job-id}/cancel",
        FineTuningGetCheckpoints = "FineTuning_GetCheckpoints" GET "/fine_tuning/jobs/{fine-tuning-job-id}/checkpoints",
        FineTuningGetEvents = "FineTuning_GetEvents" GET "/fine_tuning/jobs/{fine-tuning-job-id}/events",
        IngestionJobsList = "IngestionJobs_List" GET "/ingestion/jobs",
        IngestionJobsCreate = "IngestionJobs_Create" PUT "/ingestion/jobs/{job-id}",
        IngestionJobsGet = "IngestionJobs_Get" GET "/ingestion/jobs/{job-id}",
        IngestionJobRunsList = "IngestionJobRuns_List" GET "/ingestion/jobs/{job-id}/runs",
        IngestionJobRunsGet = "IngestionJobRuns_Get" GET "/ingestion/jobs/{job-id}/runs/{run-id}",
        AuthoringModelsList = "Models_List" GET "/models",
        ModelsGet = "Models_Get" GET "/models/{model-id}",
        UploadFileStart = "UploadFile_Start" POST "/uploads",
        UploadFileCancel = "UploadFile_Cancel" POST "/uploads/{upload-id}/cancel",
        UploadFileComplete = "UploadFile_Complete" POST "/uploads/{upload-id}/complete",
        UploadFilePart = "UploadFile_Part" POST "/uploads/{upload-id}/parts",
    }
}

/// All routes, and the gateway before them.
pub(crate) fn router(state: Arc<State>) -> Router {
    let mut paths: Vec<&'static str> = OPERATIONS.iter().map(|operation| operation.path).collect();
    paths.sort_unstable();
    paths.dedup();
    let mut router = Router::new();
    for path in paths {
        let here: Arc<[&'static Operation]> = OPERATIONS.iter().filter(|operation| operation.path == path).collect();
        let handler = move |Shared(state): Shared<Arc<State>>, request: Request| {
            let here = Arc::clone(&here);
            async move {
                serve(&state, &here, request)
                    .await
                    .unwrap_or_else(IntoResponse::into_response)
            }
        };
        router = router.route(&format!("/openai{path}"), any(handler));
    }
    router
        .fallback(async || ServiceError::no_resource())
        .layer(middleware::from_fn_with_state(Arc::clone(&state), gateway::pass))
        // Behind the gateway's back: an image's link needs no key.
        .route(images::LINK, get(images::fetch))
        .with_state(Arc::clone(&state))
        .merge(admin::router(state))
}

/// Answers a request to one path with the operation that its method, and its version if need be, choose.
async fn serve(
    state: &Arc<State>,
    here: &[&'static Operation],
    mut request: Request,
) -> Result<Response, ServiceError> {
    // The gateway put it there.
    let version = request
        .extensions()
        .get::<ApiVersion>()
        .copied()
        .ok_or_else(ServiceError::no_resource)?;
    let operation = choose(here, request.method(), version)?;
    // Escapes that don't spell UTF-8 name nothing that exists.
    let parameters = request
        .extract_parts::<RawPathParams>()
        .await
        .map_err(|_| ServiceError::no_resource())?;
    let parameters: Vec<(String, String)> = parameters
        .iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();

    let named = parameters.iter().find(|(name, _)| name == "deployment-id");
    let deployment = match named {
        Some((_, name)) => Some(Arc::clone(
            state.deployments.get(name).ok_or_else(ServiceError::no_deployment)?,
        )),
        None => None,
    };
    let (parts, body) = request.into_parts();
    if let Some(deployment) = &deployment {
        let version = gateway::api_version(&parts.uri).unwrap_or_default();
        if let Err(refusal) = limits::admit(deployment, operation, &version) {
            return Ok(*refusal);
        }
    }
    let mut call = Call {
        operation,
        deployment: deployment.clone(),
        parameters,
        parts,
        body,
        json: None,
    };
    let checked = match body::check_content_type(operation, &call.parts.headers) {
        Ok(()) if state.validate => call.check().await,
        checked => checked,
    };
    let answered = match checked {
        Ok(()) => operations::answer(state, call).await,
        Err(error) => Err(error),
    };
    let mut response = match answered {
        Ok(response) => response,
        Err(error) if operation.api == Api::Authoring => error.authoring().into_response(),
        Err(error) => error.into_response(),
    };
    if state.validate {
        let reporter = Arc::clone(state);
        let report = move |why| reporter.violations.push(why);
        response = documents::check_answer(operation.key, response, report).await;
    }

    if let Some(deployment) = deployment {
        let tokens = response
            .extensions()
            .get::<operations::TokensUsed>()
            .map_or(0, |used| used.0);
        limits::spend(&deployment, tokens, response.headers_mut());
    }
    Ok(response)
}

fn choose(
    here: &[&'static Operation],
    method: &Method,
    version: ApiVersion,
) -> Result<&'static Operation, ServiceError> {
    let candidates = || here.iter().copied().filter(|operation| operation.method == *method);
    // Both documents have `GET /models`; the authoring document's versions are previews.
    let api = if version.preview {
        Api::Authoring
    } else {
        Api::Inference
    };
    candidates()
        .find(|operation| operation.api == api)
        .or_else(|| candidates().next())
        .ok_or_else(|| {
            let mut methods: Vec<&str> = here.iter().map(|operation| operation.method.as_str()).collect();
            methods.dedup();
            ServiceError::wrong_method(&methods.join(", "))
        })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use serde_json::Value;

    use super::{Api, OPERATIONS};

    #[test]
    fn the_list_is_that_of_the_documents() {
        let mut count = 0;
        for (api, file) in [
            (Api::Inference, "inference/openapi.yaml"),
            (Api::Authoring, "authoring/swagger.yaml"),
        ] {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs").join(file);
            let document: Value = yaml_serde::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
            let mut expected = BTreeSet::new();
            for (path, item) in document["paths"].as_object().unwrap() {
                for (method, operation) in item.as_object().unwrap() {
                    if let Some(id) = operation["operationId"].as_str() {
                        expected.insert((id.to_owned(), method.to_uppercase(), path.clone()));
                    }
                }
            }
            let listed: Vec<_> = OPERATIONS
                .iter()
                .filter(|operation| operation.api == api)
                .map(|operation| {
                    (
                        operation.id.to_owned(),
                        operation.method.to_string(),
                        operation.path.to_owned(),
                    )
                })
                .collect();
            assert_eq!(listed.iter().cloned().collect::<BTreeSet<_>>(), expected);
            count += listed.len();
        }
        assert_eq!(count, 42);
    }
}
