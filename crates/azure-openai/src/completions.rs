//! Text completions: how a model goes on from a text.

use azure_openai_core::{Error, Events, Json, RequestBuilder, Response};

use crate::deployment::Deployment;
use crate::settings::{CallSettings, awaitable, call_settings, request_setters};
use azure_openai_inference::{
    ChatCompletionStreamOptions, CompletionPrompt, CompletionStop, CreateCompletionRequest, CreateCompletionResponse,
};

pub use crate::stream::CompletionStream;
pub use azure_openai_inference::{CompletionCollector, CompletionEvent};

impl Deployment {
    /// A text completion: how the model goes on from this text, or these texts.
    pub fn complete(&self, prompt: impl Into<CompletionPrompt>) -> CompletionRequest {
        self.complete_request(CreateCompletionRequest::new(prompt))
    }

    /// A text completion from a whole request.
    pub fn complete_request(&self, request: CreateCompletionRequest) -> CompletionRequest {
        CompletionRequest::new(self.clone(), request)
    }
}

/// A text completion that waits to be awaited, [sent](Self::send) or [streamed](Self::stream).
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is awaited"]
pub struct CompletionRequest {
    deployment: Deployment,
    request: CreateCompletionRequest,
    settings: CallSettings,
}

impl CompletionRequest {
    pub(crate) fn new(deployment: Deployment, request: CreateCompletionRequest) -> Self {
        Self {
            deployment,
            request,
            settings: CallSettings::default(),
        }
    }

    request_setters!(CreateCompletionRequest {
        max_tokens = with_max_tokens(i64),
        temperature = with_temperature(f64),
        top_p = with_top_p(f64),
        n = with_n(i64),
        stop = with_stop(impl Into<CompletionStop>),
        presence_penalty = with_presence_penalty(f64),
        frequency_penalty = with_frequency_penalty(f64),
        user = with_user(impl Into<String>),
        logprobs = with_logprobs(i64),
        logit_bias = with_logit_bias(impl IntoIterator<Item = (impl Into<String>, impl Into<i64>)>),
        stream_options = with_stream_options(impl Into<ChatCompletionStreamOptions>),
    });

    call_settings!();

    /// Core's call, unstreamed, for settings that are only there.
    pub fn into_builder(self) -> RequestBuilder<Json<CreateCompletionResponse>> {
        let operations = self.deployment.client.completions();
        let call = operations.create(&self.deployment.name, &self.request);
        self.settings.apply(call)
    }

    /// Core's call, streamed, for settings that are only there; it gives the chunks as they come, and a
    /// [`CompletionStream`] can be made of them.
    pub fn into_stream_builder(self) -> RequestBuilder<Events<CreateCompletionResponse>> {
        let operations = self.deployment.client.completions();
        let call = operations.create_stream(&self.deployment.name, &self.request);
        self.settings.apply(call)
    }

    /// Sends it, and gives the text as it is written. See [the guide](crate::guide::streaming).
    ///
    /// # Errors
    /// Any [`Error`] of a call that comes before the text begins; what comes later is an item of the stream.
    pub async fn stream(self) -> Result<Response<CompletionStream>, Error> {
        Ok(self.into_stream_builder().await?.map_value(CompletionStream::new))
    }
}

awaitable!(CompletionRequest, CreateCompletionResponse);
