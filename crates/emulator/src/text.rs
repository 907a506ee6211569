//! What stands in for a model: vectors from text, and JSON from a schema.

pub(crate) mod instance;
mod range;
mod schema;
pub(crate) mod vector;
