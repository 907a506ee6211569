//! Writes speech into files of each format, chunk by chunk.
//!
//! WAV, PCM and FLAC hold the voice's tones, MP3 the nearest that a spectral line comes to them. AAC and Opus hold
//! silence of the same length: frames that every decoder takes, for which no encoder of these formats is needed. There
//! is none without a C compiler that is kept up.

mod bits;
mod chunks;
mod flac;
mod frames;
mod opus;
mod wav;

use serde::Deserialize;

use super::voice::Voice;
use chunks::Chunks;

/// Precedes the spoken text in the comment of a file that the emulator made.
pub(super) const SPOKEN: &str = "Spoken by the Azure OpenAI emulator: ";

/// The formats that speech comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Format {
    Mp3,
    Opus,
    Aac,
    Flac,
    Wav,
    Pcm,
}

impl Format {
    pub(super) fn encode(self, voice: Voice) -> Chunks {
        let comment = format!("{SPOKEN}{}", voice.text());
        match self {
            Self::Mp3 => frames::mp3(&comment, voice),
            Self::Aac => frames::aac(&comment, voice.len()),
            Self::Opus => opus::file(&comment, voice.len()),
            Self::Flac => flac::file(&comment, voice),
            Self::Wav => wav::file(&comment, voice),
            Self::Pcm => wav::samples(voice),
        }
    }
}
