//! A line of an output or error file.

use azure_openai_core::{Error, HeaderMap, HeaderValue, StatusCode, Value, decode};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::failure::{BatchFailure, BatchLineError};

/// The operation that errors of a line name.
const OPERATION: &str = "Batch line";

/// The result of a request of a batch.
#[derive(Debug)]
#[non_exhaustive]
pub struct BatchResult<T> {
    /// The custom id of the request.
    pub custom_id: String,
    /// The HTTP status, if the request was run.
    pub status: Option<StatusCode>,
    /// The id of the request within the service, to give to Microsoft's support.
    pub request_id: Option<String>,
    /// The response, or why there is none.
    pub outcome: Result<T, BatchFailure>,
}

/// A line, its response not decoded yet.
pub(super) struct Line {
    pub(super) custom_id: String,
    status: Option<StatusCode>,
    request_id: Option<String>,
    outcome: Result<Box<RawValue>, BatchFailure>,
    pub(super) place: String,
}

#[derive(Deserialize)]
struct WireLine {
    #[serde(default)]
    custom_id: Option<String>,
    #[serde(default)]
    response: Option<WireResponse>,
    #[serde(default)]
    error: Option<BatchLineError>,
}

#[derive(Deserialize)]
struct WireResponse {
    #[serde(default)]
    request_id: Option<String>,
    /// A number, or a number as text.
    #[serde(default)]
    status_code: Value,
    #[serde(default)]
    body: Option<Box<RawValue>>,
}

impl Line {
    pub(super) fn failed(custom_id: String, failure: BatchFailure) -> Self {
        Self {
            custom_id,
            status: None,
            request_id: None,
            outcome: Err(failure),
            place: String::new(),
        }
    }

    /// Decodes the response.
    pub(super) fn into_result<T: DeserializeOwned>(self) -> BatchResult<T> {
        let outcome = self.outcome.and_then(|body| {
            // Some servers write the body as JSON within a string.
            let quoted = || decode::from_str(&serde_json::from_str::<String>(body.get()).ok()?).ok();
            decode::from_str(body.get())
                .or_else(|error| quoted().ok_or(error))
                .map_err(|error| {
                    let text = format!("cannot decode the response on {}", self.place);
                    BatchFailure::Response(Error::decode(text).with_source(error))
                })
        });
        BatchResult {
            custom_id: self.custom_id,
            status: self.status,
            request_id: self.request_id,
            outcome,
        }
    }
}

/// Reads a line.
///
/// # Errors
/// Where not even the custom id can be read.
pub(super) fn read(bytes: &[u8], place: String) -> Result<Line, Error> {
    let text = String::from_utf8_lossy(bytes);
    let parsed = match std::str::from_utf8(bytes) {
        Ok(text) => serde_json::from_str::<WireLine>(text)
            .map_err(|error| Error::decode(format!("{place} is not a result of a batch")).with_source(error)),
        Err(error) => Err(Error::decode(format!("{place} is not UTF-8")).with_source(error)),
    };
    let wire = match parsed {
        Ok(wire) => wire,
        Err(error) => match custom_id(&text) {
            Some(custom_id) => return Ok(Line::failed(custom_id, BatchFailure::Unreadable(error))),
            None => return Err(error),
        },
    };
    let Some(custom_id) = wire.custom_id.filter(|id| !id.is_empty()) else {
        return Err(Error::decode(format!("{place} has no custom id")));
    };
    let (status, request_id, body) = match wire.response {
        Some(response) => (
            status(&response.status_code),
            response.request_id.filter(|id| !id.is_empty()),
            response.body,
        ),
        None => (None, None, None),
    };
    let outcome = match (status, body, wire.error) {
        (Some(status), Some(body), None) if status.is_success() => Ok(body),
        // The error is in the status, and in the body if there is one.
        (Some(status), body, _) if !status.is_success() => {
            let mut headers = HeaderMap::new();
            if let Some(Ok(id)) = request_id.as_deref().map(HeaderValue::from_str) {
                headers.insert("x-request-id", id);
            }
            let body = body.as_deref().map_or("", RawValue::get);
            let error = Error::from_response(OPERATION, status, headers, body.as_bytes());
            Err(BatchFailure::Response(error))
        }
        (_, _, Some(error)) => Err(BatchFailure::NotRun(error)),
        (_, _, None) => Err(BatchFailure::Unreadable(Error::decode(format!(
            "{place} has neither a response nor an error"
        )))),
    };
    Ok(Line {
        custom_id,
        status,
        request_id,
        outcome,
        place,
    })
}

fn status(code: &Value) -> Option<StatusCode> {
    let code = match code {
        Value::Number(code) => u16::try_from(code.as_u64()?).ok()?,
        Value::String(code) => code.trim().parse().ok()?,
        _ => return None,
    };
    StatusCode::from_u16(code).ok()
}

/// Finds the custom id of a line that does not decode as a whole.
fn custom_id(line: &str) -> Option<String> {
    let (_, rest) = line.split_once("\"custom_id\"")?;
    let value = rest.trim_start().strip_prefix(':')?;
    let mut values = serde_json::Deserializer::from_str(value).into_iter::<String>();
    values
        .next()?
        .ok()
        .filter(|id| !id.is_empty() && !id.contains(char::REPLACEMENT_CHARACTER))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn custom_id_is_found_where_the_line_is_broken_elsewhere() {
        assert_eq!(
            custom_id(r#"{"custom_id": "q-\"1","response":{"#).as_deref(),
            Some("q-\"1")
        );
        for line in [
            "",
            "{}",
            r#"{"custom_id""#,
            r#"{"custom_id":7"#,
            r#"{"custom_id":"#,
            r#"{"custom_id":""}"#,
        ] {
            assert_eq!(custom_id(line), None, "{line}");
        }
    }
}
