//! What chunks report to the stream and to traces.

use azure_openai_core::decode::from_value;
use azure_openai_core::{ResponseAttributes, StreamChunk, StreamProgress, Value};

use crate::ChatCompletionChunk;

/// Whether a finish reason is one: some servers send an empty one, or `"null"`, with each chunk.
pub(crate) fn is_finish(reason: &str) -> bool {
    !matches!(reason.trim(), "" | "null")
}

pub(crate) fn observe(progress: &mut StreamProgress, index: i64, finished: bool) {
    if finished {
        progress.finish(index);
    } else {
        progress.open(index);
    }
}

/// Whether JSON is a completion: it has choices, even if there are none.
pub(crate) fn is_completion(response: &Value) -> bool {
    response
        .get("choices")
        .is_some_and(|choices| choices.is_array() || choices.is_object())
}

/// Turns a whole response into a chunk with all of it.
fn to_chunk(response: &mut Value) {
    let choices = match &mut response["choices"] {
        Value::Array(choices) => choices.as_mut_slice(),
        choice => std::slice::from_mut(choice),
    };
    for choice in choices.iter_mut().filter_map(Value::as_object_mut) {
        let Some(mut message) = choice.remove("message") else {
            continue;
        };
        if let Some(Value::Array(calls)) = message.get_mut("tool_calls") {
            for (call, place) in calls.iter_mut().filter_map(Value::as_object_mut).zip(0_u64..) {
                call.insert("index".to_owned(), place.into());
            }
        }
        choice.insert("delta".to_owned(), message);
    }
}

impl StreamChunk for ChatCompletionChunk {
    fn is_empty(&self) -> bool {
        self.choices.is_empty() && self.usage.is_none() && self.prompt_filter_results.is_empty()
    }

    fn from_response(mut response: Value) -> Option<Self> {
        if !is_completion(&response) {
            return None;
        }
        to_chunk(&mut response);
        from_value(&response).ok()
    }

    fn observe(&self, progress: &mut StreamProgress) {
        if self.usage.is_some() {
            progress.usage();
        }
        for choice in &self.choices {
            let finished = choice
                .finish_reason
                .as_ref()
                .is_some_and(|reason| is_finish(reason.as_str()));
            observe(progress, choice.index, finished);
        }
    }

    fn describe(&self, attributes: &mut ResponseAttributes) {
        attributes.id(self.id.as_deref().unwrap_or_default());
        attributes.model(self.model.as_deref().unwrap_or_default());
        if let Some(usage) = &self.usage {
            attributes.usage(Some(usage.prompt_tokens), usage.completion_tokens);
        }
        for choice in &self.choices {
            if let Some(reason) = choice
                .finish_reason
                .as_ref()
                .filter(|reason| is_finish(reason.as_str()))
            {
                attributes.finish_reason(choice.index, reason.as_str());
            }
            let Some(delta) = choice.delta.as_ref().filter(|_| attributes.captures_content()) else {
                continue;
            };
            attributes.text(choice.index, delta.content.as_deref().unwrap_or_default());
            for call in &delta.tool_calls {
                let function = call.function.as_ref();
                attributes.tool_call(
                    choice.index,
                    call.index,
                    call.id.as_deref(),
                    function.and_then(|function| function.name.as_deref()),
                    function.and_then(|function| function.arguments.as_deref()),
                );
            }
        }
    }
}
