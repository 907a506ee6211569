//! The record of a chat that is stored.

use std::sync::Arc;

use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::generation::completion::{Choice, Completion};
use crate::generation::response;
use crate::state::deployments::Deployment;
use crate::state::stored::StoredCompletion;

/// The request's part of it; the completion's is added once it is given.
#[derive(Debug)]
pub(super) struct Record {
    metadata: Map<String, Value>,
    model_names: Vec<String>,
    fields: Map<String, Value>,
    messages: Vec<Value>,
}

impl Record {
    pub(super) fn new(
        request: &Value,
        metadata: Map<String, Value>,
        deployment: &Deployment,
        completion: &Completion,
    ) -> Self {
        let mut fields = Map::new();
        fields.insert("object".to_owned(), "chat.completion".into());
        fields.insert("model".to_owned(), (*completion.model_id).into());
        fields.insert("request_id".to_owned(), Uuid::new_v4().to_string().into());
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
                fields.insert(kept_as.to_owned(), value.clone());
            }
        }
        fields.insert("service_tier".to_owned(), "default".into());
        fields.insert("system_fingerprint".to_owned(), completion.fingerprint().into());
        let messages = request.get("messages").and_then(Value::as_array);
        Self {
            metadata,
            model_names: vec![
                completion.model_id.to_string(),
                deployment.model.name.to_owned(),
                deployment.name.clone(),
            ],
            fields,
            messages: messages.cloned().unwrap_or_default(),
        }
    }

    pub(super) fn complete(mut self, completion: &Completion) -> StoredCompletion {
        let choices: Vec<Value> = completion.choices.iter().enumerate().map(describe).collect();
        self.fields.insert("usage".to_owned(), json!(completion.usage));
        self.fields.insert("choices".to_owned(), choices.into());
        StoredCompletion {
            id: completion.id.clone(),
            model_names: self.model_names,
            metadata: self.metadata,
            fields: Arc::new(self.fields),
            messages: Arc::new(self.messages),
            created: completion.created,
        }
    }
}

fn describe((index, choice): (usize, &Choice)) -> Value {
    let mut message = response::message(choice);
    // The document allows no null here.
    message.retain(|_, value| !value.is_null());
    json!({"index": index, "finish_reason": choice.ending.reason, "message": message})
}
