//! The input file of a batch, checked before anything is run.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;
use twox_hash::XxHash64;

use crate::catalogue::OperationKey;
use crate::state::State;
use crate::state::deployments::Deployment;
use crate::state::files::Content;
use crate::storage::jsonl::{LineError, Lines, json_error};

/// How long a batch may take, in seconds.
pub(super) const WINDOW_SECONDS: i64 = 24 * 60 * 60;
/// The operations that a batch can run, and their paths in it.
pub(super) const ENDPOINTS: [(&str, OperationKey); 3] = [
    ("/chat/completions", OperationKey::ChatCompletionsCreate),
    ("/completions", OperationKey::CompletionsCreate),
    ("/embeddings", OperationKey::EmbeddingsCreate),
];

/// Finds the operation of a path, which is also written with `/v1` before it.
pub(super) fn endpoint(path: &str) -> Option<OperationKey> {
    let path = path.strip_prefix("/v1").unwrap_or(path);
    let found = ENDPOINTS.iter().find(|(known, _)| *known == path);
    found.map(|(_, key)| *key)
}

const MAX_LINES: u64 = 100_000;
const MAX_BYTES: u64 = 200 * 1024 * 1024;
/// The most errors reported.
const MAX_ERRORS: usize = 100;
/// The bytes of a request that count as a token while it is enqueued. The real cost is known once it has run.
const BYTES_A_TOKEN: u64 = 4;

/// The requests to run.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) operation: OperationKey,
    pub(super) deployment: Arc<Deployment>,
    /// In the order in which they are run and written: that of a hash of their `custom_id`, because the service's order
    /// is none to rely on.
    pub(super) lines: Vec<Position>,
    pub(super) tokens: u64,
}

/// Where a line is in the input file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Position {
    pub(super) offset: u64,
    pub(super) length: usize,
}

/// An error of the batch as the document describes it; `line` counts from 1.
#[derive(Debug, Serialize)]
pub(super) struct BatchError {
    code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    param: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
}

impl BatchError {
    pub(super) fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            param: None,
            line: None,
        }
    }

    pub(super) fn param(mut self, param: &'static str) -> Self {
        self.param = Some(param);
        self
    }
}

impl From<LineError> for BatchError {
    fn from(problem: LineError) -> Self {
        let line = problem.line();
        let code = line.map_or("internal_error", |_| "invalid_json_line");
        Self {
            line,
            ..Self::new(code, format!("The input cannot be read: {problem}."))
        }
    }
}

/// Reads the whole file once; all errors are reported, up to a limit.
pub(super) fn check(state: &State, path: &str, content: &Content) -> Result<Plan, Vec<BatchError>> {
    let whole = |code, message: String| vec![BatchError::new(code, message)];
    let Some(operation) = endpoint(path) else {
        return Err(whole("invalid_request", "The endpoint is unknown.".to_owned()));
    };
    if content.bytes > MAX_BYTES {
        let message = format!("The input file is larger than {MAX_BYTES} bytes.");
        return Err(whole("file_too_large", message));
    }
    let unreadable = |problem: LineError| vec![problem.into()];
    // Counted first, because it is cheap and a file with too many lines is mostly far too long.
    match count(&content.path).map_err(unreadable)? {
        0 => return Err(whole("empty_batch", "The input file holds no requests.".to_owned())),
        1..=MAX_LINES => {}
        lines => {
            let message = format!("The input file holds {lines} requests, but may hold {MAX_LINES}.");
            return Err(whole("too_many_tasks", message));
        }
    }

    let mut checker = Checker {
        state,
        operation,
        path,
        deployment: None,
        seen: HashMap::new(),
        errors: Vec::new(),
    };
    let mut lines_to_run = Vec::new();
    let mut lines = Lines::open(&content.path).map_err(|error| unreadable(error.into()))?;
    while let Some(line) = lines.next().map_err(unreadable)? {
        if let Some(hash) = checker.line(line.number, line.text) {
            let position = Position {
                offset: line.offset,
                length: line.text.len(),
            };
            lines_to_run.push((hash, position));
        }
        if checker.errors.len() >= MAX_ERRORS {
            break;
        }
    }
    match checker.deployment {
        Some(deployment) if checker.errors.is_empty() => {
            lines_to_run.sort_by_key(|(hash, position)| (*hash, position.offset));
            Ok(Plan {
                operation,
                deployment,
                lines: lines_to_run.into_iter().map(|(_, position)| position).collect(),
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
    operation: OperationKey,
    path: &'a str,
    /// That of the first line, which all must have.
    deployment: Option<Arc<Deployment>>,
    /// Each `custom_id` and its line.
    seen: HashMap<String, u64>,
    errors: Vec<BatchError>,
}

impl Checker<'_> {
    /// The hash of the line's id if the line is right.
    fn line(&mut self, number: u64, text: &str) -> Option<u64> {
        let read = self.read(number, text);
        read.map_err(|error| {
            self.errors.push(BatchError {
                line: Some(number),
                ..error
            });
        })
        .ok()
    }

    fn read(&mut self, number: u64, text: &str) -> Result<u64, BatchError> {
        let line: Value = serde_json::from_str(text).map_err(|problem| {
            let message = format!("This line is not parseable as valid JSON: {}.", json_error(&problem));
            BatchError::new("invalid_json_line", message)
        })?;
        if !line.is_object() {
            return Err(BatchError::new("invalid_json_line", "This line is not a JSON object."));
        }
        let text_of = |name: &'static str| match line[name].as_str() {
            Some(text) if !text.is_empty() => Ok(text),
            _ => {
                let message = format!("'{name}' must be a string that is not empty.");
                Err(BatchError::new("invalid_request", message).param(name))
            }
        };
        let custom_id = text_of("custom_id")?;
        if let Some(first) = self.seen.get(custom_id) {
            let message = format!("The custom_id of this line is that of line {first}.");
            return Err(BatchError::new("duplicate_custom_id", message).param("custom_id"));
        }
        self.seen.insert(custom_id.to_owned(), number);
        let method = text_of("method")?;
        if method != "POST" {
            let message = format!("The method '{method}' is not POST.");
            return Err(BatchError::new("invalid_request", message).param("method"));
        }
        let url = text_of("url")?;
        if endpoint(url) != Some(self.operation) {
            let message = format!("The url '{url}' is not the endpoint of the batch, '{}'.", self.path);
            return Err(BatchError::new("url_mismatch", message).param("url"));
        }
        if !line["body"].is_object() {
            return Err(BatchError::new("invalid_request", "'body' must be an object.").param("body"));
        }
        let of_model = |code, message: String| BatchError::new(code, message).param("body.model");
        let Some(model) = line["body"]["model"].as_str() else {
            let message = "'body.model' must be the name of a deployment.";
            return Err(of_model("invalid_request", message.to_owned()));
        };
        match &self.deployment {
            Some(deployment) if deployment.name == model => {}
            Some(deployment) => {
                let message = format!(
                    "The model '{model}' is not that of the lines before, '{}'.",
                    deployment.name
                );
                return Err(of_model("model_mismatch", message));
            }
            None => {
                let missing = || of_model("model_not_found", format!("The deployment '{model}' cannot be found."));
                self.deployment = Some(self.state.deployments.get(model).ok_or_else(missing)?);
            }
        }
        Ok(XxHash64::oneshot(0, custom_id.as_bytes()))
    }
}
