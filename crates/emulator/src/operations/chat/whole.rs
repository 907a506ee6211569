//! The answer in one body.

use serde_json::{Map, Value, json};

use super::answer::{Answer, Choice};
use crate::operations::generation::logprobs;
use crate::tokens::Vocabulary;

pub(super) fn body(answer: &Answer) -> Value {
    let vocabulary = answer.model.vocabulary;
    let choice = |(index, choice): (usize, &Choice)| {
        json!({
            "index": index,
            "finish_reason": choice.ending.reason,
            "logprobs": token_logprobs(choice, vocabulary, answer.logprobs),
            "message": message(choice),
            "content_filter_results": choice.ending.results(),
        })
    };
    let choices: Vec<Value> = answer.choices.iter().enumerate().map(choice).collect();
    json!({
        "id": answer.id,
        "object": "chat.completion",
        "created": answer.created,
        "model": answer.model.id,
        "system_fingerprint": answer.model.fingerprint(),
        "prompt_filter_results": answer.prompt_results,
        "choices": choices,
        "usage": answer.usage,
    })
}

pub(super) fn message(choice: &Choice) -> Map<String, Value> {
    let content = choice.content.as_ref().map(|content| content.text.as_str());
    let mut message = Map::new();
    message.insert("role".to_owned(), "assistant".into());
    message.insert("content".to_owned(), content.into());
    let call = |call: &super::answer::ToolCall| json!({"id": call.id, "type": "function", "function": {"name": call.name, "arguments": call.arguments}});
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
