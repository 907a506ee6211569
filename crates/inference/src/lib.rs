//! Typed client for the Azure OpenAI inference API: chat and text completions, embeddings, images, audio.
//!
//! Types and operations are generated from the specification, see `specs/inference`; by hand is only what the
//! specification cannot tell: what chunks of a stream mean together, and what people ask messages and answers for.

mod answers;
mod arguments;
#[rustfmt::skip]
mod generated;
mod images;
mod messages;
mod streams;
mod telemetry;
mod usage;

pub use answers::ParseError;
pub use arguments::ArgumentsError;
#[doc(inline)]
pub use generated::*;
pub use streams::{
    ChatCollector, ChatEvent, ChatPiece, Collector, CompletionCollector, CompletionEvent, FilterAnnotation,
};
