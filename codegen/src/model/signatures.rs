//! The types that operations refer to.

use serde_json::{Map, Value};

use super::context::Context;
use super::declared::Signature;
use super::types::Type;
use crate::keys::{BODY, ERRORS, RESPONSE};
use crate::walk::{Operation, fields, items, join, text};

impl<'a> Context<'a> {
    pub(super) fn signature(&mut self, operation: &Operation<'a>) -> Signature {
        let pointer = operation.pointer();
        let parameters = items(operation.value.get("parameters"))
            .enumerate()
            .map(|(index, parameter)| {
                let pointer = join(&join(&pointer, "parameters"), &index.to_string());
                match parameter.get("schema") {
                    Some(schema) => self.value(&join(&pointer, "schema"), schema).0,
                    None => Type::Text,
                }
            });
        let parameters = parameters.collect();
        let body = operation.value.as_object().and_then(body_schema);
        let body = body.map(|schema| self.value(&join(&pointer, "requestBody"), schema).0);
        let is_json = text(operation.value, RESPONSE).starts_with("json");
        let response = operation
            .value
            .pointer("/responses/200/content/application~1json/schema")
            .filter(|_| is_json)
            .map(|schema| self.element(&join(&pointer, "responses"), schema));
        let response = response.map(|response| self.with_nulls(response));
        let errors = fields(operation.value.get(ERRORS)).map(|(status, schema)| {
            let pointer = join(&join(&pointer, "responses"), status);
            (status.clone(), self.value(&pointer, schema).0)
        });
        let errors = errors.collect();
        Signature {
            parameters,
            body,
            response,
            errors,
            following: None,
        }
    }
}

impl Context<'_> {
    /// A response that is a list or map has no other place for a `null` among its values than they themselves: they are
    /// `Option`s, whatever the document says, but for objects.
    fn with_nulls(&self, response: Type) -> Type {
        match response {
            Type::List(item) => Type::List(Box::new(self.or_null(*item))),
            Type::Map(value) => Type::Map(Box::new(self.or_null(*value))),
            other => other,
        }
    }

    fn or_null(&self, value: Type) -> Type {
        let is_object = match &value {
            Type::Any | Type::Object | Type::Nullable(_) => true,
            Type::Named(name) => self.component(name).is_none_or(|schema| schema.get("enum").is_none()),
            _ => false,
        };
        match value {
            Type::Nullable(inner) => Type::Nullable(Box::new(self.with_nulls(*inner))),
            value if is_object => value,
            value => Type::Nullable(Box::new(self.with_nulls(value))),
        }
    }
}

/// The schema of a body that is JSON or a form.
fn body_schema(operation: &Map<String, Value>) -> Option<&Value> {
    let media_type = match operation.get(BODY)?.as_str()? {
        "json" => "application~1json",
        "form" => "multipart~1form-data",
        _ => return None,
    };
    let pointer = format!("/content/{media_type}/schema");
    operation.get("requestBody")?.pointer(&pointer)
}
