//! The span of one request, from its first attempt to the end of its response.

use std::pin::Pin;

use tokio::time::Instant;
use tracing::field::Empty;
use tracing::{Level, Span};

use super::request::{Parameters, operation_name};
use super::{ResponseAttributes, TARGET, content, error_type, port, within};
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::operation::Operation;
use crate::secrets::Secrets;

/// What is requested, and where.
#[derive(Clone, Copy)]
pub(crate) struct Called<'a> {
    pub(crate) operation: &'a Operation,
    pub(crate) endpoint: &'a Endpoint,
    pub(crate) deployment: Option<&'a str>,
    /// The body, if it is bytes.
    pub(crate) body: Option<&'a [u8]>,
}

/// A request's span, while the request is awaited.
pub(crate) struct CallSpan {
    span: Span,
    facts: Option<Box<ResponseAttributes>>,
    /// When the request began, of one whose response is streamed.
    began: Option<Instant>,
}

impl CallSpan {
    pub(crate) fn new(called: Called<'_>, streamed: bool, captures_content: bool) -> Self {
        if !tracing::span_enabled!(target: TARGET, Level::INFO) {
            return Self {
                span: Span::none(),
                facts: None,
                began: None,
            };
        }
        let url = called.endpoint.root();
        let (name, output) = operation_name(called.operation).unzip();
        let deployment = name.and(called.deployment);
        let body = name.and(called.body);
        let parameters = body.map(Parameters::read).unwrap_or_default();
        let span = tracing::info_span!(
            target: TARGET,
            "call",
            // A field that is recorded later is looked for from the first one on.
            otel.status_code = Empty,
            error.type = Empty,
            gen_ai.response.id = Empty,
            gen_ai.response.model = Empty,
            gen_ai.response.finish_reasons = Empty,
            gen_ai.usage.input_tokens = Empty,
            gen_ai.usage.output_tokens = Empty,
            gen_ai.output.messages = Empty,
            gen_ai.input.messages = Empty,
            gen_ai.response.time_to_first_chunk = Empty,
            otel.name = match (name, deployment) {
                (Some(name), Some(deployment)) => [name, " ", deployment].concat(),
                (name, _) => name.unwrap_or(called.operation.id).to_owned(),
            },
            otel.kind = "client",
            gen_ai.operation.name = name,
            gen_ai.provider.name = name.map(|_| "azure.ai.openai"),
            gen_ai.output.type = output.flatten(),
            gen_ai.request.model = deployment,
            gen_ai.request.stream = (name.is_some() && streamed).then_some(true),
            gen_ai.request.choice.count = parameters.n.filter(|n| *n != 1),
            gen_ai.request.max_tokens = parameters.max_tokens,
            gen_ai.request.temperature = parameters.temperature,
            gen_ai.request.top_p = parameters.top_p,
            gen_ai.request.frequency_penalty = parameters.frequency_penalty,
            gen_ai.request.presence_penalty = parameters.presence_penalty,
            gen_ai.request.seed = parameters.seed,
            azure.resource_provider.namespace = "Microsoft.CognitiveServices",
            server.address = url.host_str(),
            server.port = port(url),
        );
        if captures_content
            && !span.is_disabled()
            && let Some(messages) = body.and_then(content::input)
        {
            span.record("gen_ai.input.messages", messages);
        }
        Self {
            facts: (name.is_some() && !span.is_disabled()).then(|| Box::new(ResponseAttributes::new(captures_content))),
            span,
            began: streamed.then(Instant::now),
        }
    }

    /// Runs the request within the span.
    pub(crate) fn run<T>(&self, request: Pin<&mut impl Future<Output = T>>) -> impl Future<Output = T> {
        within(&self.span, request)
    }

    /// For the response, which may be read long after the request is done.
    pub(crate) fn response(&mut self) -> ResponseSpan {
        ResponseSpan {
            span: self.span.clone(),
            facts: self.facts.take(),
            secrets: Secrets::default(),
            began: self.began.take(),
        }
    }

    /// Records the error that the request ends with, and returns it.
    pub(crate) fn fail(&self, error: Error) -> Error {
        fail(&self.span, &error);
        error
    }
}

fn fail(span: &Span, error: &Error) {
    if !span.is_disabled() {
        tracing::record_all!(span, otel.status_code = "ERROR", error.type = error_type(error));
    }
}

/// A request's span, while its response is read. Its attributes are recorded at its end, or when it is dropped before.
pub(crate) struct ResponseSpan {
    span: Span,
    /// Where it is a model's response and somebody listens.
    facts: Option<Box<ResponseAttributes>>,
    /// What no attribute may show.
    secrets: Secrets,
    /// When the request began, until the first chunk of a stream has come.
    began: Option<Instant>,
}

impl ResponseSpan {
    pub(crate) fn none() -> Self {
        Self {
            span: Span::none(),
            facts: None,
            secrets: Secrets::default(),
            began: None,
        }
    }

    /// The span of a request that was sent with these secrets.
    pub(crate) fn with_secrets(mut self, secrets: &Secrets) -> Self {
        if self.facts.is_some() {
            self.secrets = secrets.clone();
        }
        self
    }

    /// Reads a response that came whole.
    pub(crate) fn read(&mut self, json: &str) {
        if let Some(facts) = &mut self.facts {
            facts.read(json);
        }
    }

    /// Where the next chunk of a stream is recorded, if anybody listens.
    pub(crate) fn chunk(&mut self) -> Option<&mut ResponseAttributes> {
        let facts = self.facts.as_deref_mut()?;
        if let Some(began) = self.began.take() {
            let time = began.elapsed().as_secs_f64();
            self.span.record("gen_ai.response.time_to_first_chunk", time);
        }
        Some(facts)
    }

    pub(crate) fn fail(&mut self, error: &Error) {
        fail(&self.span, error);
        self.end();
    }

    /// Ends the span, unless somebody else holds it still.
    pub(crate) fn end(&mut self) {
        let span = std::mem::replace(&mut self.span, Span::none());
        let Some(facts) = self.facts.take() else {
            return;
        };
        let shown = |text: Option<String>| text.map(|text| self.secrets.redact(text).into_owned());
        let messages = content::output(&facts);
        // A list: fields of tracing are single values, so it is recorded as JSON.
        let reasons: Vec<&String> = facts
            .choices
            .iter()
            .filter_map(|(_, choice)| choice.finish_reason.as_ref())
            .collect();
        let reasons = (!reasons.is_empty()).then(|| serde_json::to_string(&reasons).ok());
        tracing::record_all!(
            span,
            gen_ai.response.id = shown(facts.id),
            gen_ai.response.model = shown(facts.model),
            gen_ai.response.finish_reasons = shown(reasons.flatten()),
            gen_ai.usage.input_tokens = facts.input_tokens,
            gen_ai.usage.output_tokens = facts.output_tokens,
            gen_ai.output.messages = shown(messages),
        );
    }
}

impl Drop for ResponseSpan {
    fn drop(&mut self) {
        self.end();
    }
}
