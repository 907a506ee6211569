// Made by `cargo xtask codegen` from specs/inference/openapi.yaml: Microsoft Azure Azure OpenAI Service API 2024-06-01.
// Do not edit: change the overlay or the generator, and run it again.

//! `ChatCompletions`: Operations for chat-based completions.

use azure_openai_core::{
    ContentFilterResults, Events, Extra, Json, Method, Operation, Pipeline, Request,
    RequestBuilder, Timestamp, Value,
};
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
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateChatCompletionRequest {
    /// A list of messages comprising the conversation so far.
    ///
    /// Not empty.
    pub messages: Vec<ChatCompletionMessage>,
    /// Sampling temperature between 0 and 2. Higher values make the output more random, while lower values make it more focused and deterministic.
    ///
    /// Default of the server: `1`.
    ///
    /// Range: 0 to 2.
    pub temperature: Option<f64>,
    /// An alternative to sampling with temperature called nucleus sampling.
    ///
    /// Default of the server: `1`.
    ///
    /// Range: 0 to 1.
    pub top_p: Option<f64>,
    /// How many chat completion choices to generate for each input message.
    ///
    /// Default of the server: `1`.
    ///
    /// Range: 1 to 128.
    pub n: Option<i64>,
    /// Up to 4 sequences where the API will stop generating further tokens.
    pub stop: Option<ChatCompletionStop>,
    /// The maximum number of tokens that can be generated in the chat completion.
    pub max_tokens: Option<i64>,
    /// Positive values penalize new tokens based on whether they appear in the text so far.
    ///
    /// Default of the server: `0`.
    ///
    /// Range: -2 to 2.
    pub presence_penalty: Option<f64>,
    /// Positive values penalize new tokens based on their existing frequency in the text so far.
    ///
    /// Default of the server: `0`.
    ///
    /// Range: -2 to 2.
    pub frequency_penalty: Option<f64>,
    /// An object specifying the format that the model must output.
    pub response_format: Option<ChatCompletionResponseFormat>,
    /// If specified, the system will make a best effort to sample deterministically.
    pub seed: Option<i64>,
    /// A list of tools the model may call.
    pub tools: Vec<ChatCompletionTool>,
    /// Controls which (if any) tool is called by the model.
    pub tool_choice: Option<ChatCompletionToolChoice>,
    /// A unique identifier representing your end-user.
    pub user: Option<String>,
    /// Whether to return log probabilities of the tokens of the answer.
    pub logprobs: Option<bool>,
    /// How many of the most likely tokens to return at each place; needs `logprobs`.
    ///
    /// Range: 0 to 20.
    pub top_logprobs: Option<i64>,
    /// A bias for each token, by token ID, from -100 to 100.
    pub logit_bias: BTreeMap<String, i64>,
    /// Data sources that the answer is based on, each with its `type` and `parameters`.
    pub data_sources: Vec<Value>,
    /// Options of a stream.
    pub stream_options: Option<ChatCompletionStreamOptions>,
    /// Whether the model may call several tools at once.
    pub parallel_tool_calls: Option<bool>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    CreateChatCompletionRequest, sent { "messages" => messages : required, "temperature"
    => temperature : optional, "top_p" => top_p : optional, "n" => n : optional, "stop"
    => stop : optional, "max_tokens" => max_tokens : optional, "presence_penalty" =>
    presence_penalty : optional, "frequency_penalty" => frequency_penalty : optional,
    "response_format" => response_format : optional, "seed" => seed : optional, "tools"
    => tools : collection, "tool_choice" => tool_choice : optional, "user" => user :
    optional, "logprobs" => logprobs : optional, "top_logprobs" => top_logprobs :
    optional, "logit_bias" => logit_bias : collection, "data_sources" => data_sources :
    collection, "stream_options" => stream_options : optional, "parallel_tool_calls" =>
    parallel_tool_calls : optional, }
);

impl CreateChatCompletionRequest {
    /// Creates a value with the required fields.
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
        self.tools = self
            .extra
            .set("tools", tools.into_iter().map(Into::into).collect());
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
        self.logit_bias = self
            .extra
            .set(
                "logit_bias",
                logit_bias
                    .into_iter()
                    .map(|(key, value)| (key.into(), value.into()))
                    .collect(),
            );
        self
    }

    /// Sets [`Self::data_sources`].
    #[must_use]
    pub fn with_data_sources(
        mut self,
        data_sources: impl IntoIterator<Item = impl Into<Value>>,
    ) -> Self {
        self.data_sources = self
            .extra
            .set("data_sources", data_sources.into_iter().map(Into::into).collect());
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

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
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
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionMessage {
    /// The role of the messages author.
    pub role: ChatCompletionMessageRole,
    /// The contents of the message.
    pub content: Option<ChatCompletionMessageContent>,
    /// An optional name for the participant.
    pub name: Option<String>,
    /// The tool calls generated by the model.
    pub tool_calls: Vec<ChatCompletionToolCall>,
    /// Tool call that this message is responding to.
    pub tool_call_id: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionMessage, sent { "role" => role : required, "content" => content :
    optional, "name" => name : optional, "tool_calls" => tool_calls : collection,
    "tool_call_id" => tool_call_id : optional, }
);

impl ChatCompletionMessage {
    /// Creates a value with the required fields.
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
        self.tool_calls = self
            .extra
            .set("tool_calls", tool_calls.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::tool_call_id`].
    #[must_use]
    pub fn with_tool_call_id(mut self, tool_call_id: impl Into<String>) -> Self {
        self.tool_call_id = Some(tool_call_id.into());
        self
    }

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
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
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionTool {
    /// The type of the tool.
    ///
    /// Always `function`.
    ///
    /// Serialized as `type`.
    pub type_: String,
    /// The function definition.
    pub function: FunctionDefinition,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionTool, sent { "type" => type_ : constant("function"), "function" =>
    function : required, }
);

impl ChatCompletionTool {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(function: impl Into<FunctionDefinition>) -> Self {
        Self {
            type_: "function".into(),
            function: function.into(),
            extra: Extra::default(),
        }
    }

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
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
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FunctionDefinition {
    /// The name of the function to be called.
    pub name: String,
    /// A description of what the function does.
    pub description: Option<String>,
    /// The parameters the functions accepts, described as a JSON Schema object.
    pub parameters: Option<Value>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    FunctionDefinition, sent { "name" => name : required, "description" => description :
    optional, "parameters" => parameters : optional, }
);

impl FunctionDefinition {
    /// Creates a value with the required fields.
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

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
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

/// A tool call generated by the model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionToolCall {
    /// The ID of the tool call.
    pub id: String,
    /// The type of the tool call.
    ///
    /// Always `function`.
    ///
    /// Serialized as `type`.
    pub type_: String,
    /// The function that the model called.
    pub function: ChatCompletionToolCallFunction,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionToolCall, sent { "id" => id : required, "type" => type_ :
    constant("function"), "function" => function : required, }
);

impl ChatCompletionToolCall {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(
        id: impl Into<String>,
        function: impl Into<ChatCompletionToolCallFunction>,
    ) -> Self {
        Self {
            id: id.into(),
            type_: "function".into(),
            function: function.into(),
            extra: Extra::default(),
        }
    }

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
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
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateChatCompletionResponse {
    /// A unique identifier for the chat completion.
    pub id: String,
    /// The object type.
    ///
    /// Always `chat.completion`.
    pub object: String,
    /// The Unix timestamp of when the chat completion was created.
    pub created: Option<Timestamp>,
    /// The model used for the chat completion.
    pub model: String,
    /// A list of chat completion choices.
    pub choices: Vec<ChatCompletionChoice>,
    /// Usage statistics for the API call.
    pub usage: Option<Usage>,
    /// The system fingerprint representing the backend configuration.
    pub system_fingerprint: Option<String>,
    /// What the content filter found in the prompts.
    pub prompt_filter_results: Vec<PromptFilterResult>,
    /// The name of `prompt_filter_results` in older answers.
    pub prompt_annotations: Vec<PromptFilterResult>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    CreateChatCompletionResponse { "id" => id : required, "object" => object :
    constant("chat.completion"), "created" => created : optional, "model" => model :
    required, "choices" => choices : required, "usage" => usage : optional,
    "system_fingerprint" => system_fingerprint : optional, "prompt_filter_results" =>
    prompt_filter_results : collection, "prompt_annotations" => prompt_annotations :
    collection, }
);

impl CreateChatCompletionResponse {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            id: Default::default(),
            object: "chat.completion".into(),
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
        self.prompt_filter_results = self
            .extra
            .set(
                "prompt_filter_results",
                prompt_filter_results.into_iter().map(Into::into).collect(),
            );
        self
    }

    /// Sets [`Self::prompt_annotations`].
    #[must_use]
    pub fn with_prompt_annotations(
        mut self,
        prompt_annotations: impl IntoIterator<Item = impl Into<PromptFilterResult>>,
    ) -> Self {
        self.prompt_annotations = self
            .extra
            .set(
                "prompt_annotations",
                prompt_annotations.into_iter().map(Into::into).collect(),
            );
        self
    }

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
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
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionChoice {
    /// The index of the choice in the list.
    pub index: i64,
    /// A message that the model generated.
    pub message: ChatCompletionResponseMessage,
    /// The reason the model stopped generating tokens.
    pub finish_reason: Option<ChatCompletionFinishReason>,
    /// What the content filter found, by category. Empty where the filter did not run.
    pub content_filter_results: Option<ContentFilterResults>,
    /// Log probabilities of a choice.
    pub logprobs: Option<ChatCompletionLogprobs>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionChoice { "index" => index : required, "message" => message : required,
    "finish_reason" => finish_reason : optional, "content_filter_results" =>
    content_filter_results : optional, "logprobs" => logprobs : optional, }
);

impl ChatCompletionChoice {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            index: Default::default(),
            message: Default::default(),
            finish_reason: None,
            content_filter_results: None,
            logprobs: None,
            extra: Extra::default(),
        }
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

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
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

impl Default for ChatCompletionChoice {
    fn default() -> Self {
        Self::new()
    }
}

/// A part of a message's content.
///
/// Distinguished by `type`.
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
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionTextPart {
    /// The type of the content part.
    ///
    /// Always `text`.
    ///
    /// Serialized as `type`.
    pub type_: String,
    /// The text.
    pub text: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionTextPart, sent { "type" => type_ : constant("text"), "text" => text :
    required, }
);

impl ChatCompletionTextPart {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            type_: "text".into(),
            text: text.into(),
            extra: Extra::default(),
        }
    }

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
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
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionImagePart {
    /// The type of the content part.
    ///
    /// Always `image_url`.
    ///
    /// Serialized as `type`.
    pub type_: String,
    /// Where an image is, and how closely the model looks at it.
    pub image_url: ChatCompletionImageUrl,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionImagePart, sent { "type" => type_ : constant("image_url"), "image_url"
    => image_url : required, }
);

impl ChatCompletionImagePart {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(image_url: impl Into<ChatCompletionImageUrl>) -> Self {
        Self {
            type_: "image_url".into(),
            image_url: image_url.into(),
            extra: Extra::default(),
        }
    }

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
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
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionImageUrl {
    /// An https URL of the image, or the image itself as a `data:` URL in base64.
    pub url: String,
    /// The detail level of the image.
    pub detail: Option<ChatCompletionImageDetail>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionImageUrl, sent { "url" => url : required, "detail" => detail :
    optional, }
);

impl ChatCompletionImageUrl {
    /// Creates a value with the required fields.
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

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
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

/// A message that the model generated.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionResponseMessage {
    /// The role of the author, `assistant`.
    pub role: Option<ChatCompletionMessageRole>,
    /// The text of the message; absent where the model calls tools or the answer was filtered.
    pub content: Option<String>,
    /// The tool calls generated by the model.
    pub tool_calls: Vec<ChatCompletionToolCall>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionResponseMessage { "role" => role : optional, "content" => content :
    optional, "tool_calls" => tool_calls : collection, }
);

impl ChatCompletionResponseMessage {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            role: None,
            content: None,
            tool_calls: Default::default(),
            extra: Extra::default(),
        }
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
        self.tool_calls = self
            .extra
            .set("tool_calls", tool_calls.into_iter().map(Into::into).collect());
        self
    }

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
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

impl Default for ChatCompletionResponseMessage {
    fn default() -> Self {
        Self::new()
    }
}

/// Which stretch of the text an asynchronous content filter has judged, in characters.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ContentFilterOffsets {
    /// Up to where the text is fully judged.
    pub check_offset: Option<i64>,
    /// Where the judged stretch begins.
    pub start_offset: Option<i64>,
    /// Where the judged stretch ends.
    pub end_offset: Option<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ContentFilterOffsets { "check_offset" => check_offset : optional, "start_offset" =>
    start_offset : optional, "end_offset" => end_offset : optional, }
);

impl ContentFilterOffsets {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            check_offset: None,
            start_offset: None,
            end_offset: None,
            extra: Extra::default(),
        }
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

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
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

impl Default for ContentFilterOffsets {
    fn default() -> Self {
        Self::new()
    }
}

/// A piece of a streamed chat completion.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionChunk {
    /// A unique identifier of the chat completion, the same in each chunk; empty in the first.
    pub id: Option<String>,
    /// The object type, `chat.completion.chunk`; empty in the first chunk.
    pub object: Option<String>,
    /// The Unix timestamp of when the chat completion was created; 0 in the first chunk.
    pub created: Option<Timestamp>,
    /// The model used for the chat completion; empty in the first chunk.
    pub model: Option<String>,
    /// What is new of each choice; empty in the first chunk and in one that only tells the usage.
    pub choices: Vec<ChatCompletionChunkChoice>,
    /// Usage statistics for the API call.
    pub usage: Option<Usage>,
    /// The system fingerprint representing the backend configuration.
    pub system_fingerprint: Option<String>,
    /// What the content filter found in the prompts; in the first chunk.
    pub prompt_filter_results: Vec<PromptFilterResult>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionChunk { "id" => id : optional, "object" => object : optional, "created"
    => created : optional, "model" => model : optional, "choices" => choices : required,
    "usage" => usage : optional, "system_fingerprint" => system_fingerprint : optional,
    "prompt_filter_results" => prompt_filter_results : collection, }
);

impl ChatCompletionChunk {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            id: None,
            object: None,
            created: None,
            model: None,
            choices: Default::default(),
            usage: None,
            system_fingerprint: None,
            prompt_filter_results: Default::default(),
            extra: Extra::default(),
        }
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
        self.prompt_filter_results = self
            .extra
            .set(
                "prompt_filter_results",
                prompt_filter_results.into_iter().map(Into::into).collect(),
            );
        self
    }

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
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

impl Default for ChatCompletionChunk {
    fn default() -> Self {
        Self::new()
    }
}

/// What is new of one choice.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionChunkChoice {
    /// The index of the choice in the list.
    pub index: i64,
    /// What a chunk adds to a message.
    pub delta: Option<ChatCompletionDelta>,
    /// The reason the model stopped generating tokens; absent until the end.
    pub finish_reason: Option<ChatCompletionFinishReason>,
    /// Log probabilities of a choice.
    pub logprobs: Option<ChatCompletionLogprobs>,
    /// What the content filter found, by category. Empty where the filter did not run.
    pub content_filter_results: Option<ContentFilterResults>,
    /// Which stretch of the text an asynchronous content filter has judged, in characters.
    pub content_filter_offsets: Option<ContentFilterOffsets>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionChunkChoice { "index" => index : required, "delta" => delta : optional,
    "finish_reason" => finish_reason : optional, "logprobs" => logprobs : optional,
    "content_filter_results" => content_filter_results : optional,
    "content_filter_offsets" => content_filter_offsets : optional, }
);

impl ChatCompletionChunkChoice {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            index: Default::default(),
            delta: None,
            finish_reason: None,
            logprobs: None,
            content_filter_results: None,
            content_filter_offsets: None,
            extra: Extra::default(),
        }
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

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
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

impl Default for ChatCompletionChunkChoice {
    fn default() -> Self {
        Self::new()
    }
}

/// What a chunk adds to a message.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionDelta {
    /// The role of the author.
    pub role: Option<ChatCompletionMessageRole>,
    /// The text that is added.
    pub content: Option<String>,
    /// The pieces of tool calls that are added.
    pub tool_calls: Vec<ChatCompletionToolCallDelta>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionDelta { "role" => role : optional, "content" => content : optional,
    "tool_calls" => tool_calls : collection, }
);

impl ChatCompletionDelta {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            role: None,
            content: None,
            tool_calls: Default::default(),
            extra: Extra::default(),
        }
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
        self.tool_calls = self
            .extra
            .set("tool_calls", tool_calls.into_iter().map(Into::into).collect());
        self
    }

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
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

impl Default for ChatCompletionDelta {
    fn default() -> Self {
        Self::new()
    }
}

/// A piece of a tool call; `id`, `type` and the name come once, the arguments in pieces.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionToolCallDelta {
    /// Which tool call of the message the piece belongs to, from 0.
    pub index: i64,
    /// The ID of the tool call.
    pub id: Option<String>,
    /// The type of the tool call.
    ///
    /// Always `function`.
    ///
    /// Serialized as `type`.
    pub type_: Option<String>,
    /// A piece of a function call.
    pub function: Option<ChatCompletionFunctionDelta>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionToolCallDelta { "index" => index : required, "id" => id : optional,
    "type" => type_ : optional, "function" => function : optional, }
);

impl ChatCompletionToolCallDelta {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            index: Default::default(),
            id: None,
            type_: None,
            function: None,
            extra: Extra::default(),
        }
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

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
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

impl Default for ChatCompletionToolCallDelta {
    fn default() -> Self {
        Self::new()
    }
}

/// A piece of a function call.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionFunctionDelta {
    /// The name of the function to call.
    pub name: Option<String>,
    /// The piece of the arguments, JSON once all are put together.
    pub arguments: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionFunctionDelta { "name" => name : optional, "arguments" => arguments :
    optional, }
);

impl ChatCompletionFunctionDelta {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            name: None,
            arguments: None,
            extra: Extra::default(),
        }
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

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
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

impl Default for ChatCompletionFunctionDelta {
    fn default() -> Self {
        Self::new()
    }
}

/// Log probabilities of a choice.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionLogprobs {
    /// The tokens of the message's content, in order.
    pub content: Vec<ChatCompletionTokenLogprob>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionLogprobs { "content" => content : collection, }
);

impl ChatCompletionLogprobs {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            content: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::content`].
    #[must_use]
    pub fn with_content(
        mut self,
        content: impl IntoIterator<Item = impl Into<ChatCompletionTokenLogprob>>,
    ) -> Self {
        self.content = self
            .extra
            .set("content", content.into_iter().map(Into::into).collect());
        self
    }

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
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

impl Default for ChatCompletionLogprobs {
    fn default() -> Self {
        Self::new()
    }
}

/// A token and its log probability.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionTokenLogprob {
    /// The token.
    pub token: String,
    /// The log probability of the token.
    pub logprob: f64,
    /// The UTF-8 bytes of the token; a character can be spread over several tokens.
    pub bytes: Vec<i64>,
    /// The most likely tokens at this place.
    pub top_logprobs: Vec<ChatCompletionTokenLogprob>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionTokenLogprob { "token" => token : required, "logprob" => logprob :
    required, "bytes" => bytes : collection, "top_logprobs" => top_logprobs : collection,
    }
);

impl ChatCompletionTokenLogprob {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            token: Default::default(),
            logprob: Default::default(),
            bytes: Default::default(),
            top_logprobs: Default::default(),
            extra: Extra::default(),
        }
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
        self.bytes = self
            .extra
            .set("bytes", bytes.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::top_logprobs`].
    #[must_use]
    pub fn with_top_logprobs(
        mut self,
        top_logprobs: impl IntoIterator<Item = impl Into<ChatCompletionTokenLogprob>>,
    ) -> Self {
        self.top_logprobs = self
            .extra
            .set("top_logprobs", top_logprobs.into_iter().map(Into::into).collect());
        self
    }

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
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

impl Default for ChatCompletionTokenLogprob {
    fn default() -> Self {
        Self::new()
    }
}

/// Up to 4 sequences where the API will stop generating further tokens.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ChatCompletionStop {
    /// String.
    String(String),
    /// 1 to 4 items.
    StringList(Vec<String>),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(
    ChatCompletionStop { String(String), StringList(Vec < String >), }
);

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
    /// Serialized as `text`.
    Text,
    /// Serialized as `json_object`.
    JsonObject,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ChatCompletionResponseFormatType { Text = "text", JsonObject = "json_object", }
);

/// An object specifying the format that the model must output.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionResponseFormat {
    /// The type of response format being defined.
    ///
    /// Serialized as `type`.
    pub type_: Option<ChatCompletionResponseFormatType>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionResponseFormat, sent { "type" => type_ : optional, }
);

impl ChatCompletionResponseFormat {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            type_: None,
            extra: Extra::default(),
        }
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

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
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

impl Default for ChatCompletionResponseFormat {
    fn default() -> Self {
        Self::new()
    }
}

/// Whether the model calls tools.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ChatCompletionToolChoiceMode {
    /// Serialized as `none`.
    None,
    /// Serialized as `auto`.
    Auto,
    /// Serialized as `required`.
    Required,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ChatCompletionToolChoiceMode { None = "none", Auto = "auto", Required = "required", }
);

/// The function to call.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionNamedFunction {
    /// Name.
    pub name: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionNamedFunction, sent { "name" => name : required, }
);

azure_openai_core::fit_object!(
    ChatCompletionNamedFunction { "name" : String = required, }
);

impl ChatCompletionNamedFunction {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            extra: Extra::default(),
        }
    }

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
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

/// The one tool that the model must call.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionNamedToolChoice {
    /// Always `function`.
    ///
    /// Serialized as `type`.
    pub type_: String,
    /// The function to call.
    pub function: ChatCompletionNamedFunction,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionNamedToolChoice, sent { "type" => type_ : constant("function"),
    "function" => function : required, }
);

azure_openai_core::fit_object!(
    ChatCompletionNamedToolChoice { "type" : String = constant("function"), "function" :
    ChatCompletionNamedFunction = required, }
);

impl ChatCompletionNamedToolChoice {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(function: impl Into<ChatCompletionNamedFunction>) -> Self {
        Self {
            type_: "function".into(),
            function: function.into(),
            extra: Extra::default(),
        }
    }

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
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
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum ChatCompletionToolChoice {
    /// Whether the model calls tools.
    Mode(ChatCompletionToolChoiceMode),
    /// The one tool that the model must call.
    Named(ChatCompletionNamedToolChoice),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(
    ChatCompletionToolChoice { Mode(ChatCompletionToolChoiceMode),
    Named(ChatCompletionNamedToolChoice), }
);

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
    /// Serialized as `system`.
    System,
    /// Serialized as `user`.
    User,
    /// Serialized as `assistant`.
    Assistant,
    /// Serialized as `tool`.
    Tool,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ChatCompletionMessageRole { System = "system", User = "user", Assistant =
    "assistant", Tool = "tool", }
);

/// The contents of the message.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ChatCompletionMessageContent {
    /// String.
    String(String),
    /// Parts.
    Parts(Vec<ChatCompletionContentPart>),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(
    ChatCompletionMessageContent { String(String), Parts(Vec < ChatCompletionContentPart
    >), }
);

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
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionToolCallFunction {
    /// The name of the function to call.
    pub name: String,
    /// The arguments to call the function with, as generated by the model in JSON format.
    pub arguments: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionToolCallFunction, sent { "name" => name : required, "arguments" =>
    arguments : required, }
);

impl ChatCompletionToolCallFunction {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(name: impl Into<String>, arguments: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            arguments: arguments.into(),
            extra: Extra::default(),
        }
    }

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
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

/// Chat completion finish reason.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ChatCompletionFinishReason {
    /// Serialized as `stop`.
    Stop,
    /// Serialized as `length`.
    Length,
    /// Serialized as `content_filter`.
    ContentFilter,
    /// Serialized as `tool_calls`.
    ToolCalls,
    /// A value that this version of the crate does not know, as received.
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
    /// Serialized as `auto`.
    Auto,
    /// Serialized as `low`.
    Low,
    /// Serialized as `high`.
    High,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ChatCompletionImageDetail { Auto = "auto", Low = "low", High = "high", }
);
