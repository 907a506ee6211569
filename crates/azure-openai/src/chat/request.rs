//! One chat completion, before it is sent.

use azure_openai_core::{Error, Events, Json, RequestBuilder, Response, Value};

use crate::deployment::Deployment;
use crate::settings::{CallSettings, awaitable, call_settings, request_setters};
use crate::stream::ChatStream;
use azure_openai_inference::{
    ChatCompletionChunk, ChatCompletionMessage, ChatCompletionResponseFormat, ChatCompletionResponseFormatType,
    ChatCompletionStop, ChatCompletionStreamOptions, ChatCompletionTool, ChatCompletionToolChoice,
    CreateChatCompletionRequest, CreateChatCompletionResponse,
};

impl Deployment {
    /// A chat completion: the model's answer to these messages. [`system`](crate::system), [`user`](crate::user) and
    /// others of [`chat`](crate::chat) make them.
    pub fn chat(&self, messages: impl IntoIterator<Item = impl Into<ChatCompletionMessage>>) -> ChatRequest {
        self.chat_request(CreateChatCompletionRequest::new(messages))
    }

    /// A chat completion from a whole request.
    pub fn chat_request(&self, request: CreateChatCompletionRequest) -> ChatRequest {
        ChatRequest::new(self.clone(), request)
    }
}

/// A chat completion that waits to be awaited, [sent](Self::send) or [streamed](Self::stream).
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is awaited"]
pub struct ChatRequest {
    pub(crate) deployment: Deployment,
    pub(crate) request: CreateChatCompletionRequest,
    pub(crate) settings: CallSettings,
}

impl ChatRequest {
    pub(crate) fn new(deployment: Deployment, request: CreateChatCompletionRequest) -> Self {
        Self {
            deployment,
            request,
            settings: CallSettings::default(),
        }
    }

    request_setters!(CreateChatCompletionRequest {
        temperature = with_temperature(f64),
        top_p = with_top_p(f64),
        n = with_n(i64),
        stop = with_stop(impl Into<ChatCompletionStop>),
        max_tokens = with_max_tokens(i64),
        presence_penalty = with_presence_penalty(f64),
        frequency_penalty = with_frequency_penalty(f64),
        response_format = with_response_format(impl Into<ChatCompletionResponseFormat>),
        seed = with_seed(i64),
        tools = with_tools(impl IntoIterator<Item = impl Into<ChatCompletionTool>>),
        tool_choice = with_tool_choice(impl Into<ChatCompletionToolChoice>),
        user = with_user(impl Into<String>),
        logprobs = with_logprobs(bool),
        top_logprobs = with_top_logprobs(i64),
        logit_bias = with_logit_bias(impl IntoIterator<Item = (impl Into<String>, impl Into<i64>)>),
        data_sources = with_data_sources(impl IntoIterator<Item = impl Into<Value>>),
        stream_options = with_stream_options(impl Into<ChatCompletionStreamOptions>),
        parallel_tool_calls = with_parallel_tool_calls(bool),
    });

    call_settings!();

    /// One more message at the end.
    pub fn message(mut self, message: impl Into<ChatCompletionMessage>) -> Self {
        self.request.messages.push(message.into());
        self
    }

    /// Asks for an answer that is a JSON object, which [`parsed`](CreateChatCompletionResponse::parsed) decodes. A
    /// message must tell the model to write JSON, or the service refuses the request.
    pub fn json_object(self) -> Self {
        self.response_format(
            ChatCompletionResponseFormat::new().with_type(ChatCompletionResponseFormatType::JsonObject),
        )
    }

    /// Asks a stream to tell the tokens used, as its last event (`stream_options`; later versions of the service than
    /// 2024-06-01).
    pub fn include_usage(self) -> Self {
        self.stream_options(ChatCompletionStreamOptions::new().with_include_usage(true))
    }

    /// The request as it is so far.
    pub fn request(&self) -> &CreateChatCompletionRequest {
        &self.request
    }

    /// Core's call, unstreamed, for settings that are only there.
    pub fn into_builder(self) -> RequestBuilder<Json<CreateChatCompletionResponse>> {
        let operations = self.deployment.client.chat_completions();
        let call = operations.create(&self.deployment.name, &self.request);
        self.settings.apply(call)
    }

    /// Core's call, streamed, for settings that are only there; it gives the chunks as they come, and a
    /// [`ChatStream`] can be made of them.
    pub fn into_stream_builder(self) -> RequestBuilder<Events<ChatCompletionChunk>> {
        let operations = self.deployment.client.chat_completions();
        let call = operations.create_stream(&self.deployment.name, &self.request);
        self.settings.apply(call)
    }

    /// Sends it, and gives the answer as it is written. See [the guide](crate::guide::streaming).
    ///
    /// # Errors
    /// Any [`Error`] of a call that comes before the answer begins; what comes later is an item of the stream.
    pub async fn stream(self) -> Result<Response<ChatStream>, Error> {
        Ok(self.into_stream_builder().await?.map_value(ChatStream::new))
    }
}

awaitable!(ChatRequest, CreateChatCompletionResponse);
