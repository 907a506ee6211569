//! What chunks report to the stream and to traces.

use azure_openai_core::{ResponseAttributes, StreamChunk, StreamProgress};

use crate::{ChatCompletionChunk, ChatCompletionFinishReason, CompletionFinishReason, CreateCompletionResponse};

/// A finish reason that is one: some servers send an empty one, or `"null"`, with each chunk.
pub(crate) trait FinishReason: Sized {
    fn name(&self) -> &str;

    fn is_set(&self) -> bool {
        !matches!(self.name().trim(), "" | "null")
    }
}

impl FinishReason for ChatCompletionFinishReason {
    fn name(&self) -> &str {
        self.as_str()
    }
}

impl FinishReason for CompletionFinishReason {
    fn name(&self) -> &str {
        self.as_str()
    }
}

pub(crate) fn finish_reason<R: FinishReason>(reason: Option<&R>) -> Option<&R> {
    reason.filter(|reason| reason.is_set())
}

fn observe(progress: &mut StreamProgress, index: i64, finished: bool) {
    if finished {
        progress.finish(index);
    } else {
        progress.open(index);
    }
}

impl StreamChunk for ChatCompletionChunk {
    fn observe(&self, progress: &mut StreamProgress) {
        for choice in &self.choices {
            let reason = finish_reason(choice.finish_reason.as_ref());
            observe(progress, choice.index, reason.is_some());
        }
    }

    fn describe(&self, attributes: &mut ResponseAttributes) {
        attributes.id(self.id.as_deref().unwrap_or_default());
        attributes.model(self.model.as_deref().unwrap_or_default());
        if let Some(usage) = &self.usage {
            attributes.usage(Some(usage.prompt_tokens), usage.completion_tokens);
        }
        for choice in &self.choices {
            if let Some(reason) = finish_reason(choice.finish_reason.as_ref()) {
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

impl StreamChunk for CreateCompletionResponse {
    fn observe(&self, progress: &mut StreamProgress) {
        for choice in &self.choices {
            let reason = finish_reason(choice.finish_reason.as_ref());
            observe(progress, choice.index.unwrap_or_default(), reason.is_some());
        }
    }

    fn describe(&self, attributes: &mut ResponseAttributes) {
        attributes.id(&self.id);
        attributes.model(&self.model);
        if let Some(usage) = &self.usage {
            attributes.usage(Some(usage.prompt_tokens), usage.completion_tokens);
        }
        for choice in &self.choices {
            let index = choice.index.unwrap_or_default();
            if let Some(reason) = finish_reason(choice.finish_reason.as_ref()) {
                attributes.finish_reason(index, reason.as_str());
            }
            attributes.text(index, choice.text.as_deref().unwrap_or_default());
        }
    }
}
