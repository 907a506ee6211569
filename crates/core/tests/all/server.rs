//! A server that records what it gets and replies with the bytes it is seen.

use std::sync::{Arc, Mutex};

use azure_openai_core::{
    Credential, Endpoint, Json, Method, Operation, Pipeline, PipelineBuilder, Request, RequestBuilder, RetryPolicy,
    Value,
};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};

pub(crate) const KEY: &str = "canary-key-0123456789";

pub(crate) static GET: Operation = Operation::new("Things_Get", Method::GET, "/things/{id}");
pub(crate) static POST: Operation = Operation::new("Things_Create", Method::POST, "/things");

pub(crate) static CHAT: Operation = Operation::new(
    "Chat_Create",
    Method::POST,
    "/deployments/{deployment-id}/chat/completions",
);

thread_local! {
    /// Each test has its thread. To make a client costs more than most tests do.
    static CLIENT: reqwest::Client = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap();
}

/// A request as it came.
#[derive(Clone, Debug, Default)]
pub(crate) struct Recorded {
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Recorded {
    pub(crate) fn line(&self) -> &str {
        self.head.lines().next().unwrap_or("")
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (other, value) = line.split_once(':')?;
            other.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

#[derive(Clone)]
pub(crate) struct Server {
    pub(crate) url: String,
    requests: Arc<Mutex<Vec<Recorded>>>,
    _taken: Option<Arc<TcpSocket>>,
}

impl Server {
    /// Replies the n-th request with what the function gives, and closes the connection.
    pub(crate) async fn start(reply: impl Fn(usize, &Recorded) -> Vec<u8> + Send + Sync + 'static) -> Self {
        Self::start_with(move |count, request| (vec![reply(count, request)], false)).await
    }

    /// Replies in chunks, each of them flushed. At the end the connection is held open if asked for.
    pub(crate) async fn start_with(
        reply: impl Fn(usize, &Recorded) -> (Vec<Vec<u8>>, bool) + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let reply = Arc::new(reply);
        let server = Self {
            url,
            requests: Arc::clone(&requests),
            _taken: None,
        };
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let (requests, reply) = (Arc::clone(&requests), Arc::clone(&reply));
                tokio::spawn(async move {
                    let Some(request) = read(&mut stream).await else {
                        return;
                    };
                    let count = {
                        let mut requests = requests.lock().unwrap();
                        requests.push(request.clone());
                        requests.len() - 1
                    };
                    let (chunks, hold) = reply(count, &request);
                    for chunk in chunks {
                        if stream.write_all(&chunk).await.is_err() {
                            return;
                        }
                        tokio::task::yield_now().await;
                    }
                    if hold {
                        let _ = stream.read(&mut [0]).await;
                    }
                    let _ = stream.shutdown().await;
                });
            }
        });
        server
    }

    /// Replies in chunks, and then with the last one over and over, with this pause before each.
    pub(crate) async fn start_paced(chunks: Vec<Vec<u8>>, pause: std::time::Duration, last: &'static [u8]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                if read(&mut stream).await.is_none() {
                    continue;
                }
                for chunk in chunks.iter().map(Vec::as_slice).chain(std::iter::repeat(last)) {
                    if stream.write_all(chunk).await.is_err() {
                        break;
                    }
                    tokio::time::sleep(pause).await;
                }
            }
        });
        Self {
            url,
            requests: Arc::default(),
            _taken: None,
        }
    }

    /// Where nobody listens. The port stays taken, so that no other test gets it.
    pub(crate) async fn refusing() -> Self {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
        Self {
            url: format!("http://{}", socket.local_addr().unwrap()),
            requests: Arc::default(),
            _taken: Some(Arc::new(socket)),
        }
    }

    /// Until so many requests have come.
    pub(crate) async fn wait_for_requests(&self, count: usize) {
        while self.requests().len() < count {
            tokio::time::sleep(std::time::Duration::from_millis(1)).await;
        }
    }

    pub(crate) fn requests(&self) -> Vec<Recorded> {
        self.requests.lock().unwrap().clone()
    }

    pub(crate) fn last(&self) -> Recorded {
        self.requests().pop().expect("no request came")
    }

    pub(crate) fn builder(&self) -> PipelineBuilder {
        Pipeline::builder()
            .with_endpoint(Endpoint::parse(&self.url).unwrap())
            .with_credential(Credential::api_key(KEY))
            .with_api_version("v1")
            .with_http_client(CLIENT.with(Clone::clone))
            .with_retry_policy(RetryPolicy::none())
    }

    pub(crate) fn pipeline(&self) -> Pipeline {
        self.builder().build().unwrap()
    }

    pub(crate) fn get(&self) -> RequestBuilder<Json<Value>> {
        RequestBuilder::new(&self.pipeline(), Request::new(&GET).path("id", "x"))
    }
}

/// A reply with a body of known length.
pub(crate) fn reply(status: u16, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let mut bytes = format!(
        "HTTP/1.1 {status} X\r\nconnection: close\r\ncontent-length: {}\r\n",
        body.len()
    );
    for (name, value) in headers {
        bytes += &format!("{name}: {value}\r\n");
    }
    let mut bytes = (bytes + "\r\n").into_bytes();
    bytes.extend_from_slice(body);
    bytes
}

pub(crate) fn json(body: &str) -> Vec<u8> {
    reply(200, &[("content-type", "application/json")], body)
}

/// Status line and headers of a reply that ends with its connection.
pub(crate) fn open_head(content_type: &str) -> Vec<u8> {
    format!("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-type: {content_type}\r\nx-request-id: r-1\r\n\r\n")
        .into_bytes()
}

async fn read(stream: &mut TcpStream) -> Option<Recorded> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(at) = bytes.windows(4).position(|part| part == b"\r\n\r\n") {
            break at;
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
    let mut request = Recorded {
        head,
        body: bytes[end + 4..].to_vec(),
    };
    if let Some(length) = request
        .header("content-length")
        .map(|text| text.parse::<usize>().unwrap())
    {
        while request.body.len() < length {
            if stream.read_buf(&mut request.body).await.ok()? == 0 {
                return None;
            }
        }
    } else if request.header("transfer-encoding") == Some("chunked") {
        let mut raw = std::mem::take(&mut request.body);
        loop {
            let Some(line) = raw.windows(2).position(|part| part == b"\r\n") else {
                if stream.read_buf(&mut raw).await.ok()? == 0 {
                    return None;
                }
                continue;
            };
            let size = usize::from_str_radix(std::str::from_utf8(&raw[..line]).unwrap(), 16).unwrap();
            while raw.len() < line + 2 + size + 2 {
                if stream.read_buf(&mut raw).await.ok()? == 0 {
                    return None;
                }
            }
            request.body.extend_from_slice(&raw[line + 2..line + 2 + size]);
            raw.drain(..line + 2 + size + 2);
            if size == 0 {
                break;
            }
        }
    }
    Some(request)
}
