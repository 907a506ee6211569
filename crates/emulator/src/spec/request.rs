//! Validates requests against the documents.

use http::{HeaderMap, StatusCode, header};
use jsonschema::error::ValidationErrorKind;
use serde_json::{Map, Value};

use super::document::without_nulls;
use super::mistake::{closest, expected, explain};
use super::operation::{Body, Field, Shape, schemas};
use super::since;
use crate::catalogue::OperationKey;
use crate::wire::ServiceError;

/// Whether the operation's body is JSON.
pub(crate) fn takes_json(key: OperationKey) -> bool {
    matches!(schemas(key).body, Some(Body::Json { .. }))
}

/// Refuses a body of another type where JSON is required. A request without a content type is accepted.
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
/// the operation then checks them.
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

/// What the service takes and the documents lack: the name of the deployment again, and parameters of older models.
const UNDESCRIBED: [&str; 7] = [
    "best_of",
    "echo",
    "function_call",
    "functions",
    "model",
    "seed",
    "suffix",
];

/// Checks that the document has the parameters of a JSON body.
pub(crate) fn check_names(key: OperationKey, body: &Value) -> Result<(), ServiceError> {
    let (Some(Body::Json { names, .. }), Some(fields)) = (&schemas(key).body, body.as_object()) else {
        return Ok(());
    };
    let known = |name: &String| UNDESCRIBED.contains(&name.as_str()) || names.contains(name);
    let unknown: Vec<&str> = fields.keys().filter(|name| !known(name)).map(String::as_str).collect();
    match unknown.as_slice() {
        [] => Ok(()),
        _ if names.is_empty() => Ok(()),
        unknown => Err(ServiceError::unrecognized(unknown)),
    }
}

/// Checks that the api-version has the fields and the values of a valid JSON body.
pub(crate) fn check_version(key: OperationKey, body: &Value, version: &str) -> Result<(), ServiceError> {
    match &schemas(key).body {
        Some(Body::Json {
            schema,
            has_newer: true,
            ..
        }) => since::check(schema, &without_nulls(body), version),
        _ => Ok(()),
    }
}

/// Checks that the document, and the api-version if there is one, have the text fields of a form and their values.
pub(crate) fn check_form_names(
    key: OperationKey,
    texts: &[(String, String)],
    version: Option<&str>,
) -> Result<(), ServiceError> {
    let Some(Body::Form(fields)) = &schemas(key).body else {
        return Ok(());
    };
    let mut unknown = Vec::new();
    for (name, text) in texts {
        // Clients write the index of an item between the brackets of a list, or leave them out.
        let name = name.split('[').next().unwrap_or_default();
        let field = fields.iter().find(|field| field.name.trim_end_matches("[]") == name);
        let since = field.and_then(|field| Some((field.since.as_ref()?, version?)));
        match since {
            Some((since, version)) if since::is_newer(since, version) => unknown.push(name),
            Some((since, version)) => since::check_value(since, name, &text.as_str().into(), version)?,
            None if field.is_none() && !UNDESCRIBED.contains(&name) => unknown.push(name),
            None => {}
        }
    }
    unknown.dedup();
    match unknown.as_slice() {
        [] => Ok(()),
        unknown => Err(ServiceError::unrecognized(unknown)),
    }
}

/// Checks the fields of a form: texts by name, and the names of the files.
pub(crate) fn check_form(key: OperationKey, texts: &[(String, String)], files: &[&str]) -> Result<(), ServiceError> {
    let Some(Body::Form(fields)) = &schemas(key).body else {
        return Ok(());
    };
    for field in fields {
        let name = field.name.trim_end_matches("[]");
        let is_field = |given: &str| match given.strip_prefix(name) {
            Some("") => true,
            Some(rest) => field.is_list() && rest.starts_with('['),
            None => false,
        };
        let mut given = texts.iter().filter(|(given, _)| is_field(given)).peekable();
        let is_there = given.peek().is_some() || files.contains(&name);
        if field.required && !is_there {
            let name = &field.name;
            let message = format!("The form field '{name}' is required.");
            return Err(ServiceError::invalid_request(
                "missing_required_parameter",
                name,
                message,
            ));
        }
        if let Some(shape) = &field.shape {
            given.try_for_each(|(_, text)| check_text(&format!("form field '{name}'"), name, shape, text))?;
        }
    }
    Ok(())
}

/// The text fields of a form as a JSON body has them, by the types of the document. An empty field counts as absent.
pub(crate) fn read_form(key: OperationKey, texts: &[(String, String)]) -> Value {
    let fields = match &schemas(key).body {
        Some(Body::Form(fields)) => fields.as_slice(),
        _ => &[],
    };
    let mut object = Map::new();
    for (name, text) in texts.iter().filter(|(_, text)| !text.is_empty()) {
        // Items of a list are written `name`, `name[]` or `name[0]`.
        let name = name.split('[').next().unwrap_or_default();
        let field = fields.iter().find(|field| field.name.trim_end_matches("[]") == name);
        let shape = field.and_then(|field| field.shape.as_ref());
        let value = shape.map_or_else(|| text.as_str().into(), |shape| shape.read(text));
        match object.get_mut(name) {
            Some(Value::Array(items)) => items.push(value),
            _ if field.is_some_and(Field::is_list) => drop(object.insert(name.to_owned(), vec![value].into())),
            _ => drop(object.insert(name.to_owned(), value)),
        }
    }
    object.into()
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
    fn mistakes_are_named_by_their_pointer() {
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
        let body = json!({"messages": [{"role": "user", "content": "hi"}], "response_format": {"type": "grammar"}});
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
