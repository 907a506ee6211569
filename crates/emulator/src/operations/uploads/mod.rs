//! Uploads: start, part, complete, cancel.

use std::sync::Arc;

use axum::response::Response;

use crate::operations::Call;
use crate::state::State;
use crate::wire::ServiceError;

pub(super) async fn start(_state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    Err(ServiceError::not_emulated(call.operation))
}

pub(super) async fn part(_state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    Err(ServiceError::not_emulated(call.operation))
}

pub(super) async fn complete(_state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    Err(ServiceError::not_emulated(call.operation))
}

pub(super) async fn cancel(_state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    Err(ServiceError::not_emulated(call.operation))
}
