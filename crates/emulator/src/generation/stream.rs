//! A completion in chunks, each made when it is asked for: the prompt, the choices in turns, the usage, the end.

use std::collections::VecDeque;

use bytes::Bytes;
use serde_json::{Map, Value};

use super::chunk::{CallDelta, Chunk, ChunkChoice, Delta, FunctionDelta};
use super::completion::{Completion, Kind, Usage};
use super::events::{done, event};
use super::offsets::Window;
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
    no_results: Value,
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
            no_results: Map::new().into(),
        }
    }

    /// A chunk. Those about the filter do not say of which chat they are.
    fn chunk(&self, choices: &[ChunkChoice<'_>], usage: Option<Usage>, of_filter: bool) -> Bytes {
        let completion = &self.completion;
        let chat = completion.kind == Kind::Chat;
        let anonymous = chat && of_filter;
        let of = |text| if anonymous { "" } else { text };
        event(&Chunk {
            id: of(&completion.id),
            object: of(if chat {
                "chat.completion.chunk"
            } else {
                "text_completion"
            }),
            created: if anonymous { 0 } else { completion.created },
            model: of(&completion.model_id),
            system_fingerprint: (chat && !anonymous).then_some(&*self.fingerprint),
            prompt_filter_results: (of_filter && choices.is_empty()).then_some(&completion.prompt_results),
            choices,
            usage: self.include_usage.then_some(usage),
        })
    }

    /// The next chunk of a choice and its next state; `None` if the choice is complete.
    fn advance(&self, mut turn: Turn) -> (Bytes, Option<Turn>) {
        let choice = &self.completion.choices[turn.index];
        let vocabulary = self.completion.model.vocabulary;
        let (chat, asynchronous) = (self.completion.kind == Kind::Chat, self.asynchronous_filter);
        let mut next = ChunkChoice {
            index: turn.index,
            text: (!chat).then_some(""),
            logprobs: Some(Value::Null),
            content_filter_results: Some(&choice.ending.passed),
            ..ChunkChoice::default()
        };
        if asynchronous {
            let finding = match turn.step {
                Step::Verdict => Some(turn.window.last()),
                _ => turn.window.full(),
            };
            if finding.is_some() {
                next.content_filter_offsets = finding;
                let left = (!matches!(turn.step, Step::Verdict)).then_some(turn);
                return (self.finding(next), left);
            }
        }
        let mut delta = Delta::default();
        let results = match turn.step {
            Step::Content(_) => &choice.ending.passed,
            _ if chat => &self.no_results,
            _ => &choice.ending.passed,
        };
        // With the asynchronous filter results come apart.
        next.content_filter_results = (!asynchronous).then_some(results);
        match &mut turn.step {
            Step::Role => {
                delta.role = Some("assistant");
                delta.content = Some(choice.content.as_ref().map(|_| ""));
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
                next.logprobs = Some(self.completion.logprobs(parts.tokens(&part), turn.offset));
                let text = &choice.text()[part.text];
                turn.offset += text.chars().count();
                turn.window.add(text);
                match chat {
                    true => delta.content = Some(Some(text)),
                    false => next.text = Some(text),
                }
            }
            Step::CallStart(number) => {
                let index = *number;
                let Some(call) = choice.calls.get(index) else {
                    turn.step = Step::Finish;
                    return self.advance(turn);
                };
                delta.tool_calls = Some([CallDelta {
                    index,
                    id: Some(&call.id),
                    kind: Some("function"),
                    function: FunctionDelta {
                        name: Some(&call.name),
                        arguments: "",
                    },
                }]);
                turn.step = Step::CallArguments(index, TextParts::new(vocabulary, &call.arguments, None));
            }
            Step::CallArguments(number, parts) => {
                let index = *number;
                let arguments = choice.calls.get(index).map_or("", |call| &call.arguments);
                let Some(part) = parts.next(arguments) else {
                    turn.step = Step::CallStart(index + 1);
                    return self.advance(turn);
                };
                delta.tool_calls = Some([CallDelta {
                    index,
                    id: None,
                    kind: None,
                    function: FunctionDelta {
                        name: None,
                        arguments: &arguments[part.text],
                    },
                }]);
            }
            // `Verdict` was dealt with above.
            Step::Finish | Step::Verdict => {
                next.finish_reason = Some(&choice.ending.reason);
                if choice.ending.reason == "content_filter" {
                    next.content_filter_results = Some(choice.ending.results());
                    if asynchronous {
                        next.content_filter_offsets = Some(turn.window.last());
                        return (self.finding(next), None);
                    }
                    return (self.chunk(&[next], None, false), None);
                }
                next.delta = chat.then_some(delta);
                turn.step = Step::Verdict;
                let left = asynchronous && choice.content.is_some();
                return (self.chunk(&[next], None, false), left.then_some(turn));
            }
        }
        next.delta = chat.then_some(delta);
        (self.chunk(&[next], None, false), Some(turn))
    }

    /// The results of the asynchronous filter for a part of the text.
    fn finding(&self, mut choice: ChunkChoice<'_>) -> Bytes {
        if self.completion.kind == Kind::Chat {
            choice.logprobs = None;
        }
        self.chunk(&[choice], None, true)
    }
}

impl<F: FnOnce(&Completion)> Iterator for Chunks<F> {
    type Item = Bytes;

    fn next(&mut self) -> Option<Bytes> {
        match self.stage {
            Stage::Prompt => {
                self.stage = Stage::Choices;
                Some(self.chunk(&[], None, true))
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
                        true => Some(self.chunk(&[], Some(self.completion.usage), false)),
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
