//! Text from speech.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::pin::Pin;

use azure_openai_core::{Error, FilePart, JsonOrText, RequestBuilder, Response};
use serde::de::DeserializeOwned;

use crate::deployment::Deployment;
use crate::settings::{CallSettings, call_settings, request_setters};
use azure_openai_inference::{
    AudioTranscriptionResponse, AudioTranslationResponse, CreateTranscriptionRequest, CreateTranslationRequest,
};

impl Deployment {
    /// The text of a recording, in its own language. What form it has is chosen at the end:
    /// [`json`](TranscriptionRequest::json), [`verbose`](TranscriptionRequest::verbose), [`text`](TranscriptionRequest::text),
    /// [`srt`](TranscriptionRequest::srt), [`vtt`](TranscriptionRequest::vtt).
    pub fn transcribe(&self, file: impl Into<FilePart>) -> TranscriptionRequest {
        self.transcribe_request(CreateTranscriptionRequest::new(file))
    }

    /// The text of a recording, from a whole request. The form that is chosen replaces its `response_format`.
    pub fn transcribe_request(&self, request: CreateTranscriptionRequest) -> TranscriptionRequest {
        TranscriptionRequest::new(self.clone(), request)
    }

    /// The text of a recording, in English. What form it has is chosen at the end, as for
    /// [`transcribe`](Self::transcribe).
    pub fn translate(&self, file: impl Into<FilePart>) -> TranslationRequest {
        self.translate_request(CreateTranslationRequest::new(file))
    }

    /// The text of a recording in English, from a whole request. The form that is chosen replaces its
    /// `response_format`.
    pub fn translate_request(&self, request: CreateTranslationRequest) -> TranslationRequest {
        TranslationRequest::new(self.clone(), request)
    }
}

/// A transcript in the form that was chosen, which waits to be awaited or [sent](Self::send): `T` is `J`, the
/// service's JSON, or text.
#[must_use = "a call does nothing until it is awaited"]
pub struct TranscriptRequest<J, T> {
    call: RequestBuilder<JsonOrText<J>>,
    read: fn(JsonOrText<J>) -> Result<T, Error>,
}

impl<J: DeserializeOwned + Send + 'static, T: 'static> TranscriptRequest<J, T> {
    /// Sends it, as awaiting it does.
    ///
    /// # Errors
    /// Any [`Error`] of a call; [`Decode`](crate::ErrorKind::Decode) where the answer has another form than was asked
    /// for.
    pub async fn send(self) -> Result<Response<T>, Error> {
        self.call.await?.try_map_value(self.read)
    }

    /// Core's call, for settings that are only there; it takes the answer in whatever form it comes.
    pub fn into_builder(self) -> RequestBuilder<JsonOrText<J>> {
        self.call
    }
}

impl<J: DeserializeOwned + Send + 'static, T: 'static> IntoFuture for TranscriptRequest<J, T> {
    type Output = Result<Response<T>, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl<J, T> fmt::Debug for TranscriptRequest<J, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TranscriptRequest")
            .field("call", &self.call)
            .finish_non_exhaustive()
    }
}

fn as_json<J: DeserializeOwned>(answer: JsonOrText<J>) -> Result<J, Error> {
    match answer {
        JsonOrText::Json(value) => Ok(value),
        // A gateway may have lost what type it is.
        JsonOrText::Text(text) => serde_json::from_str(&text)
            .map_err(|error| Error::decode(format!("the transcript came as something else than JSON: {error}"))),
    }
}

fn as_subtitles<J>(answer: JsonOrText<J>) -> Result<String, Error> {
    match answer {
        JsonOrText::Text(text) => Ok(text),
        JsonOrText::Json(_) => Err(Error::decode(
            "the transcript came as JSON, though text was asked for: this server may not know the format",
        )),
    }
}

macro_rules! transcript_calls {
    ($(#[$doc:meta])* $name:ident, $request:ident, $answer:ident, $group:ident { $($setters:tt)* }) => {
        $(#[$doc])*
        #[derive(Debug)]
        #[must_use = "a call does nothing until it is awaited"]
        pub struct $name {
            deployment: Deployment,
            request: $request,
            settings: CallSettings,
        }

        impl $name {
            pub(crate) fn new(deployment: Deployment, request: $request) -> Self {
                Self {
                    deployment,
                    request,
                    settings: CallSettings::default(),
                }
            }

            request_setters!($request { $($setters)* });

            call_settings!();

            /// The text alone, in JSON: as without any choice.
            pub fn json(self) -> TranscriptRequest<$answer, $answer> {
                self.form("json", as_json)
            }

            /// The text with language, length and segments (`verbose_json`).
            pub fn verbose(self) -> TranscriptRequest<$answer, $answer> {
                self.form("verbose_json", as_json)
            }

            /// The text alone.
            pub fn text(self) -> TranscriptRequest<$answer, String> {
                self.form("text", |answer| match answer {
                    JsonOrText::Text(text) => Ok(text),
                    JsonOrText::Json(answer) => Ok(answer.text),
                })
            }

            /// Subtitles in SubRip's format.
            pub fn srt(self) -> TranscriptRequest<$answer, String> {
                self.form("srt", as_subtitles)
            }

            /// Subtitles in the format WebVTT.
            pub fn vtt(self) -> TranscriptRequest<$answer, String> {
                self.form("vtt", as_subtitles)
            }

            fn form<T>(
                self,
                format: &str,
                read: fn(JsonOrText<$answer>) -> Result<T, Error>,
            ) -> TranscriptRequest<$answer, T> {
                let operations = self.deployment.client.$group();
                let request = self.request.with_response_format(format);
                let call = operations.create(&self.deployment.name, request);
                TranscriptRequest {
                    call: self.settings.apply(call),
                    read,
                }
            }

            /// Sends it, as [`json`](Self::json).
            ///
            /// # Errors
            /// Those of [`TranscriptRequest::send`].
            pub async fn send(self) -> Result<Response<$answer>, Error> {
                self.json().await
            }
        }

        impl IntoFuture for $name {
            type Output = Result<Response<$answer>, Error>;
            type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

            fn into_future(self) -> Self::IntoFuture {
                self.json().into_future()
            }
        }
    };
}

transcript_calls!(
    /// A transcription, before its form is chosen: by [`json`](Self::json), [`verbose`](Self::verbose),
    /// [`text`](Self::text), [`srt`](Self::srt) or [`vtt`](Self::vtt). Awaited as it is, it is `json`.
    TranscriptionRequest, CreateTranscriptionRequest, AudioTranscriptionResponse, audio_transcriptions {
        language = with_language(impl Into<String>),
        prompt = with_prompt(impl Into<String>),
        temperature = with_temperature(f64),
    }
);

transcript_calls!(
    /// A translation into English, before its form is chosen: by [`json`](Self::json), [`verbose`](Self::verbose),
    /// [`text`](Self::text), [`srt`](Self::srt) or [`vtt`](Self::vtt). Awaited as it is, it is `json`.
    TranslationRequest, CreateTranslationRequest, AudioTranslationResponse, audio_translations {
        prompt = with_prompt(impl Into<String>),
        temperature = with_temperature(f64),
    }
);
