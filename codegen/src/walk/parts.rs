//! The parts of an OpenAPI 3.0 document that passes ask for: operations, component schemas, references to them.

use serde_json::{Map, Value};

use crate::reference::join;

/// The HTTP methods that a path item can hold.
pub const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

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

/// A member that is a string; empty where it isn't there.
pub fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// All operations, in the document's order.
pub fn operations(root: &Value) -> Vec<Operation<'_>> {
    let mut found = Vec::new();
    for (path, item) in members(root.get("paths")) {
        for (method, value) in members(Some(item)) {
            if METHODS.contains(&method.as_str()) {
                found.push(Operation { path, method, value });
            }
        }
    }
    found
}

/// Visits all operations: path, method, the operation.
pub fn operations_mut(root: &mut Value, mut visit: impl FnMut(&str, &str, &mut Map<String, Value>)) {
    for (path, item) in members_mut(root.get_mut("paths")) {
        for (method, value) in members_mut(Some(item)) {
            if METHODS.contains(&method.as_str())
                && let Value::Object(operation) = value
            {
                visit(path, method, operation);
            }
        }
    }
}

/// The members of an object; none of anything else.
pub fn members(value: Option<&Value>) -> impl Iterator<Item = (&String, &Value)> {
    value.and_then(Value::as_object).into_iter().flatten()
}

/// The members of an object; none of anything else.
pub fn members_mut(value: Option<&mut Value>) -> impl Iterator<Item = (&String, &mut Value)> {
    value.and_then(Value::as_object_mut).into_iter().flat_map(Map::iter_mut)
}

/// The items of an array; none of anything else.
pub fn items(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    value.and_then(Value::as_array).into_iter().flatten()
}

/// The component schemas, by name.
pub fn schemas(root: &Value) -> impl Iterator<Item = (&String, &Value)> {
    members(root.pointer(SCHEMAS))
}

/// The component schemas, made where there are none.
pub fn schemas_mut(root: &mut Value) -> &mut Map<String, Value> {
    fn object<'a>(parent: &'a mut Map<String, Value>, key: &str) -> &'a mut Map<String, Value> {
        let member = parent.entry(key).or_insert_with(|| Value::Object(Map::new()));
        if !member.is_object() {
            *member = Value::Object(Map::new());
        }
        match member {
            Value::Object(map) => map,
            _ => unreachable!("made an object just above"),
        }
    }
    if !root.is_object() {
        *root = Value::Object(Map::new());
    }
    match root {
        Value::Object(map) => object(object(map, "components"), "schemas"),
        _ => unreachable!("made an object just above"),
    }
}

/// The name of the component schema that a schema refers to, directly or through an `allOf` of one that adds nothing.
pub fn reference(schema: &Value) -> Option<&str> {
    if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
        return target.strip_prefix("#/components/schemas/");
    }
    let adds = ["properties", "required"].iter().any(|key| schema.get(key).is_some());
    match schema.get("allOf").and_then(Value::as_array).map(Vec::as_slice) {
        Some([only]) if !adds => reference(only),
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
        let Some(target) =
            reference(schema).and_then(|name| root.pointer(SCHEMAS).and_then(|schemas| schemas.get(name)))
        else {
            return schema;
        };
        schema = target;
    }
    schema
}

/// Adds the names of the component schemas that a value refers to, anywhere in it.
pub fn references_in<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(map) => {
            for (key, member) in map {
                match member.as_str().and_then(|t| t.strip_prefix("#/components/schemas/")) {
                    // Also the targets of a discriminator's mapping.
                    Some(name) if key == "$ref" || !key.starts_with("x-") => found.push(name),
                    _ => references_in(member, found),
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|item| references_in(item, found)),
        _ => {}
    }
}

/// The names of the component schemas that are reached from the given ones, these included.
pub fn closure<'a>(root: &'a Value, start: impl IntoIterator<Item = &'a str>) -> indexmap::IndexSet<&'a str> {
    let mut reached = indexmap::IndexSet::new();
    let mut queue: Vec<&str> = start.into_iter().collect();
    while let Some(name) = queue.pop() {
        if reached.insert(name)
            && let Some(schema) = root.pointer(SCHEMAS).and_then(|all| all.get(name))
        {
            references_in(schema, &mut queue);
        }
    }
    reached
}

/// The names of the component schemas that are sent, in a request's body or a parameter.
pub fn sent(root: &Value) -> indexmap::IndexSet<&str> {
    let mut names = Vec::new();
    for operation in operations(root) {
        for key in ["parameters", "requestBody"] {
            if let Some(part) = operation.value.get(key) {
                references_in(part, &mut names);
            }
        }
    }
    closure(root, names)
}

/// Adds a sentence to a `description`, a paragraph of its own.
pub fn describe(holder: &mut Map<String, Value>, sentence: &str) {
    let mut whole = match holder.get("description").and_then(Value::as_str) {
        Some(before) if !before.trim().is_empty() => format!("{}\n\n", before.trim_end()),
        _ => String::new(),
    };
    whole.push_str(sentence);
    holder.insert("description".to_owned(), Value::String(whole));
}
