//! What a streamed message has besides its text and tool calls.

use super::chat_event::ChatEvent;
use super::merge;
use crate::{
    ChatCompletionAudio, ChatCompletionContext, ChatCompletionDelta, ChatCompletionFunctionCall,
    ChatCompletionResponseMessage,
};

/// Takes these parts of a delta, with an event for each.
pub(super) fn take(
    kept: &mut ChatCompletionResponseMessage,
    delta: &mut ChatCompletionDelta,
    choice: i64,
    event: &mut impl FnMut(ChatEvent),
) {
    if let Some(text) = delta.refusal.take().filter(|text| !text.is_empty()) {
        merge::append(&mut kept.refusal, Some(&text));
        event(ChatEvent::Refusal { choice, text });
    }
    if let Some(text) = delta.reasoning_content.take().filter(|text| !text.is_empty()) {
        merge::append(&mut kept.reasoning_content, Some(&text));
        event(ChatEvent::Reasoning { choice, text });
    }
    if let Some(part) = delta.audio.take() {
        audio(kept.audio.get_or_insert_default(), &part);
        event(ChatEvent::Audio { choice, audio: part });
    }
    if let Some(part) = delta.context.take() {
        context(kept.context.get_or_insert_default(), &part);
        event(ChatEvent::Context { choice, context: part });
    }
    if let Some(part) = delta.function_call.take() {
        function_call(kept.function_call.get_or_insert_default(), &part);
        event(ChatEvent::FunctionCallPart { choice, call: part });
    }
}

fn audio(kept: &mut ChatCompletionAudio, part: &ChatCompletionAudio) {
    merge::first_text(&mut kept.id, part.id.clone());
    if part.expires_at.is_some() {
        kept.expires_at.clone_from(&part.expires_at);
    }
    merge::append(&mut kept.data, part.data.as_deref());
    merge::append(&mut kept.transcript, part.transcript.as_deref());
    merge::grow(&mut kept.extra, &part.extra);
}

fn context(kept: &mut ChatCompletionContext, part: &ChatCompletionContext) {
    kept.citations.extend(part.citations.iter().cloned());
    let documents = &mut kept.all_retrieved_documents;
    documents.extend(part.all_retrieved_documents.iter().cloned());
    if part.intent.is_some() {
        kept.intent.clone_from(&part.intent);
    }
    merge::grow(&mut kept.extra, &part.extra);
}

fn function_call(kept: &mut ChatCompletionFunctionCall, part: &ChatCompletionFunctionCall) {
    merge::first_text(&mut kept.name, part.name.clone());
    merge::append(&mut kept.arguments, part.arguments.as_deref());
    merge::grow(&mut kept.extra, &part.extra);
}
