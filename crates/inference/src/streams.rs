//! Streamed answers: when one is complete, what its chunks mean, and how they become the answer that would have come
//! unstreamed.
//!
//! A stream that ends without `[DONE]` before every choice has its finish reason was cut off.

mod chat;
mod completion;
mod event;
mod judged;
mod merge;
mod piece;

use azure_openai_core::{StreamChunk, StreamProgress};

use crate::{ChatCompletionChunk, CreateCompletionResponse};

pub use chat::ChatCollector;
pub use completion::CompletionCollector;
pub use event::{ChatEvent, CompletionEvent, FilterAnnotation};
pub use piece::ChatPiece;

/// Puts the chunks of a streamed answer together, and tells of each what is new in it.
///
/// What it has at any time is [`reader`](Self::answer); after the last chunk that is what the same call would have
/// answered unstreamed.
pub trait Collector: Default + Send + Unpin + 'static {
    /// What the stream consists of.
    type Chunk: StreamChunk + Into<Self::Piece>;
    /// What a chunk says, in a form that takes less work to decode; it may be the chunk itself.
    type Piece: StreamChunk;
    /// What is new in a chunk.
    type Event: Send + Unpin;
    /// What the unstreamed call answers.
    type Response;

    /// Takes the next chunk, and tells what is new in it, in order.
    fn push_with(&mut self, chunk: impl Into<Self::Piece>, event: impl FnMut(Self::Event));

    /// The stream has ended well: tells what was held back until then.
    fn finish_with(&mut self, event: impl FnMut(Self::Event)) {
        let _ = event;
    }

    /// Takes the next chunk.
    fn push(&mut self, chunk: impl Into<Self::Piece>) {
        self.push_with(chunk, drop);
    }

    /// What has come so far.
    fn answer(&self) -> Self::Response;
}

impl StreamChunk for ChatCompletionChunk {
    fn observe(&self, progress: &mut StreamProgress) {
        for choice in &self.choices {
            observe(progress, choice.index, choice.finish_reason.is_some());
        }
    }

    fn describe(&self, facts: &mut azure_openai_core::ResponseAttributes) {
        crate::telemetry::describe_chat!(self, facts);
    }
}

impl StreamChunk for CreateCompletionResponse {
    fn observe(&self, progress: &mut StreamProgress) {
        for choice in &self.choices {
            observe(
                progress,
                choice.index.unwrap_or_default(),
                choice.finish_reason.is_some(),
            );
        }
    }

    fn describe(&self, facts: &mut azure_openai_core::ResponseAttributes) {
        crate::telemetry::completion(self, facts);
    }
}

fn observe(progress: &mut StreamProgress, index: i64, finished: bool) {
    if finished {
        progress.finish(index);
    } else {
        progress.open(index);
    }
}
