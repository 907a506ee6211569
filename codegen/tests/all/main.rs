//! Tests over whole documents.

mod documents;
pub mod emission;
mod passes;
mod robustness;
mod surface;
mod wire;
