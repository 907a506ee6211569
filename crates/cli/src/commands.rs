//! The commands: a directory or file each, with its arguments and what it does.

pub(crate) mod chat;
pub(crate) mod complete;
pub(crate) mod deployments;
pub(crate) mod models;
mod sampling;
