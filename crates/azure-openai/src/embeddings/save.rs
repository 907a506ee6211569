//! Embeddings in a file, which a killed process goes on with.

use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use azure_openai_core::{Error, ErrorKind, Value};
use serde::{Deserialize, Serialize};

use super::all::EmbedAll;
use super::array;
use super::batch::EmbeddedBatch;
use super::saved::SavedEmbeddings;
use crate::file_error::file_error;
use crate::state_file::{self, Format};

const FORMAT: Format = Format {
    name: "embeddings",
    version: 1,
};

#[derive(Serialize, Deserialize)]
struct State {
    deployment: String,
    /// Everything of the requests but the texts.
    request: Value,
    /// The sum of the texts.
    sum: String,
    /// Of an array: the length of a row, 0 before it is known.
    #[serde(default)]
    columns: Option<usize>,
    saved: SavedEmbeddings,
}

impl EmbedAll<'_> {
    /// Writes the embeddings to a JSON Lines file, a line for each text in order: `{"index":0,"embedding":[…]}`, or,
    /// for a text that the service refused, `{"index":0,"error":"…"}`, both with the `id` of a text that [has
    /// one](super::EmbeddingText::with_id).
    ///
    /// Beside it, a [state file](crate::state_file), `….state.json`, says how far it is after each batch; it has no
    /// keys and no texts. After an error or a kill, the same call with the same texts goes on, and nothing is embedded
    /// twice that is in the file. Other texts, another deployment, resource or version are errors.
    ///
    /// # Errors
    /// Those of [`next`](Self::next); [`File`](crate::ErrorKind::File) where the file cannot be written, or exists
    /// without a state; [`InvalidRequest`](crate::ErrorKind::InvalidRequest) for a state of something else.
    pub async fn save_jsonl(self, path: impl AsRef<Path>) -> Result<SavedEmbeddings, Error> {
        self.save(path.as_ref(), None).await
    }

    /// Writes the embeddings to a file of NumPy's format, one array of `float32` with a row for each text in order;
    /// that of a text that the service refused is `NaN`. Goes on as [`save_jsonl`](Self::save_jsonl) does; the file can
    /// be read at any time.
    ///
    /// # Errors
    /// Those of [`save_jsonl`](Self::save_jsonl); [`Decode`](crate::ErrorKind::Decode) where an embedding is not as
    /// long as the others.
    pub async fn save_npy(self, path: impl AsRef<Path>) -> Result<SavedEmbeddings, Error> {
        self.save(path.as_ref(), Some(0)).await
    }

    async fn save(mut self, path: &Path, columns: Option<usize>) -> Result<SavedEmbeddings, Error> {
        let mut output = Output::open(path, &self, columns)?;
        if self.skip(output.state.saved.texts) != output.state.sum {
            return Err(Error::invalid_request(format!(
                "`{}` is of other texts: take another file, or the same texts",
                path.display()
            )));
        }
        self.report(&output.state.saved);
        while let Some(batch) = self.next().await {
            output = output.append(batch?, self.sum()).await?;
            self.report(&output.state.saved);
        }
        Ok(output.state.saved)
    }

    fn report(&mut self, saved: &SavedEmbeddings) {
        if let Some(on_saved) = &mut self.on_saved {
            on_saved(saved);
        }
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
    fn open(path: &Path, all: &EmbedAll<'_>, columns: Option<usize>) -> Result<Self, Error> {
        let state_path = SavedEmbeddings::state_path(path);
        let lock = state_file::lock(&state_path)?;
        let (deployment, request) = all.identity()?;
        let endpoint = deployment.endpoint();
        let stored = state_file::read::<State>(&state_path, FORMAT)?;
        let failed = |error| file_error("write", path, error);
        let (file, state) = match stored {
            Some(stored) => {
                let state = stored.of_resource(&state_path, endpoint)?;
                if state.columns.is_some() != columns.is_some() {
                    let text = format!(
                        "`{}` is in the other format, lines or array: take another file",
                        path.display()
                    );
                    return Err(Error::invalid_request(text));
                }
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
                    return Err(Error::new(ErrorKind::File, text));
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
                    columns,
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

    /// Adds to the file, and replaces what it begins with.
    fn write(&mut self, bytes: &[u8], header: Option<&[u8]>) -> std::io::Result<()> {
        self.file.write_all(bytes)?;
        if let Some(header) = header {
            self.file.seek(SeekFrom::Start(0))?;
            self.file.write_all(header)?;
            self.file.seek(SeekFrom::End(0))?;
        }
        self.file.sync_data()
    }

    /// Writes the lines or rows of a batch, and then the state.
    async fn append(mut self, batch: EmbeddedBatch, sum: String) -> Result<Self, Error> {
        state_file::blocking(move || {
            let before = self.state.saved.texts;
            let after = before + batch.count() as u64;
            let (bytes, header) = match &mut self.state.columns {
                None => (batch.to_jsonl()?, None),
                Some(columns) => {
                    let (rows, began) = array::rows(&batch, before, columns)?;
                    let header = array::header(after, *columns);
                    // The first rows come with the header before them.
                    match began {
                        true => ([header, rows].concat(), None),
                        false => (rows, Some(header).filter(|_| *columns > 0)),
                    }
                }
            };
            let write = self.write(&bytes, header.as_deref());
            write.map_err(|error| file_error("write", &self.path, error))?;
            let saved = &mut self.state.saved;
            saved.tokens += batch.usage().total_tokens;
            saved.texts += batch.count() as u64;
            saved.failed += batch.failed().len() as u64;
            saved.bytes += bytes.len() as u64;
            self.state.sum = sum;
            self.write_state()?;
            Ok(self)
        })
        .await
    }
}
