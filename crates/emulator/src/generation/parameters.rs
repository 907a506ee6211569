//! Parameters that chat and text completions read in the same way.

use serde_json::Value;

use crate::wire::ServiceError;
use crate::wire::parameters::{Object, wrong_type};

/// `stop`: a text or up to four.
pub(crate) fn read_stop<'a>(request: &Object<'a>) -> Result<Vec<&'a str>, ServiceError> {
    let items = match request.get("stop") {
        None => return Ok(Vec::new()),
        Some(Value::String(text)) => return Ok(vec![text]),
        Some(Value::Array(items)) => items,
        Some(other) => return Err(wrong_type("stop", "a string or an array of strings", other)),
    };
    if items.len() > 4 {
        let got = items.len();
        let message = format!(
            "Invalid 'stop': array too long. Expected an array with maximum length 4, but got an array with length {got} instead."
        );
        return Err(ServiceError::invalid_request("array_above_max_length", "stop", message));
    }
    let text = |(index, item): (usize, &'a Value)| {
        item.as_str()
            .ok_or_else(|| wrong_type(&format!("stop[{index}]"), "a string", item))
    };
    items.iter().enumerate().map(text).collect()
}

/// Whether a stream ends with its usage; other requests may not ask for it.
pub(crate) fn read_stream_options(request: &Object<'_>, stream: bool) -> Result<bool, ServiceError> {
    let Some(options) = request.object("stream_options")? else {
        return Ok(false);
    };
    if !stream {
        let message = "The 'stream_options' parameter is only allowed when 'stream' is enabled.";
        return Err(ServiceError::invalid_request(
            "invalid_value",
            "stream_options",
            message,
        ));
    }
    Ok(options.boolean("include_usage")?.unwrap_or(false))
}

/// Parameters that make no difference to a deterministic answer, but must be right all the same.
pub(crate) fn check_sampling(request: &Object<'_>) -> Result<(), ServiceError> {
    request.number("temperature", 0.0, 2.0)?;
    request.number("top_p", 0.0, 1.0)?;
    request.number("presence_penalty", -2.0, 2.0)?;
    request.number("frequency_penalty", -2.0, 2.0)?;
    request.integer("seed", i64::MIN, i64::MAX)?;
    request.text("user")?;
    check_logit_bias(request)
}

/// Each bias is between -100 and 100.
fn check_logit_bias(request: &Object<'_>) -> Result<(), ServiceError> {
    let Some(bias) = request.object("logit_bias")? else {
        return Ok(());
    };
    for token in bias.names() {
        if token.parse::<u32>().is_err() {
            let path = bias.path(token);
            let message =
                format!("Invalid key in 'logit_bias': {token}. You should only be submitting non-negative integers.");
            return Err(ServiceError::invalid_request("invalid_value", &path, message));
        }
        bias.number(token, -100.0, 100.0)?;
    }
    Ok(())
}
