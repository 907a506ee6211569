// Made by `cargo xtask codegen` from specs/inference/openapi.yaml: Microsoft Azure Azure OpenAI Service API 2024-06-01.
// Do not edit: change the overlay or the generator, and run it again.

//! `AudioTranslations`: Operations for audio transcription and translation.

use azure_openai_core::{
    Extra, FilePart, Form, JsonOrText, Method, Operation, Pipeline, Request,
    RequestBuilder, Value,
};
use super::audio_transcriptions::{AudioSegment, AudioWord};

/// Operations for audio transcription and translation.
#[derive(Clone, Debug)]
pub struct AudioTranslationsClient {
    pub(super) pipeline: Pipeline,
}

impl AudioTranslationsClient {
    /// Translates audio into English text using the Whisper model.
    ///
    /// `AudioTranslations_Create`: `POST /deployments/{deployment-id}/audio/translations`.
    ///
    /// # Arguments
    /// - `deployment_id`: The deployment ID of the model to use for this request.
    /// - `form`: Request body for creating an audio translation.
    pub fn create(
        &self,
        deployment_id: impl AsRef<str>,
        form: CreateTranslationRequest,
    ) -> RequestBuilder<JsonOrText<AudioTranslationResponse>> {
        let call = Request::new(AUDIO_TRANSLATIONS_CREATE)
            .path("deployment-id", deployment_id.as_ref())
            .form(form.into_form());
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const AUDIO_TRANSLATIONS_CREATE: &Operation = &Operation::new(
    "AudioTranslations_Create",
    Method::POST,
    "/deployments/{deployment-id}/audio/translations",
);

/// Request body for creating an audio translation.
#[derive(Debug)]
#[non_exhaustive]
pub struct CreateTranslationRequest {
    /// The audio file object to translate.
    pub file: FilePart,
    /// An optional text to guide the model.
    pub prompt: Option<String>,
    /// The format of the transcript output.
    ///
    /// Default of the server: `json`.
    pub response_format: Option<TranslationResponseFormat>,
    /// The sampling temperature, between 0 and 1.
    ///
    /// Default of the server: `0`.
    pub temperature: Option<f64>,
    /// Fields that this version of the crate does not know. Sent as text.
    pub extra: Extra,
}

impl CreateTranslationRequest {
    pub(crate) fn into_form(self) -> Form {
        let mut form = Form::new()
            .opt_text("prompt", self.prompt.as_ref())
            .opt_text("response_format", self.response_format.as_ref())
            .opt_text("temperature", self.temperature.as_ref())
            .extra(self.extra);
        form = form.file("file", self.file);
        form
    }
}

impl CreateTranslationRequest {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(file: impl Into<FilePart>) -> Self {
        Self {
            file: file.into(),
            prompt: None,
            response_format: None,
            temperature: None,
            extra: Extra::default(),
        }
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
        response_format: impl Into<TranslationResponseFormat>,
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

/// Response from audio translation.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AudioTranslationResponse {
    /// The translated text.
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
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    AudioTranslationResponse, response { "text" => text : required, "task" => task :
    optional, "language" => language : optional, "duration" => duration : optional,
    "segments" => segments : collection, "words" => words : collection, }
);

impl AudioTranslationResponse {
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

impl Default for AudioTranslationResponse {
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
pub enum TranslationResponseFormat {
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
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    TranslationResponseFormat { Json = "json", Text = "text", Srt = "srt", VerboseJson =
    "verbose_json", Vtt = "vtt", }
);
