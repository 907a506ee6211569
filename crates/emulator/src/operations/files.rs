//! Files: upload, import, list, get, content, delete.

mod import;
mod read;
mod upload;

pub(crate) use import::import;
pub(crate) use read::{content, delete, get, list};
pub(crate) use upload::upload;
