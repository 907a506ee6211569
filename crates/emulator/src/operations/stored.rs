//! Stored completions: list, get, update, delete, messages.

mod completion;
mod messages;
mod query;
mod read;

pub(crate) use messages::list as messages;
pub(crate) use read::{delete, get, list, update};
