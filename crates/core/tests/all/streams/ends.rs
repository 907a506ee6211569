//! How a stream ends.

use std::time::Duration;

use azure_openai_core::{ErrorKind, Events, Request, RequestBuilder};

use super::{A, Chunk, collect, read, run};
use crate::server::{GET, Server, open_head, reply};

#[tokio::test]
async fn whole_stream_has_all_events() {
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
        // Words about errors are not errors.
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
async fn page_is_not_a_stream_that_ended_early() {
    let page = "<!DOCTYPE html>\n<html><body>\n<h1>502 Bad Gateway</h1>\n</body></html>\n";
    let error = run("text/html; charset=utf-8", page).await.1.unwrap();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("text/html"), "{error}");
    assert!(error.body_start().unwrap().contains("502 Bad Gateway"));
    // One that has begun is a stream, whatever it is called.
    assert!(run("text/html", A).await.1.unwrap().is_truncated());
}

#[tokio::test]
async fn event_that_does_not_decode_is_an_error_with_its_path() {
    let body = "data: {\"choices\":[{\"index\":\"zero\"}]}\n\ndata: [DONE]\n\n";
    let error = run("text/event-stream", body).await.1.unwrap();
    assert_eq!(
        (error.kind(), error.json_path()),
        (ErrorKind::Decode, Some("choices[0].index"))
    );
    assert_eq!(error.body_start(), Some(r#"{"choices":[{"index":"zero"}]}"#));
}

#[tokio::test]
async fn event_of_very_many_values_is_refused() {
    for list in ["{},", "0,", "[],"] {
        let body = format!("data: {{\"x\":[{}0]}}\n\ndata: [DONE]\n\n", list.repeat(1_000_001));
        let error = read("text/event-stream", body.as_bytes()).await.1.unwrap();
        assert_eq!(error.kind(), ErrorKind::TooLarge);
    }
    // In place of a stream, too, by the limit of responses.
    let body = format!("{{\"x\":[{}0]}}", "[],".repeat(4_000_000));
    let server = Server::start(move |_, _| reply(200, &[], &body)).await;
    let call = RequestBuilder::<Events<Chunk>>::new(&server.pipeline(), Request::new(&GET).path("id", "x"));
    let error = call
        .with_max_response_bytes(16 << 20)
        .await
        .unwrap()
        .next()
        .await
        .unwrap()
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge);
}

/// The one event comes, and then a timeout whose message has these words.
async fn assert_stands_still(server: &Server, idle: Duration, event: Duration, words: &str) {
    let call = RequestBuilder::<Events<Chunk>>::new(&server.pipeline(), Request::new(&GET).path("id", "x"));
    let call = call.with_idle_timeout(idle).with_event_timeout(event);
    let (text, error) = collect(call.await.unwrap().into_value()).await;
    let error = error.unwrap();
    assert_eq!((text.as_str(), error.kind()), ("ü", ErrorKind::Timeout));
    assert!(error.is_truncated() && error.is_timeout());
    assert!(error.to_string().contains(words), "{error}");
}

#[tokio::test]
async fn stalled_or_broken_stream_is_an_error() {
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

    let mut half = reply(200, &[("content-type", "text/event-stream")], "x".repeat(500));
    half.truncate(half.len() - 100);
    let server = Server::start(move |_, _| half.clone()).await;
    let call = RequestBuilder::<Events<Chunk>>::new(&server.pipeline(), Request::new(&GET).path("id", "x"));
    let (_, error) = collect(call.await.unwrap().into_value()).await;
    let error = error.unwrap();
    assert_eq!((error.kind(), error.is_truncated()), (ErrorKind::Body, true));
}
