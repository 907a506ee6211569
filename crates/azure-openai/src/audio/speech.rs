//! Speech from text.

use std::path::Path;

use azure_openai_core::{Binary, ByteStream, Bytes, Error, Response};
use azure_openai_inference::{CreateSpeechRequest, SpeechModel, SpeechResponseFormat, SpeechVoice};

use crate::deployment::Deployment;
use crate::options::{request_type, sent_by};

impl Deployment {
    /// Creates speech from a text of at most 4096 characters.
    ///
    /// The specification requires a `model`, though the deployment decides which one speaks: it is `gpt-4o-mini-tts` if
    /// the deployment's name ends in `mini-tts`, `tts-1-hd` if it ends in `hd`, else `tts-1`, and can be
    /// [set](SpeechRequest::with_model).
    pub fn speak(&self, text: impl Into<String>, voice: impl Into<SpeechVoice>) -> SpeechRequest {
        let model = match self.name.to_ascii_lowercase() {
            name if name.ends_with("mini-tts") => SpeechModel::from("gpt-4o-mini-tts"),
            name if name.ends_with("hd") => SpeechModel::Tts1Hd,
            _ => SpeechModel::Tts1,
        };
        self.speak_request(CreateSpeechRequest::new(model, text, voice))
    }

    /// Creates speech from a whole request.
    pub fn speak_request(&self, request: CreateSpeechRequest) -> SpeechRequest {
        SpeechRequest::new(self, request)
    }
}

request_type! {
    /// A request for speech, to be awaited or [sent](Self::send) for a stream of bytes, or [saved](Self::save_to) to a
    /// file.
    #[derive(Clone)]
    SpeechRequest(CreateSpeechRequest) {
        with_response_format(impl Into<SpeechResponseFormat>),
        with_speed(f64),
        with_instructions(impl Into<String>),
    }
}

impl SpeechRequest {
    /// Sets [`model`](CreateSpeechRequest::model), which the specification requires although the deployment decides.
    pub fn with_model(mut self, model: impl Into<SpeechModel>) -> Self {
        self.request.model = model.into();
        self
    }

    /// Sends the request and writes the audio to a file, whole or not at all. Returns its length in bytes.
    ///
    /// # Errors
    /// Any [`Error`] of a request, and those of [`ByteStream::save_to`].
    pub async fn save_to(self, path: impl AsRef<Path>) -> Result<Response<u64>, Error> {
        let mut response = self.into_builder().await?;
        let audio = std::mem::replace(&mut *response, ByteStream::from_bytes(Bytes::new()));
        let length = audio.save_to(path).await?;
        Ok(response.map_value(|_| length))
    }
}

sent_by!(SpeechRequest, audio_speech(&) -> Binary, ByteStream);
