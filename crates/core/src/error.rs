//! What can go wrong, as one type.

mod attempts;
pub(crate) mod display;
mod failed_response;
mod in_stream;
mod kind;
mod outcome;
mod predicates;
mod service;
mod verdict;

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, StatusCode};

pub use crate::content_filter::{
    CategoryResult, Citation, ContentFilterCategories, ContentFilterError, ContentFilterResults, Severity,
};
use crate::endpoint::EndpointError;
use crate::head::ResponseHead;
use crate::value::Base64Error;
pub(crate) use attempts::History;
pub use attempts::{Attempt, GaveUp};
pub(crate) use failed_response::FailedResponse;
pub use kind::ErrorKind;
pub use service::ErrorDetail;
pub(crate) use verdict::{Verdict, judge};

/// An error of any type, as a source of [`Error`].
pub type BoxError = Box<dyn StdError + Send + Sync>;

/// A result whose error is this crate's [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Any failure of a request.
///
/// [`kind`](Self::kind) says at which step it failed. Where the service responded, its status, headers, request id and
/// the start of the body are kept whatever the body is, and the parts of its error object can be asked for one by one.
/// `Display` is one line to act on; serialized, it is an object for logs. Neither these nor `Debug` hold a key or token.
///
/// ```no_run
/// # use azure_openai_core::{Error, StatusCode};
/// # fn explain(error: Error) {
/// if error.is_rate_limited() {
///     println!("wait {:?}", error.retry_after());
/// } else if let Some(filter) = error.content_filter_results() {
///     println!("blocked for {:?}", filter.blocked().collect::<Vec<_>>());
/// } else {
///     println!("{error}");
/// }
/// # }
/// ```
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    /// What failed.
    text: Cow<'static, str>,
    operation: Option<&'static str>,
    /// Where in the JSON it failed.
    path: Option<String>,
    response: Option<FailedResponse>,
    source: Option<BoxError>,
    history: Option<Box<History>>,
    /// How long to wait, where something else than the response says so.
    wait: Option<Duration>,
    left_behind: Option<String>,
    /// Whether it came while a stream was read.
    in_stream: bool,
}

impl Error {
    /// An error of code in front of the pipeline, or of code that examines responses. The text must hold no secret.
    pub fn new(kind: ErrorKind, text: impl Into<Cow<'static, str>>) -> Self {
        Self(Box::new(Inner {
            kind,
            text: text.into(),
            operation: None,
            path: None,
            response: None,
            source: None,
            history: None,
            wait: None,
            left_behind: None,
            in_stream: false,
        }))
    }

    /// An error about an invalid argument, for code in front of the pipeline.
    pub fn invalid_request(text: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::InvalidRequest, text)
    }

    /// An error about a credential that cannot be made, for code that makes credentials. The text must hold no secret.
    pub fn credential(text: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Credential, text)
    }

    /// An error about an unexpected response, for code that examines responses.
    /// [`Response::try_map_value`](crate::Response::try_map_value) adds the response to it.
    pub fn decode(text: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Decode, text)
    }

    /// The error of a request with this response: for responses that come in a file, such as those of a batch. The status
    /// should not be a success.
    pub fn from_response(operation: &'static str, status: StatusCode, headers: HeaderMap, body: &[u8]) -> Self {
        let head = Arc::new(ResponseHead {
            operation,
            status,
            headers: headers.into(),
            endpoint: None,
            attempt: 1,
        });
        Self::new(ErrorKind::Status, "").with_response(FailedResponse::from_error_body(&head, body, true, None))
    }

    /// What to do about a response that says only what is wrong.
    pub(crate) fn with_advice(mut self, advice: String) -> Self {
        self.0.text = advice.into();
        self
    }

    /// The same error with what caused it.
    #[must_use]
    pub fn with_source(self, source: impl Into<BoxError>) -> Self {
        self.with_boxed_source(source.into())
    }

    fn with_boxed_source(mut self, source: BoxError) -> Self {
        self.0.source = Some(match &self.0.response {
            // The cause repeats what it could not decode.
            Some(response) => response.secrets.redact_source(source),
            None => source,
        });
        self
    }

    pub(crate) fn with_response(mut self, response: FailedResponse) -> Self {
        self.0.response = Some(response);
        self
    }

    /// Adds status and headers where the error has no response yet.
    pub(crate) fn with_head(mut self, head: &Arc<ResponseHead>) -> Self {
        if self.0.response.is_none() {
            self.0.response = Some(FailedResponse::from_head(Arc::clone(head)));
        }
        self
    }

    /// Marks the error of a stream that had begun.
    pub(crate) fn in_stream(mut self) -> Self {
        self.0.in_stream = true;
        self
    }

    pub(crate) fn with_operation(mut self, id: &'static str) -> Self {
        self.0.operation.get_or_insert(id);
        self
    }

    pub(crate) fn with_path(mut self, path: String) -> Self {
        self.0.path = Some(match &self.0.response {
            Some(response) => response.secrets.redact(path).into_owned(),
            None => path,
        });
        self
    }

    /// The step that failed.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The operation that was called, as the specification names it (`Files_Upload`).
    pub fn operation(&self) -> Option<&'static str> {
        self.0
            .operation
            .or(self.0.response.as_ref().map(|response| response.head.operation))
    }

    /// The HTTP status, if the service responded.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.response.as_ref().map(FailedResponse::status)
    }

    /// The response's headers, if the service responded.
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.response.as_ref().map(|response| response.head.headers())
    }

    /// The id of the request to give to Microsoft's support (`x-request-id`, else `apim-request-id`).
    pub fn request_id(&self) -> Option<&str> {
        self.0.response.as_ref()?.head.request_id()
    }

    /// The caller's own id of the request, sent back (`x-ms-client-request-id`).
    pub fn client_request_id(&self) -> Option<&str> {
        self.0.response.as_ref()?.head.header("x-ms-client-request-id")
    }

    /// The start of the response's body as text, at most 8 KiB; what is not UTF-8 is replaced. For [`ErrorKind::Decode`]
    /// in a stream: the start of the event.
    pub fn body_start(&self) -> Option<&str> {
        self.0.response.as_ref()?.body_start.as_deref()
    }

    /// Whether the body is longer than [`body_start`](Self::body_start).
    pub fn body_truncated(&self) -> bool {
        self.0.response.as_ref().is_some_and(|response| response.body_truncated)
    }

    /// Decodes the response's body as the type that the operation documents for its errors. `None` where there was no
    /// response, where its body is longer than [`body_start`](Self::body_start), and where it is not of that type.
    pub fn decode_body<T: serde::de::DeserializeOwned>(&self) -> Option<T> {
        let response = self.0.response.as_ref()?;
        let body = response.body_start.as_deref().filter(|_| !response.body_truncated)?;
        crate::decode::from_str(body.trim_start_matches('\u{feff}')).ok()
    }

    /// How long the service asks to wait: the longest of `retry-after-ms`, `x-ms-retry-after-ms` and `retry-after`, else
    /// the text "retry after N seconds" of the message. It can be as long as a day; less than 50 ms counts as unset. While
    /// every circuit is open: how long until the first one closes.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.wait.or_else(|| self.0.response.as_ref()?.retry_after)
    }

    /// For [`ErrorKind::Decode`]: where in the JSON decoding failed, as in `data[3].status`.
    pub fn json_path(&self) -> Option<&str> {
        self.0.path.as_deref()
    }

    /// The service's error object as a whole, if its body held one.
    pub fn service_error(&self) -> Option<&ErrorDetail> {
        self.0.response.as_ref()?.service.as_ref()
    }

    /// The service's error code: `content_filter`, `DeploymentNotFound`, `429`; a number is given as text.
    pub fn code(&self) -> Option<&str> {
        self.service_error()?.code.as_deref()
    }

    /// The service's message.
    pub fn message(&self) -> Option<&str> {
        self.service_error()?.message.as_deref()
    }

    /// The parameter that is wrong (inference).
    pub fn param(&self) -> Option<&str> {
        self.service_error()?.param.as_deref()
    }

    /// What the error is about (authoring).
    pub fn target(&self) -> Option<&str> {
        self.service_error()?.target.as_deref()
    }

    /// The service's type of the error (inference), such as `invalid_request_error`.
    pub fn error_type(&self) -> Option<&str> {
        self.service_error()?.error_type.as_deref()
    }

    /// What the content filter found, where it blocked a prompt.
    pub fn content_filter_results(&self) -> Option<&ContentFilterResults> {
        self.service_error()?.content_filter_results.as_ref()
    }
}

impl From<EndpointError> for Error {
    fn from(error: EndpointError) -> Self {
        Self::new(ErrorKind::InvalidRequest, error.to_string())
    }
}

impl From<Base64Error> for Error {
    fn from(error: Base64Error) -> Self {
        Self::new(ErrorKind::Decode, error.to_string())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut fields = f.debug_struct("Error");
        fields.field("kind", &self.0.kind).field("text", &self.0.text);
        if let Some(operation) = self.operation() {
            fields.field("operation", &operation);
        }
        if let Some(path) = &self.0.path {
            fields.field("json_path", path);
        }
        if let Some(response) = &self.0.response {
            fields.field("response", response);
        }
        if let Some(source) = &self.0.source {
            fields.field("source", source);
        }
        if let Some(history) = &self.0.history {
            fields
                .field("attempts", &history.attempts)
                .field("gave_up", &history.gave_up);
        }
        fields.finish()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}
