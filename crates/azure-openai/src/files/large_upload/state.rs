//! What a killed process needs to go on with an upload.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use azure_openai_authoring::UploadPartResource;
use azure_openai_core::{Endpoint, Error, ErrorKind, FilePart};
use serde::{Deserialize, Serialize};

use crate::state_file::{self, Format, Lock};

const FORMAT: Format = Format {
    name: "upload",
    version: 1,
};

/// An upload at the service, and the file that it is of.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct State {
    pub(super) upload_id: String,
    /// The id of the file that it becomes.
    pub(super) file_id: Option<String>,
    /// In seconds since 1970.
    pub(super) expires_at: Option<i64>,
    pub(super) source: UploadSource,
    pub(super) part_size: usize,
    /// The completion may have been processed.
    pub(super) completing: bool,
    /// There is a file.
    #[serde(default)]
    pub(super) completed: bool,
    /// In order; what was not sent is `None`.
    pub(super) parts: Vec<Option<SentPart>>,
}

/// What is compared to find that a file is another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct UploadSource {
    pub(super) purpose: String,
    pub(super) file_name: String,
    pub(super) mime_type: String,
    pub(super) bytes: u64,
    /// In nanoseconds since 1970; `None` for what is not a file.
    pub(super) modified: Option<u64>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct SentPart {
    id: String,
    block_id: Option<String>,
    pub(super) md5: String,
}

impl SentPart {
    pub(super) fn new(part: UploadPartResource, md5: String) -> Self {
        Self {
            id: part.id,
            block_id: part.azure_block_id.filter(|id| !id.is_empty()),
            md5,
        }
    }

    pub(super) fn bytes_until(parts: &[Option<Self>], part_size: usize, bytes: u64) -> u64 {
        let last = parts.len().saturating_sub(1);
        let sizes = parts.iter().enumerate().filter(|(_, part)| part.is_some());
        let sizes = sizes.map(|(index, _)| match index == last {
            true => bytes - (last * part_size) as u64,
            false => part_size as u64,
        });
        sizes.sum()
    }
}

/// The ids to complete the upload with: those of the blocks where every part has one, else those of the parts.
pub(super) fn ids(parts: &[Option<SentPart>]) -> Result<Vec<String>, Error> {
    let sent = || parts.iter().flatten();
    let blocks: Option<Vec<_>> = sent().map(|part| part.block_id.clone()).collect();
    let own = || {
        sent()
            .map(|part| Some(part.id.clone()).filter(|id| !id.is_empty()))
            .collect()
    };
    blocks
        .or_else(own)
        .ok_or_else(|| Error::decode("a part of the upload has no id in the response"))
}

/// When a file was modified, in nanoseconds since 1970; `None` for what is not one.
pub(super) async fn modified(file: &FilePart) -> Option<u64> {
    let metadata = tokio::fs::metadata(file.path()?).await.ok()?;
    let since = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    u64::try_from(since.as_nanos()).ok()
}

/// The file that a [`State`] is kept in, if it is kept. Locked until this is dropped.
pub(super) struct StateFile {
    path: Option<PathBuf>,
    endpoint: Endpoint,
    _lock: Option<Lock>,
}

impl StateFile {
    pub(super) fn open(path: Option<PathBuf>, endpoint: &Endpoint) -> Result<Self, Error> {
        Ok(Self {
            _lock: path.as_deref().map(state_file::lock).transpose()?,
            path,
            endpoint: endpoint.clone(),
        })
    }

    pub(super) fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    pub(super) fn read(&self) -> Result<Option<State>, Error> {
        let Some(path) = &self.path else {
            return Ok(None);
        };
        let stored = state_file::read::<State>(path, FORMAT)?;
        stored
            .map(|stored| stored.of_resource(path, &self.endpoint))
            .transpose()
    }

    /// Reads the upload of this file; `None` where there is none, or one that has expired.
    pub(super) fn read_for(&self, source: &UploadSource) -> Result<Option<State>, Error> {
        let (Some(state), Some(path)) = (self.read()?, &self.path) else {
            return Ok(None);
        };
        if state.source != *source {
            let what = match &state.source {
                old if old.bytes != source.bytes => format!("it had {} bytes and has {}", old.bytes, source.bytes),
                old if old.modified != source.modified => "it was modified since".to_owned(),
                old => format!("that is `{}` for `{}`", old.file_name, old.purpose),
            };
            return Err(Error::new(
                ErrorKind::File,
                format!(
                    "`{}` is not the file whose upload `{}` is the state of: {what}; cancel that upload to start again",
                    source.file_name,
                    path.display()
                ),
            ));
        }
        let now = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |since| since.as_secs());
        let expired = state
            .expires_at
            .is_some_and(|time| time <= i64::try_from(now).unwrap_or(i64::MAX));
        Ok(Some(state).filter(|state| !expired || state.completing))
    }

    pub(super) async fn save(&self, state: &State) -> Result<(), Error> {
        match &self.path {
            Some(path) => state_file::save(path, FORMAT, self.endpoint.base(), state).await,
            None => Ok(()),
        }
    }

    /// Removes the state of an upload that is done.
    pub(super) fn remove(&self) -> Result<(), Error> {
        match &self.path {
            Some(path) => state_file::remove_locked(path),
            None => Ok(()),
        }
    }
}
