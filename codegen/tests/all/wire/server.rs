//! A server for one request: it records what it gets and replies with what it is given.

use std::sync::{Arc, Mutex};

use azure_openai_core::{Credential, Endpoint, Pipeline, PipelineBuilder, RetryPolicy};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// A request as it came.
pub(super) struct Recorded {
    head: String,
    pub(super) body: String,
}

impl Recorded {
    /// Method and target.
    pub(super) fn line(&self) -> &str {
        let line = self.head.lines().next().unwrap_or_default();
        line.strip_suffix(" HTTP/1.1").unwrap_or(line)
    }

    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (other, value) = line.split_once(':')?;
            other.eq_ignore_ascii_case(name).then_some(value.trim())
        })
    }
}

pub(super) struct Server {
    url: String,
    work: JoinHandle<Recorded>,
}

impl Server {
    /// A server that replies `HTTP/1.1` and then this.
    pub(super) async fn new(reply: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("on loopback");
        let url = format!("http://{}/base", listener.local_addr().expect("on loopback"));
        let reply = format!("HTTP/1.1 {reply}");
        let work = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.expect("on loopback");
            let recorded = read(&mut stream).await.expect("the request breaks off");
            stream.write_all(reply.as_bytes()).await.expect("on loopback");
            stream.shutdown().await.expect("on loopback");
            recorded
        });
        Self { url, work }
    }

    /// A server that replies with JSON.
    pub(super) async fn json(body: &str) -> Self {
        Self::new(&format!(
            "200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        ))
        .await
    }

    /// A server that replies without a body.
    pub(super) async fn empty() -> Self {
        Self::new("204 No Content\r\n\r\n").await
    }

    pub(super) fn builder(&self) -> PipelineBuilder {
        builder(&self.url)
    }

    pub(super) fn pipeline(&self) -> Pipeline {
        self.builder()
            .with_credential(Credential::none())
            .build()
            .expect("on loopback")
    }

    pub(super) async fn request(self) -> Recorded {
        self.work.await.expect("on loopback")
    }
}

/// A server for many requests, each on a connection of its own.
pub(super) struct Service {
    url: String,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Service {
    /// A service that replies `HTTP/1.1` and then what the function says.
    pub(super) async fn new(reply: impl Fn(&Recorded) -> String + Send + 'static) -> Self {
        Self::counting(move |_, request| reply(request)).await
    }

    /// The same by the number of requests before.
    pub(super) async fn counting(reply: impl Fn(usize, &Recorded) -> String + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("on loopback");
        let url = format!("http://{}/base", listener.local_addr().expect("on loopback"));
        let requests = Arc::new(Mutex::new(Vec::new()));
        let all = Arc::clone(&requests);
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let Some(recorded) = read(&mut stream).await else {
                    continue;
                };
                let count = {
                    let mut all = all.lock().expect("on loopback");
                    all.push(recorded.line().to_owned());
                    all.len() - 1
                };
                let reply = format!("HTTP/1.1 {}", reply(count, &recorded));
                let _ = stream.write_all(reply.as_bytes()).await;
                let _ = stream.shutdown().await;
            }
        });
        Self { url, requests }
    }

    pub(super) fn pipeline(&self) -> Pipeline {
        builder(&self.url)
            .with_credential(Credential::none())
            .build()
            .expect("on loopback")
    }

    /// Method and target of each.
    pub(super) fn requests(&self) -> Vec<String> {
        self.requests.lock().expect("on loopback").clone()
    }
}

fn builder(url: &str) -> PipelineBuilder {
    Pipeline::builder()
        .with_endpoint(Endpoint::from_base_url(url).expect("on loopback"))
        .with_retry_policy(RetryPolicy::none())
}

async fn read(stream: &mut TcpStream) -> Option<Recorded> {
    let mut bytes = Vec::new();
    loop {
        let mut buffer = [0; 4096];
        let count = stream.read(&mut buffer).await.ok().filter(|count| *count > 0)?;
        bytes.extend(&buffer[..count]);
        if let Some(recorded) = whole(&bytes) {
            return Some(recorded);
        }
    }
}

/// The request, once all of it is there.
fn whole(bytes: &[u8]) -> Option<Recorded> {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = String::from_utf8(bytes[..end].to_vec()).expect("on loopback");
    let body = String::from_utf8_lossy(&bytes[end + 4..]).into_owned();
    let recorded = Recorded { head, body };
    let is_whole = match recorded.header("content-length") {
        Some(length) => bytes.len() - end - 4 == length.parse::<usize>().expect("on loopback"),
        None => recorded.header("transfer-encoding").is_none() || recorded.body.ends_with("0\r\n\r\n"),
    };
    is_whole.then_some(recorded)
}
