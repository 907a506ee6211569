//! Typed client for the Azure OpenAI inference API: chat and text completions, embeddings, images, audio.
//!
//! Types and operations are generated from the specification, see `specs/inference`; written by hand is
//! what the specification cannot express: what the chunks of a stream mean together, and conveniences of messages and
//! responses.
//!
//! Chat, models and deployments are always there; the features `audio`, `completions`, `embeddings` and `images`, all
//! on by default, add the other operations.

// docs.rs shows which feature an item needs.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod arguments;
#[cfg(feature = "audio")]
mod audio;
mod chunks;
#[cfg(feature = "completions")]
mod completions;
#[cfg(feature = "embeddings")]
mod embeddings;
#[rustfmt::skip]
mod generated;
#[cfg(feature = "images")]
mod images;
pub mod messages;
mod responses;
mod streams;
mod text_as_json;
mod usage;

pub use arguments::ArgumentsError;
#[cfg(feature = "completions")]
pub use completions::{CompletionCollector, CompletionEvent};
#[doc(inline)]
pub use generated::*;
pub use responses::ParseError;
pub use streams::{ChatCollector, ChatEvent, Collector, FilterAnnotation};

/// Compiles the README's example.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
