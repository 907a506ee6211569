//! A plain HTTP client for an emulator of its own.

use azure_openai_emulator::{Builder, Emulator};
use reqwest::{Method, RequestBuilder, StatusCode, header::HeaderMap};
use serde_json::Value;

pub(crate) const INFERENCE: &str = "2025-04-01-preview";
pub(crate) const AUTHORING: &str = "2025-03-01-preview";

pub(crate) struct Client {
    pub(crate) emulator: Emulator,
    pub(crate) http: reqwest::Client,
}

/// A client for plain HTTP: to load the system's certificates would take most of a small test's time.
pub(crate) fn http() -> reqwest::Client {
    let builder = reqwest::Client::builder().tls_certs_only([]);
    builder.build().unwrap()
}

/// An response, read whole.
#[derive(Debug)]
pub(crate) struct Response {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Client {
    pub(crate) async fn new() -> Self {
        Self::of(Emulator::builder()).await
    }

    pub(crate) async fn of(builder: Builder) -> Self {
        Self {
            emulator: builder.start().await.unwrap(),
            http: http(),
        }
    }

    pub(crate) fn url(&self, path: &str, version: &str) -> String {
        let mark = if path.contains('?') { '&' } else { '?' };
        format!("{}/openai{path}{mark}api-version={version}", self.emulator.endpoint())
    }

    /// A request with the key.
    pub(crate) fn request(&self, method: Method, path: &str, version: &str) -> RequestBuilder {
        self.http
            .request(method, self.url(path, version))
            .header("api-key", self.emulator.api_key())
    }

    pub(crate) async fn get(&self, path: &str) -> Response {
        send(self.request(Method::GET, path, AUTHORING)).await
    }

    pub(crate) async fn delete(&self, path: &str) -> Response {
        send(self.request(Method::DELETE, path, AUTHORING)).await
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> Response {
        self.post_text(path, body.to_string()).await
    }

    pub(crate) async fn post_text(&self, path: &str, body: impl Into<reqwest::Body>) -> Response {
        let request = self.request(Method::POST, path, INFERENCE);
        send(request.header("content-type", "application/json").body(body)).await
    }

    pub(crate) async fn chat(&self, body: &Value) -> Response {
        self.post("/deployments/gpt-4o/chat/completions", body).await
    }

    pub(crate) async fn embed(&self, body: &Value) -> Response {
        self.post("/deployments/text-embedding-3-small/embeddings", body).await
    }
}

pub(crate) async fn send(request: RequestBuilder) -> Response {
    let response = request.send().await.unwrap();
    let (status, headers) = (response.status(), response.headers().clone());
    Response {
        status,
        headers,
        bytes: response.bytes().await.unwrap().into(),
    }
}

impl Response {
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes)
            .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&self.bytes)))
    }

    /// The body of a success.
    #[track_caller]
    pub(crate) fn ok(&self) -> Value {
        assert_eq!(self.status, 200, "{}", String::from_utf8_lossy(&self.bytes));
        assert_eq!(self.headers["content-type"], "application/json");
        self.json()
    }

    /// What stands under `error`.
    #[track_caller]
    pub(crate) fn error(&self, status: u16, code: &str) -> Value {
        assert_eq!(self.status, status, "{}", String::from_utf8_lossy(&self.bytes));
        assert_eq!(self.headers["content-type"], "application/json");
        let error = self.json()["error"].take();
        assert_eq!(error["code"], code, "{error}");
        assert!(
            error["message"].as_str().is_some_and(|message| !message.is_empty()),
            "{error}"
        );
        error
    }
}
