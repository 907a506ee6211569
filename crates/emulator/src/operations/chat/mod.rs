//! `ChatCompletions_Create`.

mod answer;
mod chunk;
mod messages;
mod record;
mod reply;
mod request;
mod stream;
mod tools;
mod whole;

use std::sync::Arc;

use axum::response::Response;
use http::StatusCode;
use serde_json::Value;

use crate::operations::generation::chunks::Options;
use crate::operations::generation::{self, TextModel, events, filter};
use crate::operations::{Call, compute};
use crate::reply::ChatCall;
use crate::state::State;
use crate::state::deployments::Deployment;
use crate::state::models::Task;
use crate::state::table::Slot;
use crate::wire::ServiceError;
use crate::wire::body;
use answer::Answer;
use record::Record;
use request::ChatRequest;

pub(super) async fn create(state: &Arc<State>, mut call: Call) -> Result<Response, ServiceError> {
    let deployment = Arc::clone(call.deployment()?);
    let request = call.json().await?;
    let state = Arc::clone(state);
    compute(move || complete(&state, &deployment, &request)).await
}

fn complete(state: &Arc<State>, deployment: &Deployment, body: &Value) -> Result<Response, ServiceError> {
    let Task::Chat {
        vocabulary,
        context,
        output,
    } = deployment.model.task
    else {
        return Err(ServiceError::unsupported("chatCompletion", deployment.model.name));
    };
    let model = TextModel {
        id: deployment.model.id,
        vocabulary,
        context,
        output,
    };
    let request = ChatRequest::read(body, model)?;
    let prompt_tokens = request.prompt_tokens(model)?;
    filter::check_prompt(request.texts(), &state.blocked_marker)?;

    let call = ChatCall {
        deployment: &deployment.name,
        body,
        prompt: request.prompt(),
    };
    let scripted = state.script.reply(&call);
    let reply = |choice| match &scripted {
        Some(reply) => reply.clone(),
        None => reply::default_reply(&request, model, choice),
    };
    let marker = &state.chat.cut_marker;
    let created = state.clock.seconds();
    let mut answer = answer::answer(&request, model, prompt_tokens, created, marker, reply);
    let usage = answer.usage;
    let record = request.stored.clone().map(|metadata| {
        let record = Record::new(body, metadata, deployment, &answer);
        let slot = state.stored.reserve(created);
        answer.created = slot.created_at;
        (slot, record)
    });
    let response = if request.stream {
        respond_in_chunks(state, deployment, &request, answer, record)
    } else {
        let response = body::json(StatusCode::OK, &whole::body(&answer))?;
        if let Some((slot, record)) = record {
            let stored = record.complete(&answer);
            state.stored.fill(slot, &answer.id, Arc::new(stored));
        }
        response
    };
    let raw = scripted.is_some_and(|reply| reply.is_raw());
    Ok(generation::complete(response, usage, raw))
}

fn respond_in_chunks(
    state: &Arc<State>,
    deployment: &Deployment,
    request: &ChatRequest<'_>,
    answer: Answer,
    record: Option<(Slot, Record)>,
) -> Response {
    let options = Options {
        include_usage: request.include_usage,
        asynchronous_filter: state.chat.asynchronous_filter.contains(&deployment.name),
    };
    let prompt_length = request.texts().map(|text| text.chars().count()).sum();
    let keeper = Arc::clone(state);
    // A stream that the client breaks off is not stored, for it was not completed.
    let ended = move |answer: &Answer| {
        if let Some((slot, record)) = record {
            let stored = record.complete(answer);
            keeper.stored.fill(slot, &answer.id, Arc::new(stored));
        }
    };
    let events = stream::events(answer, options, prompt_length, ended);
    events::response(state, events)
}
