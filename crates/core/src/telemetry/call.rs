//! The span of one request, from its first attempt to the end of its response.

use tokio::time::Instant;
use tracing::field::Empty;
use tracing::{Level, Span};

use super::request::{Parameters, operation_name};
use super::{ResponseAttributes, TARGET, content, error_type, port};
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
    began: Instant,
    streamed: bool,
}

impl CallSpan {
    pub(crate) fn new(called: Called<'_>, streamed: bool, captures_content: bool) -> Self {
        let began = Instant::now();
        if !tracing::span_enabled!(target: TARGET, Level::INFO) {
            return Self {
                span: Span::none(),
                facts: None,
                began,
                streamed,
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
            otel.name = match (name, deployment) {
                (Some(name), Some(deployment)) => format!("{name} {deployment}"),
                (name, _) => name.unwrap_or(called.operation.id).to_owned(),
            },
            otel.kind = "client",
            otel.status_code = Empty,
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
            gen_ai.response.id = Empty,
            gen_ai.response.model = Empty,
            gen_ai.response.finish_reasons = Empty,
            gen_ai.response.time_to_first_chunk = Empty,
            gen_ai.usage.input_tokens = Empty,
            gen_ai.usage.output_tokens = Empty,
            gen_ai.input.messages = Empty,
            gen_ai.output.messages = Empty,
            azure.resource_provider.namespace = "Microsoft.CognitiveServices",
            server.address = url.host_str(),
            server.port = port(url),
            error.type = Empty,
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
            began,
            streamed,
        }
    }

    pub(crate) fn span(&self) -> Span {
        self.span.clone()
    }

    /// For the response, which may be read long after the request is done.
    pub(crate) fn response(&mut self) -> ResponseSpan {
        ResponseSpan {
            span: self.span.clone(),
            facts: self.facts.take(),
            began: self.streamed.then_some(self.began),
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
        span.record("otel.status_code", "ERROR");
        span.record("error.type", error_type(error));
    }
}

/// A request's span, while its response is read. Its attributes are recorded at its end, or when it is dropped before.
pub(crate) struct ResponseSpan {
    span: Span,
    /// Where it is a model's response and somebody listens.
    facts: Option<Box<ResponseAttributes>>,
    /// When the request began, until the first chunk of a stream has come.
    began: Option<Instant>,
}

impl ResponseSpan {
    pub(crate) fn none() -> Self {
        Self {
            span: Span::none(),
            facts: None,
            began: None,
        }
    }

    /// Reads a response that came whole.
    pub(crate) fn read(&mut self, json: &str, secrets: &Secrets) {
        if let Some(facts) = &mut self.facts
            && !secrets.shows(json)
        {
            facts.read(json);
        }
    }

    /// Where the next chunk of a stream is recorded, if anybody listens.
    pub(crate) fn chunk(&mut self, text: &str, secrets: &Secrets) -> Option<&mut ResponseAttributes> {
        let facts = self.facts.as_deref_mut()?;
        if let Some(began) = self.began.take() {
            let time = began.elapsed().as_secs_f64();
            self.span.record("gen_ai.response.time_to_first_chunk", time);
        }
        (!secrets.shows(text)).then_some(facts)
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
        // A list: fields of tracing are single values, so it is recorded as JSON.
        let reasons: Vec<&String> = facts
            .choices
            .iter()
            .filter_map(|(_, choice)| choice.finish_reason.as_ref())
            .collect();
        let reasons = (!reasons.is_empty()).then(|| serde_json::to_string(&reasons).ok());
        tracing::record_all!(
            span,
            gen_ai.response.id = facts.id.as_deref(),
            gen_ai.response.model = facts.model.as_deref(),
            gen_ai.response.finish_reasons = reasons.flatten(),
            gen_ai.usage.input_tokens = facts.input_tokens,
            gen_ai.usage.output_tokens = facts.output_tokens,
            gen_ai.output.messages = content::output(&facts),
        );
    }
}

impl Drop for ResponseSpan {
    fn drop(&mut self) {
        self.end();
    }
}
