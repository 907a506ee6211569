//! The messages of a stored completion's request.

use std::sync::Arc;

use axum::response::Response;
use http::StatusCode;
use serde_json::{Map, Value};

use super::completion::find;
use super::query;
use crate::call::{Call, lists};
use crate::state::State;
use crate::wire::ServiceError;
use crate::wire::body;

pub(crate) async fn list(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let stored = find(state, &call)?;
    let limit = query::limit(&call)?;
    let id = |place: usize| format!("{}-{place}", stored.id);
    let total = stored.messages.len();
    let mut places: Vec<usize> = (0..total).collect();
    if !lists::oldest_first(&call, "asc")? {
        places.reverse();
    }
    if let Some(after) = call.query("after") {
        let found = places.iter().position(|place| id(*place) == after);
        let found = found.ok_or_else(|| lists::unknown_cursor(&call, "message of this completion"))?;
        places.drain(..=found);
    }
    let has_more = places.len() > limit;
    places.truncate(limit);
    let data = places
        .into_iter()
        .map(|place| describe(id(place), &stored.messages[place]));
    body::json(StatusCode::OK, &query::page(data.collect(), total, has_more))
}

/// A message as it was sent, except that `content` is always a string; parts are in `content_parts`.
fn describe(id: String, message: &Value) -> Value {
    let mut fields = Map::new();
    fields.insert("id".to_owned(), id.into());
    let sent = message.as_object().into_iter().flatten();
    for (name, value) in sent.filter(|(_, value)| !value.is_null()) {
        match value {
            Value::Array(parts) if name == "content" => {
                let texts = parts.iter().filter_map(|part| part.get("text")?.as_str());
                let text = texts.collect::<Vec<_>>().join("\n");
                fields.insert("content".to_owned(), text.into());
                fields.insert("content_parts".to_owned(), value.clone());
            }
            // The generated id is kept.
            _ if name == "id" => {}
            _ => {
                fields.insert(name.clone(), value.clone());
            }
        }
    }
    fields.into()
}
