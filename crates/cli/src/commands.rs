//! The commands: a file or directory each, with its arguments and what it does.

pub(crate) mod batch;
pub(crate) mod chat;
pub(crate) mod complete;
pub(crate) mod completions;
pub(crate) mod deployments;
pub(crate) mod doctor;
pub(crate) mod embed;
pub(crate) mod files;
pub(crate) mod image;
pub(crate) mod ingest;
pub(crate) mod models;
mod sampling;
pub(crate) mod serve;
pub(crate) mod speak;
pub(crate) mod stored;
pub(crate) mod tour;
pub(crate) mod transcribe;
pub(crate) mod tune;

use std::path::Path;

use crate::failure::{Failure, Result};

/// Nothing is replaced unless that was asked for.
fn refuse_existing(path: &Path, force: bool) -> Result<()> {
    match path.exists() && !force {
        true => Err(Failure::input(format!("`{}` exists", path.display()))
            .advise("pass --force to replace it, or another name")),
        false => Ok(()),
    }
}
