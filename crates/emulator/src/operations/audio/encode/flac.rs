//! FLAC (RFC 9639): frames with the samples as they are.

use bytes::Bytes;

use super::bits::checksum;
use super::chunks::{Chunks, vorbis_comment};
use crate::operations::audio::voice::{SAMPLE_RATE, Voice};

/// Samples in a frame.
const BLOCK: u16 = 4096;

pub(super) fn file(comment: &str, voice: Voice) -> Chunks {
    let mut headers = b"fLaC".to_vec();
    block(&mut headers, 0, &stream_info(voice.len()));
    // The highest bit says that no other block follows.
    block(&mut headers, 0x80 | 4, &vorbis_comment(comment));
    let starts = (0..voice.len()).step_by(BLOCK.into());
    let frames = starts
        .enumerate()
        .map(move |(number, start)| Bytes::from(frame(number as u32, &voice.samples(start, BLOCK.into()))));
    Box::new(std::iter::once(Bytes::from(headers)).chain(frames))
}

/// A metadata block.
fn block(file: &mut Vec<u8>, kind: u8, content: &[u8]) {
    // Three bytes of length: 16 MiB, a thousand times the longest comment.
    file.extend_from_slice(&((u32::from(kind) << 24) | content.len() as u32).to_be_bytes());
    file.extend_from_slice(content);
}

fn stream_info(samples: u64) -> Vec<u8> {
    // The sizes of the smallest and the largest block, then those of the frames, which are not known beforehand.
    let mut info = [BLOCK.to_be_bytes(), BLOCK.to_be_bytes()].concat();
    info.extend_from_slice(&[0; 6]);
    // 20 bits of sample rate, 3 of channels and 5 of bits a sample (both less one), 36 of samples.
    info.extend_from_slice(&(u64::from(SAMPLE_RATE) << 44 | 15 << 36 | samples).to_be_bytes());
    // The samples' MD5: not known beforehand either.
    info.extend_from_slice(&[0; 16]);
    info
}

fn frame(number: u32, samples: &[i16]) -> Vec<u8> {
    // Blocks of a fixed size; this one's length in 16 bits; 24 kHz; mono; 16 bits a sample.
    let mut frame = vec![0xff, 0xf8, 0x77, 0x08];
    // The number is written as UTF-8 writes a character. The longest speech has some 6,000 frames.
    let number = char::from_u32(number).unwrap_or_default();
    frame.extend_from_slice(number.encode_utf8(&mut [0; 4]).as_bytes());
    frame.extend_from_slice(&(samples.len() as u16 - 1).to_be_bytes());
    frame.push(checksum(&frame, 8, 0x07) as u8);
    // One subframe, verbatim.
    frame.push(0b0000_0010);
    frame.extend(samples.iter().flat_map(|sample| sample.to_be_bytes()));
    let check = checksum(&frame, 16, 0x8005) as u16;
    frame.extend_from_slice(&check.to_be_bytes());
    frame
}
