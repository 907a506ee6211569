//! Streams of events.

use std::time::Duration;

use azure_openai_core::{
    Error, ErrorKind, EventStream, Events, Request, RequestBuilder, StreamChunk, StreamProgress, Value,
};
use serde::Deserialize;

use crate::server::{GET, Server, open_head, reply};

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
    fn is_empty(&self) -> bool {
        self.choices.is_empty()
    }

    fn from_response(response: Value) -> Option<Self> {
        response.get("choices")?;
        serde_json::from_value(response).ok()
    }

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

async fn open(server: &Server) -> Result<EventStream<Chunk>, Error> {
    let request = Request::new(&GET).path("id", "x");
    let call = RequestBuilder::<Events<Chunk>>::new(&server.pipeline(), request);
    call.await.map(azure_openai_core::Response::into_value)
}

/// The text of a body under a content type, and how it ends.
async fn read(content_type: &'static str, body: &[u8]) -> (String, Option<Error>) {
    let headers = match content_type {
        "" => vec![],
        content_type => vec![("content-type", content_type)],
    };
    let bytes = reply(200, &headers, body);
    let server = Server::start(move |_, _| bytes.clone()).await;
    match open(&server).await {
        Ok(stream) => collect(stream).await,
        Err(error) => (String::new(), Some(error)),
    }
}

const LABELS: [&str; 6] = [
    "text/event-stream",
    "application/json",
    "application/json; charset=utf-8",
    "text/plain",
    "application/octet-stream",
    "",
];

#[tokio::test]
async fn events_are_read_under_any_content_type() {
    let end = "\n\ndata: {\"choices\":[{\"index\":0,\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
    for label in LABELS {
        for start in [
            "",
            "\u{feff}",
            "\r\n\n",
            ": hello\n\n",
            "event: delta\n",
            "id: 7\nretry: 10\n",
        ] {
            let (text, error) = read(label, format!("{start}{A}{end}").as_bytes()).await;
            assert!(error.is_none(), "{label} {start:?}: {error:?}");
            assert_eq!(text, "ü");
        }
    }
}

#[tokio::test]
async fn response_in_one_piece_is_a_stream_of_that_response() {
    let response = r#"{"choices":[{"index":0,"text":"ü","finish_reason":"stop"}],"message":null}"#;
    for label in LABELS {
        for start in ["", "\u{feff}", " \r\n\t"] {
            let (text, error) = read(label, format!("{start}{response}\n").as_bytes()).await;
            assert!(error.is_none(), "{label} {start:?}: {error:?}");
            assert_eq!(text, "ü");
        }
        for end in 1..response.len() {
            let Some(part) = response.get(..end) else { continue };
            let (text, error) = read(label, part.as_bytes()).await;
            assert!(text.is_empty() && error.unwrap().is_truncated(), "{label} {part}");
        }
        for other in ["{}", r#"{"items":[]}"#, "[]", "[1]"] {
            let error = read(label, other.as_bytes()).await.1.unwrap();
            assert_eq!((error.kind(), error.body_start()), (ErrorKind::Decode, Some(other)));
        }
    }
}

/// Errors as the service, gateways and other servers write them, with their code and whether they may pass.
const ERRORS: [(&str, Option<&str>, bool); 20] = [
    (r#"{"error":{"code":"x","message":"no"}}"#, Some("x"), false),
    (
        r#"{"error":{"message":"busy","type":"server_error","param":null,"code":null}}"#,
        None,
        true,
    ),
    (
        r#"{"error":{"type":"overloaded_error","message":"overloaded"}}"#,
        None,
        true,
    ),
    (
        r#"{"type":"error","error":{"type":"rate_limit_error","message":"slow"}}"#,
        None,
        true,
    ),
    (r#"{"error":"the request timed out"}"#, None, true),
    (r#"{"error":"prompt is too long"}"#, None, false),
    (
        r#"{"error":{"code":503,"message":"down"},"choices":[]}"#,
        Some("503"),
        true,
    ),
    (r#"{"error":[{"code":"429","message":"slow"}]}"#, Some("429"), true),
    (
        r#"{"errors":[{"code":"BadRequest","message":"no"}]}"#,
        Some("BadRequest"),
        false,
    ),
    (r#"[{"error":{"code":500,"message":"no"}}]"#, Some("500"), true),
    (
        r#"{"code":"InternalServerError","message":"no"}"#,
        Some("InternalServerError"),
        true,
    ),
    (r#"{"code":1301,"message":"unsafe content"}"#, Some("1301"), false),
    (
        r#"{"statusCode":429,"message":"Rate limit is exceeded. Try again in 5 seconds."}"#,
        Some("429"),
        true,
    ),
    (
        r#"{"object":"error","message":"too long","type":"BadRequestError","param":null,"code":400}"#,
        Some("400"),
        false,
    ),
    (
        r#"{"id":"c","object":"chunk","choices":null,"error_type":"Timeout","error_message":"no","error_code":408}"#,
        Some("408"),
        true,
    ),
    (r#"{"detail":"Internal error"}"#, None, false),
    (
        r#"{"title":"Too many requests","status":429,"type":"about:blank"}"#,
        Some("429"),
        true,
    ),
    (r#"{"message":"The upstream is temporarily away"}"#, None, true),
    (
        r#"{"error":{"code":"x","innererror":{"code":"ServiceUnavailable"}}}"#,
        Some("x"),
        true,
    ),
    (
        r#"{"error":{"code":"EngineOverloaded","message":"no"}}"#,
        Some("EngineOverloaded"),
        true,
    ),
];

#[tokio::test]
async fn errors_of_every_form_are_errors_in_a_stream_and_in_place_of_one() {
    for (error, code, is_transient) in ERRORS {
        for body in [
            format!("{A}\n\ndata: {error}\n\ndata: [DONE]\n\n"),
            error.to_owned(),
            format!("data: {error}\n\n"),
        ] {
            for label in LABELS {
                let (text, failure) = read(label, body.as_bytes()).await;
                let failure = failure.unwrap_or_else(|| panic!("no error: {label} {body}"));
                assert_eq!(text.is_empty(), !body.starts_with(A));
                assert_eq!(
                    (failure.kind(), failure.code()),
                    (ErrorKind::Stream, code),
                    "{label} {body}"
                );
                assert_eq!(
                    (failure.is_transient(), failure.is_truncated()),
                    (is_transient, false),
                    "{label} {body}"
                );
                assert!(failure.body_start().unwrap().contains(error));
            }
        }
    }
}

#[tokio::test]
async fn event_named_error_is_an_error_whatever_its_data() {
    for (data, code) in [
        (r#"{"code":"Busy","choices":[]}"#, Some("Busy")),
        ("upstream went away", None),
        (r#"{"choices":[{"index":0}]}"#, None),
        ("", None),
    ] {
        let body = format!("{A}\n\nevent: error\ndata: {data}\n\n");
        let (text, error) = read("text/event-stream", body.as_bytes()).await;
        let error = error.unwrap();
        assert_eq!((&*text, error.kind(), error.code()), ("ü", ErrorKind::Stream, code));
        assert_eq!(error.body_start(), Some(data));
    }
}

#[tokio::test]
async fn chunks_that_only_look_like_errors_are_chunks() {
    for chunk in [
        r#"{"error":null,"choices":[{"index":0}]}"#,
        r#"{"error":{},"choices":[{"index":0}]}"#,
        r#"{"code":0,"message":"success","choices":[]}"#,
        r#"{"code":"200","choices":[]}"#,
        r#"{"message":"as said","code":"x","choices":[{"index":0}]}"#,
        r#"{"status":"in_progress","choices":[]}"#,
        r#"{"type":"ping"}"#,
        "{}",
    ] {
        let body = format!("{A}\n\ndata: {chunk}\n\ndata: [DONE]\n\n");
        let (text, error) = read("text/event-stream", body.as_bytes()).await;
        assert!(error.is_none(), "{chunk}: {error:?}");
        assert_eq!(text, "ü");
    }
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

    let mut half = reply(200, &[("content-type", "text/event-stream")], "x".repeat(500));
    half.truncate(half.len() - 100);
    let server = Server::start(move |_, _| half.clone()).await;
    let call = RequestBuilder::<Events<Chunk>>::new(&server.pipeline(), Request::new(&GET).path("id", "x"));
    let (_, error) = collect(call.await.unwrap().into_value()).await;
    let error = error.unwrap();
    assert_eq!((error.kind(), error.is_truncated()), (ErrorKind::Body, true));
}
