// Made by `cargo xtask codegen` from specs/inference/openapi.yaml: Microsoft Azure Azure OpenAI Service API 2024-06-01.
// Do not edit: change the overlay or the generator, and run it again.

//! `Completions`: Operations for text completions.

use azure_openai_core::{
    ContentFilterResults, Events, Extra, Json, Method, Operation, Pipeline, Request,
    RequestBuilder, Timestamp, Value,
};
use std::collections::BTreeMap;
use super::shared::{ChatCompletionStreamOptions, PromptFilterResult, Usage};

/// Operations for text completions.
#[derive(Clone, Debug)]
pub struct CompletionsClient {
    pub(super) pipeline: Pipeline,
}

impl CompletionsClient {
    /// Creates a completion for the provided prompt and parameters.
    ///
    /// `Completions_Create`: `POST /deployments/{deployment-id}/completions`.
    ///
    /// # Arguments
    /// - `deployment_id`: The deployment ID of the model to use for this request.
    /// - `request`: Request body for creating a text completion.
    pub fn create(
        &self,
        deployment_id: impl AsRef<str>,
        request: &CreateCompletionRequest,
    ) -> RequestBuilder<Json<CreateCompletionResponse>> {
        fn encode(call: Request, request: &CreateCompletionRequest) -> Request {
            call.json(request)
        }
        let call = encode(
            Request::new(COMPLETIONS_CREATE)
                .path("deployment-id", deployment_id.as_ref()),
            request,
        );
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Creates a completion for the provided prompt and parameters.
    ///
    /// The response is a stream of events: `stream` is sent as `true`.
    ///
    /// `Completions_Create`: `POST /deployments/{deployment-id}/completions`.
    ///
    /// # Arguments
    /// - `deployment_id`: The deployment ID of the model to use for this request.
    /// - `request`: Request body for creating a text completion.
    pub fn create_stream(
        &self,
        deployment_id: impl AsRef<str>,
        request: &CreateCompletionRequest,
    ) -> RequestBuilder<Events<CreateCompletionResponse>> {
        fn encode(call: Request, request: &CreateCompletionRequest) -> Request {
            call.json_with(request, &[("stream", Value::Bool(true))])
        }
        let call = encode(
            Request::new(COMPLETIONS_CREATE)
                .path("deployment-id", deployment_id.as_ref()),
            request,
        );
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const COMPLETIONS_CREATE: &Operation = &Operation::new(
        "Completions_Create",
        Method::POST,
        "/deployments/{deployment-id}/completions",
    )
    .with_newer_fields(&[("stream_options", "2024-09-01-preview")]);

/// Request body for creating a text completion.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateCompletionRequest {
    /// The prompt(s) to generate completions for.
    pub prompt: CompletionPrompt,
    /// The maximum number of tokens that can be generated.
    ///
    /// Default of the server: `16`.
    pub max_tokens: Option<i64>,
    /// Sampling temperature to use.
    ///
    /// Default of the server: `1`.
    ///
    /// Range: 0 to 2.
    pub temperature: Option<f64>,
    /// Nucleus sampling parameter.
    ///
    /// Default of the server: `1`.
    ///
    /// Range: 0 to 1.
    pub top_p: Option<f64>,
    /// How many completions to generate for each prompt.
    ///
    /// Default of the server: `1`.
    ///
    /// Range: 1 to 128.
    pub n: Option<i64>,
    /// Up to 4 sequences where the API will stop generating further tokens.
    pub stop: Option<CompletionStop>,
    /// Penalizes new tokens based on whether they appear in the text so far.
    ///
    /// Default of the server: `0`.
    ///
    /// Range: -2 to 2.
    pub presence_penalty: Option<f64>,
    /// Penalizes new tokens based on their existing frequency in the text.
    ///
    /// Default of the server: `0`.
    ///
    /// Range: -2 to 2.
    pub frequency_penalty: Option<f64>,
    /// A unique identifier representing your end-user.
    pub user: Option<String>,
    /// How many of the most likely tokens to return at each place.
    ///
    /// Range: 0 to 5.
    pub logprobs: Option<i64>,
    /// A bias for each token, by token ID, from -100 to 100.
    pub logit_bias: BTreeMap<String, i64>,
    /// Since api-version 2024-09-01-preview.
    pub stream_options: Option<ChatCompletionStreamOptions>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    CreateCompletionRequest, sent { "prompt" => prompt : required, "max_tokens" =>
    max_tokens : optional, "temperature" => temperature : optional, "top_p" => top_p :
    optional, "n" => n : optional, "stop" => stop : optional, "presence_penalty" =>
    presence_penalty : optional, "frequency_penalty" => frequency_penalty : optional,
    "user" => user : optional, "logprobs" => logprobs : optional, "logit_bias" =>
    logit_bias : collection, "stream_options" => stream_options : optional, }
);

impl CreateCompletionRequest {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(prompt: impl Into<CompletionPrompt>) -> Self {
        Self {
            prompt: prompt.into(),
            max_tokens: None,
            temperature: None,
            top_p: None,
            n: None,
            stop: None,
            presence_penalty: None,
            frequency_penalty: None,
            user: None,
            logprobs: None,
            logit_bias: Default::default(),
            stream_options: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::max_tokens`].
    #[must_use]
    pub fn with_max_tokens(mut self, max_tokens: i64) -> Self {
        self.max_tokens = Some(max_tokens);
        self
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
    pub fn with_stop(mut self, stop: impl Into<CompletionStop>) -> Self {
        self.stop = Some(stop.into());
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

    /// Sets [`Self::user`].
    #[must_use]
    pub fn with_user(mut self, user: impl Into<String>) -> Self {
        self.user = Some(user.into());
        self
    }

    /// Sets [`Self::logprobs`].
    #[must_use]
    pub fn with_logprobs(mut self, logprobs: i64) -> Self {
        self.logprobs = Some(logprobs);
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

    /// Sets [`Self::stream_options`].
    #[must_use]
    pub fn with_stream_options(
        mut self,
        stream_options: impl Into<ChatCompletionStreamOptions>,
    ) -> Self {
        self.stream_options = Some(stream_options.into());
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

/// Represents a completion response from the API.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateCompletionResponse {
    /// A unique identifier for the completion.
    pub id: String,
    /// The object type.
    ///
    /// Always `text_completion`.
    pub object: String,
    /// The Unix timestamp of when the completion was created.
    pub created: Option<Timestamp>,
    /// The model used for completion.
    pub model: String,
    /// The list of completion choices.
    pub choices: Vec<CompletionChoice>,
    /// Usage statistics for the API call.
    pub usage: Option<Usage>,
    /// What the content filter found in the prompts.
    pub prompt_filter_results: Vec<PromptFilterResult>,
    /// The name of `prompt_filter_results` in older responses.
    pub prompt_annotations: Vec<PromptFilterResult>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    CreateCompletionResponse, response { "id" => id : required, "object" => object :
    constant("text_completion"), "created" => created : optional, "model" => model :
    required, "choices" => choices : required, "usage" => usage : optional,
    "prompt_filter_results" => prompt_filter_results : collection, "prompt_annotations"
    => prompt_annotations : collection, }
);

impl CreateCompletionResponse {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            id: Default::default(),
            object: "text_completion".into(),
            created: None,
            model: Default::default(),
            choices: Default::default(),
            usage: None,
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
        choices: impl IntoIterator<Item = impl Into<CompletionChoice>>,
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

impl Default for CreateCompletionResponse {
    fn default() -> Self {
        Self::new()
    }
}

/// Log probabilities of a choice, by token.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CompletionLogprobs {
    /// The tokens.
    pub tokens: Vec<String>,
    /// The log probability of each token; null for the first of an echoed prompt.
    pub token_logprobs: Vec<Option<f64>>,
    /// The most likely tokens at each place, with their log probabilities.
    pub top_logprobs: Vec<Option<BTreeMap<String, Option<f64>>>>,
    /// Where each token begins in the text, in characters.
    pub text_offset: Vec<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    CompletionLogprobs { "tokens" => tokens : collection, "token_logprobs" =>
    token_logprobs : collection, "top_logprobs" => top_logprobs : collection,
    "text_offset" => text_offset : collection, }
);

impl CompletionLogprobs {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            tokens: Default::default(),
            token_logprobs: Default::default(),
            top_logprobs: Default::default(),
            text_offset: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::tokens`].
    #[must_use]
    pub fn with_tokens(
        mut self,
        tokens: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.tokens = self
            .extra
            .set("tokens", tokens.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::token_logprobs`].
    #[must_use]
    pub fn with_token_logprobs(
        mut self,
        token_logprobs: impl IntoIterator<Item = impl Into<Option<f64>>>,
    ) -> Self {
        self.token_logprobs = self
            .extra
            .set("token_logprobs", token_logprobs.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::top_logprobs`].
    #[must_use]
    pub fn with_top_logprobs(
        mut self,
        top_logprobs: impl IntoIterator<
            Item = impl Into<Option<BTreeMap<String, Option<f64>>>>,
        >,
    ) -> Self {
        self.top_logprobs = self
            .extra
            .set("top_logprobs", top_logprobs.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::text_offset`].
    #[must_use]
    pub fn with_text_offset(
        mut self,
        text_offset: impl IntoIterator<Item = impl Into<i64>>,
    ) -> Self {
        self.text_offset = self
            .extra
            .set("text_offset", text_offset.into_iter().map(Into::into).collect());
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

impl Default for CompletionLogprobs {
    fn default() -> Self {
        Self::new()
    }
}

/// The prompt(s) to generate completions for.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum CompletionPrompt {
    /// String.
    String(String),
    /// String list.
    StringList(Vec<String>),
    /// Tokens.
    Tokens(Vec<i64>),
    /// Token lists.
    TokenLists(Vec<Vec<i64>>),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(
    CompletionPrompt { String(String), StringList(Vec < String >), Tokens(Vec < i64 >),
    TokenLists(Vec < Vec < i64 > >), }
);

impl From<String> for CompletionPrompt {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for CompletionPrompt {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<Vec<String>> for CompletionPrompt {
    fn from(value: Vec<String>) -> Self {
        Self::StringList(value)
    }
}

impl From<Vec<&str>> for CompletionPrompt {
    fn from(value: Vec<&str>) -> Self {
        Self::StringList(value.into_iter().map(str::to_owned).collect())
    }
}

impl<const N: usize> From<[&str; N]> for CompletionPrompt {
    fn from(value: [&str; N]) -> Self {
        Self::StringList(value.into_iter().map(str::to_owned).collect())
    }
}

impl From<Vec<i64>> for CompletionPrompt {
    fn from(value: Vec<i64>) -> Self {
        Self::Tokens(value)
    }
}

impl<const N: usize> From<[i64; N]> for CompletionPrompt {
    fn from(value: [i64; N]) -> Self {
        Self::Tokens(value.into())
    }
}

impl From<Vec<Vec<i64>>> for CompletionPrompt {
    fn from(value: Vec<Vec<i64>>) -> Self {
        Self::TokenLists(value)
    }
}

impl<const N: usize> From<[Vec<i64>; N]> for CompletionPrompt {
    fn from(value: [Vec<i64>; N]) -> Self {
        Self::TokenLists(value.into())
    }
}

/// Up to 4 sequences where the API will stop generating further tokens.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum CompletionStop {
    /// String.
    String(String),
    /// At most 4 items.
    StringList(Vec<String>),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(
    CompletionStop { String(String), StringList(Vec < String >), }
);

impl From<String> for CompletionStop {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for CompletionStop {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<Vec<String>> for CompletionStop {
    fn from(value: Vec<String>) -> Self {
        Self::StringList(value)
    }
}

impl From<Vec<&str>> for CompletionStop {
    fn from(value: Vec<&str>) -> Self {
        Self::StringList(value.into_iter().map(str::to_owned).collect())
    }
}

impl<const N: usize> From<[&str; N]> for CompletionStop {
    fn from(value: [&str; N]) -> Self {
        Self::StringList(value.into_iter().map(str::to_owned).collect())
    }
}

/// The reason the model stopped generating tokens.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum CompletionFinishReason {
    /// Serialized as `stop`.
    Stop,
    /// Serialized as `length`.
    Length,
    /// Serialized as `content_filter`.
    ContentFilter,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    CompletionFinishReason { Stop = "stop", Length = "length", ContentFilter =
    "content_filter", }
);

/// Completion choice.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CompletionChoice {
    /// The generated text.
    pub text: Option<String>,
    /// The index of the choice.
    pub index: Option<i64>,
    /// The reason the model stopped generating tokens.
    pub finish_reason: Option<CompletionFinishReason>,
    /// What the content filter found, by category. Empty where the filter did not run.
    pub content_filter_results: Option<ContentFilterResults>,
    /// Log probabilities of a choice, by token.
    pub logprobs: Option<CompletionLogprobs>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    CompletionChoice { "text" => text : optional, "index" => index : optional,
    "finish_reason" => finish_reason : optional, "content_filter_results" =>
    content_filter_results : optional, "logprobs" => logprobs : optional, }
);

impl CompletionChoice {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            text: None,
            index: None,
            finish_reason: None,
            content_filter_results: None,
            logprobs: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::text`].
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// Sets [`Self::index`].
    #[must_use]
    pub fn with_index(mut self, index: i64) -> Self {
        self.index = Some(index);
        self
    }

    /// Sets [`Self::finish_reason`].
    #[must_use]
    pub fn with_finish_reason(
        mut self,
        finish_reason: impl Into<CompletionFinishReason>,
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
    pub fn with_logprobs(mut self, logprobs: impl Into<CompletionLogprobs>) -> Self {
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

impl Default for CompletionChoice {
    fn default() -> Self {
        Self::new()
    }
}
