//! What streamed answers tell of themselves, for traces.

use azure_openai_core::ResponseAttributes;

use crate::CreateCompletionResponse;

/// What a chunk of a chat says; for the chunk's own type and for the leaner one that streams of events read.
macro_rules! describe_chat {
    ($chunk:expr, $facts:expr) => {{
        let (chunk, facts) = ($chunk, $facts);
        facts.id(chunk.id.as_deref().unwrap_or_default());
        facts.model(chunk.model.as_deref().unwrap_or_default());
        if let Some(usage) = &chunk.usage {
            facts.usage(Some(usage.prompt_tokens), usage.completion_tokens);
        }
        for choice in &chunk.choices {
            if let Some(reason) = &choice.finish_reason {
                facts.finish_reason(choice.index, reason.as_str());
            }
            let Some(delta) = choice.delta.as_ref().filter(|_| facts.captures_content()) else {
                continue;
            };
            facts.text(choice.index, delta.content.as_deref().unwrap_or_default());
            for call in &delta.tool_calls {
                let function = call.function.as_ref();
                facts.tool_call(
                    choice.index,
                    call.index,
                    call.id.as_deref(),
                    function.and_then(|function| function.name.as_deref()),
                    function.and_then(|function| function.arguments.as_deref()),
                );
            }
        }
    }};
}
pub(crate) use describe_chat;

pub(crate) fn completion(chunk: &CreateCompletionResponse, facts: &mut ResponseAttributes) {
    facts.id(&chunk.id);
    facts.model(&chunk.model);
    if let Some(usage) = &chunk.usage {
        facts.usage(Some(usage.prompt_tokens), usage.completion_tokens);
    }
    for choice in &chunk.choices {
        let index = choice.index.unwrap_or_default();
        if let Some(reason) = &choice.finish_reason {
            facts.finish_reason(index, reason.as_str());
        }
        facts.text(index, choice.text.as_deref().unwrap_or_default());
    }
}
