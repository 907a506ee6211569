//! Words a violation of a schema as the service does.

use jsonschema::ValidationError;
use jsonschema::error::{TypeKind, ValidationErrorKind};
use serde_json::Value;

use super::document::document;
use crate::catalogue::OperationKey;
use crate::wire::ServiceError;

/// The service's error for an invalid body, with the path of the field.
pub(super) fn explain(key: OperationKey, error: &ValidationError<'_>) -> ServiceError {
    let error = closest(error);
    let mut pointer = error.instance_path().as_str().to_owned();
    if let ValidationErrorKind::Required { property } = error.kind()
        && let Some(name) = property.as_str()
    {
        pointer.push('/');
        pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
        let param = dotted(&pointer);
        let message = format!("Missing required parameter: '{param}' (at '{pointer}').");
        return ServiceError::invalid_request("missing_required_parameter", &param, message);
    }
    let param = dotted(&pointer);
    let place = match param.as_str() {
        "" => "the request body".to_owned(),
        param => format!("'{param}'"),
    };
    if let Some((code, what)) = beyond(key, error) {
        let message = format!("Invalid {place}: {what} (at '{pointer}').");
        return ServiceError::invalid_request(&code, &param, message);
    }
    let code = match error.kind() {
        ValidationErrorKind::Type { .. } | ValidationErrorKind::AnyOf { .. } => "invalid_type",
        ValidationErrorKind::MaxItems { .. } => "array_above_max_length",
        ValidationErrorKind::MaxProperties { .. } => "object_above_max_properties",
        ValidationErrorKind::MinItems { .. } => "empty_array",
        ValidationErrorKind::MaxLength { .. } => "string_above_max_length",
        _ => "invalid_value",
    };
    let message = format!("Invalid {place}: {} (at '{pointer}').", expected(error));
    ServiceError::invalid_request(code, &param, message)
}

/// The error for an invalid form, whose fields are texts or lists of texts.
pub(super) fn explain_form(error: &ValidationError<'_>) -> ServiceError {
    if let ValidationErrorKind::Required { property } = error.kind()
        && let Some(name) = property.as_str()
    {
        let message = format!("The form field '{name}' is required.");
        return ServiceError::invalid_request("missing_required_parameter", name, message);
    }
    let name = error.instance_path().as_str().split('/').nth(1).unwrap_or_default();
    let name = name.trim_end_matches("[]");
    let code = match error.kind() {
        ValidationErrorKind::MaxItems { .. } => "array_above_max_length",
        _ => "invalid_value",
    };
    let shown = match error.instance().as_ref() {
        Value::String(text) => text.chars().take(64).collect(),
        Value::Array(items) => format!("a list of {}", items.len()),
        other => other.to_string(),
    };
    let message = format!("The form field '{name}' is '{shown}', but {}.", expected(error));
    ServiceError::invalid_request(code, name, message)
}

/// The code and the words for a number that is too large or too small.
fn beyond(key: OperationKey, error: &ValidationError<'_>) -> Option<(String, String)> {
    let (side, end, sign, limit) = match error.kind() {
        ValidationErrorKind::Minimum { limit } => ("below", "min", ">=", limit),
        ValidationErrorKind::Maximum { limit } => ("above", "max", "<=", limit),
        _ => return None,
    };
    // `3` may stand for a decimal: the schema knows.
    let place = error.absolute_keyword_location()?.fragment()?.as_str();
    let (schema, _) = place.rsplit_once('/')?;
    let kind = match document(key).root.pointer(schema).map(|schema| &schema["type"]) {
        Some(Value::String(kind)) if kind == "integer" => "integer",
        _ => "decimal",
    };
    let got = error.instance();
    let what = format!("{kind} {side} {end}imum value. Expected a value {sign} {limit}, but got {got} instead");
    Some((format!("{kind}_{side}_{end}_value"), what))
}

/// Of the alternatives that a value could have met, the mistake in the one that it comes closest to: one deeper in the
/// value, or one that is not of the type alone.
pub(super) fn closest<'a, 'e>(error: &'a ValidationError<'e>) -> &'a ValidationError<'e> {
    let ValidationErrorKind::AnyOf { context } = error.kind() else {
        return error;
    };
    let depth = |error: &ValidationError<'_>| error.instance_path().as_str().matches('/').count();
    let here = depth(error);
    let of_type = |error: &ValidationError<'_>| {
        matches!(
            error.kind(),
            ValidationErrorKind::Type { .. } | ValidationErrorKind::AnyOf { .. }
        )
    };
    let rank = |error: &ValidationError<'_>| (depth(error), !of_type(error));
    let best = context
        .iter()
        // A value of another type violates every other rule as well.
        .filter(|mistakes| !mistakes.iter().any(|inner| of_type(inner) && depth(inner) == here))
        .filter_map(|mistakes| mistakes.iter().map(closest).max_by_key(|inner| rank(inner)))
        .max_by_key(|inner| rank(inner));
    match best {
        Some(inner) if rank(inner) > (here, false) => inner,
        _ => error,
    }
}

/// What was expected; values are not repeated.
pub(super) fn expected(error: &ValidationError<'_>) -> String {
    match error.kind() {
        ValidationErrorKind::Type {
            kind: TypeKind::Single(kind),
        } => format!("it must be of type {kind}"),
        ValidationErrorKind::Enum { options } => {
            let options = options.as_array().map(Vec::as_slice).unwrap_or_default();
            let options: Vec<String> = options.iter().map(Value::to_string).collect();
            format!("it must be one of {}", options.join(", "))
        }
        ValidationErrorKind::AnyOf { .. } => "it has none of the allowed types".to_owned(),
        ValidationErrorKind::Minimum { limit } => format!("it must be at least {limit}"),
        ValidationErrorKind::Maximum { limit } => format!("it must be at most {limit}"),
        ValidationErrorKind::MaxItems { limit } => format!("it may have at most {limit} items"),
        ValidationErrorKind::MaxProperties { limit } => format!("it may have at most {limit} entries"),
        ValidationErrorKind::MinItems { limit } => format!("it must have at least {limit} items"),
        ValidationErrorKind::MaxLength { limit } => {
            format!("it may have at most {limit} characters")
        }
        ValidationErrorKind::MinLength { limit } => {
            format!("it must have at least {limit} characters")
        }
        other => format!("it violates the keyword '{}'", other.keyword()),
    }
}

/// A pointer as the service writes places: `/messages/0/role` is `messages[0].role`.
pub(super) fn dotted(pointer: &str) -> String {
    let mut param = String::new();
    for part in pointer.split('/').skip(1) {
        let part = part.replace("~1", "/").replace("~0", "~");
        if !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()) {
            param.push_str(&format!("[{part}]"));
        } else {
            if !param.is_empty() {
                param.push('.');
            }
            param.push_str(&part);
        }
    }
    param
}
