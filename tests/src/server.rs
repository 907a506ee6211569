//! A server on loopback that keeps each request whole and responses what it was told.

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

/// A request as it came.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// The method.
    pub method: Method,
    /// The path as it was sent, percent-encoded.
    pub path: String,
    /// The pairs of the query in order, decoded.
    pub query: Vec<(String, String)>,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
}

impl Recorded {
    /// The first header of the name, if it is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The body, decoded.
    ///
    /// # Panics
    /// If it is no JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }
}

/// What the server is to response.
#[derive(Clone, Debug)]
pub struct Reply {
    status: StatusCode,
    headers: HeaderMap,
    chunks: Vec<Bytes>,
}

impl Reply {
    /// A body of any kind with status 200. An empty content type is not sent.
    pub fn new(content_type: &str, body: impl Into<Bytes>) -> Self {
        Self::in_chunks(content_type, [body.into()])
    }

    /// A body sent chunk by chunk.
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

    /// A JSON body with status 200.
    pub fn json(body: &Value) -> Self {
        Self::new("application/json", body.to_string())
    }

    /// An event for each body, and `[DONE]`.
    pub fn events<'a>(bodies: impl IntoIterator<Item = &'a Value>) -> Self {
        let events = bodies.into_iter().map(|body| format!("data: {body}\n\n").into());
        let done = Bytes::from_static(b"data: [DONE]\n\n");
        Self::in_chunks("text/event-stream", events.chain([done]))
    }

    /// No body, status 204.
    pub fn nothing() -> Self {
        Self::in_chunks("", []).with_status(204)
    }

    /// Another status.
    #[must_use]
    pub fn with_status(mut self, status: u16) -> Self {
        self.status = StatusCode::from_u16(status).unwrap();
        self
    }

    /// One more header.
    #[must_use]
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.append(
            HeaderName::from_bytes(name.as_bytes()).unwrap(),
            HeaderValue::from_str(value).unwrap(),
        );
        self
    }

    fn into_response(self) -> Response {
        // A body of one chunk has a length, as the service's JSON responses do.
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

/// The server. It ends with the runtime of its test.
#[derive(Clone, Debug)]
pub struct Server {
    url: String,
    state: Arc<Mutex<Exchanges>>,
}

#[derive(Debug)]
struct Exchanges {
    /// What comes before the response, once each.
    first: VecDeque<Reply>,
    response: Reply,
    requests: Vec<Recorded>,
}

impl Server {
    /// Starts it on a free port; every request gets the response.
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

    /// Where it listens, without a slash at the end.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Requests from now on get this response.
    pub fn reply_with(&self, response: Reply) {
        self.state.lock().unwrap().response = response;
    }

    /// The next requests get these responses, one each, before the others get the usual one again.
    pub fn reply_first(&self, responses: impl IntoIterator<Item = Reply>) {
        self.state.lock().unwrap().first.extend(responses);
    }

    /// The requests that have come since this was last asked.
    pub fn take(&self) -> Vec<Recorded> {
        std::mem::take(&mut self.state.lock().unwrap().requests)
    }

    /// The only request that has come since.
    ///
    /// # Panics
    /// If there was none, or more than one.
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
