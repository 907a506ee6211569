//! A module for each group of operations. None imports another, except that batches run chats, completions and
//! embeddings.

pub(crate) mod audio;
pub(crate) mod batches;
pub(crate) mod chat;
pub(crate) mod completions;
pub(crate) mod deployments;
pub(crate) mod embeddings;
pub(crate) mod files;
pub(crate) mod fine_tuning;
pub(crate) mod images;
pub(crate) mod ingestion;
pub(crate) mod models;
pub(crate) mod stored;
pub(crate) mod uploads;
