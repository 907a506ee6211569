// Made by `cargo xtask codegen` from specs/inference/openapi.yaml: Microsoft Azure Azure OpenAI Service API 2024-06-01.
// Do not edit: change the overlay or the generator, and run it again.

//! Types that several groups of operations use.

use azure_openai_core::{ContentFilterResults, Extra, Value};

/// Usage statistics for the API call.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Usage {
    /// Number of tokens in the prompt.
    pub prompt_tokens: i64,
    /// Number of tokens in the generated completion.
    pub completion_tokens: Option<i64>,
    /// Total number of tokens used in the request.
    pub total_tokens: i64,
    /// The tokens of the prompt by kind.
    pub prompt_tokens_details: Option<PromptTokensDetails>,
    /// The generated tokens by kind.
    pub completion_tokens_details: Option<CompletionTokensDetails>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Usage { "prompt_tokens" => prompt_tokens : required, "completion_tokens" =>
    completion_tokens : optional, "total_tokens" => total_tokens : required,
    "prompt_tokens_details" => prompt_tokens_details : optional,
    "completion_tokens_details" => completion_tokens_details : optional, }
);

impl Usage {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            prompt_tokens: Default::default(),
            completion_tokens: None,
            total_tokens: Default::default(),
            prompt_tokens_details: None,
            completion_tokens_details: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::prompt_tokens`].
    #[must_use]
    pub fn with_prompt_tokens(mut self, prompt_tokens: i64) -> Self {
        self.prompt_tokens = prompt_tokens;
        self
    }

    /// Sets [`Self::completion_tokens`].
    #[must_use]
    pub fn with_completion_tokens(mut self, completion_tokens: i64) -> Self {
        self.completion_tokens = Some(completion_tokens);
        self
    }

    /// Sets [`Self::total_tokens`].
    #[must_use]
    pub fn with_total_tokens(mut self, total_tokens: i64) -> Self {
        self.total_tokens = total_tokens;
        self
    }

    /// Sets [`Self::prompt_tokens_details`].
    #[must_use]
    pub fn with_prompt_tokens_details(
        mut self,
        prompt_tokens_details: impl Into<PromptTokensDetails>,
    ) -> Self {
        self.prompt_tokens_details = Some(prompt_tokens_details.into());
        self
    }

    /// Sets [`Self::completion_tokens_details`].
    #[must_use]
    pub fn with_completion_tokens_details(
        mut self,
        completion_tokens_details: impl Into<CompletionTokensDetails>,
    ) -> Self {
        self.completion_tokens_details = Some(completion_tokens_details.into());
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

/// What the content filter found in one prompt.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PromptFilterResult {
    /// Which prompt of the request, from 0.
    pub prompt_index: i64,
    /// What the content filter found, by category. Empty where the filter did not run.
    pub content_filter_results: Option<ContentFilterResults>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    PromptFilterResult { "prompt_index" => prompt_index : required,
    "content_filter_results" => content_filter_results : optional, }
);

impl PromptFilterResult {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            prompt_index: Default::default(),
            content_filter_results: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::prompt_index`].
    #[must_use]
    pub fn with_prompt_index(mut self, prompt_index: i64) -> Self {
        self.prompt_index = prompt_index;
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

impl Default for PromptFilterResult {
    fn default() -> Self {
        Self::new()
    }
}

/// Options of a stream.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletionStreamOptions {
    /// Whether a last chunk reports the usage of the whole request.
    pub include_usage: Option<bool>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChatCompletionStreamOptions, sent { "include_usage" => include_usage : optional, }
);

impl ChatCompletionStreamOptions {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            include_usage: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::include_usage`].
    #[must_use]
    pub fn with_include_usage(mut self, include_usage: bool) -> Self {
        self.include_usage = Some(include_usage);
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

impl Default for ChatCompletionStreamOptions {
    fn default() -> Self {
        Self::new()
    }
}

/// The tokens of the prompt by kind.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PromptTokensDetails {
    /// Number of tokens taken from the prompt cache.
    pub cached_tokens: Option<i64>,
    /// Number of audio tokens.
    pub audio_tokens: Option<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    PromptTokensDetails { "cached_tokens" => cached_tokens : optional, "audio_tokens" =>
    audio_tokens : optional, }
);

impl PromptTokensDetails {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            cached_tokens: None,
            audio_tokens: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::cached_tokens`].
    #[must_use]
    pub fn with_cached_tokens(mut self, cached_tokens: i64) -> Self {
        self.cached_tokens = Some(cached_tokens);
        self
    }

    /// Sets [`Self::audio_tokens`].
    #[must_use]
    pub fn with_audio_tokens(mut self, audio_tokens: i64) -> Self {
        self.audio_tokens = Some(audio_tokens);
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

impl Default for PromptTokensDetails {
    fn default() -> Self {
        Self::new()
    }
}

/// The generated tokens by kind.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CompletionTokensDetails {
    /// Number of tokens that the model spent on reasoning.
    pub reasoning_tokens: Option<i64>,
    /// Number of audio tokens.
    pub audio_tokens: Option<i64>,
    /// Number of tokens of the prediction that appear in the response.
    pub accepted_prediction_tokens: Option<i64>,
    /// Number of tokens of the prediction that do not appear in the response; they are billed as well.
    pub rejected_prediction_tokens: Option<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    CompletionTokensDetails { "reasoning_tokens" => reasoning_tokens : optional,
    "audio_tokens" => audio_tokens : optional, "accepted_prediction_tokens" =>
    accepted_prediction_tokens : optional, "rejected_prediction_tokens" =>
    rejected_prediction_tokens : optional, }
);

impl CompletionTokensDetails {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            reasoning_tokens: None,
            audio_tokens: None,
            accepted_prediction_tokens: None,
            rejected_prediction_tokens: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::reasoning_tokens`].
    #[must_use]
    pub fn with_reasoning_tokens(mut self, reasoning_tokens: i64) -> Self {
        self.reasoning_tokens = Some(reasoning_tokens);
        self
    }

    /// Sets [`Self::audio_tokens`].
    #[must_use]
    pub fn with_audio_tokens(mut self, audio_tokens: i64) -> Self {
        self.audio_tokens = Some(audio_tokens);
        self
    }

    /// Sets [`Self::accepted_prediction_tokens`].
    #[must_use]
    pub fn with_accepted_prediction_tokens(
        mut self,
        accepted_prediction_tokens: i64,
    ) -> Self {
        self.accepted_prediction_tokens = Some(accepted_prediction_tokens);
        self
    }

    /// Sets [`Self::rejected_prediction_tokens`].
    #[must_use]
    pub fn with_rejected_prediction_tokens(
        mut self,
        rejected_prediction_tokens: i64,
    ) -> Self {
        self.rejected_prediction_tokens = Some(rejected_prediction_tokens);
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

impl Default for CompletionTokensDetails {
    fn default() -> Self {
        Self::new()
    }
}
