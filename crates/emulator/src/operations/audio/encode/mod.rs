//! Writes speech into files of each format, a piece at a time.
//!
//! WAV, PCM and FLAC hold the voice's tones, MP3 the nearest that a spectral line comes to them. AAC and Opus hold silence
//! of the same length: frames that every decoder takes, for which no encoder of these formats is needed. There is none
//! without a C compiler that is kept up.

mod bits;
mod flac;
mod frames;
mod opus;

use bytes::Bytes;

use super::SPOKEN;
use super::voice::{SAMPLE_RATE, Voice};

/// Samples in a piece of a file without frames.
const PIECE: u64 = 4096;

/// The formats that speech comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Mp3,
    Opus,
    Aac,
    Flac,
    Wav,
    Pcm,
}

/// A file in pieces.
pub(super) type Pieces = Box<dyn Iterator<Item = Bytes> + Send>;

impl Format {
    pub(super) fn encode(self, voice: Voice) -> Pieces {
        let comment = format!("{SPOKEN}{}", voice.text());
        match self {
            Self::Mp3 => frames::mp3(&comment, voice),
            Self::Aac => frames::aac(&comment, voice.len()),
            Self::Opus => opus::file(&comment, voice.len()),
            Self::Flac => flac::file(&comment, voice),
            Self::Wav => {
                let header = Bytes::from(wav_header(&comment, voice.len()));
                Box::new(std::iter::once(header).chain(pcm(voice)))
            }
            Self::Pcm => pcm(voice),
        }
    }
}

/// Samples, little-endian.
fn pcm(voice: Voice) -> Pieces {
    let starts = (0..voice.len()).step_by(PIECE as usize);
    Box::new(starts.map(move |start| {
        let samples = voice.samples(start, PIECE);
        samples
            .into_iter()
            .flat_map(i16::to_le_bytes)
            .collect::<Vec<u8>>()
            .into()
    }))
}

/// Everything before the samples, with the comment in an `INFO` list.
fn wav_header(comment: &str, samples: u64) -> Vec<u8> {
    let mut info = b"INFO".to_vec();
    chunk(&mut info, b"ICMT", comment.as_bytes());
    let mut format = Vec::new();
    // Uncompressed, one channel, bytes a second, bytes a sample, bits a sample.
    format.extend_from_slice(&[1, 0, 1, 0]);
    format.extend_from_slice(&SAMPLE_RATE.to_le_bytes());
    format.extend_from_slice(&(2 * SAMPLE_RATE).to_le_bytes());
    format.extend_from_slice(&[2, 0, 16, 0]);

    let mut body = b"WAVE".to_vec();
    chunk(&mut body, b"fmt ", &format);
    chunk(&mut body, b"LIST", &info);
    body.extend_from_slice(b"data");
    // The longest speech is far below 4 GiB.
    let data = (2 * samples) as u32;
    body.extend_from_slice(&data.to_le_bytes());
    let mut file = b"RIFF".to_vec();
    file.extend_from_slice(&(body.len() as u32 + data).to_le_bytes());
    file.append(&mut body);
    file
}

/// A RIFF chunk; those of odd length are padded.
fn chunk(file: &mut Vec<u8>, name: &[u8; 4], content: &[u8]) {
    file.extend_from_slice(name);
    file.extend_from_slice(&(content.len() as u32).to_le_bytes());
    file.extend_from_slice(content);
    if content.len() % 2 == 1 {
        file.push(0);
    }
}

/// A Vorbis comment block, as FLAC and Opus have it: the writer's name, then a list of one comment.
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
