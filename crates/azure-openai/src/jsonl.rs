//! JSON Lines files of this machine, line by line.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use azure_openai_core::{Error, ErrorKind};

use crate::file_error::file_error;

/// The longest line, in bytes.
const LINE_LIMIT: u64 = 64 * 1024 * 1024;

/// Reads the lines of a file that are not empty.
pub(crate) struct JsonLines {
    path: PathBuf,
    reader: BufReader<File>,
    line: Vec<u8>,
    number: u64,
    offset: u64,
}

/// A line, where it begins in the file, and its number from 1.
pub(crate) struct JsonLine<'a> {
    pub(crate) number: u64,
    pub(crate) offset: u64,
    pub(crate) text: &'a str,
}

impl JsonLines {
    pub(crate) fn open(path: &Path) -> Result<Self, Error> {
        let file = File::open(path).map_err(|error| file_error("read", path, error))?;
        if file.metadata().is_ok_and(|metadata| metadata.is_dir()) {
            let text = format!("`{}` is a directory, not a file", path.display());
            return Err(Error::new(ErrorKind::File, text));
        }
        Ok(Self {
            path: path.to_owned(),
            reader: BufReader::with_capacity(256 * 1024, file),
            line: Vec::new(),
            number: 0,
            offset: 0,
        })
    }

    /// Returns the next line without its end and a byte order mark; `None` at the end of the file.
    ///
    /// # Errors
    /// [`ErrorKind::File`] where the file cannot be read; [`ErrorKind::InvalidRequest`] with the number of a line that
    /// is not UTF-8 or too long.
    pub(crate) fn next(&mut self) -> Result<Option<JsonLine<'_>>, Error> {
        loop {
            self.offset += self.line.len() as u64;
            self.line.clear();
            let read = (&mut self.reader)
                .take(LINE_LIMIT + 1)
                .read_until(b'\n', &mut self.line)
                .map_err(|error| file_error("read", &self.path, error))?;
            if read == 0 {
                return Ok(None);
            }
            self.number += 1;
            if self.line.len() as u64 > LINE_LIMIT {
                return Err(self.bad(self.number, format!("is longer than {LINE_LIMIT} bytes")));
            }
            if !self.line.trim_ascii().is_empty() && self.line != b"\xef\xbb\xbf\n" {
                break;
            }
        }
        let Ok(text) = std::str::from_utf8(&self.line) else {
            return Err(self.bad(self.number, "is not UTF-8 text: a JSON Lines file is expected"));
        };
        let mark = match self.number {
            1 => text.len() - text.trim_start_matches('\u{feff}').len(),
            _ => 0,
        };
        Ok(Some(JsonLine {
            number: self.number,
            offset: self.offset + mark as u64,
            text: text[mark..].trim_end_matches(['\r', '\n']),
        }))
    }

    /// An error about a line.
    pub(crate) fn bad(&self, number: u64, what: impl std::fmt::Display) -> Error {
        Error::invalid_request(format!("line {number} of `{}` {what}", self.path.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_with_numbers_and_offsets() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let text = "\u{feff}{\"a\":1}\r\n\n  \n{\"b\":\"ü\"}\n{}";
        std::fs::write(file.path(), text).unwrap();
        let mut lines = JsonLines::open(file.path()).unwrap();
        let mut found = Vec::new();
        while let Some(line) = lines.next().unwrap() {
            let start = line.offset as usize;
            assert_eq!(&text[start..start + line.text.len()], line.text);
            found.push((line.number, line.text.to_owned()));
        }
        let expected = [(1, "{\"a\":1}"), (4, "{\"b\":\"ü\"}"), (5, "{}")];
        assert_eq!(found, expected.map(|(number, text)| (number, text.to_owned())));
    }

    #[test]
    fn line_that_is_not_text_is_an_error_with_its_number() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), b"{}\n\x89PNG\r\n\x1a\n\0").unwrap();
        let mut lines = JsonLines::open(file.path()).unwrap();
        assert!(lines.next().unwrap().is_some());
        let error = lines.next().err().unwrap();
        assert!(error.to_string().contains("line 2 of"), "{error}");
        assert!(error.to_string().contains("not UTF-8"), "{error}");
        assert_eq!(
            JsonLines::open(Path::new("/no/file")).err().unwrap().kind(),
            ErrorKind::File
        );
    }
}
