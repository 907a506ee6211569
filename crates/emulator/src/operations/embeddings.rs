//! `Embeddings_Create`.

use std::sync::Arc;

use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::call::{Call, TokensUsed, compute};
use crate::generation::input::{GivenInput, Input};
use crate::state::State;
use crate::state::deployments::Deployment;
use crate::state::models::Task;
use crate::text::vector;
use crate::tokens::Vocabulary;
use crate::wire::ServiceError;
use crate::wire::body;
use crate::wire::parameters::{self, Integer, integer, invalid_value};

const MAX_INPUTS: usize = 2048;
/// Tokens in one input.
const MAX_TOKENS: usize = 8192;
const VOCABULARY: Vocabulary = Vocabulary::Cl100k;

#[derive(Serialize)]
struct EmbeddingList {
    object: &'static str,
    data: Vec<Embedding>,
    model: String,
    usage: Usage,
}

#[derive(Serialize)]
struct Embedding {
    object: &'static str,
    index: usize,
    embedding: Coordinates,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Coordinates {
    Floats(Vec<f32>),
    /// Little-endian, one after the other.
    Base64(String),
}

#[derive(Serialize)]
struct Usage {
    prompt_tokens: usize,
    total_tokens: usize,
}

/// The body as it is sent.
#[derive(Deserialize)]
struct Body<'a> {
    #[serde(borrow)]
    input: GivenInput<'a>,
    encoding_format: Option<&'a str>,
    dimensions: Option<Integer>,
}

pub(crate) async fn create(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    compute::respond(state, call, |_, deployment, request| embed(deployment, request)).await
}

fn embed(deployment: &Deployment, request: &Value) -> Result<Response, ServiceError> {
    let model = deployment.model;
    let Task::Embedding {
        dimensions: full,
        shortens,
    } = model.task
    else {
        return Err(ServiceError::unsupported("embeddings", model.name));
    };
    let body: Body<'_> = parameters::read(request)?;
    let inputs = inputs(&body.input)?;
    let base64 = body.encoding_format == Some("base64");
    let length = dimensions(body.dimensions, full, shortens)?;

    let tokens = inputs.iter().map(|input| input.tokens).sum();
    let data = inputs.iter().enumerate().map(|(index, input)| {
        let vector = vector::embed(&input.text, full, length);
        let embedding = match base64 {
            true => {
                let bytes: Vec<u8> = vector.iter().flat_map(|value| value.to_le_bytes()).collect();
                Coordinates::Base64(STANDARD.encode(bytes))
            }
            false => Coordinates::Floats(vector),
        };
        Embedding {
            object: "embedding",
            index,
            embedding,
        }
    });
    let usage = Usage {
        prompt_tokens: tokens,
        total_tokens: tokens,
    };
    let list = EmbeddingList {
        object: "list",
        data: data.collect(),
        model: deployment.model_id.to_string(),
        usage,
    };
    let mut response = body::json(StatusCode::OK, &list)?;
    response.extensions_mut().insert(TokensUsed(tokens as u64));
    Ok(response)
}

fn dimensions(asked: Option<Integer>, full: usize, shortens: bool) -> Result<usize, ServiceError> {
    let Some(asked) = integer("dimensions", asked, 1, full as i64)? else {
        return Ok(full);
    };
    if !shortens {
        let message = "This model does not support specifying dimensions.";
        return Err(ServiceError::invalid_request(
            "unsupported_parameter",
            "dimensions",
            message,
        ));
    }
    // Within 1 and `full`.
    Ok(asked as usize)
}

fn inputs(input: &GivenInput<'_>) -> Result<Vec<Input>, ServiceError> {
    let count = input.count();
    if count > MAX_INPUTS {
        let message = format!("Too many inputs. The max number of inputs is {MAX_INPUTS}, but {count} were sent.");
        return Err(invalid_value("input", message));
    }
    let inputs = input.read("input", VOCABULARY)?;
    for Input { path, text, tokens } in &inputs {
        if text.is_empty() {
            return Err(invalid_value(path, format!("'{path}' cannot be empty.")));
        }
        if *tokens > MAX_TOKENS {
            let message = format!(
                "This model's maximum context length is {MAX_TOKENS} tokens, however you requested {tokens} tokens \
                 ({tokens} in your prompt; 0 for the completion). Please reduce your prompt; or completion length."
            );
            return Err(ServiceError::invalid_request("context_length_exceeded", path, message));
        }
    }
    Ok(inputs)
}
