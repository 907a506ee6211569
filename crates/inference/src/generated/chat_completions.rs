// Made by `cargo xtask codegen` from specs/inference/openapi.yaml: Microsoft Azure Azure OpenAI Service API 2024-06-01.
// Do not edit: change the overlay or the generator, and run it again.

//! `ChatCompletions`: Operations for chat-based completions.

use azure_openai_core::{
    ContentFilterResults, Events, Extra, Json, Method, Operation, Pipeline, Request,
    RequestBuilder, Timestamp, Value,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use super::shared::{ChatCompletionStreamOptions, PromptFilterResult, Usage};

/// Operations for chat-based completions.
#[derive(Clone, Debug)]
pub struct ChatCompletionsClient {
    pub(super) pipeline: Pipeline,
}

impl ChatCompletionsClient {
    /// Creates a completion for the chat message. Supports GPT-4, GPT-4 Turbo, and GPT-3.5-Turbo models.
    ///
    /// `ChatCompletions_Create`: `POST /deployments/{deployment-id}/chat/completions`.
    ///
    /// # Arguments
    /// - `deployment_id`: The deployment ID of the model to use for this request.
    /// - `request`: Request body for creating a chat completion.
    pub fn create(
        &self,
        deployment_id: impl AsRef<str>,
        request: &CreateChatCompletionRequest,
    ) -> RequestBuilder<Json<CreateChatCompletionResponse>> {
        let call = Request::new(CHAT_COMPLETIONS_CREATE)
            .path("deployment-id", deployment_id.as_ref())
            .json(request);
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Creates a completion for the chat message. Supports GPT-4, GPT-4 Turbo, and GPT-3.5-Turbo models.
    ///
    /// Answered as a stream of events: `stream` is sent as `true`.
    ///
    /// `ChatCompletions_Create`: `POST /deployments/{deployment-id}/chat/completions`.
    ///
    /// # Arguments
    /// - `deployment_id`: The deployment ID of the model to use for this request.
    /// - `request`: Request body for creating a chat completion.
    pub fn create_stream(
        &self,
        deployment_id: impl AsRef<str>,
        request: &CreateChatCompletionRequest,
    ) -> RequestBuilder<Events<ChatCompletionChunk>> {
        let call = Request::new(CHAT_COMPLETIONS_CREATE)
            .path("deployment-id", deployment_id.as_ref())
            .json_with(request, &[("stream", Value::Bool(true))]);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const CHAT_COMPLETIONS_CREATE: &Operation = &Operation::new(
    "ChatCompletions_Create",
    Method::POST,
    "/deployments/{deployment-id}/chat/completions",
);

/// Request body for creating a chat completion.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CreateChatCompletionRequest {
    /// A list of messages comprising the conversation so far.
    ///
    /// Not empty.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub messages: Vec<ChatCompletionMessage>,
    /// Sampling temperature between 0 and 2. Higher values make the output more random, while lower values make it more focused and deterministic.
    ///
    /// Default of the server: `1`.
    ///
    /// Range: 0 to 2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub temperature: Option<f64>,
    /// An alternative to sampling with temperature called nucleus sampling.
    ///
    /// Default of the server: `1`.
    ///
    /// Range: 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub top_p: Option<f64>,
    /// How many chat completion choices to generate for each input message.
    ///
    /// Default of the server: `1`.
    ///
    /// Range: 1 to 128.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<i64>,
    /// Up to 4 sequences where the API will stop generating further tokens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stop: Option<ChatCompletionStop>,
    /// The maximum number of tokens that can be generated in the chat completion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_tokens: Option<i64>,
    /// Positive values penalize new tokens based on whether they appear in the text so far.
    ///
    /// Default of the server: `0`.
    ///
    /// Range: -2 to 2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presence_penalty: Option<f64>,
    /// Positive values penalize new tokens based on their existing frequency in the text so far.
    ///
    /// Default of the server: `0`.
    ///
    /// Range: -2 to 2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frequency_penalty: Option<f64>,
    /// An object specifying the format that the model must output.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response_format: Option<ChatCompletionResponseFormat>,
    /// If specified, the system will make a best effort to sample deterministically.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<i64>,
    /// A list of tools the model may call.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub tools: Vec<ChatCompletionTool>,
    /// Controls which (if any) tool is called by the model.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tool_choice: Option<ChatCompletionToolChoice>,
    /// A unique identifier representing your end-user.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
    /// Whether to return log probabilities of the tokens of the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logprobs: Option<bool>,
    /// How many of the most likely tokens to return at each place; needs `logprobs`.
    ///
    /// Range: 0 to 20.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub top_logprobs: Option<i64>,
    /// A bias for each token, by token ID, from -100 to 100.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::map_without_nulls",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub logit_bias: BTreeMap<String, i64>,
    /// Data sources that the answer is based on, each with its `type` and `parameters`.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub data_sources: Vec<Value>,
    /// Since api-version 2024-09-01-preview.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stream_options: Option<ChatCompletionStreamOptions>,
    /// Whether the model may call several tools at once.
    ///
    /// Since api-version 2024-09-01-preview (stable: 2024-10-21).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parallel_tool_calls: Option<bool>,
    /// An upper bound of the tokens that are generated, reasoning tokens included. Reasoning models refuse `max_tokens` and take this instead.
    ///
    /// Since api-version 2024-09-01-preview.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_completion_tokens: Option<i64>,
    /// How many tokens a reasoning model spends on reasoning. Which efforts it takes depends on the model.
    ///
    /// Since api-version 2024-12-01-preview.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reasoning_effort: Option<ReasoningEffort>,
    /// How long the response is. Taken by models of the GPT-5 family.
    ///
    /// Since api-version 2025-04-01-preview.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verbosity: Option<Verbosity>,
    /// Whether the service stores the completion, for distillation and evaluation.
    ///
    /// Since api-version 2024-12-01-preview.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub store: Option<bool>,
    /// Tags of a stored completion, by which it can be found.
    ///
    /// Since api-version 2024-12-01-preview.
    ///
    /// At most 16 entries.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::map_without_nulls",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub metadata: BTreeMap<String, String>,
    /// Text that much of the response is expected to repeat; what matches is generated faster.
    ///
    /// Since api-version 2025-01-01-preview.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prediction: Option<ChatCompletionPrediction>,
    /// The kinds of output that the model generates.
    ///
    /// Since api-version 2025-01-01-preview.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub modalities: Vec<ChatCompletionModality>,
    /// How spoken output sounds; required with the modality `audio`.
    ///
    /// Since api-version 2025-01-01-preview.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audio: Option<ChatCompletionAudioOptions>,
    /// The processing tier that the request is served with.
    ///
    /// Since api-version 2025-04-01-preview.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_tier: Option<ServiceTier>,
    /// Who uses the application, for the alerts of Microsoft Defender for Cloud.
    ///
    /// Since api-version 2024-12-01-preview.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_security_context: Option<UserSecurityContext>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl CreateChatCompletionRequest {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(
        messages: impl IntoIterator<Item = impl Into<ChatCompletionMessage>>,
    ) -> Self {
        Self {
            messages: messages.into_iter().map(Into::into).collect(),
            temperature: None,
            top_p: None,
            n: None,
            stop: None,
            max_tokens: None,
            presence_penalty: None,
            frequency_penalty: None,
            response_format: None,
            seed: None,
            tools: Default::default(),
            tool_choice: None,
            user: None,
            logprobs: None,
            top_logprobs: None,
            logit_bias: Default::default(),
            data_sources: Default::default(),
            stream_options: None,
            parallel_tool_calls: None,
            max_completion_tokens: None,
            reasoning_effort: None,
            verbosity: None,
            store: None,
            metadata: Default::default(),
            prediction: None,
            modalities: Default::default(),
            audio: None,
            service_tier: None,
            user_security_context: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::temperature`].
    #[must_use]
    pub fn with_temperature(mut self, temperature: f64) -> Self {
        self.temperature = Some(temperature);
        self
    }

    /// Sets [`Self::top_p`].
    #[must_use]
    pub fn with_top_p(mut self, top_p: f64) -> Self {
        self.top_p = Some(top_p);
        self
    }

    /// Sets [`Self::n`].
    #[must_use]
    pub fn with_n(mut self, n: i64) -> Self {
        self.n = Some(n);
        self
    }

    /// Sets [`Self::stop`].
    #[must_use]
    pub fn with_stop(mut self, stop: impl Into<ChatCompletionStop>) -> Self {
        self.stop = Some(stop.into());
        self
    }

    /// Sets [`Self::max_tokens`].
    #[must_use]
    pub fn with_max_tokens(mut self, max_tokens: i64) -> Self {
        self.max_tokens = Some(max_tokens);
        self
    }

    /// Sets [`Self::presence_penalty`].
    #[must_use]
    pub fn with_presence_penalty(mut self, presence_penalty: f64) -> Self {
        self.presence_penalty = Some(presence_penalty);
        self
    }

    /// Sets [`Self::frequency_penalty`].
    #[must_use]
    pub fn with_frequency_penalty(mut self, frequency_penalty: f64) -> Self {
        self.frequency_penalty = Some(frequency_penalty);
        self
    }

    /// Sets [`Self::response_format`].
    #[must_use]
    pub fn with_response_format(
        mut self,
        response_format: impl Into<ChatCompletionResponseFormat>,
    ) -> Self {
        self.response_format = Some(response_format.into());
        self
    }

    /// Sets [`Self::seed`].
    #[must_use]
    pub fn with_seed(mut self, seed: i64) -> Self {
        self.seed = Some(seed);
        self
    }

    /// Sets [`Self::tools`].
    #[must_use]
    pub fn with_tools(
        mut self,
        tools: impl IntoIterator<Item = impl Into<ChatCompletionTool>>,
    ) -> Self {
        self.tools = tools.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::tool_choice`].
    #[must_use]
    pub fn with_tool_choice(
        mut self,
        tool_choice: impl Into<ChatCompletionToolChoice>,
    ) -> Self {
        self.tool_choice = Some(tool_choice.into());
        self
    }

    /// Sets [`Self::user`].
    #[must_use]
    pub fn with_user(mut self, user: impl Into<String>) -> Self {
        self.user = Some(user.into());
        self
    }

    /// Sets [`Self::logprobs`].
    #[must_use]
    pub fn with_logprobs(mut self, logprobs: bool) -> Self {
        self.logprobs = Some(logprobs);
        self
    }

    /// Sets [`Self::top_logprobs`].
    #[must_use]
    pub fn with_top_logprobs(mut self, top_logprobs: i64) -> Self {
        self.top_logprobs = Some(top_logprobs);
        self
    }

    /// Sets [`Self::logit_bias`].
    #[must_use]
    pub fn with_logit_bias(
        mut self,
        logit_bias: impl IntoIterator<Item = (impl Into<String>, impl Into<i64>)>,
    ) -> Self {
        self.logit_bias = logit_bias
            .into_iter()
            .map(|(key, value)| (key.into(), value.into()))
            .collect();
        self
    }

    /// Sets [`Self::data_sources`].
    #[must_use]
    pub fn with_data_sources(
        mut self,
        data_sources: impl IntoIterator<Item = impl Into<Value>>,
    ) -> Self {
        self.data_sources = data_sources.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::stream_options`].
    #[must_use]
    pub fn with_stream_options(
        mut self,
        stream_options: impl Into<ChatCompletionStreamOptions>,
    ) -> Self {
        self.stream_options = Some(stream_options.into());
        self
    }

    /// Sets [`Self::parallel_tool_calls`].
    #[must_use]
    pub fn with_parallel_tool_calls(mut self, parallel_tool_calls: bool) -> Self {
        self.parallel_tool_calls = Some(parallel_tool_calls);
        self
    }

    /// Sets [`Self::max_completion_tokens`].
    #[must_use]
    pub fn with_max_completion_tokens(mut self, max_completion_tokens: i64) -> Self {
        self.max_completion_tokens = Some(max_completion_tokens);
        self
    }

    /// Sets [`Self::reasoning_effort`].
    #[must_use]
    pub fn with_reasoning_effort(
        mut self,
        reasoning_effort: impl Into<ReasoningEffort>,
    ) -> Self {
        self.reasoning_effort = Some(reasoning_effort.into());
        self
    }

    /// Sets [`Self::verbosity`].
    #[must_use]
    pub fn with_verbosity(mut self, verbosity: impl Into<Verbosity>) -> Self {
        self.verbosity = Some(verbosity.into());
        self
    }

    /// Sets [`Self::store`].
    #[must_use]
    pub fn with_store(mut self, store: bool) -> Self {
        self.store = Some(store);
        self
    }

    /// Sets [`Self::metadata`].
    #[must_use]
    pub fn with_metadata(
        mut self,
        metadata: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.metadata = metadata
            .into_iter()
            .map(|(key, value)| (key.into(), value.into()))
            .collect();
        self
    }

    /// Sets [`Self::prediction`].
    #[must_use]
    pub fn with_prediction(
        mut self,
        prediction: impl Into<ChatCompletionPrediction>,
    ) -> Self {
        self.prediction = Some(prediction.into());
        self
    }

    /// Sets [`Self::modalities`].
    #[must_use]
    pub fn with_modalities(
        mut self,
        modalities: impl IntoIterator<Item = impl Into<ChatCompletionModality>>,
    ) -> Self {
        self.modalities = modalities.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::audio`].
    #[must_use]
    pub fn with_audio(mut self, audio: impl Into<ChatCompletionAudioOptions>) -> Self {
        self.audio = Some(audio.into());
        self
    }

    /// Sets [`Self::service_tier`].
    #[must_use]
    pub fn with_service_tier(mut self, service_tier: impl Into<ServiceTier>) -> Self {
        self.service_tier = Some(service_tier.into());
        self
    }

    /// Sets [`Self::user_security_context`].
    #[must_use]
    pub fn with_user_security_context(
        mut self,
        user_security_context: impl Into<UserSecurityContext>,
    ) -> Self {
        self.user_security_context = Some(user_security_context.into());
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// A message in the chat conversation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionMessage {
    /// The role of the messages author.
    #[serde(
        default = "azure_openai_core::decode::absent",
        deserialize_with = "azure_openai_core::decode::or_absent",
        skip_serializing_if = "azure_openai_core::decode::is_absent"
    )]
    pub role: ChatCompletionMessageRole,
    /// The contents of the message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<ChatCompletionMessageContent>,
    /// An optional name for the participant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The tool calls generated by the model.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub tool_calls: Vec<ChatCompletionToolCall>,
    /// Tool call that this message is responding to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tool_call_id: Option<String>,
    /// Why the model refused; of the role `assistant`.
    ///
    /// Since api-version 2024-08-01-preview (stable: 2024-10-21).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refusal: Option<String>,
    /// What the model said; of the role `assistant`.
    ///
    /// Since api-version 2025-01-01-preview.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audio: Option<ChatCompletionAudioReference>,
    /// The function that the model called, before there were tools; of the role `assistant`.
    ///
    /// **Deprecated** by the service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub function_call: Option<ChatCompletionFunctionCall>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionMessage {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(role: impl Into<ChatCompletionMessageRole>) -> Self {
        Self {
            role: role.into(),
            content: None,
            name: None,
            tool_calls: Default::default(),
            tool_call_id: None,
            refusal: None,
            audio: None,
            function_call: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::content`].
    #[must_use]
    pub fn with_content(
        mut self,
        content: impl Into<ChatCompletionMessageContent>,
    ) -> Self {
        self.content = Some(content.into());
        self
    }

    /// Sets [`Self::name`].
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`Self::tool_calls`].
    #[must_use]
    pub fn with_tool_calls(
        mut self,
        tool_calls: impl IntoIterator<Item = impl Into<ChatCompletionToolCall>>,
    ) -> Self {
        self.tool_calls = tool_calls.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::tool_call_id`].
    #[must_use]
    pub fn with_tool_call_id(mut self, tool_call_id: impl Into<String>) -> Self {
        self.tool_call_id = Some(tool_call_id.into());
        self
    }

    /// Sets [`Self::refusal`].
    #[must_use]
    pub fn with_refusal(mut self, refusal: impl Into<String>) -> Self {
        self.refusal = Some(refusal.into());
        self
    }

    /// Sets [`Self::audio`].
    #[must_use]
    pub fn with_audio(mut self, audio: impl Into<ChatCompletionAudioReference>) -> Self {
        self.audio = Some(audio.into());
        self
    }

    /// Sets [`Self::function_call`].
    #[must_use]
    pub fn with_function_call(
        mut self,
        function_call: impl Into<ChatCompletionFunctionCall>,
    ) -> Self {
        self.function_call = Some(function_call.into());
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// A tool the model may call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionTool {
    /// The type of the tool.
    ///
    /// Always `function`.
    ///
    /// On the wire: `type`.
    #[serde(
        rename = "type",
        default = "ChatCompletionTool::constant_type",
        deserialize_with = "ChatCompletionTool::decode_type"
    )]
    pub type_: String,
    /// The function definition.
    #[serde(
        default = "azure_openai_core::decode::absent",
        deserialize_with = "azure_openai_core::decode::or_absent",
        skip_serializing_if = "azure_openai_core::decode::is_absent"
    )]
    pub function: FunctionDefinition,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionTool {
    fn constant_type() -> String {
        "function".to_owned()
    }

    fn decode_type<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<String, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_type))
    }
}

impl ChatCompletionTool {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(function: impl Into<FunctionDefinition>) -> Self {
        Self {
            type_: Self::constant_type(),
            function: function.into(),
            extra: Extra::default(),
        }
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// The function definition.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FunctionDefinition {
    /// The name of the function to be called.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub name: String,
    /// A description of what the function does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The parameters the functions accepts, described as a JSON Schema object.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parameters: Option<Value>,
    /// Whether the arguments follow the schema exactly. The schema may then only use a part of JSON Schema.
    ///
    /// Since api-version 2024-08-01-preview (stable: 2024-10-21).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strict: Option<bool>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl FunctionDefinition {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            description: None,
            parameters: None,
            strict: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::description`].
    #[must_use]
    pub fn with_description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets [`Self::parameters`].
    #[must_use]
    pub fn with_parameters(mut self, parameters: impl Into<Value>) -> Self {
        self.parameters = Some(parameters.into());
        self
    }

    /// Sets [`Self::strict`].
    #[must_use]
    pub fn with_strict(mut self, strict: bool) -> Self {
        self.strict = Some(strict);
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

impl azure_openai_core::decode::Absent for FunctionDefinition {
    fn absent() -> Self {
        Self {
            name: Default::default(),
            description: Default::default(),
            parameters: Default::default(),
            strict: Default::default(),
            extra: Extra::default(),
        }
    }
}

/// A tool call generated by the model.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionToolCall {
    /// The ID of the tool call.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub id: String,
    /// The type of the tool call.
    ///
    /// Always `function`.
    ///
    /// On the wire: `type`.
    #[serde(
        rename = "type",
        default = "ChatCompletionToolCall::constant_type",
        deserialize_with = "ChatCompletionToolCall::decode_type"
    )]
    pub type_: String,
    /// The function that the model called.
    #[serde(
        default = "azure_openai_core::decode::absent",
        deserialize_with = "azure_openai_core::decode::or_absent",
        skip_serializing_if = "azure_openai_core::decode::is_absent"
    )]
    pub function: ChatCompletionToolCallFunction,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionToolCall {
    fn constant_type() -> String {
        "function".to_owned()
    }

    fn decode_type<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<String, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_type))
    }
}

impl ChatCompletionToolCall {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(
        id: impl Into<String>,
        function: impl Into<ChatCompletionToolCallFunction>,
    ) -> Self {
        Self {
            id: id.into(),
            type_: Self::constant_type(),
            function: function.into(),
            extra: Extra::default(),
        }
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// Represents a chat completion response returned by model.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CreateChatCompletionResponse {
    /// A unique identifier for the chat completion.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub id: String,
    /// The object type.
    ///
    /// Always `chat.completion`.
    #[serde(
        default = "CreateChatCompletionResponse::constant_object",
        deserialize_with = "CreateChatCompletionResponse::decode_object"
    )]
    pub object: String,
    /// The Unix timestamp of when the chat completion was created.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created: Option<Timestamp>,
    /// The model used for the chat completion.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub model: String,
    /// A list of chat completion choices.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub choices: Vec<ChatCompletionChoice>,
    /// Usage statistics for the API call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usage: Option<Usage>,
    /// The system fingerprint representing the backend configuration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub system_fingerprint: Option<String>,
    /// What the content filter found in the prompts.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub prompt_filter_results: Vec<PromptFilterResult>,
    /// The name of `prompt_filter_results` in older answers.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub prompt_annotations: Vec<PromptFilterResult>,
    /// The processing tier that served the request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_tier: Option<ServiceTier>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl CreateChatCompletionResponse {
    fn constant_object() -> String {
        "chat.completion".to_owned()
    }

    fn decode_object<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<String, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_object))
    }
}

impl CreateChatCompletionResponse {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            id: Default::default(),
            object: Self::constant_object(),
            created: None,
            model: Default::default(),
            choices: Default::default(),
            usage: None,
            system_fingerprint: None,
            prompt_filter_results: Default::default(),
            prompt_annotations: Default::default(),
            service_tier: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::id`].
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::created`].
    #[must_use]
    pub fn with_created(mut self, created: impl Into<Timestamp>) -> Self {
        self.created = Some(created.into());
        self
    }

    /// Sets [`Self::model`].
    #[must_use]
    pub fn with_model(mut self, model: impl Into<String>) -> Self {
        self.model = model.into();
        self
    }

    /// Sets [`Self::choices`].
    #[must_use]
    pub fn with_choices(
        mut self,
        choices: impl IntoIterator<Item = impl Into<ChatCompletionChoice>>,
    ) -> Self {
        self.choices = choices.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::usage`].
    #[must_use]
    pub fn with_usage(mut self, usage: impl Into<Usage>) -> Self {
        self.usage = Some(usage.into());
        self
    }

    /// Sets [`Self::system_fingerprint`].
    #[must_use]
    pub fn with_system_fingerprint(
        mut self,
        system_fingerprint: impl Into<String>,
    ) -> Self {
        self.system_fingerprint = Some(system_fingerprint.into());
        self
    }

    /// Sets [`Self::prompt_filter_results`].
    #[must_use]
    pub fn with_prompt_filter_results(
        mut self,
        prompt_filter_results: impl IntoIterator<Item = impl Into<PromptFilterResult>>,
    ) -> Self {
        self.prompt_filter_results = prompt_filter_results
            .into_iter()
            .map(Into::into)
            .collect();
        self
    }

    /// Sets [`Self::prompt_annotations`].
    #[must_use]
    pub fn with_prompt_annotations(
        mut self,
        prompt_annotations: impl IntoIterator<Item = impl Into<PromptFilterResult>>,
    ) -> Self {
        self.prompt_annotations = prompt_annotations
            .into_iter()
            .map(Into::into)
            .collect();
        self
    }

    /// Sets [`Self::service_tier`].
    #[must_use]
    pub fn with_service_tier(mut self, service_tier: impl Into<ServiceTier>) -> Self {
        self.service_tier = Some(service_tier.into());
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

impl Default for CreateChatCompletionResponse {
    fn default() -> Self {
        Self::new()
    }
}

/// A chat completion choice.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionChoice {
    /// The index of the choice in the list.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub index: i64,
    /// A message that the model generated.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub message: ChatCompletionResponseMessage,
    /// The reason the model stopped generating tokens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finish_reason: Option<ChatCompletionFinishReason>,
    /// What the content filter found, by category. Empty where the filter did not run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_filter_results: Option<ContentFilterResults>,
    /// Log probabilities of a choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logprobs: Option<ChatCompletionLogprobs>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionChoice {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::index`].
    #[must_use]
    pub fn with_index(mut self, index: i64) -> Self {
        self.index = index;
        self
    }

    /// Sets [`Self::message`].
    #[must_use]
    pub fn with_message(
        mut self,
        message: impl Into<ChatCompletionResponseMessage>,
    ) -> Self {
        self.message = message.into();
        self
    }

    /// Sets [`Self::finish_reason`].
    #[must_use]
    pub fn with_finish_reason(
        mut self,
        finish_reason: impl Into<ChatCompletionFinishReason>,
    ) -> Self {
        self.finish_reason = Some(finish_reason.into());
        self
    }

    /// Sets [`Self::content_filter_results`].
    #[must_use]
    pub fn with_content_filter_results(
        mut self,
        content_filter_results: impl Into<ContentFilterResults>,
    ) -> Self {
        self.content_filter_results = Some(content_filter_results.into());
        self
    }

    /// Sets [`Self::logprobs`].
    #[must_use]
    pub fn with_logprobs(mut self, logprobs: impl Into<ChatCompletionLogprobs>) -> Self {
        self.logprobs = Some(logprobs.into());
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// A part of a message's content.
///
/// Told apart by `type`.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum ChatCompletionContentPart {
    /// `type` is `text`.
    Text(ChatCompletionTextPart),
    /// `type` is `image_url`.
    ImageUrl(ChatCompletionImagePart),
    /// `type` is `input_audio`.
    InputAudio(ChatCompletionAudioPart),
    /// `type` is `file`.
    File(ChatCompletionFilePart),
    /// `type` is `refusal`.
    Refusal(ChatCompletionRefusalPart),
    /// A kind that this version of the crate does not know, whole.
    Unknown(Extra),
}

azure_openai_core::tagged_union!(
    ChatCompletionContentPart, "type" { Text(ChatCompletionTextPart) = "text",
    ImageUrl(ChatCompletionImagePart) = "image_url", InputAudio(ChatCompletionAudioPart)
    = "input_audio", File(ChatCompletionFilePart) = "file",
    Refusal(ChatCompletionRefusalPart) = "refusal", }
);

/// Text as a part of a message's content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionTextPart {
    /// The type of the content part.
    ///
    /// Always `text`.
    ///
    /// On the wire: `type`.
    #[serde(
        rename = "type",
        default = "ChatCompletionTextPart::constant_type",
        deserialize_with = "ChatCompletionTextPart::decode_type"
    )]
    pub type_: String,
    /// The text.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub text: String,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionTextPart {
    fn constant_type() -> String {
        "text".to_owned()
    }

    fn decode_type<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<String, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_type))
    }
}

impl ChatCompletionTextPart {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            type_: Self::constant_type(),
            text: text.into(),
            extra: Extra::default(),
        }
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// An image as a part of a message's content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionImagePart {
    /// The type of the content part.
    ///
    /// Always `image_url`.
    ///
    /// On the wire: `type`.
    #[serde(
        rename = "type",
        default = "ChatCompletionImagePart::constant_type",
        deserialize_with = "ChatCompletionImagePart::decode_type"
    )]
    pub type_: String,
    /// Where an image is, and how closely the model looks at it.
    #[serde(
        default = "azure_openai_core::decode::absent",
        deserialize_with = "azure_openai_core::decode::or_absent",
        skip_serializing_if = "azure_openai_core::decode::is_absent"
    )]
    pub image_url: ChatCompletionImageUrl,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionImagePart {
    fn constant_type() -> String {
        "image_url".to_owned()
    }

    fn decode_type<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<String, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_type))
    }
}

impl ChatCompletionImagePart {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(image_url: impl Into<ChatCompletionImageUrl>) -> Self {
        Self {
            type_: Self::constant_type(),
            image_url: image_url.into(),
            extra: Extra::default(),
        }
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// Where an image is, and how closely the model looks at it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionImageUrl {
    /// An https URL of the image, or the image itself as a `data:` URL in base64.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub url: String,
    /// The detail level of the image.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<ChatCompletionImageDetail>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionImageUrl {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            detail: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::detail`].
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<ChatCompletionImageDetail>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

impl azure_openai_core::decode::Absent for ChatCompletionImageUrl {
    fn absent() -> Self {
        Self {
            url: Default::default(),
            detail: Default::default(),
            extra: Extra::default(),
        }
    }
}

/// A message that the model generated.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionResponseMessage {
    /// The role of the author, `assistant`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<ChatCompletionMessageRole>,
    /// The text of the message; absent where the model calls tools or the answer was filtered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// The tool calls generated by the model.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub tool_calls: Vec<ChatCompletionToolCall>,
    /// Why the model refused, where it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refusal: Option<String>,
    /// What stretches of the text are based on.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub annotations: Vec<ChatCompletionAnnotation>,
    /// The spoken response; with the modality `audio`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audio: Option<ChatCompletionAudio>,
    /// The reasoning of the model, where the model shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reasoning_content: Option<String>,
    /// The function that the model called, before there were tools.
    ///
    /// **Deprecated** by the service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub function_call: Option<ChatCompletionFunctionCall>,
    /// What the data sources contributed; with `data_sources`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub context: Option<ChatCompletionContext>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionResponseMessage {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::role`].
    #[must_use]
    pub fn with_role(mut self, role: impl Into<ChatCompletionMessageRole>) -> Self {
        self.role = Some(role.into());
        self
    }

    /// Sets [`Self::content`].
    #[must_use]
    pub fn with_content(mut self, content: impl Into<String>) -> Self {
        self.content = Some(content.into());
        self
    }

    /// Sets [`Self::tool_calls`].
    #[must_use]
    pub fn with_tool_calls(
        mut self,
        tool_calls: impl IntoIterator<Item = impl Into<ChatCompletionToolCall>>,
    ) -> Self {
        self.tool_calls = tool_calls.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::refusal`].
    #[must_use]
    pub fn with_refusal(mut self, refusal: impl Into<String>) -> Self {
        self.refusal = Some(refusal.into());
        self
    }

    /// Sets [`Self::annotations`].
    #[must_use]
    pub fn with_annotations(
        mut self,
        annotations: impl IntoIterator<Item = impl Into<ChatCompletionAnnotation>>,
    ) -> Self {
        self.annotations = annotations.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::audio`].
    #[must_use]
    pub fn with_audio(mut self, audio: impl Into<ChatCompletionAudio>) -> Self {
        self.audio = Some(audio.into());
        self
    }

    /// Sets [`Self::reasoning_content`].
    #[must_use]
    pub fn with_reasoning_content(
        mut self,
        reasoning_content: impl Into<String>,
    ) -> Self {
        self.reasoning_content = Some(reasoning_content.into());
        self
    }

    /// Sets [`Self::function_call`].
    #[must_use]
    pub fn with_function_call(
        mut self,
        function_call: impl Into<ChatCompletionFunctionCall>,
    ) -> Self {
        self.function_call = Some(function_call.into());
        self
    }

    /// Sets [`Self::context`].
    #[must_use]
    pub fn with_context(mut self, context: impl Into<ChatCompletionContext>) -> Self {
        self.context = Some(context.into());
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// Which stretch of the text an asynchronous content filter has judged, in characters.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ContentFilterOffsets {
    /// Up to where the text is fully judged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check_offset: Option<i64>,
    /// Where the judged stretch begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start_offset: Option<i64>,
    /// Where the judged stretch ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_offset: Option<i64>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ContentFilterOffsets {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::check_offset`].
    #[must_use]
    pub fn with_check_offset(mut self, check_offset: i64) -> Self {
        self.check_offset = Some(check_offset);
        self
    }

    /// Sets [`Self::start_offset`].
    #[must_use]
    pub fn with_start_offset(mut self, start_offset: i64) -> Self {
        self.start_offset = Some(start_offset);
        self
    }

    /// Sets [`Self::end_offset`].
    #[must_use]
    pub fn with_end_offset(mut self, end_offset: i64) -> Self {
        self.end_offset = Some(end_offset);
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// A piece of a streamed chat completion.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionChunk {
    /// A unique identifier of the chat completion, the same in each chunk; empty in the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The object type, `chat.completion.chunk`; empty in the first chunk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<String>,
    /// The Unix timestamp of when the chat completion was created; 0 in the first chunk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created: Option<Timestamp>,
    /// The model used for the chat completion; empty in the first chunk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    /// What is new of each choice; empty in the first chunk and in one that only tells the usage.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub choices: Vec<ChatCompletionChunkChoice>,
    /// Usage statistics for the API call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usage: Option<Usage>,
    /// The system fingerprint representing the backend configuration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub system_fingerprint: Option<String>,
    /// What the content filter found in the prompts; in the first chunk.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub prompt_filter_results: Vec<PromptFilterResult>,
    /// The processing tier that served the request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_tier: Option<ServiceTier>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionChunk {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::id`].
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets [`Self::object`].
    #[must_use]
    pub fn with_object(mut self, object: impl Into<String>) -> Self {
        self.object = Some(object.into());
        self
    }

    /// Sets [`Self::created`].
    #[must_use]
    pub fn with_created(mut self, created: impl Into<Timestamp>) -> Self {
        self.created = Some(created.into());
        self
    }

    /// Sets [`Self::model`].
    #[must_use]
    pub fn with_model(mut self, model: impl Into<String>) -> Self {
        self.model = Some(model.into());
        self
    }

    /// Sets [`Self::choices`].
    #[must_use]
    pub fn with_choices(
        mut self,
        choices: impl IntoIterator<Item = impl Into<ChatCompletionChunkChoice>>,
    ) -> Self {
        self.choices = choices.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::usage`].
    #[must_use]
    pub fn with_usage(mut self, usage: impl Into<Usage>) -> Self {
        self.usage = Some(usage.into());
        self
    }

    /// Sets [`Self::system_fingerprint`].
    #[must_use]
    pub fn with_system_fingerprint(
        mut self,
        system_fingerprint: impl Into<String>,
    ) -> Self {
        self.system_fingerprint = Some(system_fingerprint.into());
        self
    }

    /// Sets [`Self::prompt_filter_results`].
    #[must_use]
    pub fn with_prompt_filter_results(
        mut self,
        prompt_filter_results: impl IntoIterator<Item = impl Into<PromptFilterResult>>,
    ) -> Self {
        self.prompt_filter_results = prompt_filter_results
            .into_iter()
            .map(Into::into)
            .collect();
        self
    }

    /// Sets [`Self::service_tier`].
    #[must_use]
    pub fn with_service_tier(mut self, service_tier: impl Into<ServiceTier>) -> Self {
        self.service_tier = Some(service_tier.into());
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// What is new of one choice.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionChunkChoice {
    /// The index of the choice in the list.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub index: i64,
    /// What a chunk adds to a message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delta: Option<ChatCompletionDelta>,
    /// The reason the model stopped generating tokens; absent until the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finish_reason: Option<ChatCompletionFinishReason>,
    /// Log probabilities of a choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logprobs: Option<ChatCompletionLogprobs>,
    /// What the content filter found, by category. Empty where the filter did not run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_filter_results: Option<ContentFilterResults>,
    /// Which stretch of the text an asynchronous content filter has judged, in characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_filter_offsets: Option<ContentFilterOffsets>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionChunkChoice {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::index`].
    #[must_use]
    pub fn with_index(mut self, index: i64) -> Self {
        self.index = index;
        self
    }

    /// Sets [`Self::delta`].
    #[must_use]
    pub fn with_delta(mut self, delta: impl Into<ChatCompletionDelta>) -> Self {
        self.delta = Some(delta.into());
        self
    }

    /// Sets [`Self::finish_reason`].
    #[must_use]
    pub fn with_finish_reason(
        mut self,
        finish_reason: impl Into<ChatCompletionFinishReason>,
    ) -> Self {
        self.finish_reason = Some(finish_reason.into());
        self
    }

    /// Sets [`Self::logprobs`].
    #[must_use]
    pub fn with_logprobs(mut self, logprobs: impl Into<ChatCompletionLogprobs>) -> Self {
        self.logprobs = Some(logprobs.into());
        self
    }

    /// Sets [`Self::content_filter_results`].
    #[must_use]
    pub fn with_content_filter_results(
        mut self,
        content_filter_results: impl Into<ContentFilterResults>,
    ) -> Self {
        self.content_filter_results = Some(content_filter_results.into());
        self
    }

    /// Sets [`Self::content_filter_offsets`].
    #[must_use]
    pub fn with_content_filter_offsets(
        mut self,
        content_filter_offsets: impl Into<ContentFilterOffsets>,
    ) -> Self {
        self.content_filter_offsets = Some(content_filter_offsets.into());
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// What a chunk adds to a message.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionDelta {
    /// The role of the author.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<ChatCompletionMessageRole>,
    /// The text that is added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// The pieces of tool calls that are added.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub tool_calls: Vec<ChatCompletionToolCallDelta>,
    /// The part of the refusal that is added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refusal: Option<String>,
    /// The part of the spoken response that is added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audio: Option<ChatCompletionAudio>,
    /// The part of the reasoning that is added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reasoning_content: Option<String>,
    /// The part of a function call that is added, before there were tools.
    ///
    /// **Deprecated** by the service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub function_call: Option<ChatCompletionFunctionCall>,
    /// What the data sources contributed; in the first chunk of the message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub context: Option<ChatCompletionContext>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionDelta {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::role`].
    #[must_use]
    pub fn with_role(mut self, role: impl Into<ChatCompletionMessageRole>) -> Self {
        self.role = Some(role.into());
        self
    }

    /// Sets [`Self::content`].
    #[must_use]
    pub fn with_content(mut self, content: impl Into<String>) -> Self {
        self.content = Some(content.into());
        self
    }

    /// Sets [`Self::tool_calls`].
    #[must_use]
    pub fn with_tool_calls(
        mut self,
        tool_calls: impl IntoIterator<Item = impl Into<ChatCompletionToolCallDelta>>,
    ) -> Self {
        self.tool_calls = tool_calls.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::refusal`].
    #[must_use]
    pub fn with_refusal(mut self, refusal: impl Into<String>) -> Self {
        self.refusal = Some(refusal.into());
        self
    }

    /// Sets [`Self::audio`].
    #[must_use]
    pub fn with_audio(mut self, audio: impl Into<ChatCompletionAudio>) -> Self {
        self.audio = Some(audio.into());
        self
    }

    /// Sets [`Self::reasoning_content`].
    #[must_use]
    pub fn with_reasoning_content(
        mut self,
        reasoning_content: impl Into<String>,
    ) -> Self {
        self.reasoning_content = Some(reasoning_content.into());
        self
    }

    /// Sets [`Self::function_call`].
    #[must_use]
    pub fn with_function_call(
        mut self,
        function_call: impl Into<ChatCompletionFunctionCall>,
    ) -> Self {
        self.function_call = Some(function_call.into());
        self
    }

    /// Sets [`Self::context`].
    #[must_use]
    pub fn with_context(mut self, context: impl Into<ChatCompletionContext>) -> Self {
        self.context = Some(context.into());
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// A piece of a tool call; `id`, `type` and the name come once, the arguments in pieces.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionToolCallDelta {
    /// Which tool call of the message the piece belongs to, from 0.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub index: i64,
    /// The ID of the tool call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The type of the tool call.
    ///
    /// Always `function`.
    ///
    /// On the wire: `type`.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub type_: Option<String>,
    /// A piece of a function call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub function: Option<ChatCompletionFunctionDelta>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionToolCallDelta {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::index`].
    #[must_use]
    pub fn with_index(mut self, index: i64) -> Self {
        self.index = index;
        self
    }

    /// Sets [`Self::id`].
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets [`Self::type_`].
    #[must_use]
    pub fn with_type(mut self, type_: impl Into<String>) -> Self {
        self.type_ = Some(type_.into());
        self
    }

    /// Sets [`Self::function`].
    #[must_use]
    pub fn with_function(
        mut self,
        function: impl Into<ChatCompletionFunctionDelta>,
    ) -> Self {
        self.function = Some(function.into());
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// A piece of a function call.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionFunctionDelta {
    /// The name of the function to call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The piece of the arguments, JSON once all are put together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arguments: Option<String>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionFunctionDelta {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::name`].
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`Self::arguments`].
    #[must_use]
    pub fn with_arguments(mut self, arguments: impl Into<String>) -> Self {
        self.arguments = Some(arguments.into());
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// Log probabilities of a choice.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionLogprobs {
    /// The tokens of the message's content, in order.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub content: Vec<ChatCompletionTokenLogprob>,
    /// The tokens of the refusal, in order.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub refusal: Vec<ChatCompletionTokenLogprob>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionLogprobs {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::content`].
    #[must_use]
    pub fn with_content(
        mut self,
        content: impl IntoIterator<Item = impl Into<ChatCompletionTokenLogprob>>,
    ) -> Self {
        self.content = content.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::refusal`].
    #[must_use]
    pub fn with_refusal(
        mut self,
        refusal: impl IntoIterator<Item = impl Into<ChatCompletionTokenLogprob>>,
    ) -> Self {
        self.refusal = refusal.into_iter().map(Into::into).collect();
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// A token and its log probability.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionTokenLogprob {
    /// The token.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub token: String,
    /// The log probability of the token.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub logprob: f64,
    /// The UTF-8 bytes of the token; a character can be spread over several tokens.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub bytes: Vec<i64>,
    /// The most likely tokens at this place.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub top_logprobs: Vec<ChatCompletionTokenLogprob>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionTokenLogprob {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::token`].
    #[must_use]
    pub fn with_token(mut self, token: impl Into<String>) -> Self {
        self.token = token.into();
        self
    }

    /// Sets [`Self::logprob`].
    #[must_use]
    pub fn with_logprob(mut self, logprob: f64) -> Self {
        self.logprob = logprob;
        self
    }

    /// Sets [`Self::bytes`].
    #[must_use]
    pub fn with_bytes(
        mut self,
        bytes: impl IntoIterator<Item = impl Into<i64>>,
    ) -> Self {
        self.bytes = bytes.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::top_logprobs`].
    #[must_use]
    pub fn with_top_logprobs(
        mut self,
        top_logprobs: impl IntoIterator<Item = impl Into<ChatCompletionTokenLogprob>>,
    ) -> Self {
        self.top_logprobs = top_logprobs.into_iter().map(Into::into).collect();
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// A JSON Schema that the response follows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionJsonSchema {
    /// The name of the schema, of letters, digits, underscores and hyphens.
    ///
    /// At most 64 characters.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub name: String,
    /// What the response is for; the model reads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The JSON Schema.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<Value>,
    /// Whether the response follows the schema exactly. The schema may then only use a part of JSON Schema.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strict: Option<bool>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionJsonSchema {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            description: None,
            schema: None,
            strict: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::description`].
    #[must_use]
    pub fn with_description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets [`Self::schema`].
    #[must_use]
    pub fn with_schema(mut self, schema: impl Into<Value>) -> Self {
        self.schema = Some(schema.into());
        self
    }

    /// Sets [`Self::strict`].
    #[must_use]
    pub fn with_strict(mut self, strict: bool) -> Self {
        self.strict = Some(strict);
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// Text that much of the response is expected to repeat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionPrediction {
    /// The type of the prediction.
    ///
    /// Always `content`.
    ///
    /// On the wire: `type`.
    #[serde(
        rename = "type",
        default = "ChatCompletionPrediction::constant_type",
        deserialize_with = "ChatCompletionPrediction::decode_type"
    )]
    pub type_: String,
    /// The expected text.
    #[serde(
        default = "azure_openai_core::decode::absent",
        deserialize_with = "azure_openai_core::decode::or_absent",
        skip_serializing_if = "azure_openai_core::decode::is_absent"
    )]
    pub content: ChatCompletionPredictionContent,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionPrediction {
    fn constant_type() -> String {
        "content".to_owned()
    }

    fn decode_type<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<String, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_type))
    }
}

impl ChatCompletionPrediction {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(content: impl Into<ChatCompletionPredictionContent>) -> Self {
        Self {
            type_: Self::constant_type(),
            content: content.into(),
            extra: Extra::default(),
        }
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// How spoken output sounds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionAudioOptions {
    /// The voice.
    #[serde(
        default = "azure_openai_core::decode::absent",
        deserialize_with = "azure_openai_core::decode::or_absent",
        skip_serializing_if = "azure_openai_core::decode::is_absent"
    )]
    pub voice: ChatCompletionVoice,
    /// The format of the audio.
    #[serde(
        default = "azure_openai_core::decode::absent",
        deserialize_with = "azure_openai_core::decode::or_absent",
        skip_serializing_if = "azure_openai_core::decode::is_absent"
    )]
    pub format: ChatCompletionAudioFormat,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionAudioOptions {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(
        voice: impl Into<ChatCompletionVoice>,
        format: impl Into<ChatCompletionAudioFormat>,
    ) -> Self {
        Self {
            voice: voice.into(),
            format: format.into(),
            extra: Extra::default(),
        }
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// Who uses the application that sends the request.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UserSecurityContext {
    /// The name of the application.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub application_name: Option<String>,
    /// The object ID of the end user in Microsoft Entra ID.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_user_id: Option<String>,
    /// The tenant of the end user in Microsoft Entra ID.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_user_tenant_id: Option<String>,
    /// The IP address of the end user's device.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_ip: Option<String>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl UserSecurityContext {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::application_name`].
    #[must_use]
    pub fn with_application_name(mut self, application_name: impl Into<String>) -> Self {
        self.application_name = Some(application_name.into());
        self
    }

    /// Sets [`Self::end_user_id`].
    #[must_use]
    pub fn with_end_user_id(mut self, end_user_id: impl Into<String>) -> Self {
        self.end_user_id = Some(end_user_id.into());
        self
    }

    /// Sets [`Self::end_user_tenant_id`].
    #[must_use]
    pub fn with_end_user_tenant_id(
        mut self,
        end_user_tenant_id: impl Into<String>,
    ) -> Self {
        self.end_user_tenant_id = Some(end_user_tenant_id.into());
        self
    }

    /// Sets [`Self::source_ip`].
    #[must_use]
    pub fn with_source_ip(mut self, source_ip: impl Into<String>) -> Self {
        self.source_ip = Some(source_ip.into());
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// Audio of an earlier response.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionAudioReference {
    /// The ID of the audio.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub id: String,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionAudioReference {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            extra: Extra::default(),
        }
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// The function that the model called, before there were tools.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionFunctionCall {
    /// The name of the function.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The arguments of the function, as JSON that the model generated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arguments: Option<String>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionFunctionCall {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::name`].
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`Self::arguments`].
    #[must_use]
    pub fn with_arguments(mut self, arguments: impl Into<String>) -> Self {
        self.arguments = Some(arguments.into());
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// Audio as a part of a message's content.
///
/// Since api-version 2025-01-01-preview.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionAudioPart {
    /// The type of the content part.
    ///
    /// Always `input_audio`.
    ///
    /// On the wire: `type`.
    #[serde(
        rename = "type",
        default = "ChatCompletionAudioPart::constant_type",
        deserialize_with = "ChatCompletionAudioPart::decode_type"
    )]
    pub type_: String,
    /// Audio and its format.
    #[serde(
        default = "azure_openai_core::decode::absent",
        deserialize_with = "azure_openai_core::decode::or_absent",
        skip_serializing_if = "azure_openai_core::decode::is_absent"
    )]
    pub input_audio: ChatCompletionInputAudio,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionAudioPart {
    fn constant_type() -> String {
        "input_audio".to_owned()
    }

    fn decode_type<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<String, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_type))
    }
}

impl ChatCompletionAudioPart {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(input_audio: impl Into<ChatCompletionInputAudio>) -> Self {
        Self {
            type_: Self::constant_type(),
            input_audio: input_audio.into(),
            extra: Extra::default(),
        }
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// Audio and its format.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionInputAudio {
    /// The audio in base64.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub data: String,
    /// The format of the audio.
    #[serde(
        default = "azure_openai_core::decode::absent",
        deserialize_with = "azure_openai_core::decode::or_absent",
        skip_serializing_if = "azure_openai_core::decode::is_absent"
    )]
    pub format: ChatCompletionInputAudioFormat,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionInputAudio {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(
        data: impl Into<String>,
        format: impl Into<ChatCompletionInputAudioFormat>,
    ) -> Self {
        Self {
            data: data.into(),
            format: format.into(),
            extra: Extra::default(),
        }
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

impl azure_openai_core::decode::Absent for ChatCompletionInputAudio {
    fn absent() -> Self {
        Self {
            data: Default::default(),
            format: azure_openai_core::decode::absent(),
            extra: Extra::default(),
        }
    }
}

/// A file as a part of a message's content.
///
/// Since api-version 2025-04-01-preview.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionFilePart {
    /// The type of the content part.
    ///
    /// Always `file`.
    ///
    /// On the wire: `type`.
    #[serde(
        rename = "type",
        default = "ChatCompletionFilePart::constant_type",
        deserialize_with = "ChatCompletionFilePart::decode_type"
    )]
    pub type_: String,
    /// An uploaded file, or a file's name and content.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub file: ChatCompletionInputFile,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionFilePart {
    fn constant_type() -> String {
        "file".to_owned()
    }

    fn decode_type<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<String, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_type))
    }
}

impl ChatCompletionFilePart {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(file: impl Into<ChatCompletionInputFile>) -> Self {
        Self {
            type_: Self::constant_type(),
            file: file.into(),
            extra: Extra::default(),
        }
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// An uploaded file, or a file's name and content.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionInputFile {
    /// The ID of an uploaded file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_id: Option<String>,
    /// The name of the file; with `file_data`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filename: Option<String>,
    /// The content of the file, as a `data:` URL in base64.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_data: Option<String>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionInputFile {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::file_id`].
    #[must_use]
    pub fn with_file_id(mut self, file_id: impl Into<String>) -> Self {
        self.file_id = Some(file_id.into());
        self
    }

    /// Sets [`Self::filename`].
    #[must_use]
    pub fn with_filename(mut self, filename: impl Into<String>) -> Self {
        self.filename = Some(filename.into());
        self
    }

    /// Sets [`Self::file_data`].
    #[must_use]
    pub fn with_file_data(mut self, file_data: impl Into<String>) -> Self {
        self.file_data = Some(file_data.into());
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// A refusal as a part of the content of a message that the model generated.
///
/// Since api-version 2024-08-01-preview (stable: 2024-10-21).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionRefusalPart {
    /// The type of the content part.
    ///
    /// Always `refusal`.
    ///
    /// On the wire: `type`.
    #[serde(
        rename = "type",
        default = "ChatCompletionRefusalPart::constant_type",
        deserialize_with = "ChatCompletionRefusalPart::decode_type"
    )]
    pub type_: String,
    /// Why the model refused.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub refusal: String,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionRefusalPart {
    fn constant_type() -> String {
        "refusal".to_owned()
    }

    fn decode_type<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<String, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_type))
    }
}

impl ChatCompletionRefusalPart {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(refusal: impl Into<String>) -> Self {
        Self {
            type_: Self::constant_type(),
            refusal: refusal.into(),
            extra: Extra::default(),
        }
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// A spoken response, or in a stream a part of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionAudio {
    /// The ID by which a later request refers to the audio.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// When the service deletes the audio.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Timestamp>,
    /// The audio in base64, in the format of the request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<String>,
    /// What is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transcript: Option<String>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionAudio {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::id`].
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets [`Self::expires_at`].
    #[must_use]
    pub fn with_expires_at(mut self, expires_at: impl Into<Timestamp>) -> Self {
        self.expires_at = Some(expires_at.into());
        self
    }

    /// Sets [`Self::data`].
    #[must_use]
    pub fn with_data(mut self, data: impl Into<String>) -> Self {
        self.data = Some(data.into());
        self
    }

    /// Sets [`Self::transcript`].
    #[must_use]
    pub fn with_transcript(mut self, transcript: impl Into<String>) -> Self {
        self.transcript = Some(transcript.into());
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// What a stretch of the text is based on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionAnnotation {
    /// The type of the annotation, such as `url_citation`.
    ///
    /// On the wire: `type`.
    #[serde(
        rename = "type",
        default,
        deserialize_with = "azure_openai_core::decode::or_default"
    )]
    pub type_: String,
    /// A web page that a stretch of the text cites.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url_citation: Option<ChatCompletionUrlCitation>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionAnnotation {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::type_`].
    #[must_use]
    pub fn with_type(mut self, type_: impl Into<String>) -> Self {
        self.type_ = type_.into();
        self
    }

    /// Sets [`Self::url_citation`].
    #[must_use]
    pub fn with_url_citation(
        mut self,
        url_citation: impl Into<ChatCompletionUrlCitation>,
    ) -> Self {
        self.url_citation = Some(url_citation.into());
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// A web page that a stretch of the text cites.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionUrlCitation {
    /// Where the stretch begins, in characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start_index: Option<i64>,
    /// Where the stretch ends, in characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_index: Option<i64>,
    /// The title of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The URL of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionUrlCitation {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::start_index`].
    #[must_use]
    pub fn with_start_index(mut self, start_index: i64) -> Self {
        self.start_index = Some(start_index);
        self
    }

    /// Sets [`Self::end_index`].
    #[must_use]
    pub fn with_end_index(mut self, end_index: i64) -> Self {
        self.end_index = Some(end_index);
        self
    }

    /// Sets [`Self::title`].
    #[must_use]
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Sets [`Self::url`].
    #[must_use]
    pub fn with_url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// What the data sources contributed to a message.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionContext {
    /// The passages that the message is based on, cited in its text as `[doc1]` and so on.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub citations: Vec<ChatCompletionCitation>,
    /// The intent found in the conversation; sent back, it carries over to the next turn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intent: Option<String>,
    /// All documents that were retrieved, used or not.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub all_retrieved_documents: Vec<ChatCompletionRetrievedDocument>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionContext {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::citations`].
    #[must_use]
    pub fn with_citations(
        mut self,
        citations: impl IntoIterator<Item = impl Into<ChatCompletionCitation>>,
    ) -> Self {
        self.citations = citations.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::intent`].
    #[must_use]
    pub fn with_intent(mut self, intent: impl Into<String>) -> Self {
        self.intent = Some(intent.into());
        self
    }

    /// Sets [`Self::all_retrieved_documents`].
    #[must_use]
    pub fn with_all_retrieved_documents(
        mut self,
        all_retrieved_documents: impl IntoIterator<
            Item = impl Into<ChatCompletionRetrievedDocument>,
        >,
    ) -> Self {
        self.all_retrieved_documents = all_retrieved_documents
            .into_iter()
            .map(Into::into)
            .collect();
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// A passage that a message is based on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionCitation {
    /// The text of the passage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// The title of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The URL of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The path of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filepath: Option<String>,
    /// The ID of the passage in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chunk_id: Option<String>,
    /// The score of the passage after reranking.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rerank_score: Option<f64>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionCitation {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::content`].
    #[must_use]
    pub fn with_content(mut self, content: impl Into<String>) -> Self {
        self.content = Some(content.into());
        self
    }

    /// Sets [`Self::title`].
    #[must_use]
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Sets [`Self::url`].
    #[must_use]
    pub fn with_url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// Sets [`Self::filepath`].
    #[must_use]
    pub fn with_filepath(mut self, filepath: impl Into<String>) -> Self {
        self.filepath = Some(filepath.into());
        self
    }

    /// Sets [`Self::chunk_id`].
    #[must_use]
    pub fn with_chunk_id(mut self, chunk_id: impl Into<String>) -> Self {
        self.chunk_id = Some(chunk_id.into());
        self
    }

    /// Sets [`Self::rerank_score`].
    #[must_use]
    pub fn with_rerank_score(mut self, rerank_score: f64) -> Self {
        self.rerank_score = Some(rerank_score);
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// A document that was retrieved.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionRetrievedDocument {
    /// The text that was retrieved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// The title of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The URL of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The path of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filepath: Option<String>,
    /// The ID of the passage in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chunk_id: Option<String>,
    /// The score of the document after reranking.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rerank_score: Option<f64>,
    /// The queries that found the document.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub search_queries: Vec<String>,
    /// The index of the data source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data_source_index: Option<i64>,
    /// The score of the document in the search.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original_search_score: Option<f64>,
    /// Why the document was not used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filter_reason: Option<ChatCompletionFilterReason>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionRetrievedDocument {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::content`].
    #[must_use]
    pub fn with_content(mut self, content: impl Into<String>) -> Self {
        self.content = Some(content.into());
        self
    }

    /// Sets [`Self::title`].
    #[must_use]
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Sets [`Self::url`].
    #[must_use]
    pub fn with_url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// Sets [`Self::filepath`].
    #[must_use]
    pub fn with_filepath(mut self, filepath: impl Into<String>) -> Self {
        self.filepath = Some(filepath.into());
        self
    }

    /// Sets [`Self::chunk_id`].
    #[must_use]
    pub fn with_chunk_id(mut self, chunk_id: impl Into<String>) -> Self {
        self.chunk_id = Some(chunk_id.into());
        self
    }

    /// Sets [`Self::rerank_score`].
    #[must_use]
    pub fn with_rerank_score(mut self, rerank_score: f64) -> Self {
        self.rerank_score = Some(rerank_score);
        self
    }

    /// Sets [`Self::search_queries`].
    #[must_use]
    pub fn with_search_queries(
        mut self,
        search_queries: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.search_queries = search_queries.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::data_source_index`].
    #[must_use]
    pub fn with_data_source_index(mut self, data_source_index: i64) -> Self {
        self.data_source_index = Some(data_source_index);
        self
    }

    /// Sets [`Self::original_search_score`].
    #[must_use]
    pub fn with_original_search_score(mut self, original_search_score: f64) -> Self {
        self.original_search_score = Some(original_search_score);
        self
    }

    /// Sets [`Self::filter_reason`].
    #[must_use]
    pub fn with_filter_reason(
        mut self,
        filter_reason: impl Into<ChatCompletionFilterReason>,
    ) -> Self {
        self.filter_reason = Some(filter_reason.into());
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// Up to 4 sequences where the API will stop generating further tokens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum ChatCompletionStop {
    /// String.
    String(String),
    /// 1 to 4 items.
    StringList(Vec<String>),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

impl From<String> for ChatCompletionStop {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for ChatCompletionStop {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<Vec<String>> for ChatCompletionStop {
    fn from(value: Vec<String>) -> Self {
        Self::StringList(value)
    }
}

impl From<Vec<&str>> for ChatCompletionStop {
    fn from(value: Vec<&str>) -> Self {
        Self::StringList(value.into_iter().map(str::to_owned).collect())
    }
}

impl<const N: usize> From<[&str; N]> for ChatCompletionStop {
    fn from(value: [&str; N]) -> Self {
        Self::StringList(value.into_iter().map(str::to_owned).collect())
    }
}

/// The type of response format being defined.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ChatCompletionResponseFormatType {
    /// On the wire: `text`.
    Text,
    /// On the wire: `json_object`.
    JsonObject,
    /// Since api-version 2024-08-01-preview (stable: 2024-10-21).
    ///
    /// On the wire: `json_schema`.
    JsonSchema,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ChatCompletionResponseFormatType { Text = "text", JsonObject = "json_object",
    JsonSchema = "json_schema", }
);

/// An object specifying the format that the model must output.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionResponseFormat {
    /// The type of response format being defined.
    ///
    /// On the wire: `type`.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub type_: Option<ChatCompletionResponseFormatType>,
    /// The schema that the response follows; with the type `json_schema`.
    ///
    /// Since api-version 2024-08-01-preview (stable: 2024-10-21).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub json_schema: Option<ChatCompletionJsonSchema>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionResponseFormat {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::type_`].
    #[must_use]
    pub fn with_type(
        mut self,
        type_: impl Into<ChatCompletionResponseFormatType>,
    ) -> Self {
        self.type_ = Some(type_.into());
        self
    }

    /// Sets [`Self::json_schema`].
    #[must_use]
    pub fn with_json_schema(
        mut self,
        json_schema: impl Into<ChatCompletionJsonSchema>,
    ) -> Self {
        self.json_schema = Some(json_schema.into());
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// Whether the model calls tools.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ChatCompletionToolChoiceMode {
    /// On the wire: `none`.
    None,
    /// On the wire: `auto`.
    Auto,
    /// On the wire: `required`.
    Required,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ChatCompletionToolChoiceMode { None = "none", Auto = "auto", Required = "required", }
);

/// The function to call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionNamedFunction {
    /// Name.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub name: String,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionNamedFunction {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            extra: Extra::default(),
        }
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

impl azure_openai_core::decode::Absent for ChatCompletionNamedFunction {
    fn absent() -> Self {
        Self {
            name: Default::default(),
            extra: Extra::default(),
        }
    }
}

/// The one tool that the model must call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionNamedToolChoice {
    /// Always `function`.
    ///
    /// On the wire: `type`.
    #[serde(
        rename = "type",
        default = "ChatCompletionNamedToolChoice::constant_type",
        deserialize_with = "ChatCompletionNamedToolChoice::decode_type"
    )]
    pub type_: String,
    /// The function to call.
    #[serde(
        default = "azure_openai_core::decode::absent",
        deserialize_with = "azure_openai_core::decode::or_absent",
        skip_serializing_if = "azure_openai_core::decode::is_absent"
    )]
    pub function: ChatCompletionNamedFunction,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionNamedToolChoice {
    fn constant_type() -> String {
        "function".to_owned()
    }

    fn decode_type<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<String, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_type))
    }
}

impl ChatCompletionNamedToolChoice {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(function: impl Into<ChatCompletionNamedFunction>) -> Self {
        Self {
            type_: Self::constant_type(),
            function: function.into(),
            extra: Extra::default(),
        }
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// Controls which (if any) tool is called by the model.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[serde(untagged)]
#[non_exhaustive]
pub enum ChatCompletionToolChoice {
    /// Whether the model calls tools.
    Mode(ChatCompletionToolChoiceMode),
    /// The one tool that the model must call.
    Named(ChatCompletionNamedToolChoice),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

impl From<ChatCompletionToolChoiceMode> for ChatCompletionToolChoice {
    fn from(value: ChatCompletionToolChoiceMode) -> Self {
        Self::Mode(value)
    }
}

impl From<&str> for ChatCompletionToolChoice {
    fn from(value: &str) -> Self {
        Self::Mode(value.into())
    }
}

impl From<ChatCompletionNamedToolChoice> for ChatCompletionToolChoice {
    fn from(value: ChatCompletionNamedToolChoice) -> Self {
        Self::Named(value)
    }
}

/// How many tokens a reasoning model spends on reasoning. Which efforts it takes depends on the model.
///
/// Since api-version 2024-12-01-preview.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ReasoningEffort {
    /// On the wire: `none`.
    None,
    /// On the wire: `minimal`.
    Minimal,
    /// On the wire: `low`.
    Low,
    /// On the wire: `medium`.
    Medium,
    /// On the wire: `high`.
    High,
    /// On the wire: `xhigh`.
    Xhigh,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ReasoningEffort { None = "none", Minimal = "minimal", Low = "low", Medium = "medium",
    High = "high", Xhigh = "xhigh", }
);

/// How long the response is. Taken by models of the GPT-5 family.
///
/// Since api-version 2025-04-01-preview.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Verbosity {
    /// On the wire: `low`.
    Low,
    /// On the wire: `medium`.
    Medium,
    /// On the wire: `high`.
    High,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    Verbosity { Low = "low", Medium = "medium", High = "high", }
);

/// A kind of output.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ChatCompletionModality {
    /// On the wire: `text`.
    Text,
    /// On the wire: `audio`.
    Audio,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ChatCompletionModality { Text = "text", Audio = "audio", }
);

/// Service tier.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ServiceTier {
    /// On the wire: `auto`.
    Auto,
    /// On the wire: `default`.
    Default,
    /// On the wire: `flex`.
    Flex,
    /// On the wire: `priority`.
    Priority,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ServiceTier { Auto = "auto", Default = "default", Flex = "flex", Priority =
    "priority", }
);

/// Chat completion message role.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ChatCompletionMessageRole {
    /// On the wire: `system`.
    System,
    /// On the wire: `user`.
    User,
    /// On the wire: `assistant`.
    Assistant,
    /// On the wire: `tool`.
    Tool,
    /// Since api-version 2024-12-01-preview.
    ///
    /// On the wire: `developer`.
    Developer,
    /// On the wire: `function`.
    Function,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ChatCompletionMessageRole { System = "system", User = "user", Assistant =
    "assistant", Tool = "tool", Developer = "developer", Function = "function", }
);

/// The contents of the message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum ChatCompletionMessageContent {
    /// String.
    String(String),
    /// Parts.
    Parts(Vec<ChatCompletionContentPart>),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

impl From<String> for ChatCompletionMessageContent {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for ChatCompletionMessageContent {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<Vec<ChatCompletionContentPart>> for ChatCompletionMessageContent {
    fn from(value: Vec<ChatCompletionContentPart>) -> Self {
        Self::Parts(value)
    }
}

impl<const N: usize> From<[ChatCompletionContentPart; N]>
for ChatCompletionMessageContent {
    fn from(value: [ChatCompletionContentPart; N]) -> Self {
        Self::Parts(value.into())
    }
}

/// The function that the model called.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatCompletionToolCallFunction {
    /// The name of the function to call.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub name: String,
    /// The arguments to call the function with, as generated by the model in JSON format.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub arguments: String,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ChatCompletionToolCallFunction {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(name: impl Into<String>, arguments: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            arguments: arguments.into(),
            extra: Extra::default(),
        }
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

impl azure_openai_core::decode::Absent for ChatCompletionToolCallFunction {
    fn absent() -> Self {
        Self {
            name: Default::default(),
            arguments: Default::default(),
            extra: Extra::default(),
        }
    }
}

/// Chat completion finish reason.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ChatCompletionFinishReason {
    /// On the wire: `stop`.
    Stop,
    /// On the wire: `length`.
    Length,
    /// On the wire: `content_filter`.
    ContentFilter,
    /// On the wire: `tool_calls`.
    ToolCalls,
    /// On the wire: `function_call`.
    FunctionCall,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ChatCompletionFinishReason { Stop = "stop", Length = "length", ContentFilter =
    "content_filter", ToolCalls = "tool_calls", FunctionCall = "function_call", }
);

/// The detail level of the image.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ChatCompletionImageDetail {
    /// On the wire: `auto`.
    Auto,
    /// On the wire: `low`.
    Low,
    /// On the wire: `high`.
    High,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ChatCompletionImageDetail { Auto = "auto", Low = "low", High = "high", }
);

/// The expected text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum ChatCompletionPredictionContent {
    /// String.
    String(String),
    /// Parts.
    Parts(Vec<ChatCompletionTextPart>),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

impl From<String> for ChatCompletionPredictionContent {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for ChatCompletionPredictionContent {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<Vec<ChatCompletionTextPart>> for ChatCompletionPredictionContent {
    fn from(value: Vec<ChatCompletionTextPart>) -> Self {
        Self::Parts(value)
    }
}

impl<const N: usize> From<[ChatCompletionTextPart; N]>
for ChatCompletionPredictionContent {
    fn from(value: [ChatCompletionTextPart; N]) -> Self {
        Self::Parts(value.into())
    }
}

impl azure_openai_core::decode::Absent for ChatCompletionPredictionContent {
    fn absent() -> Self {
        Self::Unknown(Value::Null)
    }
}

/// The voice.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ChatCompletionVoice {
    /// On the wire: `alloy`.
    Alloy,
    /// On the wire: `ash`.
    Ash,
    /// On the wire: `ballad`.
    Ballad,
    /// On the wire: `cedar`.
    Cedar,
    /// On the wire: `coral`.
    Coral,
    /// On the wire: `echo`.
    Echo,
    /// On the wire: `fable`.
    Fable,
    /// On the wire: `marin`.
    Marin,
    /// On the wire: `nova`.
    Nova,
    /// On the wire: `onyx`.
    Onyx,
    /// On the wire: `sage`.
    Sage,
    /// On the wire: `shimmer`.
    Shimmer,
    /// On the wire: `verse`.
    Verse,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ChatCompletionVoice { Alloy = "alloy", Ash = "ash", Ballad = "ballad", Cedar =
    "cedar", Coral = "coral", Echo = "echo", Fable = "fable", Marin = "marin", Nova =
    "nova", Onyx = "onyx", Sage = "sage", Shimmer = "shimmer", Verse = "verse", }
);

/// The format of the audio.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ChatCompletionAudioFormat {
    /// On the wire: `wav`.
    Wav,
    /// On the wire: `mp3`.
    Mp3,
    /// On the wire: `flac`.
    Flac,
    /// On the wire: `opus`.
    Opus,
    /// On the wire: `pcm16`.
    Pcm16,
    /// On the wire: `aac`.
    Aac,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ChatCompletionAudioFormat { Wav = "wav", Mp3 = "mp3", Flac = "flac", Opus = "opus",
    Pcm16 = "pcm16", Aac = "aac", }
);

/// The format of the audio.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ChatCompletionInputAudioFormat {
    /// On the wire: `wav`.
    Wav,
    /// On the wire: `mp3`.
    Mp3,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ChatCompletionInputAudioFormat { Wav = "wav", Mp3 = "mp3", }
);

/// Why the document was not used.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ChatCompletionFilterReason {
    /// On the wire: `score`.
    Score,
    /// On the wire: `rerank`.
    Rerank,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ChatCompletionFilterReason { Score = "score", Rerank = "rerank", }
);
