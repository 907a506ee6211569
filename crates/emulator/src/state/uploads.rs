//! Uploads in parts: parts on disk, everything else in memory.

use std::sync::Arc;

use parking_lot::{Mutex, MutexGuard};
use strum::IntoStaticStr;

use crate::state::files::{Content, StoredFile};

#[derive(Debug)]
pub(crate) struct Upload {
    pub(crate) id: String,
    /// The id of the file that it will be.
    pub(crate) file_id: String,
    pub(crate) name: String,
    pub(crate) purpose: String,
    /// How many there will be in all.
    pub(crate) bytes: u64,
    /// In seconds since 1970.
    pub(crate) created_at: i64,
    pub(crate) expires_at: i64,
    progress: Mutex<UploadProgress>,
}

#[derive(Debug)]
pub(crate) struct UploadProgress {
    pub(crate) status: UploadStatus,
    pub(crate) parts: Vec<Part>,
    pub(crate) file: Option<Arc<StoredFile>>,
}

#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) id: String,
    pub(crate) block_id: String,
    pub(crate) content: Content,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(const_into_str, serialize_all = "snake_case")]
pub(crate) enum UploadStatus {
    Pending,
    /// Its parts are being joined: pending in responses, but unchangeable.
    #[strum(serialize = "pending")]
    Completing,
    Completed,
    Cancelled,
    Expired,
}

impl Upload {
    pub(crate) fn new(id: String, name: String, purpose: String, bytes: u64, created_at: i64, lifetime: i64) -> Self {
        Self {
            id,
            file_id: super::files::new_id(),
            name,
            purpose,
            bytes,
            created_at,
            expires_at: created_at.saturating_add(lifetime),
            progress: Mutex::new(UploadProgress {
                status: UploadStatus::Pending,
                parts: Vec::new(),
                file: None,
            }),
        }
    }

    /// How far it is at this time, in seconds since 1970. Once it has expired, its parts are gone.
    pub(crate) fn progress(&self, now: i64) -> MutexGuard<'_, UploadProgress> {
        let mut progress = self.progress.lock();
        if progress.status == UploadStatus::Pending && now >= self.expires_at {
            progress.end(UploadStatus::Expired);
        }
        progress
    }
}

impl UploadProgress {
    pub(crate) fn end(&mut self, status: UploadStatus) {
        self.status = status;
        self.parts.clear();
    }
}
