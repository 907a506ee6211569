//! Files: contents in a temporary folder under our own names, everything else in memory.

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tempfile::{TempDir, TempPath};

use crate::clock::Clock;

/// A file as it stays until it is deleted.
#[derive(Debug)]
pub(crate) struct StoredFile {
    pub(crate) id: String,
    /// As the caller gave it: data, never a path.
    pub(crate) name: String,
    pub(crate) purpose: String,
    pub(crate) bytes: u64,
    /// In seconds since 1970.
    pub(crate) created_at: i64,
    pub(crate) expires_at: Option<i64>,
    /// Removed with the last user of this file, so that a download survives a deletion.
    pub(crate) content: TempPath,
}

/// A file to be stored.
#[derive(Debug)]
pub(crate) struct NewFile {
    pub(crate) name: String,
    pub(crate) purpose: String,
    pub(crate) bytes: u64,
    /// Seconds after its creation at which it expires.
    pub(crate) expires_after: Option<i64>,
    pub(crate) content: TempPath,
}

#[derive(Debug)]
pub(crate) struct FileStore {
    /// Before the folder, so that the files go first.
    table: Mutex<Table>,
    folder: TempDir,
    clock: Clock,
}

#[derive(Debug, Default)]
struct Table {
    /// By order of creation.
    files: BTreeMap<u64, Arc<StoredFile>>,
    /// The place of each file in that order. Places of deleted files stay, so that a page can start after one.
    places: HashMap<String, u64>,
    next_place: u64,
    /// Creation times never go back, even if the clock does: a list is in order of both.
    latest: i64,
}

/// Which files to list.
#[derive(Debug)]
pub(crate) struct Page<'a> {
    pub(crate) purpose: Option<&'a str>,
    /// The id of the last file of the page before.
    pub(crate) after: Option<&'a str>,
    pub(crate) limit: usize,
    pub(crate) oldest_first: bool,
}

impl FileStore {
    pub(crate) fn new(clock: Clock) -> io::Result<Self> {
        let folder = tempfile::Builder::new()
            .prefix("azure-openai-emulator-")
            .tempdir()?;
        Ok(Self {
            table: Mutex::default(),
            folder,
            clock,
        })
    }

    /// A path in the folder that nothing else uses; what is written there is removed with the value.
    pub(crate) fn new_content(&self) -> io::Result<TempPath> {
        let path: PathBuf = self
            .folder
            .path()
            .join(uuid::Uuid::new_v4().simple().to_string());
        TempPath::try_from_path(path)
    }

    pub(crate) fn add(&self, new: NewFile) -> Arc<StoredFile> {
        let mut table = self.table();
        let table = &mut *table;
        table.latest = table.latest.max(self.clock.seconds());
        let file = Arc::new(StoredFile {
            id: format!("file-{}", uuid::Uuid::new_v4().simple()),
            name: new.name,
            purpose: new.purpose,
            bytes: new.bytes,
            created_at: table.latest,
            expires_at: new
                .expires_after
                .map(|seconds| table.latest.saturating_add(seconds)),
            content: new.content,
        });
        table.places.insert(file.id.clone(), table.next_place);
        table.files.insert(table.next_place, Arc::clone(&file));
        table.next_place += 1;
        file
    }

    pub(crate) fn get(&self, id: &str) -> Option<Arc<StoredFile>> {
        let table = self.table();
        table.files.get(table.places.get(id)?).cloned()
    }

    pub(crate) fn remove(&self, id: &str) -> Option<Arc<StoredFile>> {
        let mut table = self.table();
        let place = *table.places.get(id)?;
        table.files.remove(&place)
    }

    /// A page of files, or `None` if `after` never was a file.
    pub(crate) fn list(&self, page: &Page<'_>) -> Option<Vec<Arc<StoredFile>>> {
        let table = self.table();
        let after = match page.after {
            Some(id) => Some(*table.places.get(id)?),
            None => None,
        };
        let wanted =
            |file: &&Arc<StoredFile>| page.purpose.is_none_or(|purpose| purpose == file.purpose);
        let found = match page.oldest_first {
            true => {
                let files = table.files.range(after.map_or(0, |place| place + 1)..);
                files
                    .map(|(_, file)| file)
                    .filter(wanted)
                    .take(page.limit)
                    .cloned()
                    .collect()
            }
            false => {
                let files = table.files.range(..after.unwrap_or(u64::MAX)).rev();
                files
                    .map(|(_, file)| file)
                    .filter(wanted)
                    .take(page.limit)
                    .cloned()
                    .collect()
            }
        };
        Some(found)
    }

    fn table(&self) -> MutexGuard<'_, Table> {
        // No code panics half-way through a change, so a poisoned table is still whole.
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
