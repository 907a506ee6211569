//! Transcripts of the GPT-4o models: log probabilities, speakers, tokens, and events as they are heard.

use axum::response::Response;
use http::StatusCode;
use serde_json::{Value, json};

use super::inspect::AudioFile;
use super::transcript::Transcript;
use crate::call::TokensUsed;
use crate::call::form::Form;
use crate::generation::events::{self, typed_event};
use crate::generation::logprobs;
use crate::generation::text_parts::TextParts;
use crate::state::State;
use crate::state::models::Transcriber;
use crate::tokens::Vocabulary::O200k;
use crate::wire::parameters::{invalid_value, not_longer, unsupported_value};
use crate::wire::{ServiceError, body};

/// Tokens of a second of audio.
const TOKENS_A_SECOND: f64 = 10.0;
/// Longer audio has to be cut before speakers are distinguished, in seconds.
const UNCUT: f64 = 30.0;
/// The most known speakers.
const MAX_SPEAKERS: usize = 4;

/// The fields of the form that only these models take.
#[derive(Default)]
pub(super) struct Parameters {
    stream: bool,
    logprobs: bool,
    /// The known ones first.
    speakers: Vec<String>,
    is_cut: bool,
    prompt_tokens: usize,
    diarizes: bool,
}

impl Parameters {
    pub(super) fn read(form: &Form, transcriber: Transcriber, model: &str, format: &str) -> Result<Self, ServiceError> {
        let gpt = transcriber != Transcriber::Whisper;
        let diarizes = transcriber == Transcriber::Diarizing;
        let formats = match transcriber {
            Transcriber::Whisper => &["json", "text", "srt", "verbose_json", "vtt"][..],
            Transcriber::Gpt => &["json", "text"],
            Transcriber::Diarizing => &["json", "text", "diarized_json"],
        };
        if !formats.contains(&format) {
            let (last, others) = formats
                .split_last()
                .map_or(("", &[][..]), |(last, others)| (*last, others));
            let formats = format!("'{}' or '{last}'", others.join("', '"));
            let message =
                format!("response_format '{format}' is not compatible with model '{model}'. Use {formats} instead.");
            return Err(ServiceError::invalid_request(
                "unsupported_value",
                "response_format",
                message,
            ));
        }
        let unsupported = |name: &str| {
            let message = format!("'{name}' is not supported with the model '{model}'.");
            ServiceError::invalid_request("unsupported_parameter", name, message)
        };
        let names = form.list("known_speaker_names");
        let references = form.list("known_speaker_references");
        let include = form.list("include");
        let chunking = form.text("chunking_strategy");
        for (name, is_given, is_taken) in [
            ("known_speaker_names", !names.is_empty(), diarizes),
            ("known_speaker_references", !references.is_empty(), diarizes),
            ("include", !include.is_empty(), gpt && !diarizes),
            ("chunking_strategy", chunking.is_some(), gpt),
            ("prompt", form.text("prompt").is_some(), !diarizes),
        ] {
            if is_given && !is_taken {
                return Err(unsupported(name));
            }
        }
        if let Some(other) = include.iter().find(|name| **name != "logprobs") {
            return Err(unsupported_value("include", other, &["logprobs"]));
        }
        if !include.is_empty() && format != "json" {
            return Err(invalid_value(
                "include",
                "'logprobs' needs the 'response_format' 'json'.",
            ));
        }
        if chunking.is_some_and(|text| text != "auto" && !text.starts_with('{')) {
            return Err(unsupported_value(
                "chunking_strategy",
                chunking.unwrap_or_default(),
                &["auto"],
            ));
        }
        not_longer("known_speaker_names", "array", names.len(), MAX_SPEAKERS)?;
        if names.len() != references.len() {
            let message = "'known_speaker_names' and 'known_speaker_references' must have the same length.";
            return Err(invalid_value("known_speaker_references", message));
        }
        if let Some(at) = references.iter().position(|url| !url.starts_with("data:")) {
            let param = format!("known_speaker_references[{at}]");
            return Err(invalid_value(
                &param,
                "A sample of a speaker's voice must be a data URL.",
            ));
        }
        let unknown = ["A", "B"].iter().filter(|_| names.len() < 2);
        Ok(Self {
            // Whisper ignores it.
            stream: gpt && form.text("stream") == Some("true"),
            logprobs: !include.is_empty(),
            speakers: names.iter().chain(unknown).map(|name| (*name).to_owned()).collect(),
            is_cut: chunking.is_some(),
            prompt_tokens: form.text("prompt").map_or(0, |prompt| O200k.count(prompt)),
            diarizes,
        })
    }
}

pub(super) fn respond(
    state: &State,
    parameters: &Parameters,
    format: &str,
    audio: AudioFile,
) -> Result<Response, ServiceError> {
    if parameters.diarizes && !parameters.is_cut && audio.duration > UNCUT {
        let message = "chunking_strategy is required for diarization models";
        return Err(ServiceError::invalid_request(
            "missing_required_parameter",
            "chunking_strategy",
            message,
        ));
    }
    let text = audio.heard();
    let transcript = Transcript::new(&text, audio.duration, 0.0);
    let segments = match format {
        "diarized_json" => transcript.diarized(&parameters.speakers),
        _ => Vec::new(),
    };
    let audio_tokens = (audio.duration * TOKENS_A_SECOND).ceil() as usize;
    let (input, output) = (audio_tokens + parameters.prompt_tokens, O200k.count(&text));
    let mut done = json!({
        "text": text,
        "usage": {
            "type": "tokens",
            "total_tokens": input + output,
            "input_tokens": input,
            "input_token_details": {"text_tokens": parameters.prompt_tokens, "audio_tokens": audio_tokens},
            "output_tokens": output,
        },
    });
    if parameters.logprobs {
        done["logprobs"] = logprobs::transcript(O200k, &O200k.encode(&text));
    }
    let mut response = if parameters.stream {
        done["type"] = "transcript.text.done".into();
        let events = deltas(&text, parameters.logprobs, segments).into_iter().chain([done]);
        events::response(state, events.map(|event| typed_event(&event)))
    } else if format == "text" {
        body::text(format!("{text}\n"))?
    } else {
        if format == "diarized_json" {
            done["task"] = "transcribe".into();
            done["duration"] = audio.duration.into();
            done["segments"] = segments.into();
        }
        body::json(StatusCode::OK, &done)?
    };
    response.extensions_mut().insert(TokensUsed((input + output) as u64));
    Ok(response)
}

/// The events before the last: a token each, or with segments a segment's text and the segment.
fn deltas(text: &str, with_logprobs: bool, segments: Vec<Value>) -> Vec<Value> {
    if !segments.is_empty() {
        let pair = |segment: Value| {
            let (text, id) = (&segment["text"], &segment["id"]);
            [
                json!({"type": "transcript.text.delta", "delta": text, "segment_id": id}),
                segment,
            ]
        };
        return segments.into_iter().flat_map(pair).collect();
    }
    let mut parts = TextParts::new(O200k, text, None);
    let next = || {
        let part = parts.next(text)?;
        let mut delta = json!({"type": "transcript.text.delta", "delta": &text[part.text.clone()]});
        if with_logprobs {
            delta["logprobs"] = logprobs::transcript(O200k, parts.tokens(&part));
        }
        Some(delta)
    };
    std::iter::from_fn(next).collect()
}
