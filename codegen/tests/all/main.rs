//! Tests over whole documents.

mod any_values;
mod boxed_fields;
mod documents;
pub mod emission;
mod features;
mod grammar;
mod lenient;
mod passes;
mod robustness;
mod surface;
mod wire;
