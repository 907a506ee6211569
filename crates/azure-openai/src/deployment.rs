//! One deployment of a model.

use azure_openai_core::{Endpoint, FilePart};
use std::fmt;

use crate::audio::{SpeechRequest, TranscriptionRequest, TranslationRequest};
use crate::chat::ChatRequest;
use crate::completions::CompletionRequest;
use crate::embeddings::{EmbedAll, EmbedRequest, EmbeddingText};
use crate::images::ImageRequest;
use crate::inference::{
    self, ChatCompletionMessage, CompletionPrompt, CreateChatCompletionRequest, CreateCompletionRequest,
    CreateEmbeddingRequest, CreateImageRequest, CreateSpeechRequest, CreateTranscriptionRequest,
    CreateTranslationRequest, EmbeddingInput, SpeechModel, SpeechVoice,
};

/// A deployment of a model, from [`Client::deployment`](crate::Client::deployment): what it can be asked for depends on
/// the model behind it.
///
/// Each method gives a call that does nothing until it is awaited or sent; until then its optional parameters and
/// settings can be set. Where a method takes what is required, its twin `…_request` takes a whole request.
///
/// ```no_run
/// use azure_openai::{Client, system, user};
///
/// # async fn run() -> Result<(), azure_openai::Error> {
/// let client = Client::from_env()?;
/// let chat = client.deployment("gpt-4o");
/// let answer = chat.chat([system("Be brief."), user("Why is the sky blue?")]).temperature(0.2).await?;
/// println!("{}", answer.text());
/// println!("{:?} {:?}", answer.usage, answer.head().rate_limits());
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Deployment {
    pub(crate) client: inference::Client,
    pub(crate) name: String,
}

impl Deployment {
    pub(crate) fn new(client: inference::Client, name: String) -> Self {
        Self { client, name }
    }

    /// Its name, which is yours, not the model's.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where it is.
    pub fn endpoint(&self) -> &Endpoint {
        self.client.pipeline().endpoint()
    }

    /// A chat completion: the model's answer to these messages. [`system`](crate::system), [`user`](crate::user) and
    /// others of [`chat`](crate::chat) make them.
    pub fn chat(&self, messages: impl IntoIterator<Item = impl Into<ChatCompletionMessage>>) -> ChatRequest {
        self.chat_request(CreateChatCompletionRequest::new(messages))
    }

    /// A chat completion from a whole request.
    pub fn chat_request(&self, request: CreateChatCompletionRequest) -> ChatRequest {
        ChatRequest::new(self.clone(), request)
    }

    /// A text completion: how the model goes on from this text, or these texts.
    pub fn complete(&self, prompt: impl Into<CompletionPrompt>) -> CompletionRequest {
        self.complete_request(CreateCompletionRequest::new(prompt))
    }

    /// A text completion from a whole request.
    pub fn complete_request(&self, request: CreateCompletionRequest) -> CompletionRequest {
        CompletionRequest::new(self.clone(), request)
    }

    /// Embeddings of a text, or of up to 2048 of them; [`embed_all`](Self::embed_all) takes any number.
    pub fn embed(&self, input: impl Into<EmbeddingInput>) -> EmbedRequest {
        self.embed_request(CreateEmbeddingRequest::new(input))
    }

    /// Embeddings from a whole request.
    pub fn embed_request(&self, request: CreateEmbeddingRequest) -> EmbedRequest {
        EmbedRequest::new(self.clone(), request)
    }

    /// Embeddings of any number of texts, in requests of as many as the service takes: a stream of batches, in order.
    /// The texts are taken one by one as they are needed.
    pub fn embed_all<I>(&self, texts: I) -> EmbedAll
    where
        I: IntoIterator,
        I::Item: Into<EmbeddingText> + 'static,
        I::IntoIter: Send + 'static,
    {
        EmbedAll::new(self.clone(), texts)
    }

    /// Images from a description.
    pub fn image(&self, prompt: impl Into<String>) -> ImageRequest {
        self.image_request(CreateImageRequest::new(prompt))
    }

    /// Images from a whole request.
    pub fn image_request(&self, request: CreateImageRequest) -> ImageRequest {
        ImageRequest::new(self.clone(), request)
    }

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

impl fmt::Debug for Deployment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Deployment")
            .field("name", &self.name)
            .field("endpoint", self.endpoint())
            .finish_non_exhaustive()
    }
}
