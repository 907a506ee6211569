//! What chat and text completions have in common: limits, filter, tokens and streams.

pub(crate) mod completion;
pub(crate) mod events;
pub(crate) mod filter;
pub(crate) mod finish;
pub(crate) mod input;
pub(crate) mod logprobs;
pub(crate) mod message;
mod offsets;
pub(crate) mod parameters;
pub(crate) mod response;
mod stream;
pub(crate) mod text_parts;
