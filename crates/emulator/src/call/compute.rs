//! Work that keeps a processor busy, apart from the connections.

use std::sync::Arc;

use axum::response::Response;
use serde_json::Value;
use tokio::sync::Semaphore;

use crate::call::Call;
use crate::state::State;
use crate::state::deployments::Deployment;
use crate::wire::ServiceError;

/// How much is computed at once. More than processors, fewer than the threads that a thousand requests would start.
static COMPUTING: Semaphore = Semaphore::const_new(16);

/// Runs what takes a processor longer than a moment apart from the connections.
pub(crate) async fn compute<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ServiceError> + Send + 'static,
) -> Result<T, ServiceError> {
    // Never closed; if it were, nothing would be lost but the limit.
    let _turn = COMPUTING.acquire().await;
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|error| Err(ServiceError::internal(error.to_string())))
}

/// Responds by what a deployment makes of a JSON body, apart from the connections.
pub(crate) async fn respond(
    state: &Arc<State>,
    mut call: Call,
    work: impl FnOnce(&Arc<State>, &Deployment, &Value) -> Result<Response, ServiceError> + Send + 'static,
) -> Result<Response, ServiceError> {
    let (state, deployment) = (Arc::clone(state), Arc::clone(call.deployment()?));
    let body = call.json().await?;
    compute(move || work(&state, &deployment, &body)).await
}
