//! Attributes of requests.

use serde::Deserialize;

use crate::operation::{DEPLOYMENT, Operation};

/// What a request of a model does, by the conventions' names: of the operation, and of the kind of output where the
/// operation determines it.
pub(super) fn operation_name(operation: &Operation) -> Option<(&'static str, Option<&'static str>)> {
    Some(match operation.path.strip_prefix(DEPLOYMENT)? {
        "chat/completions" => ("chat", None),
        "completions" => ("text_completion", Some("text")),
        "embeddings" => ("embeddings", None),
        "images/generations" => ("generate_content", Some("image")),
        "audio/speech" => ("generate_content", Some("speech")),
        "audio/transcriptions" | "audio/translations" => ("generate_content", Some("text")),
        _ => ("generate_content", None),
    })
}

/// The parameters that the conventions have names for; others, and all texts, are skipped.
#[derive(Default, Deserialize)]
pub(super) struct Parameters {
    #[serde(alias = "max_completion_tokens")]
    pub(super) max_tokens: Option<i64>,
    pub(super) temperature: Option<f64>,
    pub(super) top_p: Option<f64>,
    pub(super) frequency_penalty: Option<f64>,
    pub(super) presence_penalty: Option<f64>,
    pub(super) seed: Option<i64>,
    pub(super) n: Option<i64>,
}

impl Parameters {
    pub(super) fn read(body: &[u8]) -> Self {
        serde_json::from_slice(body).unwrap_or_default()
    }
}
