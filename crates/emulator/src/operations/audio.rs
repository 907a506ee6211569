//! Transcription, translation, speech.

mod encode;
mod gpt;
mod inspect;
mod listen;
mod request;
mod speech;
mod transcript;
mod voice;

pub(crate) use listen::{transcribe, translate};
pub(crate) use speech::speak;
