// Made by `cargo xtask codegen` from specs/inference/openapi.yaml: Microsoft Azure Azure OpenAI Service API 2024-06-01.
// Do not edit: change the overlay or the generator, and run it again.

//! Types that several groups of operations use.

use azure_openai_core::{ContentFilterResults, Extra, Timestamp, Value};

/// Response from the image generations API.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ImageGenerationsResponse {
    /// The Unix timestamp of when the images were created.
    pub created: Option<Timestamp>,
    /// The list of generated images.
    pub data: Vec<GeneratedImage>,
    /// The tokens that were used to generate images.
    pub usage: Option<ImageUsage>,
    /// The background of the images.
    pub background: Option<ImageBackground>,
    /// The file format of the images.
    pub output_format: Option<ImageOutputFormat>,
    /// The quality of the images.
    pub quality: Option<String>,
    /// The size of the images.
    pub size: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ImageGenerationsResponse, response { "created" => created : optional, "data" => data
    : required, "usage" => usage : optional, "background" => background : optional,
    "output_format" => output_format : optional, "quality" => quality : optional, "size"
    => size : optional, }
);

impl ImageGenerationsResponse {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            created: None,
            data: Default::default(),
            usage: None,
            background: None,
            output_format: None,
            quality: None,
            size: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::created`].
    #[must_use]
    pub fn with_created(mut self, created: impl Into<Timestamp>) -> Self {
        self.created = Some(created.into());
        self
    }

    /// Sets [`Self::data`].
    #[must_use]
    pub fn with_data(
        mut self,
        data: impl IntoIterator<Item = impl Into<GeneratedImage>>,
    ) -> Self {
        self.data = data.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::usage`].
    #[must_use]
    pub fn with_usage(mut self, usage: impl Into<ImageUsage>) -> Self {
        self.usage = Some(usage.into());
        self
    }

    /// Sets [`Self::background`].
    #[must_use]
    pub fn with_background(mut self, background: impl Into<ImageBackground>) -> Self {
        self.background = Some(background.into());
        self
    }

    /// Sets [`Self::output_format`].
    #[must_use]
    pub fn with_output_format(
        mut self,
        output_format: impl Into<ImageOutputFormat>,
    ) -> Self {
        self.output_format = Some(output_format.into());
        self
    }

    /// Sets [`Self::quality`].
    #[must_use]
    pub fn with_quality(mut self, quality: impl Into<String>) -> Self {
        self.quality = Some(quality.into());
        self
    }

    /// Sets [`Self::size`].
    #[must_use]
    pub fn with_size(mut self, size: impl Into<String>) -> Self {
        self.size = Some(size.into());
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

impl Default for ImageGenerationsResponse {
    fn default() -> Self {
        Self::new()
    }
}

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

/// A segment of a transcription or translation.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AudioSegment {
    /// The number of the segment, or its ID with `diarized_json`.
    pub id: Option<AudioSegmentId>,
    /// Where the segment begins, in seconds.
    pub start: Option<f64>,
    /// Where the segment ends, in seconds.
    pub end: Option<f64>,
    /// The text of the segment.
    pub text: String,
    /// Where the model was in the audio, in hundredths of a second.
    pub seek: Option<f64>,
    /// The temperature used.
    pub temperature: Option<f64>,
    /// The average log probability of the tokens; below -1 the text is doubtful.
    pub avg_logprob: Option<f64>,
    /// The compression ratio of the text; above 2.4 the text is doubtful.
    pub compression_ratio: Option<f64>,
    /// The probability that nobody speaks.
    pub no_speech_prob: Option<f64>,
    /// The token IDs of the text.
    pub tokens: Vec<i64>,
    /// The type of the segment, `transcript.text.segment`; with `diarized_json`.
    ///
    /// Serialized as `type`.
    pub type_: Option<String>,
    /// Who speaks, a known name or a letter; with `diarized_json`.
    pub speaker: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    AudioSegment { "id" => id : optional, "start" => start : optional, "end" => end :
    optional, "text" => text : required, "seek" => seek : optional, "temperature" =>
    temperature : optional, "avg_logprob" => avg_logprob : optional, "compression_ratio"
    => compression_ratio : optional, "no_speech_prob" => no_speech_prob : optional,
    "tokens" => tokens : collection, "type" => type_ : optional, "speaker" => speaker :
    optional, }
);

impl AudioSegment {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            id: None,
            start: None,
            end: None,
            text: Default::default(),
            seek: None,
            temperature: None,
            avg_logprob: None,
            compression_ratio: None,
            no_speech_prob: None,
            tokens: Default::default(),
            type_: None,
            speaker: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::id`].
    #[must_use]
    pub fn with_id(mut self, id: impl Into<AudioSegmentId>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets [`Self::start`].
    #[must_use]
    pub fn with_start(mut self, start: f64) -> Self {
        self.start = Some(start);
        self
    }

    /// Sets [`Self::end`].
    #[must_use]
    pub fn with_end(mut self, end: f64) -> Self {
        self.end = Some(end);
        self
    }

    /// Sets [`Self::text`].
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// Sets [`Self::seek`].
    #[must_use]
    pub fn with_seek(mut self, seek: f64) -> Self {
        self.seek = Some(seek);
        self
    }

    /// Sets [`Self::temperature`].
    #[must_use]
    pub fn with_temperature(mut self, temperature: f64) -> Self {
        self.temperature = Some(temperature);
        self
    }

    /// Sets [`Self::avg_logprob`].
    #[must_use]
    pub fn with_avg_logprob(mut self, avg_logprob: f64) -> Self {
        self.avg_logprob = Some(avg_logprob);
        self
    }

    /// Sets [`Self::compression_ratio`].
    #[must_use]
    pub fn with_compression_ratio(mut self, compression_ratio: f64) -> Self {
        self.compression_ratio = Some(compression_ratio);
        self
    }

    /// Sets [`Self::no_speech_prob`].
    #[must_use]
    pub fn with_no_speech_prob(mut self, no_speech_prob: f64) -> Self {
        self.no_speech_prob = Some(no_speech_prob);
        self
    }

    /// Sets [`Self::tokens`].
    #[must_use]
    pub fn with_tokens(
        mut self,
        tokens: impl IntoIterator<Item = impl Into<i64>>,
    ) -> Self {
        self.tokens = self
            .extra
            .set("tokens", tokens.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::type_`].
    #[must_use]
    pub fn with_type(mut self, type_: impl Into<String>) -> Self {
        self.type_ = Some(type_.into());
        self
    }

    /// Sets [`Self::speaker`].
    #[must_use]
    pub fn with_speaker(mut self, speaker: impl Into<String>) -> Self {
        self.speaker = Some(speaker.into());
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

impl Default for AudioSegment {
    fn default() -> Self {
        Self::new()
    }
}

/// A word and when it was spoken.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AudioWord {
    /// The word.
    pub word: String,
    /// Where the word begins, in seconds.
    pub start: Option<f64>,
    /// Where the word ends, in seconds.
    pub end: Option<f64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    AudioWord { "word" => word : required, "start" => start : optional, "end" => end :
    optional, }
);

impl AudioWord {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            word: Default::default(),
            start: None,
            end: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::word`].
    #[must_use]
    pub fn with_word(mut self, word: impl Into<String>) -> Self {
        self.word = word.into();
        self
    }

    /// Sets [`Self::start`].
    #[must_use]
    pub fn with_start(mut self, start: f64) -> Self {
        self.start = Some(start);
        self
    }

    /// Sets [`Self::end`].
    #[must_use]
    pub fn with_end(mut self, end: f64) -> Self {
        self.end = Some(end);
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

impl Default for AudioWord {
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

/// The tokens that were used to generate images.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ImageUsage {
    /// Number of all tokens.
    pub total_tokens: Option<i64>,
    /// Number of tokens of the prompt.
    pub input_tokens: Option<i64>,
    /// Number of tokens of the images.
    pub output_tokens: Option<i64>,
    /// The tokens of the prompt by kind.
    pub input_tokens_details: Option<ImageTokensDetails>,
    /// The tokens of the images by kind.
    pub output_tokens_details: Option<ImageTokensDetails>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ImageUsage { "total_tokens" => total_tokens : optional, "input_tokens" =>
    input_tokens : optional, "output_tokens" => output_tokens : optional,
    "input_tokens_details" => input_tokens_details : optional, "output_tokens_details" =>
    output_tokens_details : optional, }
);

impl ImageUsage {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            total_tokens: None,
            input_tokens: None,
            output_tokens: None,
            input_tokens_details: None,
            output_tokens_details: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::total_tokens`].
    #[must_use]
    pub fn with_total_tokens(mut self, total_tokens: i64) -> Self {
        self.total_tokens = Some(total_tokens);
        self
    }

    /// Sets [`Self::input_tokens`].
    #[must_use]
    pub fn with_input_tokens(mut self, input_tokens: i64) -> Self {
        self.input_tokens = Some(input_tokens);
        self
    }

    /// Sets [`Self::output_tokens`].
    #[must_use]
    pub fn with_output_tokens(mut self, output_tokens: i64) -> Self {
        self.output_tokens = Some(output_tokens);
        self
    }

    /// Sets [`Self::input_tokens_details`].
    #[must_use]
    pub fn with_input_tokens_details(
        mut self,
        input_tokens_details: impl Into<ImageTokensDetails>,
    ) -> Self {
        self.input_tokens_details = Some(input_tokens_details.into());
        self
    }

    /// Sets [`Self::output_tokens_details`].
    #[must_use]
    pub fn with_output_tokens_details(
        mut self,
        output_tokens_details: impl Into<ImageTokensDetails>,
    ) -> Self {
        self.output_tokens_details = Some(output_tokens_details.into());
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

impl Default for ImageUsage {
    fn default() -> Self {
        Self::new()
    }
}

/// Tokens by kind.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ImageTokensDetails {
    /// Number of text tokens.
    pub text_tokens: Option<i64>,
    /// Number of image tokens.
    pub image_tokens: Option<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ImageTokensDetails { "text_tokens" => text_tokens : optional, "image_tokens" =>
    image_tokens : optional, }
);

impl ImageTokensDetails {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            text_tokens: None,
            image_tokens: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::text_tokens`].
    #[must_use]
    pub fn with_text_tokens(mut self, text_tokens: i64) -> Self {
        self.text_tokens = Some(text_tokens);
        self
    }

    /// Sets [`Self::image_tokens`].
    #[must_use]
    pub fn with_image_tokens(mut self, image_tokens: i64) -> Self {
        self.image_tokens = Some(image_tokens);
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

impl Default for ImageTokensDetails {
    fn default() -> Self {
        Self::new()
    }
}

/// An image of a stream, as far as it is generated.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ImageStreamEvent {
    /// The type of the event.
    ///
    /// Serialized as `type`.
    pub type_: Option<ImageStreamEventType>,
    /// The image in base64.
    pub b64_json: String,
    /// Which partial image it is, from 0; absent from a whole one.
    pub partial_image_index: Option<i64>,
    /// When the event was created.
    pub created_at: Option<Timestamp>,
    /// The size of the image.
    pub size: Option<String>,
    /// The quality of the image.
    pub quality: Option<String>,
    /// The background of the image.
    pub background: Option<ImageBackground>,
    /// The file format of the image.
    pub output_format: Option<ImageOutputFormat>,
    /// The tokens that were used; of a whole image.
    pub usage: Option<ImageUsage>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ImageStreamEvent, response { "type" => type_ : optional, "b64_json" => b64_json :
    required, "partial_image_index" => partial_image_index : optional, "created_at" =>
    created_at : optional, "size" => size : optional, "quality" => quality : optional,
    "background" => background : optional, "output_format" => output_format : optional,
    "usage" => usage : optional, }
);

impl ImageStreamEvent {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            type_: None,
            b64_json: Default::default(),
            partial_image_index: None,
            created_at: None,
            size: None,
            quality: None,
            background: None,
            output_format: None,
            usage: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::type_`].
    #[must_use]
    pub fn with_type(mut self, type_: impl Into<ImageStreamEventType>) -> Self {
        self.type_ = Some(type_.into());
        self
    }

    /// Sets [`Self::b64_json`].
    #[must_use]
    pub fn with_b64_json(mut self, b64_json: impl Into<String>) -> Self {
        self.b64_json = b64_json.into();
        self
    }

    /// Sets [`Self::partial_image_index`].
    #[must_use]
    pub fn with_partial_image_index(mut self, partial_image_index: i64) -> Self {
        self.partial_image_index = Some(partial_image_index);
        self
    }

    /// Sets [`Self::created_at`].
    #[must_use]
    pub fn with_created_at(mut self, created_at: impl Into<Timestamp>) -> Self {
        self.created_at = Some(created_at.into());
        self
    }

    /// Sets [`Self::size`].
    #[must_use]
    pub fn with_size(mut self, size: impl Into<String>) -> Self {
        self.size = Some(size.into());
        self
    }

    /// Sets [`Self::quality`].
    #[must_use]
    pub fn with_quality(mut self, quality: impl Into<String>) -> Self {
        self.quality = Some(quality.into());
        self
    }

    /// Sets [`Self::background`].
    #[must_use]
    pub fn with_background(mut self, background: impl Into<ImageBackground>) -> Self {
        self.background = Some(background.into());
        self
    }

    /// Sets [`Self::output_format`].
    #[must_use]
    pub fn with_output_format(
        mut self,
        output_format: impl Into<ImageOutputFormat>,
    ) -> Self {
        self.output_format = Some(output_format.into());
        self
    }

    /// Sets [`Self::usage`].
    #[must_use]
    pub fn with_usage(mut self, usage: impl Into<ImageUsage>) -> Self {
        self.usage = Some(usage.into());
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

impl Default for ImageStreamEvent {
    fn default() -> Self {
        Self::new()
    }
}

/// Image background.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ImageBackground {
    /// Serialized as `auto`.
    Auto,
    /// Serialized as `opaque`.
    Opaque,
    /// Serialized as `transparent`.
    Transparent,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ImageBackground { Auto = "auto", Opaque = "opaque", Transparent = "transparent", }
);

/// Image output format.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ImageOutputFormat {
    /// Serialized as `png`.
    Png,
    /// Serialized as `jpeg`.
    Jpeg,
    /// Serialized as `webp`.
    Webp,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ImageOutputFormat { Png = "png", Jpeg = "jpeg", Webp = "webp", }
);

/// An image, or where it is.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GeneratedImage {
    /// The URL of the generated image.
    ///
    /// Format: uri.
    pub url: Option<String>,
    /// The base64-encoded JSON of the generated image.
    pub b64_json: Option<String>,
    /// The revised prompt that was used to generate the image.
    pub revised_prompt: Option<String>,
    /// What the content filter found in the image.
    pub content_filter_results: Option<ContentFilterResults>,
    /// What the content filter found in the prompt.
    pub prompt_filter_results: Option<ContentFilterResults>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    GeneratedImage { "url" => url : optional, "b64_json" => b64_json : optional,
    "revised_prompt" => revised_prompt : optional, "content_filter_results" =>
    content_filter_results : optional, "prompt_filter_results" => prompt_filter_results :
    optional, }
);

impl GeneratedImage {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            url: None,
            b64_json: None,
            revised_prompt: None,
            content_filter_results: None,
            prompt_filter_results: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::url`].
    #[must_use]
    pub fn with_url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// Sets [`Self::b64_json`].
    #[must_use]
    pub fn with_b64_json(mut self, b64_json: impl Into<String>) -> Self {
        self.b64_json = Some(b64_json.into());
        self
    }

    /// Sets [`Self::revised_prompt`].
    #[must_use]
    pub fn with_revised_prompt(mut self, revised_prompt: impl Into<String>) -> Self {
        self.revised_prompt = Some(revised_prompt.into());
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

    /// Sets [`Self::prompt_filter_results`].
    #[must_use]
    pub fn with_prompt_filter_results(
        mut self,
        prompt_filter_results: impl Into<ContentFilterResults>,
    ) -> Self {
        self.prompt_filter_results = Some(prompt_filter_results.into());
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

impl Default for GeneratedImage {
    fn default() -> Self {
        Self::new()
    }
}

/// The number of the segment, or its ID with `diarized_json`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum AudioSegmentId {
    /// Integer.
    Integer(i64),
    /// String.
    String(String),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(AudioSegmentId { Integer(i64), String(String), });

impl From<i64> for AudioSegmentId {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<String> for AudioSegmentId {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for AudioSegmentId {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

/// The type of the event.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ImageStreamEventType {
    /// Serialized as `image_generation.partial_image`.
    ImageGenerationPartialImage,
    /// Serialized as `image_generation.completed`.
    ImageGenerationCompleted,
    /// Serialized as `image_edit.partial_image`.
    ImageEditPartialImage,
    /// Serialized as `image_edit.completed`.
    ImageEditCompleted,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ImageStreamEventType { ImageGenerationPartialImage =
    "image_generation.partial_image", ImageGenerationCompleted =
    "image_generation.completed", ImageEditPartialImage = "image_edit.partial_image",
    ImageEditCompleted = "image_edit.completed", }
);
