//! Sums of token usage.

use std::ops::AddAssign;

use crate::{CompletionTokensDetails, PromptTokensDetails, Usage};

/// Adds the tokens of another request.
impl AddAssign<&Usage> for Usage {
    fn add_assign(&mut self, other: &Usage) {
        self.prompt_tokens += other.prompt_tokens;
        self.total_tokens += other.total_tokens;
        if let Some(tokens) = other.completion_tokens {
            *self.completion_tokens.get_or_insert_default() += tokens;
        }
        if let Some(details) = &other.prompt_tokens_details {
            *self.prompt_tokens_details.get_or_insert_default() += details;
        }
        if let Some(details) = &other.completion_tokens_details {
            *self.completion_tokens_details.get_or_insert_default() += details;
        }
    }
}

impl AddAssign<&Self> for PromptTokensDetails {
    fn add_assign(&mut self, other: &Self) {
        add(&mut self.cached_tokens, other.cached_tokens);
        add(&mut self.audio_tokens, other.audio_tokens);
    }
}

impl AddAssign<&Self> for CompletionTokensDetails {
    fn add_assign(&mut self, other: &Self) {
        add(&mut self.reasoning_tokens, other.reasoning_tokens);
        add(&mut self.audio_tokens, other.audio_tokens);
        add(&mut self.accepted_prediction_tokens, other.accepted_prediction_tokens);
        add(&mut self.rejected_prediction_tokens, other.rejected_prediction_tokens);
    }
}

fn add(kept: &mut Option<i64>, new: Option<i64>) {
    if let Some(new) = new {
        *kept.get_or_insert_default() += new;
    }
}
