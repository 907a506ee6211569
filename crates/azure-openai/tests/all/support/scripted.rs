//! A service on loopback that replies as a function says, and records the requests.

use std::sync::{Arc, LazyLock, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::response::Response;
use azure_openai::{Bytes, Client, Credential, Value, reqwest};
use tokio::net::TcpListener;

/// Making one takes long, with the certificates of the machine. No connection is kept, so that each test's runtime has
/// its own.
static HTTP: LazyLock<reqwest::Client> = LazyLock::new(|| {
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .pool_max_idle_per_host(0)
        .build()
        .unwrap()
});

/// A request as it came.
#[derive(Clone, Debug)]
pub(crate) struct Recorded {
    /// How many came before it.
    pub(crate) count: usize,
    pub(crate) method: Method,
    /// The path behind `/openai`.
    pub(crate) path: String,
    /// The pairs of the query in order, decoded.
    pub(crate) query: Vec<(String, String)>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Recorded {
    /// Method and path, as in `GET /files`.
    pub(crate) fn line(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    pub(crate) fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.query.iter().find(|(other, _)| other == name);
        found.map(|(_, value)| value.as_str())
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// The contents of the last part of a form.
    pub(crate) fn file(&self) -> &[u8] {
        let body = &self.body[..];
        let content_type = self.headers["content-type"].to_str().unwrap();
        let boundary = content_type.split_once("boundary=").unwrap().1;
        let end = format!("\r\n--{boundary}--").into_bytes();
        let end = body.windows(end.len()).rposition(|part| part == end).unwrap();
        let next = format!("--{boundary}\r\n").into_bytes();
        let start = body[..end].windows(next.len()).rposition(|part| part == next).unwrap();
        let head = body[start..end]
            .windows(4)
            .position(|part| part == b"\r\n\r\n")
            .unwrap();
        &body[start + head + 4..end]
    }
}

/// What is replied.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    status: u16,
    headers: Vec<(&'static str, String)>,
    /// Each is sent on its own.
    chunks: Vec<Bytes>,
}

impl Reply {
    pub(crate) fn json(body: Value) -> Self {
        Self::bytes(body.to_string())
    }

    pub(crate) fn bytes(body: impl Into<Bytes>) -> Self {
        Self {
            status: 200,
            headers: Vec::new(),
            chunks: vec![body.into()],
        }
    }

    pub(crate) fn chunks(chunks: Vec<Bytes>) -> Self {
        Self {
            chunks,
            ..Self::bytes("")
        }
    }

    /// An error as the authoring API sends it.
    pub(crate) fn error(status: u16, code: &str) -> Self {
        let body = serde_json::json!({"error": {"code": code, "message": format!("it is {code}")}});
        Self {
            status,
            ..Self::json(body)
        }
    }

    /// A failure that passes, to be retried at once.
    pub(crate) fn unavailable() -> Self {
        Self::error(503, "serviceUnavailable").header("retry-after-ms", "1")
    }

    pub(crate) fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

type Script = Box<dyn FnMut(&Recorded) -> Reply + Send>;

/// The service. It ends with the runtime of its test.
#[derive(Clone)]
pub(crate) struct Service {
    pub(crate) url: String,
    state: Arc<Mutex<Inner>>,
}

struct Inner {
    script: Script,
    requests: Vec<Recorded>,
}

impl Service {
    /// Starts it; the function returns each reply.
    pub(crate) async fn start(script: impl FnMut(&Recorded) -> Reply + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let state = Arc::new(Mutex::new(Inner {
            script: Box::new(script),
            requests: Vec::new(),
        }));
        let router = Router::new().fallback(reply).with_state(Arc::clone(&state));
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, state }
    }

    pub(crate) fn client(&self) -> Client {
        Client::builder()
            .with_endpoint(&self.url)
            .with_credential(Credential::api_key("canary-key"))
            .with_pipeline(|pipeline| pipeline.with_http_client(HTTP.clone()))
            .build()
            .unwrap()
    }

    /// The requests so far.
    pub(crate) fn requests(&self) -> Vec<Recorded> {
        self.state.lock().unwrap().requests.clone()
    }

    /// The lines of the requests so far.
    pub(crate) fn lines(&self) -> Vec<String> {
        self.requests().iter().map(Recorded::line).collect()
    }
}

async fn reply(State(state): State<Arc<Mutex<Inner>>>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    let query = head.uri.query().unwrap_or("");
    let mut inner = state.lock().unwrap();
    let recorded = Recorded {
        count: inner.requests.len(),
        method: head.method,
        path: head.uri.path().trim_start_matches("/openai").to_owned(),
        query: form_urlencoded::parse(query.as_bytes()).into_owned().collect(),
        headers: head.headers,
        body,
    };
    let reply = (inner.script)(&recorded);
    inner.requests.push(recorded);
    let body = match <[Bytes; 1]>::try_from(reply.chunks) {
        Ok([body]) => Body::from(body),
        Err(chunks) => Body::from_stream(futures_util::stream::iter(
            chunks.into_iter().map(Ok::<_, std::convert::Infallible>),
        )),
    };
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::from_u16(reply.status).unwrap();
    for (name, value) in reply.headers {
        let value = HeaderValue::from_str(&value).unwrap();
        response.headers_mut().append(HeaderName::from_static(name), value);
    }
    response
}
