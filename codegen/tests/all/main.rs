//! Tests over whole documents.

mod any_values;
mod documents;
pub mod emission;
mod grammar;
mod lenient;
mod passes;
mod robustness;
mod surface;
mod wire;
