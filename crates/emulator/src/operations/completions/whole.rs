//! The answer in one body.

use serde_json::{Value, json};

use super::answer::{Answer, Choice};
use crate::operations::generation::logprobs;

pub(super) fn body(answer: &Answer) -> Value {
    let vocabulary = answer.model.vocabulary;
    let choice = |(index, choice): (usize, &Choice)| {
        let tokens = || vocabulary.encode(&choice.text.text);
        let logprobs = answer
            .logprobs
            .map(|top| logprobs::completion(vocabulary, &tokens(), top, choice.text_offset()));
        json!({
            "text": choice.text.text,
            "index": index,
            "finish_reason": choice.ending.reason,
            "logprobs": logprobs,
            "content_filter_results": choice.ending.results(),
        })
    };
    let choices: Vec<Value> = answer.choices.iter().enumerate().map(choice).collect();
    json!({
        "id": answer.id,
        "object": "text_completion",
        "created": answer.created,
        "model": answer.model.id,
        "prompt_filter_results": answer.prompt_results,
        "choices": choices,
        "usage": answer.usage,
    })
}

impl Choice {
    /// Where the text starts, in characters from the start of the prompt.
    pub(super) fn text_offset(&self) -> usize {
        if self.echoed > 0 { 0 } else { self.prompt_length }
    }
}
