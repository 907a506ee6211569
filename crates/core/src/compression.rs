//! Compressed response bodies, decompressed as they come.

use std::io::{self, Write};
use std::mem;

use bytes::Bytes;
use flate2::write::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};
use http::HeaderMap;
use http::header::CONTENT_ENCODING;

/// How many compressed bytes are decompressed at once: some thousand times as many may come out, which a limit can then
/// refuse.
const STEP: usize = 4096;

/// Decompresses a body. What comes out is handed on piece by piece, so that limits hold for it.
pub(crate) struct Decompressor {
    coding: Coding,
    input: Bytes,
}

enum Coding {
    Gzip(MultiGzDecoder<Vec<u8>>),
    Deflate(ZlibDecoder<Vec<u8>>),
    /// Without the header that the standard asks for: as some servers understood `deflate`.
    RawDeflate(DeflateDecoder<Vec<u8>>),
    Unknown(String),
}

impl Decompressor {
    /// The decompressor that the headers ask for; `None` for a body that is not compressed.
    pub(crate) fn new(headers: &HeaderMap) -> Option<Self> {
        let value = headers.get(CONTENT_ENCODING)?.as_bytes().to_ascii_lowercase();
        let coding = match value.trim_ascii() {
            b"" | b"identity" => return None,
            b"gzip" | b"x-gzip" => Coding::Gzip(MultiGzDecoder::new(Vec::new())),
            b"deflate" => Coding::Deflate(ZlibDecoder::new(Vec::new())),
            other => Coding::Unknown(other.escape_ascii().to_string()),
        };
        Some(Self {
            coding,
            input: Bytes::new(),
        })
    }

    /// The decompressor of a body that starts like this; `None` for one that is not compressed at all, since a gateway may
    /// decompress it and leave the header.
    pub(crate) fn for_start(self, start: &[u8]) -> Option<Self> {
        let first = *start.first()?;
        let coding = match self.coding {
            Coding::Gzip(_) if first != 0x1f => return None,
            Coding::Deflate(_) if first & 0x0f != 8 && is_text(start) => return None,
            Coding::Deflate(_) if first & 0x0f != 8 => Coding::RawDeflate(DeflateDecoder::new(Vec::new())),
            coding => coding,
        };
        Some(Self { coding, ..self })
    }

    /// Adds bytes as they came.
    pub(crate) fn push(&mut self, data: Bytes) {
        debug_assert!(self.input.is_empty());
        self.input = data;
    }

    /// The next decompressed bytes of those that were added.
    pub(crate) fn next(&mut self) -> io::Result<Option<Bytes>> {
        while !self.input.is_empty() {
            let step = self.input.split_to(self.input.len().min(STEP));
            let output = match &mut self.coding {
                Coding::Gzip(gzip) => decompress(gzip, &step).map(|()| mem::take(gzip.get_mut())),
                Coding::Deflate(zlib) => decompress(zlib, &step).map(|()| mem::take(zlib.get_mut())),
                Coding::RawDeflate(raw) => decompress(raw, &step).map(|()| mem::take(raw.get_mut())),
                Coding::Unknown(name) => Err(io::Error::new(
                    io::ErrorKind::Unsupported,
                    format!("content encoding `{name}` is not supported; have the gateway send gzip or none"),
                )),
            }?;
            if !output.is_empty() {
                return Ok(Some(output.into()));
            }
        }
        Ok(None)
    }

    /// Fails where the compressed body is not whole.
    pub(crate) fn finish(&mut self) -> io::Result<()> {
        match &mut self.coding {
            Coding::Gzip(gzip) => gzip.try_finish(),
            Coding::Deflate(zlib) => zlib.try_finish(),
            Coding::RawDeflate(raw) => raw.try_finish(),
            Coding::Unknown(_) => Ok(()),
        }
    }
}

/// Whether bytes that may end within a character are those of a text.
fn is_text(start: &[u8]) -> bool {
    let start = &start[..start.len().min(64)];
    let valid = match std::str::from_utf8(start) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() => match std::str::from_utf8(&start[..error.valid_up_to()]) {
            Ok(text) => text,
            Err(_) => return false,
        },
        Err(_) => return false,
    };
    !valid
        .chars()
        .any(|character| character.is_control() && !character.is_ascii_whitespace())
}

fn decompress(decoder: &mut impl Write, data: &[u8]) -> io::Result<()> {
    decoder.write_all(data)?;
    // A stream's event must not wait for the next one.
    decoder.flush()
}
