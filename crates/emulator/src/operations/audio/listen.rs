//! `AudioTranscriptions_Create` and `AudioTranslations_Create`.

use std::sync::Arc;

use axum::response::Response;
use http::StatusCode;

use super::gpt;
use super::inspect::{AudioFile, InvalidAudio, inspect};
use super::transcript::Transcript;
use crate::call::Call;
use crate::call::form::Form;
use crate::state::State;
use crate::state::models::{Task, Transcriber};
use crate::wire::parameters::{invalid_value, unsupported_value};
use crate::wire::{ServiceError, body};

/// The largest audio file, in bytes.
const MAX_FILE: u64 = 25 * 1024 * 1024;
const FORMATS: [&str; 6] = ["json", "text", "srt", "verbose_json", "vtt", "diarized_json"];
const GRANULARITIES: [&str; 2] = ["segment", "word"];
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

/// The fields of the form.
struct Parameters {
    format: String,
    language: String,
    temperature: f64,
    words: bool,
    /// No segments, where only words are asked for.
    segments: bool,
    /// What only the GPT-4o models take.
    gpt: gpt::Parameters,
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
    let mut parameters = Parameters::read(&form, translate)?;
    parameters.gpt = gpt::Parameters::read(&form, transcriber, deployment.model.name, &parameters.format)?;
    let file = form.take("file")?;
    let inspected = tokio::task::spawn_blocking(move || inspect(&file.content.path)).await;
    // An audio file that makes the decoder panic is corrupt.
    let broken = |_| Err(InvalidAudio::Corrupt("it cannot be read".to_owned()));
    let audio = inspected.unwrap_or_else(broken).map_err(|why| match why {
        InvalidAudio::Storage(error) => ServiceError::internal(error.to_string()),
        why => ServiceError::invalid_request("invalid_value", "file", why.to_string()),
    })?;
    match transcriber {
        Transcriber::Whisper => respond(&parameters, audio, translate),
        _ => gpt::respond(state, &parameters.gpt, &parameters.format, audio),
    }
}

fn respond(parameters: &Parameters, audio: AudioFile, translate: bool) -> Result<Response, ServiceError> {
    let mut text = audio.heard();
    if translate {
        text = format!("Translated into English: {text}");
    }
    let transcript = Transcript::new(&text, audio.duration, parameters.temperature);
    match parameters.format.as_str() {
        "text" => body::text(format!("{text}\n")),
        "srt" => body::text(transcript.srt()),
        "vtt" => body::text(transcript.vtt()),
        "verbose_json" => {
            let task = if translate { "translate" } else { "transcribe" };
            let mut whole = transcript.verbose(task, &parameters.language);
            if parameters.segments {
                whole["segments"] = transcript.segments();
            }
            if parameters.words {
                whole["words"] = transcript.words();
            }
            body::json(StatusCode::OK, &whole)
        }
        _ => body::json(StatusCode::OK, &serde_json::json!({ "text": text })),
    }
}

impl Parameters {
    fn read(form: &Form, translate: bool) -> Result<Self, ServiceError> {
        let format = form.text("response_format").unwrap_or("json");
        if !FORMATS.contains(&format) {
            return Err(unsupported_value("response_format", format, &FORMATS));
        }
        let temperature = match form.text("temperature") {
            None => 0.0,
            Some(text) => {
                let number = text.trim().parse().ok();
                number.filter(|number| (0.0..=1.0).contains(number)).ok_or_else(|| {
                    invalid_value(
                        "temperature",
                        format!("Invalid 'temperature': expected a decimal from 0 to 1, but got '{text}' instead."),
                    )
                })?
            }
        };
        let granularities = match translate {
            true => Vec::new(),
            false => form.list("timestamp_granularities"),
        };
        for granularity in &granularities {
            if !GRANULARITIES.contains(granularity) {
                return Err(unsupported_value(
                    "timestamp_granularities",
                    granularity,
                    &GRANULARITIES,
                ));
            }
        }
        if !granularities.is_empty() && format != "verbose_json" {
            let message = "'timestamp_granularities' needs the 'response_format' 'verbose_json'.";
            return Err(invalid_value("timestamp_granularities", message));
        }
        let words = granularities.contains(&"word");
        Ok(Self {
            format: format.to_owned(),
            language: match form.text("language") {
                Some(code) if !translate => language(code)?,
                // Translations are English, and English is the default.
                _ => "english".to_owned(),
            },
            temperature,
            words,
            segments: !words || granularities.contains(&"segment"),
            gpt: gpt::Parameters::default(),
        })
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
