//! Audio operations: forms in, bytes out.

use azure_openai_core::FilePart;
use azure_openai_inference::{
    CreateSpeechRequest, CreateTranscriptionRequest, CreateTranslationRequest, SpeechModel, SpeechResponseFormat,
    SpeechVoice, TranscriptionResponseFormat, TranslationResponseFormat,
};
use serde_json::json;
use tests::multipart::Part;
use tests::server::Reply;

use super::exchange::{Api, Exchange, Pass, Sent, binary, events, json_or_text};
use super::inference::exchange;
use crate::samples::inference as samples;

const ACCEPT: &str = "application/json, text/plain, */*";
/// Bytes that are not UTF-8 and look like the end of a part.
const AUDIO: &[u8] = b"ID3\x00\xff\r\n--boundary--\r\n";

fn audio() -> FilePart {
    FilePart::from_bytes("talk.mp3", AUDIO)
}

fn transcriptions() -> [Exchange; 2] {
    [
        Exchange {
            api: Api::Inference,
            operation: "AudioTranscriptions_Create",
            pass: Pass::Required,
            send: |c| {
                json_or_text(
                    c.inference()
                        .audio_transcriptions()
                        .create("whisper", CreateTranscriptionRequest::new(audio())),
                )
            },
            sent: Sent::post("/openai/deployments/whisper/audio/transcriptions")
                .accept(ACCEPT)
                .form([Part::file("file", "talk.mp3", "audio/mpeg", AUDIO)]),
            response: Reply::json(&samples::transcription()),
            value: samples::transcription(),
        },
        Exchange {
            api: Api::Inference,
            operation: "AudioTranscriptions_Create",
            pass: Pass::Everything,
            send: |c| {
                let form = CreateTranscriptionRequest::new(
                    audio().with_file_name("a \"b\".ogg").with_content_type("audio/x-own"),
                )
                .with_language("de")
                .with_prompt("Namen: Jürgen\r\nund andere")
                .with_response_format(TranscriptionResponseFormat::Vtt)
                .with_temperature(0.25)
                .with_timestamp_granularities(["word", "segment"])
                .with_include(["logprobs"])
                .with_chunking_strategy("auto")
                .with_known_speaker_names(["agent", "caller"])
                .with_known_speaker_references(["data:audio/wav;base64,UklG"]);
                json_or_text(c.inference().audio_transcriptions().create("wh/isper", form))
            },
            sent: Sent::post("/openai/deployments/wh%2Fisper/audio/transcriptions")
                .accept(ACCEPT)
                .form([
                    Part::text("language", "de"),
                    Part::text("prompt", "Namen: Jürgen\r\nund andere"),
                    Part::text("response_format", "vtt"),
                    Part::text("temperature", "0.25"),
                    Part::text("timestamp_granularities[]", "word"),
                    Part::text("timestamp_granularities[]", "segment"),
                    Part::text("include[]", "logprobs"),
                    Part::text("chunking_strategy", "auto"),
                    Part::text("known_speaker_names[]", "agent"),
                    Part::text("known_speaker_names[]", "caller"),
                    Part::text("known_speaker_references[]", "data:audio/wav;base64,UklG"),
                    Part::file("file", "a %22b%22.ogg", "audio/x-own", AUDIO),
                ]),
            response: Reply::new("text/vtt; charset=utf-8", "WEBVTT\n\n00:00.000 --> 00:01.000\nHallo\n"),
            value: "WEBVTT\n\n00:00.000 --> 00:01.000\nHallo\n".into(),
        },
    ]
}

fn translations() -> [Exchange; 2] {
    [
        Exchange {
            api: Api::Inference,
            operation: "AudioTranslations_Create",
            pass: Pass::Required,
            send: |c| {
                json_or_text(
                    c.inference()
                        .audio_translations()
                        .create("whisper", CreateTranslationRequest::new(audio())),
                )
            },
            sent: Sent::post("/openai/deployments/whisper/audio/translations")
                .accept(ACCEPT)
                .form([Part::file("file", "talk.mp3", "audio/mpeg", AUDIO)]),
            response: Reply::json(&json!({"text": "Hello"})),
            value: json!({"text": "Hello"}),
        },
        Exchange {
            api: Api::Inference,
            operation: "AudioTranslations_Create",
            pass: Pass::Everything,
            send: |c| {
                let form = CreateTranslationRequest::new(audio())
                    .with_prompt("Names")
                    .with_response_format(TranslationResponseFormat::VerboseJson)
                    .with_temperature(1.0);
                json_or_text(c.inference().audio_translations().create("%2F", form))
            },
            sent: Sent::post("/openai/deployments/%252F/audio/translations")
                .accept(ACCEPT)
                .form([
                    Part::text("prompt", "Names"),
                    Part::text("response_format", "verbose_json"),
                    Part::text("temperature", "1"),
                    Part::file("file", "talk.mp3", "audio/mpeg", AUDIO),
                ]),
            response: Reply::json(&samples::transcription()),
            value: samples::transcription(),
        },
    ]
}

fn speech() -> [Exchange; 2] {
    [
        Exchange {
            api: Api::Inference,
            operation: "AudioSpeech_Create",
            pass: Pass::Required,
            send: |c| {
                let request = CreateSpeechRequest::new(SpeechModel::Tts1, "Hello", SpeechVoice::Nova);
                binary(c.inference().audio_speech().create("tts", &request))
            },
            sent: Sent::post("/openai/deployments/tts/audio/speech")
                .accept("*/*")
                .json(json!({"model": "tts-1", "input": "Hello", "voice": "nova"})),
            response: Reply::new("audio/mpeg", AUDIO),
            value: AUDIO.into(),
        },
        Exchange {
            api: Api::Inference,
            operation: "AudioSpeech_Create",
            pass: Pass::Everything,
            send: |c| {
                let request = CreateSpeechRequest::new("tts-1-hd", "Hello", "a-new-voice")
                    .with_response_format(SpeechResponseFormat::Flac)
                    .with_speed(1.25)
                    .with_instructions("Whisper.");
                binary(c.inference().audio_speech().create("t t s", &request))
            },
            sent: Sent::post("/openai/deployments/t%20t%20s/audio/speech").accept("*/*").json(json!({
                "model": "tts-1-hd", "input": "Hello", "voice": "a-new-voice", "response_format": "flac", "speed": 1.25,
                "instructions": "Whisper."
            })),
            response: Reply::in_chunks("audio/flac", [AUDIO.into(), AUDIO.into()]),
            value: [AUDIO, AUDIO].concat().into(),
        },
    ]
}

pub(crate) fn exchanges() -> Vec<Exchange> {
    let mut all = Vec::new();
    all.extend(transcriptions());
    all.push(exchange(
        "AudioTranscriptions_Create",
        Pass::Streamed,
        |c| {
            let form = CreateTranscriptionRequest::new(audio()).with_response_format("diarized_json");
            events(
                c.inference()
                    .audio_transcriptions()
                    .create_stream("gpt-4o-transcribe-diarize", form),
            )
        },
        Sent::post("/openai/deployments/gpt-4o-transcribe-diarize/audio/transcriptions")
            .accept("text/event-stream")
            .form([
                Part::text("response_format", "diarized_json"),
                Part::file("file", "talk.mp3", "audio/mpeg", AUDIO),
                Part::text("stream", "true"),
            ]),
        samples::transcription_events(),
    ));
    all.extend(translations());
    all.extend(speech());
    all
}
