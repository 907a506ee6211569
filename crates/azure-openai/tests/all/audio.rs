//! Speech from text and text from speech.

use azure_openai::{ErrorKind, FilePart};
use serde_json::json;

use crate::server::{Recorded, Server, open_head, reply};
use crate::support::{client_of, replying};

fn audio_file() -> FilePart {
    FilePart::from_bytes("a.wav", "RIFF")
}

/// The value of a form's field.
fn field(sent: &Recorded, name: &str) -> Option<String> {
    let text = sent.text();
    let rest = text.split_once(&format!("name=\"{name}\""))?.1;
    Some(rest.split_once("\r\n\r\n")?.1.split("\r\n").next()?.to_owned())
}

/// A service that replies each format as the real one does.
async fn service() -> Server {
    Server::start(|_, sent| match field(sent, "response_format").as_deref() {
        Some("text") => reply(200, &[("content-type", "text/plain")], "Hello.\n"),
        Some("srt") => reply(
            200,
            &[("content-type", "text/plain")],
            "1\n00:00:00,000 --> 00:00:01,000\nHello.\n",
        ),
        Some("vtt") => reply(
            200,
            &[("content-type", "text/plain")],
            "WEBVTT\n\n00:00.000 --> 00:01.000\nHello.\n",
        ),
        Some("verbose_json") => reply(
            200,
            &[("content-type", "application/json")],
            json!({"text": "Hello.", "duration": 1.5, "segments": [{"id": 0, "text": "Hello."}]}).to_string(),
        ),
        _ => reply(200, &[("content-type", "application/json")], r#"{"text":"Hello."}"#),
    })
    .await
}

#[tokio::test]
async fn transcript_has_the_type_of_its_format() {
    let server = service().await;
    let whisper = client_of(&server).deployment("whisper");
    let transcribe = || whisper.transcribe(audio_file()).with_language("en");
    assert_eq!(transcribe().await.unwrap().text, "Hello.");
    assert_eq!(transcribe().json().await.unwrap().text, "Hello.");
    assert_eq!(field(&server.last(), "language").as_deref(), Some("en"));
    let verbose = transcribe().verbose().send().await.unwrap();
    assert_eq!((verbose.duration, verbose.segments.len()), (Some(1.5), 1));
    assert_eq!(*transcribe().text().await.unwrap(), "Hello.\n");
    assert!(transcribe().srt().await.unwrap().starts_with("1\n"));
    assert!(transcribe().vtt().await.unwrap().starts_with("WEBVTT"));
    assert!(
        server
            .last()
            .line()
            .contains("/deployments/whisper/audio/transcriptions?")
    );

    let translated = whisper.translate(audio_file()).verbose().await.unwrap();
    assert_eq!(
        (translated.duration, translated.head().status().as_u16()),
        (Some(1.5), 200)
    );
    assert!(whisper.translate(audio_file()).srt().await.unwrap().starts_with("1\n"));
    assert!(server.last().line().contains("/audio/translations?"));
}

#[tokio::test]
async fn transcript_in_another_format_is_an_error_unless_equivalent() {
    // Behind a gateway that loses content types.
    let (_server, whisper) = replying(reply(
        200,
        &[("content-type", "text/plain")],
        r#"{"text":"Hello.","duration":"1.5"}"#,
    ))
    .await;
    assert_eq!(whisper.transcribe(audio_file()).json().await.unwrap().text, "Hello.");
    let (_server, whisper) = replying(reply(
        200,
        &[("x-request-id", "r-7"), ("content-type", "text/plain")],
        "Hello.",
    ))
    .await;
    let error = whisper.transcribe(audio_file()).verbose().await.unwrap_err();
    assert_eq!((error.kind(), error.request_id()), (ErrorKind::Decode, Some("r-7")));
    let (_server, whisper) = replying(reply(
        200,
        &[("content-type", "application/json")],
        r#"{"text":"Hello."}"#,
    ))
    .await;
    assert_eq!(*whisper.transcribe(audio_file()).text().await.unwrap(), "Hello.");
    let error = whisper.transcribe(audio_file()).srt().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn speech_is_bytes_or_a_file() {
    let audio: Vec<u8> = (0..=255).cycle().take(100_000).collect();
    let (server, tts) = replying(reply(200, &[("content-type", "audio/mpeg")], &audio)).await;
    let spoken = tts.speak("Hi", "alloy").await.unwrap();
    assert_eq!(spoken.content_type(), Some("audio/mpeg"));
    assert_eq!(spoken.into_value().bytes(1 << 20).await.unwrap(), audio);
    let body: serde_json::Value = serde_json::from_slice(&server.last().body).unwrap();
    assert_eq!(body, json!({"model": "tts-1", "input": "Hi", "voice": "alloy"}));

    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("hi.mp3");
    let written = tts.speak("Hi", "alloy").save_to(&path).await.unwrap();
    assert_eq!((*written, written.head().status().as_u16()), (100_000, 200));
    assert_eq!(std::fs::read(&path).unwrap(), audio);

    let hd = client_of(&server).deployment("my-tts-HD");
    hd.speak("Hi", "nova").await.unwrap();
    assert!(server.last().text().contains(r#""model":"tts-1-hd""#));
}

#[tokio::test]
async fn speech_that_breaks_off_leaves_no_file() {
    let mut broken = reply(200, &[], vec![7; 100_000]);
    broken.truncate(50_000);
    let (_server, tts) = replying(broken).await;
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("hi.mp3");
    let error = tts.speak("Hi", "alloy").save_to(&path).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Body);
    assert_eq!(std::fs::read_dir(directory.path()).unwrap().count(), 0);

    // A reply that says nothing of its length ends with its connection.
    let server = Server::start_with(|_, _| (vec![open_head("audio/mpeg"), b"abc".to_vec()], false)).await;
    let tts = client_of(&server).deployment("tts-1");
    assert_eq!(*tts.speak("Hi", "alloy").save_to(&path).await.unwrap(), 3);
}
