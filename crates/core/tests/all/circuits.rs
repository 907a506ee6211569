//! Endpoints that are skipped while their circuit is open.

use std::time::Duration;

use azure_openai_core::error::GaveUp;
use azure_openai_core::{Error, ErrorKind, RetryPolicy};

use crate::failover::{chat, chat_of, counts, healthy, over};
use crate::retries::quick;
use crate::server::{Server, json, reply};

const MS: fn(u64) -> Duration = Duration::from_millis;

/// Two endpoints that both reply 429, the first of them for 30 seconds and the second for `second`.
async fn both_limited(second: &'static str) -> (Server, Server) {
    let limited = |seconds: &'static str| {
        Server::start(move |count, _| match count {
            0 => reply(429, &[("retry-after", seconds)], ""),
            _ => json("{}"),
        })
    };
    (limited("30").await, limited(second).await)
}

#[tokio::test]
async fn a_circuit_opens_for_one_deployment_or_for_all() {
    let limited = Server::start(|_, request| {
        if request.line().contains("/busy/") {
            reply(429, &[("retry-after", "600")], "")
        } else {
            json("{}")
        }
    })
    .await;
    let (refusing, good) = (Server::refusing().await, healthy().await);
    for (bad, other) in [(&limited, &limited), (&refusing, &good)] {
        let pipeline = over(&[bad, &good]).build().unwrap();
        chat_of(&pipeline, "busy").await.unwrap();
        let response = chat_of(&pipeline, "free").await.unwrap();
        assert_eq!(
            (response.head().endpoint().unwrap().origin(), response.head().attempts()),
            (&*other.url, 1)
        );
    }
}

#[tokio::test(start_paused = true)]
async fn request_waits_for_the_first_circuit_to_close() {
    let (first, second) = both_limited("7").await;
    let pipeline = over(&[&first, &second]).build().unwrap();
    let began = tokio::time::Instant::now();
    let response = chat(&pipeline).await.unwrap();
    assert_eq!(
        (response.head().endpoint().unwrap().origin(), response.head().attempts()),
        (&*second.url, 3)
    );
    let waited = began.elapsed();
    assert!((MS(7000)..MS(7010)).contains(&waited), "{waited:?}");
    // The first one's time is up later, and it is preferred again.
    tokio::time::sleep(Duration::from_secs(24)).await;
    let response = chat(&pipeline).await.unwrap();
    assert_eq!(response.head().endpoint().unwrap().origin(), first.url);
    assert_eq!(counts(&[&first, &second]), [2, 2]);
}

/// They go together when the wait is over: the first one's reply may take a minute, and there is nowhere else to go.
#[tokio::test(start_paused = true)]
async fn requests_that_waited_together_do_not_wait_for_the_first() {
    let limited = Server::start(|count, _| match count {
        0..10 => reply(429, &[("retry-after", "7")], ""),
        _ => json("{}"),
    })
    .await;
    let refusing = Server::refusing().await;
    let pipeline = over(&[&limited, &refusing])
        .with_fallback_cool_down(MS(7000))
        .build()
        .unwrap();
    let began = tokio::time::Instant::now();
    let calls = (0..10).map(|_| chat(&pipeline).into_future());
    for result in futures_util::future::join_all(calls).await {
        assert_eq!(result.unwrap().head().endpoint().unwrap().origin(), limited.url);
    }
    let waited = began.elapsed();
    assert!((MS(7000)..MS(7100)).contains(&waited), "{waited:?}");
    assert_eq!(limited.requests().len(), 20);
}

#[tokio::test]
async fn long_open_circuits_fail_the_request_with_retry_after() {
    let (first, second) = both_limited("90").await;
    let pipeline = over(&[&first, &second]).build().unwrap();
    let policy = quick().with_max_wait(Duration::from_secs(5));
    // A call that was sent fails with what it was seen last, and the wait of the endpoint that is back first.
    let error = chat(&pipeline).with_retry_policy(policy).await.unwrap_err();
    let within = |error: &Error| {
        let wait = error.retry_after().unwrap();
        assert!((MS(25_000)..=MS(30_000)).contains(&wait), "{wait:?}");
    };
    assert!(error.is_rate_limited());
    assert_eq!((error.attempts().len(), error.gave_up()), (2, Some(GaveUp::LongWait)));
    within(&error);
    // A call that was not sent says so.
    let error = chat(&pipeline).with_retry_policy(policy).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::CircuitOpen);
    assert!(error.is_circuit_open() && error.is_transient() && !error.may_have_been_processed());
    assert!(error.attempts().is_empty() && error.status().is_none());
    within(&error);
    let text = error.to_string();
    assert!(
        text.starts_with("Chat_Create: every endpoint failed") && text.contains("wait "),
        "{text}"
    );
    assert_eq!(counts(&[&first, &second]), [1, 1]);
    // Without retries it does not wait either.
    let error = chat(&pipeline)
        .with_retry_policy(RetryPolicy::none())
        .await
        .unwrap_err();
    assert!(error.is_circuit_open());
}

#[tokio::test(start_paused = true)]
async fn recovered_endpoint_is_probed_by_one_request() {
    let recovering = Server::start(|count, _| match count {
        0 | 1 => reply(500, &[], ""),
        _ => json("{}"),
    })
    .await;
    let good = healthy().await;
    let pipeline = over(&[&recovering, &good])
        .with_fallback_cool_down(MS(8000))
        .build()
        .unwrap();
    chat(&pipeline).await.unwrap();
    assert_eq!(counts(&[&recovering, &good]), [1, 1]);
    tokio::time::sleep(MS(8100)).await;
    // The try fails, and the call moves on; the circuit is open for twice as long.
    assert_eq!(
        chat(&pipeline).await.unwrap().head().endpoint().unwrap().origin(),
        good.url
    );
    assert_eq!(counts(&[&recovering, &good]), [2, 2]);
    tokio::time::sleep(MS(16_100)).await;
    for _ in 0..2 {
        let response = chat(&pipeline).await.unwrap();
        assert_eq!(response.head().endpoint().unwrap().origin(), recovering.url);
    }
}

/// Even one that takes calls again at once is not asked twice before the others.
#[tokio::test]
async fn endpoint_with_zero_retry_after_is_still_skipped_once() {
    let bad = Server::start(|_, _| reply(503, &[("retry-after", "0")], "")).await;
    let good = healthy().await;
    let pipeline = over(&[&bad, &bad, &good]).build().unwrap();
    let response = chat(&pipeline).await.unwrap();
    assert_eq!(
        (response.head().endpoint().unwrap().origin(), response.head().attempts()),
        (&*good.url, 3)
    );
}
