//! reqwest alone: bodies are sent as they are and read unseen.

use std::path::Path;
use std::time::Duration;

use futures_util::StreamExt;
use serde_json::{Value, json};

use crate::jobs::Format;
use crate::task::{Failure, KEY, SYSTEM, TEXTS, USER};

pub(crate) struct Floor {
    pub(super) http: reqwest::Client,
    pub(super) base: String,
}

impl Floor {
    pub(super) fn new(base: &str) -> Result<Self, Failure> {
        let http = reqwest::Client::builder().no_proxy().build()?;
        Ok(Self {
            http,
            base: format!("{base}/openai"),
        })
    }

    pub(super) fn url(&self, path: &str) -> String {
        format!("{}{path}?api-version=2024-06-01", self.base)
    }

    pub(super) fn post(&self, deployment: &str, operation: &str) -> reqwest::RequestBuilder {
        self.http
            .post(self.url(&format!("/deployments/{deployment}/{operation}")))
            .header("api-key", KEY)
    }

    pub(super) fn messages() -> Value {
        json!({"messages": [{"role": "system", "content": SYSTEM}, {"role": "user", "content": USER}]})
    }

    pub(super) async fn chat(&self, deployment: &str) -> Result<usize, Failure> {
        let body = Self::messages().to_string();
        let request = self
            .post(deployment, "chat/completions")
            .header("content-type", "application/json");
        Ok(request
            .body(body)
            .send()
            .await?
            .error_for_status()?
            .bytes()
            .await?
            .len())
    }

    pub(super) async fn traced_chat(&self, deployment: &str) -> Result<usize, Failure> {
        self.chat(deployment).await
    }

    pub(super) async fn open_stream(&self, deployment: &str) -> Result<reqwest::Response, Failure> {
        let mut body = Self::messages();
        body["stream"] = true.into();
        let request = self
            .post(deployment, "chat/completions")
            .header("content-type", "application/json");
        Ok(request.body(body.to_string()).send().await?.error_for_status()?)
    }

    pub(super) async fn stream(&self, deployment: &str, stalled: bool) -> Result<usize, Failure> {
        let mut packets = self.open_stream(deployment).await?.bytes_stream();
        let mut read = 0;
        while let Some(packet) = packets.next().await {
            if stalled && read == 0 {
                tokio::time::sleep(Duration::from_secs(3)).await;
            }
            read += packet?.len();
        }
        Ok(read)
    }

    pub(super) async fn embeddings(&self, format: Format) -> Result<reqwest::Response, Failure> {
        let texts: Vec<String> = (0..TEXTS).map(|number| format!("text {number}")).collect();
        let format = if format == Format::Floats { "float" } else { "base64" };
        let body = json!({"input": texts, "encoding_format": format}).to_string();
        let request = self
            .post(&format!("embed-{TEXTS}"), "embeddings")
            .header("content-type", "application/json");
        Ok(request.body(body).send().await?.error_for_status()?)
    }

    pub(super) async fn embed(&self, format: Format) -> Result<usize, Failure> {
        Ok(self.embeddings(format).await?.bytes().await?.len())
    }

    pub(super) async fn upload(&self, file: &Path, known_length: bool) -> Result<usize, Failure> {
        let length = tokio::fs::metadata(file).await?.len();
        let file = tokio::fs::File::open(file).await?;
        let body = reqwest::Body::wrap_stream(tokio_util::io::ReaderStream::with_capacity(file, 256 << 10));
        let part = if known_length {
            reqwest::multipart::Part::stream_with_length(body, length)
        } else {
            reqwest::multipart::Part::stream(body)
        };
        let part = part.file_name("training.jsonl").mime_str("application/jsonl")?;
        let form = reqwest::multipart::Form::new()
            .text("purpose", "batch")
            .part("file", part);
        let request = self
            .http
            .post(self.url("/files"))
            .header("api-key", KEY)
            .multipart(form);
        Ok(request.send().await?.error_for_status()?.bytes().await?.len())
    }

    pub(super) async fn open_lines(&self, file: &str) -> Result<reqwest::Response, Failure> {
        let request = self
            .http
            .get(self.url(&format!("/files/{file}/content")))
            .header("api-key", KEY);
        Ok(request.send().await?.error_for_status()?)
    }

    pub(super) async fn lines(&self, file: &str) -> Result<usize, Failure> {
        let mut packets = self.open_lines(file).await?.bytes_stream();
        let mut read = 0;
        while let Some(packet) = packets.next().await {
            read += packet?.len();
        }
        Ok(read)
    }
}
