//! JSON Schemas of Rust types, as the service takes them. Feature `schemars`.
//!
//! The service follows a schema exactly (`strict`) where the schema keeps to a part of JSON Schema. These functions
//! make the schemas of [`schemars`] such:
//!
//! | of the type | in the schema |
//! |---|---|
//! | every field | is required, for the model leaves none out; an `Option` may be `null` |
//! | objects | have `additionalProperties: false` |
//! | enums, with or without fields | are `enum` and `anyOf` |
//! | types used by name, also recursively | stay in `$defs` |
//! | doc comments | are descriptions |
//! | limits (`minimum`, `pattern`, `format`, `uniqueItems`, …) | are words of the description, for the service takes none |
//! | titles, defaults, examples | are left out |
//! | maps, tuples, any JSON, flattened enums, other keywords | are refused before anything is sent |

mod strict;

use azure_openai_core::{Error, Map, Value};
use azure_openai_inference::{
    ChatCompletionJsonSchema, ChatCompletionResponseFormat, ChatCompletionResponseFormatType,
};
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};

/// A schema of an object.
pub(super) struct ObjectSchema {
    /// The doc comment of the type, which is not in the schema.
    pub(super) description: Option<String>,
    pub(super) schema: Map<String, Value>,
}

/// Creates the response format by which the service responds with a `T` as JSON:
/// [`parse`](crate::chat::ChatRequest::parse) does so by itself.
///
/// # Errors
/// [`InvalidRequest`](crate::ErrorKind::InvalidRequest) where `T` is not a struct with named fields, or has a part that
/// a strict schema cannot express; the message names it.
pub fn response_format<T: JsonSchema>() -> Result<ChatCompletionResponseFormat, Error> {
    let ObjectSchema { description, schema } = strict_object::<T>()?;
    let mut named = ChatCompletionJsonSchema::new(format_name(&T::schema_name()))
        .with_schema(schema)
        .with_strict(true);
    named.description = description;
    Ok(ChatCompletionResponseFormat::new()
        .with_type(ChatCompletionResponseFormatType::JsonSchema)
        .with_json_schema(named))
}

/// The strict schema of a struct.
pub(super) fn strict_object<T: JsonSchema>() -> Result<ObjectSchema, Error> {
    let mut object = object::<T>(false)?;
    strict::make_strict(&mut object.schema)
        .map_err(|problem| Error::invalid_request(format!("no strict schema for `{}`: {problem}", T::schema_name())))?;
    Ok(object)
}

/// The schema of a struct that says what `serde` takes, with types written where they are used.
pub(super) fn lenient_object<T: JsonSchema>() -> Result<ObjectSchema, Error> {
    let mut object = object::<T>(true)?;
    let properties = object.schema.entry("properties");
    properties.or_insert_with(|| Map::new().into());
    Ok(object)
}

fn object<T: JsonSchema>(inline: bool) -> Result<ObjectSchema, Error> {
    let settings = SchemaSettings::draft2020_12()
        .with(|settings| {
            settings.meta_schema = None;
            settings.inline_subschemas = inline;
        })
        .with_transform(RecursiveTransform(drop_rust_names));
    match settings.into_generator().into_root_schema_for::<T>().to_value() {
        Value::Object(mut schema) if schema.get("type").and_then(Value::as_str) == Some("object") => {
            let description = match schema.shift_remove("description") {
                Some(Value::String(text)) => Some(text),
                _ => None,
            };
            Ok(ObjectSchema { description, schema })
        }
        _ => Err(Error::invalid_request(format!(
            "`{}` is not a struct with named fields: wrap it in one, for the service takes schemas of objects only",
            T::schema_name()
        ))),
    }
}

/// Removes what means nothing to a model: names of Rust types, and their sizes, which `minimum` and `maximum` say.
fn drop_rust_names(schema: &mut Schema) {
    schema.remove("title");
    let format = schema.get("format").and_then(Value::as_str).unwrap_or_default();
    let size = format.strip_prefix("uint").or_else(|| format.strip_prefix("int"));
    if matches!(format, "float" | "double" | "char")
        || size.is_some_and(|size| size.bytes().all(|b| b.is_ascii_digit()))
    {
        schema.remove("format");
    }
}

/// The name of a type as the service takes it: letters, digits, `_` and `-`, at most 64.
fn format_name(name: &str) -> String {
    let allowed = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    name.chars()
        .map(|c| if allowed(c) { c } else { '_' })
        .take(64)
        .collect()
}
