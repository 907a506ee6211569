//! `ChatCompletions_Create`.

mod messages;
mod reasoning;
mod record;
mod reply;
mod request;
mod strict;
mod tools;

use std::sync::Arc;

use axum::response::Response;
use serde_json::Value;
use uuid::Uuid;

use crate::call::{Call, compute};
use crate::generation::completion::{Choice, Completion, Kind, Usage};
use crate::generation::filter;
use crate::generation::finish::Budget;
use crate::generation::response;
use crate::reply::{ChatContext, Reply};
use crate::state::State;
use crate::state::deployments::Deployment;
use crate::state::models::{Task, TextModel};
use crate::wire::ServiceError;
use request::ChatRequest;
use tools::ToolChoice;

pub(crate) async fn create(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    compute::respond(state, call, respond).await
}

fn respond(state: &Arc<State>, deployment: &Deployment, body: &Value) -> Result<Response, ServiceError> {
    let Task::Chat(model) = deployment.model.task else {
        return Err(ServiceError::unsupported("chatCompletion", deployment.model.name));
    };
    let request = ChatRequest::read(body, model)?;
    let prompt_tokens = request.prompt_tokens(model)?;
    filter::check_prompt(request.texts(), &state.config.blocked_marker)?;

    let context = ChatContext {
        deployment: &deployment.name,
        body,
        prompt: request.prompt(),
    };
    let scripted = state.script.reply(&context);
    let raw = scripted.as_ref().is_some_and(Reply::is_raw);
    let reply = |choice| match &scripted {
        Some(reply) => reply.clone(),
        None => reply::default_reply(&request, &deployment.model_id, choice),
    };
    let (choices, usage) = choices(&request, model, prompt_tokens, &state.config.cut_marker, reply);
    let mut completion = Completion {
        kind: Kind::Chat,
        id: format!("chatcmpl-{}", Uuid::new_v4().simple()),
        created: state.clock.seconds(),
        model,
        model_id: Arc::clone(&deployment.model_id),
        prompt_results: vec![filter::prompt_results(0, request.texts())].into(),
        choices,
        usage,
        logprobs: request.logprobs,
    };
    let record = request.stored.clone().map(|metadata| {
        let slot = state.stored.reserve(completion.created);
        completion.created = slot.created_at;
        (slot, record::begin(body, metadata, deployment, &completion))
    });
    let keeper = Arc::clone(state);
    // A stream that the client breaks off is not stored, for it was not completed.
    let ended = move |completion: &Completion| {
        if let Some((slot, record)) = record {
            let stored = record::complete(record, completion);
            keeper.stored.fill(slot, &completion.id, Arc::new(stored));
        }
    };
    response::respond(state, deployment, completion, &request.shared, raw, ended)
}

/// Makes `n` choices, each from its `reply`.
fn choices(
    request: &ChatRequest<'_>,
    model: TextModel,
    prompt_tokens: usize,
    cut_marker: &str,
    reply: impl Fn(usize) -> Reply,
) -> (Vec<Choice>, Usage) {
    // Without a limit of the caller, the context and the model limit the completion.
    let limit = request
        .max_tokens
        .unwrap_or_else(|| model.output.min(model.context - prompt_tokens));
    // As in the service, a forced tool call ends with `stop`.
    let reason = match request.tool_choice {
        ToolChoice::Function(_) => "stop",
        _ => "tool_calls",
    };
    // The asynchronous filter counts from the start of the prompt.
    let offset = request.texts().map(|text| text.chars().count()).sum();
    let (mut completion_tokens, mut reasoning_tokens) = (0, 0);
    let choices = (0..request.shared.n).map(|index| {
        let mut budget = Budget::new(model.vocabulary, limit);
        reasoning_tokens += budget.think(request.reasoning_tokens);
        let choice = Choice::new(reply(index), &request.shared.stop, cut_marker, &mut budget, reason);
        completion_tokens += budget.spent();
        Choice { offset, ..choice }
    });
    let choices = choices.collect();
    let usage = Usage::new(prompt_tokens, completion_tokens);
    match model.reasoning {
        true => (choices, usage.with_reasoning(reasoning_tokens)),
        false => (choices, usage),
    }
}
