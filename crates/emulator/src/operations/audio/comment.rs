//! The comment in an audio file, by which the emulator recognizes its own speech.
//!
//! That of WAV files stands in an `INFO` list, which symphonia 0.6.1 reads but does not return.

use std::io::{self, Read, Seek, SeekFrom};

/// Precedes the spoken text in the comment of a file that the emulator made.
pub(super) const SPOKEN: &str = "Spoken by the Azure OpenAI emulator: ";
/// The longest list read, in bytes: room for the longest text that can be spoken.
const MAX_LIST: u32 = 1 << 20;

/// The comment of a WAV file, if there is one before the samples.
pub(super) fn of_wav(file: &mut (impl Read + Seek)) -> io::Result<Option<String>> {
    // `RIFF`, a length, `WAVE`.
    file.seek(SeekFrom::Start(12))?;
    while let Some((name, length)) = header(file)? {
        match &name {
            b"data" => break,
            b"LIST" if length <= MAX_LIST => {
                let mut list = Vec::new();
                file.take(u64::from(length)).read_to_end(&mut list)?;
                if let Some(chunks) = list.strip_prefix(b"INFO") {
                    return find(chunks);
                }
            }
            _ => {
                file.seek_relative(i64::from(length))?;
            }
        }
        file.seek_relative(i64::from(length % 2))?;
    }
    Ok(None)
}

fn find(mut chunks: &[u8]) -> io::Result<Option<String>> {
    while let Some((name, length)) = header(&mut chunks)? {
        let length = length as usize;
        let content = chunks.get(..length).unwrap_or(chunks);
        if &name == b"ICMT" {
            // Others end it with a zero.
            let text = content.strip_suffix(b"\0").unwrap_or(content);
            return Ok(Some(String::from_utf8_lossy(text).into_owned()));
        }
        chunks = chunks.get(length + length % 2..).unwrap_or_default();
    }
    Ok(None)
}

/// The name and length of the next chunk.
fn header(from: &mut impl Read) -> io::Result<Option<([u8; 4], u32)>> {
    let mut bytes = Vec::new();
    from.take(8).read_to_end(&mut bytes)?;
    let name = bytes.first_chunk::<4>();
    let length = bytes.get(4..).and_then(|rest| rest.first_chunk::<4>());
    Ok(name
        .zip(length)
        .map(|(name, length)| (*name, u32::from_le_bytes(*length))))
}
