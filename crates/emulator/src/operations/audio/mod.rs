//! Transcription, translation, speech.

mod encode;
mod inspect;
mod listen;
mod riff;
mod speech;
mod transcript;
mod voice;

pub(super) use listen::{transcribe, translate};
pub(super) use speech::speak;

/// What the emulator writes before the spoken text in a file's comment, and looks for when it hears the file again.
const SPOKEN: &str = "Spoken by the Azure OpenAI emulator: ";
