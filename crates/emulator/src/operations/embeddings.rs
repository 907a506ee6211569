//! `Embeddings_Create`.

use std::sync::Arc;

use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::StatusCode;
use serde::Serialize;
use serde_json::Value;

use crate::call::compute::compute;
use crate::call::{Call, TokensUsed};
use crate::state::deployments::Deployment;
use crate::state::models::Task;
use crate::text::vector;
use crate::tokens::Vocabulary;
use crate::wire::ServiceError;
use crate::wire::body;
use crate::wire::parameters::{Object, wrong_type};

const MAX_INPUTS: usize = 2048;
/// Tokens in one input.
const MAX_TOKENS: usize = 8192;
const VOCABULARY: Vocabulary = Vocabulary::Cl100k;

#[derive(Serialize)]
struct Answer {
    object: &'static str,
    data: Vec<Embedding>,
    model: &'static str,
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

/// A text and how many tokens it has.
struct Input {
    text: String,
    tokens: usize,
}

pub(crate) async fn create(mut call: Call) -> Result<Response, ServiceError> {
    let deployment = Arc::clone(call.deployment()?);
    let request = call.json().await?;
    compute(move || answer(&deployment, &request)).await
}

fn answer(deployment: &Deployment, request: &Value) -> Result<Response, ServiceError> {
    let model = deployment.model;
    let Task::Embedding {
        dimensions: full,
        shortens,
    } = model.task
    else {
        return Err(ServiceError::unsupported("embeddings", model.name));
    };
    let request = Object::new("", request)?;
    let inputs = inputs(&request)?;
    let base64 = request.choice("encoding_format", &["float", "base64"])? == Some("base64");
    let length = dimensions(&request, full, shortens)?;
    request.text("user")?;
    request.text("input_type")?;

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
    let answer = Answer {
        object: "list",
        data: data.collect(),
        model: model.id,
        usage,
    };
    let mut response = body::json(StatusCode::OK, &answer)?;
    response.extensions_mut().insert(TokensUsed(tokens as u64));
    Ok(response)
}

fn dimensions(request: &Object<'_>, full: usize, shortens: bool) -> Result<usize, ServiceError> {
    let Some(asked) = request.integer("dimensions", 1, full as i64)? else {
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

/// A text, a list of texts, a list of tokens, or a list of lists of tokens.
fn inputs(request: &Object<'_>) -> Result<Vec<Input>, ServiceError> {
    let input = request.required("input", request.get("input"))?;
    let items = match input {
        Value::String(text) => return Ok(vec![read_text(text, "input")?]),
        Value::Array(items) => items,
        other => return Err(wrong_type("input", "a string or an array", other)),
    };
    match items.first() {
        None => return Err(invalid("input", "'input' cannot be an empty array.")),
        Some(Value::Number(_)) => return Ok(vec![read_tokens(items, "input")?]),
        Some(_) => {}
    }
    if items.len() > MAX_INPUTS {
        let message = format!(
            "Too many inputs. The max number of inputs is {MAX_INPUTS}, but {} were sent.",
            items.len()
        );
        return Err(invalid("input", message));
    }
    let read = |(index, item): (usize, &Value)| {
        let path = format!("input[{index}]");
        match (&items[0], item) {
            (Value::String(_), Value::String(text)) => read_text(text, &path),
            (Value::Array(_), Value::Array(tokens)) => read_tokens(tokens, &path),
            (Value::String(_), other) => Err(wrong_type(&path, "a string", other)),
            (Value::Array(_), other) => Err(wrong_type(&path, "an array of tokens", other)),
            (_, other) => Err(wrong_type(&path, "a string or an array of tokens", other)),
        }
    };
    items.iter().enumerate().map(read).collect()
}

fn read_text(text: &str, path: &str) -> Result<Input, ServiceError> {
    if text.is_empty() {
        return Err(invalid(path, format!("'{path}' cannot be an empty string.")));
    }
    checked(text.to_owned(), VOCABULARY.count(text), path)
}

fn read_tokens(tokens: &[Value], path: &str) -> Result<Input, ServiceError> {
    if tokens.is_empty() {
        return Err(invalid(path, format!("'{path}' cannot be an empty array.")));
    }
    let number = |(index, token): (usize, &Value)| {
        let token_of = token.as_u64().and_then(|token| u32::try_from(token).ok());
        token_of.ok_or_else(|| wrong_type(&format!("{path}[{index}]"), "a token", token))
    };
    let numbers = tokens.iter().enumerate().map(number).collect::<Result<Vec<u32>, _>>()?;
    let unknown = |token: u32| {
        invalid(
            path,
            format!("Token {token} in '{path}' does not exist in this model's vocabulary."),
        )
    };
    checked(VOCABULARY.decode(&numbers).map_err(unknown)?, numbers.len(), path)
}

fn checked(text: String, tokens: usize, path: &str) -> Result<Input, ServiceError> {
    if tokens > MAX_TOKENS {
        let message = format!(
            "This model's maximum context length is {MAX_TOKENS} tokens, however you requested {tokens} tokens ({tokens} in \
             your prompt; 0 for the completion). Please reduce your prompt; or completion length."
        );
        return Err(ServiceError::invalid_request("context_length_exceeded", path, message));
    }
    Ok(Input { text, tokens })
}

fn invalid(path: &str, message: impl Into<String>) -> ServiceError {
    ServiceError::invalid_request("invalid_value", path, message)
}
