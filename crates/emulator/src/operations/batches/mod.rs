//! Batches: list, create, get, cancel.

use std::sync::Arc;

use axum::response::Response;

use crate::operations::Call;
use crate::state::State;
use crate::wire::ServiceError;

pub(super) async fn list(_state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    Err(ServiceError::not_emulated(call.operation))
}

pub(super) async fn create(_state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    Err(ServiceError::not_emulated(call.operation))
}

pub(super) async fn get(_state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    Err(ServiceError::not_emulated(call.operation))
}

pub(super) async fn cancel(_state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    Err(ServiceError::not_emulated(call.operation))
}
