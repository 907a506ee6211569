//! What the api-version of a request does not have yet, by the `x-since` of the documents.

use std::collections::BTreeSet;

use jsonschema::Validator;
use serde_json::Value;

use super::mistake::dotted;
use crate::wire::ServiceError;
use crate::wire::api_version::has;

/// The overlay's mark for what not every api-version has.
pub(super) const SINCE: &str = "x-since";

/// Refuses the fields and values of a valid body that the version does not have.
pub(super) fn check(schema: &Validator, body: &Value, version: &str) -> Result<(), ServiceError> {
    let evaluation = schema.evaluate(body);
    let mut unrecognized = BTreeSet::new();
    for found in evaluation.iter_annotations() {
        let Some(since) = found.annotations.value().get(SINCE) else {
            continue;
        };
        let pointer = found.instance_location.as_str();
        let value = body.pointer(pointer).unwrap_or(&Value::Null);
        check_value(since, &dotted(pointer), value, version)?;
        if !is_newer(since, version) {
            continue;
        }
        match pointer.rsplit_once('/') {
            Some(("", name)) => drop(unrecognized.insert(name.trim_end_matches("[]"))),
            Some((parent, name)) if body.pointer(parent).is_some_and(Value::is_object) => {
                let place = parent[1..].replace('/', ".");
                let message = format!("Additional properties are not allowed ('{name}' was unexpected) - '{place}'");
                return Err(ServiceError::unnamed(message));
            }
            _ => return Err(not_enabled(&dotted(pointer), &value["type"], first(since))),
        }
    }
    let unrecognized: Vec<&str> = unrecognized.into_iter().collect();
    match unrecognized.as_slice() {
        [] => Ok(()),
        names => Err(ServiceError::unrecognized(names)),
    }
}

/// Whether the version does not have a field at all.
pub(super) fn is_newer(since: &Value, version: &str) -> bool {
    since.as_str().is_some_and(|since| !has(version, since))
}

/// Refuses a value of a field that the version does not have.
pub(super) fn check_value(since: &Value, param: &str, value: &Value, version: &str) -> Result<(), ServiceError> {
    let since = value.as_str().and_then(|value| since.get(value));
    match since {
        Some(since) if is_newer(since, version) => Err(not_enabled(param, value, first(since))),
        _ => Ok(()),
    }
}

/// The service's words for a value that a later version has.
fn not_enabled(param: &str, value: &Value, first: &str) -> ServiceError {
    let name = param.strip_suffix(".type").unwrap_or(param);
    let value = value.as_str().unwrap_or_default();
    let message = format!("{name} value as {value} is enabled only for api versions {first} and later");
    ServiceError::invalid_request("BadRequest", param, message)
}

fn first(since: &Value) -> &str {
    since
        .as_str()
        .and_then(|since| since.split(',').next())
        .unwrap_or_default()
}
