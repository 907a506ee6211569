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
        fn encode(call: Request, request: &CreateChatCompletionRequest) -> Request {
            call.json(request)
        }
        let call = encode(
            Request::new(CHAT_COMPLETIONS_CREATE)
                .path("deployment-id", deployment_id.as_ref()),
            request,
        );
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
        fn encode(call: Request, request: &CreateChatCompletionRequest) -> Request {
            call.json_with(request, &[("stream", Value::Bool(true))])
        }
        let call = encode(
            Request::new(CHAT_COMPLETIONS_CREATE)
                .path("deployment-id", deployment_id.as_ref()),
            request,
        );
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const CHAT_COMPLETIONS_CREATE: &Operation = &Operation::new(
        "ChatCompletions_Create",
        Method::POST,
        "/deployments/{deployment-id}/chat/completions",
    )
    .with_newer_fields(
        &[
            ("stream_options", "2024-09-01-preview"),
            ("parallel_tool_calls", "2024-09-01-preview, 2024-10-21"),
            ("max_completion_tokens", "2024-09-01-preview"),
            ("reasoning_effort", "2024-12-01-preview"),
            ("verbosity", "2025-04-01-preview"),
            ("store", "2024-12-01-preview"),
            ("metadata", "2024-12-01-preview"),
            ("prediction", "2025-01-01-preview"),
            ("modalities", "2025-01-01-preview"),
            ("audio", "2025-01-01-preview"),
            ("service_tier", "2025-04-01-preview"),
            ("user_security_context", "2024-12-01-preview"),
        ],
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
    /// Whether to return log probabilities of the tokens of the response.
    pub logprobs: Option<bool>,
    /// How many of the most likely tokens to return at each place; needs `logprobs`.
    ///
    /// Range: 0 to 20.
    pub top_logprobs: Option<i64>,
    /// A bias for each token, by token ID, from -100 to 100.
    pub logit_bias: BTreeMap<String, i64>,
    /// Data sources that the response is based on, each with its `type` and `parameters`.
    pub data_sources: Vec<Value>,
    /// Since api-version 2024-09-01-preview.
    pub stream_options: Option<ChatCompletionStreamOptions>,
    /// Whether the model may call several tools at once.
    ///
    /// Since api-version 2024-09-01-preview (stable: 2024-10-21).
    pub parallel_tool_calls: Option<bool>,
    /// An upper bound of the tokens that are generated, reasoning tokens included. Reasoning models refuse `max_tokens` and take this instead.
    ///
    /// Since api-version 2024-09-01-preview.
    pub max_completion_tokens: Option<i64>,
    /// How many tokens a reasoning model spends on reasoning. Which efforts it takes depends on the model.
    ///
    /// Since api-version 2024-12-01-preview.
    pub reasoning_effort: Option<ReasoningEffort>,
    /// How long the response is. Taken by models of the GPT-5 family.
    ///
    /// Since api-version 2025-04-01-preview.
    pub verbosity: Option<Verbosity>,
    /// Whether the service stores the completion, for distillation and evaluation.
    ///
    /// Since api-version 2024-12-01-preview.
    pub store: Option<bool>,
    /// Tags of a stored completion, by which it can be found.
    ///
    /// Since api-version 2024-12-01-preview.
    ///
    /// At most 16 entries.
    pub metadata: BTreeMap<String, String>,
    /// Text that much of the response is expected to repeat; what matches is generated faster.
    ///
    /// Since api-version 2025-01-01-preview.
    pub prediction: Option<ChatCompletionPrediction>,
    /// The kinds of output that the model generates.
    ///
    /// Since api-version 2025-01-01-preview.
    pub modalities: Vec<ChatCompletionModality>,
    /// How spoken output sounds; required with the modality `audio`.
    ///
    /// Since api-version 2025-01-01-preview.
    pub audio: Option<ChatCompletionAudioOptions>,
    /// The processing tier that the request is served with.
    ///
    /// Since api-version 2025-04-01-preview.
    pub service_tier: Option<ServiceTier>,
    /// Who uses the application, for the alerts of Microsoft Defender for Cloud.
    ///
    /// Since api-version 2024-12-01-preview.
    pub user_security_context: Option<UserSecurityContext>,
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
    parallel_tool_calls : optional, "max_completion_tokens" => max_completion_tokens :
    optional, "reasoning_effort" => reasoning_effort : optional, "verbosity" => verbosity
    : optional, "store" => store : optional, "metadata" => metadata : collection,
    "prediction" => prediction : optional, "modalities" => modalities : collection,
    "audio" => audio : optional, "service_tier" => service_tier : optional,
    "user_security_context" => user_security_context : optional, }
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
        self.metadata = self
            .extra
            .set(
                "metadata",
                metadata
                    .into_iter()
                    .map(|(key, value)| (key.into(), value.into()))
                    .collect(),
            );
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
        self.modalities = self
            .extra
            .set("modalities", modalities.into_iter().map(Into::into).collect());
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
    /// Why the model refused; of the role `assistant`.
    ///
    /// Since api-version 2024-08-01-preview (stable: 2024-10-21).
    pub refusal: Option<String>,
    /// What the model said; of the role `assistant`.
    ///
    /// Since api-version 2025-01-01-preview.
    pub audio: Option<ChatCompletionAudioReference>,
    /// The function that the model called, before there were tools; of the role `assistant`.
    ///
    /// **Deprecated** by the service.
    pub function_call: Option<Box<ChatCompletionFunctionCall>>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionMessage, sent { "role" => role : required, "content" => content :
    optional, "name" => name : optional, "tool_calls" => tool_calls : collection,
    "tool_call_id" => tool_call_id : optional, "refusal" => refusal : optional, "audio"
    => audio : optional, "function_call" => function_call : optional, }
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
        self.function_call = Some(Box::new(function_call.into()));
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
    /// Whether the arguments follow the schema exactly. The schema may then only use a part of JSON Schema.
    ///
    /// Since api-version 2024-08-01-preview (stable: 2024-10-21).
    pub strict: Option<bool>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    FunctionDefinition, sent { "name" => name : required, "description" => description :
    optional, "parameters" => parameters : optional, "strict" => strict : optional, }
);

impl FunctionDefinition {
    /// Creates a value with the required fields.
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
    /// The name of `prompt_filter_results` in older responses.
    pub prompt_annotations: Vec<PromptFilterResult>,
    /// The processing tier that served the request.
    pub service_tier: Option<ServiceTier>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    CreateChatCompletionResponse, response { "id" => id : required, "object" => object :
    constant("chat.completion"), "created" => created : optional, "model" => model :
    required, "choices" => choices : required, "usage" => usage : optional,
    "system_fingerprint" => system_fingerprint : optional, "prompt_filter_results" =>
    prompt_filter_results : collection, "prompt_annotations" => prompt_annotations :
    collection, "service_tier" => service_tier : optional, }
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

    /// Sets [`Self::service_tier`].
    #[must_use]
    pub fn with_service_tier(mut self, service_tier: impl Into<ServiceTier>) -> Self {
        self.service_tier = Some(service_tier.into());
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
    pub logprobs: Option<Box<ChatCompletionLogprobs>>,
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
        self.logprobs = Some(Box::new(logprobs.into()));
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

azure_openai_core::fit_object!(
    ChatCompletionTextPart { "type" : String = constant("text"), "text" : String =
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
    /// The text of the message; absent where the model calls tools or the response was filtered.
    pub content: Option<String>,
    /// The tool calls generated by the model.
    pub tool_calls: Vec<ChatCompletionToolCall>,
    /// Why the model refused, where it did.
    pub refusal: Option<String>,
    /// What stretches of the text are based on.
    pub annotations: Vec<ChatCompletionAnnotation>,
    /// The spoken response; with the modality `audio`.
    pub audio: Option<Box<ChatCompletionAudio>>,
    /// The reasoning of the model, where the model shows it.
    pub reasoning_content: Option<String>,
    /// The function that the model called, before there were tools.
    ///
    /// **Deprecated** by the service.
    pub function_call: Option<Box<ChatCompletionFunctionCall>>,
    /// What the data sources contributed; with `data_sources`.
    pub context: Option<Box<ChatCompletionContext>>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionResponseMessage { "role" => role : optional, "content" => content :
    optional, "tool_calls" => tool_calls : collection, "refusal" => refusal : optional,
    "annotations" => annotations : collection, "audio" => audio : optional,
    "reasoning_content" => reasoning_content : optional, "function_call" => function_call
    : optional, "context" => context : optional, }
);

impl ChatCompletionResponseMessage {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            role: None,
            content: None,
            tool_calls: Default::default(),
            refusal: None,
            annotations: Default::default(),
            audio: None,
            reasoning_content: None,
            function_call: None,
            context: None,
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
        self.annotations = self
            .extra
            .set("annotations", annotations.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::audio`].
    #[must_use]
    pub fn with_audio(mut self, audio: impl Into<ChatCompletionAudio>) -> Self {
        self.audio = Some(Box::new(audio.into()));
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
        self.function_call = Some(Box::new(function_call.into()));
        self
    }

    /// Sets [`Self::context`].
    #[must_use]
    pub fn with_context(mut self, context: impl Into<ChatCompletionContext>) -> Self {
        self.context = Some(Box::new(context.into()));
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

/// Which range of the text an asynchronous content filter has checked, in characters.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ContentFilterOffsets {
    /// Up to where the text is fully checked.
    pub check_offset: Option<i64>,
    /// Where the checked range begins.
    pub start_offset: Option<i64>,
    /// Where the checked range ends.
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

/// A chunk of a streamed chat completion.
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
    /// What is new of each choice; empty in the first chunk and in one that only reports the usage.
    pub choices: Vec<ChatCompletionChunkChoice>,
    /// Usage statistics for the API call.
    pub usage: Option<Usage>,
    /// The system fingerprint representing the backend configuration.
    pub system_fingerprint: Option<String>,
    /// What the content filter found in the prompts; in the first chunk.
    pub prompt_filter_results: Vec<PromptFilterResult>,
    /// The processing tier that served the request.
    pub service_tier: Option<ServiceTier>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionChunk, response { "id" => id : optional, "object" => object : optional,
    "created" => created : optional, "model" => model : optional, "choices" => choices :
    required, "usage" => usage : optional, "system_fingerprint" => system_fingerprint :
    optional, "prompt_filter_results" => prompt_filter_results : collection,
    "service_tier" => service_tier : optional, }
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
            service_tier: None,
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

    /// Sets [`Self::service_tier`].
    #[must_use]
    pub fn with_service_tier(mut self, service_tier: impl Into<ServiceTier>) -> Self {
        self.service_tier = Some(service_tier.into());
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
    pub logprobs: Option<Box<ChatCompletionLogprobs>>,
    /// What the content filter found, by category. Empty where the filter did not run.
    pub content_filter_results: Option<ContentFilterResults>,
    /// Which range of the text an asynchronous content filter has checked, in characters.
    pub content_filter_offsets: Option<Box<ContentFilterOffsets>>,
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
        self.logprobs = Some(Box::new(logprobs.into()));
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
        self.content_filter_offsets = Some(Box::new(content_filter_offsets.into()));
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
    /// What is added to the tool calls.
    pub tool_calls: Vec<ChatCompletionToolCallDelta>,
    /// The part of the refusal that is added.
    pub refusal: Option<String>,
    /// The part of the spoken response that is added.
    pub audio: Option<Box<ChatCompletionAudio>>,
    /// The part of the reasoning that is added.
    pub reasoning_content: Option<String>,
    /// The part of a function call that is added, before there were tools.
    ///
    /// **Deprecated** by the service.
    pub function_call: Option<Box<ChatCompletionFunctionCall>>,
    /// What the data sources contributed; in the first chunk of the message.
    pub context: Option<Box<ChatCompletionContext>>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionDelta { "role" => role : optional, "content" => content : optional,
    "tool_calls" => tool_calls : collection, "refusal" => refusal : optional, "audio" =>
    audio : optional, "reasoning_content" => reasoning_content : optional,
    "function_call" => function_call : optional, "context" => context : optional, }
);

impl ChatCompletionDelta {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            role: None,
            content: None,
            tool_calls: Default::default(),
            refusal: None,
            audio: None,
            reasoning_content: None,
            function_call: None,
            context: None,
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

    /// Sets [`Self::refusal`].
    #[must_use]
    pub fn with_refusal(mut self, refusal: impl Into<String>) -> Self {
        self.refusal = Some(refusal.into());
        self
    }

    /// Sets [`Self::audio`].
    #[must_use]
    pub fn with_audio(mut self, audio: impl Into<ChatCompletionAudio>) -> Self {
        self.audio = Some(Box::new(audio.into()));
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
        self.function_call = Some(Box::new(function_call.into()));
        self
    }

    /// Sets [`Self::context`].
    #[must_use]
    pub fn with_context(mut self, context: impl Into<ChatCompletionContext>) -> Self {
        self.context = Some(Box::new(context.into()));
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

/// What a chunk adds to a tool call; `id`, `type` and the name come once, the arguments part by part.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionToolCallDelta {
    /// The index of the tool call in the message, from 0.
    pub index: i64,
    /// The ID of the tool call.
    pub id: Option<String>,
    /// The type of the tool call.
    ///
    /// Always `function`.
    ///
    /// Serialized as `type`.
    pub type_: Option<String>,
    /// What a chunk adds to a function call.
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

/// What a chunk adds to a function call.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionFunctionDelta {
    /// The name of the function to call.
    pub name: Option<String>,
    /// The next part of the arguments, JSON once all are put together.
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
    /// The tokens of the refusal, in order.
    pub refusal: Vec<ChatCompletionTokenLogprob>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionLogprobs { "content" => content : collection, "refusal" => refusal :
    collection, }
);

impl ChatCompletionLogprobs {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            content: Default::default(),
            refusal: Default::default(),
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

    /// Sets [`Self::refusal`].
    #[must_use]
    pub fn with_refusal(
        mut self,
        refusal: impl IntoIterator<Item = impl Into<ChatCompletionTokenLogprob>>,
    ) -> Self {
        self.refusal = self
            .extra
            .set("refusal", refusal.into_iter().map(Into::into).collect());
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

/// A JSON Schema that the response follows.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionJsonSchema {
    /// The name of the schema, of letters, digits, underscores and hyphens.
    ///
    /// At most 64 characters.
    pub name: String,
    /// What the response is for; the model reads it.
    pub description: Option<String>,
    /// The JSON Schema.
    pub schema: Option<Value>,
    /// Whether the response follows the schema exactly. The schema may then only use a part of JSON Schema.
    pub strict: Option<bool>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionJsonSchema, sent { "name" => name : required, "description" =>
    description : optional, "schema" => schema : optional, "strict" => strict : optional,
    }
);

impl ChatCompletionJsonSchema {
    /// Creates a value with the required fields.
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

/// Text that much of the response is expected to repeat.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionPrediction {
    /// The type of the prediction.
    ///
    /// Always `content`.
    ///
    /// Serialized as `type`.
    pub type_: String,
    /// The expected text.
    pub content: ChatCompletionPredictionContent,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionPrediction, sent { "type" => type_ : constant("content"), "content" =>
    content : required, }
);

impl ChatCompletionPrediction {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(content: impl Into<ChatCompletionPredictionContent>) -> Self {
        Self {
            type_: "content".into(),
            content: content.into(),
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

/// How spoken output sounds.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionAudioOptions {
    /// The voice.
    pub voice: ChatCompletionVoice,
    /// The format of the audio.
    pub format: ChatCompletionAudioFormat,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionAudioOptions, sent { "voice" => voice : required, "format" => format :
    required, }
);

impl ChatCompletionAudioOptions {
    /// Creates a value with the required fields.
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

/// Who uses the application that sends the request.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UserSecurityContext {
    /// The name of the application.
    pub application_name: Option<String>,
    /// The object ID of the end user in Microsoft Entra ID.
    pub end_user_id: Option<String>,
    /// The tenant of the end user in Microsoft Entra ID.
    pub end_user_tenant_id: Option<String>,
    /// The IP address of the end user's device.
    pub source_ip: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    UserSecurityContext, sent { "application_name" => application_name : optional,
    "end_user_id" => end_user_id : optional, "end_user_tenant_id" => end_user_tenant_id :
    optional, "source_ip" => source_ip : optional, }
);

impl UserSecurityContext {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            application_name: None,
            end_user_id: None,
            end_user_tenant_id: None,
            source_ip: None,
            extra: Extra::default(),
        }
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

impl Default for UserSecurityContext {
    fn default() -> Self {
        Self::new()
    }
}

/// Audio of an earlier response.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionAudioReference {
    /// The ID of the audio.
    pub id: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionAudioReference, sent { "id" => id : required, }
);

impl ChatCompletionAudioReference {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
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

/// The function that the model called, before there were tools.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionFunctionCall {
    /// The name of the function.
    pub name: Option<String>,
    /// The arguments of the function, as JSON that the model generated.
    pub arguments: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionFunctionCall, sent { "name" => name : optional, "arguments" =>
    arguments : optional, }
);

impl ChatCompletionFunctionCall {
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

impl Default for ChatCompletionFunctionCall {
    fn default() -> Self {
        Self::new()
    }
}

/// Audio as a part of a message's content.
///
/// Since api-version 2025-01-01-preview.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionAudioPart {
    /// The type of the content part.
    ///
    /// Always `input_audio`.
    ///
    /// Serialized as `type`.
    pub type_: String,
    /// Audio and its format.
    pub input_audio: ChatCompletionInputAudio,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionAudioPart, sent { "type" => type_ : constant("input_audio"),
    "input_audio" => input_audio : required, }
);

impl ChatCompletionAudioPart {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(input_audio: impl Into<ChatCompletionInputAudio>) -> Self {
        Self {
            type_: "input_audio".into(),
            input_audio: input_audio.into(),
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

/// Audio and its format.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionInputAudio {
    /// The audio in base64.
    pub data: String,
    /// The format of the audio.
    pub format: ChatCompletionInputAudioFormat,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionInputAudio, sent { "data" => data : required, "format" => format :
    required, }
);

impl ChatCompletionInputAudio {
    /// Creates a value with the required fields.
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

/// A file as a part of a message's content.
///
/// Since api-version 2025-04-01-preview.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionFilePart {
    /// The type of the content part.
    ///
    /// Always `file`.
    ///
    /// Serialized as `type`.
    pub type_: String,
    /// An uploaded file, or a file's name and content.
    pub file: ChatCompletionInputFile,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionFilePart, sent { "type" => type_ : constant("file"), "file" => file :
    required, }
);

impl ChatCompletionFilePart {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(file: impl Into<ChatCompletionInputFile>) -> Self {
        Self {
            type_: "file".into(),
            file: file.into(),
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

/// An uploaded file, or a file's name and content.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionInputFile {
    /// The ID of an uploaded file.
    pub file_id: Option<String>,
    /// The name of the file; with `file_data`.
    pub filename: Option<String>,
    /// The content of the file, as a `data:` URL in base64.
    pub file_data: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionInputFile, sent { "file_id" => file_id : optional, "filename" =>
    filename : optional, "file_data" => file_data : optional, }
);

impl ChatCompletionInputFile {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            file_id: None,
            filename: None,
            file_data: None,
            extra: Extra::default(),
        }
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

impl Default for ChatCompletionInputFile {
    fn default() -> Self {
        Self::new()
    }
}

/// A refusal as a part of the content of a message that the model generated.
///
/// Since api-version 2024-08-01-preview (stable: 2024-10-21).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionRefusalPart {
    /// The type of the content part.
    ///
    /// Always `refusal`.
    ///
    /// Serialized as `type`.
    pub type_: String,
    /// Why the model refused.
    pub refusal: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionRefusalPart, sent { "type" => type_ : constant("refusal"), "refusal" =>
    refusal : required, }
);

impl ChatCompletionRefusalPart {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(refusal: impl Into<String>) -> Self {
        Self {
            type_: "refusal".into(),
            refusal: refusal.into(),
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

/// A spoken response, or in a stream a part of it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionAudio {
    /// The ID by which a later request refers to the audio.
    pub id: Option<String>,
    /// When the service deletes the audio.
    pub expires_at: Option<Timestamp>,
    /// The audio in base64, in the format of the request.
    pub data: Option<String>,
    /// What is said.
    pub transcript: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionAudio { "id" => id : optional, "expires_at" => expires_at : optional,
    "data" => data : optional, "transcript" => transcript : optional, }
);

impl ChatCompletionAudio {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            id: None,
            expires_at: None,
            data: None,
            transcript: None,
            extra: Extra::default(),
        }
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

impl Default for ChatCompletionAudio {
    fn default() -> Self {
        Self::new()
    }
}

/// What a stretch of the text is based on.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionAnnotation {
    /// The type of the annotation, such as `url_citation`.
    ///
    /// Serialized as `type`.
    pub type_: String,
    /// A web page that a stretch of the text cites.
    pub url_citation: Option<ChatCompletionUrlCitation>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionAnnotation { "type" => type_ : required, "url_citation" => url_citation
    : optional, }
);

impl ChatCompletionAnnotation {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            type_: Default::default(),
            url_citation: None,
            extra: Extra::default(),
        }
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

impl Default for ChatCompletionAnnotation {
    fn default() -> Self {
        Self::new()
    }
}

/// A web page that a stretch of the text cites.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionUrlCitation {
    /// Where the stretch begins, in characters.
    pub start_index: Option<i64>,
    /// Where the stretch ends, in characters.
    pub end_index: Option<i64>,
    /// The title of the page.
    pub title: Option<String>,
    /// The URL of the page.
    pub url: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionUrlCitation { "start_index" => start_index : optional, "end_index" =>
    end_index : optional, "title" => title : optional, "url" => url : optional, }
);

impl ChatCompletionUrlCitation {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            start_index: None,
            end_index: None,
            title: None,
            url: None,
            extra: Extra::default(),
        }
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

impl Default for ChatCompletionUrlCitation {
    fn default() -> Self {
        Self::new()
    }
}

/// What the data sources contributed to a message.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionContext {
    /// The passages that the message is based on, cited in its text as `[doc1]` and so on.
    pub citations: Vec<ChatCompletionCitation>,
    /// The intent found in the conversation; sent back, it carries over to the next turn.
    pub intent: Option<String>,
    /// All documents that were retrieved, used or not.
    pub all_retrieved_documents: Vec<ChatCompletionRetrievedDocument>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionContext { "citations" => citations : collection, "intent" => intent :
    optional, "all_retrieved_documents" => all_retrieved_documents : collection, }
);

impl ChatCompletionContext {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            citations: Default::default(),
            intent: None,
            all_retrieved_documents: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::citations`].
    #[must_use]
    pub fn with_citations(
        mut self,
        citations: impl IntoIterator<Item = impl Into<ChatCompletionCitation>>,
    ) -> Self {
        self.citations = self
            .extra
            .set("citations", citations.into_iter().map(Into::into).collect());
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
        self.all_retrieved_documents = self
            .extra
            .set(
                "all_retrieved_documents",
                all_retrieved_documents.into_iter().map(Into::into).collect(),
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

impl Default for ChatCompletionContext {
    fn default() -> Self {
        Self::new()
    }
}

/// A passage that a message is based on.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionCitation {
    /// The text of the passage.
    pub content: Option<String>,
    /// The title of the document.
    pub title: Option<String>,
    /// The URL of the document.
    pub url: Option<String>,
    /// The path of the document.
    pub filepath: Option<String>,
    /// The ID of the passage in the document.
    pub chunk_id: Option<String>,
    /// The score of the passage after reranking.
    pub rerank_score: Option<f64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionCitation { "content" => content : optional, "title" => title :
    optional, "url" => url : optional, "filepath" => filepath : optional, "chunk_id" =>
    chunk_id : optional, "rerank_score" => rerank_score : optional, }
);

impl ChatCompletionCitation {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            content: None,
            title: None,
            url: None,
            filepath: None,
            chunk_id: None,
            rerank_score: None,
            extra: Extra::default(),
        }
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

impl Default for ChatCompletionCitation {
    fn default() -> Self {
        Self::new()
    }
}

/// A document that was retrieved.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionRetrievedDocument {
    /// The text that was retrieved.
    pub content: Option<String>,
    /// The title of the document.
    pub title: Option<String>,
    /// The URL of the document.
    pub url: Option<String>,
    /// The path of the document.
    pub filepath: Option<String>,
    /// The ID of the passage in the document.
    pub chunk_id: Option<String>,
    /// The score of the document after reranking.
    pub rerank_score: Option<f64>,
    /// The queries that found the document.
    pub search_queries: Vec<String>,
    /// The index of the data source.
    pub data_source_index: Option<i64>,
    /// The score of the document in the search.
    pub original_search_score: Option<f64>,
    /// Why the document was not used.
    pub filter_reason: Option<ChatCompletionFilterReason>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionRetrievedDocument { "content" => content : optional, "title" => title :
    optional, "url" => url : optional, "filepath" => filepath : optional, "chunk_id" =>
    chunk_id : optional, "rerank_score" => rerank_score : optional, "search_queries" =>
    search_queries : collection, "data_source_index" => data_source_index : optional,
    "original_search_score" => original_search_score : optional, "filter_reason" =>
    filter_reason : optional, }
);

impl ChatCompletionRetrievedDocument {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            content: None,
            title: None,
            url: None,
            filepath: None,
            chunk_id: None,
            rerank_score: None,
            search_queries: Default::default(),
            data_source_index: None,
            original_search_score: None,
            filter_reason: None,
            extra: Extra::default(),
        }
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
        self.search_queries = self
            .extra
            .set("search_queries", search_queries.into_iter().map(Into::into).collect());
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

impl Default for ChatCompletionRetrievedDocument {
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
    /// Since api-version 2024-08-01-preview (stable: 2024-10-21).
    ///
    /// Serialized as `json_schema`.
    JsonSchema,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ChatCompletionResponseFormatType { Text = "text", JsonObject = "json_object",
    JsonSchema = "json_schema", }
);

/// An object specifying the format that the model must output.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionResponseFormat {
    /// The type of response format being defined.
    ///
    /// Serialized as `type`.
    pub type_: Option<ChatCompletionResponseFormatType>,
    /// The schema that the response follows; with the type `json_schema`.
    ///
    /// Since api-version 2024-08-01-preview (stable: 2024-10-21).
    pub json_schema: Option<ChatCompletionJsonSchema>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionResponseFormat, sent { "type" => type_ : optional, "json_schema" =>
    json_schema : optional, }
);

impl ChatCompletionResponseFormat {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            type_: None,
            json_schema: None,
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

    /// Sets [`Self::json_schema`].
    #[must_use]
    pub fn with_json_schema(
        mut self,
        json_schema: impl Into<ChatCompletionJsonSchema>,
    ) -> Self {
        self.json_schema = Some(json_schema.into());
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

/// How many tokens a reasoning model spends on reasoning. Which efforts it takes depends on the model.
///
/// Since api-version 2024-12-01-preview.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ReasoningEffort {
    /// Serialized as `none`.
    None,
    /// Serialized as `minimal`.
    Minimal,
    /// Serialized as `low`.
    Low,
    /// Serialized as `medium`.
    Medium,
    /// Serialized as `high`.
    High,
    /// Serialized as `xhigh`.
    Xhigh,
    /// A value that this version of the crate does not know, as received.
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
    /// Serialized as `low`.
    Low,
    /// Serialized as `medium`.
    Medium,
    /// Serialized as `high`.
    High,
    /// A value that this version of the crate does not know, as received.
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
    /// Serialized as `text`.
    Text,
    /// Serialized as `audio`.
    Audio,
    /// A value that this version of the crate does not know, as received.
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
    /// Serialized as `auto`.
    Auto,
    /// Serialized as `default`.
    Default,
    /// Serialized as `flex`.
    Flex,
    /// Serialized as `priority`.
    Priority,
    /// A value that this version of the crate does not know, as received.
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
    /// Serialized as `system`.
    System,
    /// Serialized as `user`.
    User,
    /// Serialized as `assistant`.
    Assistant,
    /// Serialized as `tool`.
    Tool,
    /// Since api-version 2024-12-01-preview.
    ///
    /// Serialized as `developer`.
    Developer,
    /// Serialized as `function`.
    Function,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ChatCompletionMessageRole { System = "system", User = "user", Assistant =
    "assistant", Tool = "tool", Developer = "developer", Function = "function", }
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
    /// Serialized as `function_call`.
    FunctionCall,
    /// A value that this version of the crate does not know, as received.
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

/// The expected text.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ChatCompletionPredictionContent {
    /// String.
    String(String),
    /// Parts.
    Parts(Vec<ChatCompletionTextPart>),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(
    ChatCompletionPredictionContent { String(String), Parts(Vec < ChatCompletionTextPart
    >), }
);

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

/// The voice.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ChatCompletionVoice {
    /// Serialized as `alloy`.
    Alloy,
    /// Serialized as `ash`.
    Ash,
    /// Serialized as `ballad`.
    Ballad,
    /// Serialized as `cedar`.
    Cedar,
    /// Serialized as `coral`.
    Coral,
    /// Serialized as `echo`.
    Echo,
    /// Serialized as `fable`.
    Fable,
    /// Serialized as `marin`.
    Marin,
    /// Serialized as `nova`.
    Nova,
    /// Serialized as `onyx`.
    Onyx,
    /// Serialized as `sage`.
    Sage,
    /// Serialized as `shimmer`.
    Shimmer,
    /// Serialized as `verse`.
    Verse,
    /// A value that this version of the crate does not know, as received.
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
    /// Serialized as `wav`.
    Wav,
    /// Serialized as `mp3`.
    Mp3,
    /// Serialized as `flac`.
    Flac,
    /// Serialized as `opus`.
    Opus,
    /// Serialized as `pcm16`.
    Pcm16,
    /// Serialized as `aac`.
    Aac,
    /// A value that this version of the crate does not know, as received.
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
    /// Serialized as `wav`.
    Wav,
    /// Serialized as `mp3`.
    Mp3,
    /// A value that this version of the crate does not know, as received.
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
    /// Serialized as `score`.
    Score,
    /// Serialized as `rerank`.
    Rerank,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ChatCompletionFilterReason { Score = "score", Rerank = "rerank", }
);
