//! State files: what a killed process needs to go on from where it was.
//!
//! A state file is one JSON object, `{"format": …, "version": 1, "resource": …, "state": {…}}`: `format` and `version`
//! say how to read it, `resource` is the endpoint that the ids in it belong to, and `state` is what the format says.
//!
//! | format | version | written by | state |
//! |---|---|---|---|
//! | `upload` | 1 | [`LargeUpload::with_state_file`](crate::files::LargeUpload::with_state_file) | ids of upload and file, when it expires; name, purpose, size and time of modification of the source; size of a part, and of each part that was sent its ids and MD5 |
//! | `batch set` | 1 | [`BatchSet`](crate::batches::BatchSet), in `manifest.json` | id of the set, endpoint, deployment, metadata; of each batch the input file, its MD5, how far it is, and ids of files and batch |
//! | `embeddings` | 1 | [`EmbedAll::save_jsonl`](crate::embeddings::EmbedAll::save_jsonl), in `….state.json` | deployment, the request without its texts, a sum of the texts; how many texts, failures, tokens and bytes are in the file |
//!
//! - It holds ids, sums and sizes: no keys, no tokens of access, no contents.
//! - It is replaced as a whole, so that a reader finds the state before or after a change, never a part of it.
//! - A file of another format, version or resource is an error that names it, and stays as it is.
//! - One process at a time works with it: a second one gets an error. The lock is a file beside it, `….lock`, while
//!   the work goes on; it ends with its process however that ends.

use std::fs::{File, TryLockError};
use std::io::{ErrorKind as IoErrorKind, Write};
use std::path::{Path, PathBuf};

use azure_openai_core::temporary::TemporaryPath;
use azure_openai_core::{Endpoint, Error, ErrorKind};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::file_error::file_error;

/// What a state file says of itself.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Format {
    /// The name in the file.
    pub(crate) name: &'static str,
    /// The only version that this library reads and writes.
    pub(crate) version: u32,
}

/// A state file: `S` is the state, or its text.
#[derive(Serialize, Deserialize)]
pub(crate) struct Stored<S> {
    format: String,
    version: u32,
    /// The resource that the ids in the state belong to; empty where it has none yet.
    #[serde(default)]
    pub(crate) resource: String,
    pub(crate) state: S,
}

impl<T> Stored<T> {
    /// Returns the state, if it is that of this resource.
    pub(crate) fn of_resource(self, path: &Path, endpoint: &Endpoint) -> Result<T, Error> {
        if self.resource.is_empty() || self.resource == endpoint.base() {
            return Ok(self.state);
        }
        Err(Error::invalid_request(format!(
            "`{}` belongs to the resource {}, and the client is one of {}: use a client of that resource",
            path.display(),
            self.resource,
            endpoint.base()
        )))
    }
}

/// Reads a state file; `None` where there is none.
pub(crate) fn read<T: DeserializeOwned>(path: &Path, format: Format) -> Result<Option<Stored<T>>, Error> {
    let Some(read) = read_text(path, format)? else {
        return Ok(None);
    };
    Ok(Some(Stored {
        state: serde_json::from_str(read.state.get()).map_err(|error| other(path, format, error))?,
        format: read.format,
        version: read.version,
        resource: read.resource,
    }))
}

fn other(path: &Path, format: Format, error: serde_json::Error) -> Error {
    Error::invalid_request(format!(
        "`{}` is not a state file of the format `{}`",
        path.display(),
        format.name
    ))
    .with_source(error)
}

/// Reads a state file of a format, with its state as text; `None` where there is none.
fn read_text(path: &Path, format: Format) -> Result<Option<Stored<Box<RawValue>>>, Error> {
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == IoErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(file_error("read", path, error)),
    };
    let read: Stored<Box<RawValue>> = serde_json::from_slice(&bytes).map_err(|error| other(path, format, error))?;
    if read.format != format.name {
        return Err(Error::invalid_request(format!(
            "`{}` has the format `{}`, not `{}`",
            path.display(),
            read.format.escape_debug(),
            format.name
        )));
    }
    if read.version != format.version {
        return Err(Error::invalid_request(format!(
            "`{}` has version {} of the format `{}`, and this library reads version {}: finish with the library that \
             began, or start again in another place",
            path.display(),
            read.version,
            format.name,
            format.version
        )));
    }
    Ok(Some(read))
}

/// Writes a state file: to a temporary file beside it, which then takes its name.
pub(crate) fn write<T: Serialize>(path: &Path, format: Format, resource: &str, state: &T) -> Result<(), Error> {
    replace(path, &encode(format, resource, state)?).map_err(|error| file_error("write", path, error))
}

/// Writes a state file as [`write`] does, without blocking the runtime.
#[cfg(feature = "authoring")]
pub(crate) async fn save<T: Serialize>(path: &Path, format: Format, resource: &str, state: &T) -> Result<(), Error> {
    let bytes = encode(format, resource, state)?;
    let path = path.to_owned();
    blocking(move || replace(&path, &bytes).map_err(|error| file_error("write", &path, error))).await
}

/// Does work with files without blocking the runtime.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    let gave_up = |error| Err(Error::new(ErrorKind::File, "work with a file was given up").with_source(error));
    tokio::task::spawn_blocking(work).await.unwrap_or_else(gave_up)
}

fn encode<T: Serialize>(format: Format, resource: &str, state: &T) -> Result<Vec<u8>, Error> {
    let written = Stored {
        format: format.name.to_owned(),
        version: format.version,
        resource: resource.to_owned(),
        state,
    };
    let mut bytes = serde_json::to_vec_pretty(&written)
        .map_err(|error| Error::invalid_request("cannot serialize the state").with_source(error))?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn replace(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let directory = directory_of(path);
    let (mut file, temporary) = TemporaryPath::create(directory, ".state-", 0o600)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    temporary.persist(path)?;
    sync_directory(directory)
}

/// Makes changes of names in a directory last.
pub(crate) fn sync_directory(directory: &Path) -> std::io::Result<()> {
    // Only Unix can open a directory.
    match cfg!(unix) {
        true => File::open(directory)?.sync_all(),
        false => Ok(()),
    }
}

/// Removes a state file, where it exists: what it is the state of can then not be resumed.
///
/// # Errors
/// [`File`](crate::ErrorKind::File) where another process is at work with it, or it cannot be removed.
pub fn remove(path: impl AsRef<Path>) -> Result<(), Error> {
    let path = path.as_ref();
    // Locked first: the state that is at work must not be lost.
    let _lock = lock(path)?;
    remove_locked(path)
}

/// Removes a state file whose lock is held.
pub(crate) fn remove_locked(path: &Path) -> Result<(), Error> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != IoErrorKind::NotFound => Err(file_error("remove", path, error)),
        _ => Ok(()),
    }
}

fn lock_path(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".lock");
    path.with_file_name(name)
}

/// Locks a state file against other processes until the lock is dropped, or its process ends.
pub(crate) fn lock(path: &Path) -> Result<Lock, Error> {
    let lock = lock_path(path);
    loop {
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&lock)
            .map_err(|error| file_error("open", &lock, error))?;
        match file.try_lock() {
            // Whoever held it may have removed the file after it was opened here: then it excludes nobody.
            Ok(()) if is_at(&file, &lock) => return Ok(Lock { file, path: lock }),
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(Error::new(
                    ErrorKind::File,
                    format!(
                        "`{}` is in use by another process or task: wait until it ends",
                        path.display()
                    ),
                ));
            }
            Err(TryLockError::Error(error)) => return Err(file_error("lock", &lock, error)),
        }
    }
}

/// Whether the open file is the one at this path.
fn is_at(file: &File, path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let id = |metadata: &std::fs::Metadata| (metadata.dev(), metadata.ino());
        matches!((file.metadata(), path.metadata()), (Ok(open), Ok(there)) if id(&open) == id(&there))
    }
    #[cfg(not(unix))]
    {
        let _ = file;
        path.exists()
    }
}

/// A lock, from [`lock`]. Its file is removed when it is dropped; what a killed process leaves locks nothing.
#[derive(Debug)]
pub(crate) struct Lock {
    file: File,
    path: PathBuf,
}

impl Drop for Lock {
    fn drop(&mut self) {
        if is_at(&self.file, &self.path) {
            // Removed while it is held, so that it is not another's. One that stays does no harm.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// The directory of a file, `.` where the path has none.
pub(crate) fn directory_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORMAT: Format = Format {
        name: "test",
        version: 2,
    };

    #[test]
    fn state_is_read_as_written() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("state.json");
        assert!(read::<u32>(&path, FORMAT).unwrap().is_none());
        for number in [7, 8] {
            write(&path, FORMAT, "https://one.example/", &number).unwrap();
            let stored = read::<u32>(&path, FORMAT).unwrap().unwrap();
            assert_eq!(stored.resource, "https://one.example/");
            assert_eq!(stored.state, number);
        }
        // No temporary file is left.
        assert_eq!(std::fs::read_dir(directory.path()).unwrap().count(), 1);
    }

    #[test]
    fn state_that_is_not_ours_is_refused() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("state.json");
        for (contents, phrase) in [
            ("\u{0}\u{1}", "is not a state file"),
            (
                r#"{"format": "other", "version": 2, "state": 1}"#,
                "has the format `other`",
            ),
            (r#"{"format": "test", "version": 3, "state": 1}"#, "has version 3"),
            (
                r#"{"format": "test", "version": 2, "state": "x"}"#,
                "is not a state file",
            ),
        ] {
            std::fs::write(&path, contents).unwrap();
            let error = read::<u32>(&path, FORMAT).err().unwrap();
            assert_eq!(error.kind(), ErrorKind::InvalidRequest);
            assert!(error.to_string().contains(phrase), "{error}");
            assert!(error.to_string().contains("state.json"), "{error}");
        }
        write(&path, FORMAT, "https://one.example/openai", &1).unwrap();
        let other = Endpoint::parse("https://two.example").unwrap();
        let stored = read::<u32>(&path, FORMAT).unwrap().unwrap();
        let error = stored.of_resource(&path, &other).unwrap_err();
        assert!(error.to_string().contains("two.example"), "{error}");
    }

    #[test]
    fn second_lock_is_refused_until_the_first_is_dropped() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("state.json");
        let first = lock(&path).unwrap();
        let error = lock(&path).unwrap_err();
        assert!(error.to_string().contains("in use by another process"), "{error}");
        assert!(remove(&path).unwrap_err().to_string().contains("in use"));
        drop(first);
        assert_eq!(std::fs::read_dir(directory.path()).unwrap().count(), 0);
        lock(&path).unwrap();
        write(&path, FORMAT, "", &1).unwrap();
        remove(&path).unwrap();
        assert_eq!(std::fs::read_dir(directory.path()).unwrap().count(), 0);
        remove(&path).unwrap();
    }

    #[test]
    fn state_that_cannot_be_written_leaves_the_old_one() {
        let error = write(Path::new("/does/not/exist/state.json"), FORMAT, "", &1).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::File);
        assert!(error.to_string().contains("/does/not/exist/state.json"), "{error}");
    }
}
