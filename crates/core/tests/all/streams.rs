//! Streams of events.

use std::time::Duration;

use azure_openai_core::{Error, ErrorKind, EventStream, Events, Request, RequestBuilder, StreamChunk, StreamProgress};
use serde::Deserialize;

use crate::server::{GET, Server, answer, json, open_head};

#[derive(Debug, Deserialize, PartialEq)]
struct Chunk {
    #[serde(default)]
    choices: Vec<Choice>,
}

#[derive(Debug, Deserialize, PartialEq)]
struct Choice {
    index: i64,
    #[serde(default)]
    text: String,
    finish_reason: Option<String>,
}

impl StreamChunk for Chunk {
    fn observe(&self, progress: &mut StreamProgress) {
        for choice in &self.choices {
            progress.open(choice.index);
            if choice.finish_reason.is_some() {
                progress.finish(choice.index);
            }
        }
    }
}

async fn collect(mut stream: EventStream<Chunk>) -> (String, Option<Error>) {
    let mut text = String::new();
    while let Some(chunk) = stream.next().await {
        match chunk {
            Ok(chunk) => chunk.choices.iter().for_each(|choice| text += &choice.text),
            Err(error) => {
                assert!(stream.next().await.is_none(), "it goes on after an error");
                return (text, Some(error));
            }
        }
    }
    (text, None)
}

async fn run(content_type: &'static str, body: &'static str) -> (String, Option<Error>) {
    let server = Server::start_with(move |_, _| {
        // A byte a write, so that events come split.
        (
            std::iter::once(open_head(content_type))
                .chain(body.bytes().map(|byte| vec![byte]))
                .collect(),
            false,
        )
    })
    .await;
    let stream = RequestBuilder::<Events<Chunk>>::new(&server.pipeline(), Request::new(&GET).path("id", "x"))
        .await
        .unwrap();
    collect(stream.into_value()).await
}

const A: &str = r#"data: {"choices":[{"index":0,"text":"ü"}]}"#;

#[tokio::test]
async fn whole_streams() {
    for body in [
        concat!(
            ": hi\n\ndata: {\"choices\":[]}\n\n",
            r#"data: {"choices":[{"index":0,"text":"ü"}]}"#,
            "\n\ndata: [DONE]\n\nignored"
        ),
        concat!(r#"data: {"choices":[{"index":0,"text":"ü"}]}"#, "\n[DONE]\n"),
        // Without [DONE], but finished; a filter result comes after.
        concat!(
            r#"data:{"choices":[{"index":0,"text":"ü","finish_reason":"stop"}]}"#,
            "\r\n\r\n",
            r#"data:{"choices":[{"index":0}]}"#
        ),
        // Words about errors are no errors.
        concat!(
            r#"data: {"error":null,"choices":[{"index":0,"text":"ü","error":{"code":1}}]}"#,
            "\n\ndata: [DONE]\n\n"
        ),
    ] {
        for content_type in ["text/event-stream", "text/plain"] {
            let (text, error) = run(content_type, body).await;
            assert!(error.is_none(), "{body}: {error:?}");
            assert_eq!(text, "ü");
        }
    }
    assert!(run("text/event-stream", "data: [DONE]\n\n").await.1.is_none());
}

#[tokio::test]
async fn streams_that_end_too_early() {
    let two = concat!(
        r#"data: {"choices":[{"index":0,"text":"ü","finish_reason":"stop"}]}"#,
        "\n\n",
        r#"data: {"choices":[{"index":1}]}"#,
        "\n\n"
    );
    let cut = concat!(
        r#"data: {"choices":[{"index":0,"text":"ü"}]}"#,
        "\n\n",
        r#"data: {"choices":[{"ind"#
    );
    for body in [A, two, cut] {
        let (text, error) = run("text/event-stream", body).await;
        let error = error.unwrap();
        assert_eq!(
            (error.kind(), error.is_truncated()),
            (ErrorKind::Truncated, true),
            "{body}"
        );
        assert_eq!((text.as_str(), error.request_id()), ("ü", Some("r-1")));
    }
    for body in ["", "data: {\"choices\":[]}\n\n"] {
        assert!(run("text/event-stream", body).await.1.unwrap().is_truncated());
    }
}

#[tokio::test]
async fn a_page_is_no_stream_that_ended_early() {
    let page = "<!DOCTYPE html>\n<html><body>\n<h1>502 Bad Gateway</h1>\n</body></html>\n";
    let error = run("text/html; charset=utf-8", page).await.1.unwrap();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("text/html"), "{error}");
    // One that has begun is a stream, whatever it is called.
    assert!(run("text/html", A).await.1.unwrap().is_truncated());
}

#[tokio::test]
async fn an_error_in_the_middle() {
    let body = concat!(
        r#"data: {"choices":[{"index":0,"text":"ü"}]}"#,
        "\n\n",
        r#"data: {"id":"", "error": {"code":"429","message":"Slow down. Please retry after 5 seconds."}}"#,
        "\n\n"
    );
    let (text, error) = run("text/event-stream", body).await;
    let error = error.unwrap();
    assert_eq!(
        (text.as_str(), error.kind(), error.code()),
        ("ü", ErrorKind::Stream, Some("429"))
    );
    assert!(error.is_rate_limited() && error.is_transient());
    assert_eq!(error.retry_after(), Some(Duration::from_secs(5)));
    assert_eq!(error.operation(), Some("Things_Get"));
    insta::assert_snapshot!(error, @r#"Things_Get: the service reported an error in the stream (429): Slow down. Please retry after 5 seconds. [request id r-1]"#);
}

#[tokio::test]
async fn an_event_that_does_not_decode() {
    let body = "data: {\"choices\":[{\"index\":\"zero\"}]}\n\ndata: [DONE]\n\n";
    let error = run("text/event-stream", body).await.1.unwrap();
    assert_eq!(
        (error.kind(), error.json_path()),
        (ErrorKind::Decode, Some("choices[0].index"))
    );
    assert_eq!(error.body_start(), Some(r#"{"choices":[{"index":"zero"}]}"#));
}

#[tokio::test]
async fn json_in_place_of_a_stream() {
    for (body, kind) in [
        (r#"{"error":{"code":"x"}}"#, ErrorKind::Stream),
        (r#"{"choices":[]}"#, ErrorKind::Decode),
    ] {
        let server = Server::start(move |_, _| json(body)).await;
        let call = RequestBuilder::<Events<Chunk>>::new(&server.pipeline(), Request::new(&GET).path("id", "x"));
        let error = call.await.unwrap_err();
        assert_eq!((error.kind(), error.body_start()), (kind, Some(body)));
    }
}

/// The one event comes, and then a timeout whose message has these words.
async fn assert_stands_still(server: &Server, idle: Duration, event: Duration, words: &str) {
    let call = RequestBuilder::<Events<Chunk>>::new(&server.pipeline(), Request::new(&GET).path("id", "x"));
    let call = call.with_idle_timeout(idle).with_event_timeout(event);
    let (text, error) = collect(call.await.unwrap().into_value()).await;
    let error = error.unwrap();
    assert_eq!((text.as_str(), error.kind()), ("ü", ErrorKind::Timeout));
    assert!(error.to_string().contains(words), "{error}");
}

#[tokio::test]
async fn a_stream_that_stands_still_or_breaks() {
    let server =
        Server::start_with(|_, _| (vec![open_head("text/event-stream"), format!("{A}\n\n").into()], true)).await;
    assert_stands_still(&server, Duration::from_millis(100), Duration::MAX, "no bytes").await;

    // Comments keep the connection alive, and are not events.
    let server = Server::start_paced(
        vec![open_head("text/event-stream"), format!("{A}\n\n").into()],
        Duration::from_millis(20),
        b": keep-alive\n\n",
    )
    .await;
    let idle = Duration::from_millis(150);
    assert_stands_still(&server, idle, 4 * idle, "no event").await;

    let mut half = answer(200, &[("content-type", "text/event-stream")], "x".repeat(500));
    half.truncate(half.len() - 100);
    let server = Server::start(move |_, _| half.clone()).await;
    let call = RequestBuilder::<Events<Chunk>>::new(&server.pipeline(), Request::new(&GET).path("id", "x"));
    let (_, error) = collect(call.await.unwrap().into_value()).await;
    assert_eq!(error.unwrap().kind(), ErrorKind::Body);
}
