//! Training data: JSON Lines of conversations, or of preferred and less preferred replies.

use std::hash::Hasher;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;
use twox_hash::XxHash64;

use crate::generation::message::{Content, Role};
use crate::state::fine_tuning::Method;
use crate::storage::jsonl::{Lines, json_error};
use crate::tokens::Vocabulary;
use crate::wire::ServiceError;
use crate::wire::parameters::{self, Integer, integer, missing, unsupported_value};

/// The cost of a message beside its text, and of the end of an example, in tokens.
const TOKENS_A_MESSAGE: u64 = 3;
const TOKENS_AN_EXAMPLE: u64 = 3;
/// The cost of an image in low detail.
const TOKENS_AN_IMAGE: u64 = 85;

/// A summary of a file of examples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dataset {
    pub(super) examples: u64,
    pub(super) tokens: u64,
    /// Of the content, so that the same data trains the same way.
    pub(super) hash: u64,
}

/// Reads a file to its end, or to the first invalid line.
pub(super) fn read(path: &Path, method: Method, vocabulary: Vocabulary) -> Result<Dataset, String> {
    let mut lines = Lines::open(path).map_err(|error| error.to_string())?;
    let mut hasher = XxHash64::with_seed(0);
    let mut dataset = Dataset {
        examples: 0,
        tokens: 0,
        hash: 0,
    };
    while let Some(line) = lines.next().map_err(|error| error.to_string())? {
        let number = line.number;
        let example: Value = serde_json::from_str(line.text)
            .map_err(|error| format!("line {number} is not valid JSON: {}", json_error(&error)))?;
        let tokens = match method {
            Method::Supervised => conversation(&example, vocabulary),
            Method::Dpo => preference(&example, vocabulary),
        };
        let tokens = tokens.map_err(|error| format!("line {number}: {}", error.message()))?;
        dataset.examples += 1;
        dataset.tokens += tokens + TOKENS_AN_EXAMPLE;
        hasher.write(line.text.as_bytes());
    }
    dataset.hash = hasher.finish();
    if dataset.examples == 0 {
        return Err("the file holds no examples".to_owned());
    }
    Ok(dataset)
}

#[derive(Deserialize)]
struct Conversation<'a> {
    #[serde(borrow)]
    messages: Vec<Message<'a>>,
}

#[derive(Deserialize)]
struct Preference<'a> {
    #[serde(borrow)]
    input: Conversation<'a>,
    preferred_output: Vec<Message<'a>>,
    non_preferred_output: Vec<Message<'a>>,
}

#[derive(Deserialize)]
struct Message<'a> {
    role: Role,
    #[serde(borrow)]
    content: Option<Content<'a>>,
    name: Option<&'a str>,
    weight: Option<Integer>,
    tool_calls: Option<Value>,
    function_call: Option<Value>,
}

/// The tokens of a conversation, which must have a reply in it.
fn conversation(example: &Value, vocabulary: Vocabulary) -> Result<u64, ServiceError> {
    let example: Conversation<'_> = parameters::read(example)?;
    if !example.messages.iter().any(|message| message.role == Role::Assistant) {
        let message = "'messages' has no message of the role 'assistant'.";
        return Err(ServiceError::invalid_payload(message));
    }
    tokens(&example.messages, "messages", vocabulary)
}

/// The tokens of an input with a preferred and a less preferred reply.
fn preference(example: &Value, vocabulary: Vocabulary) -> Result<u64, ServiceError> {
    let example: Preference<'_> = parameters::read(example)?;
    let mut sum = tokens(&example.input.messages, "input.messages", vocabulary)?;
    for (name, output) in [
        ("preferred_output", &example.preferred_output),
        ("non_preferred_output", &example.non_preferred_output),
    ] {
        if output.iter().any(|message| message.role != Role::Assistant) {
            let message = format!("'{name}' may only hold messages of the role 'assistant'.");
            return Err(ServiceError::invalid_payload(message));
        }
        sum += tokens(output, name, vocabulary)?;
    }
    Ok(sum)
}

/// The tokens of a list of messages.
fn tokens(messages: &[Message<'_>], path: &str, vocabulary: Vocabulary) -> Result<u64, ServiceError> {
    if messages.is_empty() {
        return Err(missing(path));
    }
    let count = |text: &str| vocabulary.count(text) as u64;
    let mut sum = 0;
    for (index, message) in messages.iter().enumerate() {
        let path = format!("{path}[{index}]");
        integer(&format!("{path}.weight"), message.weight, 0, 1)?;
        let calls = message.tool_calls.as_ref().or(message.function_call.as_ref());
        let content = match &message.content {
            None if message.role == Role::Assistant && calls.is_some() => 0,
            None => return Err(missing(&format!("{path}.content"))),
            Some(Content::Text(text)) => count(text),
            Some(Content::Parts(parts)) => {
                let parts = parts.iter().enumerate().map(|(index, part)| match part.kind {
                    "text" => Ok(part.text.map_or(0, count)),
                    "image_url" => Ok(TOKENS_AN_IMAGE),
                    other => {
                        let path = format!("{path}.content[{index}].type");
                        Err(unsupported_value(&path, other, &["text", "image_url"]))
                    }
                });
                parts.sum::<Result<u64, _>>()?
            }
        };
        let calls = calls.map_or(0, |calls| count(&calls.to_string()));
        sum += TOKENS_A_MESSAGE + count(message.name.unwrap_or_default()) + calls + content;
    }
    Ok(sum)
}
