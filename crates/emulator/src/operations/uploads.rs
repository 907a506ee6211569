//! Uploads: start, part, complete, cancel.

mod complete;
mod parts;
mod upload;

pub(crate) use complete::complete;
pub(crate) use parts::{cancel, part, start};
