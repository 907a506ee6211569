//! Bodies in and out.

use axum::body::{Body, HttpBody};
use axum::response::{IntoResponse, Response};
use bytes::{Bytes, BytesMut};
use futures_util::StreamExt;
use http::{StatusCode, header};
use serde::Serialize;
use serde_json::Value;

use super::error::ServiceError;

/// The largest JSON body taken: room for 2048 embedding inputs of 8192 tokens each, or a few images inside a chat.
const LIMIT: usize = 128 * 1024 * 1024;

pub(crate) fn parse(text: &[u8]) -> Result<Value, ServiceError> {
    serde_json::from_slice(text).map_err(|error| unreadable(&error.to_string()))
}

/// Reads a body whole, up to the limit.
pub(crate) async fn read(body: Body) -> Result<Bytes, ServiceError> {
    // A declared length need not be read first.
    if body.size_hint().lower() > LIMIT as u64 {
        return Err(ServiceError::too_large(LIMIT));
    }
    let mut read = BytesMut::new();
    let mut chunks = body.into_data_stream();
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|_| unreadable("the body broke off"))?;
        if read.len() + chunk.len() > LIMIT {
            return Err(ServiceError::too_large(LIMIT));
        }
        read.extend_from_slice(&chunk);
    }
    Ok(read.freeze())
}

fn unreadable(why: &str) -> ServiceError {
    let message = format!(
        "We could not parse the JSON body of your request ({why}). The API expects a JSON payload, but what was sent was \
         not valid JSON."
    );
    ServiceError::invalid_request("BadRequest", "", message)
}

/// An object without its fields that are `null`.
pub(crate) fn present(mut object: Value) -> Value {
    if let Value::Object(fields) = &mut object {
        fields.retain(|_, value| !value.is_null());
    }
    object
}

/// Adds the fields of a value, which must be an object, to an object.
pub(crate) fn extend(object: &mut Value, fields: &impl Serialize) {
    // Our own types have names and values that JSON takes.
    if let (Value::Object(object), Ok(Value::Object(fields))) = (object, serde_json::to_value(fields)) {
        object.extend(fields);
    }
}

/// A response with a JSON body.
pub(crate) fn json(status: StatusCode, body: &impl Serialize) -> Result<Response, ServiceError> {
    let text = serde_json::to_vec(body).map_err(|error| ServiceError::internal(error.to_string()))?;
    Ok((status, [(header::CONTENT_TYPE, "application/json")], text).into_response())
}

/// A response of plain text.
pub(crate) fn text(text: String) -> Result<Response, ServiceError> {
    let headers = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
    Ok((StatusCode::OK, headers, text).into_response())
}
