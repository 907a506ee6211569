//! The completion in one body.

use serde_json::{Value, json};

use super::completion::{Choice, Completion};
use crate::generation::logprobs;

pub(super) fn body(completion: &Completion) -> Value {
    let vocabulary = completion.model.vocabulary;
    let choice = |(index, choice): (usize, &Choice)| {
        let tokens = || vocabulary.encode(&choice.text.text);
        let logprobs = completion
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
    let choices: Vec<Value> = completion.choices.iter().enumerate().map(choice).collect();
    json!({
        "id": completion.id,
        "object": "text_completion",
        "created": completion.created,
        "model": completion.model.id,
        "prompt_filter_results": completion.prompt_results,
        "choices": choices,
        "usage": completion.usage,
    })
}

impl Choice {
    /// Where the text starts, in characters from the start of the prompt.
    pub(super) fn text_offset(&self) -> usize {
        if self.echoed > 0 { 0 } else { self.prompt_length }
    }
}
