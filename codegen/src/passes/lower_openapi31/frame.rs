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
    pub(super) fn part(part: &mut Value, kind: Kind) {
        // Optional in 3.1 only.
        if let (Value::Object(operation), Kind::Operation) = (part, kind) {
            operation.entry("responses").or_insert_with(|| json!({}));
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
