//! Bearer tokens that come and go, and keys that are not taken.

use std::time::Duration;

use azure_openai_emulator::{BearerToken, Emulator, StartError};
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use crate::client::{AUTHORING, Client, INFERENCE, Response, send};
use crate::wire::{connect, request};

async fn with_token(client: &Client, token: &str) -> Response {
    let url = client.url("/models", INFERENCE);
    send(client.http.get(url).bearer_auth(token)).await
}

#[tokio::test]
async fn tokens_expire_by_the_clock() {
    let hour = Duration::from_secs(3600);
    let builder = Emulator::builder()
        .with_clock_speed(0.0)
        .with_bearer_token(BearerToken::new("short").with_lifetime(hour))
        .with_bearer_token("long");
    let client = Client::of(builder).await;
    assert_eq!(with_token(&client, "short").await.status, 200);
    client.emulator.clock().advance(hour);
    let error = with_token(&client, "short").await.error(401, "401");
    assert!(error["message"].as_str().unwrap().contains("have expired"));
    assert_eq!(with_token(&client, "long").await.status, 200);
    // A refreshed token of the same text lives anew.
    client
        .emulator
        .accept_bearer_token(BearerToken::new("short").with_lifetime(hour))
        .unwrap();
    assert_eq!(with_token(&client, "short").await.status, 200);
}

#[tokio::test]
async fn tokens_are_accepted_and_revoked_at_run_time() {
    let client = Client::new().await;
    with_token(&client, "one").await.error(401, "401");
    client.emulator.accept_bearer_token("one").unwrap();
    assert_eq!(with_token(&client, "one").await.status, 200);
    assert!(client.emulator.revoke_bearer_token("one"));
    assert!(!client.emulator.revoke_bearer_token("one"));
    with_token(&client, "one").await.error(401, "401");
    let refused = client.emulator.accept_bearer_token("a b");
    assert!(matches!(refused, Err(StartError::InvalidCredential { .. })));
    assert!(!format!("{:?}", BearerToken::new("geheim")).contains("geheim"));
}

#[tokio::test]
async fn token_without_permission_is_refused() {
    let client =
        Client::of(Emulator::builder().with_bearer_token(BearerToken::new("guest").without_permission())).await;
    let error = with_token(&client, "guest").await.error(401, "PermissionDenied");
    assert!(error["message"].as_str().unwrap().contains("Models_List"));
}

#[tokio::test]
async fn keys_can_be_turned_off() {
    let client = Client::of(Emulator::builder().without_keys().with_bearer_token("token")).await;
    client.get("/models").await.error(403, "AuthenticationTypeDisabled");
    let wrong = client
        .http
        .get(client.url("/models", AUTHORING))
        .header("api-key", "wrong");
    send(wrong).await.error(401, "401");
    assert_eq!(with_token(&client, "token").await.status, 200);
}

#[tokio::test]
async fn bodies_of_another_type_or_too_large_are_refused() {
    let client = Client::new().await;
    let chat = "/deployments/gpt-4o/chat/completions";
    let body = json!({"messages": [{"role": "user", "content": "hi"}]}).to_string();
    let post = |kind: &str| {
        let request = client.request(reqwest::Method::POST, chat, INFERENCE);
        send(request.header("content-type", kind).body(body.clone()))
    };
    for kind in [
        "application/json",
        "application/json; charset=utf-8",
        "Application/JSON",
        "application/merge-patch+json",
    ] {
        assert_eq!(post(kind).await.status, 200, "{kind}");
    }
    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "",
        "json",
    ] {
        post(kind).await.error(415, "415");
    }
    // The authoring document has one code for what a request should not be.
    let batch = client.request(reqwest::Method::POST, "/batches", crate::client::AUTHORING);
    let batch = batch.header("content-type", "text/plain").body("{}");
    send(batch).await.error(415, "invalidPayload");
    // A length that is declared is checked before the body comes.
    let host = client.emulator.endpoint().trim_start_matches("http://");
    let key = client.emulator.api_key();
    let text = format!(
        "POST /openai{chat}?api-version={INFERENCE} HTTP/1.1\r\nhost: {host}\r\napi-key: {key}\r\nconnection: close\r\n\
         content-length: 200000000\r\n\r\n"
    );
    let response = crate::wire::exchange(&client, &text).await;
    assert!(response.head.starts_with("HTTP/1.1 413"), "{}", response.head);
}

#[tokio::test]
async fn refused_upload_is_read_to_its_end() {
    let client = Client::new().await;
    let host = client.emulator.endpoint().trim_start_matches("http://");
    let mut stream = connect(&client).await;
    let head = format!(
        "POST /openai/files?api-version={AUTHORING} HTTP/1.1\r\nhost: {host}\r\napi-key: wrong\r\ncontent-length: 2000000\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut status = [0; 12];
    stream.read_exact(&mut status).await.unwrap();
    assert_eq!(&status, b"HTTP/1.1 401");
    stream.write_all(&[b'x'; 2_000_000]).await.unwrap();
    // The connection is whole.
    let next = request(&client, "GET", "/models", "", "");
    stream.write_all(next.as_bytes()).await.unwrap();
    let mut rest = String::new();
    stream.read_to_string(&mut rest).await.unwrap();
    assert!(rest.contains("HTTP/1.1 200"), "{rest}");
}
