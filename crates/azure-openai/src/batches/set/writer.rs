//! Writes requests to as many input files as it takes.

use std::collections::HashSet;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use azure_openai_core::temporary::TemporaryPath;
use azure_openai_core::{Error, Value};
use serde::Serialize;

use super::manifest::{BatchPart, Stage};
use crate::file_error::file_error;
use crate::state_file::sync_directory;

pub(super) struct Writer {
    directory: PathBuf,
    endpoint: String,
    deployment: String,
    most_requests: usize,
    most_bytes: u64,
    /// Those that are full. They are removed where the set is not finished.
    full: Vec<(TemporaryPath, BatchPart)>,
    current: Option<Current>,
    /// Hashes of the custom ids of all parts.
    ids: HashSet<u128>,
}

struct Current {
    file: BufWriter<File>,
    path: TemporaryPath,
    requests: usize,
    bytes: u64,
    md5: md5::Context,
}

/// The hash by which a custom id is found.
pub(super) fn hash_id(custom_id: &str) -> u128 {
    u128::from_le_bytes(md5::compute(custom_id).0)
}

impl Writer {
    pub(super) fn new(
        directory: &Path,
        endpoint: String,
        deployment: &str,
        most_requests: usize,
        most_bytes: u64,
    ) -> Self {
        Self {
            directory: directory.to_owned(),
            endpoint,
            deployment: deployment.to_owned(),
            most_requests,
            most_bytes,
            full: Vec::new(),
            current: None,
            ids: HashSet::new(),
        }
    }

    pub(super) fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// The error of a line for another endpoint.
    pub(super) fn refuse_url(&self, url: &str) -> Option<Error> {
        let plain = |url: &str| url.strip_prefix("/v1").unwrap_or(url).to_owned();
        (plain(url) != plain(self.endpoint())).then(|| {
            Error::invalid_request(format!(
                "url `{}` is not the endpoint of the set, `{}`: all requests must have the same",
                url.escape_debug(),
                self.endpoint()
            ))
        })
    }

    pub(super) fn push<T: Serialize>(&mut self, custom_id: &str, request: &T) -> Result<(), Error> {
        let line = self.line(custom_id, request)?;
        let length = line.len() as u64;
        if length > self.most_bytes {
            return Err(Error::invalid_request(format!(
                "request `{}` has {length} bytes: a batch has at most {}",
                custom_id.escape_debug(),
                self.most_bytes
            )));
        }
        if !self.ids.insert(hash_id(custom_id)) {
            return Err(Error::invalid_request(format!(
                "custom id `{}` is used by another request of the set",
                custom_id.escape_debug()
            )));
        }
        if let Some(current) = &self.current
            && (current.requests == self.most_requests || current.bytes + length > self.most_bytes)
        {
            self.close()?;
        }
        let failed = |error| file_error("write to", &self.directory, error);
        let current = match &mut self.current {
            Some(current) => current,
            none => {
                let (file, path) = TemporaryPath::create(&self.directory, ".input-", 0o600).map_err(failed)?;
                none.insert(Current {
                    file: BufWriter::with_capacity(256 * 1024, file),
                    path,
                    requests: 0,
                    bytes: 0,
                    md5: md5::Context::new(),
                })
            }
        };
        current.file.write_all(&line).map_err(failed)?;
        current.md5.consume(&line);
        current.requests += 1;
        current.bytes += length;
        Ok(())
    }

    /// Returns the line of a request, with its end. Its `model` becomes the deployment.
    fn line<T: Serialize>(&self, custom_id: &str, request: &T) -> Result<Vec<u8>, Error> {
        #[derive(Serialize)]
        struct Line<'a> {
            custom_id: &'a str,
            method: &'static str,
            url: &'a str,
            body: &'a Value,
        }
        if custom_id.is_empty() {
            return Err(Error::invalid_request("custom id is empty"));
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
        match fields.get("model") {
            None | Some(Value::Null) => drop(fields.insert("model".to_owned(), self.deployment.clone().into())),
            Some(model) if *model != *self.deployment => {
                return Err(Error::invalid_request(format!(
                    "request `{}` has the model {model}, not the deployment `{}`: all must have the same",
                    custom_id.escape_debug(),
                    self.deployment.escape_debug()
                )));
            }
            Some(_) => {}
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

    /// Ends the current input file.
    fn close(&mut self) -> Result<(), Error> {
        let Some(current) = self.current.take() else {
            return Ok(());
        };
        let failed = |error| file_error("write to", &self.directory, error);
        let file = current.file.into_inner().map_err(|error| failed(error.into_error()))?;
        file.sync_all().map_err(failed)?;
        let part = BatchPart {
            input: format!("input-{:04}.jsonl", self.full.len() + 1),
            requests: current.requests as u64,
            bytes: current.bytes,
            md5: format!("{:x}", current.md5.finalize()),
            stage: Stage::Prepared,
            input_file_id: None,
            batch_id: None,
            status: None,
            output_file_id: None,
            error_file_id: None,
            problem: None,
            refused: Vec::new(),
        };
        self.full.push((current.path, part));
        Ok(())
    }

    /// Gives the input files their names.
    pub(super) fn finish(mut self) -> Result<Vec<BatchPart>, Error> {
        self.close()?;
        if self.full.is_empty() {
            return Err(Error::invalid_request("set of batches has no requests"));
        }
        let mut parts = Vec::with_capacity(self.full.len());
        for (temporary, part) in self.full {
            let path = self.directory.join(&part.input);
            temporary
                .persist(&path)
                .map_err(|error| file_error("write", &path, error))?;
            parts.push(part);
        }
        sync_directory(&self.directory).map_err(|error| file_error("write to", &self.directory, error))?;
        Ok(parts)
    }
}

fn not_json(error: serde_json::Error) -> Error {
    Error::invalid_request("cannot serialize the request").with_source(error)
}
