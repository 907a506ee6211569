// Made by `cargo xtask codegen` from specs/inference/openapi.yaml: Microsoft Azure Azure OpenAI Service API 2024-06-01.
// Do not edit: change the overlay or the generator, and run it again.

//! `AudioSpeech`: Operations for audio transcription and translation.

use azure_openai_core::{
    Binary, Extra, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};

/// Operations for audio transcription and translation.
#[derive(Clone, Debug)]
pub struct AudioSpeechClient {
    pub(super) pipeline: Pipeline,
}

impl AudioSpeechClient {
    /// Generates audio from the input text.
    ///
    /// `AudioSpeech_Create`: `POST /deployments/{deployment-id}/audio/speech`.
    ///
    /// # Arguments
    /// - `deployment_id`: The deployment ID of the model to use for this request.
    /// - `request`: Request body for generating speech from text.
    pub fn create(
        &self,
        deployment_id: impl AsRef<str>,
        request: &CreateSpeechRequest,
    ) -> RequestBuilder<Binary> {
        fn encode(call: Request, request: &CreateSpeechRequest) -> Request {
            call.json(request)
        }
        let call = encode(
            Request::new(AUDIO_SPEECH_CREATE)
                .path("deployment-id", deployment_id.as_ref()),
            request,
        );
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const AUDIO_SPEECH_CREATE: &Operation = &Operation::new(
        "AudioSpeech_Create",
        Method::POST,
        "/deployments/{deployment-id}/audio/speech",
    )
    .with_newer_fields(&[("instructions", "2025-03-01-preview")]);

/// Request body for generating speech from text.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateSpeechRequest {
    /// The TTS model to use.
    pub model: SpeechModel,
    /// The text to generate audio for.
    ///
    /// At most 4096 characters.
    pub input: String,
    /// The voice to use when generating the audio.
    pub voice: SpeechVoice,
    /// The format to audio in.
    ///
    /// Default of the server: `mp3`.
    pub response_format: Option<SpeechResponseFormat>,
    /// The speed of the generated audio.
    ///
    /// Default of the server: `1.0`.
    ///
    /// Range: 0.25 to 4.0.
    pub speed: Option<f64>,
    /// How the text is spoken, in words. Not taken by `tts-1` and `tts-1-hd`.
    ///
    /// Since api-version 2025-03-01-preview.
    ///
    /// At most 4096 characters.
    pub instructions: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    CreateSpeechRequest, sent { "model" => model : required, "input" => input : required,
    "voice" => voice : required, "response_format" => response_format : optional, "speed"
    => speed : optional, "instructions" => instructions : optional, }
);

impl CreateSpeechRequest {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(
        model: impl Into<SpeechModel>,
        input: impl Into<String>,
        voice: impl Into<SpeechVoice>,
    ) -> Self {
        Self {
            model: model.into(),
            input: input.into(),
            voice: voice.into(),
            response_format: None,
            speed: None,
            instructions: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::response_format`].
    #[must_use]
    pub fn with_response_format(
        mut self,
        response_format: impl Into<SpeechResponseFormat>,
    ) -> Self {
        self.response_format = Some(response_format.into());
        self
    }

    /// Sets [`Self::speed`].
    #[must_use]
    pub fn with_speed(mut self, speed: f64) -> Self {
        self.speed = Some(speed);
        self
    }

    /// Sets [`Self::instructions`].
    #[must_use]
    pub fn with_instructions(mut self, instructions: impl Into<String>) -> Self {
        self.instructions = Some(instructions.into());
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

/// The TTS model to use.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum SpeechModel {
    /// Serialized as `tts-1`.
    Tts1,
    /// Serialized as `tts-1-hd`.
    Tts1Hd,
    /// Serialized as `gpt-4o-mini-tts`.
    Gpt4oMiniTts,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    SpeechModel { Tts1 = "tts-1", Tts1Hd = "tts-1-hd", Gpt4oMiniTts = "gpt-4o-mini-tts",
    }
);

/// The voice to use when generating the audio.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum SpeechVoice {
    /// Serialized as `alloy`.
    Alloy,
    /// Serialized as `echo`.
    Echo,
    /// Serialized as `fable`.
    Fable,
    /// Serialized as `onyx`.
    Onyx,
    /// Serialized as `nova`.
    Nova,
    /// Serialized as `shimmer`.
    Shimmer,
    /// Serialized as `ash`.
    Ash,
    /// Serialized as `ballad`.
    Ballad,
    /// Serialized as `coral`.
    Coral,
    /// Serialized as `sage`.
    Sage,
    /// Serialized as `verse`.
    Verse,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    SpeechVoice { Alloy = "alloy", Echo = "echo", Fable = "fable", Onyx = "onyx", Nova =
    "nova", Shimmer = "shimmer", Ash = "ash", Ballad = "ballad", Coral = "coral", Sage =
    "sage", Verse = "verse", }
);

/// The format to audio in.
///
/// Default of the server: `mp3`.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum SpeechResponseFormat {
    /// Serialized as `mp3`.
    Mp3,
    /// Serialized as `opus`.
    Opus,
    /// Serialized as `aac`.
    Aac,
    /// Serialized as `flac`.
    Flac,
    /// Serialized as `wav`.
    Wav,
    /// Serialized as `pcm`.
    Pcm,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    SpeechResponseFormat { Mp3 = "mp3", Opus = "opus", Aac = "aac", Flac = "flac", Wav =
    "wav", Pcm = "pcm", }
);
