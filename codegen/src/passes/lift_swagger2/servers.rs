//! `host`, `basePath`, `schemes` and `x-ms-parameterized-host` become servers.

use serde_json::{Map, Value, json};

use super::lift::Lift;
use crate::walk::{is_extension, items};

impl Lift<'_> {
    pub(in crate::passes) fn servers(&mut self, root: &Map<String, Value>) -> Value {
        let text = |key: &str| root.get(key).and_then(Value::as_str);
        let base = text("basePath").unwrap_or_default().trim_end_matches('/').to_owned();
        let schemes: Vec<String> = match root.get("schemes").and_then(Value::as_array) {
            Some(list) if !list.is_empty() => list.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            _ => vec!["https".to_owned()],
        };
        if let Some(host) = root.get("x-ms-parameterized-host") {
            return self.parameterized_host(host, &schemes, &base);
        }
        let servers = match text("host") {
            Some(host) => schemes
                .iter()
                .map(|scheme| json!({"url": format!("{scheme}://{host}{base}")}))
                .collect(),
            None if base.is_empty() => vec![json!({"url": "/"})],
            None => vec![json!({"url": base})],
        };
        Value::Array(servers)
    }

    fn parameterized_host(&mut self, host: &Value, schemes: &[String], base: &str) -> Value {
        let at = "/x-ms-parameterized-host";
        let Some(template) = host.get("hostTemplate").and_then(Value::as_str) else {
            self.findings.warn(at, "no `hostTemplate`; it is ignored");
            return json!([{"url": "/"}]);
        };
        let mut variables = Map::new();
        for parameter in items(host.get("parameters")) {
            let Some(name) = parameter.get("name").and_then(Value::as_str) else {
                continue;
            };
            if template.contains(&format!("{{{name}}}")) {
                variables.insert(name.to_owned(), variable(name, parameter));
            }
        }
        for name in template
            .split('{')
            .skip(1)
            .filter_map(|rest| Some(rest.split_once('}')?.0))
        {
            if !variables.contains_key(name) {
                self.findings.warn(
                    at,
                    format!("`{{{name}}}` of the template has no parameter; it is read as a string"),
                );
                variables.insert(name.to_owned(), json!({ "default": name }));
            }
        }
        let prefixed = host.get("useSchemePrefix") != Some(&Value::Bool(false));
        let urls: Vec<String> = if prefixed {
            schemes
                .iter()
                .map(|scheme| format!("{scheme}://{template}{base}"))
                .collect()
        } else {
            vec![format!("{template}{base}")]
        };
        urls.into_iter()
            .map(|url| json!({"url": url, "variables": variables}))
            .collect()
    }
}

/// A server variable; its `default`, which OpenAPI 3 requires, is the parameter's or just the name.
fn variable(name: &str, parameter: &Value) -> Value {
    let mut variable = Map::new();
    let allowed = parameter.get("enum").and_then(Value::as_array);
    if let Some(allowed) = allowed {
        variable.insert("enum".to_owned(), json!(allowed));
    }
    let default = ["default", "x-ms-client-default"]
        .into_iter()
        .find_map(|key| parameter.get(key))
        .or_else(|| allowed.and_then(|list| list.first()))
        .and_then(Value::as_str)
        .unwrap_or(name);
    variable.insert("default".to_owned(), json!(default));
    if let Some(description) = parameter.get("description") {
        variable.insert("description".to_owned(), description.clone());
    }
    if let Some(map) = parameter.as_object() {
        let extensions = map.iter().filter(|(key, _)| is_extension(key));
        variable.extend(extensions.map(|(key, value)| (key.clone(), value.clone())));
    }
    Value::Object(variable)
}
