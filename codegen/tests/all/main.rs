//! Tests over whole documents.

mod documents;
pub mod emission;
mod robustness;
