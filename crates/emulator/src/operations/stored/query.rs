//! What the lists of stored completions are asked, and how they answer.

use serde_json::{Map, Value, json};

use crate::operations::Call;
use crate::wire::ServiceError;

const DEFAULT_LIMIT: usize = 20;

#[derive(Debug)]
pub(super) struct Paging {
    pub(super) after: Option<String>,
    pub(super) limit: usize,
    pub(super) ascending: bool,
}

impl Paging {
    pub(super) fn unknown_after(&self, what: &str) -> ServiceError {
        let after = self.after.as_deref().unwrap_or_default();
        invalid("after", after, &format!("the id of {what}"))
    }
}

/// `after`, `limit` and `order`, of which the last has a default of the list's own.
pub(super) fn read_paging(call: &Call, order: &str) -> Result<Paging, ServiceError> {
    let limit = match call.query("limit") {
        None => DEFAULT_LIMIT,
        // The document's type is a 32-bit integer.
        Some(text) => match text
            .parse::<i32>()
            .ok()
            .and_then(|limit| usize::try_from(limit).ok())
        {
            Some(limit) if limit > 0 => limit,
            _ => {
                return Err(invalid(
                    "limit",
                    &text,
                    "a whole number from 1 to 2147483647",
                ));
            }
        },
    };
    let ascending = match call.query("order").as_deref().unwrap_or(order) {
        "asc" => true,
        "desc" => false,
        other => return Err(invalid("order", other, "asc or desc")),
    };
    Ok(Paging {
        after: call.query("after"),
        limit,
        ascending,
    })
}

/// The pairs to filter by: `metadata[key]=value` as the SDKs send them, any number of them, or the document's one
/// `metadata`, as `key=value`, `key:value` or a JSON object.
pub(super) fn read_metadata(call: &Call) -> Result<Vec<(String, String)>, ServiceError> {
    let query = call.parts.uri.query().unwrap_or_default();
    let mut pairs = Vec::new();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        let Some(rest) = name.strip_prefix("metadata") else {
            continue;
        };
        if rest.is_empty() {
            pairs.extend(read_pairs(&value)?);
        } else if let Some(key) = rest
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
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
        return pairs.ok_or_else(|| invalid("metadata", text, expected));
    }
    let pair = text.split_once('=').or_else(|| text.split_once(':'));
    let (key, value) = pair.ok_or_else(|| invalid("metadata", text, expected))?;
    Ok(vec![(key.trim().to_owned(), value.trim().to_owned())])
}

fn invalid(name: &str, value: &str, expected: &str) -> ServiceError {
    let message = format!("The query parameter '{name}' is '{value}', but must be {expected}.");
    ServiceError::invalid_payload(message).with("target", name)
}

/// A page of a list; an empty one has no first and last.
pub(super) fn page(data: Vec<Value>, total: usize, has_more: bool) -> Value {
    let id = |item: Option<&Value>| item.and_then(|item| item.get("id")).cloned();
    let (first, last) = (id(data.first()), id(data.last()));
    let mut page = json!({"object": "list", "data": data, "total": total, "has_more": has_more});
    for (name, id) in [("first_id", first), ("last_id", last)] {
        if let Some(id) = id {
            page[name] = id;
        }
    }
    page
}
