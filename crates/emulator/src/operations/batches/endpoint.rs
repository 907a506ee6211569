//! The operations that a batch may run, and its limits.

use std::sync::Arc;

use axum::response::Response;

use crate::call::Call;
use crate::catalogue::OperationKey;
use crate::operations::{chat, completions, embeddings};
use crate::state::State;
use crate::wire::ServiceError;

pub(super) const WINDOW: &str = "24h";
/// The window in seconds.
pub(super) const WINDOW_SECONDS: i64 = 24 * 60 * 60;

/// The operations that a batch can run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Endpoint {
    Chat,
    Completions,
    Embeddings,
}

impl Endpoint {
    pub(super) const ALL: [Self; 3] = [Self::Chat, Self::Completions, Self::Embeddings];

    /// Finds the endpoint of a path, which is also written with `/v1` before it.
    pub(super) fn find(path: &str) -> Option<Self> {
        let path = path.strip_prefix("/v1").unwrap_or(path);
        Self::ALL.into_iter().find(|endpoint| endpoint.path() == path)
    }

    pub(super) fn path(self) -> &'static str {
        match self {
            Self::Chat => "/chat/completions",
            Self::Completions => "/completions",
            Self::Embeddings => "/embeddings",
        }
    }

    pub(super) fn key(self) -> OperationKey {
        match self {
            Self::Chat => OperationKey::ChatCompletionsCreate,
            Self::Completions => OperationKey::CompletionsCreate,
            Self::Embeddings => OperationKey::EmbeddingsCreate,
        }
    }

    pub(super) async fn run(self, state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
        match self {
            Self::Chat => chat::create(state, call).await,
            Self::Completions => completions::create(state, call).await,
            Self::Embeddings => embeddings::create(call).await,
        }
    }
}
