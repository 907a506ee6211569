// Made by `cargo xtask codegen` from specs/inference/openapi.yaml: Microsoft Azure Azure OpenAI Service API 2024-06-01.
// Do not edit: change the overlay or the generator, and run it again.

//! `AudioTranscriptions`: Operations for audio transcription and translation.

use azure_openai_core::{
    Events, Extra, FilePart, Form, JsonOrText, Method, Operation, Pipeline, Request,
    RequestBuilder, Value,
};

/// Operations for audio transcription and translation.
#[derive(Clone, Debug)]
pub struct AudioTranscriptionsClient {
    pub(super) pipeline: Pipeline,
}

impl AudioTranscriptionsClient {
    /// Transcribes audio into the input language using the Whisper model.
    ///
    /// `AudioTranscriptions_Create`: `POST /deployments/{deployment-id}/audio/transcriptions`.
    ///
    /// # Arguments
    /// - `deployment_id`: The deployment ID of the model to use for this request.
    /// - `form`: Request body for creating an audio transcription.
    pub fn create(
        &self,
        deployment_id: impl AsRef<str>,
        form: CreateTranscriptionRequest,
    ) -> RequestBuilder<JsonOrText<AudioTranscriptionResponse>> {
        let call = Request::new(AUDIO_TRANSCRIPTIONS_CREATE)
            .path("deployment-id", deployment_id.as_ref())
            .form(form.into_form());
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Transcribes audio into the input language using the Whisper model.
    ///
    /// The response is a stream of events: `stream` is sent as `true`.
    ///
    /// `AudioTranscriptions_Create`: `POST /deployments/{deployment-id}/audio/transcriptions`.
    ///
    /// # Arguments
    /// - `deployment_id`: The deployment ID of the model to use for this request.
    /// - `form`: Request body for creating an audio transcription.
    pub fn create_stream(
        &self,
        deployment_id: impl AsRef<str>,
        form: CreateTranscriptionRequest,
    ) -> RequestBuilder<Events<TranscriptionEvent>> {
        let call = Request::new(AUDIO_TRANSCRIPTIONS_CREATE)
            .path("deployment-id", deployment_id.as_ref())
            .form(form.into_form().text("stream", &true));
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const AUDIO_TRANSCRIPTIONS_CREATE: &Operation = &Operation::new(
        "AudioTranscriptions_Create",
        Method::POST,
        "/deployments/{deployment-id}/audio/transcriptions",
    )
    .with_newer_fields(
        &[
            ("timestamp_granularities[]", "2024-04-01-preview, 2024-10-21"),
            ("include[]", "2025-04-01-preview"),
            ("chunking_strategy", "2025-04-01-preview"),
            ("known_speaker_names[]", "2025-04-01-preview"),
            ("known_speaker_references[]", "2025-04-01-preview"),
            ("stream", "2025-04-01-preview"),
        ],
    );

/// Request body for creating an audio transcription.
#[derive(Debug)]
#[non_exhaustive]
pub struct CreateTranscriptionRequest {
    /// The audio file object to transcribe, in one of these formats: flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav, or webm.
    pub file: FilePart,
    /// The language of the input audio. Supplying the input language in ISO-639-1 format will improve accuracy and latency.
    pub language: Option<String>,
    /// An optional text to guide the model's style or continue a previous audio segment.
    pub prompt: Option<String>,
    /// The format of the transcript output.
    ///
    /// Default of the server: `json`.
    pub response_format: Option<TranscriptionResponseFormat>,
    /// The sampling temperature, between 0 and 1.
    ///
    /// Default of the server: `0`.
    pub temperature: Option<f64>,
    /// Which timestamps are returned; with `verbose_json`.
    ///
    /// Since api-version 2024-04-01-preview (stable: 2024-10-21).
    ///
    /// Serialized as `timestamp_granularities[]`.
    pub timestamp_granularities: Vec<TimestampGranularity>,
    /// What is returned besides the text; `logprobs` with the format `json`.
    ///
    /// Since api-version 2025-04-01-preview.
    ///
    /// Serialized as `include[]`.
    pub include: Vec<TranscriptionInclude>,
    /// How the audio is cut, `auto` or a JSON object; required for diarized audio longer than 30 seconds.
    ///
    /// Since api-version 2025-04-01-preview.
    pub chunking_strategy: Option<String>,
    /// The names of known speakers, in the order of their samples; with `diarized_json`.
    ///
    /// Since api-version 2025-04-01-preview.
    ///
    /// At most 4 items.
    ///
    /// Serialized as `known_speaker_names[]`.
    pub known_speaker_names: Vec<String>,
    /// Samples of known speakers' voices, as `data:` URLs; with `diarized_json`.
    ///
    /// Since api-version 2025-04-01-preview.
    ///
    /// At most 4 items.
    ///
    /// Serialized as `known_speaker_references[]`.
    pub known_speaker_references: Vec<String>,
    /// Fields that this version of the crate does not know. Sent as text.
    pub extra: Extra,
}

impl CreateTranscriptionRequest {
    pub(crate) fn into_form(self) -> Form {
        let mut form = Form::new()
            .opt_text("language", self.language.as_ref())
            .opt_text("prompt", self.prompt.as_ref())
            .opt_text("response_format", self.response_format.as_ref())
            .opt_text("temperature", self.temperature.as_ref())
            .text("timestamp_granularities[]", &self.timestamp_granularities)
            .text("include[]", &self.include)
            .opt_text("chunking_strategy", self.chunking_strategy.as_ref())
            .text("known_speaker_names[]", &self.known_speaker_names)
            .text("known_speaker_references[]", &self.known_speaker_references)
            .extra(self.extra);
        form = form.file("file", self.file);
        form
    }
}

impl CreateTranscriptionRequest {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(file: impl Into<FilePart>) -> Self {
        Self {
            file: file.into(),
            language: None,
            prompt: None,
            response_format: None,
            temperature: None,
            timestamp_granularities: Default::default(),
            include: Default::default(),
            chunking_strategy: None,
            known_speaker_names: Default::default(),
            known_speaker_references: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::language`].
    #[must_use]
    pub fn with_language(mut self, language: impl Into<String>) -> Self {
        self.language = Some(language.into());
        self
    }

    /// Sets [`Self::prompt`].
    #[must_use]
    pub fn with_prompt(mut self, prompt: impl Into<String>) -> Self {
        self.prompt = Some(prompt.into());
        self
    }

    /// Sets [`Self::response_format`].
    #[must_use]
    pub fn with_response_format(
        mut self,
        response_format: impl Into<TranscriptionResponseFormat>,
    ) -> Self {
        self.response_format = Some(response_format.into());
        self
    }

    /// Sets [`Self::temperature`].
    #[must_use]
    pub fn with_temperature(mut self, temperature: f64) -> Self {
        self.temperature = Some(temperature);
        self
    }

    /// Sets [`Self::timestamp_granularities`].
    #[must_use]
    pub fn with_timestamp_granularities(
        mut self,
        timestamp_granularities: impl IntoIterator<
            Item = impl Into<TimestampGranularity>,
        >,
    ) -> Self {
        self.timestamp_granularities = timestamp_granularities
            .into_iter()
            .map(Into::into)
            .collect();
        self
    }

    /// Sets [`Self::include`].
    #[must_use]
    pub fn with_include(
        mut self,
        include: impl IntoIterator<Item = impl Into<TranscriptionInclude>>,
    ) -> Self {
        self.include = include.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::chunking_strategy`].
    #[must_use]
    pub fn with_chunking_strategy(
        mut self,
        chunking_strategy: impl Into<String>,
    ) -> Self {
        self.chunking_strategy = Some(chunking_strategy.into());
        self
    }

    /// Sets [`Self::known_speaker_names`].
    #[must_use]
    pub fn with_known_speaker_names(
        mut self,
        known_speaker_names: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.known_speaker_names = known_speaker_names
            .into_iter()
            .map(Into::into)
            .collect();
        self
    }

    /// Sets [`Self::known_speaker_references`].
    #[must_use]
    pub fn with_known_speaker_references(
        mut self,
        known_speaker_references: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.known_speaker_references = known_speaker_references
            .into_iter()
            .map(Into::into)
            .collect();
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

/// Response from audio transcription.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AudioTranscriptionResponse {
    /// The transcribed text.
    pub text: String,
    /// What was done, `transcribe` or `translate`; with `verbose_json`.
    pub task: Option<String>,
    /// The language of the audio; with `verbose_json`.
    pub language: Option<String>,
    /// The length of the audio in seconds; with `verbose_json`.
    pub duration: Option<f64>,
    /// The segments of the text; with `verbose_json`.
    pub segments: Vec<AudioSegment>,
    /// The words of the text; with `verbose_json`, where asked for.
    pub words: Vec<AudioWord>,
    /// The tokens of the text with their log probabilities; where asked for.
    pub logprobs: Vec<TranscriptionLogprob>,
    /// What a transcription is billed by, seconds or tokens.
    pub usage: Option<TranscriptionUsage>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    AudioTranscriptionResponse, response { "text" => text : required, "task" => task :
    optional, "language" => language : optional, "duration" => duration : optional,
    "segments" => segments : collection, "words" => words : collection, "logprobs" =>
    logprobs : collection, "usage" => usage : optional, }
);

impl AudioTranscriptionResponse {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            text: Default::default(),
            task: None,
            language: None,
            duration: None,
            segments: Default::default(),
            words: Default::default(),
            logprobs: Default::default(),
            usage: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::text`].
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// Sets [`Self::task`].
    #[must_use]
    pub fn with_task(mut self, task: impl Into<String>) -> Self {
        self.task = Some(task.into());
        self
    }

    /// Sets [`Self::language`].
    #[must_use]
    pub fn with_language(mut self, language: impl Into<String>) -> Self {
        self.language = Some(language.into());
        self
    }

    /// Sets [`Self::duration`].
    #[must_use]
    pub fn with_duration(mut self, duration: f64) -> Self {
        self.duration = Some(duration);
        self
    }

    /// Sets [`Self::segments`].
    #[must_use]
    pub fn with_segments(
        mut self,
        segments: impl IntoIterator<Item = impl Into<AudioSegment>>,
    ) -> Self {
        self.segments = self
            .extra
            .set("segments", segments.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::words`].
    #[must_use]
    pub fn with_words(
        mut self,
        words: impl IntoIterator<Item = impl Into<AudioWord>>,
    ) -> Self {
        self.words = self
            .extra
            .set("words", words.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::logprobs`].
    #[must_use]
    pub fn with_logprobs(
        mut self,
        logprobs: impl IntoIterator<Item = impl Into<TranscriptionLogprob>>,
    ) -> Self {
        self.logprobs = self
            .extra
            .set("logprobs", logprobs.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::usage`].
    #[must_use]
    pub fn with_usage(mut self, usage: impl Into<TranscriptionUsage>) -> Self {
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

impl Default for AudioTranscriptionResponse {
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

/// A token of a transcription and its log probability.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TranscriptionLogprob {
    /// The token.
    pub token: Option<String>,
    /// The log probability of the token.
    pub logprob: Option<f64>,
    /// The bytes of the token in UTF-8.
    pub bytes: Vec<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    TranscriptionLogprob { "token" => token : optional, "logprob" => logprob : optional,
    "bytes" => bytes : collection, }
);

impl TranscriptionLogprob {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            token: None,
            logprob: None,
            bytes: Default::default(),
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
    pub fn with_logprob(mut self, logprob: f64) -> Self {
        self.logprob = Some(logprob);
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

impl Default for TranscriptionLogprob {
    fn default() -> Self {
        Self::new()
    }
}

/// What a transcription is billed by, seconds or tokens.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TranscriptionUsage {
    /// What the transcription is billed by.
    ///
    /// Serialized as `type`.
    pub type_: Option<TranscriptionUsageType>,
    /// The length of the audio in seconds; with the type `duration`.
    pub seconds: Option<f64>,
    /// Number of all tokens; with the type `tokens`.
    pub total_tokens: Option<i64>,
    /// Number of tokens of the audio and the prompt; with the type `tokens`.
    pub input_tokens: Option<i64>,
    /// Number of tokens of the text; with the type `tokens`.
    pub output_tokens: Option<i64>,
    /// The tokens of a transcription's input by kind.
    pub input_token_details: Option<TranscriptionTokensDetails>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    TranscriptionUsage { "type" => type_ : optional, "seconds" => seconds : optional,
    "total_tokens" => total_tokens : optional, "input_tokens" => input_tokens : optional,
    "output_tokens" => output_tokens : optional, "input_token_details" =>
    input_token_details : optional, }
);

impl TranscriptionUsage {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            type_: None,
            seconds: None,
            total_tokens: None,
            input_tokens: None,
            output_tokens: None,
            input_token_details: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::type_`].
    #[must_use]
    pub fn with_type(mut self, type_: impl Into<TranscriptionUsageType>) -> Self {
        self.type_ = Some(type_.into());
        self
    }

    /// Sets [`Self::seconds`].
    #[must_use]
    pub fn with_seconds(mut self, seconds: f64) -> Self {
        self.seconds = Some(seconds);
        self
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

    /// Sets [`Self::input_token_details`].
    #[must_use]
    pub fn with_input_token_details(
        mut self,
        input_token_details: impl Into<TranscriptionTokensDetails>,
    ) -> Self {
        self.input_token_details = Some(input_token_details.into());
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

impl Default for TranscriptionUsage {
    fn default() -> Self {
        Self::new()
    }
}

/// The tokens of a transcription's input by kind.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TranscriptionTokensDetails {
    /// Number of text tokens.
    pub text_tokens: Option<i64>,
    /// Number of audio tokens.
    pub audio_tokens: Option<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    TranscriptionTokensDetails { "text_tokens" => text_tokens : optional, "audio_tokens"
    => audio_tokens : optional, }
);

impl TranscriptionTokensDetails {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            text_tokens: None,
            audio_tokens: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::text_tokens`].
    #[must_use]
    pub fn with_text_tokens(mut self, text_tokens: i64) -> Self {
        self.text_tokens = Some(text_tokens);
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

impl Default for TranscriptionTokensDetails {
    fn default() -> Self {
        Self::new()
    }
}

/// What an event adds to a streamed transcript.
///
/// Distinguished by `type`.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum TranscriptionEvent {
    /// `type` is `transcript.text.delta`.
    TranscriptTextDelta(TranscriptionTextDelta),
    /// `type` is `transcript.text.segment`.
    TranscriptTextSegment(TranscriptionSegment),
    /// `type` is `transcript.text.done`.
    TranscriptTextDone(TranscriptionTextDone),
    /// A kind that this version of the crate does not know, whole.
    Unknown(Extra),
}

azure_openai_core::tagged_union!(
    TranscriptionEvent, "type" { TranscriptTextDelta(TranscriptionTextDelta) =
    "transcript.text.delta", TranscriptTextSegment(TranscriptionSegment) =
    "transcript.text.segment", TranscriptTextDone(TranscriptionTextDone) =
    "transcript.text.done", }
);

/// Text that is added to a transcript.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TranscriptionTextDelta {
    /// The type of the event.
    ///
    /// Always `transcript.text.delta`.
    ///
    /// Serialized as `type`.
    pub type_: String,
    /// The text that is added.
    pub delta: String,
    /// The tokens of the text with their log probabilities; where asked for.
    pub logprobs: Vec<TranscriptionLogprob>,
    /// The ID of the segment that the text belongs to; with `diarized_json`.
    pub segment_id: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    TranscriptionTextDelta { "type" => type_ : constant("transcript.text.delta"), "delta"
    => delta : required, "logprobs" => logprobs : collection, "segment_id" => segment_id
    : optional, }
);

impl TranscriptionTextDelta {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            type_: "transcript.text.delta".into(),
            delta: Default::default(),
            logprobs: Default::default(),
            segment_id: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::delta`].
    #[must_use]
    pub fn with_delta(mut self, delta: impl Into<String>) -> Self {
        self.delta = delta.into();
        self
    }

    /// Sets [`Self::logprobs`].
    #[must_use]
    pub fn with_logprobs(
        mut self,
        logprobs: impl IntoIterator<Item = impl Into<TranscriptionLogprob>>,
    ) -> Self {
        self.logprobs = self
            .extra
            .set("logprobs", logprobs.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::segment_id`].
    #[must_use]
    pub fn with_segment_id(mut self, segment_id: impl Into<String>) -> Self {
        self.segment_id = Some(segment_id.into());
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

impl Default for TranscriptionTextDelta {
    fn default() -> Self {
        Self::new()
    }
}

/// A segment that one speaker said; with `diarized_json`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TranscriptionSegment {
    /// The type of the event.
    ///
    /// Always `transcript.text.segment`.
    ///
    /// Serialized as `type`.
    pub type_: String,
    /// The ID of the segment.
    pub id: String,
    /// Where the segment begins, in seconds.
    pub start: f64,
    /// Where the segment ends, in seconds.
    pub end: f64,
    /// The text of the segment.
    pub text: String,
    /// Who speaks, a known name or a letter.
    pub speaker: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    TranscriptionSegment { "type" => type_ : constant("transcript.text.segment"), "id" =>
    id : required, "start" => start : required, "end" => end : required, "text" => text :
    required, "speaker" => speaker : required, }
);

impl TranscriptionSegment {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            type_: "transcript.text.segment".into(),
            id: Default::default(),
            start: Default::default(),
            end: Default::default(),
            text: Default::default(),
            speaker: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::id`].
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::start`].
    #[must_use]
    pub fn with_start(mut self, start: f64) -> Self {
        self.start = start;
        self
    }

    /// Sets [`Self::end`].
    #[must_use]
    pub fn with_end(mut self, end: f64) -> Self {
        self.end = end;
        self
    }

    /// Sets [`Self::text`].
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// Sets [`Self::speaker`].
    #[must_use]
    pub fn with_speaker(mut self, speaker: impl Into<String>) -> Self {
        self.speaker = speaker.into();
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

impl Default for TranscriptionSegment {
    fn default() -> Self {
        Self::new()
    }
}

/// The whole transcript, at the end of the stream.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TranscriptionTextDone {
    /// The type of the event.
    ///
    /// Always `transcript.text.done`.
    ///
    /// Serialized as `type`.
    pub type_: String,
    /// The transcribed text.
    pub text: String,
    /// The tokens of the text with their log probabilities; where asked for.
    pub logprobs: Vec<TranscriptionLogprob>,
    /// What a transcription is billed by, seconds or tokens.
    pub usage: Option<TranscriptionUsage>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    TranscriptionTextDone { "type" => type_ : constant("transcript.text.done"), "text" =>
    text : required, "logprobs" => logprobs : collection, "usage" => usage : optional, }
);

impl TranscriptionTextDone {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            type_: "transcript.text.done".into(),
            text: Default::default(),
            logprobs: Default::default(),
            usage: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::text`].
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// Sets [`Self::logprobs`].
    #[must_use]
    pub fn with_logprobs(
        mut self,
        logprobs: impl IntoIterator<Item = impl Into<TranscriptionLogprob>>,
    ) -> Self {
        self.logprobs = self
            .extra
            .set("logprobs", logprobs.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::usage`].
    #[must_use]
    pub fn with_usage(mut self, usage: impl Into<TranscriptionUsage>) -> Self {
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

impl Default for TranscriptionTextDone {
    fn default() -> Self {
        Self::new()
    }
}

/// The format of the transcript output.
///
/// Default of the server: `json`.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum TranscriptionResponseFormat {
    /// Serialized as `json`.
    Json,
    /// Serialized as `text`.
    Text,
    /// Serialized as `srt`.
    Srt,
    /// Serialized as `verbose_json`.
    VerboseJson,
    /// Serialized as `vtt`.
    Vtt,
    /// Since api-version 2025-04-01-preview.
    ///
    /// Serialized as `diarized_json`.
    DiarizedJson,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    TranscriptionResponseFormat { Json = "json", Text = "text", Srt = "srt", VerboseJson
    = "verbose_json", Vtt = "vtt", DiarizedJson = "diarized_json", }
);

/// Which timestamps are returned.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum TimestampGranularity {
    /// Serialized as `word`.
    Word,
    /// Serialized as `segment`.
    Segment,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    TimestampGranularity { Word = "word", Segment = "segment", }
);

/// What is returned besides the text.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum TranscriptionInclude {
    /// Serialized as `logprobs`.
    Logprobs,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(TranscriptionInclude { Logprobs = "logprobs", });

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

/// What the transcription is billed by.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum TranscriptionUsageType {
    /// Serialized as `duration`.
    Duration,
    /// Serialized as `tokens`.
    Tokens,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    TranscriptionUsageType { Duration = "duration", Tokens = "tokens", }
);
