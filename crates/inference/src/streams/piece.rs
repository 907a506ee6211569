//! A chunk of a chat completion, as a stream of events reads it.

use azure_openai_core::{
    ContentFilterResults, Extra, ResponseAttributes, StreamChunk, StreamProgress, Timestamp, Value,
};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::observe;
use crate::{
    ChatCompletionChunk, ChatCompletionChunkChoice, ChatCompletionDelta, ChatCompletionFinishReason,
    ChatCompletionLogprobs, ChatCompletionMessageRole, ChatCompletionToolCallDelta, ContentFilterOffsets,
    PromptFilterResult, Usage,
};

/// What a [`ChatCompletionChunk`] says, in a form that is decoded with less work: rare parts are boxed, and unknown
/// members are not looked for twice. Nothing is lost of it but `object`. Made of a chunk, or decoded.
#[derive(Clone, Debug, Default)]
pub struct ChatPiece {
    pub(super) id: Option<String>,
    pub(super) object: Option<serde::de::IgnoredAny>,
    pub(super) created: Option<Timestamp>,
    pub(super) model: Option<String>,
    pub(super) system_fingerprint: Option<String>,
    pub(super) choices: Vec<PieceChoice>,
    pub(super) usage: Option<Box<Usage>>,
    pub(super) prompt_filter_results: Vec<PromptFilterResult>,
    pub(super) extra: Members,
}

/// Members that nobody looks for by name: a map would be made anew for each chunk.
#[derive(Clone, Debug, Default)]
pub(super) struct Members(Vec<(String, Value)>);

impl Members {
    fn insert(&mut self, name: String, value: Value) {
        self.0.push((name, value));
    }
}

impl IntoIterator for Members {
    type Item = (String, Value);
    type IntoIter = std::vec::IntoIter<(String, Value)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

#[derive(Clone, Debug, Default)]
pub(super) struct PieceChoice {
    pub(super) index: i64,
    pub(super) delta: Option<PieceDelta>,
    pub(super) finish_reason: Option<ChatCompletionFinishReason>,
    pub(super) logprobs: Option<Box<ChatCompletionLogprobs>>,
    pub(super) content_filter_results: Option<Judgement>,
    pub(super) content_filter_offsets: Option<Box<ContentFilterOffsets>>,
    pub(super) extra: Extra,
}

/// What the content filter found. From the wire it is kept as it came at first: nearly every chunk of a stream says the
/// same, and comparing that is a fraction of the work of decoding it.
#[derive(Clone, Debug)]
pub(super) enum Judgement {
    Raw(Box<RawValue>),
    Decoded(Box<ContentFilterResults>),
}

impl<'de> Deserialize<'de> for Judgement {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::<RawValue>::deserialize(deserializer).map(Self::Raw)
    }
}

#[derive(Clone, Debug, Default)]
pub(super) struct PieceDelta {
    pub(super) role: Option<ChatCompletionMessageRole>,
    pub(super) content: Option<String>,
    pub(super) tool_calls: Vec<ChatCompletionToolCallDelta>,
    pub(super) extra: Extra,
}

azure_openai_core::open_struct!(ChatPiece {
    "id" => id,
    "object" => object,
    "created" => created,
    "model" => model,
    "system_fingerprint" => system_fingerprint,
    "choices" => choices: or_default,
    "usage" => usage,
    "prompt_filter_results" => prompt_filter_results: or_default,
});

azure_openai_core::open_struct!(PieceChoice {
    "index" => index: or_default,
    "delta" => delta,
    "finish_reason" => finish_reason,
    "logprobs" => logprobs,
    "content_filter_results" => content_filter_results,
    "content_filter_offsets" => content_filter_offsets,
});

azure_openai_core::open_struct!(PieceDelta {
    "role" => role,
    "content" => content,
    "tool_calls" => tool_calls: or_default,
});

impl StreamChunk for ChatPiece {
    fn observe(&self, progress: &mut StreamProgress) {
        for choice in &self.choices {
            observe(progress, choice.index, choice.finish_reason.is_some());
        }
    }

    fn describe(&self, facts: &mut ResponseAttributes) {
        crate::telemetry::describe_chat!(self, facts);
    }
}

impl From<ChatCompletionChunk> for ChatPiece {
    fn from(chunk: ChatCompletionChunk) -> Self {
        Self {
            id: chunk.id,
            object: None,
            created: chunk.created,
            model: chunk.model,
            system_fingerprint: chunk.system_fingerprint,
            choices: chunk.choices.into_iter().map(Into::into).collect(),
            usage: chunk.usage.map(Box::new),
            prompt_filter_results: chunk.prompt_filter_results,
            extra: Members(chunk.extra.into_iter().collect()),
        }
    }
}

impl From<ChatCompletionChunkChoice> for PieceChoice {
    fn from(choice: ChatCompletionChunkChoice) -> Self {
        Self {
            index: choice.index,
            delta: choice.delta.map(Into::into),
            finish_reason: choice.finish_reason,
            logprobs: choice.logprobs.map(Box::new),
            content_filter_results: choice
                .content_filter_results
                .map(|results| Judgement::Decoded(Box::new(results))),
            content_filter_offsets: choice.content_filter_offsets.map(Box::new),
            extra: choice.extra,
        }
    }
}

impl From<ChatCompletionDelta> for PieceDelta {
    fn from(delta: ChatCompletionDelta) -> Self {
        Self {
            role: delta.role,
            content: delta.content,
            tool_calls: delta.tool_calls,
            extra: delta.extra,
        }
    }
}
