//! A file of the service, line by line as it comes.

use std::mem;

use azure_openai_core::{ByteStream, Error, ErrorKind};
use bytes::BytesMut;
use memchr::memchr;

/// Reads lines that end with LF or CRLF; empty ones are left out.
pub(super) struct LineReader {
    bytes: ByteStream,
    buffer: BytesMut,
    /// How many bytes of the buffer have been searched for the end of the line.
    searched: usize,
    limit: usize,
    /// Whether the buffer begins within a line that is too long, whose rest is skipped.
    is_skipping: bool,
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
            searched: 0,
            limit,
            is_skipping: false,
            number: 0,
            file_id: file_id.to_owned(),
            at_end: false,
        }
    }

    /// Returns where the last line is, for errors.
    pub(super) fn place(&self) -> String {
        format!("line {} of file {}", self.number, self.file_id)
    }

    /// Returns the next line with its end, or an error and whether lines can follow it.
    pub(super) async fn next(&mut self) -> Result<Option<BytesMut>, (Error, bool)> {
        loop {
            let end = memchr(b'\n', &self.buffer[self.searched..]).map(|at| self.searched + at);
            let length = end.unwrap_or(self.buffer.len());
            if length > self.limit && !mem::replace(&mut self.is_skipping, true) {
                self.number += 1;
                let text = format!("{} is longer than the limit of bytes", self.place());
                return Err((Error::new(ErrorKind::TooLarge, text), true));
            }
            if end.is_none() && !self.at_end {
                if self.is_skipping {
                    self.buffer.clear();
                }
                self.searched = self.buffer.len();
                match self.bytes.next().await {
                    Some(Ok(chunk)) => self.buffer.extend_from_slice(&chunk),
                    Some(Err(error)) => return Err((error, false)),
                    None => self.at_end = true,
                }
                continue;
            }
            if self.buffer.is_empty() {
                return Ok(None);
            }
            let mut line = self.buffer.split_to(end.map_or(length, |end| end + 1));
            self.searched = 0;
            if mem::take(&mut self.is_skipping) {
                continue;
            }
            self.number += 1;
            if self.number == 1 && line.starts_with(b"\xef\xbb\xbf") {
                drop(line.split_to(3));
            }
            if !line.trim_ascii().is_empty() {
                return Ok(Some(line));
            }
        }
    }
}
