//! Typed client for the Azure OpenAI inference API: chat and text completions, embeddings, images, audio.
//!
//! Types and operations are generated from the specification, see `specs/inference`; by hand is only what the
//! specification cannot tell: when a stream is complete.

#[rustfmt::skip]
mod generated;
mod messages;
mod streams;
mod telemetry;

#[doc(inline)]
pub use generated::*;
