//! The response with a completion: a whole body or a stream of chunks.

use axum::response::Response;
use http::{HeaderValue, StatusCode};
use serde_json::{Map, Value, json};

use super::completion::{Choice, Completion, Kind};
use super::events;
use super::parameters::Parameters;
use super::stream::Chunks;
use crate::call::TokensUsed;
use crate::spec;
use crate::state::State;
use crate::state::deployments::Deployment;
use crate::wire::{ServiceError, body};

/// Responds with a completion; `ended` is called once it is complete, before the client can see its end. `raw` exempts
/// it from validation, because a script has set what the documents may not allow.
pub(crate) fn respond(
    state: &State,
    deployment: &Deployment,
    completion: Completion,
    parameters: &Parameters<'_>,
    raw: bool,
    ended: impl FnOnce(&Completion) + Send + 'static,
) -> Result<Response, ServiceError> {
    let tokens = TokensUsed(completion.usage.total_tokens as u64);
    let mut response = if parameters.stream {
        let asynchronous_filter = state.config.asynchronous_filter.contains(&deployment.name);
        let chunks = Chunks::new(completion, parameters.include_usage, asynchronous_filter, ended);
        events::response(state, chunks)
    } else {
        let response = body::json(StatusCode::OK, &whole(&completion))?;
        ended(&completion);
        response
    };
    let invoked = HeaderValue::from_static("true");
    response.headers_mut().insert("x-ms-rai-invoked", invoked);
    response.extensions_mut().insert(tokens);
    if raw {
        response.extensions_mut().insert(spec::Scripted);
    }
    Ok(response)
}

fn whole(completion: &Completion) -> Value {
    let describe = |(index, choice): (usize, &Choice)| {
        let logprobs = match &choice.content {
            Some(content) => completion.logprobs(&completion.model.vocabulary.encode(&content.text), choice.offset),
            None => Value::Null,
        };
        let mut described = json!({
            "index": index,
            "finish_reason": choice.ending.reason,
            "logprobs": logprobs,
            "content_filter_results": choice.ending.results(),
        });
        match completion.kind {
            Kind::Chat => described["message"] = message(choice).into(),
            Kind::Text => described["text"] = choice.text().into(),
        }
        described
    };
    let mut body = json!({
        "id": completion.id,
        "object": "text_completion",
        "created": completion.created,
        "model": &*completion.model_id,
        "prompt_filter_results": completion.prompt_results,
        "choices": completion.choices.iter().enumerate().map(describe).collect::<Vec<_>>(),
        "usage": completion.usage,
    });
    if completion.kind == Kind::Chat {
        body["object"] = "chat.completion".into();
        body["system_fingerprint"] = completion.fingerprint().into();
    }
    body
}

/// The message of a chat's choice.
pub(crate) fn message(choice: &Choice) -> Map<String, Value> {
    let content = choice.content.as_ref().map(|content| content.text.as_str());
    let mut message = Map::new();
    message.insert("role".to_owned(), "assistant".into());
    message.insert("content".to_owned(), content.into());
    if !choice.calls.is_empty() {
        let calls = choice.calls.iter().map(|call| {
            let function = json!({"name": call.name, "arguments": call.arguments});
            json!({"id": call.id, "type": "function", "function": function})
        });
        message.insert("tool_calls".to_owned(), calls.collect());
    }
    message
}
