//! The input file of a batch, checked before anything is run.

use std::collections::HashMap;
use std::hash::Hasher;
use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};
use twox_hash::XxHash64;

use super::endpoint::Endpoint;
use crate::state::State;
use crate::state::deployments::Deployment;
use crate::state::files::Content;
use crate::storage::jsonl::{LineError, Lines, json_error};

const MAX_LINES: u64 = 100_000;
const MAX_BYTES: u64 = 200 * 1024 * 1024;
/// The most errors reported.
const MAX_ERRORS: usize = 100;
/// The bytes of a request that count as a token while it is enqueued. The real cost is known once it has run.
const BYTES_A_TOKEN: u64 = 4;

/// The requests to run.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) endpoint: Endpoint,
    pub(super) deployment: Arc<Deployment>,
    /// In the order in which they are run and written: that of a hash of their `custom_id`, because the service's order
    /// is none to rely on.
    pub(super) lines: Vec<Place>,
    pub(super) tokens: u64,
}

/// The place of a line in the input file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) offset: u64,
    pub(super) length: usize,
}

/// An error of the batch as the document describes it; `line` counts from 1.
pub(super) fn error(code: &str, message: &str, param: Option<&str>, line: Option<u64>) -> Value {
    let mut error = json!({"code": code, "message": message});
    if let Some(param) = param {
        error["param"] = param.into();
    }
    if let Some(line) = line {
        error["line"] = line.into();
    }
    error
}

/// Reads the whole file once; all errors are reported, up to a limit.
pub(super) fn check(state: &State, path: &str, content: &Content) -> Result<Plan, Vec<Value>> {
    let whole = |code, message: &str| vec![error(code, message, None, None)];
    let Some(endpoint) = Endpoint::find(path) else {
        return Err(whole("invalid_request", "The endpoint is unknown."));
    };
    if content.bytes > MAX_BYTES {
        let message = format!("The input file is larger than {MAX_BYTES} bytes.");
        return Err(whole("file_too_large", &message));
    }
    let unreadable = |problem: LineError| {
        let code = match problem.line() {
            Some(_) => "invalid_json_line",
            None => "internal_error",
        };
        vec![error(
            code,
            &format!("The input cannot be read: {problem}."),
            None,
            problem.line(),
        )]
    };
    // Counted first, because it is cheap and a file with too many lines is mostly far too long.
    match count(&content.path).map_err(unreadable)? {
        0 => return Err(whole("empty_batch", "The input file holds no requests.")),
        1..=MAX_LINES => {}
        lines => {
            let message = format!("The input file holds {lines} requests, but may hold {MAX_LINES}.");
            return Err(whole("too_many_tasks", &message));
        }
    }

    let mut checker = Checker {
        state,
        endpoint,
        path,
        deployment: None,
        seen: HashMap::new(),
        errors: Vec::new(),
    };
    let mut places = Vec::new();
    let mut lines = Lines::open(&content.path).map_err(|error| unreadable(error.into()))?;
    while let Some(line) = lines.next().map_err(unreadable)? {
        if let Some(hash) = checker.line(line.number, line.text) {
            let place = Place {
                offset: line.offset,
                length: line.text.len(),
            };
            places.push((hash, place));
        }
        if checker.errors.len() >= MAX_ERRORS {
            break;
        }
    }
    match checker.deployment {
        Some((_, deployment)) if checker.errors.is_empty() => {
            places.sort_by_key(|(hash, place)| (*hash, place.offset));
            Ok(Plan {
                endpoint,
                deployment,
                lines: places.into_iter().map(|(_, place)| place).collect(),
                tokens: content.bytes.div_ceil(BYTES_A_TOKEN),
            })
        }
        _ => Err(checker.errors),
    }
}

fn count(path: &Path) -> Result<u64, LineError> {
    let mut lines = Lines::open(path)?;
    let mut count = 0;
    while lines.next()?.is_some() {
        count += 1;
    }
    Ok(count)
}

struct Checker<'a> {
    state: &'a State,
    endpoint: Endpoint,
    path: &'a str,
    /// That of the first line, which all must have, and its name.
    deployment: Option<(String, Arc<Deployment>)>,
    /// Each `custom_id` and its line.
    seen: HashMap<String, u64>,
    errors: Vec<Value>,
}

impl Checker<'_> {
    /// The hash of the line's id if the line is right.
    fn line(&mut self, number: u64, text: &str) -> Option<u64> {
        match self.read(number, text) {
            Ok(hash) => Some(hash),
            Err((code, param, message)) => {
                self.errors.push(error(code, &message, param, Some(number)));
                None
            }
        }
    }

    fn read(&mut self, number: u64, text: &str) -> Result<u64, (&'static str, Option<&'static str>, String)> {
        let line: Value = serde_json::from_str(text).map_err(|problem| {
            (
                "invalid_json_line",
                None,
                format!("This line is not parseable as valid JSON: {}.", json_error(&problem)),
            )
        })?;
        if !line.is_object() {
            return Err(("invalid_json_line", None, "This line is not a JSON object.".to_owned()));
        }
        let text_of = |name: &'static str| match line[name].as_str() {
            Some(text) if !text.is_empty() => Ok(text),
            _ => Err((
                "invalid_request",
                Some(name),
                format!("'{name}' must be a string that is not empty."),
            )),
        };
        let custom_id = text_of("custom_id")?;
        if let Some(first) = self.seen.get(custom_id) {
            let message = format!("The custom_id of this line is that of line {first}.");
            return Err(("duplicate_custom_id", Some("custom_id"), message));
        }
        self.seen.insert(custom_id.to_owned(), number);
        let method = text_of("method")?;
        if method != "POST" {
            let message = format!("The method '{method}' is not POST.");
            return Err(("invalid_request", Some("method"), message));
        }
        let url = text_of("url")?;
        if Endpoint::find(url) != Some(self.endpoint) {
            let message = format!("The url '{url}' is not the endpoint of the batch, '{}'.", self.path);
            return Err(("url_mismatch", Some("url"), message));
        }
        if !line["body"].is_object() {
            return Err(("invalid_request", Some("body"), "'body' must be an object.".to_owned()));
        }
        let Some(model) = line["body"]["model"].as_str() else {
            let message = "'body.model' must be the name of a deployment.".to_owned();
            return Err(("invalid_request", Some("body.model"), message));
        };
        match &self.deployment {
            Some((name, _)) if name == model => {}
            Some((name, _)) => {
                let message = format!("The model '{model}' is not that of the lines before, '{name}'.");
                return Err(("model_mismatch", Some("body.model"), message));
            }
            None => {
                let Some(deployment) = self.state.deployments.get(model) else {
                    let message = format!("The deployment '{model}' cannot be found.");
                    return Err(("model_not_found", Some("body.model"), message));
                };
                self.deployment = Some((model.to_owned(), deployment));
            }
        }
        let mut hasher = XxHash64::with_seed(0);
        hasher.write(custom_id.as_bytes());
        Ok(hasher.finish())
    }
}
