//! Queries and pages of the lists of stored completions.

use serde_json::{Map, Value, json};

use crate::call::Call;
use crate::call::lists::{self, invalid_query};
use crate::state::stored::StoredCompletion;
use crate::wire::ServiceError;

const DEFAULT_LIMIT: usize = 20;
/// The document's type is a 32-bit integer.
const MAX_LIMIT: usize = i32::MAX as usize;

/// The query parameter `limit`.
pub(super) fn limit(call: &Call) -> Result<usize, ServiceError> {
    lists::limit(call, DEFAULT_LIMIT, MAX_LIMIT)
}

/// Which stored completions to list.
#[derive(Debug)]
pub(super) struct Filter {
    model: Option<String>,
    /// Keys and values that must all be there.
    metadata: Vec<(String, String)>,
}

impl Filter {
    pub(super) fn read(call: &Call) -> Result<Self, ServiceError> {
        Ok(Self {
            model: call.query("model"),
            metadata: read_metadata(call)?,
        })
    }

    pub(super) fn finds(&self, completion: &StoredCompletion) -> bool {
        let is_model = |model: &String| completion.model_names.contains(model);
        self.model.as_ref().is_none_or(is_model)
            && self
                .metadata
                .iter()
                .all(|(key, value)| completion.metadata.get(key).and_then(Value::as_str) == Some(value))
    }
}

/// The pairs to filter by: `metadata[key]=value` as the SDKs send them, any number of them, or the document's one
/// `metadata`, as `key=value`, `key:value` or a JSON object.
fn read_metadata(call: &Call) -> Result<Vec<(String, String)>, ServiceError> {
    let query = call.parts.uri.query().unwrap_or_default();
    let mut pairs = Vec::new();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        let Some(rest) = name.strip_prefix("metadata") else {
            continue;
        };
        if rest.is_empty() {
            pairs.extend(read_pairs(&value)?);
        } else if let Some(key) = rest.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            pairs.push((key.to_owned(), value.into_owned()));
        }
    }
    Ok(pairs)
}

fn read_pairs(text: &str) -> Result<Vec<(String, String)>, ServiceError> {
    let expected = "a JSON object of strings, key=value or key:value";
    if text.trim_start().starts_with('{') {
        let object: Option<Map<String, Value>> = serde_json::from_str(text).ok();
        let pair = |(key, value): (String, Value)| match value {
            Value::String(value) => Some((key, value)),
            _ => None,
        };
        let pairs = object.and_then(|object| object.into_iter().map(pair).collect());
        return pairs.ok_or_else(|| invalid_query("metadata", text, expected));
    }
    let pair = text.split_once('=').or_else(|| text.split_once(':'));
    let (key, value) = pair.ok_or_else(|| invalid_query("metadata", text, expected))?;
    Ok(vec![(key.trim().to_owned(), value.trim().to_owned())])
}

/// A page of a list.
pub(super) fn page(data: Vec<Value>, total: usize, has_more: bool) -> Value {
    let mut page = json!({"object": "list", "data": data, "total": total, "has_more": has_more});
    lists::add_ends(&mut page);
    page
}
