//! A file a command.

pub(crate) mod clients;
mod freshness;
pub(crate) mod operations;
pub(crate) mod stand_alone;
