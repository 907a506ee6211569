//! The tools of a chat, and which of them may be called.

use serde_json::Value;

use crate::wire::ServiceError;
use crate::wire::parameters::{Object, unsupported_value, wrong_type};

const MAX_TOOLS: usize = 128;

#[derive(Debug)]
pub(super) struct Tool<'a> {
    pub(super) name: &'a str,
    /// The arguments' JSON Schema.
    pub(super) parameters: Option<&'a Value>,
    pub(super) definition: &'a Value,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ToolChoice<'a> {
    None,
    Auto,
    Required,
    /// This one, which exists.
    Function(&'a str),
}

pub(super) fn read<'a>(request: &Object<'a>) -> Result<Vec<Tool<'a>>, ServiceError> {
    let items = request.list("tools")?.unwrap_or_default();
    if items.len() > MAX_TOOLS {
        let got = items.len();
        let message = format!(
            "Invalid 'tools': array too long. Expected an array with maximum length {MAX_TOOLS}, but got an array with length {got} instead."
        );
        return Err(ServiceError::invalid_request(
            "array_above_max_length",
            "tools",
            message,
        ));
    }
    let read = |(object, definition): (Object<'a>, &'a Value)| {
        object.required("type", object.choice("type", &["function"])?)?;
        let function = object.required("function", object.object("function")?)?;
        let name = function.required("name", function.text("name")?)?;
        let valid = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '-';
        if name.is_empty() || name.len() > 64 || !name.chars().all(valid) {
            let path = function.path("name");
            let message = format!(
                "Invalid '{path}': string does not match pattern. Expected a string that matches the pattern '^[a-zA-Z0-9_-]{{1,64}}$'."
            );
            return Err(ServiceError::invalid_request("invalid_value", &path, message));
        }
        function.text("description")?;
        function.object("parameters")?;
        Ok(Tool {
            name,
            parameters: function.get("parameters"),
            definition,
        })
    };
    request.objects("tools")?.into_iter().zip(items).map(read).collect()
}

pub(super) fn read_choice<'a>(request: &Object<'a>, tools: &[Tool<'a>]) -> Result<ToolChoice<'a>, ServiceError> {
    let choice = match request.get("tool_choice") {
        None if tools.is_empty() => return Ok(ToolChoice::None),
        None => return Ok(ToolChoice::Auto),
        Some(Value::String(text)) => match text.as_str() {
            "none" => return Ok(ToolChoice::None),
            "auto" => ToolChoice::Auto,
            "required" => ToolChoice::Required,
            other => {
                return Err(unsupported_value("tool_choice", other, &["none", "auto", "required"]));
            }
        },
        Some(value @ Value::Object(_)) => {
            let object = Object::new("tool_choice", value)?;
            object.required("type", object.choice("type", &["function"])?)?;
            let function = object.required("function", object.object("function")?)?;
            ToolChoice::Function(function.required("name", function.text("name")?)?)
        }
        Some(other) => return Err(wrong_type("tool_choice", "a string or an object", other)),
    };
    if tools.is_empty() {
        let message = "Invalid value for 'tool_choice': 'tool_choice' is only allowed when 'tools' are specified.";
        return Err(ServiceError::invalid_request("invalid_value", "tool_choice", message));
    }
    if let ToolChoice::Function(name) = choice
        && !tools.iter().any(|tool| tool.name == name)
    {
        let message = format!(
            "Invalid value for 'tool_choice': no function named '{name}' was specified in the 'tools' parameter."
        );
        return Err(ServiceError::invalid_request("invalid_value", "tool_choice", message));
    }
    Ok(choice)
}
