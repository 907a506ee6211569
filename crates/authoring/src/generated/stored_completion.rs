// Made by `cargo xtask codegen` from specs/authoring/swagger.yaml: Azure OpenAI API version 2025-03-01-preview.
// Do not edit: change the overlay or the generator, and run it again.

//! `StoredCompletion`: The operations `StoredCompletion_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Timestamp, Value,
};
use std::collections::BTreeMap;
use super::shared::Order;

/// The operations `StoredCompletion_*`.
#[derive(Clone, Debug)]
pub struct StoredCompletionClient {
    pub(super) pipeline: Pipeline,
}

impl StoredCompletionClient {
    /// Gets list of stored completions.
    ///
    /// `StoredCompletion_List`: `GET /chat/completions`.
    ///
    /// # Arguments
    /// - `options`: the optional parameters; `None` for none
    pub fn list(
        &self,
        options: impl Into<Option<StoredCompletionListOptions>>,
    ) -> RequestBuilder<Json<StoredCompletionList>> {
        let options = options.into().unwrap_or_default();
        let call = Request::new(STORED_COMPLETION_LIST)
            .query("metadata", options.metadata.as_ref())
            .query("model", options.model.as_ref())
            .query("after", options.after.as_ref())
            .query("limit", options.limit.as_ref())
            .query("order", options.order.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Gets stored completion by the given stored completion id.
    ///
    /// `StoredCompletion_Get`: `GET /chat/completions/{stored-completion-id}`.
    ///
    /// # Arguments
    /// - `stored_completion_id`: The identifier of the stored completion.
    pub fn get(
        &self,
        stored_completion_id: impl AsRef<str>,
    ) -> RequestBuilder<Json<StoredCompletionResponse>> {
        let call = Request::new(STORED_COMPLETION_GET)
            .path("stored-completion-id", stored_completion_id.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Update stored completion by the given stored completion id.
    ///
    /// `StoredCompletion_Update`: `POST /chat/completions/{stored-completion-id}`.
    ///
    /// # Arguments
    /// - `stored_completion_id`: The identifier of the stored completion.
    /// - `request`: Arbitrary key-value pairs for additional information.
    pub fn update(
        &self,
        stored_completion_id: impl AsRef<str>,
        request: &UpdateStoredCompletionRequest,
    ) -> RequestBuilder<Json<StoredCompletion>> {
        fn encode(call: Request, request: &UpdateStoredCompletionRequest) -> Request {
            call.json(request)
        }
        let call = encode(
            Request::new(STORED_COMPLETION_UPDATE)
                .path("stored-completion-id", stored_completion_id.as_ref()),
            request,
        );
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Delete stored completion by the given stored completion id.
    ///
    /// `StoredCompletion_Delete`: `DELETE /chat/completions/{stored-completion-id}`.
    ///
    /// # Arguments
    /// - `stored_completion_id`: The identifier of the stored completion.
    pub fn delete(
        &self,
        stored_completion_id: impl AsRef<str>,
    ) -> RequestBuilder<Json<StoredCompletionDelete>> {
        let call = Request::new(STORED_COMPLETION_DELETE)
            .path("stored-completion-id", stored_completion_id.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Gets stored completion messages by the given stored completion id.
    ///
    /// `StoredCompletion_GetMessages`: `GET /chat/completions/{stored-completion-id}/messages`.
    ///
    /// # Arguments
    /// - `stored_completion_id`: The identifier of the stored completion.
    /// - `options`: the optional parameters; `None` for none
    pub fn get_messages(
        &self,
        stored_completion_id: impl AsRef<str>,
        options: impl Into<Option<StoredCompletionGetMessagesOptions>>,
    ) -> RequestBuilder<Json<StoredCompletionMessages>> {
        let options = options.into().unwrap_or_default();
        let call = Request::new(STORED_COMPLETION_GET_MESSAGES)
            .path("stored-completion-id", stored_completion_id.as_ref())
            .query("after", options.after.as_ref())
            .query("limit", options.limit.as_ref())
            .query("order", options.order.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }
}

/// Optional parameters of `StoredCompletion_List`. Unset fields are not sent.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct StoredCompletionListOptions {
    /// Filter by the (key, value) pair in stored completion.
    pub metadata: Option<String>,
    /// Filter by model name.
    pub model: Option<String>,
    /// Identifier for the last stored completion from the previous pagination request.
    pub after: Option<String>,
    /// Number of stored completions to retrieve. Defaults to 20.
    ///
    /// Default of the server: `20`.
    pub limit: Option<i32>,
    /// Order of the results by created time (ascending or descending). Default to desc.
    pub order: Option<Order>,
}

impl StoredCompletionListOptions {
    /// Creates options with every field unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::metadata`].
    #[must_use]
    pub fn with_metadata(mut self, metadata: impl Into<String>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }

    /// Sets [`Self::model`].
    #[must_use]
    pub fn with_model(mut self, model: impl Into<String>) -> Self {
        self.model = Some(model.into());
        self
    }

    /// Sets [`Self::after`].
    #[must_use]
    pub fn with_after(mut self, after: impl Into<String>) -> Self {
        self.after = Some(after.into());
        self
    }

    /// Sets [`Self::limit`].
    #[must_use]
    pub fn with_limit(mut self, limit: i32) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Sets [`Self::order`].
    #[must_use]
    pub fn with_order(mut self, order: impl Into<Order>) -> Self {
        self.order = Some(order.into());
        self
    }
}

/// Optional parameters of `StoredCompletion_GetMessages`. Unset fields are not sent.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct StoredCompletionGetMessagesOptions {
    /// Identifier for the last stored completion message from the previous pagination request.
    pub after: Option<String>,
    /// Number of stored completions messages to retrieve. Defaults to 20.
    ///
    /// Default of the server: `20`.
    pub limit: Option<i32>,
    /// Order of the results by message index (ascending or descending). Default to asc.
    pub order: Option<Order>,
}

impl StoredCompletionGetMessagesOptions {
    /// Creates options with every field unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::after`].
    #[must_use]
    pub fn with_after(mut self, after: impl Into<String>) -> Self {
        self.after = Some(after.into());
        self
    }

    /// Sets [`Self::limit`].
    #[must_use]
    pub fn with_limit(mut self, limit: i32) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Sets [`Self::order`].
    #[must_use]
    pub fn with_order(mut self, order: impl Into<Order>) -> Self {
        self.order = Some(order.into());
        self
    }
}

pub(super) const STORED_COMPLETION_LIST: &Operation = &Operation::new(
    "StoredCompletion_List",
    Method::GET,
    "/chat/completions",
);

pub(super) const STORED_COMPLETION_GET: &Operation = &Operation::new(
    "StoredCompletion_Get",
    Method::GET,
    "/chat/completions/{stored-completion-id}",
);

pub(super) const STORED_COMPLETION_UPDATE: &Operation = &Operation::new(
        "StoredCompletion_Update",
        Method::POST,
        "/chat/completions/{stored-completion-id}",
    )
    .idempotent();

pub(super) const STORED_COMPLETION_DELETE: &Operation = &Operation::new(
    "StoredCompletion_Delete",
    Method::DELETE,
    "/chat/completions/{stored-completion-id}",
);

pub(super) const STORED_COMPLETION_GET_MESSAGES: &Operation = &Operation::new(
    "StoredCompletion_GetMessages",
    Method::GET,
    "/chat/completions/{stored-completion-id}/messages",
);

/// Choice.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Choice {
    /// The index of the choice in the list of choices.
    pub index: Option<i32>,
    /// Message.
    pub message: Option<ChoiceMessage>,
    /// The reason the model stopped generating tokens.
    pub finish_reason: Option<String>,
    /// Log probability information for the choice.
    pub logprobs: BTreeMap<String, Logprob>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Choice { "index" => index : optional, "message" => message : optional,
    "finish_reason" => finish_reason : optional, "logprobs" => logprobs : collection, }
);

impl Choice {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            index: None,
            message: None,
            finish_reason: None,
            logprobs: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::index`].
    #[must_use]
    pub fn with_index(mut self, index: i32) -> Self {
        self.index = Some(index);
        self
    }

    /// Sets [`Self::message`].
    #[must_use]
    pub fn with_message(mut self, message: impl Into<ChoiceMessage>) -> Self {
        self.message = Some(message.into());
        self
    }

    /// Sets [`Self::finish_reason`].
    #[must_use]
    pub fn with_finish_reason(mut self, finish_reason: impl Into<String>) -> Self {
        self.finish_reason = Some(finish_reason.into());
        self
    }

    /// Sets [`Self::logprobs`].
    #[must_use]
    pub fn with_logprobs(
        mut self,
        logprobs: impl IntoIterator<Item = (impl Into<String>, impl Into<Logprob>)>,
    ) -> Self {
        self.logprobs = self
            .extra
            .set(
                "logprobs",
                logprobs
                    .into_iter()
                    .map(|(key, value)| (key.into(), value.into()))
                    .collect(),
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

impl Default for Choice {
    fn default() -> Self {
        Self::new()
    }
}

/// Choice message.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChoiceMessage {
    /// The contents of the message.
    pub content: Option<String>,
    /// The role of the entity that is creating the message.
    pub role: Option<String>,
    /// A list of the relevant tool calls.
    pub tool_calls: Vec<ToolCall>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChoiceMessage { "content" => content : optional, "role" => role : optional,
    "tool_calls" => tool_calls : collection, }
);

impl ChoiceMessage {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            content: None,
            role: None,
            tool_calls: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::content`].
    #[must_use]
    pub fn with_content(mut self, content: impl Into<String>) -> Self {
        self.content = Some(content.into());
        self
    }

    /// Sets [`Self::role`].
    #[must_use]
    pub fn with_role(mut self, role: impl Into<String>) -> Self {
        self.role = Some(role.into());
        self
    }

    /// Sets [`Self::tool_calls`].
    #[must_use]
    pub fn with_tool_calls(
        mut self,
        tool_calls: impl IntoIterator<Item = impl Into<ToolCall>>,
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

impl Default for ChoiceMessage {
    fn default() -> Self {
        Self::new()
    }
}

/// Function call function.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FunctionCallFunction {
    /// The name of the function.
    pub name: Option<String>,
    /// The arguments that the model expects you to pass to the function.
    pub arguments: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    FunctionCallFunction { "name" => name : optional, "arguments" => arguments :
    optional, }
);

impl FunctionCallFunction {
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

impl Default for FunctionCallFunction {
    fn default() -> Self {
        Self::new()
    }
}

/// Function definition.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FunctionDefinition {
    /// The parameters the functions accepts, described as a JSON Schema object.
    pub parameters: Option<Value>,
    /// A description of what the function does, used by the model to
    /// choose when and how to call the function.
    pub description: Option<String>,
    /// The name of the function to be called.
    pub name: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    FunctionDefinition { "parameters" => parameters : optional, "description" =>
    description : optional, "name" => name : optional, }
);

impl FunctionDefinition {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            parameters: None,
            description: None,
            name: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::parameters`].
    #[must_use]
    pub fn with_parameters(mut self, parameters: impl Into<Value>) -> Self {
        self.parameters = Some(parameters.into());
        self
    }

    /// Sets [`Self::description`].
    #[must_use]
    pub fn with_description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets [`Self::name`].
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
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

impl Default for FunctionDefinition {
    fn default() -> Self {
        Self::new()
    }
}

/// Input message.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputMessage {
    /// The identity of message.
    pub id: Option<String>,
    /// The role of the entity that is creating the message.
    pub role: Option<String>,
    /// The contents of the message.
    pub content: Option<InputMessageContent>,
    /// An optional name for the participant.
    /// Provides the model information to differentiate between participants of the same role.
    pub name: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    InputMessage { "id" => id : optional, "role" => role : optional, "content" => content
    : optional, "name" => name : optional, }
);

impl InputMessage {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            id: None,
            role: None,
            content: None,
            name: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::id`].
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets [`Self::role`].
    #[must_use]
    pub fn with_role(mut self, role: impl Into<String>) -> Self {
        self.role = Some(role.into());
        self
    }

    /// Sets [`Self::content`].
    #[must_use]
    pub fn with_content(mut self, content: impl Into<InputMessageContent>) -> Self {
        self.content = Some(content.into());
        self
    }

    /// Sets [`Self::name`].
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
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

impl Default for InputMessage {
    fn default() -> Self {
        Self::new()
    }
}

/// Logprob.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Logprob {
    /// The token.
    pub token: Option<String>,
    /// The log probability of this token, if it is within the top 20 most likely tokens.
    /// Otherwise, the value `-9999.0` is used to signify that the token is very unlikely.
    pub logprob: Option<f32>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Logprob { "token" => token : optional, "logprob" => logprob : optional, }
);

impl Logprob {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            token: None,
            logprob: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::token`].
    #[must_use]
    pub fn with_token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(token.into());
        self
    }

    /// Sets [`Self::logprob`].
    #[must_use]
    pub fn with_logprob(mut self, logprob: f32) -> Self {
        self.logprob = Some(logprob);
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

impl Default for Logprob {
    fn default() -> Self {
        Self::new()
    }
}

/// Stored completion.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StoredCompletion {
    /// The identity of stored completion.
    pub id: String,
    /// ID of the model to use.
    pub model: Option<String>,
    /// The Unix timestamp (in seconds) of when the chat completion was created.
    pub created: Option<Timestamp>,
    /// An unique identifier for the OpenAI API request. Please include this request ID when contacting support.
    pub request_id: Option<String>,
    /// Controls which (if any) tool is called by the model.
    pub tool_choice: Option<StoredToolChoice>,
    /// Usage.
    pub usage: Option<Usage>,
    /// If specified, our system will make a best effort to sample
    /// deterministically, such that repeated requests with the same `seed`
    /// and parameters should return the same result.
    ///
    /// Determinism is not guaranteed, and you should refer to the
    /// `system_fingerprint` response parameter to monitor changes in the
    /// backend.
    pub seed: Option<i64>,
    /// An alternative to sampling with temperature, called nucleus sampling,
    /// where the model considers the results of the tokens with top_p probability mass.
    /// So 0.1 means only the tokens comprising the top 10% probability mass are considered.
    ///
    /// We generally recommend altering this or `temperature` but not both.
    pub top_p: Option<f32>,
    /// What sampling temperature to use, between 0 and 2. Higher values
    /// like 0.8 will make the output more random, while lower values like
    /// 0.2 will make it more focused and deterministic.
    ///
    /// We generally recommend altering this or `top_p` but not both.
    pub temperature: Option<f32>,
    /// Number between -2.0 and 2.0. Positive values penalize new tokens based on
    /// whether they appear in the text so far, increasing the model's likelihood to talk about new topics.
    pub presence_penalty: Option<f32>,
    /// Number between -2.0 and 2.0. Positive values penalize new tokens based on
    /// their existing frequency in the text so far, decreasing the model's
    /// likelihood to repeat the same line verbatim.
    pub frequency_penalty: Option<f32>,
    /// This fingerprint represents the backend configuration that the model runs with.
    ///
    /// Can be used in conjunction with the `seed` request parameter to
    /// understand when backend changes have been made that might impact determinism.
    pub system_fingerprint: Option<String>,
    /// The input user for this request.
    pub input_user: Option<String>,
    /// Specifies the latency tier to use for processing the request.
    pub service_tier: Option<String>,
    /// A list of tools the model may call. Currently, only functions are
    /// supported as a tool. Use this to provide a list of functions the
    /// model may generate JSON inputs for. A max of 128 functions are supported.
    pub tools: Vec<Tool>,
    /// Arbitrary key-value pairs for additional information.
    pub metadata: BTreeMap<String, String>,
    /// A list of chat completion choices. Can be more than one if `n` is greater than 1.
    pub choices: Vec<Choice>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    StoredCompletion, response { "id" => id : required, "model" => model : optional,
    "created" => created : optional, "request_id" => request_id : optional, "tool_choice"
    => tool_choice : optional, "usage" => usage : optional, "seed" => seed : optional,
    "top_p" => top_p : optional, "temperature" => temperature : optional,
    "presence_penalty" => presence_penalty : optional, "frequency_penalty" =>
    frequency_penalty : optional, "system_fingerprint" => system_fingerprint : optional,
    "input_user" => input_user : optional, "service_tier" => service_tier : optional,
    "tools" => tools : collection, "metadata" => metadata : collection, "choices" =>
    choices : collection, }
);

impl StoredCompletion {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            id: Default::default(),
            model: None,
            created: None,
            request_id: None,
            tool_choice: None,
            usage: None,
            seed: None,
            top_p: None,
            temperature: None,
            presence_penalty: None,
            frequency_penalty: None,
            system_fingerprint: None,
            input_user: None,
            service_tier: None,
            tools: Default::default(),
            metadata: Default::default(),
            choices: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::id`].
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::model`].
    #[must_use]
    pub fn with_model(mut self, model: impl Into<String>) -> Self {
        self.model = Some(model.into());
        self
    }

    /// Sets [`Self::created`].
    #[must_use]
    pub fn with_created(mut self, created: impl Into<Timestamp>) -> Self {
        self.created = Some(created.into());
        self
    }

    /// Sets [`Self::request_id`].
    #[must_use]
    pub fn with_request_id(mut self, request_id: impl Into<String>) -> Self {
        self.request_id = Some(request_id.into());
        self
    }

    /// Sets [`Self::tool_choice`].
    #[must_use]
    pub fn with_tool_choice(mut self, tool_choice: impl Into<StoredToolChoice>) -> Self {
        self.tool_choice = Some(tool_choice.into());
        self
    }

    /// Sets [`Self::usage`].
    #[must_use]
    pub fn with_usage(mut self, usage: impl Into<Usage>) -> Self {
        self.usage = Some(usage.into());
        self
    }

    /// Sets [`Self::seed`].
    #[must_use]
    pub fn with_seed(mut self, seed: i64) -> Self {
        self.seed = Some(seed);
        self
    }

    /// Sets [`Self::top_p`].
    #[must_use]
    pub fn with_top_p(mut self, top_p: f32) -> Self {
        self.top_p = Some(top_p);
        self
    }

    /// Sets [`Self::temperature`].
    #[must_use]
    pub fn with_temperature(mut self, temperature: f32) -> Self {
        self.temperature = Some(temperature);
        self
    }

    /// Sets [`Self::presence_penalty`].
    #[must_use]
    pub fn with_presence_penalty(mut self, presence_penalty: f32) -> Self {
        self.presence_penalty = Some(presence_penalty);
        self
    }

    /// Sets [`Self::frequency_penalty`].
    #[must_use]
    pub fn with_frequency_penalty(mut self, frequency_penalty: f32) -> Self {
        self.frequency_penalty = Some(frequency_penalty);
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

    /// Sets [`Self::input_user`].
    #[must_use]
    pub fn with_input_user(mut self, input_user: impl Into<String>) -> Self {
        self.input_user = Some(input_user.into());
        self
    }

    /// Sets [`Self::service_tier`].
    #[must_use]
    pub fn with_service_tier(mut self, service_tier: impl Into<String>) -> Self {
        self.service_tier = Some(service_tier.into());
        self
    }

    /// Sets [`Self::tools`].
    #[must_use]
    pub fn with_tools(
        mut self,
        tools: impl IntoIterator<Item = impl Into<Tool>>,
    ) -> Self {
        self.tools = self
            .extra
            .set("tools", tools.into_iter().map(Into::into).collect());
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

    /// Sets [`Self::choices`].
    #[must_use]
    pub fn with_choices(
        mut self,
        choices: impl IntoIterator<Item = impl Into<Choice>>,
    ) -> Self {
        self.choices = self
            .extra
            .set("choices", choices.into_iter().map(Into::into).collect());
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

impl Default for StoredCompletion {
    fn default() -> Self {
        Self::new()
    }
}

/// Stored completion delete.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StoredCompletionDelete {
    /// If the stored completion was deleted.
    ///
    /// Not empty.
    pub object: String,
    /// The stored completion id that was deleted.
    pub id: Option<String>,
    /// A value indicating whether gets if the stored completion was deleted.
    pub deleted: Option<bool>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    StoredCompletionDelete, response { "object" => object : required, "id" => id :
    optional, "deleted" => deleted : optional, }
);

impl StoredCompletionDelete {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            object: Default::default(),
            id: None,
            deleted: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::object`].
    #[must_use]
    pub fn with_object(mut self, object: impl Into<String>) -> Self {
        self.object = object.into();
        self
    }

    /// Sets [`Self::id`].
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets [`Self::deleted`].
    #[must_use]
    pub fn with_deleted(mut self, deleted: bool) -> Self {
        self.deleted = Some(deleted);
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

impl Default for StoredCompletionDelete {
    fn default() -> Self {
        Self::new()
    }
}

/// Stored completion list.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StoredCompletionList {
    /// The object type, which is always `list`
    pub object: Option<String>,
    /// The list of retrieved objects.
    pub data: Vec<StoredCompletion>,
    /// Total number of items.
    pub total: Option<i64>,
    /// The first id in the retrieved `list`
    pub first_id: Option<String>,
    /// The last id in the retrieved `list`
    pub last_id: Option<String>,
    /// The `has_more` property is used for pagination to indicate there are additional results.
    pub has_more: Option<bool>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    StoredCompletionList, response { "object" => object : optional, "data" => data :
    required, "total" => total : optional, "first_id" => first_id : optional, "last_id"
    => last_id : optional, "has_more" => has_more : optional, }
);

impl StoredCompletionList {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            object: None,
            data: Default::default(),
            total: None,
            first_id: None,
            last_id: None,
            has_more: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::object`].
    #[must_use]
    pub fn with_object(mut self, object: impl Into<String>) -> Self {
        self.object = Some(object.into());
        self
    }

    /// Sets [`Self::data`].
    #[must_use]
    pub fn with_data(
        mut self,
        data: impl IntoIterator<Item = impl Into<StoredCompletion>>,
    ) -> Self {
        self.data = data.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::total`].
    #[must_use]
    pub fn with_total(mut self, total: i64) -> Self {
        self.total = Some(total);
        self
    }

    /// Sets [`Self::first_id`].
    #[must_use]
    pub fn with_first_id(mut self, first_id: impl Into<String>) -> Self {
        self.first_id = Some(first_id.into());
        self
    }

    /// Sets [`Self::last_id`].
    #[must_use]
    pub fn with_last_id(mut self, last_id: impl Into<String>) -> Self {
        self.last_id = Some(last_id.into());
        self
    }

    /// Sets [`Self::has_more`].
    #[must_use]
    pub fn with_has_more(mut self, has_more: bool) -> Self {
        self.has_more = Some(has_more);
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

impl Default for StoredCompletionList {
    fn default() -> Self {
        Self::new()
    }
}

/// Stored completion messages.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StoredCompletionMessages {
    /// The object type, which is always `list`
    pub object: Option<String>,
    /// The list of retrieved objects.
    pub data: Vec<InputMessage>,
    /// Total number of items.
    pub total: Option<i64>,
    /// The first id in the retrieved `list`
    pub first_id: Option<String>,
    /// The last id in the retrieved `list`
    pub last_id: Option<String>,
    /// The `has_more` property is used for pagination to indicate there are additional results.
    pub has_more: Option<bool>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    StoredCompletionMessages, response { "object" => object : optional, "data" => data :
    required, "total" => total : optional, "first_id" => first_id : optional, "last_id"
    => last_id : optional, "has_more" => has_more : optional, }
);

impl StoredCompletionMessages {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            object: None,
            data: Default::default(),
            total: None,
            first_id: None,
            last_id: None,
            has_more: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::object`].
    #[must_use]
    pub fn with_object(mut self, object: impl Into<String>) -> Self {
        self.object = Some(object.into());
        self
    }

    /// Sets [`Self::data`].
    #[must_use]
    pub fn with_data(
        mut self,
        data: impl IntoIterator<Item = impl Into<InputMessage>>,
    ) -> Self {
        self.data = data.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::total`].
    #[must_use]
    pub fn with_total(mut self, total: i64) -> Self {
        self.total = Some(total);
        self
    }

    /// Sets [`Self::first_id`].
    #[must_use]
    pub fn with_first_id(mut self, first_id: impl Into<String>) -> Self {
        self.first_id = Some(first_id.into());
        self
    }

    /// Sets [`Self::last_id`].
    #[must_use]
    pub fn with_last_id(mut self, last_id: impl Into<String>) -> Self {
        self.last_id = Some(last_id.into());
        self
    }

    /// Sets [`Self::has_more`].
    #[must_use]
    pub fn with_has_more(mut self, has_more: bool) -> Self {
        self.has_more = Some(has_more);
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

impl Default for StoredCompletionMessages {
    fn default() -> Self {
        Self::new()
    }
}

/// Stored completion response.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StoredCompletionResponse {
    /// The identity of stored completion.
    pub id: String,
    /// ID of the model to use.
    pub model: Option<String>,
    /// The Unix timestamp (in seconds) of when the chat completion was created.
    pub created: Option<Timestamp>,
    /// An unique identifier for the OpenAI API request. Please include this request ID when contacting support.
    pub request_id: Option<String>,
    /// Controls which (if any) tool is called by the model.
    pub tool_choice: Option<StoredToolChoice>,
    /// Usage.
    pub usage: Option<Usage>,
    /// If specified, our system will make a best effort to sample
    /// deterministically, such that repeated requests with the same `seed`
    /// and parameters should return the same result.
    ///
    /// Determinism is not guaranteed, and you should refer to the
    /// `system_fingerprint` response parameter to monitor changes in the
    /// backend.
    pub seed: Option<i64>,
    /// An alternative to sampling with temperature, called nucleus sampling,
    /// where the model considers the results of the tokens with top_p probability mass.
    /// So 0.1 means only the tokens comprising the top 10% probability mass are considered.
    ///
    /// We generally recommend altering this or `temperature` but not both.
    pub top_p: Option<f32>,
    /// What sampling temperature to use, between 0 and 2. Higher values
    /// like 0.8 will make the output more random, while lower values like
    /// 0.2 will make it more focused and deterministic.
    ///
    /// We generally recommend altering this or `top_p` but not both.
    pub temperature: Option<f32>,
    /// Number between -2.0 and 2.0. Positive values penalize new tokens based on
    /// whether they appear in the text so far, increasing the model's likelihood to talk about new topics.
    pub presence_penalty: Option<f32>,
    /// Number between -2.0 and 2.0. Positive values penalize new tokens based on
    /// their existing frequency in the text so far, decreasing the model's
    /// likelihood to repeat the same line verbatim.
    pub frequency_penalty: Option<f32>,
    /// This fingerprint represents the backend configuration that the model runs with.
    ///
    /// Can be used in conjunction with the `seed` request parameter to
    /// understand when backend changes have been made that might impact determinism.
    pub system_fingerprint: Option<String>,
    /// The input user for this request.
    pub input_user: Option<String>,
    /// Specifies the latency tier to use for processing the request.
    pub service_tier: Option<String>,
    /// A list of tools the model may call. Currently, only functions are
    /// supported as a tool. Use this to provide a list of functions the
    /// model may generate JSON inputs for. A max of 128 functions are supported.
    pub tools: Vec<Tool>,
    /// Arbitrary key-value pairs for additional information.
    pub metadata: BTreeMap<String, String>,
    /// A list of chat completion choices. Can be more than one if `n` is greater than 1.
    pub choices: Vec<Choice>,
    /// The type of this object.
    ///
    /// Set by the service.
    pub object: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    StoredCompletionResponse, response { "id" => id : required, "model" => model :
    optional, "created" => created : optional, "request_id" => request_id : optional,
    "tool_choice" => tool_choice : optional, "usage" => usage : optional, "seed" => seed
    : optional, "top_p" => top_p : optional, "temperature" => temperature : optional,
    "presence_penalty" => presence_penalty : optional, "frequency_penalty" =>
    frequency_penalty : optional, "system_fingerprint" => system_fingerprint : optional,
    "input_user" => input_user : optional, "service_tier" => service_tier : optional,
    "tools" => tools : collection, "metadata" => metadata : collection, "choices" =>
    choices : collection, "object" => object : optional, }
);

impl StoredCompletionResponse {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            id: Default::default(),
            model: None,
            created: None,
            request_id: None,
            tool_choice: None,
            usage: None,
            seed: None,
            top_p: None,
            temperature: None,
            presence_penalty: None,
            frequency_penalty: None,
            system_fingerprint: None,
            input_user: None,
            service_tier: None,
            tools: Default::default(),
            metadata: Default::default(),
            choices: Default::default(),
            object: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::id`].
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::model`].
    #[must_use]
    pub fn with_model(mut self, model: impl Into<String>) -> Self {
        self.model = Some(model.into());
        self
    }

    /// Sets [`Self::created`].
    #[must_use]
    pub fn with_created(mut self, created: impl Into<Timestamp>) -> Self {
        self.created = Some(created.into());
        self
    }

    /// Sets [`Self::request_id`].
    #[must_use]
    pub fn with_request_id(mut self, request_id: impl Into<String>) -> Self {
        self.request_id = Some(request_id.into());
        self
    }

    /// Sets [`Self::tool_choice`].
    #[must_use]
    pub fn with_tool_choice(mut self, tool_choice: impl Into<StoredToolChoice>) -> Self {
        self.tool_choice = Some(tool_choice.into());
        self
    }

    /// Sets [`Self::usage`].
    #[must_use]
    pub fn with_usage(mut self, usage: impl Into<Usage>) -> Self {
        self.usage = Some(usage.into());
        self
    }

    /// Sets [`Self::seed`].
    #[must_use]
    pub fn with_seed(mut self, seed: i64) -> Self {
        self.seed = Some(seed);
        self
    }

    /// Sets [`Self::top_p`].
    #[must_use]
    pub fn with_top_p(mut self, top_p: f32) -> Self {
        self.top_p = Some(top_p);
        self
    }

    /// Sets [`Self::temperature`].
    #[must_use]
    pub fn with_temperature(mut self, temperature: f32) -> Self {
        self.temperature = Some(temperature);
        self
    }

    /// Sets [`Self::presence_penalty`].
    #[must_use]
    pub fn with_presence_penalty(mut self, presence_penalty: f32) -> Self {
        self.presence_penalty = Some(presence_penalty);
        self
    }

    /// Sets [`Self::frequency_penalty`].
    #[must_use]
    pub fn with_frequency_penalty(mut self, frequency_penalty: f32) -> Self {
        self.frequency_penalty = Some(frequency_penalty);
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

    /// Sets [`Self::input_user`].
    #[must_use]
    pub fn with_input_user(mut self, input_user: impl Into<String>) -> Self {
        self.input_user = Some(input_user.into());
        self
    }

    /// Sets [`Self::service_tier`].
    #[must_use]
    pub fn with_service_tier(mut self, service_tier: impl Into<String>) -> Self {
        self.service_tier = Some(service_tier.into());
        self
    }

    /// Sets [`Self::tools`].
    #[must_use]
    pub fn with_tools(
        mut self,
        tools: impl IntoIterator<Item = impl Into<Tool>>,
    ) -> Self {
        self.tools = self
            .extra
            .set("tools", tools.into_iter().map(Into::into).collect());
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

    /// Sets [`Self::choices`].
    #[must_use]
    pub fn with_choices(
        mut self,
        choices: impl IntoIterator<Item = impl Into<Choice>>,
    ) -> Self {
        self.choices = self
            .extra
            .set("choices", choices.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::object`].
    #[must_use]
    pub fn with_object(mut self, object: impl Into<String>) -> Self {
        self.object = Some(object.into());
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

impl Default for StoredCompletionResponse {
    fn default() -> Self {
        Self::new()
    }
}

/// Tool.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Tool {
    /// The type of tool call. This is always going to be `function` for this type of tool call.
    ///
    /// Serialized as `type`.
    pub type_: Option<String>,
    /// Function.
    pub function: Option<FunctionDefinition>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Tool { "type" => type_ : optional, "function" => function : optional, }
);

impl Tool {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            type_: None,
            function: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::type_`].
    #[must_use]
    pub fn with_type(mut self, type_: impl Into<String>) -> Self {
        self.type_ = Some(type_.into());
        self
    }

    /// Sets [`Self::function`].
    #[must_use]
    pub fn with_function(mut self, function: impl Into<FunctionDefinition>) -> Self {
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

impl Default for Tool {
    fn default() -> Self {
        Self::new()
    }
}

/// Tool call.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ToolCall {
    /// The type of tool call the output is required for. For now, this is always `function`.
    ///
    /// Serialized as `type`.
    pub type_: Option<String>,
    /// Function.
    pub function: Option<FunctionCallFunction>,
    /// The ID of the tool call.
    pub id: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ToolCall { "type" => type_ : optional, "function" => function : optional, "id" => id
    : optional, }
);

impl ToolCall {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            type_: None,
            function: None,
            id: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::type_`].
    #[must_use]
    pub fn with_type(mut self, type_: impl Into<String>) -> Self {
        self.type_ = Some(type_.into());
        self
    }

    /// Sets [`Self::function`].
    #[must_use]
    pub fn with_function(mut self, function: impl Into<FunctionCallFunction>) -> Self {
        self.function = Some(function.into());
        self
    }

    /// Sets [`Self::id`].
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
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

impl Default for ToolCall {
    fn default() -> Self {
        Self::new()
    }
}

/// Update stored completion request.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateStoredCompletionRequest {
    /// Arbitrary key-value pairs for additional information.
    pub metadata: Option<BTreeMap<String, String>>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    UpdateStoredCompletionRequest, sent { "metadata" => metadata : optional, }
);

impl UpdateStoredCompletionRequest {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            metadata: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::metadata`].
    #[must_use]
    pub fn with_metadata(
        mut self,
        metadata: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.metadata = Some(
            metadata.into_iter().map(|(key, value)| (key.into(), value.into())).collect(),
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

impl Default for UpdateStoredCompletionRequest {
    fn default() -> Self {
        Self::new()
    }
}

/// Usage.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Usage {
    /// Total number of tokens used in the request (prompt + completion).
    pub total_tokens: Option<i32>,
    /// Number of tokens in the generated completion.
    pub completion_tokens: Option<i32>,
    /// Number of tokens in the prompt.
    pub prompt_tokens: Option<i32>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Usage { "total_tokens" => total_tokens : optional, "completion_tokens" =>
    completion_tokens : optional, "prompt_tokens" => prompt_tokens : optional, }
);

impl Usage {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            total_tokens: None,
            completion_tokens: None,
            prompt_tokens: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::total_tokens`].
    #[must_use]
    pub fn with_total_tokens(mut self, total_tokens: i32) -> Self {
        self.total_tokens = Some(total_tokens);
        self
    }

    /// Sets [`Self::completion_tokens`].
    #[must_use]
    pub fn with_completion_tokens(mut self, completion_tokens: i32) -> Self {
        self.completion_tokens = Some(completion_tokens);
        self
    }

    /// Sets [`Self::prompt_tokens`].
    #[must_use]
    pub fn with_prompt_tokens(mut self, prompt_tokens: i32) -> Self {
        self.prompt_tokens = Some(prompt_tokens);
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

impl Default for Usage {
    fn default() -> Self {
        Self::new()
    }
}

/// The contents of the message.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum InputMessageContent {
    /// String.
    String(String),
    /// Parts.
    Parts(Vec<Value>),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(
    InputMessageContent { String(String), Parts(Vec < Value >), }
);

impl From<String> for InputMessageContent {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for InputMessageContent {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<Vec<Value>> for InputMessageContent {
    fn from(value: Vec<Value>) -> Self {
        Self::Parts(value)
    }
}

impl<const N: usize> From<[Value; N]> for InputMessageContent {
    fn from(value: [Value; N]) -> Self {
        Self::Parts(value.into())
    }
}

/// Controls which (if any) tool is called by the model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum StoredToolChoice {
    /// String.
    String(String),
    /// Object.
    Object(serde_json::Map<String, Value>),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(
    StoredToolChoice { String(String), Object(serde_json::Map < String, Value >), }
);

impl From<String> for StoredToolChoice {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for StoredToolChoice {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<serde_json::Map<String, Value>> for StoredToolChoice {
    fn from(value: serde_json::Map<String, Value>) -> Self {
        Self::Object(value)
    }
}
