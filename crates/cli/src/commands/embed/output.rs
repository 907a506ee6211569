//! A file of vectors: JSON Lines or an array of NumPy, whole or resumable.

use std::path::{Path, PathBuf};

use azure_openai::embeddings::{EmbedAll, SavedEmbeddings};
use azure_openai::{Error, state_file};

use crate::commands::refuse_existing;
use crate::failure::{Failure, Result};

/// A file that is not complete: `FILE.part`, which becomes FILE at the end, and its state.
pub(super) struct Part {
    target: PathBuf,
    path: PathBuf,
}

impl Part {
    pub(super) fn open(target: &Path, resume: bool, force: bool) -> Result<Self> {
        refuse_existing(target, force)?;
        let mut name = target.as_os_str().to_owned();
        name.push(".part");
        let part = Self {
            target: target.to_owned(),
            path: name.into(),
        };
        match part.path.exists() && !resume {
            true if force => part.remove()?,
            true => {
                let message = format!("`{}` is there from a run that was stopped", part.path.display());
                return Err(Failure::input(message).advise("pass --resume to go on with it, or --force to start again"));
            }
            false => {}
        }
        Ok(part)
    }

    pub(super) async fn save(&self, all: EmbedAll<'_>) -> Result<SavedEmbeddings, Error> {
        match self.target.extension().is_some_and(|extension| extension == "npy") {
            true => all.save_npy(&self.path).await,
            false => all.save_jsonl(&self.path).await,
        }
    }

    /// Gives the file its name.
    pub(super) fn finish(self) -> Result<()> {
        std::fs::rename(&self.path, &self.target).map_err(|error| Failure::file(&self.target, "write", &error))?;
        Ok(state_file::remove(SavedEmbeddings::state_path(&self.path))?)
    }

    /// Forgets what there is.
    pub(super) fn remove(&self) -> Result<()> {
        state_file::remove(SavedEmbeddings::state_path(&self.path))?;
        std::fs::remove_file(&self.path).map_err(|error| Failure::file(&self.path, "remove", &error))
    }
}
