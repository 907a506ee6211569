//! What holds for every call: credentials, versions, paths, headers.

use azure_openai_emulator::Emulator;
use reqwest::Method;
use serde_json::json;

use crate::client::{AUTHORING, Client, INFERENCE, send};

#[tokio::test]
async fn the_key_must_be_right() {
    let client = Client::of(Emulator::builder().with_api_key("secret-1")).await;
    let url = client.url("/models", INFERENCE);
    assert_eq!(client.emulator.api_key(), "secret-1");
    assert_eq!(
        send(client.http.get(&url).header("api-key", "secret-1")).await.status,
        200
    );
    for key in ["secret-2", "secret-", "secret-11", ""] {
        let error = send(client.http.get(&url).header("api-key", key))
            .await
            .error(401, "401");
        assert!(
            error["message"]
                .as_str()
                .unwrap()
                .starts_with("Access denied due to invalid subscription key")
        );
    }
    send(client.http.get(&url)).await.error(401, "401");
    // A wrong key hides whether there is such a path.
    send(client.http.get(client.url("/nothing", INFERENCE)))
        .await
        .error(401, "401");
}

#[tokio::test]
async fn configured_bearer_token_is_accepted() {
    let plain = Client::new().await;
    let with = Client::of(Emulator::builder().with_bearer_token("a.b.c")).await;
    let bearer = |client: &Client, value: &str| {
        send(
            client
                .http
                .get(client.url("/models", INFERENCE))
                .header("authorization", value),
        )
    };
    assert_eq!(bearer(&with, "Bearer a.b.c").await.status, 200);
    assert_eq!(bearer(&with, "bearer a.b.c").await.status, 200);
    for value in ["Bearer a.b.d", "Bearer", "Bearer ", "Basic a.b.c", "a.b.c"] {
        let error = bearer(&with, value).await.error(401, "401");
        assert!(
            error["message"]
                .as_str()
                .unwrap()
                .starts_with("Unauthorized. Access token is missing")
        );
    }
    bearer(&plain, "Bearer a.b.c").await.error(401, "401");
    assert_eq!(with.get("/models").await.status, 200, "the key works beside the token");
}

#[tokio::test]
async fn api_version_is_required_and_validated() {
    let client = Client::new().await;
    let call = |query: &str| {
        let url = format!("{}/openai/models{query}", client.emulator.endpoint());
        send(client.http.get(url).header("api-key", client.emulator.api_key()))
    };
    for query in [
        "",
        "?",
        "?api-version=",
        "?api-version=latest",
        "?api-version=2023-05-15",
        "?API-VERSION=2024-06-01",
    ] {
        assert_eq!(
            call(query).await.error(404, "404")["message"],
            "Resource not found",
            "{query}"
        );
    }
    for version in [INFERENCE, AUTHORING, "2024-10-21", "2026-01-01-preview"] {
        assert_eq!(call(&format!("?api-version={version}")).await.status, 200, "{version}");
    }
}

#[tokio::test]
async fn unknown_paths_methods_and_deployments_are_refused() {
    let client = Client::new().await;
    for path in [
        "/nothing",
        "",
        "/",
        "/files/",
        "/models/a/b",
        "/deployments/gpt-4o",
        "/deployments/gpt-4o/chat",
        "//models",
        "/%ff",
    ] {
        assert_eq!(
            client.get(path).await.error(404, "404")["message"],
            "Resource not found",
            "{path}"
        );
    }
    let root = send(
        client
            .http
            .get(format!("{}/?api-version={INFERENCE}", client.emulator.endpoint()))
            .header("api-key", client.emulator.api_key()),
    );
    root.await.error(404, "404");

    let wrong = send(client.request(Method::PUT, "/files", AUTHORING)).await;
    wrong.error(405, "405");
    assert_eq!(wrong.headers["allow"], "GET, POST");
    client
        .get("/deployments/gpt-4o/chat/completions")
        .await
        .error(405, "405");

    for name in ["nothing", "GPT-4o", "gpt-4o%2F..", "%C3%BC"] {
        let response = client
            .post(&format!("/deployments/{name}/chat/completions"), &json!({}))
            .await;
        let error = response.error(404, "DeploymentNotFound");
        assert!(
            error["message"]
                .as_str()
                .unwrap()
                .starts_with("The API deployment for this resource does not exist.")
        );
    }
}

#[tokio::test]
async fn every_response_has_request_ids() {
    let client = Client::new().await;
    let responses = [
        client.get("/models").await,
        client.get("/files/nothing").await,
        client.get("/nothing").await,
        client.get("/batches").await,
        client
            .chat(&json!({"messages": [{"role": "user", "content": "hi"}]}))
            .await,
        client.chat(&json!({})).await,
        send(client.http.get(client.url("/models", INFERENCE))).await,
    ];
    let mut ids = std::collections::HashSet::new();
    for response in responses {
        for name in [
            "apim-request-id",
            "x-request-id",
            "x-ms-client-request-id",
            "x-ms-region",
        ] {
            assert!(!response.headers[name].is_empty(), "{name} {response:?}");
        }
        for name in ["x-ratelimit-remaining-requests", "x-ratelimit-remaining-tokens"] {
            let remaining: i64 = response.headers[name].to_str().unwrap().parse().unwrap();
            assert!(remaining >= -1, "{name}");
        }
        assert!(
            ids.insert(response.headers["apim-request-id"].clone()),
            "ids are unique"
        );
    }
    let request = client
        .request(Method::GET, "/models", INFERENCE)
        .header("x-ms-client-request-id", "mine-42");
    assert_eq!(send(request).await.headers["x-ms-client-request-id"], "mine-42");
}

#[tokio::test]
async fn responses_name_the_deployment_and_its_quota() {
    let client = Client::of(Emulator::builder().with_deployment("mine", "gpt-4o")).await;
    let body = json!({"messages": [{"role": "user", "content": "hi"}]});
    let mut left = Vec::new();
    for _ in 0..3 {
        let response = client.post("/deployments/mine/chat/completions", &body).await;
        assert_eq!(response.headers["x-ms-deployment-name"], "mine");
        let number = |name: &str| response.headers[name].to_str().unwrap().parse::<i64>().unwrap();
        let used = response.ok()["usage"]["total_tokens"].as_i64().unwrap();
        left.push((
            number("x-ratelimit-remaining-requests"),
            number("x-ratelimit-remaining-tokens"),
            used,
        ));
    }
    for pair in left.windows(2) {
        assert_eq!(pair[1].0, pair[0].0 - 1);
        assert_eq!(pair[1].1, pair[0].1 - pair[1].2);
    }
    // Another deployment has a quota of its own.
    assert_eq!(
        client.chat(&body).await.headers["x-ratelimit-remaining-requests"],
        (left[0].0).to_string().as_str()
    );
    assert_eq!(
        client.get("/models").await.headers["x-ratelimit-remaining-tokens"],
        "-1"
    );
}
