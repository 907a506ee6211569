//! Rewrites the JSON of chats as compatible servers write it.

use std::collections::HashMap;

use bytes::Bytes;
use serde_json::{Value, json};

use super::events;
use super::fault::Fault;
use super::kinds::ToolChunks;

/// The state of one response.
#[derive(Debug, Default)]
pub(super) struct Rewriter {
    /// Chunks with tool calls so far.
    chunks: u64,
    /// Each call so far, by choice and index.
    calls: HashMap<(u64, u64), Value>,
}

impl Rewriter {
    /// Rewrites the data of an event. Other events are left as they are.
    pub(super) fn event(&mut self, event: Bytes, fault: &Fault) -> Bytes {
        let Some(mut data) = events::json(&event) else {
            return event;
        };
        for choice in choices(&mut data) {
            let index = choice["index"].as_u64().unwrap_or_default();
            let Some(delta) = choice.get_mut("delta") else {
                continue;
            };
            if let Some(content) = delta.get_mut("content").filter(|_| fault.parts_content) {
                to_parts(content);
            }
            let calls = delta.get_mut("tool_calls").and_then(Value::as_array_mut);
            for call in calls.into_iter().flatten() {
                self.rewrite_call(index, call, &fault.tool_chunks);
            }
        }
        format!("data: {data}\n\n").into()
    }

    /// Rewrites a whole response.
    pub(super) fn whole(&self, body: Bytes) -> Bytes {
        let Ok(mut data) = serde_json::from_slice::<Value>(&body) else {
            return body;
        };
        for choice in choices(&mut data) {
            if let Some(content) = choice.pointer_mut("/message/content") {
                to_parts(content);
            }
        }
        data.to_string().into()
    }

    fn rewrite_call(&mut self, choice: u64, call: &mut Value, ways: &[ToolChunks]) {
        let index = call["index"].as_u64().unwrap_or_default();
        if ways.contains(&ToolChunks::Whole) {
            let so_far = self.calls.entry((choice, index)).or_insert_with(|| call.clone());
            if call.get("id").is_none() {
                let text = |call: &Value| call["function"]["arguments"].as_str().unwrap_or_default().to_owned();
                let arguments = text(so_far) + &text(call);
                so_far["function"]["arguments"] = arguments.into();
                *call = so_far.clone();
            }
        }
        if ways.contains(&ToolChunks::Drift) {
            call["index"] = self.chunks.into();
        }
        if ways.contains(&ToolChunks::NoId)
            && let Some(fields) = call.as_object_mut()
        {
            fields.shift_remove("id");
        }
        self.chunks += 1;
    }
}

fn choices(data: &mut Value) -> impl Iterator<Item = &mut Value> {
    let choices = data.get_mut("choices").and_then(Value::as_array_mut);
    choices.into_iter().flatten().filter(|choice| choice.is_object())
}

fn to_parts(content: &mut Value) {
    if let Value::String(text) = content {
        *content = json!([{"type": "text", "text": text}]);
    }
}
