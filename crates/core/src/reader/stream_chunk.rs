//! What a type of chunks contributes to its stream.

use serde_json::Value;

use crate::decode::FromJson;
use crate::telemetry::{ResponseAttributes, at_index};

/// The type of a stream's events. It says whether the response is whole where the stream ends without `[DONE]`.
pub trait StreamChunk: FromJson + Send + 'static {
    /// Whether the end of the body ends the stream well, with or without `[DONE]`, as it does for services other than
    /// this one. By default it does not.
    const ENDS_WITH_BODY: bool = false;

    /// Notes the choices that this chunk is about and those that it finishes. By default nothing is noted, and a stream
    /// without `[DONE]` at its end counts as truncated.
    fn observe(&self, progress: &mut StreamProgress) {
        let _ = progress;
    }

    /// Whether the chunk has nothing of a response. Such a chunk is an error where its JSON has a code or a message. By
    /// default it has something.
    fn is_empty(&self) -> bool {
        false
    }

    /// Reads a whole response, which some servers send in place of a stream. `None` where the JSON is not a response.
    /// By default it is decoded as a chunk.
    fn from_response(response: Value) -> Option<Self> {
        crate::decode::from_value(&response).ok()
    }

    /// Adds what this chunk says of the response to traces. It is called only where a subscriber listens. By default
    /// nothing is added.
    fn describe(&self, facts: &mut ResponseAttributes) {
        let _ = facts;
    }
}

/// Events of an unknown type: only `[DONE]` ends their stream well.
impl StreamChunk for Value {}

/// The choices of a streamed response that were seen, and those of them that have finished.
#[derive(Clone, Debug, Default)]
pub struct StreamProgress {
    /// Index, and whether it has finished, in the order of indexes.
    choices: Vec<(i64, bool)>,
    /// How many choices were requested.
    expected: usize,
    expects_usage: bool,
    has_usage: bool,
}

impl StreamProgress {
    /// Notes a chunk about the choice of this index.
    pub fn open(&mut self, choice: impl Into<i64>) {
        at_index(&mut self.choices, choice.into());
    }

    /// Notes the finish reason of the choice of this index. What comes after (filter results) does not open it again.
    pub fn finish(&mut self, choice: impl Into<i64>) {
        *at_index(&mut self.choices, choice.into()) = true;
    }

    /// Notes that a choice without an index has finished: the next one of those that were requested.
    pub fn finish_next(&mut self) {
        let next = self.choices.last().map_or(0, |(last, _)| last.saturating_add(1));
        self.finish(next);
    }

    /// Notes the token usage, which comes last.
    pub fn usage(&mut self) {
        self.has_usage = true;
    }

    /// Whether there was a choice, as many as were requested, every one has finished, and the usage came if it was
    /// requested.
    pub fn is_complete(&self) -> bool {
        !self.choices.is_empty()
            && self.choices.len() >= self.expected
            && self.choices.iter().all(|(_, finished)| *finished)
            && (self.has_usage || !self.expects_usage)
    }

    pub(super) fn expect_choices(&mut self, choices: usize) {
        self.expected = choices;
    }

    pub(super) fn expect_usage(&mut self, is_expected: bool) {
        self.expects_usage = is_expected;
    }
}
