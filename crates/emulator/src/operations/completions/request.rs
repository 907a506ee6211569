//! A text completion request, checked.

use serde_json::Value;

use crate::generation::model::TextModel;
use crate::generation::parameters::{check_sampling, read_stop, read_stream_options};
use crate::wire::ServiceError;
use crate::wire::parameters::{Object, wrong_type};

const DEFAULT_MAX_TOKENS: i64 = 16;
/// Prompts times `n` or `best_of`.
const MOST_COMPLETIONS: usize = 2_048;

#[derive(Debug)]
pub(super) struct CompletionRequest<'a> {
    pub(super) prompts: Vec<Prompt>,
    pub(super) n: usize,
    /// How many are made, of which the first `n` are told; at least `n`.
    pub(super) best_of: usize,
    pub(super) max_tokens: usize,
    pub(super) stop: Vec<&'a str>,
    /// The completion starts with the prompt.
    pub(super) echo: bool,
    pub(super) suffix: Option<&'a str>,
    /// How many guesses at each token to tell, if any.
    pub(super) logprobs: Option<usize>,
    pub(super) stream: bool,
    pub(super) include_usage: bool,
}

#[derive(Debug)]
pub(super) struct Prompt {
    pub(super) text: String,
    pub(super) tokens: usize,
}

impl<'a> CompletionRequest<'a> {
    pub(super) fn read(body: &'a Value, model: TextModel) -> Result<Self, ServiceError> {
        let request = Object::new("", body)?;
        let prompts = read_prompts(&request, model)?;
        check_sampling(&request)?;
        let stream = request.boolean("stream")?.unwrap_or(false);
        let n = request.integer("n", 1, 128)?.unwrap_or(1) as usize;
        let best_of = request.integer("best_of", 1, 128)?.map(|best_of| best_of as usize);
        let max_tokens = request.integer("max_tokens", 0, i64::MAX)?;
        let read = Self {
            n,
            best_of: best_of.unwrap_or(n),
            max_tokens: usize::try_from(max_tokens.unwrap_or(DEFAULT_MAX_TOKENS)).unwrap_or(usize::MAX),
            stop: read_stop(&request)?,
            echo: request.boolean("echo")?.unwrap_or(false),
            suffix: request.text("suffix")?,
            // Within 0 and 5.
            logprobs: request.integer("logprobs", 0, 5)?.map(|top| top as usize),
            include_usage: read_stream_options(&request, stream)?,
            stream,
            prompts,
        };
        read.check(model)?;
        Ok(read)
    }

    /// What no parameter says alone.
    fn check(&self, model: TextModel) -> Result<(), ServiceError> {
        let invalid = |param, message: String| Err(ServiceError::invalid_request("invalid_value", param, message));
        let (n, best_of) = (self.n, self.best_of);
        if best_of < n {
            let message = format!(
                "You requested that the server return more choices than it will generate ('n' is {n}, but \
                                   'best_of' is {best_of}). 'best_of' must be at least 'n'."
            );
            return invalid("best_of", message);
        }
        if self.stream && best_of > n {
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

/// A text, a list of texts, a list of tokens, or a list of lists of tokens.
fn read_prompts(request: &Object<'_>, model: TextModel) -> Result<Vec<Prompt>, ServiceError> {
    let items = match request.required("prompt", request.get("prompt"))? {
        Value::String(text) => return Ok(vec![from_text(text, model)]),
        Value::Array(items) => items,
        other => return Err(wrong_type("prompt", "a string or an array", other)),
    };
    match items.first() {
        None => {
            let message = "Invalid 'prompt': empty array. Expected an array with minimum length 1, but got an empty array instead.";
            return Err(ServiceError::invalid_request("empty_array", "prompt", message));
        }
        Some(Value::Number(_)) => return Ok(vec![from_tokens(items, "prompt", model)?]),
        Some(_) => {}
    }
    if items.len() > MOST_COMPLETIONS {
        let got = items.len();
        let message = format!(
            "Invalid 'prompt': array too long. Expected an array with maximum length {MOST_COMPLETIONS}, but \
                               got an array with length {got} instead."
        );
        let code = "array_above_max_length";
        return Err(ServiceError::invalid_request(code, "prompt", message));
    }
    let read = |(index, item): (usize, &Value)| {
        let path = format!("prompt[{index}]");
        match (&items[0], item) {
            (Value::String(_), Value::String(text)) => Ok(from_text(text, model)),
            (Value::Array(_), Value::Array(tokens)) => from_tokens(tokens, &path, model),
            (Value::String(_), other) => Err(wrong_type(&path, "a string", other)),
            (Value::Array(_), other) => Err(wrong_type(&path, "an array of tokens", other)),
            (_, other) => Err(wrong_type(&path, "a string or an array of tokens", other)),
        }
    };
    items.iter().enumerate().map(read).collect()
}

fn from_text(text: &str, model: TextModel) -> Prompt {
    Prompt {
        text: text.to_owned(),
        tokens: model.vocabulary.count(text),
    }
}

fn from_tokens(tokens: &[Value], path: &str, model: TextModel) -> Result<Prompt, ServiceError> {
    let number = |(index, token): (usize, &Value)| {
        let number = token.as_u64().and_then(|token| u32::try_from(token).ok());
        number.ok_or_else(|| wrong_type(&format!("{path}[{index}]"), "a token", token))
    };
    let numbers = tokens.iter().enumerate().map(number);
    let numbers = numbers.collect::<Result<Vec<u32>, _>>()?;
    let text = model.vocabulary.decode(&numbers).map_err(|unknown| {
        let message = format!("Token {unknown} in '{path}' does not exist in this model's vocabulary.");
        ServiceError::invalid_request("invalid_value", path, message)
    })?;
    Ok(Prompt {
        text,
        tokens: numbers.len(),
    })
}
