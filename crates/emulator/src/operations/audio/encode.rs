//! Writes speech into files of each format, chunk by chunk.
//!
//! WAV, PCM and FLAC hold the voice's tones, MP3 the nearest that a spectral line comes to them. AAC and Opus hold silence
//! of the same length: frames that every decoder takes, for which no encoder of these formats is needed. There is none
//! without a C compiler that is kept up.

mod bits;
mod flac;
mod frames;
mod opus;
mod wav;

use bytes::Bytes;
use serde::Deserialize;

use super::voice::Voice;

/// Precedes the spoken text in the comment of a file that the emulator made.
pub(super) const SPOKEN: &str = "Spoken by the Azure OpenAI emulator: ";

/// A file in chunks.
pub(super) type Chunks = Box<dyn Iterator<Item = Bytes> + Send>;

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

/// A Vorbis comment block, as FLAC and Opus have it: the writer's name, then a list with one comment.
fn vorbis_comment(comment: &str) -> Vec<u8> {
    let text = |block: &mut Vec<u8>, text: &str| {
        block.extend_from_slice(&(text.len() as u32).to_le_bytes());
        block.extend_from_slice(text.as_bytes());
    };
    let mut block = Vec::new();
    text(&mut block, "azure-openai-emulator");
    block.extend_from_slice(&1_u32.to_le_bytes());
    text(&mut block, &format!("COMMENT={comment}"));
    block
}
