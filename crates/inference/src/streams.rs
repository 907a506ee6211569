//! Streamed responses: when one is whole, what is new in each chunk, and how chunks become the whole response.
//!
//! A stream that ends without `[DONE]` before every choice has its finish reason was cut.

mod chat;
mod chat_event;
pub(crate) mod filter;
pub(crate) mod merge;
mod message_rest;
mod tool_calls;

use azure_openai_core::StreamChunk;

pub use chat::ChatCollector;
pub use chat_event::ChatEvent;
pub use filter::FilterAnnotation;

/// Collects the chunks of a stream, and returns what is new in each.
///
/// [`response`](Self::response) is what has come so far; after the last chunk it is the response that the same request
/// would have had without streaming.
pub trait Collector: Default + Send + Unpin + 'static {
    /// A chunk of the stream.
    type Chunk: StreamChunk;
    /// Something new in a chunk.
    type Event: Send + Unpin;
    /// The whole response.
    type Response;

    /// Takes the next chunk, and passes on what is new in it, in order.
    fn push_with(&mut self, chunk: Self::Chunk, event: impl FnMut(Self::Event));

    /// Passes on what was held back, at the end of a stream that is whole.
    fn finish_with(&mut self, event: impl FnMut(Self::Event)) {
        let _ = event;
    }

    /// Takes the next chunk.
    fn push(&mut self, chunk: Self::Chunk) {
        self.push_with(chunk, drop);
    }

    /// Returns what has come so far.
    fn response(&self) -> Self::Response;
}
