//! `Completions_Create`.

use std::sync::Arc;

use axum::response::Response;

use crate::operations::Call;
use crate::state::State;
use crate::wire::ServiceError;

pub(super) async fn create(_state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    Err(ServiceError::not_emulated(call.operation))
}
