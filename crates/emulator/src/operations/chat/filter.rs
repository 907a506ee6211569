//! What the content filter says.

use serde_json::{Map, Value, json};

use super::request::ChatRequest;
use crate::wire::ServiceError;

const CATEGORIES: [&str; 4] = ["hate", "self_harm", "sexual", "violence"];

/// Refuses a prompt that contains the marker.
pub(super) fn check_prompt(request: &ChatRequest<'_>, marker: &str) -> Result<(), ServiceError> {
    if marker.is_empty()
        || !request
            .messages
            .iter()
            .any(|message| message.text.contains(marker))
    {
        return Ok(());
    }
    let mut results = severities();
    results.insert(
        "hate".to_owned(),
        json!({"filtered": true, "severity": "high"}),
    );
    results.insert(
        "jailbreak".to_owned(),
        json!({"filtered": false, "detected": false}),
    );
    Err(ServiceError::content_filter(results.into()))
}

/// What an answer says of a prompt that passed.
pub(super) fn prompt_results() -> Value {
    let mut results = severities();
    results.insert(
        "jailbreak".to_owned(),
        json!({"filtered": false, "detected": false}),
    );
    json!([{"prompt_index": 0, "content_filter_results": results}])
}

/// What an answer says of a text that passed. Tool calls are not looked at.
pub(super) fn completion_results(has_text: bool) -> Value {
    if !has_text {
        return json!({});
    }
    let mut results = severities();
    for detector in ["protected_material_text", "protected_material_code"] {
        results.insert(
            detector.to_owned(),
            json!({"filtered": false, "detected": false}),
        );
    }
    results.into()
}

fn severities() -> Map<String, Value> {
    let safe = |category: &str| {
        (
            category.to_owned(),
            json!({"filtered": false, "severity": "safe"}),
        )
    };
    CATEGORIES.into_iter().map(safe).collect()
}
