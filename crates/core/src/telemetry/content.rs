//! Prompts and responses in the shape that the conventions give them: `gen_ai.input.messages`, `gen_ai.output.messages`.

use serde_json::{Map, Value, json};

use super::ResponseAttributes;

/// The messages of a chat, or the prompts of a completion, from the request's body.
pub(super) fn input(body: &[u8]) -> Option<String> {
    let body: Map<String, Value> = serde_json::from_slice(body).ok()?;
    let messages: Vec<Value> = match (body.get("messages"), body.get("prompt")) {
        (Some(Value::Array(messages)), _) => messages.iter().map(message).collect(),
        (_, Some(Value::Array(prompts))) => prompts.iter().map(prompt).collect(),
        (_, Some(text)) => vec![prompt(text)],
        _ => return None,
    };
    Some(Value::from(messages).to_string())
}

fn prompt(prompt: &Value) -> Value {
    json!({"role": "user", "parts": [{"type": "text", "content": prompt}]})
}

fn message(message: &Value) -> Value {
    let role = message["role"].as_str().unwrap_or_default();
    let content = &message["content"];
    let mut parts = Vec::new();
    if role == "tool" {
        let id = &message["tool_call_id"];
        parts.push(json!({"type": "tool_call_response", "id": id, "response": content}));
    } else if let Value::Array(items) = content {
        parts.extend(items.iter().map(part));
    } else if !content.is_null() {
        parts.push(json!({"type": "text", "content": content}));
    }
    for call in message["tool_calls"].as_array().into_iter().flatten() {
        let function = &call["function"];
        let arguments = function["arguments"].as_str().unwrap_or_default();
        let name = function["name"].as_str().unwrap_or_default();
        parts.push(tool_call(call["id"].as_str(), name, arguments));
    }
    json!({"role": role, "parts": parts})
}

fn part(part: &Value) -> Value {
    match part["type"].as_str() {
        Some("text") => json!({"type": "text", "content": part["text"]}),
        Some("image_url") => match part["image_url"]["url"].as_str() {
            // Megabytes of base64 belong into no trace.
            Some(url) if !url.starts_with("data:") => {
                json!({"type": "uri", "modality": "image", "uri": url})
            }
            _ => json!({"type": "image"}),
        },
        other => json!({"type": other.unwrap_or("unknown")}),
    }
}

fn tool_call(id: Option<&str>, name: &str, arguments: &str) -> Value {
    let arguments = serde_json::from_str(arguments).unwrap_or_else(|_| Value::from(arguments));
    json!({"type": "tool_call", "id": id, "name": name, "arguments": arguments})
}

/// The choices of a response, each of them a message.
pub(super) fn output(facts: &ResponseAttributes) -> Option<String> {
    if !facts.captures_content {
        return None;
    }
    let messages: Vec<Value> = facts
        .choices
        .iter()
        .map(|(_, message)| {
            let mut parts = Vec::new();
            if !message.text.is_empty() {
                parts.push(json!({"type": "text", "content": message.text}));
            }
            for (_, call) in &message.tool_calls {
                parts.push(tool_call(call.id.as_deref(), &call.name, &call.arguments));
            }
            // The convention wants a reason; one that is not known is an error.
            let reason = message.finish_reason.as_deref().unwrap_or("error");
            json!({"role": "assistant", "parts": parts, "finish_reason": reason})
        })
        .collect();
    (!messages.is_empty()).then(|| Value::from(messages).to_string())
}
