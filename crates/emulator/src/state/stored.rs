//! Chats that were sent with `store: true`.

use serde_json::Value;

/// A chat as it stays until it is deleted. An update replaces it.
#[derive(Clone, Debug)]
pub(crate) struct StoredCompletion {
    /// The names under which a list finds it: the model's id and name, and the deployment's name.
    pub(crate) model_names: Vec<String>,
    /// As the document describes it.
    pub(crate) described: Value,
    /// The messages of the request, as they came.
    pub(crate) messages: Vec<Value>,
}
