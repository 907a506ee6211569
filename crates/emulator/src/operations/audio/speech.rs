//! `AudioSpeech_Create`.

use std::convert::Infallible;
use std::sync::Arc;

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use http::{StatusCode, header};
use serde_json::Value;

use super::encode::Format;
use super::voice::Voice;
use crate::call::Call;
use crate::state::State;
use crate::state::deployments::Deployment;
use crate::state::models::Task;
use crate::wire::ServiceError;
use crate::wire::parameters::{Object, unsupported_value};

/// Characters.
const MAX_INPUT: usize = 4096;
const MODELS: [&str; 2] = ["tts-1", "tts-1-hd"];
const VOICES: [&str; 6] = ["alloy", "echo", "fable", "onyx", "nova", "shimmer"];
/// The document's four, and two that later versions add.
const FORMATS: [&str; 6] = ["mp3", "opus", "aac", "flac", "wav", "pcm"];

pub(crate) async fn speak(_state: &Arc<State>, mut call: Call) -> Result<Response, ServiceError> {
    let deployment = Arc::clone(call.deployment()?);
    let request = call.json().await?;
    if !matches!(deployment.model.task, Task::Speech) {
        return Err(ServiceError::unsupported("speech", deployment.model.name));
    }
    let (format, voice) = read(&request, &deployment)?;
    // A long text at a quarter of the speed makes fifty megabytes: they are made while they are sent.
    let pieces = stream::iter(format.encode(voice).map(Ok::<_, Infallible>));
    // The document's type, whatever the format is.
    let headers = [(header::CONTENT_TYPE, "application/octet-stream")];
    Ok((StatusCode::OK, headers, Body::from_stream(pieces)).into_response())
}

fn read(request: &Value, deployment: &Deployment) -> Result<(Format, Voice), ServiceError> {
    let request = Object::new("", request)?;
    let model = request.required("model", request.text("model")?)?;
    // Client libraries send the deployment's name here too.
    if !MODELS.contains(&model) && model != deployment.name {
        return Err(unsupported_value("model", model, &MODELS));
    }
    let input = request.required("input", request.text("input")?)?;
    let length = input.chars().count();
    if input.trim().is_empty() {
        return Err(ServiceError::invalid_request(
            "invalid_value",
            "input",
            "'input' must not be empty.",
        ));
    }
    if length > MAX_INPUT {
        let message = format!(
            "Invalid 'input': string too long. Expected a string with maximum length {MAX_INPUT}, but got a string with \
             length {length} instead."
        );
        return Err(ServiceError::invalid_request(
            "string_above_max_length",
            "input",
            message,
        ));
    }
    let name = request.required("voice", request.choice("voice", &VOICES)?)?;
    let speed = request.number("speed", 0.25, 4.0)?.unwrap_or(1.0);
    let format = match request.choice("response_format", &FORMATS)? {
        None | Some("mp3") => Format::Mp3,
        Some("opus") => Format::Opus,
        Some("aac") => Format::Aac,
        Some("flac") => Format::Flac,
        Some("wav") => Format::Wav,
        Some(_) => Format::Pcm,
    };
    let pitch = VOICES.iter().position(|voice| *voice == name).unwrap_or(0);
    Ok((format, Voice::new(input, pitch, speed)))
}
