//! A completion in chunks, each made when it is asked for: the prompt, the choices in turns, the usage, the end.

use std::collections::VecDeque;

use bytes::Bytes;
use serde_json::{Value, json};

use super::completion::{Completion, Kind, Usage};
use super::events::{done, event};
use super::offsets::{Offsets, Window};
use super::text_parts::TextParts;

/// The chunks of a completion, of which `ended` is called before the last event.
pub(super) struct Chunks<F> {
    completion: Completion,
    fingerprint: String,
    include_usage: bool,
    asynchronous_filter: bool,
    ended: Option<F>,
    /// Choices in progress, the next one first.
    turns: VecDeque<Turn>,
    stage: Stage,
}

enum Stage {
    Prompt,
    Choices,
    Done,
    Over,
}

/// A choice that is not over.
#[derive(Debug)]
struct Turn {
    index: usize,
    step: Step,
    /// Characters of prompt and text sent so far.
    offset: usize,
    window: Window,
}

/// The next step of a choice.
#[derive(Debug)]
enum Step {
    Role,
    Content(TextParts),
    CallStart(usize),
    CallArguments(usize, TextParts),
    Finish,
    /// The asynchronous filter's last results.
    Verdict,
}

impl<F: FnOnce(&Completion)> Chunks<F> {
    pub(super) fn new(completion: Completion, include_usage: bool, asynchronous_filter: bool, ended: F) -> Self {
        let turns = completion.choices.iter().enumerate().map(|(index, choice)| Turn {
            index,
            step: match (completion.kind, &choice.content) {
                (Kind::Text, Some(content)) => Step::Content(TextParts::of(completion.model.vocabulary, content)),
                _ => Step::Role,
            },
            offset: choice.offset,
            window: Window::new(choice.offset),
        });
        Self {
            turns: turns.collect(),
            fingerprint: completion.fingerprint(),
            completion,
            include_usage,
            asynchronous_filter,
            ended: Some(ended),
            stage: Stage::Prompt,
        }
    }

    /// A chunk. Those about the filter do not say of which chat they are.
    fn chunk(&self, choice: Option<Value>, usage: Option<Usage>, of_filter: bool) -> Bytes {
        let completion = &self.completion;
        let object = match completion.kind {
            Kind::Chat => "chat.completion.chunk",
            Kind::Text => "text_completion",
        };
        let mut chunk = json!({
            "id": completion.id,
            "object": object,
            "created": completion.created,
            "model": &*completion.model_id,
        });
        if completion.kind == Kind::Chat {
            match of_filter {
                true => chunk = json!({"id": "", "object": "", "created": 0, "model": ""}),
                false => chunk["system_fingerprint"] = self.fingerprint.as_str().into(),
            }
        }
        if of_filter && choice.is_none() {
            chunk["prompt_filter_results"] = completion.prompt_results.clone();
        }
        chunk["choices"] = choice.into_iter().collect();
        if self.include_usage {
            chunk["usage"] = json!(usage);
        }
        event(&chunk)
    }

    /// The next chunk of a choice and its next state; `None` if the choice is complete.
    fn advance(&self, mut turn: Turn) -> (Bytes, Option<Turn>) {
        let choice = &self.completion.choices[turn.index];
        let vocabulary = self.completion.model.vocabulary;
        let chat = self.completion.kind == Kind::Chat;
        let mut next = json!({"index": turn.index, "finish_reason": null, "logprobs": null});
        if !chat {
            // Always there: the older clients that use this operation count on it.
            next["text"] = "".into();
        }
        if self.asynchronous_filter {
            let verdict = matches!(turn.step, Step::Verdict);
            let offsets = match verdict {
                true => Some(turn.window.last()),
                false => turn.window.full(),
            };
            if let Some(offsets) = offsets {
                let left = (!verdict).then_some(turn);
                return (self.finding(next, &choice.ending.passed, offsets), left);
            }
        }
        let results = match turn.step {
            Step::Content(_) => choice.ending.passed.clone(),
            _ if chat => json!({}),
            _ => choice.ending.passed.clone(),
        };
        let mut delta = json!({});
        let mut left = true;
        match &mut turn.step {
            Step::Role => {
                delta = json!({"role": "assistant", "content": choice.content.as_ref().map(|_| "")});
                turn.step = match &choice.content {
                    Some(content) => Step::Content(TextParts::of(vocabulary, content)),
                    None => Step::CallStart(0),
                };
            }
            Step::Content(parts) => {
                let Some(part) = parts.next(choice.text()) else {
                    turn.step = Step::CallStart(0);
                    return self.advance(turn);
                };
                next["logprobs"] = self.completion.logprobs(parts.tokens(&part), turn.offset);
                let text = &choice.text()[part.text];
                turn.offset += text.chars().count();
                turn.window.add(text);
                match chat {
                    true => delta["content"] = text.into(),
                    false => next["text"] = text.into(),
                }
            }
            Step::CallStart(number) => {
                let index = *number;
                let Some(call) = choice.calls.get(index) else {
                    turn.step = Step::Finish;
                    return self.advance(turn);
                };
                let function = json!({"name": call.name, "arguments": ""});
                let call_delta = json!({"index": index, "id": call.id, "type": "function", "function": function});
                delta["tool_calls"] = json!([call_delta]);
                turn.step = Step::CallArguments(index, TextParts::new(vocabulary, &call.arguments, None));
            }
            Step::CallArguments(number, parts) => {
                let index = *number;
                let arguments = choice.calls.get(index).map_or("", |call| &call.arguments);
                let Some(part) = parts.next(arguments) else {
                    turn.step = Step::CallStart(index + 1);
                    return self.advance(turn);
                };
                let function = json!({"arguments": &arguments[part.text]});
                delta["tool_calls"] = json!([{"index": index, "function": function}]);
            }
            // `Verdict` was dealt with above.
            Step::Finish | Step::Verdict => {
                next["finish_reason"] = choice.ending.reason.as_str().into();
                if choice.ending.reason == "content_filter" {
                    if self.asynchronous_filter {
                        return (self.finding(next, choice.ending.results(), turn.window.last()), None);
                    }
                    next["content_filter_results"] = choice.ending.results().clone();
                    return (self.chunk(Some(next), None, false), None);
                }
                left = self.asynchronous_filter && choice.content.is_some();
                turn.step = Step::Verdict;
            }
        }
        if chat {
            next["delta"] = delta;
        }
        // With the asynchronous filter results come apart.
        if !self.asynchronous_filter {
            next["content_filter_results"] = results;
        }
        (self.chunk(Some(next), None, false), left.then_some(turn))
    }

    /// The results of the asynchronous filter for a part of the text.
    fn finding(&self, mut choice: Value, results: &Value, offsets: Offsets) -> Bytes {
        if self.completion.kind == Kind::Chat
            && let Some(fields) = choice.as_object_mut()
        {
            fields.shift_remove("logprobs");
        }
        choice["content_filter_results"] = results.clone();
        choice["content_filter_offsets"] = json!(offsets);
        self.chunk(Some(choice), None, true)
    }
}

impl<F: FnOnce(&Completion)> Iterator for Chunks<F> {
    type Item = Bytes;

    fn next(&mut self) -> Option<Bytes> {
        match self.stage {
            Stage::Prompt => {
                self.stage = Stage::Choices;
                Some(self.chunk(None, None, true))
            }
            Stage::Choices => match self.turns.pop_front() {
                Some(turn) => {
                    let (bytes, left) = self.advance(turn);
                    self.turns.extend(left);
                    Some(bytes)
                }
                None => {
                    self.stage = Stage::Done;
                    match self.include_usage {
                        true => Some(self.chunk(None, Some(self.completion.usage), false)),
                        false => self.next(),
                    }
                }
            },
            Stage::Done => {
                self.stage = Stage::Over;
                if let Some(ended) = self.ended.take() {
                    ended(&self.completion);
                }
                Some(done())
            }
            Stage::Over => None,
        }
    }
}
