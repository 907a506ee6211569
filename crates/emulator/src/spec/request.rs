//! Requests against the documents.

use http::{HeaderMap, StatusCode, header};
use jsonschema::ValidationError;
use jsonschema::error::{TypeKind, ValidationErrorKind};
use serde_json::Value;

use super::document::{document, without_nulls};
use super::operation::{Body, Shape, schemas};
use crate::catalogue::OperationKey;
use crate::wire::ServiceError;

/// Whether the operation's body is JSON.
pub(crate) fn takes_json(key: OperationKey) -> bool {
    matches!(schemas(key).body, Some(Body::Json { .. }))
}

/// Refuses a body of another type where JSON is asked for. A request that tells none is taken.
pub(crate) fn check_content_type(key: OperationKey, headers: &HeaderMap) -> Result<(), ServiceError> {
    let json = takes_json(key);
    let Some(kind) = headers.get(header::CONTENT_TYPE).filter(|_| json) else {
        return Ok(());
    };
    let kind = String::from_utf8_lossy(kind.as_bytes()).to_ascii_lowercase();
    let essence = kind.split(';').next().unwrap_or_default().trim();
    if essence == "application/json" || essence.ends_with("+json") {
        return Ok(());
    }
    Err(ServiceError::new(
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "415",
        format!("The content type '{essence}' is not supported. Send application/json."),
    ))
}

/// Checks the query and the headers.
pub(crate) fn check_parameters(key: OperationKey, query: &str, headers: &HeaderMap) -> Result<(), ServiceError> {
    for parameter in &schemas(key).parameters {
        let name = &parameter.name;
        let place = if parameter.in_header {
            "header"
        } else {
            "query parameter"
        };
        let given = if parameter.in_header {
            let header = headers.get(name).and_then(|value| value.to_str().ok());
            header.map(str::to_owned)
        } else {
            form_urlencoded::parse(query.as_bytes())
                .find(|(other, _)| other == name)
                .map(|(_, value)| value.into_owned())
        };
        match given {
            Some(text) => check_text(&format!("{place} '{name}'"), name, &parameter.shape, &text)?,
            None if parameter.required => {
                let message = format!("The {place} '{name}' is required.");
                return Err(ServiceError::invalid_request(
                    "missing_required_parameter",
                    name,
                    message,
                ));
            }
            None => {}
        }
    }
    Ok(())
}

/// Whether the operation can do without a body.
pub(crate) fn body_is_optional(key: OperationKey) -> bool {
    !matches!(schemas(key).body, Some(Body::Json { required: true, .. }))
}

/// Checks a JSON body. A later api-version than the document's may have values that the document does not name:
/// whether those are known is then the operation's affair.
pub(crate) fn check_body(key: OperationKey, body: &Value, later_version: bool) -> Result<(), ServiceError> {
    let Some(Body::Json { schema, .. }) = &schemas(key).body else {
        return Ok(());
    };
    let body = without_nulls(body);
    let wrong = schema
        .iter_errors(&body)
        .find(|error| !(later_version && matches!(closest(error).kind(), ValidationErrorKind::Enum { .. })));
    wrong.map_or(Ok(()), |error| Err(explain(key, &error)))
}

/// Checks the fields of a form: texts by name, and the names of the files.
pub(crate) fn check_form(key: OperationKey, texts: &[(String, String)], files: &[&str]) -> Result<(), ServiceError> {
    let Some(Body::Form(fields)) = &schemas(key).body else {
        return Ok(());
    };
    for field in fields {
        let name = &field.name;
        // A list's fields have brackets after their name.
        let listed = format!("{name}[]");
        let mut given = texts
            .iter()
            .filter(|(other, _)| other == name || *other == listed)
            .peekable();
        let is_there = given.peek().is_some() || files.contains(&name.as_str());
        if field.required && !is_there {
            let message = format!("The form field '{name}' is required.");
            return Err(ServiceError::invalid_request(
                "missing_required_parameter",
                name,
                message,
            ));
        }
        let Some(shape) = field
            .shape
            .as_ref()
            .filter(|shape| shape.kind.as_deref() != Some("array"))
        else {
            continue;
        };
        for (_, text) in given {
            check_text(&format!("form field '{name}'"), name, shape, text)?;
        }
    }
    Ok(())
}

fn check_text(what: &str, name: &str, shape: &Shape, text: &str) -> Result<(), ServiceError> {
    let value = shape.read(text);
    let Err(error) = shape.schema.validate(&value) else {
        return Ok(());
    };
    let shown: String = text.chars().take(64).collect();
    let message = format!("The {what} is '{shown}', but {}.", expected(&error));
    Err(ServiceError::invalid_request("invalid_value", name, message))
}

/// The service's words for a mistake in a body, and where it stands.
fn explain(key: OperationKey, error: &ValidationError<'_>) -> ServiceError {
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
        ValidationErrorKind::MinItems { .. } => "empty_array",
        ValidationErrorKind::MaxLength { .. } => "string_above_max_length",
        _ => "invalid_value",
    };
    let message = format!("Invalid {place}: {} (at '{pointer}').", expected(error));
    ServiceError::invalid_request(code, &param, message)
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
fn closest<'a, 'e>(error: &'a ValidationError<'e>) -> &'a ValidationError<'e> {
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
        // What is of another type altogether breaks every other rule as well.
        .filter(|mistakes| !mistakes.iter().any(|inner| of_type(inner) && depth(inner) == here))
        .filter_map(|mistakes| mistakes.iter().map(closest).max_by_key(|inner| rank(inner)))
        .max_by_key(|inner| rank(inner));
    match best {
        Some(inner) if rank(inner) > (here, false) => inner,
        _ => error,
    }
}

/// What the value should be; values themselves are not repeated.
fn expected(error: &ValidationError<'_>) -> String {
    match error.kind() {
        ValidationErrorKind::Type {
            kind: TypeKind::Single(kind),
        } => format!("it must be of type {kind}"),
        ValidationErrorKind::Enum { options } => {
            let options = options.as_array().map(Vec::as_slice).unwrap_or_default();
            let options: Vec<String> = options.iter().map(Value::to_string).collect();
            format!("it must be one of {}", options.join(", "))
        }
        ValidationErrorKind::AnyOf { .. } => "it is none of the types that it may have".to_owned(),
        ValidationErrorKind::Minimum { limit } => format!("it must be at least {limit}"),
        ValidationErrorKind::Maximum { limit } => format!("it must be at most {limit}"),
        ValidationErrorKind::MaxItems { limit } => format!("it may have at most {limit} items"),
        ValidationErrorKind::MinItems { limit } => format!("it must have at least {limit} items"),
        ValidationErrorKind::MaxLength { limit } => {
            format!("it may have at most {limit} characters")
        }
        ValidationErrorKind::MinLength { limit } => {
            format!("it must have at least {limit} characters")
        }
        other => format!("it breaks the rule '{}'", other.keyword()),
    }
}

/// A pointer as the service writes places: `/messages/0/role` is `messages[0].role`.
fn dotted(pointer: &str) -> String {
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn refused(key: OperationKey, body: Value) -> String {
        let error = check_body(key, &body, false).expect_err("a mistake");
        format!("{error:?}")
    }

    #[test]
    fn a_mistake_is_named_by_its_pointer() {
        use OperationKey::{BatchCreate, ChatCompletionsCreate as Chat, IngestionJobsCreate};
        let message = json!({"role": "user", "content": "hi"});
        assert!(check_body(Chat, &json!({"messages": [message]}), false).is_ok());
        let text = refused(Chat, json!({"messages": [message, {"role": 5, "content": "x"}]}));
        assert!(
            text.contains("/messages/1/role") && text.contains("messages[1].role"),
            "{text}"
        );
        let text = refused(Chat, json!({"messages": [message], "temperature": 42.5}));
        assert!(text.contains("/temperature") && text.contains("<= 2"), "{text}");
        let text = refused(BatchCreate, json!({"endpoint": "/chat/completions"}));
        assert!(text.contains("/input_file_id"), "{text}");
        let text = refused(IngestionJobsCreate, json!({"kind": "SystemCompute", "datasource": 5}));
        assert!(text.contains('/'), "{text}");
        let text = refused(OperationKey::EmbeddingsCreate, json!({"input": ["a", 7]}));
        assert!(text.contains("/input/1"), "{text}");
    }

    #[test]
    fn a_later_version_may_have_new_values() {
        let body = json!({"messages": [{"role": "user", "content": "hi"}], "response_format": {"type": "json_schema"}});
        let key = OperationKey::ChatCompletionsCreate;
        assert!(check_body(key, &body, false).is_err());
        assert!(check_body(key, &body, true).is_ok());
    }

    #[test]
    fn null_counts_as_absent() {
        let body = json!({"messages": [{"role": "user", "content": "hi"}], "temperature": null, "tools": null});
        assert!(check_body(OperationKey::ChatCompletionsCreate, &body, false).is_ok());
    }

    #[test]
    fn query_and_form_are_read_by_their_types() {
        let headers = HeaderMap::new();
        assert!(check_parameters(OperationKey::FilesList, "limit=5&order=asc", &headers).is_ok());
        assert!(check_parameters(OperationKey::FilesList, "limit=five", &headers).is_err());
        assert!(check_parameters(OperationKey::FilesList, "order=up", &headers).is_err());
        let texts = [("purpose".to_owned(), "batch".to_owned())];
        assert!(check_form(OperationKey::FilesUpload, &texts, &["file"]).is_ok());
        assert!(check_form(OperationKey::FilesUpload, &texts, &[]).is_err());
        let texts = [("purpose".to_owned(), "none".to_owned())];
        assert!(check_form(OperationKey::FilesUpload, &texts, &["file"]).is_err());
    }
}
