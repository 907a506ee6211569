//! The answer in chunks. Each has the shape of the whole answer, of which a client may read the same members.

use std::collections::VecDeque;

use bytes::Bytes;
use serde::Serialize;
use serde_json::Value;

use super::answer::Answer;
use crate::operations::generation::events::{done, event};
use crate::operations::generation::offsets::{Offsets, Window};
use crate::operations::generation::pieces::Pieces;
use crate::operations::generation::{Usage, logprobs};

/// What a caller or a deployment decides of a stream.
#[derive(Clone, Copy, Debug)]
pub(super) struct Options {
    pub(super) include_usage: bool,
    pub(super) asynchronous_filter: bool,
}

#[derive(Serialize)]
struct Chunk<'a> {
    id: &'a str,
    object: &'a str,
    created: i64,
    model: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    prompt_filter_results: Option<&'a Value>,
    choices: &'a [ChunkChoice<'a>],
    /// Absent, null or there.
    #[serde(skip_serializing_if = "Option::is_none")]
    usage: Option<Option<Usage>>,
}

#[derive(Serialize)]
struct ChunkChoice<'a> {
    /// Always there: the older clients that use this operation count on it.
    text: &'a str,
    index: usize,
    finish_reason: Option<&'a str>,
    logprobs: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_filter_results: Option<&'a Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_filter_offsets: Option<Offsets>,
}

/// A choice that is not over.
#[derive(Debug)]
struct Turn {
    index: usize,
    pieces: Pieces,
    /// Characters of prompt and text told so far.
    offset: usize,
    window: Window,
    finished: bool,
}

/// The events of one answer, each made when it is asked for. Choices take turns.
pub(super) struct Events {
    answer: Answer,
    options: Options,
    turns: VecDeque<Turn>,
    stage: Stage,
}

enum Stage {
    Prompt,
    Choices,
    Usage,
    Done,
    Over,
}

impl Events {
    pub(super) fn new(answer: Answer, options: Options) -> Self {
        let vocabulary = answer.model.vocabulary;
        let turns = answer
            .choices
            .iter()
            .enumerate()
            .map(|(index, choice)| Turn {
                index,
                pieces: Pieces::of(vocabulary, &choice.text),
                offset: choice.text_offset(),
                window: Window::new(choice.text_offset()),
                finished: false,
            });
        Self {
            turns: turns.collect(),
            answer,
            options,
            stage: Stage::Prompt,
        }
    }

    fn chunk(
        &self,
        choices: &[ChunkChoice<'_>],
        prompt_results: Option<&Value>,
        usage: Option<Usage>,
    ) -> Bytes {
        event(&Chunk {
            id: &self.answer.id,
            object: "text_completion",
            created: self.answer.created,
            model: self.answer.model.id,
            prompt_filter_results: prompt_results,
            choices,
            usage: self.options.include_usage.then_some(usage),
        })
    }

    /// The next chunk of a choice, and where it goes on; `None` if it is over.
    fn advance(&self, mut turn: Turn) -> (Bytes, Option<Turn>) {
        let choice = &self.answer.choices[turn.index];
        let asynchronous = self.options.asynchronous_filter;
        let mut next = ChunkChoice {
            text: "",
            index: turn.index,
            finish_reason: None,
            logprobs: None,
            content_filter_results: Some(&choice.passed),
            content_filter_offsets: None,
        };
        let finding = match asynchronous {
            true if turn.finished => Some(turn.window.last()),
            true => turn.window.full(),
            false => None,
        };
        if finding.is_some() {
            next.content_filter_offsets = finding;
            let left = (!turn.finished).then_some(turn);
            return (self.chunk(&[next], None, None), left);
        }
        let results = next.content_filter_results.filter(|_| !asynchronous);
        let text = choice.text.text.as_str();
        if let Some(piece) = turn.pieces.next(text) {
            let vocabulary = self.answer.model.vocabulary;
            let tokens = turn.pieces.tokens(&piece);
            let logprobs = self
                .answer
                .logprobs
                .map(|top| logprobs::completion(vocabulary, tokens, top, turn.offset));
            let text = &text[piece.text];
            turn.offset += text.chars().count();
            turn.window.add(text);
            next.text = text;
            next.logprobs = logprobs;
            next.content_filter_results = results;
            return (self.chunk(&[next], None, None), Some(turn));
        }
        next.finish_reason = Some(&choice.finish_reason);
        if choice.finish_reason == "content_filter" {
            next.content_filter_results = Some(choice.cut.as_ref().unwrap_or(&choice.passed));
            if asynchronous {
                next.content_filter_offsets = Some(turn.window.last());
            }
            return (self.chunk(&[next], None, None), None);
        }
        next.content_filter_results = results;
        turn.finished = true;
        (
            self.chunk(&[next], None, None),
            asynchronous.then_some(turn),
        )
    }
}

impl Iterator for Events {
    type Item = Bytes;

    fn next(&mut self) -> Option<Bytes> {
        match self.stage {
            Stage::Prompt => {
                self.stage = Stage::Choices;
                Some(self.chunk(&[], Some(&self.answer.prompt_results), None))
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
                Some(self.chunk(&[], None, Some(self.answer.usage)))
            }
            Stage::Done => {
                self.stage = Stage::Over;
                Some(done())
            }
            Stage::Over => None,
        }
    }
}
