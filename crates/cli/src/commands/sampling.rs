//! Options that chats and completions share.

use serde_json::Value;

/// How the model writes.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Model options")]
pub(super) struct Sampling {
    /// 0 to 2; lower is more predictable
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true)]
    pub(super) temperature: Option<f64>,
    /// 0 to 1; consider only the most likely tokens of this share
    #[arg(long, value_name = "NUMBER")]
    pub(super) top_p: Option<f64>,
    /// Write at most so many tokens
    #[arg(long, value_name = "TOKENS")]
    pub(super) max_tokens: Option<i64>,
    /// Stop before this text; may be given several times
    #[arg(long, value_name = "TEXT")]
    pub(super) stop: Vec<String>,
    /// Send another field of the request, as in `--set reasoning_effort=low`; VALUE is JSON, else text
    #[arg(long = "set", value_name = "FIELD=VALUE", value_parser = field)]
    pub(super) fields: Vec<(String, Value)>,
}

fn field(text: &str) -> Result<(String, Value), String> {
    let (name, value) = text
        .split_once('=')
        .filter(|(name, _)| !name.is_empty())
        .ok_or("expected FIELD=VALUE, as in logprobs=true")?;
    let value = serde_json::from_str(value).unwrap_or_else(|_| Value::from(value));
    Ok((name.to_owned(), value))
}

/// Sets the options on a request that has all of them.
macro_rules! apply {
    ($request:expr, $sampling:expr) => {{
        let mut request = $request;
        request.temperature = $sampling.temperature;
        request.top_p = $sampling.top_p;
        request.max_tokens = $sampling.max_tokens;
        request.stop = (!$sampling.stop.is_empty()).then(|| $sampling.stop.clone().into());
        request.extra.extend($sampling.fields.iter().cloned());
        request
    }};
}

pub(super) use apply;
