//! Making a set of batches: every request is checked and written before anything is sent.

use std::collections::{BTreeMap, HashMap};
use std::marker::PhantomData;
use std::path::{Path, PathBuf};

use azure_openai_core::{Error, Value};
use futures_core::Stream;
use futures_util::StreamExt;
use serde::Deserialize;

use super::batch_set::BatchSet;
use super::inner::Inner;
use super::manifest::{self, Manifest};
use super::writer::Writer;
use crate::batches::request::BatchRequest;
use crate::file_error::file_error;
use crate::jsonl::{JsonLine, JsonLines};
use crate::state_file;

/// The most requests of a batch.
const MAX_REQUESTS: usize = 100_000;
/// The most bytes of a batch's file.
const MAX_BYTES: u64 = 200_000_000;

impl<R: BatchRequest> BatchSet<R> {
    /// Creates another set, in another directory, of the requests with these custom ids: of those that failed, say.
    ///
    /// # Errors
    /// Those of [`BatchSetBuilder::create`]; [`InvalidRequest`](crate::ErrorKind::InvalidRequest) where the set has no
    /// request with one of the ids.
    pub fn rerun(
        &self,
        directory: impl Into<PathBuf>,
        custom_ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> Result<Self, Error> {
        let manifest = &self.inner.manifest;
        let builder = BatchSetBuilder::new(directory.into(), manifest.deployment.clone(), false);
        let mut builder = builder.with_endpoint(&manifest.endpoint);
        for (name, value) in &manifest.metadata {
            builder = builder.with_metadata(name, value);
        }
        let ids = custom_ids.into_iter().map(|id| (id.into(), false)).collect();
        builder.create_of(&self.inner, ids)
    }
}

/// Makes a [`BatchSet`], from [`Batches::set`](crate::batches::Batches::set).
#[derive(Debug)]
#[must_use = "nothing is written until a set is created"]
pub struct BatchSetBuilder<R> {
    directory: PathBuf,
    deployment: String,
    endpoint: Option<String>,
    /// Whether URLs begin with `/v1`.
    v1: bool,
    metadata: BTreeMap<String, String>,
    most_requests: usize,
    most_bytes: u64,
    requests: PhantomData<fn(R)>,
}

impl<R: BatchRequest> BatchSetBuilder<R> {
    pub(in crate::batches) fn new(directory: PathBuf, deployment: String, v1: bool) -> Self {
        Self {
            directory,
            deployment,
            endpoint: R::ENDPOINT.map(str::to_owned),
            v1,
            metadata: BTreeMap::new(),
            most_requests: MAX_REQUESTS,
            most_bytes: MAX_BYTES,
            requests: PhantomData,
        }
    }

    azure_openai_core::setters! {
        /// Sets the endpoint of the requests, such as `/chat/completions`. Default: that of the type of the requests;
        /// for JSON, that of the lines of [`create_from_jsonl`](Self::create_from_jsonl). `/v1` is put before it where
        /// the client needs that.
        pub fn with_endpoint(self, endpoint: impl Into<String>) => endpoint = Some(endpoint.into());
    }

    /// Adds to the metadata of each batch. The service takes 16 pairs, two of which the set uses itself (`batch_set`
    /// and `batch_set_part`).
    pub fn with_metadata(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.metadata.insert(name.into(), value.into());
        self
    }

    /// Sets how many requests and bytes a batch has at most. Default, and the most: 100,000 requests and 200 MB.
    pub fn with_limits(mut self, requests: usize, bytes: u64) -> Self {
        self.most_requests = requests.clamp(1, MAX_REQUESTS);
        self.most_bytes = bytes.clamp(1, MAX_BYTES);
        self
    }

    /// Creates a set of requests, each with a custom id. Nothing is sent.
    ///
    /// # Errors
    /// [`InvalidRequest`](crate::ErrorKind::InvalidRequest), and no set was created: there are no requests, or one has
    /// no custom id, one that came before, another model than the deployment, `stream: true`, or is too large; or the
    /// directory has a set already. [`File`](crate::ErrorKind::File) where the directory cannot be written.
    pub fn create<I>(self, requests: impl IntoIterator<Item = (I, R)>) -> Result<BatchSet<R>, Error>
    where
        I: Into<String>,
    {
        let mut writer = self.writer()?;
        for (custom_id, request) in requests {
            writer.push(&custom_id.into(), &request)?;
        }
        self.finish(writer)
    }

    /// Creates a set of a stream of requests, as [`create`](Self::create) does. Memory does not grow with the requests
    /// themselves.
    ///
    /// # Errors
    /// Those of [`create`](Self::create), and those of the stream.
    pub async fn create_from_stream<I, E>(
        self,
        requests: impl Stream<Item = Result<(I, R), E>>,
    ) -> Result<BatchSet<R>, Error>
    where
        I: Into<String>,
        E: Into<Error>,
    {
        let mut writer = self.writer()?;
        let mut requests = std::pin::pin!(requests);
        while let Some(request) = requests.next().await {
            let (custom_id, request) = request.map_err(Into::into)?;
            writer.push(&custom_id.into(), &request)?;
        }
        self.finish(writer)
    }

    /// Creates a set of a file in the service's format: a line of JSON for each request, with `custom_id`, `method`,
    /// `url` and `body`. A deployment that is empty is that of the first line.
    ///
    /// # Errors
    /// Those of [`create`](Self::create), with the number of the line.
    pub fn create_from_jsonl(mut self, path: impl AsRef<Path>) -> Result<BatchSet<R>, Error> {
        let path = path.as_ref();
        let mut lines = JsonLines::open(path)?;
        let Some(line) = lines.next()? else {
            return Err(Error::invalid_request(format!("`{}` has no requests", path.display())));
        };
        let first = WireLine::read(&line, path)?;
        self.endpoint.get_or_insert(first.url);
        if self.deployment.is_empty()
            && let Some(model) = first.body["model"].as_str()
        {
            self.deployment = model.to_owned();
        }
        let mut writer = self.writer()?;
        let mut lines = JsonLines::open(path)?;
        while let Some(line) = lines.next()? {
            let number = line.number;
            let read = WireLine::read(&line, path)?;
            let pushed = match writer.refuse_url(&read.url) {
                Some(error) => Err(error),
                None => writer.push(&read.custom_id, &read.body),
            };
            pushed.map_err(|error| on_line(number, path, error))?;
        }
        self.finish(writer)
    }

    /// Creates a set of some of the requests of another.
    pub(super) fn create_of(self, other: &Inner, mut ids: HashMap<String, bool>) -> Result<BatchSet<R>, Error> {
        let mut writer = self.writer()?;
        for part in &other.manifest.parts {
            let path = other.directory.join(&part.input);
            let mut lines = JsonLines::open(&path)?;
            while let Some(line) = lines.next()? {
                let read = WireLine::read(&line, &path)?;
                if let Some(found) = ids.get_mut(&read.custom_id) {
                    *found = true;
                    writer.push(&read.custom_id, &read.body)?;
                }
            }
        }
        if let Some((id, _)) = ids.iter().find(|(_, found)| !**found) {
            return Err(Error::invalid_request(format!(
                "no request of the set has the custom id `{}`",
                id.escape_debug()
            )));
        }
        self.finish(writer)
    }

    fn writer(&self) -> Result<Writer, Error> {
        let directory = &self.directory;
        let manifest = directory.join(manifest::FILE_NAME);
        if manifest.exists() {
            return Err(Error::invalid_request(format!(
                "`{}` has a set of batches already: open it, or take another directory",
                directory.display()
            )));
        }
        let Some(mut endpoint) = self.endpoint.clone() else {
            return Err(Error::invalid_request(
                "set of batches has no endpoint: set one, such as `/chat/completions`",
            ));
        };
        if self.v1 && !endpoint.starts_with("/v1/") {
            endpoint.insert_str(0, "/v1");
        }
        if self.deployment.is_empty() {
            return Err(Error::invalid_request("set of batches has no deployment: name one"));
        }
        std::fs::create_dir_all(directory).map_err(|error| file_error("create", directory, error))?;
        Ok(Writer::new(
            directory,
            endpoint,
            &self.deployment,
            self.most_requests,
            self.most_bytes,
        ))
    }

    fn finish(self, writer: Writer) -> Result<BatchSet<R>, Error> {
        let manifest = Manifest {
            id: format!("{:016x}{:016x}", fastrand::u64(..), fastrand::u64(..)),
            endpoint: writer.endpoint().to_owned(),
            deployment: self.deployment,
            metadata: self.metadata,
            cancelled: false,
            parts: writer.finish()?,
        };
        let inner = Inner::new(self.directory, String::new(), manifest);
        state_file::write(&inner.path(), manifest::FORMAT, "", &inner.manifest)?;
        Ok(BatchSet::of(inner))
    }
}

/// A line as the service reads it.
#[derive(Deserialize)]
struct WireLine {
    custom_id: String,
    #[serde(default)]
    method: Option<String>,
    url: String,
    body: Value,
}

impl WireLine {
    fn read(line: &JsonLine<'_>, path: &Path) -> Result<Self, Error> {
        let wrong = |error: Error| on_line(line.number, path, error);
        let read: Self = serde_json::from_str(line.text).map_err(|error| {
            wrong(Error::invalid_request(format!(
                "not a request of a batch: {}",
                reason(&error)
            )))
        })?;
        match read.method.as_deref() {
            None | Some("POST") => Ok(read),
            Some(method) => Err(wrong(Error::invalid_request(format!(
                "method `{}` is not POST",
                method.escape_debug()
            )))),
        }
    }
}

/// Why a line does not decode. The decoder's own line is always the first.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let column = error.column();
    match text.strip_suffix(&format!(" at line {} column {column}", error.line())) {
        Some(text) => format!("{text} at column {column}"),
        None => text,
    }
}

fn on_line(number: u64, path: &Path, error: Error) -> Error {
    let text = format!("line {number} of `{}`", path.display());
    Error::new(error.kind(), text).with_source(error)
}
