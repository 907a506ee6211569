//! Validates requests against the documents.

use std::collections::BTreeMap;

use http::{HeaderMap, StatusCode, header};
use jsonschema::error::ValidationErrorKind;
use serde_json::{Map, Value};

use super::document::without_nulls;
use super::mistake::{closest, expected, explain, explain_form};
use super::operation::{Shape, schemas, typed};
use super::since;
use crate::catalogue::OperationKey;
use crate::wire::ServiceError;

/// Whether the operation's body is JSON.
pub(crate) fn takes_json(key: OperationKey) -> bool {
    schemas(key).body.as_ref().is_some_and(|body| body.form.is_none())
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
    !schemas(key).body.as_ref().is_some_and(|body| body.required)
}

/// Checks a JSON body. A later api-version than the document's may have values that the document does not name:
/// the operation then checks them.
pub(crate) fn check_body(key: OperationKey, body: &Value, later_version: bool) -> Result<(), ServiceError> {
    let Some(described) = &schemas(key).body else {
        return Ok(());
    };
    let body = without_nulls(body);
    let wrong = described
        .schema
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

/// Checks that the document has the parameters of a body.
pub(crate) fn check_names(key: OperationKey, body: &Value) -> Result<(), ServiceError> {
    let (Some(described), Some(fields)) = (&schemas(key).body, body.as_object()) else {
        return Ok(());
    };
    let names = &described.names;
    let known = |name: &String| UNDESCRIBED.contains(&name.as_str()) || names.contains(name);
    let unknown: Vec<&str> = fields.keys().filter(|name| !known(name)).map(String::as_str).collect();
    match unknown.as_slice() {
        [] => Ok(()),
        _ if names.is_empty() => Ok(()),
        unknown => Err(ServiceError::unrecognized(unknown)),
    }
}

/// Checks that the api-version has the fields and the values of a valid body.
pub(crate) fn check_version(key: OperationKey, body: &Value, version: &str) -> Result<(), ServiceError> {
    match &schemas(key).body {
        Some(described) if described.has_newer => since::check(&described.schema, &without_nulls(body), version),
        _ => Ok(()),
    }
}

/// A form as a JSON body has it, by the types of the document, files as empty strings. Other empty fields count as
/// absent.
pub(crate) fn read_form(key: OperationKey, texts: &[(String, String)], files: &[&str]) -> Value {
    let fields = schemas(key).body.as_ref().and_then(|body| body.form.as_ref());
    let mut form = Map::new();
    // An object is its JSON, or as the official libraries write it a field for each of its own: `name[field]`.
    let mut objects = BTreeMap::<String, Map<String, Value>>::new();
    let texts = texts.iter().filter(|(_, text)| !text.is_empty());
    let texts = texts.map(|(name, text)| (name.as_str(), text.as_str()));
    for (name, text) in texts.chain(files.iter().map(|name| (*name, ""))) {
        let kind = |name: &str| fields.and_then(|fields| fields.get(name)).map(String::as_str);
        // Items of a list are written `name`, `name[]` or `name[0]`, and `a.b` also `a[b]`.
        let (base, inner) = name.trim_end_matches(']').split_once('[').unwrap_or((name, ""));
        let listed = format!("{base}[]");
        let within = format!("{base}.{inner}");
        match [&listed, &within].map(|name| kind(name)) {
            [Some(_), _] => {
                let items = form.entry(listed).or_insert_with(|| Value::Array(Vec::new()));
                items
                    .as_array_mut()
                    .into_iter()
                    .for_each(|items| items.push(text.into()));
            }
            [None, Some(kind)] => drop(form.insert(within, typed(text, Some(kind)))),
            [None, None] if !inner.is_empty() && inner.parse::<usize>().is_err() => {
                let fields = objects.entry(base.to_owned()).or_default();
                fields.insert(inner.to_owned(), text.into());
            }
            [None, None] => drop(form.insert(base.to_owned(), typed(text, kind(base)))),
        }
    }
    form.extend(
        objects
            .into_iter()
            .map(|(name, fields)| (name, Value::Object(fields).to_string().into())),
    );
    form.into()
}

/// Checks a form as `read_form` gives it.
pub(crate) fn check_form(key: OperationKey, form: &Value) -> Result<(), ServiceError> {
    let described = schemas(key).body.as_ref();
    described.map_or(Ok(()), |body| {
        body.schema.validate(form).map_err(|error| explain_form(&error))
    })
}

fn check_text(what: &str, name: &str, shape: &Shape, text: &str) -> Result<(), ServiceError> {
    let value = typed(text, shape.kind.as_deref());
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
        let check_form = |purpose: &str, files: &[&str]| {
            let texts = [("purpose".to_owned(), purpose.to_owned())];
            let key = OperationKey::FilesUpload;
            check_form(key, &read_form(key, &texts, files))
        };
        assert!(check_form("batch", &["file"]).is_ok());
        assert!(check_form("batch", &[]).is_err());
        assert!(check_form("none", &["file"]).is_err());
    }
}
