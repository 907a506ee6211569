//! What is sent.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use azure_openai_core::{
    Credential, Endpoint, ErrorKind, Json, Pipeline, Request, RequestBuilder, Secret, TokenFuture, TokenProvider, Value,
};
use serde_json::json;

use crate::server::{GET, KEY, POST, Server, json, reply};

#[tokio::test]
async fn a_call_as_it_arrives() {
    let server = Server::start(|_, _| json("{\"a\":1}")).await;
    let pipeline = server
        .builder()
        .with_user_agent("app/1")
        .with_header("x-default", "d")
        .build()
        .unwrap();
    let request = Request::new(&POST)
        .query("list", Some(&vec!["a b", "ü&="]))
        .query("none", None::<&str>)
        .header("x-own", Some(&7))
        .json_with(&json!({"stream": false, "n": 1}), &[("stream", Value::Bool(true))]);
    let response = RequestBuilder::<Json<Value>>::new(&pipeline, request)
        .with_client_request_id("mine")
        .await
        .unwrap();
    assert_eq!(response["a"], 1);
    let sent = server.last();
    assert_eq!(
        sent.line(),
        "POST /openai/things?list=a%20b&list=%C3%BC%26%3D&api-version=v1 HTTP/1.1"
    );
    assert_eq!(sent.header("api-key"), Some(KEY));
    assert_eq!(sent.header("content-type"), Some("application/json"));
    assert_eq!(sent.header("accept"), Some("application/json"));
    assert_eq!(sent.header("x-default"), Some("d"));
    assert_eq!(sent.header("x-own"), Some("7"));
    assert_eq!(sent.header("x-ms-client-request-id"), Some("mine"));
    assert!(
        sent.header("user-agent")
            .unwrap()
            .starts_with("app/1 azure-openai-rust/")
    );
    assert_eq!(
        serde_json::from_slice::<Value>(&sent.body).unwrap(),
        json!({"stream": true, "n": 1})
    );
}

#[tokio::test]
async fn api_version_is_sent_once_and_request_overrides_pipeline() {
    let server = Server::start(|_, _| json("{}")).await;
    server
        .get()
        .with_query("api-version", "v2")
        .with_api_version("v3")
        .await
        .unwrap();
    assert_eq!(server.last().line(), "GET /openai/things/x?api-version=v3 HTTP/1.1");
    let pipeline = server.pipeline().with_api_version("v4");
    RequestBuilder::<Json<Value>>::new(&pipeline, Request::new(&GET).path("id", "a/b"))
        .await
        .unwrap();
    assert_eq!(server.last().line(), "GET /openai/things/a%2Fb?api-version=v4 HTTP/1.1");
}

#[tokio::test]
async fn mistake_is_reported_when_awaited_and_nothing_is_sent() {
    let server = Server::start(|_, _| json("{}")).await;
    let pipeline = server.pipeline();
    for (request, what) in [
        (Request::new(&GET), "path parameter `id` is missing"),
        (Request::new(&GET).path("id", ""), "path parameter `id` is empty"),
        (Request::new(&GET).path("id", ".."), "must not be `..`"),
        (
            Request::new(&POST).header("x-a", Some("hunter2\n")),
            "invalid value of header `x-a`",
        ),
        (
            Request::new(&POST).header("x a", Some("1")),
            "invalid header name `x a`",
        ),
        (
            Request::new(&POST).header("api-key", Some("hunter2")),
            "cannot set header `api-key`",
        ),
        (
            Request::new(&POST).header("Content-Length", Some("5")),
            "`Content-Length`: it belongs to the connection",
        ),
        (
            Request::new(&POST).header("transfer-encoding", Some("chunked")),
            "it belongs to the connection",
        ),
        (
            Request::new(&POST).json_with(&[1], &[("a", Value::Null)]),
            "not a JSON object",
        ),
        (
            Request::new(&POST).json(&std::collections::HashMap::from([(vec![1], 1)])),
            "does not serialize",
        ),
    ] {
        let call = RequestBuilder::<Json<Value>>::new(&pipeline, request);
        let error = call.await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(error.to_string().contains(what), "{error}");
        assert!(error.to_string().starts_with("Things_"), "{error}");
        assert!(!format!("{error} {error:?}").contains("hunter2"));
    }
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn prepared_request_has_url_headers_and_body() {
    let endpoint = Endpoint::parse("https://r.openai.azure.com").unwrap();
    let pipeline = Pipeline::builder()
        .with_endpoint(endpoint)
        .with_credential(Credential::api_key(KEY))
        .with_api_version("v")
        .build()
        .unwrap();
    let prepared = RequestBuilder::<Json<Value>>::new(&pipeline, Request::new(&POST).json(&json!([1])))
        .into_request()
        .unwrap();
    assert_eq!(
        prepared.url().as_str(),
        "https://r.openai.azure.com/openai/things?api-version=v"
    );
    assert_eq!(prepared.method(), "POST");
    assert_eq!(prepared.body(), Some(&b"[1]"[..]));
    assert!(prepared.is_replayable() && !prepared.headers().contains_key("api-key"));
}

#[tokio::test]
async fn redirects_are_not_followed_and_the_key_stays() {
    let other = Server::start(|_, _| json("{}")).await;
    let target = format!("{}/elsewhere?secret=1", other.url);
    for status in [301, 302, 303, 307, 308] {
        let location = target.clone();
        let server = Server::start(move |_, _| reply(status, &[("location", &location)], "")).await;
        let error = server.get().await.unwrap_err();
        assert!(error.is_redirect() && error.status().unwrap() == status, "{error}");
        assert!(error.to_string().contains(&other.url), "{error}");
        assert!(!error.to_string().contains("secret"), "{error}");
        // Nor by a client whose settings said otherwise.
        let builder = reqwest::Client::builder().redirect(reqwest::redirect::Policy::limited(5));
        let pipeline = server.builder().with_http_client_builder(builder).build().unwrap();
        let call = RequestBuilder::<Json<Value>>::new(&pipeline, Request::new(&GET).path("id", "x"));
        assert!(call.await.unwrap_err().is_redirect());
    }
    assert!(other.requests().is_empty());
    // A client that is made already cannot be stopped, but it does not go unnoticed.
    let server = Server::start(move |_, _| reply(302, &[("location", &target)], "")).await;
    let pipeline = server
        .builder()
        .with_http_client(reqwest::Client::new())
        .build()
        .unwrap();
    let error = RequestBuilder::<Json<Value>>::new(&pipeline, Request::new(&GET).path("id", "x"))
        .await
        .unwrap_err();
    assert_eq!((error.kind(), error.is_redirect()), (ErrorKind::Redirected, true));
    assert!(error.to_string().contains("followed a redirect"), "{error}");
}

struct Tokens {
    asked: AtomicUsize,
    refreshed: AtomicUsize,
    same: bool,
}

impl TokenProvider for Tokens {
    fn token(&self) -> TokenFuture<'_> {
        self.asked.fetch_add(1, Ordering::Relaxed);
        Box::pin(async { Ok(Secret::from("old-token-1")) })
    }

    fn refresh<'a>(&'a self, rejected: &'a Secret) -> TokenFuture<'a> {
        self.refreshed.fetch_add(1, Ordering::Relaxed);
        let fresh = if self.same {
            rejected.clone()
        } else {
            Secret::from("new-token-2")
        };
        Box::pin(async { Ok(fresh) })
    }
}

#[tokio::test]
async fn after_a_401_the_token_is_refreshed_once() {
    for (accept_new, same, requests) in [(true, false, 2), (false, false, 2), (false, true, 1)] {
        let server = Server::start(move |_, request| match request.header("authorization") {
            Some("Bearer new-token-2") if accept_new => json("{}"),
            _ => reply(401, &[], r#"{"error":{"code":"401","message":"no"}}"#),
        })
        .await;
        let tokens = Arc::new(Tokens {
            asked: 0.into(),
            refreshed: 0.into(),
            same,
        });
        let source: Arc<dyn TokenProvider> = Arc::<Tokens>::clone(&tokens);
        let pipeline = server
            .builder()
            .with_credential(Credential::from_provider(source))
            .build()
            .unwrap();
        let result = RequestBuilder::<Json<Value>>::new(&pipeline, Request::new(&POST).json(&json!({"a": 1}))).await;
        assert_eq!(result.is_ok(), accept_new);
        assert_eq!(result.is_err_and(|error| error.is_unauthorized()), !accept_new);
        assert_eq!(server.requests().len(), requests);
        assert!(server.requests().iter().all(|request| request.text() == r#"{"a":1}"#));
        assert_eq!(
            (
                tokens.asked.load(Ordering::Relaxed),
                tokens.refreshed.load(Ordering::Relaxed)
            ),
            (1, 1)
        );
    }
    // A key is not tried twice.
    let server = Server::start(|_, _| reply(401, &[], "")).await;
    assert!(server.get().await.unwrap_err().is_unauthorized());
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn time_limits_hold() {
    let server = Server::start_with(|_, _| (vec![], true)).await;
    let error = server.get().with_timeout(Duration::from_millis(50)).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.is_timeout(), error.status()),
        (ErrorKind::Timeout, true, None)
    );
    // The headers have come, the body has not.
    let head = b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\nx-request-id: r-9\r\n\r\n{".to_vec();
    let server = Server::start_with(move |_, _| (vec![head.clone()], true)).await;
    let error = server.get().with_timeout(Duration::from_millis(50)).await.unwrap_err();
    assert_eq!((error.kind(), error.request_id()), (ErrorKind::Timeout, Some("r-9")));
    // A limit without end does not overflow.
    let server = Server::start(|_, _| json("{}")).await;
    server
        .get()
        .with_timeout(Duration::MAX)
        .with_idle_timeout(Duration::MAX)
        .await
        .unwrap();
}

#[tokio::test]
async fn refused_connection_is_a_connect_error() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let pipeline = Pipeline::builder()
        .with_endpoint(Endpoint::parse(&url).unwrap())
        .with_credential(Credential::bearer("t-0123456789"))
        .with_api_version("v")
        .build()
        .unwrap();
    let error = RequestBuilder::<Json<Value>>::new(&pipeline, Request::new(&GET).path("id", "private"))
        .await
        .unwrap_err();
    assert!(error.is_connect() && error.is_transient(), "{error}");
    assert!(
        error.to_string().contains(&url) && std::error::Error::source(&error).is_some(),
        "{error}"
    );
    assert!(!format!("{error} {error:?}").contains("private"), "{error:?}");
}

#[tokio::test]
async fn connection_that_breaks_before_a_response() {
    let server = Server::start(|_, _| Vec::new()).await;
    let error = server.get().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Send, "{error:?}");
    assert!(error.is_transient());
}

#[tokio::test]
async fn post_without_a_body_has_content_length_zero() {
    let server = Server::start(|_, _| json("{}")).await;
    RequestBuilder::<Json<Value>>::new(&server.pipeline(), Request::new(&POST))
        .await
        .unwrap();
    let head = server.last().head.to_ascii_lowercase();
    assert_eq!(head.matches("content-length: 0").count(), 1, "{head}");
    assert!(
        !head.contains("transfer-encoding") && !head.contains("content-type"),
        "{head}"
    );
}

#[tokio::test]
async fn key_in_a_header_can_have_a_scheme_before_it() {
    let server = Server::start(|_, _| json("{}")).await;
    let with = |key: &'static str| {
        let credential = Credential::key_in_header("authorization", key);
        server.builder().with_credential(credential).build()
    };
    let pipeline = with("Token abc 123").unwrap();
    RequestBuilder::<Json<Value>>::new(&pipeline, Request::new(&GET).path("id", "x"))
        .await
        .unwrap();
    assert_eq!(server.last().header("authorization"), Some("Token abc 123"));
    for key in ["", " abc", "abc\n", "a\tb", "schlüssel"] {
        let error = with(key).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credential, "{key:?}");
    }
}
