//! A file of the service, line by line as it comes.

use azure_openai_core::{ByteStream, Error, ErrorKind};
use bytes::BytesMut;
use tokio_util::codec::{Decoder, LinesCodec, LinesCodecError};

/// Reads lines that end with LF or CRLF; empty ones are left out.
pub(super) struct LineReader {
    bytes: ByteStream,
    buffer: BytesMut,
    codec: LinesCodec,
    /// How many lines were read, empty ones too.
    number: u64,
    file_id: String,
    at_end: bool,
}

impl LineReader {
    pub(super) fn new(file_id: &str, bytes: ByteStream, limit: usize) -> Self {
        Self {
            bytes,
            buffer: BytesMut::new(),
            codec: LinesCodec::new_with_max_length(limit),
            number: 0,
            file_id: file_id.to_owned(),
            at_end: false,
        }
    }

    /// Where an error is.
    pub(super) fn place(&self) -> String {
        format!("line {} of the file {}", self.number, self.file_id)
    }

    /// The next line. After an error there is none.
    pub(super) async fn next(&mut self) -> Result<Option<String>, Error> {
        loop {
            let line = match self.at_end {
                false => self.codec.decode(&mut self.buffer),
                true => self.codec.decode_eof(&mut self.buffer),
            };
            match line {
                Ok(Some(line)) => {
                    self.number += 1;
                    let line = match self.number {
                        1 => line.strip_prefix('\u{feff}').unwrap_or(&line),
                        _ => &line,
                    };
                    if !line.trim().is_empty() {
                        return Ok(Some(line.to_owned()));
                    }
                }
                Ok(None) if self.at_end => return Ok(None),
                Ok(None) => match self.bytes.next().await {
                    Some(piece) => self.buffer.extend_from_slice(&piece?),
                    None => self.at_end = true,
                },
                Err(error) => {
                    self.number += 1;
                    let (kind, what) = match &error {
                        LinesCodecError::MaxLineLengthExceeded => {
                            (ErrorKind::TooLarge, "is longer than the limit set for it")
                        }
                        LinesCodecError::Io(_) => (ErrorKind::Decode, "is not UTF-8"),
                    };
                    return Err(Error::of_kind(kind, format!("{} {what}", self.place())));
                }
            }
        }
    }
}
