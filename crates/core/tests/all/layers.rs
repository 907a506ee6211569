//! Code of the caller's own around each attempt.

use std::sync::{Arc, Mutex};

use azure_openai_core::http::{HeaderValue, Response};
use azure_openai_core::{Error, ErrorKind, Json, Layer, LayerFuture, Next, Request, RequestBuilder, Value, reqwest};
use serde_json::json;

use crate::failover::{chat, healthy, over};
use crate::retries::quick;
use crate::server::{GET, KEY, POST, Server, reply};

/// Writes down what passes, and adds its name to a header.
#[derive(Clone)]
struct Recorder(&'static str, Arc<Mutex<Vec<String>>>);

impl Recorder {
    fn new(name: &'static str) -> Self {
        Self(name, Arc::default())
    }

    fn named(&self, name: &'static str) -> Self {
        Self(name, Arc::clone(&self.1))
    }

    fn lines(&self) -> Vec<String> {
        std::mem::take(&mut self.1.lock().unwrap())
    }
}

impl Layer for Recorder {
    fn send<'a>(&'a self, mut request: reqwest::Request, next: Next<'a>) -> LayerFuture<'a> {
        Box::pin(async move {
            let seen = format!(
                "{} {} {:?} {}",
                self.0,
                next.attempt(),
                next.deployment(),
                request.method()
            );
            self.1.lock().unwrap().push(seen);
            let names = request.headers().get("x-names").and_then(|names| names.to_str().ok());
            let names = format!("{}{}", names.unwrap_or_default(), self.0);
            request
                .headers_mut()
                .insert("x-names", HeaderValue::try_from(names).unwrap());
            let headers = format!("{:?}", request.headers());
            assert!(!headers.contains(KEY), "{headers}");
            let result = next.run(request).await;
            let came = match &result {
                Ok(response) => response.status().as_u16().to_string(),
                Err(error) => format!("{:?}", error.kind()),
            };
            self.1.lock().unwrap().push(format!("{} {came}", self.0));
            result
        })
    }
}

/// Sends nothing.
struct Fake(fn(reqwest::Request, Next<'_>) -> Result<Response<String>, Error>);

impl Layer for Fake {
    fn send<'a>(&'a self, request: reqwest::Request, next: Next<'a>) -> LayerFuture<'a> {
        Box::pin(async move { (self.0)(request, next).map(Into::into) })
    }
}

#[tokio::test]
async fn layers_nest_from_client_to_request() {
    let server = healthy().await;
    let outer = Recorder::new("a");
    let pipeline = server
        .builder()
        .with_layer(outer.clone())
        .with_layer(outer.named("b"))
        .build()
        .unwrap();
    let request = Request::new(&GET).path("id", "x");
    RequestBuilder::<Json<Value>>::new(&pipeline, request)
        .with_layer(outer.named("c"))
        .await
        .unwrap();
    assert_eq!(server.last().header("x-names"), Some("abc"));
    assert_eq!(server.last().header("api-key"), Some(KEY));
    assert_eq!(
        outer.lines(),
        [
            "a 1 None GET",
            "b 1 None GET",
            "c 1 None GET",
            "c 200",
            "b 200",
            "a 200"
        ]
    );
}

#[tokio::test]
async fn each_attempt_passes_through_with_a_request_of_its_own() {
    let failing = Server::start(|_, _| reply(503, &[], "")).await;
    let working = healthy().await;
    let recorder = Recorder::new("r");
    let pipeline = over(&[&failing, &working])
        .with_layer(recorder.clone())
        .build()
        .unwrap();
    let response = chat(&pipeline).await.unwrap();
    assert_eq!(response.head().attempts(), 2);
    let lines = recorder.lines();
    assert_eq!(
        lines,
        [r#"r 1 Some("gpt") POST"#, "r 503", r#"r 2 Some("gpt") POST"#, "r 200"]
    );
    assert_eq!(working.last().header("x-names"), Some("r"));
    assert_eq!(working.last().text(), r#"{"n":1}"#);
}

#[tokio::test]
async fn layer_replaces_the_connection() {
    let fake = |made| {
        let builder = azure_openai_core::Pipeline::builder()
            .with_endpoint("http://127.0.0.1:9")
            .with_credential(azure_openai_core::Credential::api_key(KEY))
            .with_retry_policy(quick());
        builder.with_layer(Fake(made)).build().unwrap()
    };
    let pipeline = fake(|request, _| {
        let body = request.body().and_then(reqwest::Body::as_bytes).unwrap_or_default();
        Ok(Response::new(format!("{{\"sent\":{}}}", String::from_utf8_lossy(body))))
    });
    let request = Request::new(&POST).json(&json!({"n": 1}));
    let response = RequestBuilder::<Json<Value>>::new(&pipeline, request).await.unwrap();
    assert_eq!(response["sent"]["n"], 1);

    // Made responses are treated as the service's are.
    let pipeline = fake(|_, next| {
        let status = if next.attempt() == 1 { 503 } else { 200 };
        Ok(Response::builder().status(status).body("{}".to_owned()).unwrap())
    });
    assert_eq!(chat(&pipeline).await.unwrap().head().attempts(), 2);

    let pipeline = fake(|_, _| Err(Error::invalid_request("no signature")));
    let error = chat(&pipeline).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(error.to_string().contains("no signature"), "{error}");
    assert_eq!(error.attempts().len(), 1);
}

#[tokio::test]
async fn connection_that_fails_and_redirects_are_errors_behind_layers_too() {
    let refusing = Server::refusing().await;
    let recorder = Recorder::new("r");
    let pipeline = refusing.builder().with_layer(recorder.clone()).build().unwrap();
    assert_eq!(chat(&pipeline).await.unwrap_err().kind(), ErrorKind::Connect);
    assert_eq!(recorder.lines()[1], "r Connect");

    let target = healthy().await;
    let to = format!("{}/elsewhere", target.url);
    let server = Server::start(move |_, _| reply(307, &[("location", &to)], "")).await;
    let following = server
        .builder()
        .with_http_client(reqwest::Client::new())
        .with_layer(recorder);
    let error = chat(&following.build().unwrap()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Redirected);
}
