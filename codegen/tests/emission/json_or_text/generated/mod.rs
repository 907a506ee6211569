// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from json_or_text/document.yaml: JSON or text 1.
// Do not edit: change the overlay or the generator, and run it again.

//! The client, its groups of operations and their types.

use azure_openai_core::{Operation, Pipeline};
mod audio;
pub use audio::*;

/// Every operation of the document, in its order.
pub const OPERATIONS: &[&Operation] = &[audio::AUDIO_GET, audio::AUDIO_TEXT];

/// Client of JSON or text. Made of a [`Pipeline`]; cheap to clone.
#[derive(Clone, Debug)]
pub struct Client {
    pipeline: Pipeline,
}

impl Client {
    /// Creates a client that sends through the pipeline.
    pub fn new(pipeline: Pipeline) -> Self {
        Self { pipeline }
    }

    /// Returns the pipeline that requests are sent through.
    pub fn pipeline(&self) -> &Pipeline {
        &self.pipeline
    }

    /// The operations `Audio_*`.
    pub fn audio(&self) -> audio::AudioClient {
        audio::AudioClient {
            pipeline: self.pipeline.clone(),
        }
    }
}
