//! Parameters against the template of their path, and against each other.

use serde_json::{Map, Value, json};

use super::Check;
use super::path::Template;
use crate::document::Dialect;
use crate::reference::{follow, join};

/// A declared parameter: its name and place.
pub(super) type Declared = (String, String);

impl Check<'_> {
    /// Mends the parameters of a path or an operation, and returns what is left.
    pub(super) fn parameters(
        &mut self,
        holder: &mut Map<String, Value>,
        pointer: &str,
        template: &Template,
    ) -> Vec<Declared> {
        let base = join(pointer, "parameters");
        let mut declared: Vec<Declared> = Vec::new();
        let Some(Value::Array(list)) = holder.get_mut("parameters") else {
            return declared;
        };
        let mut index = 0;
        list.retain_mut(|parameter| {
            let pointer = join(&base, &index.to_string());
            index += 1;
            match self.parameter(parameter, &declared, template, &pointer) {
                Ok(Some(known)) => {
                    declared.push(known);
                    true
                }
                Ok(None) => true,
                Err(message) => {
                    self.findings.warn(pointer, format!("{message}; it is left out"));
                    false
                }
            }
        });
        declared
    }

    fn parameter(
        &mut self,
        parameter: &mut Value,
        declared: &[Declared],
        template: &Template,
        pointer: &str,
    ) -> Result<Option<Declared>, String> {
        // Broken references are reported with the references.
        let Some(actual) = follow(self.root, parameter) else {
            return Ok(None);
        };
        let text = |key: &str| actual.get(key).and_then(Value::as_str).map(str::to_owned);
        let (Some(name), Some(mut place)) = (text("name").filter(|name| !name.is_empty()), text("in")) else {
            return Err("a parameter needs a `name` and an `in`".to_owned());
        };
        let mut mended = None;
        let places: &[&str] = match self.dialect {
            Dialect::Swagger20 => &["path", "query", "header", "formData", "body"],
            Dialect::OpenApi30 | Dialect::OpenApi31 => &["path", "query", "header", "cookie"],
        };
        if let Some(meant) = places
            .iter()
            .find(|known| place != **known && place.trim().eq_ignore_ascii_case(known))
        {
            self.findings.warn(
                pointer,
                format!("the parameter {name:?} is in {place:?}; it is read as `{meant}`"),
            );
            place = (*meant).to_owned();
            mended.get_or_insert_with(|| actual.clone())["in"] = json!(meant);
        }
        if !places.contains(&place.as_str()) {
            return Err(format!(
                "the parameter {name:?} is in {place:?}, which is none of {}",
                places.join(", ")
            ));
        }
        // The names of headers have no case.
        let is_same = |other: &str| *other == name || place == "header" && other.eq_ignore_ascii_case(&name);
        if declared.iter().any(|(other, there)| is_same(other) && *there == place) {
            return Err(format!("a second parameter {name:?} in {place}"));
        }
        if place == "header" && !is_header_name(&name) {
            return Err(format!("{name:?} is not a name that a header can have"));
        }
        if place == "path" {
            if !template.names.contains(&name) {
                return Err(format!("the path parameter {name:?} is not in the path"));
            }
            if actual.get("required") != Some(&json!(true)) {
                let message = format!("the path parameter {name:?} must be `required: true`; it is read so");
                self.findings.warn(pointer, message);
                mended.get_or_insert_with(|| actual.clone())["required"] = json!(true);
            }
        }
        if let Some(mended) = mended {
            *parameter = mended;
        }
        Ok(Some((name, place)))
    }

    /// A name in the template that no parameter declares is a string.
    pub(super) fn declare_the_rest(
        &mut self,
        operation: &mut Map<String, Value>,
        common: &[Declared],
        own: &[Declared],
        template: &Template,
        pointer: &str,
    ) {
        for name in &template.names {
            let known = |(other, place): &Declared| place == "path" && other == name;
            if common.iter().chain(own).any(known) {
                continue;
            }
            self.findings.warn(
                pointer,
                format!("the path parameter {name:?} is not declared; it is read as a string"),
            );
            let mut parameter = json!({ "name": name, "in": "path", "required": true });
            match self.dialect {
                Dialect::Swagger20 => parameter["type"] = json!("string"),
                _ => parameter["schema"] = json!({ "type": "string" }),
            }
            match operation.entry("parameters").or_insert_with(|| json!([])) {
                Value::Array(list) => list.push(parameter),
                other => *other = json!([parameter]),
            }
        }
    }
}

/// RFC 9110: one or more of letters, digits and a few marks.
fn is_header_name(name: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(is_allowed)
}
