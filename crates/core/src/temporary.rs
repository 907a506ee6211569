//! Files that are written under a name of their own first.

use std::fs::File;
use std::io;
use std::ops::Deref;
use std::path::{Path, PathBuf};

/// The path of a file that is removed when this is dropped, unless it was given its name.
#[derive(Debug)]
pub struct TemporaryPath(PathBuf);

impl TemporaryPath {
    /// Creates a file that did not exist. Under Unix it has these permissions, less those that the process takes from every
    /// file.
    ///
    /// # Errors
    /// Where the directory does not take it.
    pub fn create(directory: &Path, prefix: &str, mode: u32) -> io::Result<(File, Self)> {
        let mut options = File::options();
        options.read(true).write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, mode);
        #[cfg(not(unix))]
        let _ = mode;
        // Removed there even where the process changes its directory.
        let directory = std::path::absolute(directory)?;
        loop {
            let path = directory.join(format!("{prefix}{:016x}", fastrand::u64(..)));
            match options.open(&path) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                file => return Ok((file?, Self(path))),
            }
        }
    }

    /// Gives the file its name, in place of a file that has it. Both names are in the same file system.
    ///
    /// # Errors
    /// Where it cannot be renamed: then it is removed.
    pub fn persist(mut self, path: &Path) -> io::Result<()> {
        std::fs::rename(&self.0, path)?;
        self.0 = PathBuf::new();
        Ok(())
    }
}

impl Deref for TemporaryPath {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.0
    }
}

impl Drop for TemporaryPath {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn file_is_removed_unless_it_gets_its_name() {
        let directory = tempfile::tempdir().unwrap();
        let files = || std::fs::read_dir(directory.path()).unwrap().count();
        let (_, dropped) = TemporaryPath::create(directory.path(), ".a-", 0o600).unwrap();
        let (mut file, kept) = TemporaryPath::create(directory.path(), ".a-", 0o600).unwrap();
        assert_eq!((files(), kept.exists()), (2, true));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(kept.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        }
        drop(dropped);
        let path = directory.path().join("kept");
        std::fs::write(&path, "old").unwrap();
        file.write_all(b"new").unwrap();
        kept.persist(&path).unwrap();
        assert_eq!((files(), std::fs::read(&path).unwrap().as_slice()), (1, &b"new"[..]));
        let (_, lost) = TemporaryPath::create(directory.path(), ".a-", 0o600).unwrap();
        assert!(lost.persist(&directory.path().join("none/kept")).is_err());
        assert_eq!(files(), 1);
    }
}
