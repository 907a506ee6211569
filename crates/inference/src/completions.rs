//! Text completions: conveniences of responses, and what the chunks of a stream mean together.

mod collector;
mod event;

use azure_openai_core::decode::from_value;
use azure_openai_core::{ResponseAttributes, StreamChunk, StreamProgress, Value};

use crate::chunks::{is_completion, is_finish, observe};
use crate::messages::from_borrowed;
use crate::{CompletionChoice, CompletionPrompt, CompletionStop, CreateCompletionResponse};

pub use collector::CompletionCollector;
pub use event::CompletionEvent;

from_borrowed!(CompletionPrompt, CompletionStop);
from_borrowed!(lists: CompletionPrompt, CompletionStop);

/// This is about the first choice; with several prompts or an `n` of 2 or more the others are in `choices`.
impl CreateCompletionResponse {
    /// Returns the text; empty where the content filter removed it.
    pub fn text(&self) -> &str {
        self.choices
            .iter()
            .min_by_key(|choice| choice.index)
            .and_then(|choice: &CompletionChoice| choice.text.as_deref())
            .unwrap_or_default()
    }
}

impl StreamChunk for CreateCompletionResponse {
    fn is_empty(&self) -> bool {
        let filters = [&self.prompt_filter_results, &self.prompt_annotations];
        self.choices.is_empty() && self.usage.is_none() && filters.iter().all(|results| results.is_empty())
    }

    fn from_response(response: Value) -> Option<Self> {
        is_completion(&response).then(|| from_value(&response).ok()).flatten()
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
            observe(progress, choice.index.unwrap_or_default(), finished);
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
            if let Some(reason) = choice
                .finish_reason
                .as_ref()
                .filter(|reason| is_finish(reason.as_str()))
            {
                attributes.finish_reason(index, reason.as_str());
            }
            attributes.text(index, choice.text.as_deref().unwrap_or_default());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::CompletionPrompt;

    #[test]
    fn borrowed_text_becomes_a_prompt() {
        assert_eq!(CompletionPrompt::from(&"one".to_owned()), CompletionPrompt::from("one"));
    }
}
