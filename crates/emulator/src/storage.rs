//! What operations on files, uploads, batches and fine-tuning share: descriptions, expiry, background processing, JSON
//! Lines.

pub(crate) mod description;
pub(crate) mod expiry;
pub(crate) mod jsonl;
pub(crate) mod processing;
