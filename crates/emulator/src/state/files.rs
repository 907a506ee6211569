//! Files: contents in a temporary directory under generated names, everything else in memory.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use parking_lot::Mutex;
use strum::IntoStaticStr;
use tempfile::TempPath;

use crate::clock::Clock;
use crate::state::schedule::Schedule;
use crate::state::table::Table;
use crate::wire::ServiceError;

/// A file as it stays until it is deleted or expires.
#[derive(Debug)]
pub(crate) struct StoredFile {
    pub(crate) id: String,
    /// As the caller gave it: data, never a path.
    pub(crate) name: String,
    pub(crate) purpose: String,
    /// In seconds since 1970.
    pub(crate) created_at: i64,
    pub(crate) expires_at: Option<i64>,
    /// When its state changes.
    pub(crate) schedule: Schedule,
    facts: Mutex<Facts>,
}

/// What changes while a file is processed.
#[derive(Clone, Debug)]
pub(crate) struct Facts {
    pub(crate) state: FileState,
    /// What is wrong with the file.
    pub(crate) details: Option<String>,
    /// Absent as long as an import is under way.
    pub(crate) content: Option<Content>,
}

/// The bytes of a file; removed with the last clone, so that a download survives a deletion.
#[derive(Clone, Debug)]
pub(crate) struct Content {
    pub(crate) path: Arc<TempPath>,
    pub(crate) bytes: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(const_into_str, serialize_all = "snake_case")]
pub(crate) enum FileState {
    Pending,
    Running,
    Processed,
    Error,
}

/// A file to be stored.
#[derive(Debug)]
pub(crate) struct NewFile {
    /// The id announced by an upload; otherwise generated.
    pub(crate) id: Option<String>,
    pub(crate) name: String,
    pub(crate) purpose: String,
    /// Seconds after its creation at which it expires.
    pub(crate) expires_after: Option<i64>,
    pub(crate) content: Option<Content>,
    /// `Pending` if it is still to be processed.
    pub(crate) state: FileState,
}

impl StoredFile {
    pub(crate) fn facts(&self) -> Facts {
        self.facts.lock().clone()
    }

    pub(crate) fn set_state(&self, state: FileState, details: Option<String>) {
        let mut facts = self.facts.lock();
        facts.state = state;
        facts.details = details;
    }

    pub(crate) fn set_content(&self, content: Content) {
        self.facts.lock().content = Some(content);
    }
}

pub(crate) fn new_id() -> String {
    format!("file-{}", uuid::Uuid::new_v4().simple())
}

/// Bytes read from and written to disk at a time: each goes through a blocking thread, so small chunks are expensive.
pub(crate) const CHUNK: usize = 256 * 1024;

#[derive(Debug)]
pub(crate) struct FileStore {
    /// Some may have expired.
    pub(crate) table: Table<Arc<StoredFile>>,
    directory: PathBuf,
    clock: Clock,
}

impl FileStore {
    pub(crate) fn new(directory: PathBuf, clock: Clock) -> Self {
        Self {
            table: Table::default(),
            directory,
            clock,
        }
    }

    /// A path in the directory that nothing else uses; what is written there is removed with the value.
    pub(crate) fn new_content(&self) -> io::Result<TempPath> {
        TempPath::try_from_path(self.directory.join(uuid::Uuid::new_v4().simple().to_string()))
    }

    pub(crate) fn add(&self, new: NewFile) -> Arc<StoredFile> {
        let id = new.id.unwrap_or_else(new_id);
        self.table.insert(&id, self.clock.seconds(), |created_at| {
            Arc::new(StoredFile {
                id: id.clone(),
                name: new.name,
                purpose: new.purpose,
                created_at,
                expires_at: new.expires_after.map(|seconds| created_at.saturating_add(seconds)),
                schedule: match new.state {
                    FileState::Pending | FileState::Running => Schedule::new(&self.clock),
                    FileState::Processed | FileState::Error => Schedule::finished(&self.clock),
                },
                facts: Mutex::new(Facts {
                    state: new.state,
                    details: None,
                    content: new.content,
                }),
            })
        })
    }

    /// A file that has not expired.
    pub(crate) fn get(&self, id: &str) -> Option<Arc<StoredFile>> {
        self.table.get(id).filter(|file| self.is_there(file))
    }

    /// A file that serves a purpose; `param` names it in the request, and `what` says what it is.
    pub(crate) fn of_purpose(
        &self,
        id: &str,
        param: &str,
        what: &str,
        purpose: &str,
    ) -> Result<Arc<StoredFile>, ServiceError> {
        let refuse = |message| ServiceError::invalid_payload(message).with("target", param);
        let file = self.get(id);
        let file = file.ok_or_else(|| refuse(format!("The {what} '{id}' cannot be found.")))?;
        match &file.purpose {
            found if found == purpose => Ok(file),
            found => Err(refuse(format!(
                "The {what} '{id}' has the purpose '{found}', but must have '{purpose}'."
            ))),
        }
    }

    pub(crate) fn remove(&self, id: &str) -> Option<Arc<StoredFile>> {
        self.table.remove(id).filter(|file| self.is_there(file))
    }

    pub(crate) fn is_there(&self, file: &StoredFile) -> bool {
        file.expires_at
            .is_none_or(|expires_at| expires_at > self.clock.seconds())
    }
}
