//! A chat completion from its chunks.

use azure_openai_core::decode::from_value;
use azure_openai_core::{ContentFilterResults, Extra, Timestamp};

use super::chat_event::ChatEvent;
use super::filter::{FilterAnnotation, FilterState};
use super::tool_calls::ToolCalls;
use super::{Collector, merge, message_rest};
use crate::chunks::is_finish;
use crate::{
    ChatCompletionChoice, ChatCompletionChunk, ChatCompletionChunkChoice, ChatCompletionDelta,
    ChatCompletionFinishReason, ChatCompletionLogprobs, ChatCompletionMessageRole, ChatCompletionResponseMessage,
    CreateChatCompletionResponse, PromptFilterResult, ServiceTier, Usage,
};

/// Collects the chunks of a stream into a [`CreateChatCompletionResponse`].
///
/// Texts and arguments are joined, of content filter results the worst of each category is kept, and fields that the
/// types do not know are merged: in the message strings are appended and lists extended, elsewhere the last value
/// counts.
///
/// # Tool calls
/// By the specification a call's first part has an index, an ID and the name of the function, and later parts have the
/// index and more of the arguments. Servers deviate, so a part is assigned by these rules, the first that applies:
///
/// 1. An ID that is known means that call.
/// 2. A part with a name begins a call, unless the call of its index goes on with it: that call has no other ID, its
///    arguments are not whole, and the name is the same, or is cut in parts (before any arguments, without ID and
///    type). A name that is repeated together with a drifting index or ID goes on with the call whose arguments have
///    begun.
/// 3. A part without a name belongs to the call of its index, or, where there is none or its arguments are whole, to
///    the call that was added to last. An ID that is new together with a new index begins a call whose name is to come.
/// 4. The same arguments again, after they were whole, are a repetition and dropped; others, with a name, begin a call
///    even where the ID is known.
///
/// So two calls are never run together and no arguments are cut or doubled, as long as a call's arguments are a JSON
/// object.
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
/// assert_eq!(collector.response().text(), "Hello");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct ChatCollector {
    id: Option<String>,
    model: Option<String>,
    created: Option<Timestamp>,
    system_fingerprint: Option<String>,
    service_tier: Option<ServiceTier>,
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
    calls: ToolCalls,
    /// How many tool calls were passed on whole.
    passed_on: usize,
    finish_reason: Option<ChatCompletionFinishReason>,
    filter: FilterState,
    logprobs: Option<Box<ChatCompletionLogprobs>>,
    /// What the message has besides role, content and tool calls.
    rest: ChatCompletionResponseMessage,
    extra: Extra,
}

impl Collector for ChatCollector {
    type Chunk = ChatCompletionChunk;
    type Event = ChatEvent;
    type Response = CreateChatCompletionResponse;

    fn push_with(&mut self, mut chunk: ChatCompletionChunk, mut event: impl FnMut(ChatEvent)) {
        merge::first_text(&mut self.id, chunk.id);
        merge::first_text(&mut self.model, chunk.model);
        merge::first_text(&mut self.system_fingerprint, chunk.system_fingerprint);
        if chunk.service_tier.is_some() {
            self.service_tier = chunk.service_tier;
        }
        if self.created.is_none() {
            self.created = chunk.created.filter(|created| created.unix_seconds() != 0);
        }
        for result in chunk.prompt_filter_results {
            self.prompt_filter_results.push(result.clone());
            event(ChatEvent::PromptFilter(Box::new(result)));
        }
        for choice in &mut chunk.choices {
            self.choice(choice.index).take(choice, &mut event);
        }
        if let Some(usage) = chunk.usage {
            self.usage = Some(usage.clone());
            event(ChatEvent::Usage(Box::new(usage)));
        }
        merge::replace(&mut self.extra, chunk.extra);
    }

    fn finish_with(&mut self, mut event: impl FnMut(ChatEvent)) {
        for choice in &mut self.choices {
            // `[DONE]` without a finish reason, as some servers end.
            if choice.finish_reason.is_none() {
                choice.pass_on_calls(choice.calls.len(), &mut event);
            }
        }
    }

    fn response(&self) -> CreateChatCompletionResponse {
        let mut response = CreateChatCompletionResponse::new();
        response.id = self.id.clone().unwrap_or_default();
        response.model = self.model.clone().unwrap_or_default();
        response.created.clone_from(&self.created);
        response.system_fingerprint.clone_from(&self.system_fingerprint);
        response.service_tier.clone_from(&self.service_tier);
        response.usage.clone_from(&self.usage);
        response.prompt_filter_results.clone_from(&self.prompt_filter_results);
        response.extra.clone_from(&self.extra);
        response.choices = self.choices.iter().map(OpenChoice::to_choice).collect();
        response
    }
}

impl ChatCollector {
    fn choice(&mut self, index: i64) -> &mut OpenChoice {
        let new = || OpenChoice {
            index,
            ..OpenChoice::default()
        };
        merge::at_index(&mut self.choices, index, |choice| Some(choice.index), new)
    }
}

impl OpenChoice {
    /// Takes what the next chunk says of the choice. It is taken out of where it is, since it is large and mostly
    /// unset.
    fn take(&mut self, new: &mut ChatCompletionChunkChoice, event: &mut impl FnMut(ChatEvent)) {
        let choice = self.index;
        if let Some(delta) = &mut new.delta {
            self.delta(delta, event);
        }
        if let Some(logprobs) = new.logprobs.take() {
            let kept = self.logprobs.get_or_insert_default();
            kept.content.extend(logprobs.content.iter().cloned());
            kept.refusal.extend(logprobs.refusal.iter().cloned());
            merge::grow(&mut kept.extra, &logprobs.extra);
            event(ChatEvent::Logprobs { choice, logprobs });
        }
        if let Some(results) = new.content_filter_results.take() {
            self.filter.take(&results);
            let offsets = new.content_filter_offsets.take();
            // Offsets with empty results still say how far the filter has come.
            if offsets.is_some() || results != ContentFilterResults::default() {
                event(ChatEvent::Filter(FilterAnnotation {
                    choice,
                    results,
                    offsets,
                }));
            }
        }
        if let Some(reason) = new.finish_reason.take().filter(|reason| is_finish(reason.as_str())) {
            let cut = matches!(
                reason,
                ChatCompletionFinishReason::Length | ChatCompletionFinishReason::ContentFilter
            );
            self.pass_on_calls(self.calls.len().saturating_sub(usize::from(cut)), event);
            self.finish_reason = Some(reason.clone());
            event(ChatEvent::Finish { choice, reason });
        }
        merge::replace(&mut self.extra, std::mem::take(&mut new.extra));
    }

    fn delta(&mut self, delta: &mut ChatCompletionDelta, event: &mut impl FnMut(ChatEvent)) {
        let choice = self.index;
        if self.role.is_none() {
            self.role = delta.role.take();
        }
        if let Some(text) = delta.content.take() {
            // Content that came as parts is kept there too. (Removing from an empty one would allocate it.)
            if !delta.extra.is_empty() {
                delta.extra.shift_remove("content");
            }
            self.content.get_or_insert_default().push_str(&text);
            if !text.is_empty() {
                event(ChatEvent::Text { choice, text });
            }
        }
        for mut part in std::mem::take(&mut delta.tool_calls) {
            if let Some(function) = &mut part.function
                && function.arguments.is_some()
                && !function.extra.is_empty()
            {
                function.extra.shift_remove("arguments");
            }
            self.calls.push(&part);
            let function = part.function.unwrap_or_default();
            event(ChatEvent::ToolCallPart {
                choice,
                index: part.index,
                id: part.id,
                name: function.name,
                arguments: function.arguments.unwrap_or_default(),
            });
        }
        message_rest::take(&mut self.rest, delta, choice, event);
        if !delta.extra.is_empty() {
            merge::grow(&mut self.rest.extra, &delta.extra);
            if delta.extra.values().any(|value| !value.is_null()) {
                event(ChatEvent::Other {
                    choice,
                    fields: std::mem::take(&mut delta.extra),
                });
            }
        }
    }

    fn pass_on_calls(&mut self, end: usize, event: &mut impl FnMut(ChatEvent)) {
        for call in self.calls.iter().take(end).skip(self.passed_on) {
            event(ChatEvent::ToolCall {
                choice: self.index,
                call: Box::new(call.clone()),
            });
        }
        self.passed_on = self.passed_on.max(end);
    }

    fn to_choice(&self) -> ChatCompletionChoice {
        let mut message = self.rest.clone();
        // A field of whole responses that chunks do not have in the specification.
        if let Some(list) = self.rest.extra.get("annotations")
            && let Ok(annotations) = from_value(list)
        {
            message.annotations = annotations;
            message.extra.shift_remove("annotations");
        }
        message.role.clone_from(&self.role);
        message.tool_calls = self.calls.iter().cloned().collect();
        // The first chunk of a message with tool calls may have empty content; the whole response has none.
        message.content = self
            .content
            .clone()
            .filter(|text| !text.is_empty() || message.tool_calls.is_empty());
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
