//! Errors in the shapes that the service sends.

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use serde_json::{Map, Value, json};

/// An error response.
#[derive(Debug)]
#[must_use = "an error is a response to return"]
pub(crate) struct ServiceError {
    status: StatusCode,
    /// The object under `error`.
    error: Map<String, Value>,
    allow: Option<String>,
}

impl ServiceError {
    pub(crate) fn new(status: StatusCode, code: &str, message: impl Into<String>) -> Self {
        let mut error = Map::new();
        error.insert("code".to_owned(), code.into());
        error.insert("message".to_owned(), message.into().into());
        Self {
            status,
            error,
            allow: None,
        }
    }

    pub(crate) fn with(mut self, field: &str, value: impl Into<Value>) -> Self {
        self.error.insert(field.to_owned(), value.into());
        self
    }

    /// 400 of the inference side: a parameter that the model won't take.
    pub(crate) fn invalid_request(code: &str, param: &str, message: impl Into<String>) -> Self {
        let error = Self::new(StatusCode::BAD_REQUEST, code, message).with("type", "invalid_request_error");
        if param.is_empty() {
            error
        } else {
            error.with("param", param)
        }
    }

    /// 400 of the inference side: parameters that there are not.
    pub(crate) fn unrecognized(names: &[&str]) -> Self {
        let s = if names.len() == 1 { "" } else { "s" };
        Self::unnamed(format!(
            "Unrecognized request argument{s} supplied: {}",
            names.join(", ")
        ))
    }

    /// 400 of the inference side, without code and parameter.
    pub(crate) fn unnamed(message: impl Into<String>) -> Self {
        Self::invalid_request("", "", message)
            .with("param", Value::Null)
            .with("code", Value::Null)
    }

    /// 400 of the authoring side.
    pub(crate) fn invalid_payload(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "invalidPayload", message)
    }

    /// 409 of the authoring side: not in this state.
    pub(crate) fn wrong_state(message: impl Into<String>) -> Self {
        Self::new(StatusCode::CONFLICT, "unexpectedEntityState", message)
    }

    /// The same error as the authoring side words it: its own code, and the parameter as `target`.
    pub(crate) fn authoring(mut self) -> Self {
        if self.error.shift_remove("type").is_some() {
            self.error.insert("code".to_owned(), "invalidPayload".into());
            if let Some(param) = self.error.shift_remove("param") {
                self.error.insert("target".to_owned(), param);
            }
        } else if matches!(
            self.status,
            StatusCode::PAYLOAD_TOO_LARGE | StatusCode::UNSUPPORTED_MEDIA_TYPE
        ) {
            self.error.insert("code".to_owned(), "invalidPayload".into());
        }
        self
    }

    /// The message.
    pub(crate) fn message(&self) -> &str {
        self.error.get("message").and_then(Value::as_str).unwrap_or_default()
    }

    /// 404 of the authoring side.
    pub(crate) fn not_found(message: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, "notFound", message)
    }

    /// 404 for an unknown path or `api-version`.
    pub(crate) fn no_resource() -> Self {
        Self::new(StatusCode::NOT_FOUND, "404", "Resource not found")
    }

    pub(crate) fn no_deployment() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "DeploymentNotFound",
            "The API deployment for this resource does not exist. If you created the deployment within the last 5 minutes, \
             please wait a moment and try again.",
        )
    }

    pub(crate) fn unauthorized(message: &str) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "401", message)
    }

    pub(crate) fn wrong_method(allowed: &str) -> Self {
        let mut error = Self::new(StatusCode::METHOD_NOT_ALLOWED, "405", "Method not allowed");
        error.allow = Some(allowed.to_owned());
        error
    }

    /// 400: the deployed model does not support the operation.
    pub(crate) fn unsupported(operation: &str, model: &str) -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "OperationNotSupported",
            format!(
                "The {operation} operation does not work with the specified model, {model}. Please choose different model \
                 and try again. You can learn more about which models can be used with each operation here: \
                 https://go.microsoft.com/fwlink/?linkid=2197993."
            ),
        )
    }

    pub(crate) fn too_large(limit: usize) -> Self {
        Self::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "413",
            format!("The request body is larger than {limit} bytes."),
        )
    }

    /// 500: the emulator's own failure, such as a full disk.
    pub(crate) fn internal(message: impl Into<String>) -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internalFailure", message)
    }

    /// The prompt was blocked by the content filter; `results` holds each category's finding.
    pub(crate) fn content_filter(results: Value) -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "content_filter",
            "The response was filtered due to the prompt triggering Azure OpenAI's content management policy. Please modify \
             your prompt and retry. To learn more about our content filtering policies please read our documentation: \
             https://go.microsoft.com/fwlink/?linkid=2198766",
        )
        .with("type", Value::Null)
        .with("param", "prompt")
        .with("status", 400)
        .with("innererror", json!({"code": "ResponsibleAIPolicyViolation", "content_filter_result": results}))
    }
}

impl IntoResponse for ServiceError {
    fn into_response(self) -> Response {
        let body = json!({ "error": self.error }).to_string();
        let mut response = (self.status, [(header::CONTENT_TYPE, "application/json")], body).into_response();
        if let Some(allow) = self.allow.and_then(|allow| HeaderValue::try_from(allow).ok()) {
            response.headers_mut().insert(header::ALLOW, allow);
        }
        response
    }
}
