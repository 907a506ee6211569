//! Expected files compared with existing ones.

mod write;

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// Expected files. Paths are relative to `root`, with `/` between their parts.
#[derive(Debug)]
pub(crate) struct Tree {
    pub(crate) root: PathBuf,
    /// Directories that contain nothing but `files`.
    pub(crate) directories: Vec<String>,
    pub(crate) files: BTreeMap<String, String>,
}

/// How an existing file differs from the expected one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Difference {
    /// The file does not exist.
    Missing,
    /// The content differs.
    Changed,
    /// The file is not expected.
    Extra,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Missing => "missing",
            Self::Changed => "changed",
            Self::Extra => "extra",
        })
    }
}

/// A file that differs.
#[derive(Debug, PartialEq)]
pub(crate) struct Finding {
    pub(crate) path: String,
    pub(crate) difference: Difference,
    /// The existing content; empty if missing.
    pub(crate) is: String,
    /// The expected content; empty if extra.
    pub(crate) should_be: String,
}

impl Tree {
    /// Returns every file that differs, sorted by path.
    pub(crate) fn compare(&self) -> Result<Vec<Finding>, Failure> {
        let mut there = BTreeMap::new();
        for directory in &self.directories {
            list(&self.root.join(directory), directory, &mut there)?;
        }
        let alone = self.files.keys().filter(|path| self.directory_of(path).is_none());
        for path in alone {
            let file = self.root.join(path);
            match fs::read(&file) {
                Ok(bytes) => {
                    there.insert(path.clone(), bytes);
                }
                Err(e) if is_absent(&e) => {}
                Err(e) => return Err(Failure::io("read", &file, &e)),
            }
        }
        let mut found = Vec::new();
        for (path, should_be) in &self.files {
            let (difference, is) = match there.remove(path) {
                None => (Difference::Missing, Vec::new()),
                Some(bytes) if bytes == should_be.as_bytes() => continue,
                Some(bytes) => (Difference::Changed, bytes),
            };
            found.push(Finding {
                path: path.clone(),
                difference,
                is: String::from_utf8_lossy(&is).into_owned(),
                should_be: should_be.clone(),
            });
        }
        found.extend(there.into_iter().map(|(path, bytes)| Finding {
            path,
            difference: Difference::Extra,
            is: String::from_utf8_lossy(&bytes).into_owned(),
            should_be: String::new(),
        }));
        found.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(found)
    }

    /// Returns the directory of `directories` that contains a path.
    fn directory_of(&self, path: &str) -> Option<&String> {
        self.directories.iter().find(|directory| {
            path.strip_prefix(directory.as_str())
                .is_some_and(|rest| rest.starts_with('/'))
        })
    }
}

/// Whether the error means that the file does not exist, or that its parent is not a directory.
fn is_absent(error: &std::io::Error) -> bool {
    matches!(
        error.kind(),
        std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory
    )
}

/// Lists every file below a directory; links are not followed.
fn list(directory: &Path, name: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<(), Failure> {
    let entries = match fs::read_dir(directory) {
        Ok(entries) => entries,
        Err(e) if is_absent(&e) => return Ok(()),
        Err(e) => return Err(Failure::io("list", directory, &e)),
    };
    for entry in entries {
        let entry = entry.map_err(|e| Failure::io("list", directory, &e))?;
        let path = entry.path();
        let name = format!("{name}/{}", entry.file_name().to_string_lossy());
        let kind = entry.file_type().map_err(|e| Failure::io("look at", &path, &e))?;
        if kind.is_dir() {
            list(&path, &name, files)?;
        } else if kind.is_symlink() {
            let target = fs::read_link(&path).map_err(|e| Failure::io("look at", &path, &e))?;
            files.insert(name, format!("a link to {}", target.display()).into_bytes());
        } else {
            let bytes = fs::read(&path).map_err(|e| Failure::io("read", &path, &e))?;
            files.insert(name, bytes);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
