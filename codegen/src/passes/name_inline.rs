//! Objects, enumerations and unions that are written inside others get a name and a place of their own:
//! `CreateCompletionResponse.choices[]` → `CompletionChoice`.

use serde_json::{Map, Value, json};

use crate::keys::{BOXED, CONSTANT, DESCRIPTIONS, RUST_TYPE, SCHEMA_NAME, VALUE_NAMES, VARIANT};
use crate::naming::{pascal, singular, type_name, unique};
use crate::walk::{
    SCHEMAS, children_mut, fields, has_any, items, join, operation_schemas_mut, operations_mut, reference_to,
    schemas_mut, text,
};
use crate::{Document, Findings};

/// See the module's documentation.
pub fn name_inline(document: &mut Document) -> usize {
    let Document { root, findings, .. } = document;
    let schemas = std::mem::take(schemas_mut(root));
    let mut named = Named {
        findings,
        original: schemas.keys().cloned().collect(),
        schemas,
        count: 0,
    };
    for name in named.original.clone() {
        // Taken out while its parts are named, with a mark that keeps the name taken.
        let mut schema = named.schemas.insert(name.clone(), Value::Null).unwrap_or_default();
        let stem = stem(&name).to_owned();
        named.children(&format!("{SCHEMAS}/{name}"), &stem, &name, &mut schema);
        named.schemas.insert(name, schema);
    }
    operations_mut(root, |path, method, operation| {
        let pointer = join(&join("/paths", path), method);
        let id = pascal(text(operation, "operationId"));
        let names: Vec<String> = items(operation.get("parameters"))
            .map(|parameter| pascal(text(parameter, "name")))
            .collect();
        let declares_success = fields(operation.get("responses")).any(|(status, _)| status.starts_with(['2', '3']));
        operation_schemas_mut(&pointer, operation, &mut |pointer, schema| {
            let name = match pointer.split('/').nth(4) {
                Some("parameters") => {
                    let index = pointer.split('/').nth(5).and_then(|index| index.parse().ok());
                    let name = index.and_then(|index: usize| names.get(index));
                    format!("{id}{}", name.map_or("X", String::as_str))
                }
                Some("requestBody") if pointer.split('/').nth(6).is_some_and(|media| media.contains("form")) => {
                    format!("{id}Form")
                }
                Some("requestBody") => format!("{id}Request"),
                Some("responses") if is_error(pointer.split('/').nth(5), declares_success) => format!("{id}Error"),
                _ => format!("{id}Response"),
            };
            named.place(pointer, &name, schema);
        });
    });
    *schemas_mut(root) = named.schemas;
    named.count
}

/// Whether a response of that status is not a success; `default` is one where no other is declared.
fn is_error(status: Option<&str>, declares_success: bool) -> bool {
    match status {
        Some("default") => declares_success,
        Some(status) => status.starts_with(['4', '5']),
        None => false,
    }
}

struct Named<'a> {
    findings: &'a mut Findings,
    /// The names that the document gives itself.
    original: indexmap::IndexSet<String>,
    schemas: Map<String, Value>,
    count: usize,
}

impl Named<'_> {
    /// Names what is inside a schema, inner schemas under names that begin with `stem`.
    fn children(&mut self, pointer: &str, stem: &str, owner: &str, schema: &mut Value) {
        let variants: Vec<String> = ["oneOf", "anyOf"]
            .iter()
            .flat_map(|key| items(schema.get(key)))
            .map(|variant| text(variant, "title").to_owned())
            .collect();
        children_mut(schema, &mut |below, child| {
            let mut parts = below.split('/').skip(1);
            let name = match (parts.next(), parts.next()) {
                (Some("properties"), Some(property)) => format!("{stem}{}", pascal(property)),
                (Some("items"), _) => singular(stem),
                (Some("additionalProperties"), _) => singular(stem),
                (Some("oneOf" | "anyOf"), Some(index)) => {
                    let index: usize = index.parse().unwrap_or_default();
                    match variants.get(index).map(String::as_str) {
                        Some("") | None => format!("{owner}{}", kind(child)),
                        Some(title) => format!("{owner}{}", pascal(title)),
                    }
                }
                _ => format!("{stem}Part"),
            };
            self.place(&format!("{pointer}{below}"), &name, child);
            let index = below.strip_prefix("/oneOf/").or_else(|| below.strip_prefix("/anyOf/"));
            let title = index.and_then(|index| variants.get(index.parse::<usize>().ok()?));
            if let Some(title) = title.filter(|title| !title.is_empty()) {
                name_variant(child, title);
            }
        });
    }

    /// Gives a schema a name where it needs one, and a place among the components.
    fn place(&mut self, pointer: &str, derived: &str, schema: &mut Value) {
        if !needs_name(schema) {
            // A list or a map names what it holds; so does a variant that is a list.
            self.children(pointer, derived, derived, schema);
            return;
        }
        let asked = text(schema, SCHEMA_NAME).to_owned();
        let wanted = type_name(if asked.is_empty() { derived } else { &asked });
        let mut body = std::mem::take(schema);
        let mut used = Map::new();
        if let Value::Object(body) = &mut body {
            body.shift_remove(SCHEMA_NAME);
            body.shift_remove("title");
            // What is said of this one use.
            let description = body.get("description").cloned().map(|words| ("description", words));
            let taken = ["nullable", CONSTANT, BOXED, "deprecated", "readOnly", "writeOnly"];
            let taken = taken.into_iter().filter_map(|key| Some((key, body.shift_remove(key)?)));
            used.extend(
                description
                    .into_iter()
                    .chain(taken)
                    .map(|(key, value)| (key.to_owned(), value)),
            );
        }
        let name = self.insert(pointer, wanted, !asked.is_empty(), body);
        if used.is_empty() {
            *schema = reference_to(&name);
        } else {
            used.insert("allOf".to_owned(), json!([reference_to(&name)]));
            *schema = Value::Object(used);
        }
        self.count += 1;
    }

    fn insert(&mut self, pointer: &str, wanted: String, asked: bool, mut body: Value) -> String {
        // Named through and through before it is compared, as what is there is.
        self.children(&format!("{SCHEMAS}/{wanted}"), &wanted, &wanted, &mut body);
        if let Some(there) = self.schemas.get_mut(&wanted)
            && same_shape(there, &body)
        {
            // What one use says of it is not what it is for all.
            if let Value::Object(there) = there
                && asked
                && there.get("description") != body.get("description")
                && !self.original.contains(&wanted)
            {
                there.shift_remove("description");
            }
            return wanted;
        }
        let name = unique(wanted.clone(), |name| self.schemas.contains_key(name));
        if asked && name != wanted {
            let message = format!("`{wanted}` is the name of a different schema: this one is named `{name}`");
            self.findings.warn(pointer, message);
        }
        self.schemas.insert(name.clone(), body);
        name
    }
}

/// What a variant without a title is called.
fn kind(variant: &Value) -> &'static str {
    if variant.get("enum").is_some() {
        "Word"
    } else if variant.get("properties").is_some() {
        "Object"
    } else {
        "Value"
    }
}

/// A variant's title is its name in Rust.
fn name_variant(variant: &mut Value, title: &str) {
    if let Some(reference) = variant.get("$ref").cloned() {
        *variant = json!({ "allOf": [{ "$ref": reference }] });
    }
    if let Value::Object(variant) = variant {
        variant.insert(VARIANT.to_owned(), json!(pascal(title)));
    }
}

fn needs_name(schema: &Value) -> bool {
    schema.get(RUST_TYPE).is_none() && has_any(schema, &["properties", "enum", "oneOf", "anyOf"])
}

/// Equal but for words; the values of an enumeration in any order.
fn same_shape(a: &Value, b: &Value) -> bool {
    fn bare(value: &Value) -> Value {
        match value {
            Value::Object(map) => map
                .iter()
                .filter(|(key, field)| {
                    let words = ["title", "x-ms-enum", DESCRIPTIONS, VALUE_NAMES, SCHEMA_NAME, "readOnly"];
                    !(words.contains(&key.as_str()) || *key == "description" && field.is_string())
                })
                .map(|(key, field)| {
                    let mut field = bare(field);
                    if let (true, Value::Array(values)) = (key == "enum" || key == "required", &mut field) {
                        values.sort_by_key(ToString::to_string);
                    }
                    (key.clone(), field)
                })
                .collect(),
            Value::Array(list) => list.iter().map(bare).collect(),
            other => other.clone(),
        }
    }
    bare(a) == bare(b)
}

/// What a type is called without the words that every request and response has.
fn stem(name: &str) -> &str {
    let without = name.strip_prefix("Create").unwrap_or(name);
    let without = ["Request", "Response"]
        .iter()
        .find_map(|end| without.strip_suffix(end))
        .unwrap_or(without);
    if without.is_empty() { name } else { without }
}
