//! Transcription and translation: formats in, formats out, broken audio files.

use azure_openai_emulator::Emulator;
use proptest::prelude::*;
use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use crate::client::{Client, INFERENCE, Response, send};
use crate::fuzzing::Fuzz;

const TEXT: &str =
    "Hello there, this is a <test> & more. It has a second sentence, and a third one follows! Here it is.";

impl Client {
    pub(crate) async fn hear(&self, name: &str, operation: &str, file: &[u8], fields: &[(&str, &str)]) -> Response {
        // A name that says nothing: the bytes must do.
        let part = Part::bytes(file.to_vec()).file_name("audio");
        let form = fields
            .iter()
            .fold(Form::new().part("file", part), |form, (name, value)| {
                form.text((*name).to_owned(), (*value).to_owned())
            });
        let path = format!("/deployments/{name}/audio/{operation}");
        send(self.request(Method::POST, &path, INFERENCE).multipart(form)).await
    }

    async fn transcribe(&self, file: &[u8], fields: &[(&str, &str)]) -> Response {
        self.hear("whisper", "transcriptions", file, fields).await
    }
}

/// Half a second of a tone, by an encoder in wide use.
const TONES: [(&str, &[u8], &str); 5] = [
    (
        "WebM",
        include_bytes!("../data/tone.webm"),
        "48000 hertz on one channel",
    ),
    ("MP4", include_bytes!("../data/tone.m4a"), "44100 hertz on 2 channels"),
    ("MP3", include_bytes!("../data/tone.mp3"), "44100 hertz on 2 channels"),
    ("MP2", include_bytes!("../data/tone.mp2"), "44100 hertz on one channel"),
    ("Ogg", include_bytes!("../data/tone.ogg"), "48000 hertz on one channel"),
];

/// An response in plain text.
fn plain(response: &Response) -> String {
    assert_eq!(response.status, 200, "{response:?}");
    assert!(
        response.headers["content-type"]
            .to_str()
            .unwrap()
            .starts_with("text/plain")
    );
    String::from_utf8(response.bytes.clone()).unwrap()
}

/// A WAV file without any comment.
fn wav(rate: u32, samples: u32, channels: u16) -> Vec<u8> {
    let data = samples * 2 * u32::from(channels);
    let mut file = b"RIFF".to_vec();
    file.extend((36 + data).to_le_bytes());
    file.extend(b"WAVEfmt \x10\0\0\0\x01\0");
    file.extend(channels.to_le_bytes());
    file.extend(rate.to_le_bytes());
    file.extend((rate * 2 * u32::from(channels)).to_le_bytes());
    file.extend((2 * channels).to_le_bytes());
    file.extend(b"\x10\0data");
    file.extend(data.to_le_bytes());
    file.resize(file.len() + data as usize, 0);
    file
}

#[tokio::test]
async fn speech_is_transcribed_to_its_text() {
    let client = Client::new().await;
    let seconds = 0.065 * TEXT.chars().count() as f64;
    for format in ["mp3", "opus", "aac", "flac", "wav"] {
        let file = client.spoken(TEXT, format).await;
        assert_eq!(
            client.transcribe(&file, &[]).await.ok(),
            json!({"text": TEXT}),
            "{format}"
        );
        let whole = client
            .transcribe(&file, &[("response_format", "verbose_json")])
            .await
            .ok();
        let duration = whole["duration"].as_f64().unwrap();
        assert!((duration - seconds).abs() < 0.05, "{format}: {duration} {seconds}");
        assert_eq!(
            plain(&client.transcribe(&file, &[("response_format", "text")]).await),
            format!("{TEXT}\n")
        );
        let text = client.hear("whisper", "translations", &file, &[]).await.ok()["text"].take();
        assert_eq!(text, format!("Translated into English: {TEXT}"));
    }
    let lines = "  two\n\nlines\t日本語 🎈 ";
    for format in ["mp3", "opus", "aac", "flac", "wav"] {
        let file = client.spoken(lines, format).await;
        assert_eq!(client.transcribe(&file, &[]).await.ok()["text"], lines, "{format}");
    }
}

#[tokio::test]
async fn other_audio_is_described() {
    let client = Client::new().await;
    for (rate, samples, channels, text) in [
        (
            8_000,
            12_000,
            1,
            "This is 1.50 seconds of WAV audio, sampled at 8000 hertz on one channel.",
        ),
        (
            44_100,
            44_100,
            2,
            "This is 1.00 seconds of WAV audio, sampled at 44100 hertz on 2 channels.",
        ),
    ] {
        let file = wav(rate, samples, channels);
        assert_eq!(client.transcribe(&file, &[]).await.ok()["text"], text);
    }
}

#[tokio::test]
async fn audio_of_other_encoders_is_read() {
    let client = Client::new().await;
    for (format, file, sound) in TONES {
        let whole = client
            .transcribe(file, &[("response_format", "verbose_json")])
            .await
            .ok();
        let duration = whole["duration"].as_f64().unwrap();
        assert!((0.49..0.6).contains(&duration), "{format}: {whole}");
        let text = whole["text"].as_str().unwrap();
        assert!(
            text.contains(&format!("{format} audio")) && text.contains(sound),
            "{text}"
        );
        // None of these is where a frame ends.
        for length in [20, file.len() / 2 + 7, file.len() - 30] {
            let response = client.transcribe(&file[..length], &[]).await;
            assert_eq!(response.status, 400, "{format} {length} {response:?}");
        }
    }
}

#[tokio::test]
async fn verbose_json_has_segments_and_words() {
    let client = Client::new().await;
    let file = client.spoken(TEXT, "mp3").await;
    let wish = [
        ("response_format", "verbose_json"),
        ("language", "de"),
        ("temperature", "0.5"),
        ("prompt", "Hm."),
        ("model", "whisper"),
    ];
    let response = client.transcribe(&file, &wish).await.ok();
    assert_eq!(
        (&response["task"], &response["language"], &response["text"]),
        (&json!("transcribe"), &json!("german"), &json!(TEXT))
    );
    assert!(response.get("words").is_none());
    let segments = response["segments"].as_array().unwrap();
    assert!(segments.len() >= 3);
    let mut end = json!(0.0);
    for (index, segment) in segments.iter().enumerate() {
        assert_eq!((&segment["id"], &segment["start"]), (&json!(index), &end));
        end = segment["end"].clone();
        assert!(segment["end"].as_f64() > segment["start"].as_f64());
        assert_eq!(segment["temperature"], 0.5);
        for number in ["seek", "avg_logprob", "compression_ratio", "no_speech_prob"] {
            assert!(segment[number].is_number(), "{number}");
        }
        assert!(segment["tokens"].as_array().unwrap().iter().all(Value::is_u64));
    }
    assert_eq!(end, response["duration"]);
    let joined: String = segments.iter().filter_map(|segment| segment["text"].as_str()).collect();
    assert_eq!(joined, format!(" {TEXT}"));

    let words = [
        ("response_format", "verbose_json"),
        ("timestamp_granularities[]", "word"),
    ];
    let response = client.transcribe(&file, &words).await.ok();
    assert!(response.get("segments").is_none());
    let spoken: Vec<&str> = response["words"]
        .as_array()
        .unwrap()
        .iter()
        .map(|word| word["word"].as_str().unwrap())
        .collect();
    assert_eq!(spoken, TEXT.split_whitespace().collect::<Vec<_>>());
    assert_eq!(
        response["words"].as_array().unwrap().last().unwrap()["end"],
        response["duration"]
    );
    let both = [&words[..], &[("timestamp_granularities[]", "segment")]].concat();
    let response = client.transcribe(&file, &both).await.ok();
    assert!(response["words"].is_array() && response["segments"].is_array());

    let response = client
        .hear("whisper", "translations", &file, &[("response_format", "verbose_json")])
        .await
        .ok();
    assert_eq!(
        (&response["task"], &response["language"]),
        (&json!("translate"), &json!("english"))
    );
}

#[tokio::test]
async fn chunking_strategy_is_a_name_or_an_object() {
    let client = Client::of(Emulator::builder().with_deployment("gpt", "gpt-4o-transcribe")).await;
    let file = client.spoken(TEXT, "wav").await;
    for fields in [
        &[("chunking_strategy", "auto")][..],
        &[("chunking_strategy", "{\"type\":\"server_vad\"}")],
        // As the official libraries send it.
        &[
            ("chunking_strategy[type]", "server_vad"),
            ("chunking_strategy[threshold]", "0.5"),
        ],
    ] {
        let response = client.hear("gpt", "transcriptions", &file, fields).await.ok();
        assert_eq!(response["text"], TEXT, "{fields:?}");
    }
    let other = [("chunking_strategy", "sometimes")];
    let response = client.hear("gpt", "transcriptions", &file, &other).await;
    assert_eq!(response.error(400, "invalid_value")["param"], "chunking_strategy");
}

#[tokio::test]
async fn subtitles_have_their_syntax() {
    let client = Client::new().await;
    let file = client.spoken("One & two. Three <four>.", "wav").await;
    let srt = plain(&client.transcribe(&file, &[("response_format", "srt")]).await);
    assert_eq!(
        srt,
        "1\n00:00:00,000 --> 00:00:00,624\nOne & two.\n\n2\n00:00:00,624 --> 00:00:01,560\nThree <four>.\n\n"
    );
    let vtt = plain(&client.transcribe(&file, &[("response_format", "vtt")]).await);
    assert_eq!(
        vtt,
        "WEBVTT\n\n00:00:00.000 --> 00:00:00.624\nOne &amp; two.\n\n00:00:00.624 --> 00:00:01.560\nThree &lt;four&gt;.\n\n"
    );
}

#[tokio::test]
async fn invalid_forms_are_refused() {
    let client = Client::new().await;
    let file = wav(8000, 8000, 1);
    for (name, value) in [
        ("response_format", "xml"),
        ("temperature", "1.5"),
        ("temperature", "hot"),
        ("temperature", "NaN"),
        ("language", "Klingon!"),
        ("timestamp_granularities[]", "letter"),
        ("timestamp_granularities[]", "word"),
    ] {
        let response = client.transcribe(&file, &[(name, value)]).await;
        assert_eq!(response.status, 400, "{name}={value}: {response:?}");
        assert_eq!(response.json()["error"]["param"], name.trim_end_matches("[]"));
    }
    let request = || client.request(Method::POST, "/deployments/whisper/audio/transcriptions", INFERENCE);
    let error = send(request().multipart(Form::new().text("language", "en")))
        .await
        .error(400, "missing_required_parameter");
    assert_eq!(error["param"], "file");
    assert_eq!(send(request().body("{}")).await.status, 400);
    let broken = request()
        .header("content-type", "multipart/form-data; boundary=x")
        .body("--x\r\nContent-");
    assert_eq!(send(broken).await.status, 400);
    let big = vec![0; 25 * 1024 * 1024 + 1];
    client.transcribe(&big, &[]).await.error(413, "413");
    let other = client.request(Method::POST, "/deployments/gpt-4o/audio/translations", INFERENCE);
    send(other.multipart(Form::new()))
        .await
        .error(400, "OperationNotSupported");
}

#[tokio::test]
async fn files_that_are_not_audio_are_refused() {
    let client = Client::new().await;
    for file in [
        &b""[..],
        b"hello, this is text",
        b"%PDF-1.7",
        &[0; 5000],
        b"RIFF\0\0\0\0AVI LIST",
    ] {
        let error = client.transcribe(file, &[]).await.error(400, "invalid_value");
        assert_eq!(error["param"], "file");
    }
    let pcm = client.spoken("no header", "pcm").await;
    client.transcribe(&pcm, &[]).await.error(400, "invalid_value");
    let empty = wav(8000, 0, 1);
    client.transcribe(&empty, &[]).await.error(400, "invalid_value");
}

#[tokio::test]
async fn truncated_audio_is_refused() {
    let client = Client::new().await;
    for format in ["mp3", "opus", "aac", "flac", "wav"] {
        let file = client.spoken(TEXT, format).await;
        for length in [5, 13, 40, file.len() / 2 + 1, file.len() - 3] {
            let response = client.transcribe(&file[..length], &[]).await;
            assert_eq!(response.status, 400, "{format} {length} {response:?}");
        }
    }
}

#[test]
fn damaged_audio_is_refused() {
    let fuzz = Fuzz::new();
    let client = &fuzz.client;
    let files: Vec<Vec<u8>> = ["mp3", "opus", "aac", "flac", "wav"]
        .map(|format| fuzz.block_on(client.spoken("A short one.", format)))
        .into_iter()
        .chain(TONES.map(|(_, file, _)| file.to_vec()))
        .collect();
    let changes = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8);
    // Most of what can go wrong is near the start.
    let strategy = (
        0..files.len(),
        changes,
        prop::option::of(0..200_usize),
        any::<prop::sample::Index>(),
    );
    fuzz.run(200, &strategy, async |client, (which, changes, near, cut)| {
        let mut file = files[which].clone();
        for (place, byte) in changes {
            let range = near.map_or(file.len(), |near| near.clamp(1, file.len()));
            file[place.index(range)] = byte;
        }
        file.truncate(file.len() - cut.index(file.len()) / 8);
        let fields = [("response_format", "verbose_json")];
        let response = client.transcribe(&file, &fields).await;
        prop_assert!(matches!(response.status.as_u16(), 200 | 400), "{response:?}");
        Ok(())
    });
}

#[test]
fn any_form_gets_a_response() {
    let names = prop::sample::select(vec![
        "response_format",
        "language",
        "temperature",
        "timestamp_granularities[]",
        "prompt",
        "x",
    ]);
    let values = prop_oneof![
        prop::sample::select(vec!["verbose_json", "vtt", "word", "en", "1", "-0"]).prop_map(str::to_owned),
        ".{0,12}"
    ];
    let fields = prop::collection::vec((names, values), 0..4);
    // A form that is whole, and bytes that are none.
    let strategy = (fields, prop::option::of(prop::collection::vec(any::<u8>(), 0..60)));
    let file = wav(8000, 800, 1);
    Fuzz::new().run(150, &strategy, async |client, (fields, raw)| {
        let response = match &raw {
            None => {
                let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
                client.transcribe(&file, &fields).await
            }
            Some(bytes) => {
                let body = [
                    &b"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"[..],
                    bytes,
                ]
                .concat();
                let request = client.request(Method::POST, "/deployments/whisper/audio/transcriptions", INFERENCE);
                send(
                    request
                        .header("content-type", "multipart/form-data; boundary=b")
                        .body(body),
                )
                .await
            }
        };
        prop_assert!(
            matches!(response.status.as_u16(), 200 | 400),
            "{fields:?} {raw:?} {response:?}"
        );
        prop_assert!(raw.is_none() || response.status == 400, "{response:?}");
        Ok(())
    });
}
