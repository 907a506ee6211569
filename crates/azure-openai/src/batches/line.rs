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

impl<T> BatchResult<Box<T>> {
    pub(super) fn unboxed(self) -> BatchResult<T> {
        BatchResult {
            custom_id: self.custom_id,
            status: self.status,
            request_id: self.request_id,
            outcome: self.outcome.map(|response| *response),
        }
    }

    pub(super) fn failed(custom_id: String, failure: BatchFailure) -> Self {
        Self {
            custom_id,
            status: None,
            request_id: None,
            outcome: Err(failure),
        }
    }
}

#[derive(Deserialize)]
struct WireLine<T> {
    custom_id: Option<String>,
    response: Option<WireResponse<T>>,
    error: Option<BatchLineError>,
}

#[derive(Deserialize)]
struct WireResponse<T> {
    request_id: Option<String>,
    /// A number, or a number as text.
    #[serde(default)]
    status_code: Value,
    body: Option<T>,
}

/// Reads a line, of which `place` says where it is. The response is boxed, since moving it at each step to the caller
/// takes longer than some of its fields.
///
/// # Errors
/// Where not even the custom id can be read.
pub(super) fn read<T: DeserializeOwned>(
    bytes: &[u8],
    place: impl Fn() -> String,
) -> Result<BatchResult<Box<T>>, Error> {
    let parsed = match std::str::from_utf8(bytes) {
        // Nearly every line is a response that decodes in one go.
        Ok(text) => match serde_json::from_str(text).ok().and_then(success::<Box<T>>) {
            Some(result) => return Ok(result),
            None => serde_json::from_str::<WireLine<Box<RawValue>>>(text)
                .map_err(|error| Error::decode(format!("{} is not a result of a batch", place())).with_source(error)),
        },
        Err(error) => Err(Error::decode(format!("{} is not UTF-8", place())).with_source(error)),
    };
    let wire = match parsed {
        Ok(wire) => wire,
        Err(error) => match custom_id(&String::from_utf8_lossy(bytes)) {
            Some(custom_id) => return Ok(BatchResult::failed(custom_id, BatchFailure::Unreadable(error))),
            None => return Err(error),
        },
    };
    let Some(custom_id) = wire.custom_id.filter(|id| !id.is_empty()) else {
        return Err(Error::decode(format!("{} has no custom id", place())));
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
        (Some(status), Some(body), None) if status.is_success() => decode_body(&body, place).map(Box::new),
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
            "{} has neither a response nor an error",
            place()
        )))),
    };
    Ok(BatchResult {
        custom_id,
        status,
        request_id,
        outcome,
    })
}

/// The result on a line whose request succeeded.
fn success<T>(line: WireLine<T>) -> Option<BatchResult<T>> {
    let response = line.response.filter(|_| line.error.is_none())?;
    Some(BatchResult {
        custom_id: line.custom_id.filter(|id| !id.is_empty())?,
        status: Some(status(&response.status_code).filter(StatusCode::is_success)?),
        request_id: response.request_id.filter(|id| !id.is_empty()),
        outcome: Ok(response.body?),
    })
}

/// Decodes a response that is not as specified.
fn decode_body<T: DeserializeOwned>(body: &RawValue, place: impl Fn() -> String) -> Result<T, BatchFailure> {
    // Some servers write the body as JSON within a string.
    let quoted = || decode::from_str(&serde_json::from_str::<String>(body.get()).ok()?).ok();
    decode::from_str(body.get())
        .or_else(|error| quoted().ok_or(error))
        .map_err(|error| {
            let text = format!("cannot decode the response on {}", place());
            BatchFailure::Response(Error::decode(text).with_source(error))
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
