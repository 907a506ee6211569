//! `ChatCompletions_Create`.

mod chunk;
mod completion;
mod messages;
mod reasoning;
mod record;
mod reply;
mod request;
mod stream;
mod strict;
mod tools;
mod whole;

use std::sync::Arc;

use axum::response::Response;
use http::StatusCode;
use serde_json::Value;

use crate::call::Call;
use crate::call::compute::compute;
use crate::generation::chunks::Options;
use crate::generation::model::{self, TextModel};
use crate::generation::{events, filter};
use crate::reply::ChatContext;
use crate::state::State;
use crate::state::deployments::Deployment;
use crate::state::models::Task;
use crate::state::table::Slot;
use crate::wire::ServiceError;
use crate::wire::body;
use completion::Completion;
use record::Record;
use request::ChatRequest;

pub(crate) async fn create(state: &Arc<State>, mut call: Call) -> Result<Response, ServiceError> {
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
        reasoning,
    } = deployment.model.task
    else {
        return Err(ServiceError::unsupported("chatCompletion", deployment.model.name));
    };
    let model = TextModel {
        id: deployment.model.id,
        vocabulary,
        context,
        output,
        reasoning,
    };
    let request = ChatRequest::read(body, model)?;
    let prompt_tokens = request.prompt_tokens(model)?;
    filter::check_prompt(request.texts(), &state.blocked_marker)?;

    let call = ChatContext {
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
    let mut completion = completion::complete(&request, model, prompt_tokens, created, marker, reply);
    let usage = completion.usage;
    let record = request.stored.clone().map(|metadata| {
        let record = Record::new(body, metadata, deployment, &completion);
        let slot = state.stored.reserve(created);
        completion.created = slot.created_at;
        (slot, record)
    });
    let response = if request.stream {
        respond_in_chunks(state, deployment, &request, completion, record)
    } else {
        let response = body::json(StatusCode::OK, &whole::body(&completion))?;
        if let Some((slot, record)) = record {
            let stored = record.complete(&completion);
            state.stored.fill(slot, &completion.id, Arc::new(stored));
        }
        response
    };
    let raw = scripted.is_some_and(|reply| reply.is_raw());
    Ok(model::complete(response, usage, raw))
}

fn respond_in_chunks(
    state: &Arc<State>,
    deployment: &Deployment,
    request: &ChatRequest<'_>,
    completion: Completion,
    record: Option<(Slot, Record)>,
) -> Response {
    let options = Options {
        include_usage: request.include_usage,
        asynchronous_filter: state.chat.asynchronous_filter.contains(&deployment.name),
    };
    let prompt_length = request.texts().map(|text| text.chars().count()).sum();
    let keeper = Arc::clone(state);
    // A stream that the client breaks off is not stored, for it was not completed.
    let ended = move |completion: &Completion| {
        if let Some((slot, record)) = record {
            let stored = record.complete(completion);
            keeper.stored.fill(slot, &completion.id, Arc::new(stored));
        }
    };
    let events = stream::events(completion, options, prompt_length, ended);
    events::response(state, events)
}
