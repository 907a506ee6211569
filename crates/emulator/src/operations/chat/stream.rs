//! The answer in chunks.

use std::collections::VecDeque;

use bytes::Bytes;
use serde_json::Value;

use super::answer::{Answer, Choice};
use super::chunk::{CallDelta, Chunk, ChunkChoice, Delta, FunctionDelta};
use crate::operations::generation::events::{done, event};
use crate::operations::generation::offsets::{Offsets, Window};
use crate::operations::generation::pieces::Pieces;
use crate::operations::generation::{Usage, logprobs};

/// What a caller or a deployment decides of a stream.
#[derive(Clone, Copy, Debug)]
pub(super) struct Options {
    pub(super) include_usage: bool,
    pub(super) asynchronous_filter: bool,
    /// Characters of the prompt, from where the asynchronous filter counts on.
    pub(super) prompt_length: usize,
}

/// What a choice brings next.
#[derive(Debug)]
enum Step {
    Role,
    Content(Pieces),
    CallStart(usize),
    CallArguments(usize, Pieces),
    Finish,
    /// The asynchronous filter's last word.
    Verdict,
}

#[derive(Debug)]
struct Turn {
    index: usize,
    step: Step,
    window: Window,
}

/// The events of one answer, each made when it is asked for. Choices take turns. `ended` is called before the last one.
pub(super) struct Events<F> {
    answer: Answer,
    options: Options,
    /// Choices that are not over, the next one first.
    turns: VecDeque<Turn>,
    stage: Stage,
    ended: Option<F>,
    nothing: Value,
}

enum Stage {
    Prompt,
    Choices,
    Usage,
    Done,
    Over,
}

impl<F: FnOnce(&Answer)> Events<F> {
    pub(super) fn new(answer: Answer, options: Options, ended: F) -> Self {
        let turn = |index| Turn {
            index,
            step: Step::Role,
            window: Window::new(options.prompt_length),
        };
        Self {
            turns: (0..answer.choices.len()).map(turn).collect(),
            answer,
            options,
            stage: Stage::Prompt,
            ended: Some(ended),
            nothing: Value::Object(serde_json::Map::new()),
        }
    }

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
        let answer = &self.answer;
        event(&Chunk {
            id: &answer.id,
            object: "chat.completion.chunk",
            created: answer.created,
            model: answer.model.id,
            system_fingerprint: Some(&answer.fingerprint),
            prompt_filter_results: None,
            choices,
            usage: self.options.include_usage.then_some(usage),
        })
    }

    /// A chunk of one choice's text, calls or end.
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

    /// The next chunk of a choice, and where it goes on; `None` if it is over.
    fn advance(&self, mut turn: Turn) -> (Bytes, Option<Turn>) {
        let index = turn.index;
        let choice = &self.answer.choices[index];
        let vocabulary = self.answer.model.vocabulary;
        if self.options.asynchronous_filter
            && let Some(offsets) = turn.window.full()
        {
            return (
                self.finding(index, &choice.passed, None, offsets),
                Some(turn),
            );
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
                    Some(content) => Step::Content(Pieces::of(vocabulary, content)),
                    None => Step::CallStart(0),
                };
                self.delta(index, delta, None, None, &self.nothing)
            }
            Step::Content(pieces) => {
                let text = choice.content.as_ref().map_or("", |content| &content.text);
                let Some(piece) = pieces.next(text) else {
                    turn.step = Step::CallStart(0);
                    return self.advance(turn);
                };
                let wanted = self.answer.logprobs;
                let logprobs =
                    wanted.map(|top| logprobs::chat(vocabulary, pieces.tokens(&piece), top));
                let text = &text[piece.text];
                turn.window.add(text);
                let delta = Delta {
                    content: Some(Some(text)),
                    ..Delta::default()
                };
                self.delta(index, delta, None, logprobs, &choice.passed)
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
                let pieces = Pieces::new(vocabulary, &call.arguments, None);
                turn.step = Step::CallArguments(number, pieces);
                self.call(index, start)
            }
            Step::CallArguments(number, pieces) => {
                let number = *number;
                let arguments = choice.calls.get(number).map_or("", |call| &call.arguments);
                let Some(piece) = pieces.next(arguments) else {
                    turn.step = Step::CallStart(number + 1);
                    return self.advance(turn);
                };
                let more = CallDelta {
                    index: number,
                    id: None,
                    kind: None,
                    function: FunctionDelta {
                        name: None,
                        arguments: &arguments[piece.text],
                    },
                };
                self.call(index, more)
            }
            Step::Finish => return self.finish(choice, turn),
            Step::Verdict => {
                let offsets = turn.window.last();
                return (self.finding(index, &choice.passed, None, offsets), None);
            }
        };
        (bytes, Some(turn))
    }

    fn finish(&self, choice: &Choice, mut turn: Turn) -> (Bytes, Option<Turn>) {
        let (index, reason) = (turn.index, choice.finish_reason.as_str());
        let asynchronous = self.options.asynchronous_filter;
        if reason == "content_filter" {
            let results = choice.cut.as_ref().unwrap_or(&choice.passed);
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

    /// What the asynchronous filter says of a part of the text.
    fn finding(
        &self,
        index: usize,
        results: &Value,
        finish_reason: Option<&str>,
        offsets: Offsets,
    ) -> Bytes {
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

impl<F: FnOnce(&Answer)> Iterator for Events<F> {
    type Item = Bytes;

    fn next(&mut self) -> Option<Bytes> {
        match self.stage {
            Stage::Prompt => {
                self.stage = Stage::Choices;
                Some(self.anonymous(&[], Some(&self.answer.prompt_results)))
            }
            Stage::Choices => {
                let Some(turn) = self.turns.pop_front() else {
                    self.stage = Stage::Usage;
                    return self.next();
                };
                let (bytes, left) = self.advance(turn);
                self.turns.extend(left);
                Some(bytes)
            }
            Stage::Usage => {
                self.stage = Stage::Done;
                if !self.options.include_usage {
                    return self.next();
                }
                Some(self.chunk(&[], Some(self.answer.usage)))
            }
            Stage::Done => {
                self.stage = Stage::Over;
                // Before the client can know that the stream is over.
                if let Some(ended) = self.ended.take() {
                    ended(&self.answer);
                }
                Some(done())
            }
            Stage::Over => None,
        }
    }
}
