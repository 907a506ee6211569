//! Text from speech.

use std::future::{Future, IntoFuture};
use std::pin::Pin;

use azure_openai_core::{Error, EventStream, FilePart, FromJson, JsonOrText, RequestBuilder, Response};
use azure_openai_inference::{
    AudioTranscriptionResponse, AudioTranslationResponse, CreateTranscriptionRequest, CreateTranslationRequest,
    TimestampGranularity, TranscriptionEvent, TranscriptionInclude, TranscriptionResponseFormat,
};

use crate::deployment::Deployment;
use crate::options::request_type;

impl Deployment {
    /// Transcribes an audio file in its own language. The format of the transcript is chosen at the end:
    /// [`json`](TranscriptionRequest::json), [`verbose`](TranscriptionRequest::verbose),
    /// [`text`](TranscriptionRequest::text), [`srt`](TranscriptionRequest::srt), [`vtt`](TranscriptionRequest::vtt).
    pub fn transcribe(&self, file: impl Into<FilePart>) -> TranscriptionRequest {
        self.transcribe_request(CreateTranscriptionRequest::new(file))
    }

    /// Transcribes an audio file, from a whole request. The format that is chosen replaces its `response_format`.
    pub fn transcribe_request(&self, request: CreateTranscriptionRequest) -> TranscriptionRequest {
        TranscriptionRequest::new(self, request)
    }

    /// Translates an audio file into English text. The format of the text is chosen at the end, as for
    /// [`transcribe`](Self::transcribe).
    pub fn translate(&self, file: impl Into<FilePart>) -> TranslationRequest {
        self.translate_request(CreateTranslationRequest::new(file))
    }

    /// Translates an audio file into English text, from a whole request. The format that is chosen replaces its
    /// `response_format`.
    pub fn translate_request(&self, request: CreateTranslationRequest) -> TranslationRequest {
        TranslationRequest::new(self, request)
    }
}

/// A request for a transcript in the format that was chosen, to be awaited or [sent](Self::send). `T` is `J`, the
/// service's JSON, or text.
#[derive(Debug)]
#[must_use = "nothing is sent until the request is awaited or sent"]
pub struct TranscriptRequest<J, T> {
    builder: RequestBuilder<JsonOrText<J>>,
    read: fn(JsonOrText<J>) -> Result<T, Error>,
}

impl<J: FromJson + Send + 'static, T: 'static> TranscriptRequest<J, T> {
    /// Sends the request, as awaiting it does.
    ///
    /// # Errors
    /// Any [`Error`] of a request; [`Decode`](crate::ErrorKind::Decode) where the response has another format than was
    /// requested.
    pub async fn send(self) -> Result<Response<T>, Error> {
        self.builder.await?.try_map_value(self.read)
    }

    /// Returns the request as core sends it; it takes the response in whichever format it comes.
    pub fn into_builder(self) -> RequestBuilder<JsonOrText<J>> {
        self.builder
    }
}

impl<J: FromJson + Send + 'static, T: 'static> IntoFuture for TranscriptRequest<J, T> {
    type Output = Result<Response<T>, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

fn as_json<J: FromJson>(transcript: JsonOrText<J>) -> Result<J, Error> {
    match transcript {
        JsonOrText::Json(value) => Ok(value),
        // A gateway may have lost the content type.
        JsonOrText::Text(text) => {
            J::from_json(&text).map_err(|(error, _)| Error::decode(format!("transcript is not JSON: {error}")))
        }
    }
}

fn as_subtitles<J>(transcript: JsonOrText<J>) -> Result<String, Error> {
    match transcript {
        JsonOrText::Text(text) => Ok(text),
        JsonOrText::Json(_) => Err(Error::decode(
            "transcript is JSON where subtitles were requested: the server may not know the format",
        )),
    }
}

macro_rules! transcripts {
    ($(#[$doc:meta])* $name:ident, $request:ident, $response:ident, $group:ident { $($setters:tt)* }) => {
        request_type! {
            $(#[$doc])*
            /// Awaited as it is, its format is `json`.
            $name($request) { $($setters)* }
        }

        impl $name {
            /// Chooses JSON with the text alone: the service's default.
            pub fn json(self) -> TranscriptRequest<$response, $response> {
                self.format("json", as_json)
            }

            /// Chooses JSON with language, duration and segments (`verbose_json`).
            pub fn verbose(self) -> TranscriptRequest<$response, $response> {
                self.format("verbose_json", as_json)
            }

            /// Chooses the text alone.
            pub fn text(self) -> TranscriptRequest<$response, String> {
                self.format("text", |transcript| match transcript {
                    JsonOrText::Text(text) => Ok(text),
                    JsonOrText::Json(transcript) => Ok(transcript.text),
                })
            }

            /// Chooses subtitles in the SubRip format.
            pub fn srt(self) -> TranscriptRequest<$response, String> {
                self.format("srt", as_subtitles)
            }

            /// Chooses subtitles in the WebVTT format.
            pub fn vtt(self) -> TranscriptRequest<$response, String> {
                self.format("vtt", as_subtitles)
            }

            fn format<T>(
                self,
                format: &str,
                read: fn(JsonOrText<$response>) -> Result<T, Error>,
            ) -> TranscriptRequest<$response, T> {
                let operations = self.deployment.client.inference.$group();
                let request = self.request.with_response_format(format);
                let builder = operations.create(&self.deployment.name, request);
                TranscriptRequest {
                    builder: builder.with_options(self.options),
                    read,
                }
            }

            /// Sends the request, as [`json`](Self::json).
            ///
            /// # Errors
            /// Those of [`TranscriptRequest::send`].
            pub async fn send(self) -> Result<Response<$response>, Error> {
                self.json().await
            }
        }

        impl IntoFuture for $name {
            type Output = Result<Response<$response>, Error>;
            type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

            fn into_future(self) -> Self::IntoFuture {
                self.json().into_future()
            }
        }
    };
}

transcripts!(
    /// A transcription whose format is not chosen yet: [`json`](Self::json), [`verbose`](Self::verbose),
    /// [`text`](Self::text), [`srt`](Self::srt) or [`vtt`](Self::vtt).
    TranscriptionRequest, CreateTranscriptionRequest, AudioTranscriptionResponse, audio_transcriptions {
        with_language(impl Into<String>),
        with_prompt(impl Into<String>),
        with_temperature(f64),
        with_timestamp_granularities(impl IntoIterator<Item = impl Into<TimestampGranularity>>),
        with_include(impl IntoIterator<Item = impl Into<TranscriptionInclude>>),
        with_chunking_strategy(impl Into<String>),
        with_known_speaker_names(impl IntoIterator<Item = impl Into<String>>),
        with_known_speaker_references(impl IntoIterator<Item = impl Into<String>>),
    }
);

impl TranscriptionRequest {
    /// Chooses JSON with segments by speaker (`diarized_json`), of models that distinguish speakers. Audio longer than
    /// 30 seconds also needs [`with_chunking_strategy("auto")`](Self::with_chunking_strategy).
    pub fn diarized(self) -> TranscriptRequest<AudioTranscriptionResponse, AudioTranscriptionResponse> {
        self.format("diarized_json", as_json)
    }

    /// Sends the request and returns the transcript as it is heard: text, and at the end the whole text with the usage.
    /// `whisper` does not stream; its transcript comes whole, as the one event. The stream ends with an error unless
    /// the whole text came.
    ///
    /// # Errors
    /// Any [`Error`] of a request that comes before the response begins; later ones are items of the stream.
    pub async fn stream(self) -> Result<Response<EventStream<TranscriptionEvent>>, Error> {
        let operations = self.deployment.client.inference.audio_transcriptions();
        let builder = operations.create_stream(&self.deployment.name, self.request);
        builder.with_options(self.options).await
    }

    /// Sends the request and returns the segments by speaker as they are heard, as [`stream`](Self::stream) does.
    ///
    /// # Errors
    /// Those of [`stream`](Self::stream).
    pub async fn stream_diarized(mut self) -> Result<Response<EventStream<TranscriptionEvent>>, Error> {
        let format = TranscriptionResponseFormat::from("diarized_json");
        self.request = self.request.with_response_format(format);
        self.stream().await
    }
}

transcripts!(
    /// A translation into English whose format is not chosen yet: [`json`](Self::json), [`verbose`](Self::verbose),
    /// [`text`](Self::text), [`srt`](Self::srt) or [`vtt`](Self::vtt).
    TranslationRequest, CreateTranslationRequest, AudioTranslationResponse, audio_translations {
        with_prompt(impl Into<String>),
        with_temperature(f64),
    }
);
