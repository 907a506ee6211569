//! Transcription, translation, speech.

use std::sync::Arc;

use axum::response::Response;

use crate::operations::Call;
use crate::state::State;
use crate::wire::ServiceError;

pub(super) async fn transcribe(_state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    Err(ServiceError::not_emulated(call.operation))
}

pub(super) async fn translate(_state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    Err(ServiceError::not_emulated(call.operation))
}

pub(super) async fn speak(_state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    Err(ServiceError::not_emulated(call.operation))
}
