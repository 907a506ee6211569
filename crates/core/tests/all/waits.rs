//! When requests are retried, how often, and what an error reports of it.

use std::time::Duration;

use azure_openai_core::error::GaveUp;
use azure_openai_core::{ErrorKind, Jitter, Json, Request, RequestBuilder, RetryPolicy, Value};

use crate::retries::{call, failing, quick};
use crate::server::{GET, POST, Server, json, reply};

const MS: fn(u64) -> Duration = Duration::from_millis;

#[tokio::test]
async fn attempts_are_reported() {
    let server = Server::start(|count, _| match count {
        0 => reply(429, &[("retry-after-ms", "70"), ("x-request-id", "r-0")], ""),
        1 => Vec::new(),
        _ => reply(400, &[("x-request-id", "r-2")], ""),
    })
    .await;
    let error = call(&server, &GET, quick().with_jitter(Jitter::None))
        .await
        .unwrap_err();
    let seen: Vec<_> = error
        .attempts()
        .iter()
        .map(|attempt| {
            assert_eq!(attempt.endpoint.origin(), server.url);
            let status = attempt.status.map(|status| status.as_u16());
            (attempt.kind, status, attempt.request_id.as_deref(), attempt.wait)
        })
        .collect();
    assert_eq!(
        seen,
        [
            (ErrorKind::Status, Some(429), Some("r-0"), Some(MS(70))),
            (ErrorKind::Send, None, None, Some(MS(4))),
            (ErrorKind::Status, Some(400), Some("r-2"), None),
        ]
    );
    let attempts = error.attempts();
    assert!(attempts[0].began < attempts[1].began && attempts[2].began >= MS(74));
    assert!(error.elapsed().unwrap() >= attempts[2].began + attempts[2].took);
    assert_eq!(error.gave_up(), None);
    assert!(format!("{error:?}").contains("then waited 70ms"));
}

#[tokio::test]
async fn wait_past_the_limit_fails_at_once_and_is_reported() {
    for (headers, body, wait) in [
        (vec![("retry-after", "86400")], "", 86_400_000),
        (vec![("retry-after-ms", "60001")], "", 60_001),
        (vec![("x-ms-retry-after-ms", "61000")], "", 61_000),
        (
            vec![],
            r#"{"statusCode":429,"message":"Rate limit is exceeded. Try again in 120 seconds."}"#,
            120_000,
        ),
    ] {
        let server = Server::start(move |_, _| reply(429, &headers, body)).await;
        let error = call(&server, &GET, RetryPolicy::new()).await.unwrap_err();
        assert_eq!(error.retry_after(), Some(MS(wait)));
        assert_eq!((error.gave_up(), server.requests().len()), (Some(GaveUp::LongWait), 1));
        let text = error.to_string();
        assert!(text.contains(&format!("wait {:.1} s", wait as f64 / 1000.0)), "{text}");
        assert!(text.contains("longer than the retry policy allows"), "{text}");
    }
}

#[tokio::test]
async fn a_wait_past_the_deadline_fails_at_once() {
    let server = Server::start(|_, _| reply(429, &[("retry-after", "20")], "")).await;
    let pipeline = server.builder().with_retry_policy(RetryPolicy::new()).build().unwrap();
    let call = RequestBuilder::<Json<Value>>::new(&pipeline, Request::new(&GET).path("id", "x"));
    let error = call.with_timeout(Duration::from_secs(15)).await.unwrap_err();
    assert!(error.is_rate_limited(), "{error:?}");
    assert_eq!(
        (error.gave_up(), error.retry_after()),
        (Some(GaveUp::Deadline), Some(Duration::from_secs(20)))
    );
    assert!(error.elapsed().unwrap() < Duration::from_secs(15));
}

#[tokio::test]
async fn exhausted_retry_budget_is_refilled_by_successes() {
    let server = Server::start(|_, request| {
        if request.header("x-good").is_some() {
            json("{}")
        } else {
            reply(503, &[], "")
        }
    })
    .await;
    let pipeline = server
        .builder()
        .with_retry_policy(quick())
        .with_retry_capacity(32)
        .build()
        .unwrap();
    let bad = || RequestBuilder::<Json<Value>>::new(&pipeline, Request::new(&GET).path("id", "x"));
    let mut attempts = Vec::new();
    for _ in 0..4 {
        attempts.push(bad().await.unwrap_err().attempts().len());
    }
    // Six retries of 5 tokens each, and none after that.
    assert_eq!(attempts, [4, 4, 1, 1]);
    let error = bad().await.unwrap_err();
    assert_eq!(error.gave_up(), Some(GaveUp::Throttled));
    assert!(error.to_string().contains("retry budget exhausted"), "{error}");
    for _ in 0..3 {
        bad().with_header("x-good", "1").await.unwrap();
    }
    assert_eq!(bad().await.unwrap_err().attempts().len(), 2);
}

/// On a paused clock: the waits are as long as they should be, to the millisecond of tokio's timer.
#[tokio::test(start_paused = true)]
async fn waits_are_as_long_as_asked_for() {
    for (headers, expected) in [
        (&[("retry-after", "30")][..], MS(30_000)),
        (&[("retry-after", "60")], MS(60_000)),
        (&[("retry-after-ms", "1500"), ("retry-after", "9")], MS(9000)),
        (&[("x-ms-retry-after-ms", "2500")], MS(2500)),
        (&[("retry-after", "Thu, 01 Jan 1970 00:00:00 GMT")], MS(500)),
        (&[("retry-after", "0"), ("retry-after-ms", "0")], MS(500)),
        (&[("retry-after", "-5")], MS(500)),
        (&[("retry-after", "soon")], MS(500)),
        (&[], MS(500)),
    ] {
        let server = failing(1, move || reply(429, headers, "")).await;
        let began = tokio::time::Instant::now();
        let policy = RetryPolicy::new().with_jitter(Jitter::None);
        assert_eq!(call(&server, &POST, policy).await.unwrap(), 2);
        let waited = began.elapsed();
        assert!(
            (expected..expected + MS(5)).contains(&waited),
            "{headers:?}: {waited:?}"
        );
    }
}

/// A service that asks for less each time than the client would wait by itself is believed once.
#[tokio::test(start_paused = true)]
async fn from_second_retry_on_no_wait_is_shorter_than_backoff() {
    let server = failing(3, || reply(429, &[("retry-after-ms", "100")], "")).await;
    let began = tokio::time::Instant::now();
    let policy = RetryPolicy::new().with_jitter(Jitter::None);
    assert_eq!(call(&server, &POST, policy).await.unwrap(), 4);
    let expected = MS(100 + 1000 + 2000);
    assert!(
        (expected..expected + MS(10)).contains(&began.elapsed()),
        "{:?}",
        began.elapsed()
    );
}

#[tokio::test]
async fn a_call_has_its_own_policy() {
    let server = Server::start(|_, _| reply(503, &[], "")).await;
    for (policy, requests) in [
        (RetryPolicy::none(), 1),
        (quick().with_max_retries(1), 2),
        (quick().with_max_retries(5), 6),
    ] {
        let before = server.requests().len();
        let error = server.get().with_retry_policy(policy).await.unwrap_err();
        assert_eq!(server.requests().len() - before, requests);
        assert_eq!(error.attempts().len(), requests);
    }
}

#[tokio::test]
async fn request_dropped_during_backoff_is_not_retried() {
    let server = Server::start(|_, _| reply(429, &[("retry-after-ms", "40")], "")).await;
    let pipeline = server.builder().with_retry_policy(quick()).build().unwrap();
    let call = RequestBuilder::<Json<Value>>::new(&pipeline, Request::new(&GET).path("id", "x"));
    let task = tokio::spawn(call.into_future());
    server.wait_for_requests(1).await;
    task.abort();
    assert!(task.await.unwrap_err().is_cancelled());
    tokio::time::sleep(MS(100)).await;
    assert_eq!(server.requests().len(), 1);
}
