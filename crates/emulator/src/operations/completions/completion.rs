//! Makes a completion of replies.

use uuid::Uuid;

use super::request::CompletionRequest;
use crate::generation::completion::{self, Ending};
use crate::generation::filter;
use crate::generation::finish::{self, Budget};
use crate::generation::input::Input;
use crate::generation::model::{TextModel, Usage};
use crate::generation::text_parts::Text;
use crate::reply::Reply;

/// Its choices are the first prompt's, then the second's.
pub(super) type Completion = completion::Completion<Choice>;

#[derive(Debug)]
pub(super) struct Choice {
    pub(super) text: Text,
    /// Bytes of the text that are the prompt, repeated.
    pub(super) echoed: usize,
    /// Characters of the prompt.
    pub(super) prompt_length: usize,
    pub(super) ending: Ending,
}

/// Makes `best_of` completions of each prompt, and keeps the first `n`: all are as likely, and all are counted.
pub(super) fn complete(
    request: &CompletionRequest<'_>,
    model: TextModel,
    created: i64,
    cut_marker: &str,
    reply: impl Fn(&Input, usize) -> Reply,
) -> Completion {
    let (mut prompt_tokens, mut completion_tokens) = (0, 0);
    let mut choices = Vec::with_capacity(request.prompts.len() * request.n);
    for prompt in &request.prompts {
        prompt_tokens += prompt.tokens;
        for index in 0..request.best_of {
            let mut budget = Budget::new(model, request.max_tokens);
            let choice = choice(request, prompt, reply(prompt, index), cut_marker, &mut budget);
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
    Completion {
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
    prompt: &Input,
    reply: Reply,
    cut_marker: &str,
    budget: &mut Budget,
) -> Choice {
    let content = reply.content.unwrap_or_default();
    let ended = finish::end(content, &request.stop, cut_marker, budget);
    let passed = filter::completion_results(&ended.text.text, &reply.filter_results);
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
        ending: Ending::new(passed, reply.cut, ended.by_filter, reply.finish_reason, budget, "stop"),
    }
}
