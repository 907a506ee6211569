//! Function definitions and JSON Schemas as the service takes them.

use azure_openai_core::{Error, Map, Value};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Deserialize;

use azure_openai_inference::{ChatCompletionTool, FunctionDefinition};

/// The arguments of a function that takes none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct NoArguments {}

/// Creates the definition of a function whose arguments are an `A`. Its description is `A`'s doc comment.
///
/// # Errors
/// [`InvalidRequest`](crate::ErrorKind::InvalidRequest) where the service would refuse it: the name has characters other
/// than letters, digits, `_` and `-`, or more than 64, or `A` is not a struct with named fields.
pub fn function<A: JsonSchema>(name: impl Into<String>) -> Result<ChatCompletionTool, Error> {
    let name = name.into();
    let allowed = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    if name.is_empty() || name.len() > 64 || !name.chars().all(allowed) {
        return Err(Error::invalid_request(format!(
            "invalid function name `{}`: it must have 1 to 64 letters, digits, `_` or `-`",
            name.escape_debug()
        )));
    }
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.meta_schema = None;
        settings.inline_subschemas = true;
    });
    let schema = settings.into_generator().into_root_schema_for::<A>();
    let Value::Object(mut schema) = schema.to_value() else {
        return Err(not_a_struct::<A>(&name));
    };
    if schema.get("type").and_then(Value::as_str) != Some("object") {
        return Err(not_a_struct::<A>(&name));
    }
    let description = schema.remove("description");
    schema.entry("properties").or_insert_with(|| Value::Object(Map::new()));
    clean(&mut schema);
    let mut function = FunctionDefinition::new(name).with_parameters(Value::Object(schema));
    if let Some(Value::String(description)) = description {
        function = function.with_description(description);
    }
    Ok(ChatCompletionTool::new(function))
}

fn not_a_struct<A: JsonSchema>(name: &str) -> Error {
    Error::invalid_request(format!(
        "arguments of the function `{name}` must be a struct with named fields, which `{}` is not: \
         use `NoArguments` for a function without arguments",
        A::schema_name()
    ))
}

/// Removes what means nothing to a model: names of Rust types, and their sizes.
fn clean(schema: &mut Map<String, Value>) {
    schema.remove("$schema");
    schema.remove("title");
    if schema.get("format").and_then(Value::as_str).is_some_and(is_rust_format) {
        schema.remove("format");
    }
    for (keyword, value) in schema.iter_mut() {
        match (keyword.as_str(), value) {
            // Data, not schemas.
            ("const" | "default" | "enum" | "examples" | "required", _) => {}
            // Schemas by name; a property may well be called `title`.
            (
                "properties" | "patternProperties" | "$defs" | "definitions" | "dependentSchemas",
                Value::Object(schemas),
            ) => schemas.values_mut().for_each(clean_value),
            (_, Value::Array(schemas)) => schemas.iter_mut().for_each(clean_value),
            (_, value) => clean_value(value),
        }
    }
}

fn clean_value(value: &mut Value) {
    if let Value::Object(schema) = value {
        clean(schema);
    }
}

/// Formats that `schemars` writes for Rust's numbers, beside `minimum` and `maximum`.
fn is_rust_format(format: &str) -> bool {
    let size = format.strip_prefix("uint").or_else(|| format.strip_prefix("int"));
    matches!(format, "float" | "double" | "char")
        || size.is_some_and(|size| size.is_empty() || size.bytes().all(|b| b.is_ascii_digit()))
}
