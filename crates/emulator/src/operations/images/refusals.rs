//! What the content filter finds in images and prompts, and what is refused.

use serde_json::{Value, json};

use crate::wire::ServiceError;

/// 400 for a parameter of other models.
pub(super) fn unknown_parameter(name: &str) -> ServiceError {
    ServiceError::invalid_request("unknown_parameter", name, format!("Unknown parameter: '{name}'."))
}

/// The filter results of an image or, with two more detectors, of a prompt.
pub(super) fn results(hate: bool, prompt: bool) -> Value {
    let severity = if hate { "high" } else { "safe" };
    let safe = || json!({"filtered": false, "severity": "safe"});
    let mut results = json!({
        "hate": {"filtered": hate, "severity": severity},
        "self_harm": safe(),
        "sexual": safe(),
        "violence": safe(),
    });
    if prompt {
        for detector in ["jailbreak", "profanity"] {
            results[detector] = json!({"filtered": false, "detected": false});
        }
    }
    results
}

/// 400 for a prompt that the filter blocked, in the shape of image models.
pub(super) fn blocked(revised_prompt: &str) -> ServiceError {
    ServiceError::invalid_request(
        "content_filter",
        "prompt",
        "Your request was rejected as a result of our safety system. Your prompt may contain text that is not allowed \
         by our safety system.",
    )
    .with(
        "inner_error",
        json!({
            "code": "ResponsibleAIPolicyViolation",
            "content_filter_results": results(true, true),
            "revised_prompt": revised_prompt,
        }),
    )
}
