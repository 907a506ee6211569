//! What is retried, and what is not.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use azure_openai_core::error::GaveUp;
use azure_openai_core::{
    Credential, Error, ErrorKind, FilePart, Form, Json, Method, NoContent, Operation, Request, RequestBuilder,
    RetryPolicy, Secret, TokenFuture, TokenProvider, Value,
};
use futures_util::stream;

use crate::server::{CHAT, GET, POST, Recorded, Server, json, open_head, reply};

const MS: fn(u64) -> Duration = Duration::from_millis;

/// Three retries, and waits that no test has to notice.
pub(crate) fn quick() -> RetryPolicy {
    RetryPolicy::new().with_backoff(MS(2), MS(4))
}

pub(crate) async fn call(server: &Server, operation: &'static Operation, policy: RetryPolicy) -> Result<u32, Error> {
    let pipeline = server.builder().with_retry_policy(policy).build().unwrap();
    let request = Request::new(operation).json(&serde_json::json!({"n": 1}));
    let request = match operation.path.contains("{id}") {
        true => request.path("id", "x"),
        false if operation.is_inference() => request.path("deployment-id", "d"),
        false => request,
    };
    let response = RequestBuilder::<Json<Value>>::new(&pipeline, request).await?;
    assert_eq!(response["ok"], true);
    Ok(response.head().attempts())
}

/// A server that gives the same bad reply `failures` times and then a good one.
pub(crate) async fn failing(failures: usize, bad: impl Fn() -> Vec<u8> + Send + Sync + 'static) -> Server {
    Server::start(move |count, _| {
        if count < failures {
            bad()
        } else {
            json(r#"{"ok":true}"#)
        }
    })
    .await
}

#[tokio::test]
async fn statuses_are_retried_by_idempotence() {
    const IN_USE: &str = r#"{"error":{"code":"conflict","message":"The file is in use by a job."}}"#;
    const BUSY: &str = r#"{"error":{"code":"RequestConflict","message":"Another operation is being performed."}}"#;
    let none: &[(&str, &str)] = &[];
    let soon: &[(&str, &str)] = &[("retry-after-ms", "50")];
    // Status, headers, body; whether calls that may be repeated and calls that create are retried.
    for (status, headers, body, repeated, created) in [
        (400, none, "", false, false),
        (400, soon, "", false, false),
        (401, none, "", false, false),
        (403, none, "", false, false),
        (404, none, "", false, false),
        (408, none, "", true, false),
        (409, none, IN_USE, false, false),
        (409, none, "", false, false),
        (409, none, BUSY, true, false),
        (409, soon, IN_USE, true, false),
        (412, none, "", false, false),
        (413, none, "", false, false),
        (422, none, "", false, false),
        (429, none, "", true, true),
        (429, soon, "", true, true),
        (500, none, "", true, false),
        (500, soon, "", true, false),
        (501, none, "", false, false),
        (502, none, "<html>", true, false),
        (503, none, "", true, false),
        (499, none, "", true, false),
        (503, soon, "", true, false),
        (503, none, "Try again in 0.001 seconds.", true, false),
        (520, none, "<html>", true, false),
        (524, none, "<html>", true, false),
        (504, none, "", true, false),
        (302, none, "", false, false),
    ] {
        for (operation, again) in [(&GET, repeated), (&CHAT, repeated), (&POST, created)] {
            let what = format!("{status} {headers:?} {body} for {}", operation.id);
            let headers = headers.to_vec();
            let server = failing(2, move || reply(status, &headers, body)).await;
            let result = call(&server, operation, quick()).await;
            let requests = server.requests().len();
            if again {
                assert_eq!(result.unwrap(), 3, "{what}");
                assert_eq!(requests, 3, "{what}");
            } else {
                let error = result.unwrap_err();
                assert_eq!((requests, error.attempts().len()), (1, 1), "{what}");
                let expected = repeated.then_some(GaveUp::MayHaveBeenProcessed);
                assert_eq!(error.gave_up(), expected, "{what}");
                let processed = repeated || status == 302;
                assert_eq!(error.may_have_been_processed(), processed, "{what}");
                assert_eq!(error.is_transient(), repeated, "{what}");
            }
        }
    }
}

#[tokio::test]
async fn each_attempt_is_the_same_request_in_full() {
    let server = failing(3, || reply(503, &[], "")).await;
    assert_eq!(call(&server, &CHAT, quick()).await.unwrap(), 4);
    let requests = server.requests();
    assert_eq!(requests.len(), 4);
    for request in &requests {
        assert_eq!(
            (request.line(), request.text()),
            (requests[0].line(), r#"{"n":1}"#.to_owned())
        );
    }
}

#[tokio::test]
async fn broken_connection_is_a_typed_error() {
    let broken_head = b"HTTP/1.1 200 OK\r\ncontent-le".to_vec();
    let broken_body = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"ok\"".to_vec();
    for (bytes, kind) in [
        (Vec::new(), ErrorKind::Send),
        (broken_head, ErrorKind::Send),
        (broken_body, ErrorKind::Body),
    ] {
        for (operation, policy, attempts) in [
            (&GET, quick(), 2),
            (&CHAT, quick(), 2),
            (&POST, quick(), 1),
            (&POST, quick().with_non_idempotent_retries(true), 2),
            (&GET, RetryPolicy::none(), 1),
        ] {
            let bytes = bytes.clone();
            let server = failing(1, move || bytes.clone()).await;
            let result = call(&server, operation, policy).await;
            assert_eq!(server.requests().len(), attempts, "{kind:?} {result:?}");
            match result {
                Ok(count) => assert_eq!(count as usize, attempts),
                Err(error) => {
                    assert_eq!((error.kind(), error.may_have_been_processed()), (kind, true));
                    let expected = match operation.is_idempotent() {
                        true => GaveUp::Retries,
                        false => GaveUp::MayHaveBeenProcessed,
                    };
                    assert_eq!(error.gave_up(), Some(expected));
                }
            }
        }
    }
}

#[tokio::test]
async fn success_that_cannot_be_read_may_have_been_processed_and_is_not_retried() {
    let empty = || reply(200, &[], "");
    let no_content = || reply(204, &[], "");
    let page = || reply(200, &[("content-type", "text/html")], "<html>");
    let undecodable = || reply(200, &[("content-encoding", "br")], "?");
    for bad in [
        &empty as &(dyn Fn() -> Vec<u8> + Sync),
        &no_content,
        &page,
        &undecodable,
    ] {
        let bytes = bad();
        let server = failing(9, move || bytes.clone()).await;
        let error = call(&server, &POST, quick()).await.unwrap_err();
        assert!(error.is_decode() && error.may_have_been_processed(), "{error:?}");
        assert!(!error.is_transient());
        assert_eq!(server.requests().len(), 1);
    }
}

#[tokio::test]
async fn first_failure_slows_other_requests_of_the_deployment_down() {
    let server = Server::start(|count, _| match count {
        0 => reply(429, &[("retry-after-ms", "300")], ""),
        _ => json(r#"{"ok":true}"#),
    })
    .await;
    let pipeline = server.builder().with_retry_policy(quick()).build().unwrap();
    let chat = |deployment: &str| {
        let request = Request::new(&CHAT).path("deployment-id", deployment);
        RequestBuilder::<Json<Value>>::new(&pipeline, request.json(&serde_json::json!({})))
    };
    let first = tokio::spawn(chat("busy").into_future());
    server.wait_for_requests(1).await;
    // Until the client has read the response.
    tokio::time::sleep(MS(50)).await;
    let others: Vec<_> = (0..5).map(|_| tokio::spawn(chat("busy").into_future())).collect();
    // Neither another deployment nor a request without retries waits.
    chat("free").await.unwrap();
    chat("busy").with_retry_policy(RetryPolicy::none()).await.unwrap();
    assert_eq!(server.requests().len(), 3);
    for other in others {
        assert_eq!(other.await.unwrap().unwrap().head().attempts(), 1);
    }
    first.await.unwrap().unwrap();
    assert_eq!(server.requests().len(), 9);
}

#[tokio::test]
async fn wait_that_is_too_long_does_not_hold_up_other_requests() {
    let server = Server::start(|_, _| reply(429, &[("retry-after", "86400")], "")).await;
    let pipeline = server.builder().with_retry_policy(quick()).build().unwrap();
    for _ in 0..3 {
        let request = Request::new(&GET).path("id", "x");
        let error = RequestBuilder::<Json<Value>>::new(&pipeline, request)
            .await
            .unwrap_err();
        assert_eq!(error.gave_up(), Some(GaveUp::LongWait));
    }
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn failed_connection_is_retried_for_any_operation() {
    let server = Server::refusing().await;
    for operation in [&GET, &POST] {
        let error = call(&server, operation, quick()).await.unwrap_err();
        assert!(error.is_connect() && !error.may_have_been_processed(), "{error:?}");
        assert_eq!((error.attempts().len(), error.gave_up()), (4, Some(GaveUp::Retries)));
        let text = error.to_string();
        assert!(text.contains(", after 4 attempts in "), "{text}");
    }
}

#[tokio::test]
async fn stream_body_is_not_retried() {
    let form = |one_shot: bool| {
        let file = if one_shot {
            let chunks = stream::iter([Ok::<_, std::io::Error>("data")]);
            FilePart::from_stream("f.txt", chunks, Some(4))
        } else {
            FilePart::from_bytes("f.txt", "data")
        };
        Form::new().file("file", file)
    };
    for (one_shot, requests) in [(true, 1), (false, 2)] {
        let server = failing(1, || reply(429, &[("retry-after-ms", "1")], "")).await;
        let pipeline = server.builder().with_retry_policy(quick()).build().unwrap();
        let request = Request::new(&POST).form(form(one_shot));
        let result = RequestBuilder::<NoContent>::new(&pipeline, request).await;
        let sent: Vec<Recorded> = server.requests();
        assert_eq!(sent.len(), requests);
        assert!(sent.iter().all(|request| request.text().contains("data")));
        match result {
            Ok(response) => assert_eq!(response.head().attempts(), 2),
            Err(error) => {
                assert_eq!(error.gave_up(), Some(GaveUp::OneShotBody));
                let text = error.to_string();
                assert!(text.contains("not retried: the body is a stream"), "{text}");
            }
        }
    }
}

#[tokio::test]
async fn begun_stream_is_never_retried() {
    let server = Server::start(|count, _| match count {
        0 => reply(503, &[], ""),
        _ => {
            let mut bytes = open_head("text/event-stream");
            bytes.extend_from_slice(b"data: {\"n\":1}\n\n");
            bytes
        }
    })
    .await;
    let pipeline = server.builder().with_retry_policy(quick()).build().unwrap();
    let request = Request::new(&CHAT).path("deployment-id", "d");
    let call = RequestBuilder::<azure_openai_core::Events<Value>>::new(&pipeline, request);
    let response = call.await.unwrap();
    assert_eq!(response.head().attempts(), 2);
    let mut events = response.into_value();
    assert_eq!(events.next().await.unwrap().unwrap()["n"], 1);
    let error = events.next().await.unwrap().unwrap_err();
    assert!(error.is_truncated(), "{error:?}");
    assert!(events.next().await.is_none());
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn deletion_whose_response_was_lost_may_find_nothing_left() {
    static DELETE: Operation = Operation::new("Things_Delete", Method::DELETE, "/things/{id}");
    let server = Server::start(|count, _| match count {
        0 => Vec::new(),
        _ => reply(404, &[], ""),
    })
    .await;
    let error = call(&server, &DELETE, quick()).await.unwrap_err();
    assert!(error.is_not_found() && error.may_have_been_processed(), "{error:?}");
    assert_eq!(error.attempts().len(), 2);
}

/// Gives another token each time that it is asked.
#[derive(Default)]
struct Counting(AtomicUsize);

impl TokenProvider for Counting {
    fn token(&self) -> TokenFuture<'_> {
        let number = self.0.fetch_add(1, Ordering::Relaxed);
        Box::pin(async move { Ok(Secret::from(format!("token-{number}"))) })
    }
}

#[tokio::test]
async fn credential_is_requested_per_attempt_and_refreshed_once() {
    let server = Server::start(|count, _| match count {
        0 => reply(503, &[], ""),
        1 => reply(401, &[], ""),
        2 => reply(429, &[("retry-after-ms", "1")], ""),
        _ => reply(401, &[], ""),
    })
    .await;
    let pipeline = server
        .builder()
        .with_credential(Credential::from_provider(Arc::new(Counting::default())))
        .with_retry_policy(quick())
        .build()
        .unwrap();
    let request = || Request::new(&GET).path("id", "x");
    let call = RequestBuilder::<Json<Value>>::new(&pipeline, request());
    let error = call.await.unwrap_err();
    assert!(error.is_unauthorized(), "{error:?}");
    assert_eq!((error.attempts().len(), error.gave_up()), (4, None));
    let sent: Vec<_> = server
        .requests()
        .iter()
        .map(|request| request.header("authorization").unwrap().to_owned())
        .collect();
    assert_eq!(
        sent,
        ["Bearer token-0", "Bearer token-1", "Bearer token-2", "Bearer token-3"]
    );
    // A new token does not help where the body is gone.
    let file = FilePart::from_stream("f", stream::iter([Ok::<_, std::io::Error>("x")]), None);
    let form = Form::new().file("f", file);
    let call = RequestBuilder::<NoContent>::new(&pipeline, Request::new(&POST).form(form));
    let error = call.await.unwrap_err();
    assert!(error.is_unauthorized(), "{error:?}");
    assert_eq!(error.gave_up(), Some(GaveUp::OneShotBody));
    assert_eq!(server.requests().len(), 5);
}
