//! MP3 and AAC (ADTS): an ID3 tag and as many frames as the speech is long.

use bytes::Bytes;

use super::bits::BitWriter;
use super::chunks::Chunks;
use crate::operations::audio::voice::{SAMPLE_RATE, Voice};

/// Frames in a chunk.
const CHUNK: u64 = 64;
/// MPEG-2 Layer III, 24 kHz, mono, 32 kbit/s.
const MP3_HEADER: u32 = 0xfff3_44c0;
/// Bytes: 72 × bit rate / sample rate.
const MP3_LENGTH: usize = 96;
const MP3_SAMPLES: u64 = 576;
/// What makes a spectral line of 1 as loud as the other formats' tones, in quarters of a power of two.
const MP3_GAIN: u32 = 202;
/// AAC-LC, 24 kHz, mono, 11 bytes; then one channel without any spectral band, and the end of the frame.
const AAC_FRAME: [u8; 11] = [0xff, 0xf1, 0x58, 0x40, 0x01, 0x7f, 0xfc, 0x00, 0x00, 0x00, 0x07];
const AAC_SAMPLES: u64 = 1024;

pub(super) fn mp3(comment: &str, voice: Voice) -> Chunks {
    let count = voice.len().div_ceil(MP3_SAMPLES);
    with_tag(comment, count, move |frame| {
        // Its middle decides what a frame sounds like.
        let tone = voice.tone_at(frame * MP3_SAMPLES + MP3_SAMPLES / 2);
        let line = tone * 2.0 * MP3_SAMPLES as f64 / f64::from(SAMPLE_RATE);
        mp3_frame((tone > 0.0).then_some(line as u32))
    })
}

pub(super) fn aac(comment: &str, samples: u64) -> Chunks {
    let count = samples.div_ceil(AAC_SAMPLES);
    with_tag(comment, count, |_| AAC_FRAME.to_vec())
}

fn with_tag(comment: &str, count: u64, frame: impl Fn(u64) -> Vec<u8> + Send + 'static) -> Chunks {
    let tag = Bytes::from(id3(comment));
    let chunks = (0..count).step_by(CHUNK as usize).map(move |first| {
        let frames = first..count.min(first + CHUNK);
        Bytes::from(frames.flat_map(&frame).collect::<Vec<u8>>())
    });
    Box::new(std::iter::once(tag).chain(chunks))
}

/// A frame with one spectral line, or silence.
fn mp3_frame(line: Option<u32>) -> Vec<u8> {
    let mut bits = BitWriter::default();
    bits.write(MP3_HEADER, 32);
    // Lines go in fours, each four bits of code; one that isn't zero has a sign too.
    let fours = line.map_or(0, |line| line / 4 + 1);
    let length = 4 * fours + u32::from(line.is_some());
    // The side information: no earlier data, the length in bits, no large values, the gain, no scale factors, one long
    // block, no tables or regions, and the second table for small values, whose codes are the values' complements.
    bits.write(0, 9);
    bits.write(length, 12);
    bits.write(0, 9);
    bits.write(MP3_GAIN, 8);
    bits.write(0, 9 + 1 + 15);
    bits.write(0, 4 + 3 + 1);
    bits.write(1, 1);
    if let Some(line) = line {
        (1..fours).for_each(|_| bits.write(0b1111, 4));
        bits.write(0b1111 ^ (0b1000 >> (line % 4)), 4);
        bits.write(0, 1);
    }
    let mut frame = std::mem::take(bits.align());
    frame.resize(MP3_LENGTH, 0);
    frame
}

/// An ID3v2.4 tag with a comment.
fn id3(comment: &str) -> Vec<u8> {
    // UTF-8, language, an empty description.
    let mut content = b"\x03eng\0".to_vec();
    content.extend_from_slice(comment.as_bytes());
    let mut frame = b"COMM".to_vec();
    frame.extend_from_slice(&synchsafe(content.len()));
    frame.extend_from_slice(&[0, 0]);
    frame.append(&mut content);
    let mut tag = b"ID3\x04\0\0".to_vec();
    tag.extend_from_slice(&synchsafe(frame.len()));
    tag.append(&mut frame);
    tag
}

/// Seven bits a byte, so that no length looks like the start of a frame. A comment is far below the limit of 256 MiB.
fn synchsafe(length: usize) -> [u8; 4] {
    [21, 14, 7, 0].map(|shift| (length >> shift & 0x7f) as u8)
}
