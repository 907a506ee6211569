//! The default reply, if no script has one. It shows what the request was.

use serde_json::{Value, json};

use super::request::{ChatRequest, Format};
use super::tools::{Tool, ToolChoice};
use crate::generation::message::Role;
use crate::reply::Reply;
use crate::text::instance::Instances;

/// The reply for one of the choices, counted from 0.
pub(super) fn default_reply(request: &ChatRequest<'_>, model: &str, choice: usize) -> Reply {
    let mut tools = chosen_tools(request);
    if !request.parallel_tool_calls {
        tools.truncate(1);
    }
    if !tools.is_empty() {
        return tools.into_iter().fold(Reply::default(), |reply, tool| {
            let parameters = tool.function.parameters.clone();
            let schema = parameters.map_or_else(|| json!({"type": "object"}), Value::Object);
            let instances = Instances::new(&schema, request.prompt());
            reply.with_tool_call(tool.function.name, instances.instance())
        });
    }
    let text = plain_text(request, model, choice);
    match &request.format {
        Format::Text => Reply::text(text),
        Format::JsonObject => Reply::text(json!({"reply": text}).to_string()),
        Format::JsonSchema(schema) => Reply::text(Instances::new(schema, request.prompt()).instance().to_string()),
    }
}

fn plain_text(request: &ChatRequest<'_>, model: &str, choice: usize) -> String {
    let last = request.messages.last();
    let (what, said) = match last {
        Some(message) if message.role == Role::Tool => ("the tool's result", message.text.as_str()),
        _ => ("your prompt", request.prompt()),
    };
    let images: usize = request.messages.iter().map(|message| message.images).sum();
    let images = match images {
        0 => String::new(),
        1 => " (with 1 image)".to_owned(),
        many => format!(" (with {many} images)"),
    };
    let variant = if choice == 0 {
        String::new()
    } else {
        format!(" [choice {choice}]")
    };
    format!("Emulated {model} replying to {what}{images}: {said}{variant}")
}

/// The tools to call. If the model may choose, it calls those that the prompt names, and none once it has the results.
fn chosen_tools<'r, 'a>(request: &'r ChatRequest<'a>) -> Vec<&'r Tool<'a>> {
    let tools = || request.tools.iter();
    let prompt = request.prompt().to_lowercase();
    let named = || -> Vec<&Tool<'_>> {
        tools()
            .filter(|tool| prompt.contains(&tool.function.name.to_lowercase()))
            .collect()
    };
    match request.tool_choice {
        ToolChoice::None => Vec::new(),
        ToolChoice::Function(name) => tools().filter(|tool| tool.function.name == name).take(1).collect(),
        ToolChoice::Auto
            if request
                .messages
                .last()
                .is_some_and(|message| message.role == Role::Tool) =>
        {
            Vec::new()
        }
        ToolChoice::Auto => named(),
        ToolChoice::Required => {
            let named = named();
            if named.is_empty() {
                tools().take(1).collect()
            } else {
                named
            }
        }
    }
}
