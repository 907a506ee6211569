//! Reads a stream of server-sent events as it comes.

use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use reqwest::Method;
use serde_json::Value;

use crate::client::{Client, INFERENCE};

/// A stream's chunks, read to the end.
#[derive(Debug)]
pub(crate) struct Chunks(pub(crate) Vec<Value>);

impl Client {
    /// Starts a stream; the response must be one.
    pub(crate) async fn stream(&self, path: &str, body: &Value) -> reqwest::Response {
        let request = self.request(Method::POST, path, INFERENCE);
        let request = request.header("content-type", "application/json");
        let response = request.body(body.to_string()).send().await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        if status != 200 {
            panic!("{status}: {}", response.text().await.unwrap());
        }
        assert_eq!(headers["content-type"], "text/event-stream");
        response
    }

    pub(crate) async fn chunks(&self, path: &str, body: &Value) -> Chunks {
        let response = self.stream(path, body).await;
        Chunks::read(response.bytes_stream()).await
    }

    pub(crate) async fn chat_chunks(&self, body: &Value) -> Chunks {
        self.chunks("/deployments/gpt-4o/chat/completions", body).await
    }
}

impl Chunks {
    /// Every event must be one line of JSON, the last one `[DONE]`.
    pub(crate) async fn read(mut stream: impl Stream<Item = reqwest::Result<Bytes>> + Unpin) -> Self {
        let mut text = Vec::new();
        while let Some(bytes) = stream.next().await {
            text.extend_from_slice(&bytes.unwrap());
        }
        let text = String::from_utf8(text).unwrap();
        let events: Vec<&str> = text
            .strip_suffix("\n\n")
            .unwrap_or_else(|| panic!("an unfinished event: {text}"))
            .split("\n\n")
            .map(|event| event.strip_prefix("data: ").unwrap())
            .collect();
        let (last, chunks) = events.split_last().unwrap();
        assert_eq!(*last, "[DONE]");
        Self(
            chunks
                .iter()
                .map(|chunk| serde_json::from_str(chunk).unwrap())
                .collect(),
        )
    }

    /// The choices with this index, in the order of their chunks.
    pub(crate) fn choice(&self, index: usize) -> impl Iterator<Item = &Value> {
        self.0
            .iter()
            .flat_map(|chunk| chunk["choices"].as_array().unwrap())
            .filter(move |choice| choice["index"] == index)
    }

    /// A chat's text.
    pub(crate) fn content(&self, index: usize) -> String {
        self.choice(index)
            .filter_map(|choice| choice["delta"]["content"].as_str())
            .collect()
    }

    /// A text completion's text.
    pub(crate) fn text(&self, index: usize) -> String {
        self.choice(index)
            .filter_map(|choice| choice["text"].as_str())
            .collect()
    }

    /// The one reason, which is in the choice's last chunk but for findings of the asynchronous filter.
    pub(crate) fn finish_reason(&self, index: usize) -> String {
        let reasons: Vec<&str> = self
            .choice(index)
            .filter_map(|choice| choice["finish_reason"].as_str())
            .collect();
        let [reason] = reasons[..] else {
            panic!("not one reason: {reasons:?}");
        };
        reason.to_owned()
    }
}
