//! What models that reason take, and how much they think.

use serde::Deserialize;
use serde_json::Value;

use crate::state::models::TextModel;
use crate::wire::ServiceError;

/// `reasoning_effort`, and the tokens that it makes the model think.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Effort {
    None = 0,
    Minimal = 64,
    Low = 192,
    Medium = 448,
    High = 1024,
    Xhigh = 2048,
}

/// Parameters that a model that reasons takes in one value only.
const FIXED: [(&str, f64); 4] = [
    ("temperature", 1.0),
    ("top_p", 1.0),
    ("presence_penalty", 0.0),
    ("frequency_penalty", 0.0),
];
/// Parameters that it does not take.
const UNSUPPORTED: [&str; 4] = ["logprobs", "top_logprobs", "logit_bias", "parallel_tool_calls"];

/// The tokens that the model thinks: none of models that do not reason, which do not take an effort either.
pub(super) fn tokens(body: &Value, effort: Option<Effort>, model: TextModel) -> Result<usize, ServiceError> {
    if !model.reasoning {
        return match effort {
            Some(_) => Err(ServiceError::unrecognized(&["reasoning_effort"])),
            None => Ok(0),
        };
    }
    if body.get("max_tokens").is_some_and(|limit| !limit.is_null()) {
        let message = "Unsupported parameter: 'max_tokens' is not supported with this model. Use \
                       'max_completion_tokens' instead.";
        return Err(ServiceError::invalid_request(
            "unsupported_parameter",
            "max_tokens",
            message,
        ));
    }
    for (name, only) in FIXED {
        if let Some(other) = body.get(name).and_then(Value::as_f64).filter(|given| *given != only) {
            let message = format!(
                "Unsupported value: '{name}' does not support {other} with this model. Only the default ({only}) value is \
                 supported."
            );
            return Err(ServiceError::invalid_request("unsupported_value", name, message));
        }
    }
    let given = |name: &&str| body.get(*name).is_some_and(|value| !value.is_null() && value != false);
    if let Some(name) = UNSUPPORTED.iter().find(|name| given(name)) {
        let message = format!("Unsupported parameter: '{name}' is not supported with this model.");
        return Err(ServiceError::invalid_request("unsupported_parameter", name, message));
    }
    Ok(effort.unwrap_or(Effort::Medium) as usize)
}
