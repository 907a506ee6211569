//! The error objects of either API and of gateways, whatever shape they come in.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::content_filter::ContentFilterResults;

/// An error object of the service: the one a response holds, or one of its [`details`](Self::details).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ErrorDetail {
    /// The code; a number is given as text.
    pub code: Option<String>,
    /// The message for people.
    pub message: Option<String>,
    /// The parameter that is wrong (inference).
    pub param: Option<String>,
    /// What the error is about (authoring).
    pub target: Option<String>,
    /// The service's type of the error (`type`, inference).
    pub error_type: Option<String>,
    /// The prompt of an image as the service revised it (in an inner error).
    pub revised_prompt: Option<String>,
    /// Errors that led to this one.
    pub details: Vec<ErrorDetail>,
    /// The more specific error (`innererror`, `inner_error`).
    pub inner_error: Option<Box<ErrorDetail>>,
    /// The content filter results, of this object or of its inner error.
    pub content_filter_results: Option<ContentFilterResults>,
}

impl ErrorDetail {
    fn from_object(object: &Map<String, Value>) -> Self {
        let objects = object.get("details").and_then(Value::as_array).into_iter().flatten();
        let inner = ["innererror", "inner_error", "innerError"]
            .iter()
            .find_map(|name| object.get(*name)?.as_object())
            .map(|inner| Box::new(Self::from_object(inner)));
        Self {
            // A gateway's body has no code but its status; `status` beside a missing code is the same.
            code: text(object, &["code", "statusCode", "status", "error_code"]),
            message: text(object, &MESSAGES).or_else(|| object.get("detail").and_then(first_message)),
            param: text(object, &["param"]),
            target: text(object, &["target"]),
            error_type: text(object, &["type", "error_type"]),
            revised_prompt: text(object, &["revised_prompt"]),
            details: objects.filter_map(Value::as_object).map(Self::from_object).collect(),
            content_filter_results: filter(object)
                .or_else(|| inner.as_ref().and_then(|inner| inner.content_filter_results.clone())),
            inner_error: inner,
        }
    }
}

/// The names that a message has in the service's errors and in those of gateways and frameworks.
const MESSAGES: [&str; 9] = [
    "error_message",
    "message",
    "Message",
    "detail",
    "error_description",
    "errorMessage",
    "faultstring",
    "msg",
    "title",
];

/// The message of the first of a list of problems, as in `{"detail": [{"msg": …}]}`.
fn first_message(problems: &Value) -> Option<String> {
    match problems {
        Value::Array(problems) => first_message(problems.first()?),
        Value::Object(problem) => text(problem, &MESSAGES),
        Value::String(text) => Some(text.clone()),
        _ => None,
    }
}

fn text(object: &Map<String, Value>, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| match object.get(*name)? {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}

/// The content filter results: one object, or in newer api-versions a list of them under `content_filters`, of which the
/// one that blocked counts.
fn filter(object: &Map<String, Value>) -> Option<ContentFilterResults> {
    let in_object = |object: &Map<String, Value>| {
        ["content_filter_result", "content_filter_results"]
            .iter()
            .find_map(|name| crate::decode::from_value(object.get(*name)?).ok())
    };
    let in_list = || {
        let filters = object.get("content_filters")?.as_array()?;
        let blocked = |filter: &&Value| filter["blocked"] == true;
        let filter = filters.iter().find(blocked).or_else(|| filters.first())?;
        in_object(filter.as_object()?)
    };
    in_object(object).or_else(in_list)
}

/// Reads the error object out of a body, if there is one.
pub(super) fn parse(body: &str) -> Option<ErrorDetail> {
    // serde_json bounds the depth, and with it the recursion here.
    let body = match serde_json::from_str(body.trim_start_matches('\u{feff}')).ok()? {
        Value::Object(body) => body,
        Value::Array(mut bodies) => match bodies.first_mut()?.take() {
            Value::Object(body) => body,
            _ => return None,
        },
        Value::String(message) => {
            return Some(ErrorDetail {
                message: Some(message),
                ..ErrorDetail::default()
            });
        }
        _ => return None,
    };
    let first = |errors: &Value| errors.as_array().and_then(|errors| errors.first()).cloned();
    let listed = ["error", "errors"].iter().find_map(|name| first(body.get(*name)?));
    let single = || body.get("error").or_else(|| body.get("fault"));
    let detail = match listed.as_ref().or_else(single) {
        Some(Value::Object(error)) => {
            let mut detail = ErrorDetail::from_object(error);
            if detail.content_filter_results.is_none() {
                // API Management puts the results beside the error.
                detail.content_filter_results = filter(&body);
            }
            detail
        }
        Some(Value::String(message)) => {
            // As OAuth puts it: a code, and beside it a description.
            match body.get("error_description").and_then(Value::as_str) {
                Some(description) => ErrorDetail {
                    code: Some(message.clone()),
                    message: Some(description.to_owned()),
                    ..ErrorDetail::default()
                },
                None => ErrorDetail {
                    message: Some(message.clone()),
                    ..ErrorDetail::from_object(&body)
                },
            }
        }
        _ => ErrorDetail::from_object(&body),
    };
    (detail != ErrorDetail::default()).then_some(detail)
}
