//! The table of operations, and the matcher that finds the operation of a request.

use std::borrow::Cow;

use http::Method;
use percent_encoding::percent_decode_str;

/// The document that an operation is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Api {
    Inference,
    Authoring,
}

/// An operation of one of the two documents.
#[derive(Debug)]
pub(crate) struct Operation {
    pub(crate) key: OperationKey,
    /// As in the document.
    pub(crate) id: &'static str,
    pub(crate) api: Api,
    pub(crate) method: Method,
    /// The document's path template, relative to `/openai`.
    pub(crate) path: &'static str,
}

macro_rules! operations {
    ($($api:ident { $($key:ident = $id:literal $method:ident $path:literal,)* })*) => {
        /// Names each operation, so that the compiler checks that each is implemented.
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
        ImageEditsCreate = "ImageEdits_Create" POST "/deployments/{deployment-id}/images/edits",
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

/// What the version-less paths begin with.
const V1: &str = "/openai/v1/";
/// What the paths of inference begin with, where they have a version.
const DEPLOYMENT: &str = "/deployments/{deployment-id}/";
/// The parameter that names the deployment.
pub(crate) const DEPLOYMENT_ID: &str = "deployment-id";

/// Whether a path is one of the version-less base, where the deployment is in the body.
pub(crate) fn is_v1(path: &str) -> bool {
    path.starts_with(V1)
}

impl OperationKey {
    pub(crate) fn operation(self) -> &'static Operation {
        &OPERATIONS[self as usize]
    }
}

/// The result of looking up a method and a path.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Route {
    /// The operation, and the parameters of its path, decoded.
    Operation(&'static Operation, Vec<(&'static str, String)>),
    /// The path belongs to operations of these methods only.
    OtherMethods(Vec<&'static str>),
    /// No operation has this path.
    Unknown,
}

impl PartialEq for Operation {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Route {
    /// Finds the operation of a request. Of several templates the one with the most literal segments wins; of the two
    /// operations `GET /models` a preview version chooses the authoring document's.
    pub(crate) fn find(method: &Method, path: &str, preview: bool) -> Self {
        let v1 = is_v1(path);
        let Some(path) = path.strip_prefix(if v1 { V1 } else { "/openai/" }) else {
            return Self::Unknown;
        };
        let segments: Vec<&str> = path.split('/').collect();
        let api = if preview { Api::Authoring } else { Api::Inference };
        let candidates = || OPERATIONS.iter().filter(|operation| operation.covers(&segments, v1));
        let best = candidates()
            .filter(|operation| operation.method == *method)
            .max_by_key(|operation| (operation.literals(), operation.api == api));
        let Some(operation) = best else {
            let mut methods: Vec<&str> = candidates().map(|operation| operation.method.as_str()).collect();
            methods.dedup();
            return match methods.is_empty() {
                true => Self::Unknown,
                false => Self::OtherMethods(methods),
            };
        };
        // Escapes that do not spell UTF-8 name nothing that exists.
        operation
            .parameters(&segments, v1)
            .map_or(Self::Unknown, |parameters| Self::Operation(operation, parameters))
    }

    pub(crate) fn operation(&self) -> Option<&'static Operation> {
        match self {
            Self::Operation(operation, _) => Some(operation),
            _ => None,
        }
    }

    /// Whether the operation is of a deployment that the path does not name.
    pub(crate) fn lacks_deployment(&self) -> bool {
        self.operation().is_some_and(Operation::is_inference) && self.deployment().is_none()
    }

    /// Adds the deployment, which the body names.
    pub(crate) fn set_deployment(&mut self, name: String) {
        if let Self::Operation(_, parameters) = self {
            parameters.push((DEPLOYMENT_ID, name));
        }
    }

    /// The deployment in the path, or in the body.
    pub(crate) fn deployment(&self) -> Option<&str> {
        let Self::Operation(_, parameters) = self else {
            return None;
        };
        let mut parameters = parameters.iter();
        parameters
            .find(|(name, _)| *name == DEPLOYMENT_ID)
            .map(|(_, value)| value.as_str())
    }
}

impl Operation {
    /// Whether it is of a deployment.
    pub(crate) fn is_inference(&self) -> bool {
        self.path.starts_with(DEPLOYMENT)
    }

    fn template(&self, v1: bool) -> impl Iterator<Item = &'static str> + Clone {
        let skipped = if v1 && self.is_inference() { 3 } else { 1 };
        self.path.split('/').skip(skipped)
    }

    fn literals(&self) -> usize {
        self.template(false)
            .filter(|segment| parameter(segment).is_none())
            .count()
    }

    fn covers(&self, segments: &[&str], v1: bool) -> bool {
        self.template(v1).count() == segments.len()
            && self
                .template(v1)
                .zip(segments)
                .all(|(expected, found)| match parameter(expected) {
                    Some(_) => !found.is_empty(),
                    None => expected == *found,
                })
    }

    fn parameters(&self, segments: &[&str], v1: bool) -> Option<Vec<(&'static str, String)>> {
        self.template(v1)
            .zip(segments)
            .filter_map(|(expected, found)| Some((parameter(expected)?, found)))
            .map(|(name, found)| {
                let value = percent_decode_str(found).decode_utf8().ok().map(Cow::into_owned)?;
                Some((name, value))
            })
            .collect()
    }
}

/// The name of a template's parameter.
fn parameter(segment: &'static str) -> Option<&'static str> {
    segment.strip_prefix('{')?.strip_suffix('}')
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use http::Method;
    use serde_json::Value;

    use super::{Api, OPERATIONS, Route};

    #[test]
    fn table_has_every_operation_of_the_documents() {
        let mut count = 0;
        for (api, file) in [
            (Api::Inference, include_str!("spec/overlaid/inference.json")),
            (Api::Authoring, include_str!("spec/overlaid/authoring.json")),
        ] {
            let document: Value = serde_json::from_str(file).unwrap();
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
        assert_eq!(count, 43);
    }

    #[test]
    fn keys_find_their_operation() {
        for operation in OPERATIONS {
            assert_eq!(operation.key.operation().id, operation.id);
        }
    }

    #[test]
    fn requests_are_known_by_their_operation() {
        let find = |method: Method, path| Route::find(&method, path, true);
        let chat = find(Method::POST, "/openai/deployments/a%20b/chat/completions");
        assert_eq!(
            chat.operation().map(|operation| operation.id),
            Some("ChatCompletions_Create")
        );
        assert_eq!(chat.deployment(), Some("a b"));
        for (method, path, id) in [
            (Method::POST, "/openai/files/import", Some("Files_Import")),
            (Method::GET, "/openai/files/import", Some("Files_Get")),
            (Method::GET, "/openai/files/x", Some("Files_Get")),
            (Method::GET, "/openai/models", Some("Models_List")),
            (
                Method::POST,
                "/openai/v1/chat/completions",
                Some("ChatCompletions_Create"),
            ),
            (
                Method::GET,
                "/openai/v1/chat/completions",
                Some("StoredCompletion_List"),
            ),
            (Method::GET, "/openai/v1/files/x", Some("Files_Get")),
            (Method::POST, "/openai/v1/deployments/gpt-4o/chat/completions", None),
            (Method::POST, "/openai/chat/completions", None),
            (Method::PUT, "/openai/files", None),
            (Method::GET, "/openai/files/", None),
            (Method::GET, "/openai/files/%ff", None),
            (Method::GET, "/files", None),
            (Method::GET, "/", None),
            (Method::OPTIONS, "*", None),
        ] {
            let found = find(method, path).operation().map(|operation| operation.id);
            assert_eq!(found, id, "{path}");
        }
    }

    #[test]
    fn models_are_listed_by_the_document_of_the_version() {
        for (preview, api) in [(true, Api::Authoring), (false, Api::Inference)] {
            let found = Route::find(&Method::GET, "/openai/models", preview);
            assert_eq!(found.operation().map(|operation| operation.api), Some(api));
        }
    }

    #[test]
    fn other_methods_are_listed() {
        let methods = |path| Route::find(&Method::PATCH, path, false);
        assert_eq!(methods("/openai/files"), Route::OtherMethods(vec!["GET", "POST"]));
        assert_eq!(methods("/openai/nothing"), Route::Unknown);
    }
}
