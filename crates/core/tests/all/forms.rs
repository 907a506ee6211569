//! Multipart forms as they arrive.

use std::io::Write;

use azure_openai_core::{Bytes, Error, ErrorKind, FilePart, Form, Json, Request, RequestBuilder, Response, Value};
use futures_util::stream;

use crate::server::{POST, Recorded, Server, json, reply};

async fn send(server: &Server, form: Form) -> Result<Response<Value>, Error> {
    RequestBuilder::<Json<Value>>::new(&server.pipeline(), Request::new(&POST).form(form)).await
}

/// The body with the boundary, which is another each time, replaced.
fn readable(request: &Recorded) -> String {
    let boundary = request
        .header("content-type")
        .unwrap()
        .split("boundary=")
        .nth(1)
        .unwrap();
    request.text().replace(boundary, "B").replace("\r\n", "\n")
}

fn chunks(texts: &'static [&'static str]) -> impl futures_core::Stream<Item = Result<Bytes, std::io::Error>> {
    stream::iter(texts.iter().map(|text| Ok(Bytes::from_static(text.as_bytes()))))
}

#[tokio::test]
async fn form_parts_have_names_types_and_contents() {
    let server = Server::start(|_, _| json("{}")).await;
    let form = Form::new()
        .text("purpose", "batch")
        .text("expires_after.seconds", &1_209_600)
        .file("file", FilePart::from_bytes("a\"b\r\nX: y/../ü.jsonl", "{}\n"))
        .file(
            "plain",
            FilePart::from_bytes("noext", "x").with_content_type("text/x-own"),
        )
        .file("odd", FilePart::from_bytes("noext", ""));
    send(&server, form).await.unwrap();
    let sent = server.last();
    assert_eq!(sent.header("content-length").unwrap(), sent.body.len().to_string());
    insta::assert_snapshot!(readable(&sent), @r#"
--B
Content-Disposition: form-data; name="purpose"

batch
--B
Content-Disposition: form-data; name="expires_after.seconds"

1209600
--B
Content-Disposition: form-data; name="file"; filename="a%22b%0D%0AX: y/../ü.jsonl"
Content-Type: application/jsonl

{}

--B
Content-Disposition: form-data; name="plain"; filename="noext"
Content-Type: text/x-own

x
--B
Content-Disposition: form-data; name="odd"; filename="noext"
Content-Type: application/octet-stream


--B--
"#);
}

#[tokio::test]
async fn file_parts_come_from_paths_and_streams() {
    let mut file = tempfile::Builder::new().suffix(".wav").tempfile().unwrap();
    let content = vec![b'w'; 700_000];
    file.write_all(&content).unwrap();
    let server = Server::start(|_, _| json("{}")).await;
    send(
        &server,
        Form::new().file("file", FilePart::from_path(file.path()).with_file_name("v.wav")),
    )
    .await
    .unwrap();
    let sent = server.last();
    assert_eq!(sent.header("content-length").unwrap(), sent.body.len().to_string());
    assert!(
        sent.text()
            .contains("filename=\"v.wav\"\r\nContent-Type: audio/wav\r\n\r\nwww")
    );
    assert_eq!(
        sent.body.iter().filter(|byte| **byte == b'w').count(),
        700_000 + "v.wav/wav form-data".matches('w').count()
    );

    send(
        &server,
        Form::new().file("file", FilePart::from_stream("s", chunks(&["ab", "cd"]), Some(4))),
    )
    .await
    .unwrap();
    let sent = server.last();
    assert_eq!(sent.header("content-length").unwrap(), sent.body.len().to_string());
    assert!(sent.text().contains("\r\n\r\nabcd\r\n"));

    send(
        &server,
        Form::new().file("file", FilePart::from_stream("s", chunks(&["ab", "cd"]), None)),
    )
    .await
    .unwrap();
    let sent = server.last();
    assert_eq!(
        (sent.header("content-length"), sent.header("transfer-encoding")),
        (None, Some("chunked"))
    );
    assert!(sent.text().contains("\r\n\r\nabcd\r\n"));
}

#[tokio::test]
async fn error_names_the_file_that_cannot_be_read() {
    let server = Server::start(|_, _| json("{}")).await;
    let broken = stream::iter([
        Ok(Bytes::from_static(b"ab")),
        Err(std::io::Error::other("the tape tore")),
    ]);
    let directory = tempfile::tempdir().unwrap();
    for (part, what) in [
        (
            FilePart::from_path("/no/such/file.txt"),
            "`/no/such/file.txt` cannot be read",
        ),
        (FilePart::from_path(directory.path()), "is a directory"),
        (FilePart::from_stream("s", broken, None), "the tape tore"),
        (
            FilePart::from_stream("s", chunks(&["ab"]), Some(4)),
            "ended after 2 of 4 bytes",
        ),
        (
            FilePart::from_stream("s", chunks(&["ab", "cde"]), Some(4)),
            "more than the 4 bytes",
        ),
    ] {
        let error = send(&server, Form::new().file("file", part)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::File, "{error:?}");
        assert!(error.to_string().contains(what), "{error}");
    }
    for content_type in ["no type", "text/plain\r\nX: y"] {
        let part = FilePart::from_bytes("a", "").with_content_type(content_type);
        let error = send(&server, Form::new().file("file", part)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    }
}

#[tokio::test]
async fn file_changed_during_upload_is_an_error() {
    // `/proc/self/status` has length 0 by its metadata and contents all the same.
    if cfg!(target_os = "linux") {
        let server = Server::start(|_, _| json("{}")).await;
        let form = Form::new().file("file", FilePart::from_path("/proc/self/status"));
        let error = send(&server, form).await.unwrap_err();
        assert!(error.to_string().contains("has more than the 0 bytes"), "{error}");
    }
}

#[tokio::test]
async fn stream_body_is_sent_once_and_others_are_retried() {
    let server = Server::start(|_, _| reply(500, &[], "")).await;
    let part = FilePart::from_stream("s", chunks(&["ab"]), None);
    let form = Form::new().file("file", part.clone());
    assert!(!form.is_replayable());
    assert_eq!(send(&server, form.clone()).await.unwrap_err().kind(), ErrorKind::Status);
    let error = send(&server, form).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(
        error.to_string().contains("`file` is a stream that was sent before"),
        "{error}"
    );
    assert_eq!(server.requests().len(), 1);

    let form = Form::new().file("file", FilePart::from_bytes("s", "again"));
    for _ in 0..2 {
        send(&server, form.clone()).await.unwrap_err();
        assert!(server.last().text().contains("again"));
    }
}
