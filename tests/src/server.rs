//! A server on loopback that records requests and sends configured replies.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::response::Response;
use bytes::Bytes;
use futures_util::stream;
use serde_json::Value;
use tokio::net::TcpListener;

/// A recorded request.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// The method.
    pub method: Method,
    /// The path, percent-encoded as sent.
    pub path: String,
    /// The decoded query parameters in order.
    pub query: Vec<(String, String)>,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
}

impl Recorded {
    /// Returns the first header of the name, if it is valid text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// Returns the body decoded as JSON.
    ///
    /// # Panics
    /// If the body is not valid JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }
}

/// A reply of the server.
#[derive(Clone, Debug)]
pub struct Reply {
    status: StatusCode,
    headers: HeaderMap,
    chunks: Vec<Bytes>,
}

impl Reply {
    /// Creates a reply with status 200 and a body. An empty content type is not sent.
    pub fn new(content_type: &str, body: impl Into<Bytes>) -> Self {
        Self::in_chunks(content_type, [body.into()])
    }

    /// Creates a reply whose body is sent in several chunks.
    pub fn in_chunks(content_type: &str, chunks: impl IntoIterator<Item = Bytes>) -> Self {
        let response = Self {
            status: StatusCode::OK,
            headers: HeaderMap::new(),
            chunks: chunks.into_iter().collect(),
        };
        match content_type {
            "" => response,
            _ => response.with_header("content-type", content_type),
        }
    }

    /// Creates a reply with status 200 and a JSON body.
    pub fn json(body: &Value) -> Self {
        Self::new("application/json", body.to_string())
    }

    /// Creates a stream with an event for each body, and `[DONE]`.
    pub fn events<'a>(bodies: impl IntoIterator<Item = &'a Value>) -> Self {
        let events = bodies.into_iter().map(|body| format!("data: {body}\n\n").into());
        let done = Bytes::from_static(b"data: [DONE]\n\n");
        Self::in_chunks("text/event-stream", events.chain([done]))
    }

    /// Creates a reply with status 204 and no body.
    pub fn nothing() -> Self {
        Self::in_chunks("", []).with_status(204)
    }

    /// Sets the status.
    #[must_use]
    pub fn with_status(mut self, status: u16) -> Self {
        self.status = StatusCode::from_u16(status).unwrap();
        self
    }

    /// Adds a header.
    #[must_use]
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.append(
            HeaderName::from_bytes(name.as_bytes()).unwrap(),
            HeaderValue::from_str(value).unwrap(),
        );
        self
    }

    fn into_response(self) -> Response {
        // A body in one chunk has a length, as the service's JSON responses do.
        let body = match <[Bytes; 1]>::try_from(self.chunks) {
            Ok([body]) => Body::from(body),
            Err(chunks) if chunks.is_empty() => Body::empty(),
            Err(chunks) => Body::from_stream(stream::iter(chunks.into_iter().map(Ok::<_, std::convert::Infallible>))),
        };
        let mut response = Response::new(body);
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers;
        response
    }
}

/// The server. It stops with the runtime of its test.
#[derive(Clone, Debug)]
pub struct Server {
    url: String,
    state: Arc<Mutex<Exchanges>>,
}

#[derive(Debug)]
struct Exchanges {
    /// Replies sent before `reply`, once each.
    first: VecDeque<Reply>,
    response: Reply,
    requests: Vec<Recorded>,
}

impl Server {
    /// Starts a server on a free port that sends the same reply to every request.
    pub async fn start(response: Reply) -> Self {
        crate::trace::start();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let state = Arc::new(Mutex::new(Exchanges {
            first: VecDeque::new(),
            response,
            requests: Vec::new(),
        }));
        let router = Router::new().fallback(record).with_state(Arc::clone(&state));
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, state }
    }

    /// The base URL, without a slash at the end.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Changes the reply to later requests.
    pub fn reply_with(&self, response: Reply) {
        self.state.lock().unwrap().response = response;
    }

    /// Sends these replies to the next requests, one each, before the usual one again.
    pub fn reply_first(&self, responses: impl IntoIterator<Item = Reply>) {
        self.state.lock().unwrap().first.extend(responses);
    }

    /// Returns the requests received since the last call.
    pub fn take(&self) -> Vec<Recorded> {
        std::mem::take(&mut self.state.lock().unwrap().requests)
    }

    /// Returns the only request received since the last call.
    ///
    /// # Panics
    /// If there is none, or more than one.
    pub fn only(&self) -> Recorded {
        let [request] = <[_; 1]>::try_from(self.take()).unwrap();
        request
    }
}

async fn record(State(state): State<Arc<Mutex<Exchanges>>>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    let query = head.uri.query().unwrap_or("");
    let recorded = Recorded {
        method: head.method,
        path: head.uri.path().to_owned(),
        query: form_urlencoded::parse(query.as_bytes()).into_owned().collect(),
        headers: head.headers,
        body,
    };
    let mut state = state.lock().unwrap();
    state.requests.push(recorded);
    let first = state.first.pop_front();
    first.unwrap_or_else(|| state.response.clone()).into_response()
}
