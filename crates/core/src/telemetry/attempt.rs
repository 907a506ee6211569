//! The span of one attempt: an HTTP request.

use http::Method;
use tracing::field::Empty;
use tracing::{Level, Span};
use url::Url;

use super::{TARGET, error_type, port};
use crate::error::Error;
use crate::head::ResponseHead;
use crate::operation::Operation;

/// From the request to the headers of its response; where the response is read whole, to its end.
pub(crate) struct AttemptSpan(Span);

impl AttemptSpan {
    /// `number` counts from 1.
    pub(crate) fn new(
        (operation, method): (&Operation, &Method),
        number: u32,
        url: &Url,
        deployment: Option<&str>,
    ) -> Self {
        if !tracing::span_enabled!(target: TARGET, Level::INFO) {
            return Self(Span::none());
        }
        let method = method.as_str();
        // The query may hold what the caller put there.
        let mut full = url.clone();
        full.set_query(None);
        let span = tracing::info_span!(
            target: TARGET,
            "attempt",
            otel.name = format!("{method} {}", operation.path),
            otel.kind = "client",
            otel.status_code = Empty,
            http.request.method = method,
            http.request.resend_count = Empty,
            http.response.status_code = Empty,
            url.full = full.as_str(),
            url.template = operation.path,
            server.address = url.host_str(),
            server.port = port(url),
            azure_openai.deployment = deployment,
            azure.resource_provider.namespace = "Microsoft.CognitiveServices",
            azure.service.request.id = Empty,
            error.type = Empty,
        );
        if number > 1 {
            span.record("http.request.resend_count", i64::from(number - 1));
        }
        Self(span)
    }

    pub(crate) fn span(&self) -> Span {
        self.0.clone()
    }

    pub(crate) fn end(self, result: Result<&ResponseHead, &Error>) {
        if self.0.is_disabled() {
            return;
        }
        let (status, id) = match result {
            Ok(head) => (Some(head.status), head.request_id()),
            Err(error) => (error.status(), error.request_id()),
        };
        let error = result.err();
        tracing::record_all!(
            self.0,
            otel.status_code = error.map(|_| "ERROR"),
            error.type = error.map(error_type),
            http.response.status_code = status.map(|status| i64::from(status.as_u16())),
            azure.service.request.id = id,
        );
    }
}
