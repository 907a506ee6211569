//! The input file of a batch.

use std::collections::HashSet;
use std::io::{BufWriter, Write};
use std::marker::PhantomData;
use std::path::Path;

use azure_openai_authoring::BatchCreateRequest;
use azure_openai_core::{Error, ErrorKind, Value};
use azure_openai_inference::CreateChatCompletionRequest;
use tempfile::NamedTempFile;

use super::encoder::Encoder;
use super::request::BatchRequest;

/// The lines of a batch, written one by one to a temporary file that is removed when this is dropped. For more than one
/// batch takes, or where the process may end before the batch does: [`BatchSet`](super::BatchSet).
///
/// All lines of a batch have the same endpoint, that of the type of the requests. Each has a custom id, by which its
/// result is found: results come in any order.
#[must_use = "nothing is sent until the batch is created"]
pub struct BatchLines<R = Value> {
    pub(super) encoder: Encoder,
    pub(super) request: BatchCreateRequest,
    pub(super) file_name: String,
    file: BufWriter<NamedTempFile>,
    ids: Vec<String>,
    known: HashSet<String>,
    bytes: u64,
    /// The file ends in the middle of a line.
    broken: bool,
    requests: PhantomData<fn(R)>,
}

/// The most requests of a batch.
pub(super) const MAX_REQUESTS: usize = 100_000;
/// The most bytes of a batch's file.
pub(super) const MAX_BYTES: u64 = 200_000_000;
/// The only completion window of the service.
pub(super) const COMPLETION_WINDOW: &str = "24h";

impl BatchLines<CreateChatCompletionRequest> {
    /// Creates lines for chat completions of a deployment, which must be a batch deployment.
    ///
    /// # Errors
    /// Those of [`new`](Self::new).
    pub fn chat(deployment: impl Into<String>) -> Result<Self, Error> {
        Self::new("/chat/completions", deployment)
    }
}

impl BatchLines {
    /// The most requests of a batch: 100,000.
    pub const MAX_REQUESTS: usize = MAX_REQUESTS;
    /// The most bytes of a batch's file: 200 MB, taken as 200,000,000.
    pub const MAX_BYTES: u64 = MAX_BYTES;
}

impl<R: BatchRequest> BatchLines<R> {
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
        let encoder = Encoder {
            endpoint: endpoint.into(),
            deployment: deployment.into(),
        };
        Ok(Self {
            request: BatchCreateRequest::new("", &encoder.endpoint, COMPLETION_WINDOW),
            encoder,
            file_name: "batch.jsonl".to_owned(),
            file: BufWriter::with_capacity(256 * 1024, file),
            ids: Vec::new(),
            known: HashSet::new(),
            bytes: 0,
            broken: false,
            requests: PhantomData,
        })
    }

    azure_openai_core::setters! {
        /// Sets the name of the input file. Default: `batch.jsonl`.
        pub fn with_file_name(self, file_name: impl Into<String>) => file_name = file_name.into();
        /// Sets the metadata of the batch, by which it can be found in the list of batches.
        pub fn with_metadata(self, metadata: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>) =>
            request = self.request.with_metadata(metadata);
        /// Sets the completion window. Default: `24h`, the only one that the service has.
        pub fn with_completion_window(self, window: impl Into<String>) => request.completion_window = window.into();
    }

    /// Adds a request. Its `model` becomes the deployment, unless the request has one of its own.
    ///
    /// The line is buffered; now and then the buffer is written to the disk.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`], and nothing was added: the id is empty or used before, the request is not a JSON
    /// object or has `stream: true`, or there would be more than [`MAX_REQUESTS`](BatchLines::MAX_REQUESTS) or
    /// [`MAX_BYTES`](BatchLines::MAX_BYTES). [`ErrorKind::File`] where the file cannot be written.
    pub fn push(&mut self, custom_id: impl Into<String>, request: &R) -> Result<(), Error> {
        let custom_id = custom_id.into();
        if self.broken {
            return Err(unusable());
        }
        if self.known.contains(&custom_id) {
            return Err(Error::invalid_request(format!(
                "custom id `{}` is used by another line of the batch",
                custom_id.escape_debug()
            )));
        }
        if self.ids.len() == MAX_REQUESTS {
            return Err(Error::invalid_request(format!(
                "batch is full, with {} requests: start another one",
                MAX_REQUESTS
            )));
        }
        let line = self.encoder.line(&custom_id, request)?;
        if self.bytes + line.len() as u64 > MAX_BYTES {
            return Err(Error::invalid_request(format!(
                "batch would exceed {1} bytes with the line `{0}`: start another one",
                custom_id.escape_debug(),
                MAX_BYTES
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

    /// Returns the endpoint of the requests, such as `/chat/completions`.
    pub fn endpoint(&self) -> &str {
        &self.encoder.endpoint
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
    Error::new(
        ErrorKind::File,
        "cannot write the lines of the batch to a temporary file",
    )
    .with_source(error)
}

fn unusable() -> Error {
    Error::new(
        ErrorKind::File,
        "a line of the batch was written in part: start the batch again",
    )
}

impl<R> std::fmt::Debug for BatchLines<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("BatchLines")
            .field("endpoint", &self.encoder.endpoint)
            .field("deployment", &self.encoder.deployment)
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
        let mut lines = BatchLines::<Value>::new("/chat/completions", "d").unwrap();
        let length = lines.encoder.line("one", &serde_json::json!({})).unwrap().len() as u64;
        lines.bytes = BatchLines::MAX_BYTES - length + 1;
        let error = lines.push("one", &serde_json::json!({})).unwrap_err();
        assert!(error.to_string().contains("200000000 bytes"), "{error}");
        assert!(lines.is_empty());
        lines.bytes -= 1;
        lines.push("one", &serde_json::json!({})).unwrap();
        assert_eq!(lines.bytes(), BatchLines::MAX_BYTES);
    }
}
