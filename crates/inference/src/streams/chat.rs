//! A chat completion from its chunks.

use azure_openai_core::{Extra, Timestamp};

use super::event::{ChatEvent, FilterAnnotation};
use super::judged::Judged;
use super::piece::{ChatPiece, PieceChoice, PieceDelta};
use super::{Collector, merge};
use crate::{
    ChatCompletionChoice, ChatCompletionChunk, ChatCompletionFinishReason, ChatCompletionLogprobs,
    ChatCompletionMessageRole, ChatCompletionResponseMessage, ChatCompletionToolCall, ChatCompletionToolCallDelta,
    ChatCompletionToolCallFunction, CreateChatCompletionResponse, PromptFilterResult, Usage,
};

/// Makes a [`CreateChatCompletionResponse`] of the chunks of a stream.
///
/// Texts and arguments are joined, of the filter's judgements the worst of each category is kept, and members that the
/// types do not know are kept as well as can be: in the message texts grow and lists get longer, elsewhere the last one
/// counts. Tool calls are told apart by their index, and by their ID where a server sends none.
///
/// ```
/// use azure_openai_inference::{ChatCollector, ChatCompletionChunk, Collector};
///
/// let mut collector = ChatCollector::default();
/// for json in [
///     r#"{"choices":[{"index":0,"delta":{"role":"assistant","content":"Hel"},"finish_reason":null}]}"#,
///     r#"{"choices":[{"index":0,"delta":{"content":"lo"},"finish_reason":"stop"}]}"#,
/// ] {
///     let chunk: ChatCompletionChunk = serde_json::from_str(json)?;
///     collector.push(chunk);
/// }
/// assert_eq!(collector.answer().text(), "Hello");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct ChatCollector {
    id: Option<String>,
    model: Option<String>,
    created: Option<Timestamp>,
    system_fingerprint: Option<String>,
    usage: Option<Usage>,
    prompt_filter_results: Vec<PromptFilterResult>,
    choices: Vec<OpenChoice>,
    extra: Extra,
}

#[derive(Clone, Debug, Default)]
struct OpenChoice {
    index: i64,
    role: Option<ChatCompletionMessageRole>,
    content: Option<String>,
    calls: Vec<OpenCall>,
    /// How many of the calls have been told whole.
    told: usize,
    finish_reason: Option<ChatCompletionFinishReason>,
    filter: Judged,
    logprobs: Option<ChatCompletionLogprobs>,
    message_extra: Extra,
    extra: Extra,
}

#[derive(Clone, Debug)]
struct OpenCall {
    /// As the service counts them.
    index: i64,
    call: ChatCompletionToolCall,
}

impl Collector for ChatCollector {
    type Chunk = ChatCompletionChunk;
    type Piece = ChatPiece;
    type Event = ChatEvent;
    type Response = CreateChatCompletionResponse;

    fn push_with(&mut self, chunk: impl Into<ChatPiece>, mut event: impl FnMut(ChatEvent)) {
        let chunk = chunk.into();
        merge::first_text(&mut self.id, chunk.id);
        merge::first_text(&mut self.model, chunk.model);
        merge::first_text(&mut self.system_fingerprint, chunk.system_fingerprint);
        if self.created.is_none() {
            self.created = chunk.created.filter(|created| created.unix_seconds() != 0);
        }
        for result in chunk.prompt_filter_results {
            self.prompt_filter_results.push(result.clone());
            event(ChatEvent::PromptFilter(Box::new(result)));
        }
        for choice in chunk.choices {
            self.choice(choice.index).take(choice, &mut event);
        }
        if let Some(usage) = chunk.usage {
            self.usage = Some((*usage).clone());
            event(ChatEvent::Usage(usage));
        }
        merge::replace(&mut self.extra, chunk.extra);
    }

    fn finish_with(&mut self, mut event: impl FnMut(ChatEvent)) {
        for choice in &mut self.choices {
            // A `[DONE]` without a finish reason, as some servers end.
            if choice.finish_reason.is_none() {
                choice.tell_calls(choice.calls.len(), &mut event);
            }
        }
    }

    fn answer(&self) -> CreateChatCompletionResponse {
        let mut answer = CreateChatCompletionResponse::new();
        answer.id = self.id.clone().unwrap_or_default();
        answer.model = self.model.clone().unwrap_or_default();
        answer.created.clone_from(&self.created);
        answer.system_fingerprint.clone_from(&self.system_fingerprint);
        answer.usage.clone_from(&self.usage);
        answer.prompt_filter_results.clone_from(&self.prompt_filter_results);
        answer.extra.clone_from(&self.extra);
        answer.choices = self.choices.iter().map(OpenChoice::answer).collect();
        answer.choices.sort_by_key(|choice| choice.index);
        answer
    }
}

impl ChatCollector {
    fn choice(&mut self, index: i64) -> &mut OpenChoice {
        let place = self
            .choices
            .iter()
            .position(|choice| choice.index == index)
            .unwrap_or_else(|| {
                self.choices.push(OpenChoice {
                    index,
                    ..OpenChoice::default()
                });
                self.choices.len() - 1
            });
        &mut self.choices[place]
    }
}

impl OpenChoice {
    fn take(&mut self, new: PieceChoice, event: &mut impl FnMut(ChatEvent)) {
        let choice = self.index;
        if let Some(delta) = new.delta {
            self.delta(delta, event);
        }
        if let Some(logprobs) = new.logprobs {
            let kept = self.logprobs.get_or_insert_default();
            kept.content.extend(logprobs.content.iter().cloned());
            merge::grow(&mut kept.extra, &logprobs.extra);
            event(ChatEvent::Logprobs { choice, logprobs });
        }
        if let Some(judgement) = new.content_filter_results {
            let found = self.filter.take(judgement, &mut self.extra);
            let offsets = new.content_filter_offsets;
            // Offsets without a finding still say how far the filter has come.
            if found.is_some() || offsets.is_some() {
                event(ChatEvent::Filter(FilterAnnotation {
                    choice,
                    results: found.unwrap_or_default(),
                    offsets,
                }));
            }
        }
        if let Some(reason) = new.finish_reason {
            let cut = matches!(
                reason,
                ChatCompletionFinishReason::Length | ChatCompletionFinishReason::ContentFilter
            );
            self.tell_calls(self.calls.len().saturating_sub(usize::from(cut)), event);
            self.finish_reason = Some(reason.clone());
            event(ChatEvent::Finish { choice, reason });
        }
        merge::replace(&mut self.extra, new.extra);
    }

    fn delta(&mut self, delta: PieceDelta, event: &mut impl FnMut(ChatEvent)) {
        let choice = self.index;
        if self.role.is_none() {
            self.role = delta.role;
        }
        if let Some(text) = delta.content {
            self.content.get_or_insert_default().push_str(&text);
            if !text.is_empty() {
                event(ChatEvent::Text { choice, text });
            }
        }
        for part in delta.tool_calls {
            self.call_part(&part);
            let function = part.function.unwrap_or_default();
            event(ChatEvent::ToolCallPart {
                choice,
                index: part.index,
                id: part.id,
                name: function.name,
                arguments: function.arguments.unwrap_or_default(),
            });
        }
        if !delta.extra.is_empty() {
            merge::grow(&mut self.message_extra, &delta.extra);
            if delta.extra.values().any(|value| !value.is_null()) {
                event(ChatEvent::Other {
                    choice,
                    members: delta.extra,
                });
            }
        }
    }

    fn call_part(&mut self, part: &ChatCompletionToolCallDelta) {
        let id = part.id.as_deref().filter(|id| !id.is_empty());
        // The last of this index, unless the ID says that another has begun: a server that leaves the index out sends
        // every call as number 0.
        let place = self
            .calls
            .iter()
            .rposition(|open| open.index == part.index)
            .filter(|place| {
                let known = &self.calls[*place].call.id;
                known.is_empty() || id.is_none_or(|id| id == known)
            })
            .unwrap_or_else(|| {
                let function = ChatCompletionToolCallFunction::new("", "");
                self.calls.push(OpenCall {
                    index: part.index,
                    call: ChatCompletionToolCall::new("", function),
                });
                self.calls.len() - 1
            });
        let call = &mut self.calls[place].call;
        if let Some(id) = id {
            call.id = id.to_owned();
        }
        if let Some(kind) = part.type_.as_deref().filter(|kind| !kind.is_empty()) {
            call.type_ = kind.to_owned();
        }
        if let Some(function) = &part.function {
            // The name comes once, but some servers repeat it with each piece.
            if let Some(name) = &function.name
                && *name != call.function.name
            {
                call.function.name.push_str(name);
            }
            if let Some(arguments) = &function.arguments {
                call.function.arguments.push_str(arguments);
            }
            merge::grow(&mut call.function.extra, &function.extra);
        }
        merge::grow(&mut call.extra, &part.extra);
    }

    fn tell_calls(&mut self, end: usize, event: &mut impl FnMut(ChatEvent)) {
        while self.told < end {
            event(ChatEvent::ToolCall {
                choice: self.index,
                call: Box::new(self.calls[self.told].call.clone()),
            });
            self.told += 1;
        }
    }

    fn answer(&self) -> ChatCompletionChoice {
        let mut message = ChatCompletionResponseMessage::new();
        message.role.clone_from(&self.role);
        // The first chunk of a message that calls tools may have an empty text; unstreamed it has none.
        message.content = self
            .content
            .clone()
            .filter(|text| !text.is_empty() || self.calls.is_empty());
        message.tool_calls = self.calls.iter().map(|open| open.call.clone()).collect();
        message.extra.clone_from(&self.message_extra);
        let mut choice = ChatCompletionChoice::new();
        choice.index = self.index;
        choice.message = message;
        choice.finish_reason.clone_from(&self.finish_reason);
        choice.content_filter_results.clone_from(&self.filter.worst);
        choice.logprobs.clone_from(&self.logprobs);
        choice.extra.clone_from(&self.extra);
        choice
    }
}
