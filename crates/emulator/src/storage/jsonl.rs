//! JSON Lines, read one line after the other however big the file is.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

/// The longest line read, in bytes: an example or a request with some dozen images in it. What is longer would only
/// fill the memory.
pub(crate) const MAX_LINE: u64 = 32 * 1024 * 1024;
const BUFFER: usize = 256 * 1024;
const MARK: &[u8] = b"\xef\xbb\xbf";

/// A line that isn't blank.
#[derive(Debug)]
pub(crate) struct Line<'a> {
    /// Counted from 1, blank lines included.
    pub(crate) number: u64,
    /// Where it starts in the file, in bytes.
    pub(crate) offset: u64,
    pub(crate) text: &'a str,
}

/// Why a line can't be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LineError {
    #[error("line {number} is longer than {MAX_LINE} bytes")]
    TooLong { number: u64 },
    #[error("line {number} is not UTF-8 text")]
    NotText { number: u64 },
    #[error("the file cannot be read: {0}")]
    Unreadable(#[from] io::Error),
}

impl LineError {
    pub(crate) fn line(&self) -> Option<u64> {
        match self {
            Self::TooLong { number } | Self::NotText { number } => Some(*number),
            Self::Unreadable(_) => None,
        }
    }
}

/// What is wrong with the JSON of a line, placed within the line.
pub(crate) fn json_error(error: &serde_json::Error) -> String {
    error.to_string().replace(" at line 1 column ", " at column ")
}

/// The lines of a file. A byte order mark, carriage returns and blank lines are passed over.
#[derive(Debug)]
pub(crate) struct Lines<R> {
    reader: R,
    number: u64,
    offset: u64,
    line: Vec<u8>,
}

impl Lines<BufReader<File>> {
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        Ok(Self::new(BufReader::with_capacity(BUFFER, file)))
    }
}

impl<R: BufRead> Lines<R> {
    pub(crate) fn new(reader: R) -> Self {
        Self {
            reader,
            number: 0,
            offset: 0,
            line: Vec::new(),
        }
    }

    /// The next line, or `None` at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Line<'_>>, LineError> {
        let (start, end) = loop {
            self.line.clear();
            let start = self.offset;
            let read = self
                .reader
                .by_ref()
                .take(MAX_LINE + 2)
                .read_until(b'\n', &mut self.line)?;
            if read == 0 {
                return Ok(None);
            }
            self.offset += read as u64;
            self.number += 1;
            let skipped = match self.number {
                1 if self.line.starts_with(MARK) => MARK.len(),
                _ => 0,
            };
            let number = self.number;
            // Spaces count: what is read of a longer line is not a line.
            if self.line.strip_suffix(b"\n").unwrap_or(&self.line).len() as u64 > MAX_LINE {
                return Err(LineError::TooLong { number });
            }
            let end = self.line.trim_ascii_end().len();
            if end > skipped {
                break (start + skipped as u64, skipped..end);
            }
        };
        let number = self.number;
        let text = self.line.get(end).unwrap_or_default();
        let text = std::str::from_utf8(text).map_err(|_| LineError::NotText { number })?;
        Ok(Some(Line {
            number,
            offset: start,
            text,
        }))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{LineError, Lines, MAX_LINE};

    fn read(bytes: &[u8]) -> Vec<(u64, u64, String)> {
        let mut lines = Lines::new(bytes);
        let mut read = Vec::new();
        while let Some(line) = lines.next().unwrap() {
            read.push((line.number, line.offset, line.text.to_owned()));
        }
        read
    }

    #[test]
    fn numbers_count_every_line() {
        let expected = [(1, 3, "a".to_owned()), (4, 10, " b c".to_owned())];
        assert_eq!(read(b"\xef\xbb\xbfa\r\n\n \t\n b c"), expected);
        assert_eq!(read(b""), []);
        assert_eq!(read(b"\n\n"), []);
        assert_eq!(read(b"\xef\xbb\xbf"), []);
    }

    #[test]
    fn bad_lines_are_named() {
        let mut lines = Lines::new(&b"a\n\xff\n"[..]);
        lines.next().unwrap();
        assert!(matches!(lines.next(), Err(LineError::NotText { number: 2 })));
        let long = vec![b'x'; MAX_LINE as usize + 1];
        let mut lines = Lines::new(&long[..]);
        assert!(matches!(lines.next(), Err(LineError::TooLong { number: 1 })));
        assert!(Lines::new(&long[1..]).next().unwrap().is_some());
        let blank = vec![b' '; MAX_LINE as usize + 1];
        assert!(matches!(
            Lines::new(&blank[..]).next(),
            Err(LineError::TooLong { number: 1 })
        ));
    }

    proptest! {
        #[test]
        fn lines_stand_where_they_say(text in "[ab é\r\n]{0,40}") {
            for (number, offset, line) in read(text.as_bytes()) {
                prop_assert!(text[offset as usize..].starts_with(&line));
                prop_assert_eq!(text[..offset as usize].matches('\n').count() as u64 + 1, number);
            }
        }
    }
}
