//! Embeddings in a file, which a killed process goes on with.

use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use azure_openai_core::{Error, ErrorKind, Value};
use serde::{Deserialize, Serialize};

use super::all::EmbedAll;
use super::batch::EmbeddedBatch;
use crate::state_file::{self, Format, file_error};

const FORMAT: Format = Format {
    name: "embeddings",
    version: 1,
};

/// What a file of embeddings holds so far.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SavedEmbeddings {
    /// The number of texts, failed ones included.
    pub texts: u64,
    /// The number of texts that the service refused.
    pub failed: u64,
    /// The size of the file, in bytes.
    pub bytes: u64,
}

#[derive(Serialize, Deserialize)]
struct State {
    deployment: String,
    /// Everything of the requests but the texts.
    request: Value,
    /// The sum of the texts.
    sum: String,
    saved: SavedEmbeddings,
}

impl EmbedAll<'_> {
    /// Writes the embeddings to a JSON Lines file, a line for each text in order: `{"index":0,"embedding":[…]}`, or, for a
    /// text that the service refused, `{"index":0,"error":"…"}`.
    ///
    /// Beside it, `….state.json` says how far it is after each batch (`{"format": "embeddings", "version": 1, "resource": …,
    /// "state": …}`; it has no keys and no texts): after an error or a kill, the same call with the same texts goes on, and
    /// nothing is embedded twice that is in the file. Other texts, another deployment, resource or version are errors.
    ///
    /// # Errors
    /// Those of [`next`](Self::next); [`File`](crate::ErrorKind::File) where the file cannot be written, or exists without a
    /// state; [`InvalidRequest`](crate::ErrorKind::InvalidRequest) for a state of something else.
    pub async fn save_jsonl(mut self, path: impl AsRef<Path>) -> Result<SavedEmbeddings, Error> {
        let mut output = Output::open(path.as_ref(), &self)?;
        if self.skip(output.state.saved.texts) != output.state.sum {
            return Err(Error::invalid_request(format!(
                "`{}` is of other texts: take another file, or the same texts",
                path.as_ref().display()
            )));
        }
        while let Some(batch) = self.next().await {
            output = output.append(batch?, self.sum()).await?;
        }
        Ok(output.state.saved)
    }
}

struct Output {
    path: PathBuf,
    state_path: PathBuf,
    resource: String,
    file: File,
    state: State,
    _lock: state_file::Lock,
}

impl Output {
    fn open(path: &Path, all: &EmbedAll<'_>) -> Result<Self, Error> {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(".state.json");
        let state_path = path.with_file_name(name);
        let lock = state_file::lock(&state_path)?;
        let (deployment, request) = all.identity()?;
        let endpoint = deployment.endpoint();
        let stored = state_file::read::<State>(&state_path, FORMAT)?;
        let failed = |error| file_error("write", path, error);
        let (file, state) = match stored {
            Some(stored) => {
                let state = stored.of_resource(&state_path, endpoint)?;
                if state.deployment != deployment.name() || state.request != request {
                    return Err(Error::invalid_request(format!(
                        "`{}` has embeddings of the deployment `{}` with {}: take another file",
                        path.display(),
                        state.deployment,
                        state.request
                    )));
                }
                let mut file = File::options().write(true).open(path).map_err(failed)?;
                let length = file.metadata().map_err(failed)?.len();
                if length < state.saved.bytes {
                    let text = format!("`{}` has {length} bytes, less than its state says", path.display());
                    return Err(Error::of_kind(ErrorKind::File, text));
                }
                // What was written after the state is written again.
                file.set_len(state.saved.bytes).map_err(failed)?;
                file.seek(SeekFrom::End(0)).map_err(failed)?;
                (file, state)
            }
            None => {
                let file = File::create_new(path).map_err(failed)?;
                let state = State {
                    deployment: deployment.name().to_owned(),
                    request,
                    sum: all.sum(),
                    saved: SavedEmbeddings::default(),
                };
                (file, state)
            }
        };
        let output = Self {
            path: path.to_owned(),
            state_path,
            resource: endpoint.base().to_owned(),
            file,
            state,
            _lock: lock,
        };
        output.write_state()?;
        Ok(output)
    }

    fn write_state(&self) -> Result<(), Error> {
        state_file::write(&self.state_path, FORMAT, &self.resource, &self.state)
    }

    /// Writes the lines of a batch, and then the state.
    async fn append(mut self, batch: EmbeddedBatch, sum: String) -> Result<Self, Error> {
        let written = tokio::task::spawn_blocking(move || {
            let lines = lines(&batch)?;
            let write = self.file.write_all(&lines).and_then(|()| self.file.sync_data());
            write.map_err(|error| file_error("write", &self.path, error))?;
            let saved = &mut self.state.saved;
            saved.texts += batch.count() as u64;
            saved.failed += batch.failed().len() as u64;
            saved.bytes += lines.len() as u64;
            self.state.sum = sum;
            self.write_state()?;
            Ok(self)
        });
        let panicked = |error| Err(Error::of_kind(ErrorKind::File, "writing was given up").caused_by(error));
        written.await.unwrap_or_else(panicked)
    }
}

/// The lines of a batch, in the order of the texts.
fn lines(batch: &EmbeddedBatch) -> Result<Vec<u8>, Error> {
    #[derive(Serialize)]
    struct Line<'a> {
        index: usize,
        #[serde(skip_serializing_if = "Option::is_none")]
        embedding: Option<&'a [f32]>,
        #[serde(skip_serializing_if = "Option::is_none")]
        error: Option<String>,
    }
    let mut failed = batch.failed().iter().peekable();
    let mut vectors = batch.vectors().peekable();
    let mut lines = Vec::new();
    for index in batch.first()..batch.first() + batch.count() {
        let (embedding, error) = if let Some((_, error)) = failed.next_if(|(number, _)| *number == index) {
            (None, Some(error.to_string()))
        } else {
            match vectors.next_if(|(number, _)| *number == index) {
                Some((_, Ok(vector))) => (Some(vector), None),
                Some((_, Err(error))) => (None, Some(error.to_string())),
                None => (None, Some("no embedding".to_owned())),
            }
        };
        let line = Line {
            index,
            embedding,
            error,
        };
        serde_json::to_writer(&mut lines, &line)
            .map_err(|error| Error::invalid_request("cannot serialize the embedding").caused_by(error))?;
        lines.push(b'\n');
    }
    Ok(lines)
}
