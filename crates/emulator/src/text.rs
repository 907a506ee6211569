//! Stand-ins for a model: vectors from text, and JSON from a schema.

mod format;
pub(crate) mod instance;
mod range;
mod schema;
pub(crate) mod vector;
