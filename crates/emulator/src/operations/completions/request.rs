//! A text completion request. What the document says of it is checked before.

use serde::Deserialize;
use serde_json::Value;

use crate::generation::input::{GivenInput, Input};
use crate::generation::parameters::Parameters;
use crate::state::models::TextModel;
use crate::wire::ServiceError;
use crate::wire::parameters::{self, Integer, empty_array, integer, not_longer};

const DEFAULT_MAX_TOKENS: i64 = 16;
/// Prompts times `n` or `best_of`.
const MOST_COMPLETIONS: usize = 2_048;

/// The body as it is sent.
#[derive(Deserialize)]
struct Body<'a> {
    #[serde(borrow)]
    prompt: GivenInput<'a>,
    best_of: Option<Integer>,
    max_tokens: Option<Integer>,
    echo: Option<bool>,
    suffix: Option<&'a str>,
    logprobs: Option<Integer>,
}

#[derive(Debug)]
pub(super) struct CompletionRequest<'a> {
    pub(super) prompts: Vec<Input>,
    pub(super) shared: Parameters<'a>,
    /// The number of completions made, of which the first `n` are returned; at least `n`.
    pub(super) best_of: usize,
    pub(super) max_tokens: usize,
    /// The completion starts with the prompt.
    pub(super) echo: bool,
    pub(super) suffix: Option<&'a str>,
    /// The number of alternatives to report for each token, if log probabilities are wanted.
    pub(super) logprobs: Option<usize>,
}

impl<'a> CompletionRequest<'a> {
    pub(super) fn read(sent: &'a Value, model: TextModel) -> Result<Self, ServiceError> {
        let body: Body<'a> = parameters::read(sent)?;
        let count = body.prompt.count();
        if count == 0 {
            return Err(empty_array("prompt"));
        }
        not_longer("prompt", "array", count, MOST_COMPLETIONS)?;
        let shared = Parameters::read(sent)?;
        let best_of = integer("best_of", body.best_of, 1, 128)?.map(|best_of| best_of as usize);
        let max_tokens = integer("max_tokens", body.max_tokens, 0, i64::MAX)?;
        let read = Self {
            best_of: best_of.unwrap_or(shared.n),
            max_tokens: usize::try_from(max_tokens.unwrap_or(DEFAULT_MAX_TOKENS)).unwrap_or(usize::MAX),
            echo: body.echo.unwrap_or(false),
            suffix: body.suffix,
            logprobs: body.logprobs.map(|top| top.within(0, 5)),
            shared,
            prompts: body.prompt.read("prompt", model.vocabulary)?,
        };
        read.check(model)?;
        Ok(read)
    }

    /// Checks the rules between parameters.
    fn check(&self, model: TextModel) -> Result<(), ServiceError> {
        let invalid = |param, message: String| Err(ServiceError::invalid_request("invalid_value", param, message));
        let (n, best_of) = (self.shared.n, self.best_of);
        if best_of < n {
            let message = format!(
                "You requested that the server return more choices than it will generate ('n' is {n}, but \
                                   'best_of' is {best_of}). 'best_of' must be at least 'n'."
            );
            return invalid("best_of", message);
        }
        if self.shared.stream && best_of > n {
            let message = "Results cannot be streamed when 'best_of' is greater than 'n'.";
            return invalid("best_of", message.to_owned());
        }
        if self.echo && self.suffix.is_some_and(|suffix| !suffix.is_empty()) {
            return invalid("echo", "'echo' and 'suffix' cannot be used together.".to_owned());
        }
        let wanted = self.prompts.len().saturating_mul(best_of);
        if wanted > MOST_COMPLETIONS {
            let message = format!(
                "Too many completions: {wanted} were requested, at most {MOST_COMPLETIONS} are made at a time. \
                                   Send fewer prompts, or lower 'n' or 'best_of'."
            );
            return invalid("prompt", message);
        }
        for prompt in &self.prompts {
            let (tokens, completion) = (prompt.tokens, self.max_tokens);
            let requested = tokens.saturating_add(completion);
            if requested > model.context {
                let message = format!(
                    "This model's maximum context length is {} tokens, however you requested {requested} tokens ({tokens} in \
                     your prompt; {completion} for the completion). Please reduce your prompt; or completion length.",
                    model.context
                );
                let code = "context_length_exceeded";
                return Err(ServiceError::invalid_request(code, "prompt", message));
            }
        }
        Ok(())
    }
}
