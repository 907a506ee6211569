//! Requests and tokens a minute.

use std::sync::Arc;
use std::time::Duration;

use azure_openai_emulator::{Emulator, StartError};
use serde_json::{Value, json};

use crate::client::{Client, INFERENCE, Response};

fn hi() -> Value {
    json!({"messages": [{"role": "user", "content": "hi"}]})
}

fn number(response: &Response, name: &str) -> u64 {
    response.headers[name].to_str().unwrap().parse().unwrap()
}

#[tokio::test]
async fn requests_past_the_limit_are_refused_until_the_minute_is_over() {
    let client = Client::of(
        Emulator::builder()
            .with_clock_speed(0.0)
            .with_rate_limit("gpt-4o", 2, 100_000),
    )
    .await;
    let clock = client.emulator.clock();
    let first = client.chat(&hi()).await;
    assert_eq!(first.status, 200);
    for (name, value) in [
        ("x-ratelimit-limit-requests", 2),
        ("x-ratelimit-limit-tokens", 100_000),
        ("x-ratelimit-remaining-requests", 1),
        ("x-ratelimit-reset-requests", 60),
        ("x-ratelimit-reset-tokens", 60),
    ] {
        assert_eq!(number(&first, name), value, "{name}");
    }
    clock.advance(Duration::from_millis(20_500));
    // A request that is refused for its content counts too.
    assert_eq!(client.chat(&json!({})).await.status, 400);
    let refused = client.chat(&hi()).await;
    let error = refused.error(429, "429");
    let message = error["message"].as_str().unwrap();
    assert!(
        message.contains("call rate limit") && message.contains("Please retry after 40 seconds"),
        "{message}"
    );
    assert!(
        message.contains("ChatCompletions_Create") && message.contains(INFERENCE),
        "{message}"
    );
    assert_eq!(
        (number(&refused, "retry-after"), number(&refused, "retry-after-ms")),
        (40, 40_000)
    );
    assert_eq!(number(&refused, "x-ratelimit-remaining-requests"), 0);
    // Other deployments have limits of their own.
    assert_eq!(client.embed(&json!({"input": "a"})).await.status, 200);
    clock.advance(Duration::from_millis(39_400));
    client.chat(&hi()).await.error(429, "429");
    clock.advance(Duration::from_millis(100));
    assert_eq!(client.chat(&hi()).await.status, 200);
}

#[tokio::test]
async fn the_request_that_crosses_the_token_limit_is_the_last() {
    let client = Client::of(
        Emulator::builder()
            .with_clock_speed(0.0)
            .with_rate_limit("gpt-4o", 100, 5),
    )
    .await;
    let first = client.chat(&hi()).await;
    assert_eq!(
        (first.status.as_u16(), number(&first, "x-ratelimit-remaining-tokens")),
        (200, 0)
    );
    let error = client.chat(&hi()).await.error(429, "429");
    assert!(error["message"].as_str().unwrap().contains("token rate limit"));
    client.emulator.clock().advance(Duration::from_secs(60));
    assert_eq!(client.chat(&hi()).await.status, 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn limits_are_exact_under_many_clients() {
    let client = Arc::new(
        Client::of(
            Emulator::builder()
                .with_clock_speed(0.0)
                .with_rate_limit("gpt-4o", 25, 1_000_000),
        )
        .await,
    );
    let asked: Vec<_> = (0..64)
        .map(|_| {
            let client = Arc::clone(&client);
            tokio::spawn(async move { client.chat(&hi()).await.status.as_u16() })
        })
        .collect();
    let mut statuses = Vec::new();
    for task in asked {
        statuses.push(task.await.unwrap());
    }
    statuses.sort_unstable();
    assert_eq!(statuses, [vec![200; 25], vec![429; 39]].concat());
}

#[tokio::test]
async fn gateway_limit_has_the_gateways_error() {
    let client = Client::of(Emulator::builder().with_clock_speed(0.0).with_gateway_limit(1)).await;
    assert_eq!(client.get("/models").await.status, 200);
    let refused = client.get("/models").await;
    assert_eq!((refused.status.as_u16(), number(&refused, "retry-after")), (429, 60));
    assert_eq!(
        refused.json(),
        json!({"statusCode": 429, "message": "Rate limit is exceeded. Try again in 60 seconds."})
    );
    assert!(!refused.headers.contains_key("apim-request-id"));
    client.emulator.clock().advance(Duration::from_secs(60));
    assert_eq!(client.get("/models").await.status, 200);
}

#[tokio::test]
async fn limit_of_an_unknown_deployment_is_refused() {
    let error = Emulator::builder()
        .with_rate_limit("mine", 1, 1)
        .start()
        .await
        .unwrap_err();
    assert!(
        matches!(&error, StartError::UnknownDeployment { deployment, .. } if deployment == "mine"),
        "{error}"
    );
}
