//! Sums of token usage.

use std::ops::AddAssign;

use crate::Usage;

/// Adds the tokens of another request.
impl AddAssign<&Usage> for Usage {
    fn add_assign(&mut self, other: &Usage) {
        self.prompt_tokens += other.prompt_tokens;
        self.total_tokens += other.total_tokens;
        if let Some(tokens) = other.completion_tokens {
            *self.completion_tokens.get_or_insert_default() += tokens;
        }
    }
}
