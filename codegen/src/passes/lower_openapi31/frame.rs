//! Everything of a document that is not a schema.

use serde_json::{Map, Value, json};

use super::Lower;
use crate::reference::join;
use crate::walk::Kind;

/// The schema languages that OpenAPI 3.1 means by itself.
pub(super) fn is_standard_dialect(uri: &str) -> bool {
    let uri = uri.trim_end_matches('#');
    uri.starts_with("https://spec.openapis.org/oas/3.1/dialect/")
        || uri == "https://json-schema.org/draft/2020-12/schema"
}

impl Lower<'_> {
    /// A parameter, a response and so on.
    pub(super) fn part(&mut self, part: &mut Value, kind: Kind, pointer: &str) {
        let Value::Object(map) = part else { return };
        match kind {
            // Optional in 3.1 only.
            Kind::Operation => {
                map.entry("responses").or_insert_with(|| json!({}));
            }
            Kind::SecurityScheme if map.get("type").is_some_and(|kind| kind == "mutualTLS") => {
                self.0.warn(
                    pointer,
                    "OpenAPI 3.0 has no security by mutual TLS; the scheme is dropped",
                );
                // Recognized and removed by `root`, together with the requirements that name it.
                *part = Value::Null;
            }
            _ => {}
        }
    }

    pub(super) fn root(&mut self, root: &mut Map<String, Value>) {
        root.insert("openapi".to_owned(), json!("3.0.3"));
        if let Some(dialect) = root.shift_remove("jsonSchemaDialect")
            && !dialect.as_str().is_some_and(is_standard_dialect)
        {
            self.0.warn(
                "/jsonSchemaDialect",
                format!("schemas are read as JSON Schema 2020-12, not as {dialect}"),
            );
        }
        if let Some(webhooks) = root.shift_remove("webhooks") {
            for name in webhooks.as_object().into_iter().flat_map(Map::keys) {
                self.0
                    .warn(join("/webhooks", name), "a client receives no webhooks; it is dropped");
            }
        }
        self.info(root);
        root.entry("paths").or_insert_with(|| json!({}));
        let mut dropped = Vec::new();
        let components = root.get_mut("components");
        if let Some(Value::Object(schemes)) = components.and_then(|components| components.get_mut("securitySchemes")) {
            schemes.retain(|name, scheme| {
                if scheme.is_null() {
                    dropped.push(name.clone());
                }
                !scheme.is_null()
            });
        }
        if !dropped.is_empty() {
            forget_schemes(root, &dropped);
        }
    }

    fn info(&mut self, root: &mut Map<String, Value>) {
        let Some(Value::Object(info)) = root.get_mut("info") else {
            return;
        };
        if let Some(Value::String(summary)) = info.shift_remove("summary") {
            let text = match info.get("description").and_then(Value::as_str) {
                Some(description) => format!("{summary}\n\n{description}"),
                None => summary,
            };
            info.insert("description".to_owned(), Value::String(text));
        }
        if let Some(Value::Object(license)) = info.get_mut("license")
            && let Some(Value::String(identifier)) = license.shift_remove("identifier")
        {
            let url = format!("https://spdx.org/licenses/{identifier}.html");
            license.entry("url").or_insert(Value::String(url));
        }
    }
}

/// Takes schemes out of the security requirements of the document and its operations; a requirement that has nothing
/// left is dropped.
fn forget_schemes(root: &mut Map<String, Value>, names: &[String]) {
    let forget = |holder: &mut Map<String, Value>| {
        let Some(Value::Array(requirements)) = holder.get_mut("security") else {
            return;
        };
        requirements.retain_mut(|requirement| {
            let Value::Object(map) = requirement else {
                return true;
            };
            let before = map.len();
            map.retain(|name, _| !names.contains(name));
            map.len() == before || !map.is_empty()
        });
    };
    forget(root);
    let items = root.get_mut("paths").and_then(Value::as_object_mut);
    for item in items.into_iter().flat_map(Map::values_mut) {
        for operation in item.as_object_mut().into_iter().flat_map(Map::values_mut) {
            if let Value::Object(operation) = operation {
                forget(operation);
            }
        }
    }
}
