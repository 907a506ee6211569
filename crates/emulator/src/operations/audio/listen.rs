//! `AudioTranscriptions_Create` and `AudioTranslations_Create`.

use std::sync::Arc;

use axum::response::Response;
use http::StatusCode;

use super::gpt;
use super::inspect::{AudioFile, InvalidAudio, inspect};
use super::request::{AudioRequest, Format};
use super::transcript::Transcript;
use crate::call::Call;
use crate::call::form::Form;
use crate::state::State;
use crate::state::models::{Task, Transcriber};
use crate::wire::parameters::{self, invalid_value};
use crate::wire::{ServiceError, body};

/// The largest audio file, in bytes.
const MAX_FILE: u64 = 25 * 1024 * 1024;
/// Language codes, and the names in responses.
const LANGUAGES: [(&str, &str); 24] = [
    ("ar", "arabic"),
    ("cs", "czech"),
    ("da", "danish"),
    ("de", "german"),
    ("el", "greek"),
    ("en", "english"),
    ("es", "spanish"),
    ("fi", "finnish"),
    ("fr", "french"),
    ("he", "hebrew"),
    ("hi", "hindi"),
    ("it", "italian"),
    ("ja", "japanese"),
    ("ko", "korean"),
    ("nl", "dutch"),
    ("no", "norwegian"),
    ("pl", "polish"),
    ("pt", "portuguese"),
    ("ru", "russian"),
    ("sv", "swedish"),
    ("th", "thai"),
    ("tr", "turkish"),
    ("uk", "ukrainian"),
    ("zh", "chinese"),
];

pub(crate) async fn transcribe(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    listen(state, call, false).await
}

pub(crate) async fn translate(state: &Arc<State>, call: Call) -> Result<Response, ServiceError> {
    listen(state, call, true).await
}

async fn listen(state: &Arc<State>, mut call: Call, translate: bool) -> Result<Response, ServiceError> {
    let deployment = Arc::clone(call.deployment()?);
    let transcriber = match deployment.model.task {
        Task::Transcription(transcriber) if !translate || transcriber == Transcriber::Whisper => transcriber,
        _ => {
            let operation = if translate {
                "audioTranslations"
            } else {
                "audioTranscriptions"
            };
            return Err(ServiceError::unsupported(operation, deployment.model.name));
        }
    };
    let mut form = Form::read(state, &mut call, &["file"], MAX_FILE).await?;
    let request: AudioRequest = parameters::read(&form.json)?;
    request.check(transcriber, deployment.model.name, translate)?;
    let language = match &request.language {
        Some(code) if !translate => language(code)?,
        // Translations are English, and English is the default.
        _ => "english".to_owned(),
    };
    let file = form.take("file")?;
    let inspected = tokio::task::spawn_blocking(move || inspect(&file.content.path)).await;
    // An audio file that makes the decoder panic is corrupt.
    let broken = |_| Err(InvalidAudio::Corrupt("it cannot be read".to_owned()));
    let audio = inspected.unwrap_or_else(broken).map_err(|why| match why {
        InvalidAudio::Storage(error) => ServiceError::internal(error.to_string()),
        why => ServiceError::invalid_request("invalid_value", "file", why.to_string()),
    })?;
    match transcriber {
        Transcriber::Whisper => respond(&request, &language, audio, translate),
        _ => gpt::respond(state, &request, transcriber, audio),
    }
}

fn respond(
    request: &AudioRequest,
    language: &str,
    audio: AudioFile,
    translate: bool,
) -> Result<Response, ServiceError> {
    let mut text = audio.heard();
    if translate {
        text = format!("Translated into English: {text}");
    }
    let transcript = Transcript::new(&text, audio.duration, request.temperature.unwrap_or(0.0));
    match request.response_format {
        Format::Text => body::text(format!("{text}\n")),
        Format::Srt => body::text(transcript.srt()),
        Format::Vtt => body::text(transcript.vtt()),
        Format::VerboseJson => {
            let task = if translate { "translate" } else { "transcribe" };
            let mut whole = transcript.verbose(task, language);
            let (words, segments) = request.granularities();
            if segments || translate {
                whole["segments"] = transcript.segments();
            }
            if words && !translate {
                whole["words"] = transcript.words();
            }
            body::json(StatusCode::OK, &whole)
        }
        _ => body::json(StatusCode::OK, &serde_json::json!({ "text": text })),
    }
}

/// The name of a language, from its ISO 639-1 code or the name itself.
fn language(code: &str) -> Result<String, ServiceError> {
    let code = code.to_ascii_lowercase();
    let known = LANGUAGES.iter().find(|(short, name)| code == *short || code == *name);
    match known {
        Some((_, name)) => Ok((*name).to_owned()),
        // Other codes are returned as they are.
        None if matches!(code.len(), 2 | 3) && code.bytes().all(|byte| byte.is_ascii_lowercase()) => Ok(code),
        None => Err(invalid_value(
            "language",
            format!("Invalid language '{code}'. Language parameter must be specified in ISO-639-1 format."),
        )),
    }
}
