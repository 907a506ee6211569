//! `Models_List` of both documents.

use std::sync::Arc;

use axum::response::Response;
use http::StatusCode;
use serde_json::{Value, json};

use crate::operations::Call;
use crate::state::State;
use crate::state::models::{MODELS, Model, Task};
use crate::wire::ServiceError;
use crate::wire::body;

/// Two years, how long the service keeps a model that is about to be replaced.
const LIFETIME: i64 = 2 * 365 * 24 * 60 * 60;

/// One answer for both documents: the members of both, which their shapes allow.
pub(super) fn list(_state: &Arc<State>, _call: Call) -> Result<Response, ServiceError> {
    let data: Vec<Value> = MODELS.iter().map(describe).collect();
    body::json(StatusCode::OK, &json!({"object": "list", "data": data}))
}

pub(super) fn get(_state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    Err(ServiceError::not_emulated(call.operation))
}

fn describe(model: &Model) -> Value {
    let mut deprecation = json!({"inference": model.created_at + LIFETIME});
    if model.fine_tune {
        deprecation["fine_tune"] = (model.created_at + LIFETIME / 2).into();
    }
    json!({
        "id": model.id,
        "object": "model",
        "created": model.created_at,
        "created_at": model.created_at,
        "owned_by": "openai",
        "status": "succeeded",
        "lifecycle_status": "generally-available",
        "capabilities": {
            "fine_tune": model.fine_tune,
            "inference": true,
            "completion": matches!(model.task, Task::Completion),
            "chat_completion": matches!(model.task, Task::Chat { .. }),
            "embeddings": matches!(model.task, Task::Embedding { .. }),
        },
        "deprecation": deprecation,
    })
}
