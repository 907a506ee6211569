//! The order of the chunks of a stream.

use std::collections::VecDeque;

use bytes::Bytes;

use super::events::done;

/// Options of a stream, set by the caller or the deployment.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Options {
    pub(crate) include_usage: bool,
    pub(crate) asynchronous_filter: bool,
}

/// A completion that can be streamed.
pub(crate) trait Chunked {
    /// A choice in progress.
    type Turn;

    /// The chunk with the filter results of the prompt.
    fn prompt(&self) -> Bytes;

    /// The next chunk of a choice and its next state; `None` if the choice is complete.
    fn advance(&self, turn: Self::Turn) -> (Bytes, Option<Self::Turn>);

    /// The chunk with the token usage, if requested.
    fn usage(&self) -> Option<Bytes>;

    /// Called before the last event, so before the client can see the end of the stream.
    fn end(&mut self) {}
}

/// The events of one completion, each made when it is asked for: the prompt, the choices in turns, the usage, the end.
pub(crate) struct Events<A: Chunked> {
    completion: A,
    /// Choices in progress, the next one first.
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
    pub(crate) fn new(completion: A, turns: VecDeque<A::Turn>) -> Self {
        Self {
            completion,
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
                Some(self.completion.prompt())
            }
            Stage::Choices => {
                let Some(turn) = self.turns.pop_front() else {
                    self.stage = Stage::Usage;
                    return self.next();
                };
                let (bytes, left) = self.completion.advance(turn);
                self.turns.extend(left);
                Some(bytes)
            }
            Stage::Usage => {
                self.stage = Stage::Done;
                self.completion.usage().or_else(|| self.next())
            }
            Stage::Done => {
                self.stage = Stage::Over;
                self.completion.end();
                Some(done())
            }
            Stage::Over => None,
        }
    }
}
