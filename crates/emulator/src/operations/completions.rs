//! `Completions_Create`.

mod completion;
mod request;
mod stream;
mod whole;

use std::cell::Cell;
use std::sync::Arc;

use axum::response::Response;
use http::StatusCode;
use serde_json::Value;

use crate::call::Call;
use crate::call::compute::compute;
use crate::generation::chunks::Options;
use crate::generation::input::Input;
use crate::generation::model::{self, TextModel};
use crate::generation::{events, filter};
use crate::reply::{ChatContext, Reply};
use crate::state::State;
use crate::state::deployments::Deployment;
use crate::state::models::Task;
use crate::tokens::Vocabulary;
use crate::wire::ServiceError;
use crate::wire::body;
use request::CompletionRequest;

/// Tokens of prompt and completion together, of the only model there is for this.
const CONTEXT: usize = 4_097;

pub(crate) async fn create(state: &Arc<State>, mut call: Call) -> Result<Response, ServiceError> {
    let deployment = Arc::clone(call.deployment()?);
    let request = call.json().await?;
    let state = Arc::clone(state);
    compute(move || complete(&state, &deployment, &request)).await
}

fn complete(state: &State, deployment: &Deployment, body: &Value) -> Result<Response, ServiceError> {
    let Task::Completion = deployment.model.task else {
        return Err(ServiceError::unsupported("completion", deployment.model.name));
    };
    let model = TextModel {
        id: deployment.model.id,
        vocabulary: Vocabulary::Cl100k,
        context: CONTEXT,
        output: CONTEXT,
        reasoning: false,
    };
    let request = CompletionRequest::read(body, model)?;
    let texts = request.prompts.iter().map(|prompt| prompt.text.as_str());
    filter::check_prompt(texts, &state.blocked_marker)?;

    let raw = Cell::new(false);
    let reply = |prompt: &Input, choice| {
        let call = ChatContext {
            deployment: &deployment.name,
            body,
            prompt: &prompt.text,
        };
        let scripted = state.script.reply(&call);
        raw.set(raw.get() || scripted.as_ref().is_some_and(Reply::is_raw));
        scripted.unwrap_or_else(|| default_reply(&request, model, &prompt.text, choice))
    };
    let created = state.clock.seconds();
    let completion = completion::complete(&request, model, created, &state.chat.cut_marker, reply);
    let usage = completion.usage;
    let response = if request.stream {
        let options = Options {
            include_usage: request.include_usage,
            asynchronous_filter: state.chat.asynchronous_filter.contains(&deployment.name),
        };
        events::response(state, stream::events(completion, options))
    } else {
        body::json(StatusCode::OK, &whole::body(&completion))?
    };
    Ok(model::complete(response, usage, raw.get()))
}

/// Starts a paragraph of its own, and repeats the prompt before all else: by default there are only 16 tokens.
fn default_reply(request: &CompletionRequest<'_>, model: TextModel, prompt: &str, choice: usize) -> Reply {
    let variant = if choice == 0 {
        String::new()
    } else {
        format!("[choice {choice}] ")
    };
    let suffix = match request.suffix {
        Some(suffix) if !suffix.is_empty() => format!(" (before: {suffix})"),
        _ => String::new(),
    };
    Reply::text(format!(
        "\n\n{variant}You wrote: {prompt}{suffix} (emulated {})",
        model.id
    ))
}
