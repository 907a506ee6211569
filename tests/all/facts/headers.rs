//! Response headers.

use std::time::Duration;

use serde_json::json;
use tests::server::Reply;

use super::{hi, replying};

#[tokio::test]
async fn every_response_has_request_ids_region_and_rate_limits() {
    let response = Reply::json(&json!({"choices": []}))
        .with_header("apim-request-id", "apim-1")
        .with_header("x-request-id", "request-1")
        .with_header("x-ms-client-request-id", "mine-1")
        .with_header("x-ms-region", "Sweden Central")
        .with_header("x-ms-deployment-name", "gpt-4o")
        .with_header("x-ms-rai-invoked", "true")
        .with_header("x-ratelimit-remaining-requests", "9")
        .with_header("x-ratelimit-remaining-tokens", "-1")
        .with_header("x-ratelimit-limit-tokens", "1000")
        .with_header("x-ratelimit-reset-requests", "6");
    let (server, client) = replying(response).await;
    let call = client
        .inference()
        .chat_completions()
        .create("gpt-4o", &hi())
        .with_client_request_id("mine-1");
    let response = call.await.unwrap();
    assert_eq!(server.only().header("x-ms-client-request-id"), Some("mine-1"));
    assert_eq!(
        (response.head().request_id(), response.head().apim_request_id()),
        (Some("request-1"), Some("apim-1"))
    );
    assert_eq!(
        (response.head().client_request_id(), response.head().region()),
        (Some("mine-1"), Some("Sweden Central"))
    );
    assert_eq!(response.head().deployment(), Some("gpt-4o"));
    assert_eq!(response.head().headers()["x-ms-rai-invoked"], "true");
    let limits = response.head().rate_limits();
    assert_eq!((limits.remaining_requests, limits.remaining_tokens), (Some(9), None));
    assert_eq!(limits.limit_tokens, Some(1000));
    assert_eq!(limits.reset_requests, Some(Duration::from_secs(6)));
}

#[tokio::test]
async fn streams_and_binary_responses_have_them_too() {
    let response = Reply::new("", "data: [DONE]\n\n").with_header("apim-request-id", "apim-1");
    let (_server, client) = replying(response).await;
    let stream = client
        .inference()
        .chat_completions()
        .create_stream("gpt-4o", &hi())
        .await
        .unwrap();
    assert_eq!(stream.head().request_id(), Some("apim-1"));
    let bytes = client.authoring().files().get_content("f").await.unwrap();
    assert_eq!(bytes.head().request_id(), Some("apim-1"));
}

#[tokio::test]
async fn retry_after_is_read_from_every_header() {
    for (name, value, wait) in [
        ("retry-after", "7", Some(7_000)),
        ("retry-after-ms", "250", Some(250)),
        ("x-ms-retry-after-ms", "1500", Some(1_500)),
        ("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT", None),
        ("retry-after", "0", None),
    ] {
        for status in [429, 503] {
            let response = Reply::json(&json!({})).with_status(status).with_header(name, value);
            let (_server, client) = replying(response).await;
            let error = client.inference().models().list().await.unwrap_err();
            assert_eq!(error.retry_after(), wait.map(Duration::from_millis), "{name}: {value}");
        }
    }
    let (_server, client) = replying(Reply::json(&json!({})).with_status(429)).await;
    assert_eq!(
        client.inference().models().list().await.unwrap_err().retry_after(),
        None
    );
}

#[tokio::test]
async fn batch_list_has_queue_headers_and_created_resource_a_location() {
    let response = Reply::json(&json!({"data": []}))
        .with_header("deployment-enqueued-tokens", "70")
        .with_header("deployment-maximum-enqueued-tokens", "100")
        .with_header("location", "https://resource/openai/batches/b");
    let (_server, client) = replying(response).await;
    let list = client.authoring().batch().list(None).await.unwrap();
    assert_eq!(list.head().rate_limits().enqueued_tokens, Some(70));
    assert_eq!(list.head().rate_limits().maximum_enqueued_tokens, Some(100));
    assert_eq!(list.head().location(), Some("https://resource/openai/batches/b"));
}
