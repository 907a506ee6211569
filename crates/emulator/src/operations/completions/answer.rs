//! From replies to what is answered, streamed or not.

use serde_json::Value;
use uuid::Uuid;

use super::request::{CompletionRequest, Prompt};
use crate::operations::generation::finish::{self, Budget};
use crate::operations::generation::pieces::Text;
use crate::operations::generation::{TextModel, Usage, filter};
use crate::reply::Reply;

/// Everything that is answered.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) id: String,
    /// In seconds since 1970.
    pub(super) created: i64,
    pub(super) model: TextModel,
    pub(super) prompt_results: Value,
    /// The first prompt's choices, then the second's.
    pub(super) choices: Vec<Choice>,
    pub(super) usage: Usage,
    /// How many guesses at each token to tell, if any.
    pub(super) logprobs: Option<usize>,
}

#[derive(Debug)]
pub(super) struct Choice {
    pub(super) text: Text,
    /// Bytes of the text that are the prompt, repeated.
    pub(super) echoed: usize,
    /// Characters of the prompt.
    pub(super) prompt_length: usize,
    pub(super) finish_reason: String,
    /// What the filter says of what it let pass.
    pub(super) passed: Value,
    /// What it says if it cut the choice.
    pub(super) cut: Option<Value>,
}

/// Makes `best_of` completions of each prompt, and keeps the first `n`: all are as likely, and all are counted.
pub(super) fn answer(
    request: &CompletionRequest<'_>,
    model: TextModel,
    created: i64,
    cut_marker: &str,
    reply: impl Fn(&Prompt, usize) -> Reply,
) -> Answer {
    let (mut prompt_tokens, mut completion_tokens) = (0, 0);
    let mut choices = Vec::with_capacity(request.prompts.len() * request.n);
    for prompt in &request.prompts {
        prompt_tokens += prompt.tokens;
        for index in 0..request.best_of {
            let mut budget = Budget::new(model, request.max_tokens);
            let choice = choice(
                request,
                prompt,
                reply(prompt, index),
                cut_marker,
                &mut budget,
            );
            completion_tokens += budget.spent();
            if index < request.n {
                choices.push(choice);
            }
        }
    }
    let prompts = request.prompts.iter().enumerate();
    let prompt_results = prompts
        .map(|(index, prompt)| filter::prompt_results(index, [prompt.text.as_str()]))
        .collect::<Vec<_>>();
    Answer {
        id: format!("cmpl-{}", Uuid::new_v4().simple()),
        created,
        model,
        prompt_results: prompt_results.into(),
        choices,
        usage: Usage::new(prompt_tokens, completion_tokens),
        logprobs: request.logprobs,
    }
}

fn choice(
    request: &CompletionRequest<'_>,
    prompt: &Prompt,
    reply: Reply,
    cut_marker: &str,
    budget: &mut Budget,
) -> Choice {
    let content = reply.content.unwrap_or_default();
    let ended = finish::end(content, &request.stop, cut_marker, budget);
    let passed = filter::completion_results(&ended.text.text, &reply.filter_results);
    let category = match reply.cut {
        Some(category) if !budget.cut => Some(category),
        _ if ended.by_filter => Some("hate".to_owned()),
        _ => None,
    };
    let finish_reason = match reply.finish_reason {
        _ if category.is_some() => "content_filter".to_owned(),
        Some(reason) => reason,
        None if budget.cut => "length".to_owned(),
        None => "stop".to_owned(),
    };
    let mut text = ended.text;
    let echoed = if request.echo { prompt.text.len() } else { 0 };
    if request.echo {
        text.text.insert_str(0, &prompt.text);
        // The prompt comes first, as one chunk.
        text.ends = text.ends.map(|ends| {
            let shifted = ends.into_iter().map(|end| end + echoed);
            std::iter::once(echoed).chain(shifted).collect()
        });
    }
    Choice {
        text,
        echoed,
        prompt_length: prompt.text.chars().count(),
        finish_reason,
        cut: category.map(|category| filter::cut_results(&passed, &category)),
        passed,
    }
}
