//! Media types: their names, and which of `consumes` and `produces` count.

use serde_json::Value;

use crate::walk::items;

pub(super) const JSON: &str = "application/json";
pub(super) const OCTETS: &str = "application/octet-stream";
pub(super) const MULTIPART: &str = "multipart/form-data";
pub(super) const URL_ENCODED: &str = "application/x-www-form-urlencoded";
/// Server-sent events.
pub(super) const EVENTS: &str = "text/event-stream";

/// A `consumes` or `produces`; `None` where it is not given.
pub(super) fn list(value: Option<&Value>) -> Option<Vec<String>> {
    value.filter(|value| value.is_array())?;
    Some(items(value).filter_map(Value::as_str).map(str::to_owned).collect())
}

/// A media type without its parameters, in lower case.
pub(super) fn essence(media: &str) -> String {
    let essence = media.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

/// Whether it is JSON, or anything.
pub(super) fn is_json(essence: &str) -> bool {
    essence == "*/*" || says_json(essence)
}

/// Whether it is JSON by its name.
pub(super) fn says_json(media: &str) -> bool {
    let essence = essence(media);
    essence.ends_with("/json") || essence.ends_with("+json")
}

/// One entry for all the spellings of JSON, in the place of the first; `application/json` where that is among them.
pub(super) fn merge_json(types: &[String]) -> Vec<String> {
    let mut merged: Vec<String> = Vec::new();
    let plain = types.iter().find(|media| essence(media) == JSON);
    let mut json_seen = false;
    for media in types {
        if !says_json(media) {
            if !merged.contains(media) {
                merged.push(media.clone());
            }
        } else if !json_seen {
            json_seen = true;
            // `text/json` alone means JSON too, but is sent under its own name; parameters such as a charset are kept.
            merged.push(plain.unwrap_or(media).trim().to_owned());
        }
    }
    merged
}
