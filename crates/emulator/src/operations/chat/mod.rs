//! `ChatCompletions_Create`.

mod answer;
mod filter;
mod messages;
mod reply;
mod request;
mod tools;

use std::sync::Arc;

use axum::response::Response;
use http::StatusCode;
use serde_json::Value;

use crate::operations::{Call, TokensUsed, compute};
use crate::reply::ChatCall;
use crate::state::State;
use crate::state::deployments::Deployment;
use crate::state::models::Task;
use crate::tokens::Vocabulary;
use crate::wire::ServiceError;
use crate::wire::body;
use request::ChatRequest;

/// The deployed model, as far as a chat needs it.
#[derive(Clone, Copy)]
struct ChatModel {
    id: &'static str,
    vocabulary: Vocabulary,
    /// Tokens of prompt and completion together.
    context: usize,
    /// Tokens of a completion.
    output: usize,
}

pub(super) async fn create(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    let deployment = Arc::clone(call.deployment()?);
    let request = body::read_json(call.body).await?;
    let state = Arc::clone(state);
    compute(move || complete(&state, &deployment, &request)).await
}

fn complete(
    state: &State,
    deployment: &Deployment,
    body: &Value,
) -> Result<Response, ServiceError> {
    let Task::Chat {
        vocabulary,
        context,
        output,
    } = deployment.model.task
    else {
        return Err(ServiceError::unsupported(
            "chatCompletion",
            deployment.model.name,
        ));
    };
    let model = ChatModel {
        id: deployment.model.id,
        vocabulary,
        context,
        output,
    };
    let request = ChatRequest::read(body, model)?;
    if request.stream {
        return Err(ServiceError::not_implemented(
            "Streaming chat completions (stream: true) is not emulated yet",
        ));
    }
    let prompt_tokens = request.prompt_tokens(model)?;
    filter::check_prompt(&request, &state.blocked_marker)?;

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
    let (answer, tokens) =
        answer::answer(&request, model, prompt_tokens, state.clock.seconds(), reply);
    let mut response = body::json(StatusCode::OK, &answer)?;
    response
        .headers_mut()
        .insert("x-ms-rai-invoked", http::HeaderValue::from_static("true"));
    response.extensions_mut().insert(TokensUsed(tokens as u64));
    Ok(response)
}
