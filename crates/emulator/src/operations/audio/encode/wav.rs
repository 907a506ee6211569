//! WAV files, and their samples alone.

use bytes::Bytes;

use super::chunks::Chunks;
use crate::operations::audio::voice::{SAMPLE_RATE, Voice};

/// Samples in a chunk.
const CHUNK: u64 = 4096;

pub(super) fn file(comment: &str, voice: Voice) -> Chunks {
    let header = Bytes::from(header(comment, voice.len()));
    Box::new(std::iter::once(header).chain(samples(voice)))
}

/// Samples, little-endian.
pub(super) fn samples(voice: Voice) -> Chunks {
    let starts = (0..voice.len()).step_by(CHUNK as usize);
    Box::new(starts.map(move |start| {
        let samples = voice.samples(start, CHUNK);
        samples
            .into_iter()
            .flat_map(i16::to_le_bytes)
            .collect::<Vec<u8>>()
            .into()
    }))
}

/// Everything before the samples, with the comment in an `INFO` list.
fn header(comment: &str, samples: u64) -> Vec<u8> {
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
