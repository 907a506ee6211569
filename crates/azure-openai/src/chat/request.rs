//! A chat completion, before it is sent.

#[cfg(feature = "schemars")]
use azure_openai_core::RequestOptions;
use azure_openai_core::{Error, Json, Response, Value};
use azure_openai_inference::{
    ChatCompletionAudioOptions, ChatCompletionChunk, ChatCompletionMessage, ChatCompletionModality,
    ChatCompletionPrediction, ChatCompletionResponseFormat, ChatCompletionResponseFormatType, ChatCompletionStop,
    ChatCompletionStreamOptions, ChatCompletionTool, ChatCompletionToolChoice, CreateChatCompletionRequest,
    CreateChatCompletionResponse, ReasoningEffort, ServiceTier, UserSecurityContext, Verbosity,
};

use super::messages::IntoMessages;
use crate::deployment::Deployment;
use crate::options::{request_type, sent_by};
use crate::stream::{ChatStream, asks_for_usage};

impl Deployment {
    /// Creates a chat completion: the model's response to a text, a message or messages. [`system`](crate::system),
    /// [`user`](crate::user) and others of [`chat`](crate::chat) make messages; `&history` sends a conversation that is
    /// kept.
    pub fn chat<Kind>(&self, messages: impl IntoMessages<Kind>) -> ChatRequest {
        self.chat_request(CreateChatCompletionRequest::new(messages.into_messages()))
    }

    /// Creates a chat completion from a whole request.
    pub fn chat_request(&self, request: CreateChatCompletionRequest) -> ChatRequest {
        ChatRequest::new(self, request)
    }
}

request_type! {
    /// A chat completion, to be awaited, [sent](Self::send) or [streamed](Self::stream). [`ChatStream::new`] makes
    /// events of the chunks that [`into_stream_builder`](Self::into_stream_builder) returns.
    #[derive(Clone)]
    ChatRequest(CreateChatCompletionRequest) {
        with_temperature(f64),
        with_top_p(f64),
        with_stop(impl Into<ChatCompletionStop>),
        with_presence_penalty(f64),
        with_frequency_penalty(f64),
        with_response_format(impl Into<ChatCompletionResponseFormat>),
        with_tools(impl IntoIterator<Item = impl Into<ChatCompletionTool>>),
        with_tool_choice(impl Into<ChatCompletionToolChoice>),
        with_user(impl Into<String>),
        with_logprobs(bool),
        with_logit_bias(impl IntoIterator<Item = (impl Into<String>, impl Into<i64>)>),
        with_data_sources(impl IntoIterator<Item = impl Into<Value>>),
        with_stream_options(impl Into<ChatCompletionStreamOptions>),
        with_parallel_tool_calls(bool),
        with_reasoning_effort(impl Into<ReasoningEffort>),
        with_verbosity(impl Into<Verbosity>),
        with_store(bool),
        with_metadata(impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>),
        with_prediction(impl Into<ChatCompletionPrediction>),
        with_modalities(impl IntoIterator<Item = impl Into<ChatCompletionModality>>),
        with_audio(impl Into<ChatCompletionAudioOptions>),
        with_service_tier(impl Into<ServiceTier>),
        with_user_security_context(impl Into<UserSecurityContext>),
    } {
        with_n, with_max_tokens, with_max_completion_tokens, with_seed, with_top_logprobs
    }
}

impl ChatRequest {
    /// Appends a message.
    pub fn with_message(mut self, message: impl Into<ChatCompletionMessage>) -> Self {
        self.request.messages.push(message.into());
        self
    }

    /// Requests a response whose text is a JSON object, which [`parsed`](CreateChatCompletionResponse::parsed) decodes.
    /// A message must ask the model for JSON, or the service refuses the request. For JSON of a given schema see the
    /// guide to [structured output](crate::guide::structured_output).
    pub fn with_json_object(self) -> Self {
        self.with_response_format(
            ChatCompletionResponseFormat::new().with_type(ChatCompletionResponseFormatType::JsonObject),
        )
    }

    /// Requests the token usage of a stream, as its last event (`stream_options`; since api-version
    /// 2024-09-01-preview).
    pub fn with_usage(self) -> Self {
        self.with_stream_options(ChatCompletionStreamOptions::new().with_include_usage(true))
    }

    /// Sends the first stable api-version that has strict schemas, where the client has the default, which has none.
    #[cfg(feature = "schemars")]
    pub(super) fn with_version_of_schemas(mut self) -> Self {
        if self.deployment.client.inference.pipeline().api_version() == Some(azure_openai_inference::API_VERSION) {
            let version = RequestOptions::new().with_api_version("2024-10-21");
            self.options = version.with_options(self.options);
        }
        self
    }

    /// Returns the request's body as it is so far, without fields set by [`with_body_field`](Self::with_body_field).
    pub fn request(&self) -> &CreateChatCompletionRequest {
        &self.request
    }

    /// Sends the request and returns the response as it is written. See [the guide](crate::guide::streaming).
    ///
    /// # Errors
    /// Any [`Error`] of a request that comes before the response begins; later ones are items of the stream.
    pub async fn stream(self) -> Result<Response<ChatStream>, Error> {
        let choices = self.request.n.map_or(1, |n| usize::try_from(n).unwrap_or(1));
        let usage = asks_for_usage(self.request.stream_options.as_ref());
        let chunks = self.into_stream_builder().await?;
        Ok(chunks.map_value(|chunks| ChatStream::new(chunks.expecting_choices(choices).expecting_usage(usage))))
    }
}

sent_by!(ChatRequest, chat_completions(&) -> Json<CreateChatCompletionResponse>, CreateChatCompletionResponse, ChatCompletionChunk);
