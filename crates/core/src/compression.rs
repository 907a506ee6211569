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

/// How many bytes show how a body is compressed, and whether it is at all.
const ENOUGH: usize = 16;

/// Decompresses a body. What comes out is handed on chunk by chunk, so that limits hold for it.
pub(crate) struct Decompressor {
    coding: Coding,
    /// The start of the body, until it shows the coding.
    start: Vec<u8>,
    is_known: bool,
    input: Bytes,
}

enum Coding {
    Gzip(MultiGzDecoder<Vec<u8>>),
    Deflate(ZlibDecoder<Vec<u8>>),
    /// Without the header that the standard asks for: as some servers understood `deflate`.
    RawDeflate(DeflateDecoder<Vec<u8>>),
    /// A gateway decompressed the body and left the header.
    Plain,
    Unknown(String),
}

impl Decompressor {
    /// The decompressor that the headers ask for; `None` for a body that is not compressed.
    pub(crate) fn new(headers: &HeaderMap) -> Option<Self> {
        let values = headers.get_all(CONTENT_ENCODING).iter();
        let codings = values.flat_map(|value| value.as_bytes().split(|byte| *byte == b','));
        let codings = codings.map(|coding| coding.trim_ascii().to_ascii_lowercase());
        let codings: Vec<_> = codings
            .filter(|coding| !matches!(&**coding, b"" | b"identity"))
            .collect();
        let coding = match &*codings.join(&b", "[..]) {
            b"" => return None,
            b"gzip" | b"x-gzip" => Coding::Gzip(MultiGzDecoder::new(Vec::new())),
            b"deflate" => Coding::Deflate(ZlibDecoder::new(Vec::new())),
            other => Coding::Unknown(other.escape_ascii().to_string()),
        };
        Some(Self {
            is_known: matches!(coding, Coding::Unknown(_)),
            coding,
            start: Vec::new(),
            input: Bytes::new(),
        })
    }

    /// Adds bytes as they came.
    pub(crate) fn push(&mut self, data: Bytes) {
        debug_assert!(self.input.is_empty());
        if self.is_known {
            self.input = data;
            return;
        }
        self.start.extend_from_slice(&data);
        if self.start.len() >= ENOUGH {
            self.begin();
        }
    }

    /// Begins with the bytes that have come, since they are enough or all.
    fn begin(&mut self) {
        self.is_known = true;
        let start = mem::take(&mut self.start);
        match (&self.coding, &*start) {
            (Coding::Gzip(_), [0x1f, 0x8b, ..]) => {}
            (Coding::Deflate(_), [method, flags, ..])
                if method & 0x0f == 8 && u16::from_be_bytes([*method, *flags]) % 31 == 0 => {}
            (Coding::Deflate(_), start) if !is_text(start) => {
                self.coding = Coding::RawDeflate(DeflateDecoder::new(Vec::new()));
            }
            _ => self.coding = Coding::Plain,
        }
        self.input = start.into();
    }

    /// The next decompressed bytes of those that were added.
    pub(crate) fn next(&mut self) -> io::Result<Option<Bytes>> {
        while !self.input.is_empty() {
            let step = self.input.split_to(self.input.len().min(STEP));
            let output = match &mut self.coding {
                Coding::Gzip(gzip) => decompress(gzip, &step).map(|()| mem::take(gzip.get_mut())),
                Coding::Deflate(zlib) => decompress(zlib, &step).map(|()| mem::take(zlib.get_mut())),
                Coding::RawDeflate(raw) => decompress(raw, &step).map(|()| mem::take(raw.get_mut())),
                Coding::Plain => return Ok(Some(step)),
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

    /// Ends the body. Bytes can come out after all where it was shorter than its coding is known by.
    ///
    /// # Errors
    /// Where the compressed body is not whole.
    pub(crate) fn finish(&mut self) -> io::Result<Option<Bytes>> {
        if !self.is_known && !self.start.is_empty() {
            self.begin();
            return self.next();
        }
        match &mut self.coding {
            _ if !self.is_known => Ok(()),
            Coding::Gzip(gzip) => gzip.try_finish(),
            Coding::Deflate(zlib) => zlib.try_finish(),
            Coding::RawDeflate(raw) => raw.try_finish(),
            Coding::Plain | Coding::Unknown(_) => Ok(()),
        }?;
        Ok(None)
    }
}

/// Whether bytes that may end within a character are those of a text.
fn is_text(start: &[u8]) -> bool {
    let start = &start[..start.len().min(64)];
    let end = match std::str::from_utf8(start) {
        Ok(text) => text.len(),
        Err(error) if error.error_len().is_none() => error.valid_up_to(),
        Err(_) => return false,
    };
    let valid = String::from_utf8_lossy(&start[..end]);
    !valid
        .chars()
        .any(|character| character.is_control() && !character.is_ascii_whitespace())
}

fn decompress(decoder: &mut impl Write, data: &[u8]) -> io::Result<()> {
    decoder.write_all(data)?;
    // A stream's event must not wait for the next one.
    decoder.flush()
}
