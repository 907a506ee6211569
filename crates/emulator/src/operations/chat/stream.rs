//! The completion in chunks.

use std::collections::VecDeque;

use bytes::Bytes;
use serde_json::Value;

use super::chunk::{CallDelta, Chunk, ChunkChoice, Delta, FunctionDelta};
use super::completion::{Choice, Completion};
use crate::generation::chunks::{self, Chunked, Options};
use crate::generation::events::event;
use crate::generation::logprobs;
use crate::generation::model::Usage;
use crate::generation::offsets::{Offsets, Window};
use crate::generation::text_parts::TextParts;

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

/// A choice that is not over.
#[derive(Debug)]
pub(super) struct Turn {
    index: usize,
    step: Step,
    window: Window,
}

/// A chat's completion as it is streamed.
pub(super) struct Stream<F> {
    completion: Completion,
    fingerprint: String,
    options: Options,
    ended: Option<F>,
    nothing: Value,
}

/// The events of an completion, of which `ended` is called before the last one. The asynchronous filter counts on from the
/// characters of the prompt, `prompt_length`.
pub(super) fn events<F: FnOnce(&Completion)>(
    completion: Completion,
    options: Options,
    prompt_length: usize,
    ended: F,
) -> chunks::Events<Stream<F>> {
    let turn = |index| Turn {
        index,
        step: Step::Role,
        window: Window::new(prompt_length),
    };
    let turns: VecDeque<Turn> = (0..completion.choices.len()).map(turn).collect();
    let stream = Stream {
        fingerprint: completion.model.fingerprint(),
        completion,
        options,
        ended: Some(ended),
        nothing: Value::Object(serde_json::Map::new()),
    };
    chunks::Events::new(stream, turns)
}

impl<F> Stream<F> {
    /// A chunk in which the service leaves its own description empty.
    fn anonymous(&self, choices: &[ChunkChoice<'_>], prompt_results: Option<&Value>) -> Bytes {
        event(&Chunk {
            id: "",
            object: "",
            created: 0,
            model: "",
            system_fingerprint: None,
            prompt_filter_results: prompt_results,
            choices,
            usage: self.options.include_usage.then_some(None),
        })
    }

    fn chunk(&self, choices: &[ChunkChoice<'_>], usage: Option<Usage>) -> Bytes {
        let completion = &self.completion;
        event(&Chunk {
            id: &completion.id,
            object: "chat.completion.chunk",
            created: completion.created,
            model: completion.model.id,
            system_fingerprint: Some(&self.fingerprint),
            prompt_filter_results: None,
            choices,
            usage: self.options.include_usage.then_some(usage),
        })
    }

    /// A chunk with one choice's text, tool calls or end.
    fn delta<'a>(
        &'a self,
        index: usize,
        delta: Delta<'a>,
        finish_reason: Option<&'a str>,
        logprobs: Option<Value>,
        results: &'a Value,
    ) -> Bytes {
        // With the asynchronous filter results come apart.
        let results = (!self.options.asynchronous_filter).then_some(results);
        let choice = ChunkChoice {
            index,
            delta: Some(delta),
            finish_reason,
            logprobs: Some(logprobs.unwrap_or(Value::Null)),
            content_filter_results: results,
            content_filter_offsets: None,
        };
        self.chunk(&[choice], None)
    }

    fn finish(&self, choice: &Choice, mut turn: Turn) -> (Bytes, Option<Turn>) {
        let (index, reason) = (turn.index, choice.ending.reason.as_str());
        let asynchronous = self.options.asynchronous_filter;
        if reason == "content_filter" {
            let results = choice.ending.results();
            if asynchronous {
                let offsets = turn.window.last();
                return (self.finding(index, results, Some(reason), offsets), None);
            }
            let cut = ChunkChoice {
                index,
                delta: None,
                finish_reason: Some(reason),
                logprobs: Some(Value::Null),
                content_filter_results: Some(results),
                content_filter_offsets: None,
            };
            return (self.chunk(&[cut], None), None);
        }
        let bytes = self.delta(index, Delta::default(), Some(reason), None, &self.nothing);
        turn.step = Step::Verdict;
        let left = asynchronous && choice.content.is_some();
        (bytes, left.then_some(turn))
    }

    fn call(&self, index: usize, call: CallDelta<'_>) -> Bytes {
        let delta = Delta {
            tool_calls: Some([call]),
            ..Delta::default()
        };
        self.delta(index, delta, None, None, &self.nothing)
    }

    /// The results of the asynchronous filter for a part of the text.
    fn finding(&self, index: usize, results: &Value, finish_reason: Option<&str>, offsets: Offsets) -> Bytes {
        let choice = ChunkChoice {
            index,
            delta: None,
            finish_reason,
            logprobs: None,
            content_filter_results: Some(results),
            content_filter_offsets: Some(offsets),
        };
        self.anonymous(&[choice], None)
    }
}

impl<F: FnOnce(&Completion)> Chunked for Stream<F> {
    type Turn = Turn;

    fn prompt(&self) -> Bytes {
        self.anonymous(&[], Some(&self.completion.prompt_results))
    }

    fn advance(&self, mut turn: Turn) -> (Bytes, Option<Turn>) {
        let index = turn.index;
        let choice = &self.completion.choices[index];
        let vocabulary = self.completion.model.vocabulary;
        if self.options.asynchronous_filter
            && let Some(offsets) = turn.window.full()
        {
            return (self.finding(index, &choice.ending.passed, None, offsets), Some(turn));
        }
        let bytes = match &mut turn.step {
            Step::Role => {
                let content = choice.content.as_ref().map(|_| "");
                let delta = Delta {
                    role: Some("assistant"),
                    content: Some(content),
                    ..Delta::default()
                };
                turn.step = match &choice.content {
                    Some(content) => Step::Content(TextParts::of(vocabulary, content)),
                    None => Step::CallStart(0),
                };
                self.delta(index, delta, None, None, &self.nothing)
            }
            Step::Content(parts) => {
                let text = choice.content.as_ref().map_or("", |content| &content.text);
                let Some(part) = parts.next(text) else {
                    turn.step = Step::CallStart(0);
                    return self.advance(turn);
                };
                let wanted = self.completion.logprobs;
                let logprobs = wanted.map(|top| logprobs::chat(vocabulary, parts.tokens(&part), top));
                let text = &text[part.text];
                turn.window.add(text);
                let delta = Delta {
                    content: Some(Some(text)),
                    ..Delta::default()
                };
                self.delta(index, delta, None, logprobs, &choice.ending.passed)
            }
            Step::CallStart(number) => {
                let number = *number;
                let Some(call) = choice.calls.get(number) else {
                    turn.step = Step::Finish;
                    return self.advance(turn);
                };
                let start = CallDelta {
                    index: number,
                    id: Some(&call.id),
                    kind: Some("function"),
                    function: FunctionDelta {
                        name: Some(&call.name),
                        arguments: "",
                    },
                };
                let parts = TextParts::new(vocabulary, &call.arguments, None);
                turn.step = Step::CallArguments(number, parts);
                self.call(index, start)
            }
            Step::CallArguments(number, parts) => {
                let number = *number;
                let arguments = choice.calls.get(number).map_or("", |call| &call.arguments);
                let Some(part) = parts.next(arguments) else {
                    turn.step = Step::CallStart(number + 1);
                    return self.advance(turn);
                };
                let more = CallDelta {
                    index: number,
                    id: None,
                    kind: None,
                    function: FunctionDelta {
                        name: None,
                        arguments: &arguments[part.text],
                    },
                };
                self.call(index, more)
            }
            Step::Finish => return self.finish(choice, turn),
            Step::Verdict => {
                let offsets = turn.window.last();
                return (self.finding(index, &choice.ending.passed, None, offsets), None);
            }
        };
        (bytes, Some(turn))
    }

    fn usage(&self) -> Option<Bytes> {
        let wanted = self.options.include_usage;
        wanted.then(|| self.chunk(&[], Some(self.completion.usage)))
    }

    fn end(&mut self) {
        if let Some(ended) = self.ended.take() {
            ended(&self.completion);
        }
    }
}
