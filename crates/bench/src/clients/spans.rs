//! Spans around clients that have none, as their users write them by hand: the two that this project makes of a chat, with
//! the same attributes as far as the client hands them on.

use reqwest::Url;
use serde::Serialize;
use tracing::Instrument;
use tracing::field::Empty;

use crate::task::Failure;

const PATH: &str = "/deployments/{deployment-id}/chat/completions";

/// Where chats are sent to.
pub(super) struct Spans {
    base: String,
    address: String,
    port: i64,
}

/// What is recorded of a response.
pub(super) struct Described<'a> {
    pub(super) status: u16,
    pub(super) request_id: Option<&'a str>,
    pub(super) id: &'a str,
    pub(super) model: &'a str,
    /// As JSON, since fields of tracing are single values.
    pub(super) finish_reasons: String,
    pub(super) input_tokens: Option<i64>,
    pub(super) output_tokens: Option<i64>,
}

impl Spans {
    pub(super) fn new(base: &str) -> Result<Self, Failure> {
        let url = Url::parse(base)?;
        Ok(Self {
            base: base.to_owned(),
            address: url.host_str().unwrap_or_default().to_owned(),
            port: url.port_or_known_default().unwrap_or_default().into(),
        })
    }

    pub(super) async fn chat<T>(
        &self,
        deployment: &str,
        chat: impl Future<Output = Result<T, Failure>>,
        describe: impl Fn(&T) -> Described<'_>,
    ) -> Result<T, Failure> {
        let call = tracing::info_span!(
            "call",
            otel.status_code = Empty,
            gen_ai.response.id = Empty,
            gen_ai.response.model = Empty,
            gen_ai.response.finish_reasons = Empty,
            gen_ai.usage.input_tokens = Empty,
            gen_ai.usage.output_tokens = Empty,
            otel.name = format!("chat {deployment}"),
            otel.kind = "client",
            gen_ai.operation.name = "chat",
            gen_ai.provider.name = "azure.ai.openai",
            gen_ai.request.model = deployment,
            azure.resource_provider.namespace = "Microsoft.CognitiveServices",
            server.address = self.address,
            server.port = self.port,
        );
        let attempt = tracing::info_span!(
            parent: &call,
            "attempt",
            otel.status_code = Empty,
            http.response.status_code = Empty,
            azure.service.request.id = Empty,
            otel.name = format!("POST {PATH}"),
            otel.kind = "client",
            http.request.method = "POST",
            url.full = format!("{}/openai/deployments/{deployment}/chat/completions", self.base),
            url.template = PATH,
            server.address = self.address,
            server.port = self.port,
            azure_openai.deployment = deployment,
            azure.resource_provider.namespace = "Microsoft.CognitiveServices",
        );
        let result = chat.instrument(attempt.clone()).instrument(call.clone()).await;
        let Ok(response) = &result else {
            attempt.record("otel.status_code", "ERROR");
            call.record("otel.status_code", "ERROR");
            return result;
        };
        let described = describe(response);
        tracing::record_all!(
            attempt,
            http.response.status_code = i64::from(described.status),
            azure.service.request.id = described.request_id,
        );
        tracing::record_all!(
            call,
            gen_ai.response.id = described.id,
            gen_ai.response.model = described.model,
            gen_ai.response.finish_reasons = described.finish_reasons,
            gen_ai.usage.input_tokens = described.input_tokens,
            gen_ai.usage.output_tokens = described.output_tokens,
        );
        result
    }
}

/// The reasons of those choices that have one, as JSON.
pub(super) fn reasons<R: Serialize>(of_choices: impl Iterator<Item = Option<R>>) -> String {
    serde_json::to_string(&of_choices.flatten().collect::<Vec<_>>()).unwrap_or_default()
}
