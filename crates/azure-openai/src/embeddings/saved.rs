//! What a file of embeddings holds.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// What a file of embeddings holds so far.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SavedEmbeddings {
    /// The number of texts, failed ones included.
    pub texts: u64,
    /// The number of texts that the service refused.
    pub failed: u64,
    /// The tokens of all requests, in this process and before it.
    #[serde(default)]
    pub tokens: i64,
    /// The size of the file, in bytes.
    pub bytes: u64,
}

impl SavedEmbeddings {
    /// Returns the path of the state that is kept beside a file of embeddings. Once nothing is to be resumed, it can be
    /// [removed](crate::state_file::remove).
    pub fn state_path(path: impl AsRef<Path>) -> PathBuf {
        let path = path.as_ref();
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(".state.json");
        path.with_file_name(name)
    }
}
