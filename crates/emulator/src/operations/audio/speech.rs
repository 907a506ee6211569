//! `AudioSpeech_Create`.

use std::convert::Infallible;
use std::sync::Arc;

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use http::{StatusCode, header};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;

use super::encode::Format;
use super::voice::Voice;
use crate::call::Call;
use crate::state::State;
use crate::state::deployments::Deployment;
use crate::state::models::Task;
use crate::wire::ServiceError;
use crate::wire::parameters::{self, invalid_value, unsupported_value};

const MODELS: [&str; 3] = ["tts-1", "tts-1-hd", "gpt-4o-mini-tts"];
/// The first six are those of every model.
const VOICES: [&str; 11] = [
    "alloy", "echo", "fable", "onyx", "nova", "shimmer", "ash", "ballad", "coral", "sage", "verse",
];

/// The body as it is sent.
#[derive(Deserialize)]
struct SpeechRequest<'a> {
    model: &'a str,
    input: &'a str,
    voice: &'a str,
    speed: Option<f64>,
    instructions: Option<IgnoredAny>,
    response_format: Option<Format>,
}

pub(crate) async fn speak(_state: &Arc<State>, mut call: Call) -> Result<Response, ServiceError> {
    let deployment = Arc::clone(call.deployment()?);
    let request = call.json().await?;
    let Task::Speech { instructed } = deployment.model.task else {
        return Err(ServiceError::unsupported("speech", deployment.model.name));
    };
    let (format, voice) = read(&request, &deployment, instructed)?;
    // A long text at a quarter of the speed makes fifty megabytes: they are made while they are sent.
    let chunks = stream::iter(format.encode(voice).map(Ok::<_, Infallible>));
    // The document's type, whatever the format is.
    let headers = [(header::CONTENT_TYPE, "application/octet-stream")];
    Ok((StatusCode::OK, headers, Body::from_stream(chunks)).into_response())
}

fn read(request: &Value, deployment: &Deployment, instructed: bool) -> Result<(Format, Voice), ServiceError> {
    let body: SpeechRequest<'_> = parameters::read(request)?;
    // Client libraries send the deployment's name here too.
    if !MODELS.contains(&body.model) && body.model != deployment.name {
        return Err(unsupported_value("model", body.model, &MODELS));
    }
    if body.input.trim().is_empty() {
        return Err(invalid_value("input", "'input' must not be empty."));
    }
    let voices = if instructed { &VOICES[..] } else { &VOICES[..6] };
    let pitch = voices.iter().position(|voice| *voice == body.voice);
    let pitch = pitch.ok_or_else(|| unsupported_value("voice", body.voice, voices))?;
    if body.instructions.is_some() && !instructed {
        let message = "'instructions' is not supported with this model.";
        return Err(ServiceError::invalid_request(
            "unsupported_parameter",
            "instructions",
            message,
        ));
    }
    // The schema's bounds, for when validation is off.
    let speed = body.speed.unwrap_or(1.0).clamp(0.25, 4.0);
    let format = body.response_format.unwrap_or(Format::Mp3);
    Ok((format, Voice::new(body.input, pitch, speed)))
}
