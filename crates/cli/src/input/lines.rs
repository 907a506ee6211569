//! Lines of a file or of standard input, with their numbers.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use serde::de::DeserializeOwned;

use crate::failure::{Failure, Result};

/// A line may be this long; a longer one is an error.
const LINE_LIMIT: u64 = 64 * 1024 * 1024;

/// The lines of a file, or of standard input where it is called `-`.
pub(crate) struct Lines {
    name: String,
    reader: BufReader<Box<dyn Read + Send>>,
    number: usize,
}

impl Lines {
    pub(crate) fn open(path: &Path) -> Result<Self> {
        let (name, reader): (_, Box<dyn Read + Send>) = match path.as_os_str() == "-" {
            true => ("standard input".to_owned(), Box::new(std::io::stdin())),
            false => {
                let file = File::open(path).map_err(|error| Failure::file(path, "read", &error))?;
                if file.metadata().is_ok_and(|metadata| metadata.is_dir()) {
                    return Err(Failure::input(format!("`{}` is a directory", path.display())));
                }
                (format!("`{}`", path.display()), Box::new(file))
            }
        };
        Ok(Self {
            name,
            reader: BufReader::with_capacity(256 * 1024, reader),
            number: 0,
        })
    }

    /// Where the last line is, for a message.
    pub(crate) fn place(&self) -> String {
        format!("{}, line {}", self.name, self.number)
    }

    /// The next line without its end; `None` at the end.
    pub(crate) fn next(&mut self) -> Result<Option<String>> {
        let mut bytes = Vec::new();
        let read = (&mut self.reader).take(LINE_LIMIT).read_until(b'\n', &mut bytes);
        let read = read.map_err(|error| Failure::input(format!("{}: cannot be read: {error}", self.name)))?;
        if read == 0 {
            return Ok(None);
        }
        self.number += 1;
        if bytes.contains(&0) {
            return Err(Failure::input(format!(
                "{}: the file is binary, not lines of text",
                self.place()
            )));
        }
        if bytes.last() == Some(&b'\n') {
            bytes.pop();
            if bytes.last() == Some(&b'\r') {
                bytes.pop();
            }
        } else if read as u64 == LINE_LIMIT {
            return Err(Failure::input(format!("{}: longer than 64 MiB", self.place())));
        }
        let text = String::from_utf8(bytes).map_err(|_| {
            Failure::input(format!("{}: not UTF-8 text", self.place())).advise("convert the file to UTF-8")
        })?;
        Ok(Some(match (self.number, text.strip_prefix('\u{feff}')) {
            (1, Some(rest)) => rest.to_owned(),
            _ => text,
        }))
    }

    /// The next line that is not blank, as JSON.
    pub(crate) fn next_json<T: DeserializeOwned>(&mut self) -> Result<Option<T>> {
        loop {
            let Some(line) = self.next()? else {
                return Ok(None);
            };
            if line.trim().is_empty() {
                continue;
            }
            return serde_json::from_str(&line).map(Some).map_err(|error| {
                let text = error.to_string();
                let reason = text.split(" at line ").next().unwrap_or(&text);
                Failure::input(format!("{}, column {}: {reason}", self.place(), error.column()))
                    .advise("JSON Lines has one JSON object on each line")
            });
        }
    }
}
