//! Parameters that chat and text completions have in common. What the documents say of them is checked before.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use crate::wire::ServiceError;
use crate::wire::parameters::{self, Integer, invalid_value, within};

/// The parameters as they are sent.
#[derive(Deserialize)]
struct Body<'a> {
    n: Option<Integer>,
    #[serde(borrow)]
    stop: Option<Stop<'a>>,
    #[serde(borrow)]
    logit_bias: Option<BTreeMap<&'a str, f64>>,
    stream: Option<bool>,
    stream_options: Option<StreamOptions>,
}

/// A string or up to four.
#[derive(Deserialize)]
#[serde(untagged)]
enum Stop<'a> {
    One(&'a str),
    #[serde(borrow)]
    Many(Vec<&'a str>),
}

#[derive(Deserialize)]
struct StreamOptions {
    include_usage: Option<bool>,
}

#[derive(Debug)]
pub(crate) struct Parameters<'a> {
    /// The number of choices.
    pub(crate) n: usize,
    pub(crate) stop: Vec<&'a str>,
    pub(crate) stream: bool,
    /// A stream ends with the usage.
    pub(crate) include_usage: bool,
}

impl<'a> Parameters<'a> {
    pub(crate) fn read(sent: &'a Value) -> Result<Self, ServiceError> {
        let body: Body<'a> = parameters::read(sent)?;
        check_logit_bias(body.logit_bias.as_ref())?;
        let stop = match body.stop {
            None => Vec::new(),
            Some(Stop::One(text)) => vec![text],
            Some(Stop::Many(list)) => list,
        };
        let stream = body.stream.unwrap_or(false);
        if body.stream_options.is_some() && !stream {
            let message = "The 'stream_options' parameter is only allowed when 'stream' is enabled.";
            return Err(invalid_value("stream_options", message));
        }
        let include_usage = body.stream_options.and_then(|options| options.include_usage);
        Ok(Self {
            n: body.n.map_or(1, |n| n.within(1, 128)),
            stop,
            stream,
            include_usage: include_usage.unwrap_or(false),
        })
    }
}

/// Checks that each bias is for a token and between -100 and 100.
fn check_logit_bias(bias: Option<&BTreeMap<&str, f64>>) -> Result<(), ServiceError> {
    for (token, number) in bias.into_iter().flatten() {
        let path = format!("logit_bias.{token}");
        if token.parse::<u32>().is_err() {
            let message =
                format!("Invalid key in 'logit_bias': {token}. You should only be submitting non-negative integers.");
            return Err(invalid_value(&path, message));
        }
        within(&path, "decimal", *number, -100.0, 100.0)?;
    }
    Ok(())
}
