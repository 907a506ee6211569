//! The tools of a chat, and which of them may be called.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::strict::{self, Owner};
use crate::wire::ServiceError;
use crate::wire::parameters::{invalid_value, not_longer, unsupported_value};

const MAX_TOOLS: usize = 128;

#[derive(Debug, Deserialize)]
pub(super) struct Tool<'a> {
    #[serde(rename = "type")]
    _kind: ToolKind,
    #[serde(borrow)]
    pub(super) function: Function<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum ToolKind {
    Function,
}

#[derive(Debug, Deserialize)]
pub(super) struct Function<'a> {
    pub(super) name: &'a str,
    /// The arguments' JSON Schema.
    pub(super) parameters: Option<Map<String, Value>>,
    strict: Option<bool>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum GivenChoice<'a> {
    Mode(&'a str),
    #[serde(borrow)]
    Named(Named<'a>),
}

#[derive(Debug, Deserialize)]
pub(super) struct Named<'a> {
    #[serde(borrow)]
    function: NamedFunction<'a>,
}

#[derive(Debug, Deserialize)]
struct NamedFunction<'a> {
    name: &'a str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ToolChoice<'a> {
    None,
    Auto,
    Required,
    /// This one, which exists.
    Function(&'a str),
}

pub(super) fn check(tools: &[Tool<'_>]) -> Result<(), ServiceError> {
    not_longer("tools", "array", tools.len(), MAX_TOOLS)?;
    for (index, tool) in tools.iter().enumerate() {
        let name = tool.function.name;
        let valid = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '-';
        if name.is_empty() || name.len() > 64 || !name.chars().all(valid) {
            let path = format!("tools[{index}].function.name");
            let message = format!(
                "Invalid '{path}': string does not match pattern. Expected a string that matches the pattern \
                 '^[a-zA-Z0-9_-]{{1,64}}$'."
            );
            return Err(invalid_value(&path, message));
        }
        if tools[..index].iter().any(|other| other.function.name == name) {
            let message =
                format!("Invalid 'tools': function names must be unique, but '{name}' is used more than once.");
            return Err(invalid_value(&format!("tools[{index}].function.name"), message));
        }
        if let Some(parameters) = &tool.function.parameters {
            let owner = Owner::function(name, index);
            strict::check(&owner, parameters, tool.function.strict.unwrap_or(false))?;
        }
    }
    Ok(())
}

pub(super) fn choose<'a>(choice: Option<GivenChoice<'a>>, tools: &[Tool<'a>]) -> Result<ToolChoice<'a>, ServiceError> {
    let choice = match choice {
        None if tools.is_empty() => return Ok(ToolChoice::None),
        None => return Ok(ToolChoice::Auto),
        Some(GivenChoice::Mode("none")) => return Ok(ToolChoice::None),
        Some(GivenChoice::Mode("auto")) => ToolChoice::Auto,
        Some(GivenChoice::Mode("required")) => ToolChoice::Required,
        Some(GivenChoice::Mode(other)) => {
            return Err(unsupported_value("tool_choice", other, &["none", "auto", "required"]));
        }
        Some(GivenChoice::Named(named)) => ToolChoice::Function(named.function.name),
    };
    if tools.is_empty() {
        let message = "Invalid value for 'tool_choice': 'tool_choice' is only allowed when 'tools' are specified.";
        return Err(invalid_value("tool_choice", message));
    }
    if let ToolChoice::Function(name) = choice
        && !tools.iter().any(|tool| tool.function.name == name)
    {
        let message = format!(
            "Invalid value for 'tool_choice': no function named '{name}' was specified in the 'tools' parameter."
        );
        return Err(invalid_value("tool_choice", message));
    }
    Ok(choice)
}
