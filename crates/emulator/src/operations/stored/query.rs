//! Queries of the list of stored completions.

use serde_json::{Map, Value};

use crate::call::Call;
use crate::call::lists::invalid_query;
use crate::state::stored::StoredCompletion;
use crate::wire::ServiceError;

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
                .all(|(key, value)| completion.described["metadata"][key] == *value)
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
