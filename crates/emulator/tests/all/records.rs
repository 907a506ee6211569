//! What is kept of requests, and where the emulator listens.

use std::net::{IpAddr, Ipv4Addr};
use std::time::Duration;

use azure_openai_emulator::{BodyEnd, Emulator, RequestRecord};
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Client, INFERENCE};

const CHAT: &str = "/deployments/gpt-4o/chat/completions";

/// The last record, once its response has ended.
async fn ended(client: &Client) -> RequestRecord {
    for _ in 0..500 {
        let record = client.emulator.requests().pop().unwrap();
        if record.body_end.is_some() {
            return record;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("the response has no end");
}

#[tokio::test]
async fn headers_body_and_end_are_kept_without_credentials() {
    let client = Client::new().await;
    let body = json!({"messages": [{"role": "user", "content": "Why?"}]});
    let request = client
        .request(Method::POST, CHAT, INFERENCE)
        .header("content-type", "application/json")
        .body(body.to_string())
        .header("x-mine", "7")
        .bearer_auth("canary");
    assert_eq!(
        request.send().await.unwrap().bytes().await.unwrap().first(),
        Some(&b'{')
    );
    let record = ended(&client).await;
    assert_eq!(record.headers["x-mine"], "7");
    assert_eq!(
        (&record.headers["api-key"], &record.headers["authorization"]),
        (&"***".parse().unwrap(), &"***".parse().unwrap())
    );
    assert_eq!(serde_json::from_slice::<Value>(&record.body).unwrap(), body);
    assert_eq!(record.body_end, Some(BodyEnd::Complete));

    let list = client
        .http
        .get(format!("{}/emulator/requests", client.emulator.endpoint()));
    let list = list
        .header("api-key", client.emulator.api_key())
        .send()
        .await
        .unwrap()
        .bytes()
        .await
        .unwrap();
    let list: Value = serde_json::from_slice(&list).unwrap();
    let listed = &list["requests"][0];
    assert_eq!(
        (&listed["headers"]["x-mine"], &listed["headers"]["api-key"]),
        (&json!("7"), &json!("***"))
    );
    assert_eq!(
        (listed["body"].as_str().unwrap(), &listed["body_end"]),
        (body.to_string().as_str(), &json!("complete"))
    );
}

#[tokio::test]
async fn stream_that_the_client_leaves_is_cut() {
    let client = Client::of(Emulator::builder().with_stream_pace(Duration::from_millis(50))).await;
    let body = json!({"messages": [{"role": "user", "content": "word ".repeat(200)}], "stream": true});
    let mut response = client
        .request(Method::POST, CHAT, INFERENCE)
        .header("content-type", "application/json")
        .body(body.to_string())
        .send()
        .await
        .unwrap();
    assert!(response.chunk().await.unwrap().is_some());
    drop(response);
    assert_eq!(ended(&client).await.body_end, Some(BodyEnd::Cut));
}

#[tokio::test]
async fn all_addresses_can_be_listened_on() {
    let client = Client::of(Emulator::builder().with_address(Ipv4Addr::UNSPECIFIED)).await;
    assert!(client.emulator.endpoint().starts_with("http://127.0.0.1:"));
    assert_eq!(client.get("/models").await.status, 200);
    let other: IpAddr = "127.0.0.2".parse().unwrap();
    let client = Client::of(Emulator::builder().with_address(other)).await;
    assert!(client.emulator.endpoint().starts_with("http://127.0.0.2:"));
    assert_eq!(client.get("/models").await.status, 200);
}
