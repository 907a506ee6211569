//! What chat and text completions have in common: limits, filter, tokens and streams.

pub(super) mod answer;
pub(super) mod chunks;
pub(super) mod events;
pub(super) mod filter;
pub(super) mod finish;
pub(super) mod logprobs;
pub(super) mod offsets;
pub(super) mod parameters;
pub(super) mod pieces;

use axum::response::Response;
use http::HeaderValue;
use serde::Serialize;
use twox_hash::XxHash64;

use crate::documents;
use crate::operations::TokensUsed;
use crate::tokens::Vocabulary;

/// Adds what every answer comes with: the filter's header, the tokens for the rate limit, and, if a script has said what
/// the documents need not know (`raw`), that they don't decide.
pub(super) fn complete(mut response: Response, usage: Usage, raw: bool) -> Response {
    let invoked = HeaderValue::from_static("true");
    response.headers_mut().insert("x-ms-rai-invoked", invoked);
    let tokens = TokensUsed(usage.total_tokens as u64);
    response.extensions_mut().insert(tokens);
    if raw {
        response.extensions_mut().insert(documents::Ordered);
    }
    response
}

/// The deployed model, as far as making text needs it.
#[derive(Clone, Copy, Debug)]
pub(super) struct TextModel {
    pub(super) id: &'static str,
    pub(super) vocabulary: Vocabulary,
    /// Tokens of prompt and completion together.
    pub(super) context: usize,
    /// Tokens of a completion.
    pub(super) output: usize,
}

impl TextModel {
    /// The `system_fingerprint`, the same for the same model.
    pub(super) fn fingerprint(&self) -> String {
        let hash = XxHash64::oneshot(0, self.id.as_bytes()) >> 24;
        format!("fp_{hash:010x}")
    }
}

/// Tokens, as the service tells them.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Usage {
    pub(super) prompt_tokens: usize,
    pub(super) completion_tokens: usize,
    pub(super) total_tokens: usize,
}

impl Usage {
    pub(super) fn new(prompt_tokens: usize, completion_tokens: usize) -> Self {
        Self {
            prompt_tokens,
            completion_tokens,
            total_tokens: prompt_tokens + completion_tokens,
        }
    }
}
