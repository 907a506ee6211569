//! The input file of a batch.

use std::collections::HashSet;
use std::io::{BufWriter, Write};
use std::path::Path;

use azure_openai_core::{Error, ErrorKind, Value};
use serde::Serialize;
use tempfile::NamedTempFile;

/// The lines of a batch, written one by one to a temporary file that is removed when this is dropped.
///
/// All lines of a batch have the same endpoint. Each has a custom id, by which its result is found: results come in any
/// order.
pub struct BatchLines {
    endpoint: String,
    deployment: String,
    file: BufWriter<NamedTempFile>,
    ids: Vec<String>,
    known: HashSet<String>,
    bytes: u64,
    /// The file ends in the middle of a line.
    broken: bool,
}

impl BatchLines {
    /// The most requests of a batch: 100,000.
    pub const MAX_REQUESTS: usize = 100_000;
    /// The most bytes of a batch's file: 200 MB, taken as 200,000,000.
    pub const MAX_BYTES: u64 = 200_000_000;

    /// Creates lines for chat completions of a deployment, which must be a batch deployment.
    ///
    /// # Errors
    /// Those of [`new`](Self::new).
    pub fn chat(deployment: impl Into<String>) -> Result<Self, Error> {
        Self::new("/chat/completions", deployment)
    }

    /// Creates lines for an endpoint, such as `/chat/completions`, and a deployment.
    ///
    /// # Errors
    /// [`ErrorKind::File`] where no temporary file can be created.
    pub fn new(endpoint: impl Into<String>, deployment: impl Into<String>) -> Result<Self, Error> {
        let file = tempfile::Builder::new()
            .prefix("batch-")
            .suffix(".jsonl")
            .tempfile()
            .map_err(not_written)?;
        Ok(Self {
            endpoint: endpoint.into(),
            deployment: deployment.into(),
            file: BufWriter::with_capacity(256 * 1024, file),
            ids: Vec::new(),
            known: HashSet::new(),
            bytes: 0,
            broken: false,
        })
    }

    /// Adds a request. Its `model` becomes the deployment, unless the request has one of its own.
    ///
    /// The line is buffered; now and then the buffer is written to the disk.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`], and nothing was added: the id is empty or used before, the request is not a JSON
    /// object or has `stream: true`, or there would be more than [`MAX_REQUESTS`](Self::MAX_REQUESTS) or
    /// [`MAX_BYTES`](Self::MAX_BYTES). [`ErrorKind::File`] where the file cannot be written.
    pub fn push<T: Serialize + ?Sized>(&mut self, custom_id: impl Into<String>, request: &T) -> Result<(), Error> {
        let custom_id = custom_id.into();
        if self.broken {
            return Err(unusable());
        }
        if custom_id.is_empty() {
            return Err(Error::invalid_request("custom id is empty"));
        }
        if self.known.contains(&custom_id) {
            return Err(Error::invalid_request(format!(
                "custom id `{}` is used by another line of the batch",
                custom_id.escape_debug()
            )));
        }
        if self.ids.len() == Self::MAX_REQUESTS {
            return Err(Error::invalid_request(format!(
                "batch is full, with {} requests: start another one",
                Self::MAX_REQUESTS
            )));
        }
        let line = self.line(&custom_id, request)?;
        if self.bytes + line.len() as u64 > Self::MAX_BYTES {
            return Err(Error::invalid_request(format!(
                "batch would exceed {1} bytes with the line `{0}`: start another one",
                custom_id.escape_debug(),
                Self::MAX_BYTES
            )));
        }
        if let Err(error) = self.file.write_all(&line) {
            self.broken = true;
            return Err(not_written(error));
        }
        self.bytes += line.len() as u64;
        self.known.insert(custom_id.clone());
        self.ids.push(custom_id);
        Ok(())
    }

    fn line<T: Serialize + ?Sized>(&self, custom_id: &str, request: &T) -> Result<Vec<u8>, Error> {
        #[derive(Serialize)]
        struct Line<'a> {
            custom_id: &'a str,
            method: &'static str,
            url: &'a str,
            body: &'a Value,
        }
        let mut body = serde_json::to_value(request).map_err(not_json)?;
        let Some(fields) = body.as_object_mut() else {
            return Err(Error::invalid_request("request of a batch is not a JSON object"));
        };
        if fields.get("stream") == Some(&Value::Bool(true)) {
            return Err(Error::invalid_request(
                "request of a batch cannot be streamed: leave out `stream`",
            ));
        }
        if fields.get("model").is_none_or(Value::is_null) {
            fields.insert("model".to_owned(), self.deployment.clone().into());
        }
        let line = Line {
            custom_id,
            method: "POST",
            url: &self.endpoint,
            body: &body,
        };
        let mut line = serde_json::to_vec(&line).map_err(not_json)?;
        line.push(b'\n');
        Ok(line)
    }

    /// Returns the endpoint of the requests, such as `/chat/completions`.
    pub fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// Returns the custom ids of the lines, in order.
    pub fn ids(&self) -> &[String] {
        &self.ids
    }

    /// Returns the number of lines.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Returns whether there are no lines.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// Returns the size of the lines in bytes.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Writes what is buffered, and returns the path of the file, to be uploaded with the purpose `batch`. The file is
    /// removed when this is dropped.
    ///
    /// # Errors
    /// [`ErrorKind::File`] where the rest cannot be written, [`ErrorKind::InvalidRequest`] where there are no lines.
    pub fn finish(&mut self) -> Result<&Path, Error> {
        if self.broken {
            return Err(unusable());
        }
        if self.ids.is_empty() {
            return Err(Error::invalid_request("batch has no requests"));
        }
        if let Err(error) = self.file.flush() {
            self.broken = true;
            return Err(not_written(error));
        }
        Ok(self.file.get_ref().path())
    }
}

fn not_written(error: std::io::Error) -> Error {
    Error::of_kind(
        ErrorKind::File,
        "cannot write the lines of the batch to a temporary file",
    )
    .caused_by(error)
}

fn unusable() -> Error {
    Error::of_kind(
        ErrorKind::File,
        "a line of the batch was written in part: start the batch again",
    )
}

fn not_json(error: serde_json::Error) -> Error {
    Error::invalid_request("cannot serialize the request").caused_by(error)
}

impl std::fmt::Debug for BatchLines {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("BatchLines")
            .field("endpoint", &self.endpoint)
            .field("deployment", &self.deployment)
            .field("lines", &self.ids.len())
            .field("bytes", &self.bytes)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn byte_limit_is_exact() {
        let mut lines = BatchLines::chat("d").unwrap();
        let length = lines.line("one", &Value::Object(Default::default())).unwrap().len() as u64;
        lines.bytes = BatchLines::MAX_BYTES - length + 1;
        let error = lines.push("one", &serde_json::json!({})).unwrap_err();
        assert!(error.to_string().contains("200000000 bytes"), "{error}");
        assert!(lines.is_empty());
        lines.bytes -= 1;
        lines.push("one", &serde_json::json!({})).unwrap();
        assert_eq!(lines.bytes(), BatchLines::MAX_BYTES);
    }
}
