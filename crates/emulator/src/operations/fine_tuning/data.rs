//! Training data: JSON Lines of conversations, or of preferred and less preferred answers.

use std::hash::Hasher;
use std::path::Path;

use serde_json::Value;
use twox_hash::XxHash64;

use crate::state::fine_tuning::Method;
use crate::storage::jsonl::{Lines, json_error};
use crate::tokens::Vocabulary;
use crate::wire::ServiceError;
use crate::wire::parameters::{Object, wrong_type};

/// What a message costs beside its text, and what the end of an example costs, in tokens.
const TOKENS_A_MESSAGE: u64 = 3;
const TOKENS_AN_EXAMPLE: u64 = 3;
/// What an image in low detail costs.
const TOKENS_AN_IMAGE: u64 = 85;
const ROLES: [&str; 6] = ["system", "developer", "user", "assistant", "tool", "function"];

/// What is in a file of examples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dataset {
    pub(super) examples: u64,
    pub(super) tokens: u64,
    /// Of the content, so that the same data trains the same way.
    pub(super) hash: u64,
}

/// Reads a file to its end, or to the first line that is wrong.
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

/// `{"messages": [...]}` with an answer in it; its tokens.
fn conversation(example: &Value, vocabulary: Vocabulary) -> Result<u64, ServiceError> {
    let example = Object::new("", example)?;
    let (tokens, answers) = messages(&example, "messages", vocabulary)?;
    if answers == 0 {
        let message = "'messages' has no message of the role 'assistant'.";
        return Err(ServiceError::invalid_payload(message));
    }
    Ok(tokens)
}

/// `{"input": {"messages": [...]}, "preferred_output": [...], "non_preferred_output": [...]}`; its tokens.
fn preference(example: &Value, vocabulary: Vocabulary) -> Result<u64, ServiceError> {
    let example = Object::new("", example)?;
    let input = example.required("input", example.object("input")?)?;
    let (mut tokens, _) = messages(&input, "messages", vocabulary)?;
    for name in ["preferred_output", "non_preferred_output"] {
        let count = example.objects(name)?.len();
        let (output, answers) = messages(&example, name, vocabulary)?;
        if answers != count {
            let message = format!("'{name}' may only hold messages of the role 'assistant'.");
            return Err(ServiceError::invalid_payload(message));
        }
        tokens += output;
    }
    Ok(tokens)
}

/// The tokens of a list of messages, and how many of them are the model's.
fn messages(holder: &Object<'_>, name: &str, vocabulary: Vocabulary) -> Result<(u64, usize), ServiceError> {
    let messages = holder.objects(name)?;
    if messages.is_empty() {
        return Err(holder.missing(name));
    }
    let (mut tokens, mut answers) = (0, 0);
    for message in &messages {
        let role = message.required("role", message.choice("role", &ROLES)?)?;
        answers += usize::from(role == "assistant");
        message.integer("weight", 0, 1)?;
        let name = message.text("name")?.unwrap_or_default();
        let calls = match message.get("tool_calls").or(message.get("function_call")) {
            Some(calls) => vocabulary.count(&calls.to_string()) as u64,
            None => 0,
        };
        let content = match message.get("content") {
            None if role == "assistant" && calls > 0 => 0,
            None => return Err(message.missing("content")),
            Some(content) => content_tokens(message, content, vocabulary)?,
        };
        tokens += TOKENS_A_MESSAGE + vocabulary.count(name) as u64 + calls + content;
    }
    Ok((tokens, answers))
}

fn content_tokens(message: &Object<'_>, content: &Value, vocabulary: Vocabulary) -> Result<u64, ServiceError> {
    if let Some(text) = content.as_str() {
        return Ok(vocabulary.count(text) as u64);
    }
    if !content.is_array() {
        let path = message.path("content");
        return Err(wrong_type(&path, "a string or an array of parts", content));
    }
    let mut tokens = 0;
    for part in message.objects("content")? {
        let kind = part.choice("type", &["text", "image_url"])?;
        tokens += match part.required("type", kind)? {
            "text" => vocabulary.count(part.required("text", part.text("text")?)?) as u64,
            _ => {
                part.required("image_url", part.object("image_url")?)?;
                TOKENS_AN_IMAGE
            }
        };
    }
    Ok(tokens)
}
