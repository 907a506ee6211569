//! The parts of an OpenAPI 3.0 document that passes ask for: operations, component schemas, references to them.

use std::hash::Hash;

use indexmap::IndexSet;
use serde_json::{Map, Value};

use super::METHODS;
use crate::reference::join;

/// Whether a key is an extension (`x-…`).
pub fn is_extension(key: &str) -> bool {
    key.starts_with("x-")
}

/// Where component schemas are.
pub const SCHEMAS: &str = "/components/schemas";

/// An operation and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Operation<'a> {
    /// The path template.
    pub path: &'a str,
    /// The method in lower case.
    pub method: &'a str,
    /// The operation object.
    pub value: &'a Value,
}

impl Operation<'_> {
    /// JSON pointer to the operation.
    pub fn pointer(&self) -> String {
        join(&join("/paths", self.path), self.method)
    }

    /// The `operationId`; empty where there is none.
    pub fn id(&self) -> &str {
        text(self.value, "operationId")
    }
}

/// What can have fields.
pub trait Holder {
    /// The field of that name.
    fn field(&self, key: &str) -> Option<&Value>;
}

impl Holder for Value {
    fn field(&self, key: &str) -> Option<&Value> {
        self.get(key)
    }
}

impl Holder for Map<String, Value> {
    fn field(&self, key: &str) -> Option<&Value> {
        self.get(key)
    }
}

impl<H: Holder> Holder for &H {
    fn field(&self, key: &str) -> Option<&Value> {
        (**self).field(key)
    }
}

/// A field that is a string; empty where it isn't there.
pub fn text<'a>(holder: &'a impl Holder, key: &str) -> &'a str {
    holder.field(key).and_then(Value::as_str).unwrap_or_default()
}

/// Whether a field is `true`.
pub fn flag(holder: &impl Holder, key: &str) -> bool {
    holder.field(key) == Some(&Value::Bool(true))
}

/// Whether one of these fields is there.
pub fn has_any(holder: &impl Holder, keys: &[&str]) -> bool {
    keys.iter().any(|key| holder.field(key).is_some())
}

/// A string itself, anything else as JSON.
pub fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Whether a value is of a type of JSON Schema; any is of a type that is none.
pub fn is_of(value: &Value, kind: &str) -> bool {
    match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => true,
    }
}

/// The narrowest type of JSON Schema that a value is of.
pub fn kind_of(value: &Value) -> &'static str {
    let kinds = ["null", "boolean", "integer", "number", "string", "array"];
    kinds.into_iter().find(|kind| is_of(value, kind)).unwrap_or("object")
}

/// The only value that an enumeration has, if that is a string, a number or a boolean.
pub fn only_value(schema: &Value) -> Option<&Value> {
    match schema.get("enum")?.as_array()?.as_slice() {
        [only @ (Value::String(_) | Value::Number(_) | Value::Bool(_))] => Some(only),
        _ => None,
    }
}

/// All operations, in the document's order.
pub fn operations(root: &Value) -> Vec<Operation<'_>> {
    let mut found = Vec::new();
    for (path, item) in fields(root.get("paths")).filter(|(path, _)| !is_extension(path)) {
        for (method, value) in fields(Some(item)) {
            if METHODS.contains(&method.as_str()) {
                found.push(Operation { path, method, value });
            }
        }
    }
    found
}

/// Visits all operations: path, method, the operation.
pub fn operations_mut(root: &mut Value, mut visit: impl FnMut(&str, &str, &mut Map<String, Value>)) {
    for (path, item) in fields_mut(root.get_mut("paths")).filter(|(path, _)| !is_extension(path)) {
        for (method, value) in fields_mut(Some(item)) {
            if METHODS.contains(&method.as_str())
                && let Value::Object(operation) = value
            {
                visit(path, method, operation);
            }
        }
    }
}

/// The fields of an object; none of anything else.
pub fn fields(value: Option<&Value>) -> impl Iterator<Item = (&String, &Value)> {
    value.and_then(Value::as_object).into_iter().flatten()
}

/// The fields of an object; none of anything else.
pub fn fields_mut(value: Option<&mut Value>) -> impl Iterator<Item = (&String, &mut Value)> {
    value.and_then(Value::as_object_mut).into_iter().flat_map(Map::iter_mut)
}

/// The items of an array; none of anything else.
pub fn items(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    value.and_then(Value::as_array).into_iter().flatten()
}

/// The component schemas, by name.
pub fn schemas(root: &Value) -> impl Iterator<Item = (&String, &Value)> {
    fields(root.pointer(SCHEMAS))
}

/// The component schema of that name.
pub fn schema<'a>(root: &'a Value, name: &str) -> Option<&'a Value> {
    root.get("components")?.get("schemas")?.get(name)
}

/// The component schemas, made where there are none.
pub fn schemas_mut(root: &mut Value) -> &mut Map<String, Value> {
    let mut place = root;
    for key in ["components", "schemas"] {
        if !place.is_object() {
            *place = Value::Object(Map::new());
        }
        place = &mut place[key];
    }
    if !place.is_object() {
        *place = Value::Object(Map::new());
    }
    match place {
        Value::Object(schemas) => schemas,
        _ => unreachable!("made an object just above"),
    }
}

/// The name of the component schema that a schema refers to, directly or through an `allOf` of one that adds nothing.
pub fn reference(schema: &Value) -> Option<&str> {
    if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
        return target.strip_prefix("#/components/schemas/");
    }
    match schema.get("allOf").and_then(Value::as_array).map(Vec::as_slice) {
        Some([only]) if !has_any(schema, &["properties", "required"]) => reference(only),
        _ => None,
    }
}

/// `{"$ref": …}` to a component schema.
pub fn reference_to(name: &str) -> Value {
    serde_json::json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// A schema with its references followed; itself where it is none. Gives up on a circle.
pub fn resolve<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    let mut schema = schema;
    for _ in 0..32 {
        match reference(schema).and_then(|name| self::schema(root, name)) {
            Some(target) => schema = target,
            None => break,
        }
    }
    schema
}

/// Adds the names of the component schemas that a value refers to, anywhere in it.
pub fn references_in<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(map) => {
            for (key, field) in map {
                match field.as_str().and_then(|t| t.strip_prefix("#/components/schemas/")) {
                    // Also the targets of a discriminator's mapping.
                    Some(name) if key == "$ref" || !key.starts_with("x-") => found.push(name),
                    _ => references_in(field, found),
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|item| references_in(item, found)),
        _ => {}
    }
}

/// What is reached from the given ones, these included; `next` adds what is reached from one directly.
pub fn reached<T: Clone + Eq + Hash>(
    start: impl IntoIterator<Item = T>,
    mut next: impl FnMut(&T, &mut Vec<T>),
) -> IndexSet<T> {
    let mut reached = IndexSet::new();
    let mut queue: Vec<T> = start.into_iter().collect();
    while let Some(item) = queue.pop() {
        if reached.insert(item.clone()) {
            next(&item, &mut queue);
        }
    }
    reached
}

/// The names of the component schemas that are reached from the given ones, these included.
pub fn closure<'a>(root: &'a Value, start: impl IntoIterator<Item = &'a str>) -> IndexSet<&'a str> {
    reached(start, |name, queue| {
        if let Some(schema) = schema(root, name) {
            references_in(schema, queue);
        }
    })
}

/// The names of the component schemas that these fields of all operations refer to, directly or through others.
pub fn used_by<'a>(root: &'a Value, keys: &[&str]) -> IndexSet<&'a str> {
    let mut names = Vec::new();
    for operation in operations(root) {
        for part in keys.iter().filter_map(|key| operation.value.get(key)) {
            references_in(part, &mut names);
        }
    }
    closure(root, names)
}

/// The names of the component schemas that are sent, in a request's body or a parameter.
pub fn sent(root: &Value) -> IndexSet<&str> {
    used_by(root, &["parameters", "requestBody"])
}

/// Adds a sentence to a `description`, a paragraph of its own.
pub fn describe(holder: &mut Map<String, Value>, sentence: &str) {
    let whole = match text(holder, "description").trim_end() {
        "" => sentence.to_owned(),
        before => format!("{before}\n\n{sentence}"),
    };
    holder.insert("description".to_owned(), Value::String(whole));
}
