//! Chats that were sent with `store: true`.

use std::sync::Arc;

use serde_json::{Map, Value};

/// A chat as it stays until it is deleted. An update replaces it.
#[derive(Clone, Debug)]
pub(crate) struct StoredCompletion {
    pub(crate) id: String,
    /// The names under which a list finds it: the model's id and name, and the deployment's name.
    pub(crate) model_names: Vec<String>,
    pub(crate) metadata: Map<String, Value>,
    /// The fields of the response except `metadata` and `created`.
    pub(crate) fields: Arc<Map<String, Value>>,
    /// The messages of the request, as they came.
    pub(crate) messages: Arc<Vec<Value>>,
    /// In seconds since 1970.
    pub(crate) created: i64,
}
