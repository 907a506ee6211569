//! A file of the service, line by line as it comes.

use azure_openai_core::{ByteStream, Error, ErrorKind};
use bytes::{Bytes, BytesMut};
use tokio_util::codec::{AnyDelimiterCodec, AnyDelimiterCodecError, Decoder};

/// Reads lines that end with LF or CRLF; empty ones are left out.
pub(super) struct LineReader {
    bytes: ByteStream,
    buffer: BytesMut,
    codec: AnyDelimiterCodec,
    /// The number of lines read, empty ones included.
    number: u64,
    file_id: String,
    at_end: bool,
}

impl LineReader {
    pub(super) fn new(file_id: &str, bytes: ByteStream, limit: usize) -> Self {
        Self {
            bytes,
            buffer: BytesMut::new(),
            codec: AnyDelimiterCodec::new_with_max_length(b"\n".to_vec(), Vec::new(), limit),
            number: 0,
            file_id: file_id.to_owned(),
            at_end: false,
        }
    }

    /// Returns where the last line is, for errors.
    pub(super) fn place(&self) -> String {
        format!("line {} of file {}", self.number, self.file_id)
    }

    /// Returns the next line, or an error and whether lines can follow it.
    pub(super) async fn next(&mut self) -> Result<Option<Bytes>, (Error, bool)> {
        loop {
            let line = match self.at_end {
                false => self.codec.decode(&mut self.buffer),
                true => self.codec.decode_eof(&mut self.buffer),
            };
            match line {
                Ok(Some(line)) => {
                    self.number += 1;
                    let line = match line.strip_prefix(b"\xef\xbb\xbf") {
                        Some(rest) if self.number == 1 => line.slice_ref(rest),
                        _ => line,
                    };
                    if !line.trim_ascii().is_empty() {
                        return Ok(Some(line));
                    }
                }
                Ok(None) if self.at_end => return Ok(None),
                Ok(None) => match self.bytes.next().await {
                    Some(Ok(chunk)) => self.buffer.extend_from_slice(&chunk),
                    Some(Err(error)) => return Err((error, false)),
                    None => self.at_end = true,
                },
                Err(AnyDelimiterCodecError::MaxChunkLengthExceeded) => {
                    self.number += 1;
                    let text = format!("{} is longer than the limit of bytes", self.place());
                    return Err((Error::new(ErrorKind::TooLarge, text), true));
                }
                Err(AnyDelimiterCodecError::Io(error)) => {
                    return Err((
                        Error::new(ErrorKind::File, "cannot read the file").with_source(error),
                        false,
                    ));
                }
            }
        }
    }
}
