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
    /// The response is a stream of events: `stream` is sent as `true`.
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
    /// Options of a stream.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stream_options: Option<ChatCompletionStreamOptions>,
    /// Whether the model may call several tools at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parallel_tool_calls: Option<bool>,
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
    /// A kind that this version of the crate does not know, whole.
    Unknown(Extra),
}

azure_openai_core::tagged_union!(
    ChatCompletionContentPart, "type" { Text(ChatCompletionTextPart) = "text",
    ImageUrl(ChatCompletionImagePart) = "image_url", }
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
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ChatCompletionResponseFormatType { Text = "text", JsonObject = "json_object", }
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
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ChatCompletionMessageRole { System = "system", User = "user", Assistant =
    "assistant", Tool = "tool", }
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
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ChatCompletionFinishReason { Stop = "stop", Length = "length", ContentFilter =
    "content_filter", ToolCalls = "tool_calls", }
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
