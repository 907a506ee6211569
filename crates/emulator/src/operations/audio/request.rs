//! A form with an audio file. What the document says of its fields is checked before.

use serde::Deserialize;
use strum::Display;

use crate::state::models::Transcriber;
use crate::wire::ServiceError;
use crate::wire::parameters::{invalid_value, unsupported_value, within};

/// The form as it is sent.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct AudioRequest {
    pub(super) response_format: Format,
    pub(super) language: Option<String>,
    pub(super) prompt: Option<String>,
    pub(super) temperature: Option<f64>,
    timestamp_granularities: Vec<String>,
    include: Vec<String>,
    pub(super) chunking_strategy: Option<String>,
    pub(super) known_speaker_names: Vec<String>,
    known_speaker_references: Vec<String>,
    stream: Option<bool>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Display)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub(super) enum Format {
    #[default]
    Json,
    Text,
    Srt,
    VerboseJson,
    Vtt,
    DiarizedJson,
}

impl AudioRequest {
    /// Checks what the model takes.
    pub(super) fn check(&self, transcriber: Transcriber, model: &str, translate: bool) -> Result<(), ServiceError> {
        let whisper = transcriber == Transcriber::Whisper;
        let diarizes = transcriber == Transcriber::Diarizing;
        self.check_format(transcriber, model)?;
        within("temperature", "decimal", self.temperature.unwrap_or(0.0), 0.0, 1.0)?;
        if !translate && !self.timestamp_granularities.is_empty() && self.response_format != Format::VerboseJson {
            let message = "'timestamp_granularities' needs the 'response_format' 'verbose_json'.";
            return Err(invalid_value("timestamp_granularities", message));
        }
        let (names, references) = (&self.known_speaker_names, &self.known_speaker_references);
        for (name, is_given, is_taken) in [
            ("known_speaker_names", !names.is_empty(), diarizes),
            ("known_speaker_references", !references.is_empty(), diarizes),
            ("include", !self.include.is_empty(), !whisper && !diarizes),
            ("chunking_strategy", self.chunking_strategy.is_some(), !whisper),
            ("prompt", self.prompt.is_some(), !diarizes),
        ] {
            if is_given && !is_taken {
                let message = format!("'{name}' is not supported with the model '{model}'.");
                return Err(ServiceError::invalid_request("unsupported_parameter", name, message));
            }
        }
        if !self.include.is_empty() && self.response_format != Format::Json {
            let message = "'logprobs' needs the 'response_format' 'json'.";
            return Err(invalid_value("include", message));
        }
        match self.chunking_strategy.as_deref() {
            None | Some("auto") => {}
            Some(object) if object.starts_with('{') => {}
            Some(other) => return Err(unsupported_value("chunking_strategy", other, &["auto"])),
        }
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
        Ok(())
    }

    fn check_format(&self, transcriber: Transcriber, model: &str) -> Result<(), ServiceError> {
        use Format::{DiarizedJson, Json, Srt, Text, VerboseJson, Vtt};
        let (formats, named) = match transcriber {
            Transcriber::Whisper => (
                &[Json, Text, Srt, VerboseJson, Vtt][..],
                "'json', 'text', 'srt', 'verbose_json' or 'vtt'",
            ),
            Transcriber::Gpt => (&[Json, Text][..], "'json' or 'text'"),
            Transcriber::Diarizing => (&[Json, Text, DiarizedJson][..], "'json', 'text' or 'diarized_json'"),
        };
        let format = self.response_format;
        if formats.contains(&format) {
            return Ok(());
        }
        let message =
            format!("response_format '{format}' is not compatible with model '{model}'. Use {named} instead.");
        Err(ServiceError::invalid_request(
            "unsupported_value",
            "response_format",
            message,
        ))
    }

    /// Words and segments are wanted, in this order; segments alone unless something else is said.
    pub(super) fn granularities(&self) -> (bool, bool) {
        let has = |name: &str| self.timestamp_granularities.iter().any(|other| other == name);
        (has("word"), has("segment") || !has("word"))
    }

    pub(super) fn has_logprobs(&self) -> bool {
        !self.include.is_empty()
    }

    pub(super) fn streams(&self) -> bool {
        self.stream == Some(true)
    }
}
