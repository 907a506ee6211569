//! When a stream is complete: a stream that ends without `[DONE]` before every choice has its finish reason was
//! cut off.

use azure_openai_core::{StreamChunk, StreamProgress};

use crate::{ChatCompletionChunk, CreateCompletionResponse};

impl StreamChunk for ChatCompletionChunk {
    fn observe(&self, progress: &mut StreamProgress) {
        for choice in &self.choices {
            observe(progress, choice.index, choice.finish_reason.is_some());
        }
    }

    fn describe(&self, facts: &mut azure_openai_core::AnswerFacts) {
        crate::telemetry::chat(self, facts);
    }
}

impl StreamChunk for CreateCompletionResponse {
    fn observe(&self, progress: &mut StreamProgress) {
        for choice in &self.choices {
            observe(
                progress,
                choice.index.unwrap_or_default(),
                choice.finish_reason.is_some(),
            );
        }
    }

    fn describe(&self, facts: &mut azure_openai_core::AnswerFacts) {
        crate::telemetry::completion(self, facts);
    }
}

fn observe(progress: &mut StreamProgress, index: i64, finished: bool) {
    if finished {
        progress.finish(index);
    } else {
        progress.open(index);
    }
}
