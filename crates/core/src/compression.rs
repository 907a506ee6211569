//! Compressed response bodies, decompressed as they come.

use std::io::{self, Write};
use std::mem;

use bytes::Bytes;
use flate2::write::{MultiGzDecoder, ZlibDecoder};
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

    /// Whether a body that starts like this is compressed at all: a gateway may decompress it and leave the header.
    pub(crate) fn fits(&self, start: &[u8]) -> bool {
        match self.coding {
            Coding::Gzip(_) => start.first() == Some(&0x1f),
            Coding::Deflate(_) => start.first().is_some_and(|byte| byte & 0x0f == 8),
            Coding::Unknown(_) => true,
        }
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
            Coding::Unknown(_) => Ok(()),
        }
    }
}

fn decompress(decoder: &mut impl Write, data: &[u8]) -> io::Result<()> {
    decoder.write_all(data)?;
    // A stream's event must not wait for the next one.
    decoder.flush()
}
