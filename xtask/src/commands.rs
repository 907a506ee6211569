//! A file or a directory for each command.

pub(crate) mod bench;
pub(crate) mod clients;
pub(crate) mod documents;
mod freshness;
pub(crate) mod operations;
mod output;
pub(crate) mod stand_alone;
pub(crate) mod structure;
pub(crate) mod trace;
