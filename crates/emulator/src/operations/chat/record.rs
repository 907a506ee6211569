//! The record of a chat that is stored.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::generation::completion::{Choice, Completion};
use crate::generation::response;
use crate::state::deployments::Deployment;
use crate::state::stored::StoredCompletion;

/// The request's part of the record; the completion's is added once it is given.
pub(super) fn begin(
    request: &Value,
    metadata: impl Into<Value>,
    deployment: &Deployment,
    completion: &Completion,
) -> StoredCompletion {
    let mut described = json!({
        "id": completion.id,
        "created": completion.created,
        "object": "chat.completion",
        "model": &*completion.model_id,
        "request_id": Uuid::new_v4().to_string(),
        "service_tier": "default",
        "system_fingerprint": completion.fingerprint(),
        "metadata": metadata.into(),
    });
    for (name, kept_as) in [
        ("tool_choice", "tool_choice"),
        ("seed", "seed"),
        ("top_p", "top_p"),
        ("temperature", "temperature"),
        ("presence_penalty", "presence_penalty"),
        ("frequency_penalty", "frequency_penalty"),
        ("user", "input_user"),
        ("tools", "tools"),
        ("response_format", "response_format"),
    ] {
        if let Some(value) = request.get(name).filter(|value| !value.is_null()) {
            described[kept_as] = value.clone();
        }
    }
    StoredCompletion {
        model_names: vec![
            completion.model_id.to_string(),
            deployment.model.name.to_owned(),
            deployment.name.clone(),
        ],
        described,
        messages: request["messages"].as_array().cloned().unwrap_or_default(),
    }
}

pub(super) fn complete(mut record: StoredCompletion, completion: &Completion) -> StoredCompletion {
    record.described["usage"] = json!(completion.usage);
    record.described["choices"] = completion.choices.iter().enumerate().map(describe).collect();
    record
}

fn describe((index, choice): (usize, &Choice)) -> Value {
    let mut message = response::message(choice);
    // The document allows no null here.
    message.retain(|_, value| !value.is_null());
    json!({"index": index, "finish_reason": choice.ending.reason, "message": message})
}
