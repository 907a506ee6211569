// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from streaming/document.yaml: Streaming 1.
// Do not edit: change the overlay or the generator, and run it again.

//! The client, its groups of operations and their types.

use azure_openai_core::{Operation, Pipeline};
mod chat;
pub use chat::*;

/// Every operation of the document, in its order.
pub const OPERATIONS: &[&Operation] = &[chat::CHAT_CREATE, chat::CHAT_WATCH];

/// Client of Streaming. Made of a [`Pipeline`]; cheap to clone.
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

    /// The operations `Chat_*`.
    pub fn chat(&self) -> chat::ChatClient {
        chat::ChatClient {
            pipeline: self.pipeline.clone(),
        }
    }
}
