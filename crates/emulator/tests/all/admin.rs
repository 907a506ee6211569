//! `/emulator/…`.

use azure_openai_emulator::Emulator;
use proptest::prelude::*;
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use crate::client::{Client, Response, send};

pub(crate) fn admin(client: &Client, method: Method, path: &str) -> RequestBuilder {
    let url = format!("{}/emulator{path}", client.emulator.endpoint());
    client
        .http
        .request(method, url)
        .header("api-key", client.emulator.api_key())
}

async fn put(client: &Client, path: &str, body: &Value) -> Response {
    send(admin(client, Method::PUT, path).body(body.to_string())).await
}

#[tokio::test]
async fn faults_are_set_listed_and_removed() {
    let client = Client::new().await;
    let set = put(
        &client,
        "/faults",
        &json!({"faults": ["status=503;first=1", "latency = 1ms"]}),
    )
    .await;
    let listed = |first: (u64, u64), second: (u64, u64)| {
        json!({"faults": [
            {"fault": "status=503; first=1", "seen": first.0, "fired": first.1},
            {"fault": "latency=1ms", "seen": second.0, "fired": second.1},
        ]})
    };
    assert_eq!(set.ok(), listed((0, 0), (0, 0)));
    assert_eq!(client.get("/models").await.status, 503);
    assert_eq!(client.get("/models").await.status, 200);
    assert_eq!(
        send(admin(&client, Method::GET, "/faults")).await.ok(),
        listed((2, 1), (1, 1))
    );
    let error = put(&client, "/faults", &json!({"faults": ["status=500", "x=1"]}))
        .await
        .error(400, "invalidPayload");
    assert!(error["message"].as_str().unwrap().starts_with("/faults/1: "), "{error}");
    assert_eq!(client.emulator.faults().list().len(), 2, "nothing is changed");
    assert_eq!(send(admin(&client, Method::DELETE, "/faults")).await.status, 204);
    assert!(client.emulator.faults().list().is_empty());
}

#[tokio::test]
async fn the_clock_is_read_stepped_and_sped_up() {
    let client = Client::of(Emulator::builder().with_clock_speed(0.0)).await;
    let before = send(admin(&client, Method::GET, "/clock")).await.ok();
    assert_eq!(before["speed"], 0.0);
    let after = put(&client, "/clock", &json!({"advance": 86_400})).await.ok();
    assert_eq!(
        after["now"].as_f64().unwrap() - before["now"].as_f64().unwrap(),
        86_400.0
    );
    assert_eq!(put(&client, "/clock", &json!({"speed": 2.5})).await.ok()["speed"], 2.5);
    for bad in [
        json!({"advance": -1}),
        json!({"advance": 1e300}),
        json!({"speed": -1}),
        json!({"back": 1}),
        json!([]),
    ] {
        put(&client, "/clock", &bad).await.error(400, "invalidPayload");
    }
}

#[tokio::test]
async fn requests_are_listed() {
    let client = Client::new().await;
    client.get("/files/x").await;
    send(admin(&client, Method::GET, "/faults")).await.ok();
    let mut listed = send(admin(&client, Method::GET, "/requests")).await.ok();
    for name in ["headers", "body", "body_end"] {
        listed["requests"][0].as_object_mut().unwrap().remove(name).unwrap();
    }
    assert_eq!(
        listed,
        json!({"counts": {"Files_Get": 1}, "requests": [{"operation": "Files_Get", "deployment": null, "method": "GET",
            "path": "/openai/files/x", "status": 404, "processed": true, "fault": null}]})
    );
    assert_eq!(send(admin(&client, Method::DELETE, "/requests")).await.status, 204);
    assert!(client.emulator.requests().is_empty() && client.emulator.request_counts().is_empty());
}

#[tokio::test]
async fn tokens_are_replaced() {
    let client = Client::of(Emulator::builder().with_bearer_token("old").without_keys()).await;
    let body = json!({"tokens": [{"token": "new", "lifetime": 60}, {"token": "guest", "permitted": false}]});
    assert_eq!(put(&client, "/tokens", &body).await.status, 204);
    let url = client.url("/models", crate::client::INFERENCE);
    for (token, status) in [("old", 401), ("new", 200), ("guest", 401)] {
        assert_eq!(
            send(client.http.get(&url).bearer_auth(token)).await.status,
            status,
            "{token}"
        );
    }
    for bad in [
        json!({"tokens": [{"token": ""}]}),
        json!({"tokens": [{"token": "a", "lifetime": -1}]}),
        json!({}),
    ] {
        put(&client, "/tokens", &bad).await.error(400, "invalidPayload");
    }
    assert_eq!(
        send(client.http.get(&url).bearer_auth("new")).await.status,
        200,
        "nothing is changed"
    );
}

#[tokio::test]
async fn administration_requires_key_and_loopback() {
    let client = Client::of(Emulator::builder().with_fault("status=500".parse().unwrap())).await;
    let url = format!("{}/emulator/faults", client.emulator.endpoint());
    let key = client.emulator.api_key();
    send(client.http.get(&url)).await.error(401, "401");
    send(client.http.delete(&url).header("api-key", "wrong"))
        .await
        .error(401, "401");
    send(
        client
            .http
            .delete(&url)
            .header("api-key", key)
            .header("host", "evil.example"),
    )
    .await
    .error(403, "403");
    assert_eq!(client.emulator.faults().list().len(), 1);
    assert_eq!(
        send(
            client
                .http
                .get(&url)
                .header("api-key", key)
                .header("host", "localhost:9")
        )
        .await
        .status,
        200
    );
    send(admin(&client, Method::GET, "/nothing")).await.error(404, "404");
    send(admin(&client, Method::POST, "/faults")).await.error(405, "405");
    // Faults and counters are the service's alone.
    assert!(client.emulator.requests().is_empty());
    assert_eq!(client.emulator.faults().list()[0].seen, 0);
}

#[test]
fn arbitrary_requests_cause_no_server_error() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap();
    let client = runtime.block_on(Client::of(Emulator::builder().with_clock_speed(0.0)));
    let leaf = || {
        prop_oneof![
            Just(Value::Null),
            any::<f64>().prop_map(Value::from),
            any::<bool>().prop_map(Value::from),
            ".{0,6}".prop_map(Value::from),
            "status=[0-9]{3}; every=[0-9]".prop_map(Value::from),
        ]
    };
    let names = || prop::sample::select(vec!["faults", "advance", "speed", "tokens", "token", "lifetime", "x"]);
    let object = move || {
        prop::collection::vec(
            (
                names(),
                prop_oneof![
                    leaf(),
                    prop::collection::vec(leaf(), 0..3).prop_map(Value::from),
                    prop::collection::vec(
                        prop::collection::vec((names(), leaf()), 0..3).prop_map(|fields| fields
                            .into_iter()
                            .map(|(name, value)| (name.to_owned(), value))
                            .collect::<Value>()),
                        0..3
                    )
                    .prop_map(Value::from),
                ],
            ),
            0..3,
        )
        .prop_map(|fields| {
            fields
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect::<Value>()
        })
    };
    let body = prop_oneof![object().prop_map(|body| body.to_string()), ".{0,10}"];
    let path = prop::sample::select(vec!["/faults", "/clock", "/tokens", "/requests", "", "/", "/%ff", "//"]);
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(600));
    let result = runner.run(&(path, body), |(path, body)| {
        let response = runtime.block_on(send(admin(&client, Method::PUT, path).body(body.clone())));
        prop_assert!(
            matches!(response.status.as_u16(), 200 | 204 | 400 | 404 | 405),
            "{} {}: {:?}",
            path,
            body,
            response
        );
        Ok(())
    });
    result.unwrap_or_else(|failure| panic!("{failure}"));
}
