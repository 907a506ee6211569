//! The completion in one body.

use serde_json::{Map, Value, json};

use super::completion::{Choice, Completion};
use crate::generation::logprobs;
use crate::tokens::Vocabulary;

pub(super) fn body(completion: &Completion) -> Value {
    let vocabulary = completion.model.vocabulary;
    let choice = |(index, choice): (usize, &Choice)| {
        json!({
            "index": index,
            "finish_reason": choice.ending.reason,
            "logprobs": token_logprobs(choice, vocabulary, completion.logprobs),
            "message": message(choice),
            "content_filter_results": choice.ending.results(),
        })
    };
    let choices: Vec<Value> = completion.choices.iter().enumerate().map(choice).collect();
    json!({
        "id": completion.id,
        "object": "chat.completion",
        "created": completion.created,
        "model": completion.model.id,
        "system_fingerprint": completion.model.fingerprint(),
        "prompt_filter_results": completion.prompt_results,
        "choices": choices,
        "usage": completion.usage,
    })
}

pub(super) fn message(choice: &Choice) -> Map<String, Value> {
    let content = choice.content.as_ref().map(|content| content.text.as_str());
    let mut message = Map::new();
    message.insert("role".to_owned(), "assistant".into());
    message.insert("content".to_owned(), content.into());
    let call = |call: &super::completion::ToolCall| json!({"id": call.id, "type": "function", "function": {"name": call.name, "arguments": call.arguments}});
    if !choice.calls.is_empty() {
        let calls = choice.calls.iter().map(call).collect::<Vec<_>>();
        message.insert("tool_calls".to_owned(), calls.into());
    }
    message
}

fn token_logprobs(choice: &Choice, vocabulary: Vocabulary, wanted: Option<usize>) -> Value {
    match (wanted, &choice.content) {
        (Some(top), Some(content)) => logprobs::chat(vocabulary, &vocabulary.encode(&content.text), top),
        _ => Value::Null,
    }
}
