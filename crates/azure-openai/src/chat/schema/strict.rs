//! Makes a schema strict, as the service's structured outputs take it.

use azure_openai_core::{Map, Value};
use serde_json::json;

type Schema = Map<String, Value>;

/// Keywords that say nothing about the value.
const ANNOTATIONS: [&str; 11] = [
    "$schema",
    "$id",
    "$anchor",
    "$comment",
    "default",
    "examples",
    "deprecated",
    "readOnly",
    "writeOnly",
    "contentEncoding",
    "contentMediaType",
];

/// Limits of a value that the service does not take; the model reads them in the description.
const LIMITS: [&str; 11] = [
    "format",
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minItems",
    "maxItems",
];

/// All that may be left.
const KEYWORDS: [&str; 9] = [
    "type",
    "description",
    "properties",
    "required",
    "additionalProperties",
    "items",
    "anyOf",
    "enum",
    "$ref",
];

/// Makes the schema of an object strict.
///
/// # Errors
/// What cannot be expressed, and where.
pub(super) fn make_strict(root: &mut Schema) -> Result<(), String> {
    let definitions = root.shift_remove("$defs");
    strict(root, "#")?;
    if let Some(Value::Object(mut definitions)) = definitions {
        each(&mut definitions, "#/$defs")?;
        root.insert("$defs".to_owned(), definitions.into());
    }
    Ok(())
}

fn each(schemas: &mut Schema, path: &str) -> Result<(), String> {
    schemas
        .iter_mut()
        .try_for_each(|(name, schema)| strict_value(schema, &format!("{path}/{name}")))
}

fn strict_value(schema: &mut Value, path: &str) -> Result<(), String> {
    match schema {
        Value::Object(schema) => strict(schema, path),
        _ => Err(any_value(path)),
    }
}

fn any_value(path: &str) -> String {
    format!("{path} may be any JSON value: give it a type")
}

fn strict(schema: &mut Schema, path: &str) -> Result<(), String> {
    schema.retain(|keyword, _| !ANNOTATIONS.contains(&keyword.as_str()));
    limits_to_description(schema);
    plain_unions(schema, path)?;
    if schema.get("unevaluatedProperties") == Some(&Value::Bool(false)) {
        schema.shift_remove("unevaluatedProperties");
    }
    match schema.keys().find(|keyword| !KEYWORDS.contains(&keyword.as_str())) {
        Some(keyword) if keyword == "prefixItems" => {
            return Err(format!(
                "{path} is a tuple (`prefixItems`): use a struct with named fields"
            ));
        }
        Some(keyword) => return Err(format!("{path} has `{keyword}`, which strict schemas do not have")),
        None => {}
    }
    if schema.contains_key("$ref") {
        reference_alone(schema);
        return Ok(());
    }
    if let Some(Value::Array(branches)) = schema.get_mut("anyOf") {
        for (index, branch) in branches.iter_mut().enumerate() {
            strict_value(branch, &format!("{path}/anyOf/{index}"))?;
        }
        return match schema
            .keys()
            .find(|keyword| *keyword != "anyOf" && *keyword != "description")
        {
            Some(keyword) => Err(format!(
                "{path} has `{keyword}` beside `anyOf`, as a flattened enum does: make the enum a field"
            )),
            None => Ok(()),
        };
    }
    if schema.contains_key("enum") {
        typed_enum(schema);
        return Ok(());
    }
    let is = |kind: &str| match schema.get("type") {
        Some(Value::Array(kinds)) => kinds.iter().any(|other| other == kind),
        other => other.is_some_and(|other| other == kind),
    };
    if is("object") {
        return strict_object(schema, path);
    }
    if is("array") {
        return match schema.get_mut("items") {
            Some(items) => strict_value(items, &format!("{path}/items")),
            None => Err(any_value(&format!("{path}/items"))),
        };
    }
    match schema.contains_key("type") {
        true => Ok(()),
        false => Err(any_value(path)),
    }
}

fn strict_object(schema: &mut Schema, path: &str) -> Result<(), String> {
    // A struct without `deny_unknown_fields` has no such keyword, a map has a schema or `true`.
    match schema.get("additionalProperties") {
        None | Some(Value::Bool(false)) => {}
        Some(_) => {
            return Err(format!(
                "{path} is a map (`additionalProperties`): use a list of structs with a name and a value"
            ));
        }
    }
    let mut properties = match schema.shift_remove("properties") {
        Some(Value::Object(properties)) => properties,
        _ => Schema::new(),
    };
    each(&mut properties, &format!("{path}/properties"))?;
    let required: Vec<Value> = properties.keys().map(|name| Value::from(name.as_str())).collect();
    schema.insert("properties".to_owned(), properties.into());
    schema.insert("required".to_owned(), required.into());
    schema.insert("additionalProperties".to_owned(), Value::Bool(false));
    Ok(())
}

/// The service takes no keyword beside `$ref`.
fn reference_alone(schema: &mut Schema) {
    if schema.len() > 1
        && let Some(reference) = schema.shift_remove("$ref")
    {
        schema.insert("anyOf".to_owned(), json!([{"$ref": reference}]));
    }
}

/// Writes `oneOf` as `anyOf` (of a Rust enum's variants one fits at most), a single `allOf` in place, and `const` as
/// `enum`.
fn plain_unions(schema: &mut Schema, path: &str) -> Result<(), String> {
    if let Some(value) = schema.shift_remove("const") {
        schema.insert("enum".to_owned(), json!([value]));
    }
    if !schema.contains_key("anyOf")
        && let Some(branches) = schema.shift_remove("oneOf")
    {
        schema.insert("anyOf".to_owned(), branches);
    }
    if let Some(Value::Array(all)) = schema.get_mut("allOf") {
        let [Value::Object(only)] = all.as_mut_slice() else {
            return Err(format!("{path} has `allOf`, which strict schemas do not have"));
        };
        let only = std::mem::take(only);
        schema.shift_remove("allOf");
        for (keyword, value) in only {
            schema.entry(keyword).or_insert(value);
        }
        limits_to_description(schema);
    }
    Ok(())
}

fn typed_enum(schema: &mut Schema) {
    let Some(Value::Array(values)) = schema.get("enum") else {
        return;
    };
    let mut kinds: Vec<&str> = values.iter().map(kind).collect();
    kinds.dedup();
    if !schema.contains_key("type") {
        let kinds = match *kinds.as_slice() {
            [kind] => Value::from(kind),
            _ => Value::from(kinds),
        };
        schema.insert("type".to_owned(), kinds);
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

fn limits_to_description(schema: &mut Schema) {
    let mut limits = Vec::new();
    for keyword in LIMITS {
        if let Some(limit) = schema.shift_remove(keyword) {
            limits.push(format!(
                "{keyword}: {}",
                limit.as_str().map_or_else(|| limit.to_string(), str::to_owned)
            ));
        }
    }
    if schema.shift_remove("uniqueItems") == Some(Value::Bool(true)) {
        limits.push("uniqueItems".to_owned());
    }
    if limits.is_empty() {
        return;
    }
    let limits = limits.join(", ");
    let description = match schema.get("description").and_then(Value::as_str) {
        Some(description) => format!("{description} ({limits})"),
        None => limits,
    };
    schema.insert("description".to_owned(), description.into());
}
