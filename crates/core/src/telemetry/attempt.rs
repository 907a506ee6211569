//! The span of one attempt: an HTTP request.

use std::pin::Pin;

use http::Method;
use tracing::field::Empty;
use tracing::{Level, Span};
use url::{Position, Url};

use super::{TARGET, error_type, port, within};
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
        let span = tracing::info_span!(
            target: TARGET,
            "attempt",
            // A field that is recorded later is looked for from the first one on.
            otel.status_code = Empty,
            error.type = Empty,
            http.response.status_code = Empty,
            azure.service.request.id = Empty,
            otel.name = [method, " ", operation.path].concat(),
            otel.kind = "client",
            http.request.method = method,
            http.request.resend_count = (number > 1).then(|| i64::from(number - 1)),
            // The query may hold what the caller put there.
            url.full = &url[..Position::AfterPath],
            url.template = operation.path,
            server.address = url.host_str(),
            server.port = port(url),
            azure_openai.deployment = deployment,
            azure.resource_provider.namespace = "Microsoft.CognitiveServices",
        );
        Self(span)
    }

    /// Runs the attempt within the span.
    pub(crate) fn run<T>(&self, attempt: Pin<&mut impl Future<Output = T>>) -> impl Future<Output = T> {
        within(&self.0, attempt)
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
