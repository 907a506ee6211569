//! A chat completion request. What the document says of it is checked before.

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::{Map, Value};

use super::messages::{self, GivenMessage, Message};
use super::reasoning::{self, Effort};
use super::strict::{self, Owner};
use super::tools::{self, GivenChoice, Tool, ToolChoice};
use crate::generation::message::Role;
use crate::generation::parameters::Parameters;
use crate::state::models::TextModel;
use crate::wire::ServiceError;
use crate::wire::metadata;
use crate::wire::parameters::{self, Integer, integer, invalid_value, missing};

/// The cost of a message beside its text, and of the start of the reply, in tokens.
const TOKENS_A_MESSAGE: usize = 3;
const TOKENS_OF_PRIMING: usize = 3;

/// The body as it is sent.
#[derive(Deserialize)]
struct Body<'a> {
    #[serde(borrow)]
    messages: Vec<GivenMessage<'a>>,
    max_tokens: Option<Integer>,
    /// The name of later versions.
    max_completion_tokens: Option<Integer>,
    tools: Option<Vec<Tool<'a>>>,
    tool_choice: Option<GivenChoice<'a>>,
    parallel_tool_calls: Option<bool>,
    response_format: Option<GivenFormat<'a>>,
    logprobs: Option<bool>,
    top_logprobs: Option<Integer>,
    store: Option<bool>,
    metadata: Option<Map<String, Value>>,
    reasoning_effort: Option<Effort>,
    data_sources: Option<Vec<IgnoredAny>>,
}

#[derive(Deserialize)]
struct GivenFormat<'a> {
    #[serde(rename = "type")]
    kind: Option<FormatKind>,
    #[serde(borrow)]
    json_schema: Option<NamedSchema<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum FormatKind {
    Text,
    JsonObject,
    JsonSchema,
}

#[derive(Deserialize)]
struct NamedSchema<'a> {
    name: &'a str,
    schema: Option<Map<String, Value>>,
    strict: Option<bool>,
}

#[derive(Debug)]
pub(super) struct ChatRequest<'a> {
    pub(super) messages: Vec<Message<'a>>,
    pub(super) shared: Parameters<'a>,
    pub(super) max_tokens: Option<usize>,
    /// What a model that reasons thinks before it responds.
    pub(super) reasoning_tokens: usize,
    pub(super) tools: Vec<Tool<'a>>,
    /// As they were sent.
    definitions: &'a [Value],
    pub(super) tool_choice: ToolChoice<'a>,
    pub(super) format: Format,
    pub(super) parallel_tool_calls: bool,
    /// The number of alternatives to report for each token, if log probabilities are wanted.
    pub(super) logprobs: Option<usize>,
    /// The metadata to keep with the chat, if it is to be stored.
    pub(super) stored: Option<Map<String, Value>>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Format {
    Text,
    JsonObject,
    /// An instance of this JSON Schema.
    JsonSchema(Value),
}

impl<'a> ChatRequest<'a> {
    pub(super) fn read(sent: &'a Value, model: TextModel) -> Result<Self, ServiceError> {
        let body: Body<'a> = parameters::read(sent)?;
        let messages = messages::read(&body.messages)?;
        let shared = Parameters::read(sent)?;
        let reasoning_tokens = reasoning::tokens(sent, body.reasoning_effort, model)?;
        if body.data_sources.as_ref().is_some_and(|sources| !sources.is_empty()) {
            // The service looks them up in the caller's search index, which does not exist here.
            let message = "The emulator has no data to search: 'data_sources' is not supported. Leave it out, or script \
                           the reply and leave it out.";
            let code = "unsupported_parameter";
            return Err(ServiceError::invalid_request(code, "data_sources", message));
        }
        let tools = body.tools.unwrap_or_default();
        tools::check(&tools)?;
        let format = body.response_format.map_or(Ok(Format::Text), GivenFormat::read)?;
        let says_json = |message: &Message<'_>| message.text.to_lowercase().contains("json");
        if format == Format::JsonObject && !messages.iter().any(says_json) {
            let message = "'messages' must contain the word 'json' in some form, to use 'response_format' of type \
                           'json_object'.";
            return Err(invalid_value("messages", message));
        }
        let metadata = body.metadata.unwrap_or_default();
        metadata::check(&metadata)?;
        let definitions = sent.get("tools").and_then(Value::as_array);
        Ok(Self {
            shared,
            reasoning_tokens,
            max_tokens: max_tokens(body.max_tokens, body.max_completion_tokens, model)?,
            tool_choice: tools::choose(body.tool_choice, &tools)?,
            parallel_tool_calls: body.parallel_tool_calls.unwrap_or(true),
            logprobs: logprobs(body.logprobs.unwrap_or(false), body.top_logprobs)?,
            stored: body.store.unwrap_or(false).then_some(metadata),
            definitions: definitions.map_or(&[], Vec::as_slice),
            messages,
            tools,
            format,
        })
    }

    /// The text of the last user message.
    pub(super) fn prompt(&self) -> &str {
        let last = self.messages.iter().rev().find(|message| message.role == Role::User);
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
            TOKENS_A_MESSAGE
                + count(message.role.into_str())
                + count(&message.text)
                + name
                + calls
                + message.media_tokens
        };
        let messages: usize = self.messages.iter().map(message).sum();
        let tools: usize = self.definitions.iter().map(|tool| count(&tool.to_string())).sum();
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

fn logprobs(wanted: bool, top: Option<Integer>) -> Result<Option<usize>, ServiceError> {
    if top.is_some() && !wanted {
        let message = "Invalid value for 'top_logprobs': 'top_logprobs' is only allowed when 'logprobs' is true.";
        return Err(invalid_value("top_logprobs", message));
    }
    Ok(wanted.then_some(top.map_or(0, |top| top.within(0, 20))))
}

fn max_tokens(old: Option<Integer>, new: Option<Integer>, model: TextModel) -> Result<Option<usize>, ServiceError> {
    let old = integer("max_tokens", old, 1, i64::MAX)?;
    let new = integer("max_completion_tokens", new, 1, i64::MAX)?;
    let (name, asked) = match (old, new) {
        (Some(_), Some(_)) => {
            let message = "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.";
            let code = "invalid_parameter_combination";
            return Err(ServiceError::invalid_request(code, "max_tokens", message));
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
                "{name} is too large: {asked}. This model supports at most {most} completion tokens, whereas you provided \
                 {asked}."
            );
            Err(invalid_value(name, message))
        }
    }
}

impl GivenFormat<'_> {
    fn read(self) -> Result<Format, ServiceError> {
        match self.kind.ok_or_else(|| missing("response_format.type"))? {
            FormatKind::Text => Ok(Format::Text),
            FormatKind::JsonObject => Ok(Format::JsonObject),
            FormatKind::JsonSchema => {
                let given = self.json_schema.ok_or_else(|| missing("response_format.json_schema"))?;
                let Some(schema) = given.schema else {
                    return Ok(Format::JsonObject);
                };
                strict::check(&Owner::format(given.name), &schema, given.strict.unwrap_or(false))?;
                Ok(Format::JsonSchema(schema.into()))
            }
        }
    }
}
