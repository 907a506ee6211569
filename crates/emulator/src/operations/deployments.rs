//! `Deployments_List`.

use axum::response::Response;
use http::StatusCode;
use serde_json::{Value, json};

use crate::state::State;
use crate::wire::ServiceError;
use crate::wire::body;

pub(crate) fn list(state: &State) -> Result<Response, ServiceError> {
    let describe = |deployment: &std::sync::Arc<crate::state::deployments::Deployment>| {
        json!({
            "id": deployment.name,
            "object": "deployment",
            "created_at": state.started_at,
            "updated_at": state.started_at,
            "model": &*deployment.model_id,
            "owner": "organization-owner",
            "status": "succeeded",
            "scale_settings": {"scale_type": "standard"},
        })
    };
    let data: Vec<Value> = state.deployments.all().iter().map(describe).collect();
    body::json(StatusCode::OK, &json!({"object": "list", "data": data}))
}
