//! Function definitions as the service takes them.

use azure_openai_core::{Error, Value};
use azure_openai_inference::{ChatCompletionTool, FunctionDefinition};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::chat::schema::{ObjectSchema, lenient_object, strict_object};

/// The arguments of a function that takes none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct NoArguments {}

/// Creates the definition of a function whose arguments are an `A`, by a [strict schema](crate::chat::schema): the
/// model's arguments follow it exactly. The function's description is `A`'s doc comment.
///
/// # Errors
/// [`InvalidRequest`](crate::ErrorKind::InvalidRequest) where the service would refuse it: the name has characters
/// other than letters, digits, `_` and `-`, or more than 64, or `A` is not a struct with named fields, or has a part
/// that a strict schema cannot express.
pub fn function<A: JsonSchema>(name: impl Into<String>) -> Result<ChatCompletionTool, Error> {
    let mut tool = definition(name.into(), strict_object::<A>)?;
    tool.function.strict = Some(true);
    Ok(tool)
}

/// Creates the definition of a function by a schema that is not strict: for arguments with maps or any JSON, or models
/// without strict schemas. The model may leave out fields that have a default, and may make mistakes.
///
/// # Errors
/// As [`function`], but for what a strict schema cannot express.
pub fn lenient_function<A: JsonSchema>(name: impl Into<String>) -> Result<ChatCompletionTool, Error> {
    definition(name.into(), lenient_object::<A>)
}

fn definition(name: String, schema: impl FnOnce() -> Result<ObjectSchema, Error>) -> Result<ChatCompletionTool, Error> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    if name.is_empty() || name.len() > 64 || !name.chars().all(allowed) {
        return Err(Error::invalid_request(format!(
            "invalid function name `{}`: it must have 1 to 64 letters, digits, `_` or `-`",
            name.escape_debug()
        )));
    }
    let ObjectSchema { description, schema } =
        schema().map_err(|error| Error::invalid_request(format!("arguments of the function `{name}`: {error}")))?;
    let mut function = FunctionDefinition::new(name).with_parameters(Value::Object(schema));
    function.description = description;
    Ok(ChatCompletionTool::new(function))
}
