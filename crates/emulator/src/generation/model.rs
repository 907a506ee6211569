//! The deployed model, the tokens used, and what every response comes with.

use axum::response::Response;
use http::HeaderValue;
use serde::Serialize;
use twox_hash::XxHash64;

use crate::call::TokensUsed;
use crate::spec;
use crate::tokens::Vocabulary;

/// Adds what every response has: the filter's header, the tokens for the rate limit and, if a script has set what the
/// documents may not allow (`raw`), the mark that exempts the response from validation.
pub(crate) fn complete(mut response: Response, usage: Usage, raw: bool) -> Response {
    let invoked = HeaderValue::from_static("true");
    response.headers_mut().insert("x-ms-rai-invoked", invoked);
    let tokens = TokensUsed(usage.total_tokens as u64);
    response.extensions_mut().insert(tokens);
    if raw {
        response.extensions_mut().insert(spec::Scripted);
    }
    response
}

/// The deployed model, as far as making text needs it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TextModel {
    pub(crate) id: &'static str,
    pub(crate) vocabulary: Vocabulary,
    /// Tokens of prompt and completion together.
    pub(crate) context: usize,
    /// Tokens of a completion.
    pub(crate) output: usize,
    pub(crate) reasoning: bool,
}

impl TextModel {
    /// The `system_fingerprint`, the same for the same model.
    pub(crate) fn fingerprint(&self) -> String {
        let hash = XxHash64::oneshot(0, self.id.as_bytes()) >> 24;
        format!("fp_{hash:010x}")
    }
}

/// Token counts, as in a response.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Usage {
    pub(crate) prompt_tokens: usize,
    pub(crate) completion_tokens: usize,
    pub(crate) total_tokens: usize,
    /// Of models that reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    completion_tokens_details: Option<CompletionDetails>,
}

#[derive(Clone, Copy, Debug, Default, Serialize)]
struct CompletionDetails {
    accepted_prediction_tokens: usize,
    audio_tokens: usize,
    reasoning_tokens: usize,
    rejected_prediction_tokens: usize,
}

impl Usage {
    pub(crate) fn new(prompt_tokens: usize, completion_tokens: usize) -> Self {
        Self {
            prompt_tokens,
            completion_tokens,
            total_tokens: prompt_tokens + completion_tokens,
            completion_tokens_details: None,
        }
    }

    /// The same, of which so many completion tokens were thoughts.
    pub(crate) fn with_reasoning(mut self, reasoning_tokens: usize) -> Self {
        self.completion_tokens_details = Some(CompletionDetails {
            reasoning_tokens,
            ..CompletionDetails::default()
        });
        self
    }
}
