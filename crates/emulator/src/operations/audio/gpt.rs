//! Transcripts of the GPT-4o models: log probabilities, speakers, tokens, and events as they are heard.

use axum::response::Response;
use http::StatusCode;
use serde_json::{Value, json};

use super::inspect::AudioFile;
use super::request::{AudioRequest, Format};
use super::transcript::Transcript;
use crate::call::TokensUsed;
use crate::generation::events::{self, typed_event};
use crate::generation::logprobs;
use crate::generation::text_parts::TextParts;
use crate::state::State;
use crate::state::models::Transcriber;
use crate::tokens::Vocabulary::O200k;
use crate::wire::{ServiceError, body};

/// Tokens of a second of audio.
const TOKENS_A_SECOND: f64 = 10.0;
/// Longer audio has to be cut before speakers are distinguished, in seconds.
const UNCUT: f64 = 30.0;

pub(super) fn respond(
    state: &State,
    request: &AudioRequest,
    transcriber: Transcriber,
    audio: AudioFile,
) -> Result<Response, ServiceError> {
    let is_cut = request.chunking_strategy.is_some();
    if transcriber == Transcriber::Diarizing && !is_cut && audio.duration > UNCUT {
        let message = "chunking_strategy is required for diarization models";
        let code = "missing_required_parameter";
        return Err(ServiceError::invalid_request(code, "chunking_strategy", message));
    }
    let text = audio.heard();
    let format = request.response_format;
    let segments = match format {
        Format::DiarizedJson => {
            // The known ones first.
            let known = request.known_speaker_names.iter().map(String::as_str);
            let unknown = ["A", "B"].into_iter().filter(|_| known.len() < 2);
            let speakers: Vec<&str> = known.clone().chain(unknown).collect();
            Transcript::new(&text, audio.duration, 0.0).diarized(&speakers)
        }
        _ => Vec::new(),
    };
    let prompt_tokens = request.prompt.as_ref().map_or(0, |prompt| O200k.count(prompt));
    let audio_tokens = (audio.duration * TOKENS_A_SECOND).ceil() as usize;
    let (input, output) = (audio_tokens + prompt_tokens, O200k.count(&text));
    let mut done = json!({
        "text": text,
        "usage": {
            "type": "tokens",
            "total_tokens": input + output,
            "input_tokens": input,
            "input_token_details": {"text_tokens": prompt_tokens, "audio_tokens": audio_tokens},
            "output_tokens": output,
        },
    });
    if request.has_logprobs() {
        done["logprobs"] = logprobs::transcript(O200k, &O200k.encode(&text));
    }
    let mut response = if request.streams() {
        done["type"] = "transcript.text.done".into();
        let events = deltas(&text, request.has_logprobs(), segments)
            .into_iter()
            .chain([done]);
        events::response(state, events.map(|event| typed_event(&event)))
    } else if format == Format::Text {
        body::text(format!("{text}\n"))?
    } else {
        if format == Format::DiarizedJson {
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
