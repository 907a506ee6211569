//! Validates responses against the documents.

use std::io;

use axum::body::{Body, Bytes, HttpBody as _};
use axum::response::{IntoResponse, Response};
use futures_util::StreamExt;
use http::header;
use jsonschema::Validator;
use serde_json::Value;

use super::document::without_nulls;
use super::operation::{DescribedResponse, schemas};
use crate::catalogue::OperationKey;
use crate::wire::ServiceError;

/// Exempts a response from validation because its content was scripted. Kept in the response's extensions.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scripted;

/// Passes a valid response; an invalid one is replaced by a 500 that names the violation. A stream is checked event by
/// event, and ends with an error at the first invalid one.
pub(crate) async fn check_response(
    key: OperationKey,
    response: Response,
    report: impl Fn(String) + Clone + Send + 'static,
) -> Response {
    if response.extensions().get::<Scripted>().is_some() {
        return response;
    }
    let id = key.operation().id;
    let named = move |why: String| report(format!("{id}: {why}"));
    match check(key, response, named.clone()).await {
        Ok(response) => response,
        Err(why) => {
            let message = format!("the emulator made a response that violates the specification: {id}: {why}");
            named(why);
            ServiceError::internal(message).into_response()
        }
    }
}

async fn check(
    key: OperationKey,
    response: Response,
    report: impl Fn(String) + Send + 'static,
) -> Result<Response, String> {
    let schemas = schemas(key);
    let status = response.status();
    let described = match schemas.responses.get(&status.as_u16()) {
        Some(described) => described,
        None if status.is_client_error() || status.is_server_error() => {
            let failure = schemas.failure.as_ref();
            failure.ok_or_else(|| format!("status {status} is not in the document"))?
        }
        None => return Err(format!("status {status} is not in the document")),
    };
    let media_type = media_type(&response);
    if media_type.is_empty() {
        return match described.media_types.is_empty() || response.body().size_hint().exact() == Some(0) {
            true => Ok(response),
            false => Err("missing content type".to_owned()),
        };
    }
    if media_type == "text/event-stream" {
        let event = described.event.as_ref();
        let event = event.ok_or("the operation does not stream")?;
        return Ok(response.map(|body| watched(body, event, report)));
    }
    if !admits(described, &media_type) {
        return Err(format!("content type {media_type} is not in the document"));
    }
    let Some(schema) = described.json.as_ref().filter(|_| media_type == "application/json") else {
        return Ok(response);
    };
    let (parts, body) = response.into_parts();
    let read = axum::body::to_bytes(body, usize::MAX).await;
    let bytes = read.map_err(|error| format!("its body broke off: {error}"))?;
    verify(schema, &bytes)?;
    Ok(Response::from_parts(parts, Body::from(bytes)))
}

/// Without parameters, in lower case.
fn media_type(response: &Response) -> String {
    let value = response.headers().get(header::CONTENT_TYPE);
    let text = value.and_then(|value| value.to_str().ok()).unwrap_or_default();
    text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

fn admits(described: &DescribedResponse, media_type: &str) -> bool {
    // A document that names none, or only bytes, takes any.
    described.media_types.is_empty()
        || described.json.is_none()
        || described.media_types.iter().any(|other| other == media_type)
}

/// Whether the text is JSON that the schema allows.
fn verify(schema: &Validator, text: &[u8]) -> Result<(), String> {
    let mut value: Value = serde_json::from_slice(text).map_err(|error| format!("invalid JSON: {error}"))?;
    // Of some errors the service sends no code, which the document requires.
    if let Some(code @ Value::Null) = value.pointer_mut("/error/code") {
        *code = "".into();
    }
    let value = without_nulls(&value);
    schema
        .validate(&value)
        .map_err(|error| format!("{} at '{}'", error.masked(), error.instance_path()))
}

/// The stream, each event of which is looked at as it passes.
fn watched(body: Body, event: &'static Validator, report: impl Fn(String) + Send + 'static) -> Body {
    let mut line = Vec::new();
    let chunks = body.into_data_stream().map(move |chunk| {
        let chunk: Bytes = chunk.map_err(io::Error::other)?;
        for byte in &chunk {
            match byte {
                b'\n' => {
                    let data = line.strip_prefix(b"data:".as_slice()).map(<[u8]>::trim_ascii);
                    // An error in mid-stream has the shape of an error.
                    let data = data.filter(|data| *data != b"[DONE]" && !data.starts_with(b"{\"error\""));
                    let checked = data.map_or(Ok(()), |data| verify(event, data));
                    line.clear();
                    if let Err(why) = checked {
                        report(why.clone());
                        return Err(io::Error::other(why));
                    }
                }
                other => line.push(*other),
            }
        }
        Ok(chunk)
    });
    Body::from_stream(chunks)
}

#[cfg(test)]
mod tests {
    use http::StatusCode;
    use serde_json::json;

    use super::*;
    use crate::wire::body;

    async fn check(key: OperationKey, status: StatusCode, value: Value) -> (StatusCode, String) {
        let response = check_response(key, body::json(status, &value).unwrap(), |_| {}).await;
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        (parts.status, String::from_utf8(bytes.to_vec()).unwrap())
    }

    #[tokio::test]
    async fn response_that_violates_the_document_is_reported() {
        let key = OperationKey::FilesGet;
        let good = json!({"id": "file-1", "object": "file", "filename": "a", "purpose": "batch", "status": "processed",
            "bytes": 1, "created_at": 1});
        assert_eq!(check(key, StatusCode::OK, good.clone()).await.0, 200);
        let mut bad = good.clone();
        bad["bytes"] = "many".into();
        let (status, text) = check(key, StatusCode::OK, bad).await;
        assert_eq!(status, 500);
        assert!(text.contains("Files_Get") && text.contains("/bytes"), "{text}");
        assert_eq!(check(key, StatusCode::ACCEPTED, good).await.0, 500);
    }

    #[tokio::test]
    async fn stream_ends_at_an_invalid_event() {
        let stream = |text: &'static str| ([(header::CONTENT_TYPE, "text/event-stream")], text).into_response();
        let key = OperationKey::ChatCompletionsCreate;
        let good = stream("data: {\"choices\":[]}\n\ndata: [DONE]\n\n");
        let good = check_response(key, good, |_| {}).await;
        assert!(axum::body::to_bytes(good.into_body(), usize::MAX).await.is_ok());
        let bad = check_response(key, stream("data: {\"choices\":5}\n\n"), |_| {}).await;
        assert!(axum::body::to_bytes(bad.into_body(), usize::MAX).await.is_err());
    }
}
