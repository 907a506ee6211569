//! The completion in chunks. Each has the shape of the whole completion, of which a client may read the same fields.

use bytes::Bytes;
use serde::Serialize;
use serde_json::Value;

use super::completion::Completion;
use crate::generation::chunks::{self, Chunked, Options};
use crate::generation::events::event;
use crate::generation::logprobs;
use crate::generation::model::Usage;
use crate::generation::offsets::{Offsets, Window};
use crate::generation::text_parts::TextParts;

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
pub(super) struct Turn {
    index: usize,
    parts: TextParts,
    /// Characters of prompt and text sent so far.
    offset: usize,
    window: Window,
    finished: bool,
}

/// A completion's completion as it is streamed.
pub(super) struct Stream {
    completion: Completion,
    options: Options,
}

/// The events of an completion.
pub(super) fn events(completion: Completion, options: Options) -> chunks::Events<Stream> {
    let vocabulary = completion.model.vocabulary;
    let choices = completion.choices.iter().enumerate();
    let turns = choices.map(|(index, choice)| Turn {
        index,
        parts: TextParts::of(vocabulary, &choice.text),
        offset: choice.text_offset(),
        window: Window::new(choice.text_offset()),
        finished: false,
    });
    let turns = turns.collect();
    chunks::Events::new(Stream { completion, options }, turns)
}

impl Stream {
    fn chunk(&self, choices: &[ChunkChoice<'_>], prompt_results: Option<&Value>, usage: Option<Usage>) -> Bytes {
        event(&Chunk {
            id: &self.completion.id,
            object: "text_completion",
            created: self.completion.created,
            model: self.completion.model.id,
            prompt_filter_results: prompt_results,
            choices,
            usage: self.options.include_usage.then_some(usage),
        })
    }
}

impl Chunked for Stream {
    type Turn = Turn;

    fn prompt(&self) -> Bytes {
        self.chunk(&[], Some(&self.completion.prompt_results), None)
    }

    fn advance(&self, mut turn: Turn) -> (Bytes, Option<Turn>) {
        let choice = &self.completion.choices[turn.index];
        let asynchronous = self.options.asynchronous_filter;
        let mut next = ChunkChoice {
            text: "",
            index: turn.index,
            finish_reason: None,
            logprobs: None,
            content_filter_results: Some(&choice.ending.passed),
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
        if let Some(part) = turn.parts.next(text) {
            let vocabulary = self.completion.model.vocabulary;
            let tokens = turn.parts.tokens(&part);
            let logprobs = self
                .completion
                .logprobs
                .map(|top| logprobs::completion(vocabulary, tokens, top, turn.offset));
            let text = &text[part.text];
            turn.offset += text.chars().count();
            turn.window.add(text);
            next.text = text;
            next.logprobs = logprobs;
            next.content_filter_results = results;
            return (self.chunk(&[next], None, None), Some(turn));
        }
        next.finish_reason = Some(&choice.ending.reason);
        if choice.ending.reason == "content_filter" {
            next.content_filter_results = Some(choice.ending.results());
            if asynchronous {
                next.content_filter_offsets = Some(turn.window.last());
            }
            return (self.chunk(&[next], None, None), None);
        }
        next.content_filter_results = results;
        turn.finished = true;
        (self.chunk(&[next], None, None), asynchronous.then_some(turn))
    }

    fn usage(&self) -> Option<Bytes> {
        let wanted = self.options.include_usage;
        wanted.then(|| self.chunk(&[], None, Some(self.completion.usage)))
    }
}
