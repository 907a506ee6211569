//! `Models_List` of both documents, `Models_Get`.

use std::sync::Arc;

use axum::response::Response;
use http::StatusCode;
use serde_json::{Value, json};

use crate::call::Call;
use crate::state::State;
use crate::state::fine_tuning::TunedModel;
use crate::state::models::{MODELS, Model, Task};
use crate::wire::ServiceError;
use crate::wire::body;

/// Two years, how long the service keeps a model that is about to be replaced.
const LIFETIME: i64 = 2 * 365 * 24 * 60 * 60;

/// One response for both documents, with the fields of both. Base models first, then fine-tuned ones.
pub(crate) fn list(state: &Arc<State>, _call: Call) -> Result<Response, ServiceError> {
    let mut data: Vec<Value> = MODELS.iter().map(describe).collect();
    let tuned = state.fine_tuning.models.all();
    data.extend(tuned.iter().map(|model| describe_tuned(model)));
    body::json(StatusCode::OK, &json!({"object": "list", "data": data}))
}

/// By id; a base model also by its name, which is its id without the version.
pub(crate) fn get(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let id = call.parameter("model-id");
    let by_id = MODELS.iter().find(|model| model.id == id);
    let base = by_id.or_else(|| MODELS.iter().find(|model| model.name == id));
    let found = base.map(describe).or_else(|| {
        let tuned = state.fine_tuning.models.get(id)?;
        Some(describe_tuned(&tuned))
    });
    let found = found.ok_or_else(|| ServiceError::not_found(format!("The specified model '{id}' cannot be found.")))?;
    body::json(StatusCode::OK, &found)
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
            "completion": matches!(model.task, Task::Completion(_)),
            "chat_completion": matches!(model.task, Task::Chat(_)),
            "embeddings": matches!(model.task, Task::Embedding { .. }),
        },
        "deprecation": deprecation,
    })
}

/// It has the capabilities of its base model.
fn describe_tuned(model: &TunedModel) -> Value {
    let mut value = describe(model.base);
    value["id"] = model.id.clone().into();
    value["created"] = model.created_at.into();
    value["created_at"] = model.created_at.into();
    value["owned_by"] = "organization-owner".into();
    value["model"] = model.parent.clone().into();
    value["fine_tune"] = model.job_id.clone().into();
    value["deprecation"] = json!({"inference": model.created_at + LIFETIME});
    value
}
