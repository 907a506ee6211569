//! `Completions_Create`.

mod request;

use std::cell::Cell;
use std::sync::Arc;

use axum::response::Response;
use serde_json::Value;
use uuid::Uuid;

use crate::call::{Call, compute};
use crate::generation::completion::{Choice, Completion, Kind, Usage};
use crate::generation::filter;
use crate::generation::finish::Budget;
use crate::generation::input::Input;
use crate::generation::response;
use crate::reply::{ChatContext, Reply};
use crate::state::State;
use crate::state::deployments::Deployment;
use crate::state::models::{Task, TextModel};
use crate::wire::ServiceError;
use request::CompletionRequest;

pub(crate) async fn create(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    compute::respond(state, call, respond).await
}

fn respond(state: &Arc<State>, deployment: &Deployment, body: &Value) -> Result<Response, ServiceError> {
    let Task::Completion(model) = deployment.model.task else {
        return Err(ServiceError::unsupported("completion", deployment.model.name));
    };
    let request = CompletionRequest::read(body, model)?;
    let texts = || request.prompts.iter().map(|prompt| prompt.text.as_str());
    filter::check_prompt(texts(), &state.config.blocked_marker)?;

    let raw = Cell::new(false);
    let reply = |prompt: &Input, choice| {
        let context = ChatContext {
            deployment: &deployment.name,
            body,
            prompt: &prompt.text,
        };
        let scripted = state.script.reply(&context);
        raw.set(raw.get() || scripted.as_ref().is_some_and(Reply::is_raw));
        scripted.unwrap_or_else(|| default_reply(&request, &deployment.model_id, &prompt.text, choice))
    };
    let (choices, usage) = choices(&request, model, &state.config.cut_marker, reply);
    let prompt_results = texts().enumerate();
    let completion = Completion {
        kind: Kind::Text,
        id: format!("cmpl-{}", Uuid::new_v4().simple()),
        created: state.clock.seconds(),
        model,
        model_id: Arc::clone(&deployment.model_id),
        prompt_results: prompt_results
            .map(|(index, text)| filter::prompt_results(index, [text]))
            .collect(),
        choices,
        usage,
        logprobs: request.logprobs,
    };
    response::respond(state, deployment, completion, &request.shared, raw.get(), |_| {})
}

/// Makes `best_of` completions of each prompt, and keeps the first `n`: all are as likely, and all are counted. The
/// first choices are the first prompt's, then come the second's.
fn choices(
    request: &CompletionRequest<'_>,
    model: TextModel,
    cut_marker: &str,
    reply: impl Fn(&Input, usize) -> Reply,
) -> (Vec<Choice>, Usage) {
    let (mut prompt_tokens, mut completion_tokens) = (0, 0);
    let mut choices = Vec::with_capacity(request.prompts.len() * request.shared.n);
    for prompt in &request.prompts {
        prompt_tokens += prompt.tokens;
        for index in 0..request.best_of {
            let mut budget = Budget::new(model.vocabulary, request.max_tokens);
            let mut reply = reply(prompt, index);
            reply.content.get_or_insert_default();
            reply.tool_calls.clear();
            let choice = Choice::new(reply, &request.shared.stop, cut_marker, &mut budget, "stop");
            completion_tokens += budget.spent();
            if index < request.shared.n {
                choices.push(match request.echo {
                    true => echoing(choice, &prompt.text),
                    false => Choice {
                        offset: prompt.text.chars().count(),
                        ..choice
                    },
                });
            }
        }
    }
    (choices, Usage::new(prompt_tokens, completion_tokens))
}

/// The choice with the prompt before its text, as one chunk.
fn echoing(mut choice: Choice, prompt: &str) -> Choice {
    if let Some(content) = choice.content.as_mut().filter(|_| !prompt.is_empty()) {
        content.text.insert_str(0, prompt);
        content.ends = content.ends.take().map(|ends| {
            let shifted = ends.into_iter().map(|end| end + prompt.len());
            std::iter::once(prompt.len()).chain(shifted).collect()
        });
    }
    choice
}

/// Starts a paragraph of its own, and repeats the prompt before all else: by default there are only 16 tokens.
fn default_reply(request: &CompletionRequest<'_>, model: &str, prompt: &str, choice: usize) -> Reply {
    let variant = if choice == 0 {
        String::new()
    } else {
        format!("[choice {choice}] ")
    };
    let suffix = match request.suffix {
        Some(suffix) if !suffix.is_empty() => format!(" (before: {suffix})"),
        _ => String::new(),
    };
    Reply::text(format!("\n\n{variant}You wrote: {prompt}{suffix} (emulated {model})"))
}
