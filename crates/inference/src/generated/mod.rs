// Made by `cargo xtask codegen` from specs/inference/openapi.yaml: Microsoft Azure Azure OpenAI Service API 2024-06-01.
// Do not edit: change the overlay or the generator, and run it again.

//! The client, its groups of operations and their types.

use azure_openai_core::{Operation, Pipeline};
mod chat_completions;
#[cfg(feature = "completions")]
mod completions;
#[cfg(feature = "embeddings")]
mod embeddings;
#[cfg(feature = "images")]
mod image_generations;
#[cfg(feature = "audio")]
mod audio_transcriptions;
#[cfg(feature = "audio")]
mod audio_translations;
#[cfg(feature = "audio")]
mod audio_speech;
mod models;
mod deployments;
#[cfg(feature = "images")]
mod image_edits;
mod shared;
pub use chat_completions::*;
#[cfg(feature = "completions")]
pub use completions::*;
#[cfg(feature = "embeddings")]
pub use embeddings::*;
#[cfg(feature = "images")]
pub use image_generations::*;
#[cfg(feature = "audio")]
pub use audio_transcriptions::*;
#[cfg(feature = "audio")]
pub use audio_translations::*;
#[cfg(feature = "audio")]
pub use audio_speech::*;
pub use models::*;
pub use deployments::*;
#[cfg(feature = "images")]
pub use image_edits::*;
pub use shared::*;

/// Every operation of the document, in its order.
pub const OPERATIONS: &[&Operation] = &[
    chat_completions::CHAT_COMPLETIONS_CREATE,
    #[cfg(feature = "completions")]
    completions::COMPLETIONS_CREATE,
    #[cfg(feature = "embeddings")]
    embeddings::EMBEDDINGS_CREATE,
    #[cfg(feature = "images")]
    image_generations::IMAGE_GENERATIONS_CREATE,
    #[cfg(feature = "audio")]
    audio_transcriptions::AUDIO_TRANSCRIPTIONS_CREATE,
    #[cfg(feature = "audio")]
    audio_translations::AUDIO_TRANSLATIONS_CREATE,
    #[cfg(feature = "audio")]
    audio_speech::AUDIO_SPEECH_CREATE,
    models::MODELS_LIST,
    deployments::DEPLOYMENTS_LIST,
    #[cfg(feature = "images")]
    image_edits::IMAGE_EDITS_CREATE,
];

/// Client of Microsoft Azure Azure OpenAI Service API. Made of a [`Pipeline`]; cheap to clone.
#[derive(Clone, Debug)]
pub struct Client {
    pipeline: Pipeline,
}

/// The api-version of the document, sent with each request unless another is set.
pub const API_VERSION: &str = "2024-06-01";

impl Client {
    /// Creates a client that sends through the pipeline, with [`API_VERSION`] unless the pipeline has another.
    pub fn new(pipeline: Pipeline) -> Self {
        Self {
            pipeline: pipeline.or_api_version(API_VERSION),
        }
    }

    /// Returns the pipeline that requests are sent through.
    pub fn pipeline(&self) -> &Pipeline {
        &self.pipeline
    }

    /// Operations for chat-based completions.
    pub fn chat_completions(&self) -> chat_completions::ChatCompletionsClient {
        chat_completions::ChatCompletionsClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// Operations for text completions.
    #[cfg(feature = "completions")]
    pub fn completions(&self) -> completions::CompletionsClient {
        completions::CompletionsClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// Operations for generating text embeddings.
    #[cfg(feature = "embeddings")]
    pub fn embeddings(&self) -> embeddings::EmbeddingsClient {
        embeddings::EmbeddingsClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// Operations for image generation.
    #[cfg(feature = "images")]
    pub fn image_generations(&self) -> image_generations::ImageGenerationsClient {
        image_generations::ImageGenerationsClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// Operations for audio transcription and translation.
    #[cfg(feature = "audio")]
    pub fn audio_transcriptions(
        &self,
    ) -> audio_transcriptions::AudioTranscriptionsClient {
        audio_transcriptions::AudioTranscriptionsClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// Operations for audio transcription and translation.
    #[cfg(feature = "audio")]
    pub fn audio_translations(&self) -> audio_translations::AudioTranslationsClient {
        audio_translations::AudioTranslationsClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// Operations for audio transcription and translation.
    #[cfg(feature = "audio")]
    pub fn audio_speech(&self) -> audio_speech::AudioSpeechClient {
        audio_speech::AudioSpeechClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// Operations for listing available models.
    pub fn models(&self) -> models::ModelsClient {
        models::ModelsClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// Operations for managing model deployments.
    pub fn deployments(&self) -> deployments::DeploymentsClient {
        deployments::DeploymentsClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// Operations for image generation.
    #[cfg(feature = "images")]
    pub fn image_edits(&self) -> image_edits::ImageEditsClient {
        image_edits::ImageEditsClient {
            pipeline: self.pipeline.clone(),
        }
    }
}
