//! Writing files all or nothing: each is written to a temporary directory and renamed; a failed rename undoes the
//! others.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Finding, Tree};
use crate::failure::Failure;

/// A rename of a directory or a file.
pub(super) struct Move {
    /// The new content, written already, on the same file system.
    staged: PathBuf,
    place: PathBuf,
    /// Where the old content is moved meanwhile.
    aside: PathBuf,
}

#[cfg(test)]
impl Move {
    pub(super) fn of(staged: PathBuf, place: PathBuf, aside: PathBuf) -> Self {
        Self { staged, place, aside }
    }
}

/// A completed move.
struct Made {
    place: PathBuf,
    aside: Option<PathBuf>,
    staged: PathBuf,
}

impl Tree {
    /// Writes all files that differ, or none on failure. `found` is the result of [`Tree::compare`]; directories and
    /// files without differences are not touched.
    pub(crate) fn write(&self, found: &[Finding]) -> Result<(), Failure> {
        let touched: BTreeSet<&str> = found
            .iter()
            .map(|finding| {
                self.directory_of(&finding.path)
                    .map_or(finding.path.as_str(), String::as_str)
            })
            .collect();
        // Removed when dropped, with the old content in it.
        let mut stages = Vec::new();
        let mut moves = Vec::new();
        for touched in touched {
            let place = self.root.join(touched);
            let parent = place.parent().unwrap_or(&self.root);
            fs::create_dir_all(parent).map_err(|e| Failure::io("make", parent, &e))?;
            let stage = tempfile::Builder::new()
                .prefix(".xtask-")
                .tempdir_in(parent)
                .map_err(|e| Failure::io("write to", parent, &e))?;
            let staged = stage.path().join("new");
            self.stage(touched, &staged)?;
            moves.push(Move {
                staged,
                place,
                aside: stage.path().join("old"),
            });
            stages.push(stage);
        }
        swap(moves)
    }

    /// Writes a file, or a directory's files, to `staged`.
    fn stage(&self, touched: &str, staged: &Path) -> Result<(), Failure> {
        if let Some(text) = self.files.get(touched) {
            return write(staged, text);
        }
        fs::create_dir_all(staged).map_err(|e| Failure::io("make", staged, &e))?;
        for (path, text) in &self.files {
            if let Some(inner) = path.strip_prefix(touched).and_then(|rest| rest.strip_prefix('/')) {
                write(&staged.join(inner), text)?;
            }
        }
        Ok(())
    }
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(|e| Failure::io("make", parent, &e))?;
    }
    fs::write(path, text).map_err(|e| Failure::io("write", path, &e))
}

/// Makes all moves, or none.
pub(super) fn swap(moves: Vec<Move>) -> Result<(), Failure> {
    let mut made: Vec<Made> = Vec::new();
    for Move { staged, place, aside } in moves {
        let was_there = fs::symlink_metadata(&place).is_ok();
        let result = if was_there { fs::rename(&place, &aside) } else { Ok(()) };
        let result = result.and_then(|()| {
            fs::rename(&staged, &place).inspect_err(|_| {
                if was_there {
                    // The first failure is the one to report.
                    let _ = fs::rename(&aside, &place);
                }
            })
        });
        if let Err(e) = result {
            undo(made);
            return Err(Failure::io("replace", &place, &e));
        }
        made.push(Made {
            place,
            aside: was_there.then_some(aside),
            staged,
        });
    }
    Ok(())
}

/// Undoes completed moves as far as possible; the failure that caused it is reported.
fn undo(made: Vec<Made>) {
    for Made { place, aside, staged } in made.into_iter().rev() {
        let _ = fs::rename(&place, &staged);
        if let Some(aside) = aside {
            let _ = fs::rename(&aside, &place);
        }
    }
}
