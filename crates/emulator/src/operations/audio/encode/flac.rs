//! FLAC (RFC 9639): frames predicted from the two samples before, the rest in Rice codes.

use bytes::Bytes;

use super::bits::{BitWriter, checksum};
use super::chunks::{Chunks, vorbis_comment};
use crate::operations::audio::voice::{SAMPLE_RATE, Voice};

const BLOCK: u64 = 4096;
/// The shortest block that may be predicted.
const WARM_UP: usize = 2;

pub(super) fn file(comment: &str, voice: Voice) -> Chunks {
    let mut headers = b"fLaC".to_vec();
    block(&mut headers, 0, &stream_info(voice.len()));
    // The highest bit says that no other block follows.
    block(&mut headers, 0x80 | 4, &vorbis_comment(comment));
    let starts = (0..voice.len()).step_by(BLOCK as usize);
    let frames = starts
        .enumerate()
        .map(move |(number, start)| Bytes::from(frame(number as u32, &voice.samples(start, BLOCK))));
    Box::new(std::iter::once(Bytes::from(headers)).chain(frames))
}

/// A metadata block.
fn block(file: &mut Vec<u8>, kind: u8, content: &[u8]) {
    // Three bytes of length: 16 MiB, a thousand times the longest comment.
    file.extend_from_slice(&((u32::from(kind) << 24) | content.len() as u32).to_be_bytes());
    file.extend_from_slice(content);
}

fn stream_info(samples: u64) -> Vec<u8> {
    let mut bits = BitWriter::default();
    bits.write(BLOCK as u32, 16);
    bits.write(BLOCK as u32, 16);
    // The sizes of the smallest and largest frame: not known beforehand.
    bits.write(0, 24);
    bits.write(0, 24);
    bits.write(SAMPLE_RATE, 20);
    // One channel, sixteen bits; both less one.
    bits.write(0, 3);
    bits.write(15, 5);
    bits.write((samples >> 32) as u32, 4);
    bits.write(samples as u32, 32);
    // The samples' MD5: not known beforehand either.
    (0..4).for_each(|_| bits.write(0, 32));
    std::mem::take(bits.align())
}

fn frame(number: u32, samples: &[i16]) -> Vec<u8> {
    let mut bits = BitWriter::default();
    // Blocks of a fixed size; this one's length in 16 bits; 24 kHz; mono; 16 bits a sample.
    bits.write(0xfff8, 16);
    bits.write(0b0111, 4);
    bits.write(0b0111, 4);
    bits.write(0, 4);
    bits.write(0b1000, 4);
    coded(&mut bits, number);
    bits.write(samples.len() as u32 - 1, 16);
    let check = checksum(bits.align(), 8, 0x07);
    bits.write(check, 8);
    subframe(&mut bits, samples);
    let bytes = bits.align();
    let check = checksum(bytes, 16, 0x8005) as u16;
    bytes.extend_from_slice(&check.to_be_bytes());
    std::mem::take(bytes)
}

/// The frame's number, written as UTF-8 writes a character.
fn coded(bits: &mut BitWriter, number: u32) {
    match number {
        0..0x80 => bits.write(number, 8),
        0x80..0x800 => {
            bits.write(0xc0 | number >> 6, 8);
            bits.write(0x80 | number & 0x3f, 8);
        }
        // The longest speech has some 6,000 frames.
        _ => {
            bits.write(0xe0 | number >> 12, 8);
            bits.write(0x80 | number >> 6 & 0x3f, 8);
            bits.write(0x80 | number & 0x3f, 8);
        }
    }
}

fn subframe(bits: &mut BitWriter, samples: &[i16]) {
    let sample = |bits: &mut BitWriter, sample: i16| bits.write(u32::from(sample as u16), 16);
    if samples.iter().all(|value| *value == samples[0]) {
        bits.write(0b0000_0000, 8);
        sample(bits, samples[0]);
    } else if samples.len() <= WARM_UP {
        bits.write(0b0000_0010, 8);
        samples.iter().for_each(|value| sample(bits, *value));
    } else {
        // The fixed predictor of order 2.
        bits.write(0b0001_0100, 8);
        samples[..WARM_UP].iter().for_each(|value| sample(bits, *value));
        let residuals: Vec<u32> = samples
            .windows(3)
            .map(|window| {
                let [a, b, c] = [window[0], window[1], window[2]].map(i32::from);
                let residual = c - 2 * b + a;
                // Signs alternate: 0, -1, 1, -2, 2, …
                (residual << 1 ^ residual >> 31) as u32
            })
            .collect();
        rice(bits, &residuals);
    }
}

/// One partition, with the parameter that suits the mean.
fn rice(bits: &mut BitWriter, residuals: &[u32]) {
    let sum: u64 = residuals.iter().map(|residual| u64::from(*residual)).sum();
    let mean = sum / residuals.len() as u64;
    // Four bits, of which 15 means something else.
    let parameter = (u64::BITS - mean.leading_zeros()).min(14);
    bits.write(0, 6);
    bits.write(parameter, 4);
    for residual in residuals {
        bits.unary(residual >> parameter);
        bits.write(*residual, parameter);
    }
}
