//! Speech from text.

use std::path::Path;

use azure_openai_core::{Binary, ByteStream, Bytes, Error, RequestBuilder, Response};

use crate::deployment::Deployment;
use crate::settings::{CallSettings, awaitable, call_settings, request_setters};
use azure_openai_inference::{CreateSpeechRequest, SpeechModel, SpeechResponseFormat, SpeechVoice};

impl Deployment {
    /// Speech from a text of at most 4096 characters.
    ///
    /// The specification requires a `model`, though the deployment decides which one speaks: it is `tts-1-hd` if the
    /// deployment's name ends in `hd`, else `tts-1`, and can be [set](SpeechRequest::model).
    pub fn speak(&self, text: impl Into<String>, voice: impl Into<SpeechVoice>) -> SpeechRequest {
        let model = if self.name.to_ascii_lowercase().ends_with("hd") {
            SpeechModel::Tts1Hd
        } else {
            SpeechModel::Tts1
        };
        self.speak_request(CreateSpeechRequest::new(model, text, voice))
    }

    /// Speech from a whole request.
    pub fn speak_request(&self, request: CreateSpeechRequest) -> SpeechRequest {
        SpeechRequest::new(self.clone(), request)
    }
}

/// A request for speech that waits to be awaited or [sent](Self::send), for a stream of bytes, or to be
/// [saved](Self::save_to).
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is awaited"]
pub struct SpeechRequest {
    deployment: Deployment,
    request: CreateSpeechRequest,
    settings: CallSettings,
}

impl SpeechRequest {
    pub(crate) fn new(deployment: Deployment, request: CreateSpeechRequest) -> Self {
        Self {
            deployment,
            request,
            settings: CallSettings::default(),
        }
    }

    request_setters!(CreateSpeechRequest {
        response_format = with_response_format(impl Into<SpeechResponseFormat>),
        speed = with_speed(f64),
    });

    call_settings!();

    /// Sets [`model`](CreateSpeechRequest::model), which the specification requires; the deployment decides.
    pub fn model(mut self, model: impl Into<SpeechModel>) -> Self {
        self.request.model = model.into();
        self
    }

    /// Core's call, for settings that are only there.
    pub fn into_builder(self) -> RequestBuilder<Binary> {
        let operations = self.deployment.client.audio_speech();
        let call = operations.create(&self.deployment.name, &self.request);
        self.settings.apply(call)
    }

    /// Sends it and writes the audio into a file, whole or not at all; gives its length in bytes.
    ///
    /// # Errors
    /// Any [`Error`] of a call, and those of [`ByteStream::save_to`].
    pub async fn save_to(self, path: impl AsRef<Path>) -> Result<Response<u64>, Error> {
        let mut answer = self.into_builder().await?;
        let audio = std::mem::replace(&mut *answer, ByteStream::from_bytes(Bytes::new()));
        let length = audio.save_to(path).await?;
        Ok(answer.map_value(|_| length))
    }
}

awaitable!(SpeechRequest, ByteStream);
