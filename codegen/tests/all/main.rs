//! Tests over whole documents.

mod documents;
mod robustness;
