//! Parameters that chat and text completions have in common. What the documents say of them is checked before.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::wire::ServiceError;
use crate::wire::parameters::{invalid_value, not_longer, within, wrong_type};

/// `stop`: a string or up to four.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Stop<'a> {
    One(&'a str),
    #[serde(borrow)]
    Many(Vec<&'a str>),
}

impl<'a> Stop<'a> {
    pub(crate) fn list(stop: Option<Self>) -> Result<Vec<&'a str>, ServiceError> {
        let list = match stop {
            None => Vec::new(),
            Some(Self::One(text)) => vec![text],
            Some(Self::Many(list)) => list,
        };
        not_longer("stop", "array", list.len(), 4)?;
        Ok(list)
    }
}

#[derive(Clone, Copy, Debug, Deserialize)]
pub(crate) struct StreamOptions {
    include_usage: Option<bool>,
}

impl StreamOptions {
    /// Whether a stream ends with its usage; other requests may not ask for it.
    pub(crate) fn include_usage(options: Option<Self>, stream: bool) -> Result<bool, ServiceError> {
        match options {
            Some(_) if !stream => Err(invalid_value(
                "stream_options",
                "The 'stream_options' parameter is only allowed when 'stream' is enabled.",
            )),
            options => Ok(options.and_then(|options| options.include_usage).unwrap_or(false)),
        }
    }
}

/// Checks that each bias is for a token and between -100 and 100.
pub(crate) fn check_logit_bias(bias: Option<&Map<String, Value>>) -> Result<(), ServiceError> {
    for (token, value) in bias.into_iter().flatten() {
        let path = format!("logit_bias.{token}");
        if token.parse::<u32>().is_err() {
            let message =
                format!("Invalid key in 'logit_bias': {token}. You should only be submitting non-negative integers.");
            return Err(invalid_value(&path, message));
        }
        let number = value.as_f64().ok_or_else(|| wrong_type(&path, "a decimal"))?;
        within(&path, "decimal", number, -100.0, 100.0)?;
    }
    Ok(())
}
