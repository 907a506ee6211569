//! A chat completion request, checked.

use serde_json::{Map, Value};

use super::messages::{self, Message};
use super::tools::{self, Tool, ToolChoice};
use crate::generation::model::TextModel;
use crate::generation::parameters::{check_sampling, read_stop, read_stream_options};
use crate::wire::ServiceError;
use crate::wire::metadata;
use crate::wire::parameters::Object;

/// What a message costs beside its text, and what the start of the answer costs, in tokens.
const TOKENS_A_MESSAGE: usize = 3;
const TOKENS_OF_PRIMING: usize = 3;

#[derive(Debug)]
pub(super) struct ChatRequest<'a> {
    pub(super) messages: Vec<Message<'a>>,
    /// How many choices.
    pub(super) n: usize,
    pub(super) stop: Vec<&'a str>,
    pub(super) max_tokens: Option<usize>,
    pub(super) tools: Vec<Tool<'a>>,
    pub(super) tool_choice: ToolChoice<'a>,
    pub(super) format: Format<'a>,
    pub(super) parallel_tool_calls: bool,
    /// How many guesses at each token to tell, if any.
    pub(super) logprobs: Option<usize>,
    pub(super) stream: bool,
    /// A stream ends with the usage.
    pub(super) include_usage: bool,
    /// What to keep with the chat, if it is to be stored.
    pub(super) stored: Option<Map<String, Value>>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Format<'a> {
    Text,
    JsonObject,
    /// An instance of this JSON Schema.
    JsonSchema(&'a Value),
}

impl<'a> ChatRequest<'a> {
    pub(super) fn read(body: &'a Value, model: TextModel) -> Result<Self, ServiceError> {
        let request = Object::new("", body)?;
        let messages = messages::read(&request)?;
        check_sampling(&request)?;
        refuse_data_sources(&request)?;
        let tools = tools::read(&request)?;
        let format = read_format(&request)?;
        let says_json = || {
            messages
                .iter()
                .any(|message| message.text.to_lowercase().contains("json"))
        };
        if format == Format::JsonObject && !says_json() {
            let message =
                "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.";
            return Err(ServiceError::invalid_request("invalid_value", "messages", message));
        }
        let stream = request.boolean("stream")?.unwrap_or(false);
        let metadata = metadata::read(request.get("metadata"))?;
        let store = request.boolean("store")?.unwrap_or(false);
        Ok(Self {
            n: request.integer("n", 1, 128)?.unwrap_or(1) as usize,
            stop: read_stop(&request)?,
            max_tokens: read_max_tokens(&request, model)?,
            tool_choice: tools::read_choice(&request, &tools)?,
            parallel_tool_calls: request.boolean("parallel_tool_calls")?.unwrap_or(true),
            logprobs: read_logprobs(&request)?,
            include_usage: read_stream_options(&request, stream)?,
            stored: store.then_some(metadata),
            stream,
            messages,
            tools,
            format,
        })
    }

    /// The text of the last user message.
    pub(super) fn prompt(&self) -> &str {
        let last = self.messages.iter().rev().find(|message| message.role == "user");
        last.map_or("", |message| message.text.as_str())
    }

    /// Counts the prompt, and refuses one that leaves no room in the model's context.
    pub(super) fn prompt_tokens(&self, model: TextModel) -> Result<usize, ServiceError> {
        let count = |text: &str| model.vocabulary.count(text);
        let message = |message: &Message<'_>| {
            let name = message.name.map_or(0, |name| 1 + count(name));
            let calls: usize = message
                .tool_calls
                .iter()
                .map(|(name, arguments)| count(name) + count(arguments))
                .sum();
            TOKENS_A_MESSAGE + count(message.role) + count(&message.text) + name + calls + message.image_tokens
        };
        let messages: usize = self.messages.iter().map(message).sum();
        let tools: usize = self.tools.iter().map(|tool| count(&tool.definition.to_string())).sum();
        let prompt = messages + tools + TOKENS_OF_PRIMING;
        let completion = self.max_tokens.unwrap_or(0);
        if prompt + completion > model.context {
            let message = format!(
                "This model's maximum context length is {} tokens. However, you requested {} tokens ({prompt} in the messages, \
                 {completion} in the completion). Please reduce the length of the messages or completion.",
                model.context,
                prompt + completion,
            );
            return Err(ServiceError::invalid_request(
                "context_length_exceeded",
                "messages",
                message,
            ));
        }
        Ok(prompt)
    }
}

impl ChatRequest<'_> {
    /// The text of every message.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.messages.iter().map(|message| message.text.as_str())
    }
}

/// The service looks such things up in the caller's search index, which nobody has here.
fn refuse_data_sources(request: &Object<'_>) -> Result<(), ServiceError> {
    if request.list("data_sources")?.is_none_or(<[Value]>::is_empty) {
        return Ok(());
    }
    let message = "The emulator has no data to search: 'data_sources' is not supported. Leave it out, or script the answer and \
                   leave it out.";
    Err(ServiceError::invalid_request(
        "unsupported_parameter",
        "data_sources",
        message,
    ))
}

fn read_logprobs(request: &Object<'_>) -> Result<Option<usize>, ServiceError> {
    let wanted = request.boolean("logprobs")?.unwrap_or(false);
    let top = request.integer("top_logprobs", 0, 20)?;
    if top.is_some() && !wanted {
        let message = "Invalid value for 'top_logprobs': 'top_logprobs' is only allowed when 'logprobs' is true.";
        return Err(ServiceError::invalid_request("invalid_value", "top_logprobs", message));
    }
    // Within 0 and 20.
    Ok(wanted.then_some(top.unwrap_or(0) as usize))
}

/// `max_tokens`, or `max_completion_tokens` as later versions call it.
fn read_max_tokens(request: &Object<'_>, model: TextModel) -> Result<Option<usize>, ServiceError> {
    let old = request.integer("max_tokens", 1, i64::MAX)?;
    let new = request.integer("max_completion_tokens", 1, i64::MAX)?;
    let (name, asked) = match (old, new) {
        (Some(_), Some(_)) => {
            let message = "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.";
            return Err(ServiceError::invalid_request(
                "invalid_parameter_combination",
                "max_tokens",
                message,
            ));
        }
        (Some(asked), None) => ("max_tokens", asked),
        (None, Some(asked)) => ("max_completion_tokens", asked),
        (None, None) => return Ok(None),
    };
    match usize::try_from(asked) {
        Ok(tokens) if tokens <= model.output => Ok(Some(tokens)),
        _ => {
            let most = model.output;
            let message = format!(
                "{name} is too large: {asked}. This model supports at most {most} completion tokens, whereas you provided {asked}."
            );
            Err(ServiceError::invalid_request("invalid_value", name, message))
        }
    }
}

fn read_format<'a>(request: &Object<'a>) -> Result<Format<'a>, ServiceError> {
    let Some(format) = request.object("response_format")? else {
        return Ok(Format::Text);
    };
    match format.choice("type", &["text", "json_object", "json_schema"])? {
        None => Err(format.missing("type")),
        Some("json_object") => Ok(Format::JsonObject),
        Some("json_schema") => {
            let wrapper = format.required("json_schema", format.object("json_schema")?)?;
            wrapper.required("name", wrapper.text("name")?)?;
            wrapper.object("schema")?;
            Ok(wrapper.get("schema").map_or(Format::JsonObject, Format::JsonSchema))
        }
        Some(_) => Ok(Format::Text),
    }
}
