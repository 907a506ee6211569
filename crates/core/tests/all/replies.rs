//! What replies are read as.

use std::time::Duration;

use azure_openai_core::reader::FromResponse;
use azure_openai_core::{Binary, ErrorKind, Json, JsonOrText, NoContent, PlainText, Request, RequestBuilder, Value};
use serde_json::json;

use crate::server::{GET, Server, open_head, reply};

fn call<A: FromResponse>(server: &Server) -> RequestBuilder<A> {
    RequestBuilder::new(&server.pipeline(), Request::new(&GET).path("id", "x"))
}

#[tokio::test]
async fn any_success_that_decodes_and_what_its_headers_say() {
    for status in [200, 201, 202] {
        let headers = [
            ("x-request-id", "r"),
            ("apim-request-id", "a"),
            ("x-ms-client-request-id", "c"),
            ("x-ms-region", "Sweden Central"),
            ("x-ratelimit-remaining-tokens", "5"),
            ("x-ratelimit-remaining-requests", "-1"),
            ("location", "/there"),
        ];
        let server = Server::start(move |_, _| reply(status, &headers, "[1]")).await;
        let response = call::<Json<Vec<u8>>>(&server).await.unwrap();
        assert_eq!(
            (response.head().status().as_u16(), response.value()),
            (status, &vec![1])
        );
        assert_eq!(
            (response.head().request_id(), response.head().apim_request_id()),
            (Some("r"), Some("a"))
        );
        assert_eq!(
            (response.head().client_request_id(), response.head().region()),
            (Some("c"), Some("Sweden Central"))
        );
        assert_eq!(response.head().location(), Some("/there"));
        assert_eq!(response.head().rate_limits().remaining_tokens, Some(5));
        assert_eq!(response.head().rate_limits().remaining_requests, None);
    }
}

#[tokio::test]
async fn no_content_ignores_the_body() {
    for (status, body) in [(204, ""), (200, "{\"deleted\":true}"), (200, "<html>")] {
        let server = Server::start(move |_, _| reply(status, &[], body)).await;
        assert_eq!(call::<NoContent>(&server).await.unwrap().head().status(), status);
    }
}

#[tokio::test]
async fn json_or_text_by_content_type_or_by_looks() {
    let object = r#"{"text":"hi"}"#;
    let text = |text: &str| JsonOrText::<Value>::Text(text.to_owned());
    for (content_type, body, expected) in [
        ("application/json", object, JsonOrText::Json(json!({"text": "hi"}))),
        ("application/json; charset=utf-8", "\"s\"", JsonOrText::Json(json!("s"))),
        (
            "application/problem+json",
            object,
            JsonOrText::Json(json!({"text": "hi"})),
        ),
        ("text/plain", "hi\n", text("hi\n")),
        ("text/plain; charset=utf-8", object, text(object)),
        ("", object, JsonOrText::Json(json!({"text": "hi"}))),
        ("application/octet-stream", "WEBVTT\n", text("WEBVTT\n")),
        ("", "[music] la la", text("[music] la la")),
        ("", "12", text("12")),
        ("", "", text("")),
    ] {
        let server = Server::start(move |_, _| {
            let headers: &[_] = if content_type.is_empty() {
                &[]
            } else {
                &[("content-type", content_type)]
            };
            reply(200, headers, body)
        })
        .await;
        assert_eq!(
            *call::<JsonOrText<Value>>(&server).await.unwrap(),
            expected,
            "{content_type} {body}"
        );
    }
    // JSON of another shape is an error and not a text.
    let server = Server::start(|_, _| reply(200, &[], r#"{"text":1}"#)).await;
    let error = call::<JsonOrText<std::collections::BTreeMap<String, String>>>(&server)
        .await
        .unwrap_err();
    assert_eq!((error.kind(), error.json_path()), (ErrorKind::Decode, Some("text")));
}

#[tokio::test]
async fn plain_text_must_be_text() {
    let server = Server::start(|count, _| reply(200, &[], if count == 0 { &b"h\xc3\xbc"[..] } else { b"h\xff" })).await;
    assert_eq!(call::<PlainText>(&server).await.unwrap().value(), "hü");
    assert_eq!(call::<PlainText>(&server).await.unwrap_err().kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn responses_past_the_limit_are_refused() {
    let server = Server::start_with(|count, _| {
        let body = format!("\"{}\"", "x".repeat(100));
        // With and without a length seen beforehand.
        let head = if count == 0 {
            reply(200, &[], &body)
        } else {
            [open_head("application/json"), body.into()].concat()
        };
        (vec![head], false)
    })
    .await;
    let pipeline = server.builder().with_max_response_bytes(50).build().unwrap();
    for _ in 0..2 {
        let error = RequestBuilder::<Json<Value>>::new(&pipeline, Request::new(&GET).path("id", "x"))
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TooLarge, "{error:?}");
    }
}

#[tokio::test]
async fn body_is_read_whole_or_as_a_stream() {
    let content: Vec<u8> = (0..=255).cycle().take(100_000).collect();
    let body = content.clone();
    let server = Server::start(move |_, _| reply(200, &[("content-type", "audio/mpeg")], &body)).await;
    let response = call::<Binary>(&server).await.unwrap();
    assert_eq!(
        (response.content_type(), response.content_length()),
        (Some("audio/mpeg"), Some(100_000))
    );
    assert_eq!(response.into_value().bytes(100_000).await.unwrap(), content);
    let mut stream = call::<Binary>(&server).await.unwrap().into_value();
    let mut read = Vec::new();
    while let Some(chunk) = stream.next().await {
        read.extend_from_slice(&chunk.unwrap());
    }
    assert_eq!(read, content);
    let error = call::<Binary>(&server)
        .await
        .unwrap()
        .into_value()
        .bytes(99_999)
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge);
}

#[tokio::test]
async fn saved_whole_or_not_at_all() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("out.bin");
    let names = || {
        std::fs::read_dir(directory.path())
            .unwrap()
            .map(|e| e.unwrap().file_name())
            .collect::<Vec<_>>()
    };
    let server = Server::start_with(|count, _| {
        if count == 0 {
            (vec![reply(200, &[], "all of it")], false)
        } else {
            (
                vec![b"HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\nhalf".to_vec()],
                false,
            )
        }
    })
    .await;
    assert_eq!(
        call::<Binary>(&server)
            .await
            .unwrap()
            .into_value()
            .save_to(&path)
            .await
            .unwrap(),
        9
    );
    assert_eq!(std::fs::read(&path).unwrap(), b"all of it");
    #[cfg(unix)]
    assert_ne!(
        std::os::unix::fs::PermissionsExt::mode(&path.metadata().unwrap().permissions()) & 0o040,
        0
    );
    // The connection breaks: the old file stays, nothing lies beside it.
    let error = call::<Binary>(&server)
        .await
        .unwrap()
        .into_value()
        .save_to(&path)
        .await
        .unwrap_err();
    assert_eq!(
        (error.kind(), error.is_transient()),
        (ErrorKind::Body, true),
        "{error:?}"
    );
    assert_eq!(std::fs::read(&path).unwrap(), b"all of it");
    assert_eq!(names(), ["out.bin"]);
    let missing = directory.path().join("missing/out.bin");
    let error = call::<Binary>(&server)
        .await
        .unwrap()
        .into_value()
        .save_to(&missing)
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::File);
    assert!(error.to_string().contains("missing/out.bin"), "{error}");
}

#[tokio::test]
async fn download_is_bounded_by_the_idle_timeout_alone() {
    let server = Server::start_with(|_, _| (vec![open_head("audio/mpeg"), b"some".to_vec()], true)).await;
    let call = call::<Binary>(&server)
        .with_timeout(Duration::from_millis(300))
        .with_idle_timeout(Duration::from_millis(600));
    let start = std::time::Instant::now();
    let error = call.await.unwrap().into_value().bytes(1000).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(start.elapsed() >= Duration::from_millis(600));
}
