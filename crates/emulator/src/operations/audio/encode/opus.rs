//! Opus in Ogg (RFC 7845), silent.

use bytes::Bytes;

use super::bits::checksum;
use super::chunks::{Chunks, vorbis_comment};
use crate::operations::audio::voice::SAMPLE_RATE;

/// Twenty milliseconds of silence: full band, mono, one frame.
const PACKET: [u8; 3] = [0xf8, 0xff, 0xfe];
/// Opus counts at this rate, whatever went in.
const GRANULES_PER_SECOND: u64 = 48_000;
const GRANULES_PER_PACKET: u64 = 960;
/// What decoders drop at the start, while they settle.
const PRE_SKIP: u16 = 312;
/// A second.
const PACKETS_PER_PAGE: u64 = 50;
/// What distinguishes streams in one file.
const SERIAL: u32 = 1;
const FIRST: u8 = 2;
const LAST: u8 = 4;

pub(super) fn file(comment: &str, samples: u64) -> Chunks {
    let end = u64::from(PRE_SKIP) + samples * GRANULES_PER_SECOND / u64::from(SAMPLE_RATE);
    let packets = end.div_ceil(GRANULES_PER_PACKET);

    let mut head = b"OpusHead\x01\x01".to_vec();
    head.extend_from_slice(&PRE_SKIP.to_le_bytes());
    head.extend_from_slice(&SAMPLE_RATE.to_le_bytes());
    head.extend_from_slice(&[0, 0, 0]);
    let mut tags = b"OpusTags".to_vec();
    tags.append(&mut vorbis_comment(comment));

    let mut headers = page(FIRST, 0, 0, &[&head]);
    // At most 4096 characters: well within the 255 segments of a page.
    headers.append(&mut page(0, 0, 1, &[&tags]));
    let pages = (0..packets).step_by(PACKETS_PER_PAGE as usize).map(move |first| {
        let next = packets.min(first + PACKETS_PER_PAGE);
        let (flags, granule) = if next == packets {
            // Less than the packets hold: the last one is cut.
            (LAST, end)
        } else {
            (0, next * GRANULES_PER_PACKET)
        };
        let number = 2 + (first / PACKETS_PER_PAGE) as u32;
        let held: Vec<&[u8]> = (first..next).map(|_| &PACKET[..]).collect();
        Bytes::from(page(flags, granule, number, &held))
    });
    Box::new(std::iter::once(Bytes::from(headers)).chain(pages))
}

/// An Ogg page of whole packets.
fn page(flags: u8, granule: u64, number: u32, packets: &[&[u8]]) -> Vec<u8> {
    let mut segments = Vec::new();
    for packet in packets {
        // 255 says that the packet goes on.
        segments.extend(std::iter::repeat_n(255, packet.len() / 255));
        segments.push((packet.len() % 255) as u8);
    }
    let mut page = b"OggS\0".to_vec();
    page.push(flags);
    page.extend_from_slice(&granule.to_le_bytes());
    page.extend_from_slice(&SERIAL.to_le_bytes());
    page.extend_from_slice(&number.to_le_bytes());
    let check_at = page.len();
    page.extend_from_slice(&[0; 4]);
    page.push(segments.len() as u8);
    page.append(&mut segments);
    packets.iter().for_each(|packet| page.extend_from_slice(packet));
    let check = checksum(&page, 32, 0x04c1_1db7);
    page[check_at..check_at + 4].copy_from_slice(&check.to_le_bytes());
    page
}
