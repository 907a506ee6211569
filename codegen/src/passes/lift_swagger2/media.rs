//! Content types: which of `consumes` and `produces` count.

use serde_json::Value;

pub(super) const JSON: &str = "application/json";
pub(super) const OCTETS: &str = "application/octet-stream";
pub(super) const MULTIPART: &str = "multipart/form-data";
pub(super) const URL_ENCODED: &str = "application/x-www-form-urlencoded";

/// A `consumes` or `produces`; `None` where it is not given.
pub(super) fn list(value: Option<&Value>) -> Option<Vec<String>> {
    let list = value?.as_array()?;
    Some(list.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// A content type without its parameters.
pub(super) fn essence(media: &str) -> &str {
    media.split(';').next().unwrap_or(media).trim()
}

pub(super) fn is_json(media: &str) -> bool {
    let media = essence(media).to_ascii_lowercase();
    media == JSON || media == "text/json" || media.ends_with("+json")
}

/// One entry for all the spellings of JSON, in the place of the first; `application/json`
/// where that is among them.
pub(super) fn merge_json(types: &[String]) -> Vec<String> {
    let mut merged: Vec<String> = Vec::new();
    let plain = types.iter().find(|media| essence(media).eq_ignore_ascii_case(JSON));
    let mut json_seen = false;
    for media in types {
        if !is_json(media) {
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
