//! Responses: `schema` and `produces` become `content`.

use serde_json::{Map, Value, json};

use super::lift::Lift;
use crate::passes::media::{self, JSON, OCTETS};
use crate::reference::join;
use crate::walk::{has_any, is_extension, text};

impl Lift<'_> {
    pub(super) fn responses(&mut self, responses: Value, produces: &[String], pointer: &str) -> Value {
        let Value::Object(responses) = responses else {
            return responses;
        };
        let mut lifted = Map::new();
        for (status, response) in responses {
            let response = if is_extension(&status) {
                response
            } else {
                self.response(response, &status, produces, &join(pointer, &status))
            };
            lifted.insert(status, response);
        }
        Value::Object(lifted)
    }

    /// A response that several operations share.
    pub(in crate::passes) fn shared_response(&mut self, response: Value, pointer: &str) -> Value {
        let produces = self.produces.clone().unwrap_or_default();
        self.response(response, "200", &produces, pointer)
    }

    fn response(&mut self, response: Value, status: &str, produces: &[String], pointer: &str) -> Value {
        let mut map = match response {
            Value::Object(map) => map,
            other => return other,
        };
        if has_any(&map, &["$ref", "content"]) {
            return Value::Object(map);
        }
        let schema = map.shift_remove("schema");
        let examples = map.shift_remove("examples");
        let headers = map.shift_remove("headers");
        let mut lifted = Map::new();
        let description = map.shift_remove("description").unwrap_or_else(|| json!(""));
        lifted.insert("description".to_owned(), description);
        if let Some(Value::Object(headers)) = headers {
            let base = join(pointer, "headers");
            let headers: Map<String, Value> = headers
                .into_iter()
                .map(|(name, header)| {
                    let at = join(&base, &name);
                    let header = self.header(header, &at);
                    (name, header)
                })
                .collect();
            lifted.insert("headers".to_owned(), Value::Object(headers));
        }
        if let Some(schema) = schema {
            let content = content(schema, status, produces, examples.as_ref());
            lifted.insert("content".to_owned(), Value::Object(content));
        }
        lifted.append(&mut map);
        Value::Object(lifted)
    }
}

/// Which content types a response has, among those that the operation produces.
fn content(schema: Value, status: &str, produces: &[String], examples: Option<&Value>) -> Map<String, Value> {
    let bytes = text(&schema, "format") == "binary";
    let mut types = media::merge_json(produces);
    if bytes {
        // The JSON beside it is for the errors.
        types.retain(|media| !media::says_json(media));
    } else if !status.starts_with('2') && !types.iter().any(|media| media::says_json(media)) {
        // `produces` names the file; an error is JSON all the same.
        if schema_is_structured(&schema) {
            types.clear();
        }
    } else if schema_is_structured(&schema) && types.iter().any(|media| media::says_json(media)) {
        types.retain(|media| media::essence(media) != OCTETS);
    }
    if types.is_empty() {
        types.push(if bytes { OCTETS } else { JSON }.to_owned());
    }
    types
        .into_iter()
        .map(|media| {
            let mut media_type = json!({"schema": schema});
            if let Some(example) = examples.and_then(|examples| examples.get(&media)) {
                media_type["example"] = example.clone();
            }
            (media, media_type)
        })
        .collect()
}

/// Whether a schema is certainly or probably no plain text.
fn schema_is_structured(schema: &Value) -> bool {
    !matches!(text(schema, "type"), "string" | "integer" | "number" | "boolean")
}
