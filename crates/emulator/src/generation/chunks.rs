//! The order in which a stream tells an answer.

use std::collections::VecDeque;

use bytes::Bytes;

use super::events::done;

/// What a caller or a deployment decides of a stream.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Options {
    pub(crate) include_usage: bool,
    pub(crate) asynchronous_filter: bool,
}

/// An answer that can be told in chunks.
pub(crate) trait Chunked {
    /// A choice that is not over.
    type Turn;

    /// What the filter says of the prompt.
    fn prompt(&self) -> Bytes;

    /// The next chunk of a choice, and where it goes on; `None` if it is over.
    fn advance(&self, turn: Self::Turn) -> (Bytes, Option<Self::Turn>);

    /// The tokens used, if the caller asked for them.
    fn usage(&self) -> Option<Bytes>;

    /// Is called before the last event, so before the client can know that the stream is over.
    fn end(&mut self) {}
}

/// The events of one answer, each made when it is asked for: the prompt, the choices in turns, the usage, the end.
pub(crate) struct Events<A: Chunked> {
    answer: A,
    /// Choices that are not over, the next one first.
    turns: VecDeque<A::Turn>,
    stage: Stage,
}

enum Stage {
    Prompt,
    Choices,
    Usage,
    Done,
    Over,
}

impl<A: Chunked> Events<A> {
    pub(crate) fn new(answer: A, turns: VecDeque<A::Turn>) -> Self {
        Self {
            answer,
            turns,
            stage: Stage::Prompt,
        }
    }
}

impl<A: Chunked> Iterator for Events<A> {
    type Item = Bytes;

    fn next(&mut self) -> Option<Bytes> {
        match self.stage {
            Stage::Prompt => {
                self.stage = Stage::Choices;
                Some(self.answer.prompt())
            }
            Stage::Choices => {
                let Some(turn) = self.turns.pop_front() else {
                    self.stage = Stage::Usage;
                    return self.next();
                };
                let (bytes, left) = self.answer.advance(turn);
                self.turns.extend(left);
                Some(bytes)
            }
            Stage::Usage => {
                self.stage = Stage::Done;
                self.answer.usage().or_else(|| self.next())
            }
            Stage::Done => {
                self.stage = Stage::Over;
                self.answer.end();
                Some(done())
            }
            Stage::Over => None,
        }
    }
}
