//! reqwest and serde: every field of the responses typed by hand, nothing else done.

use std::path::Path;
use std::time::Duration;

use base64::Engine;
use futures_util::StreamExt;
use reqwest::StatusCode;
use reqwest::header::HeaderMap;
use serde::Deserialize;

use super::floor::Floor;
use super::spans::{Described, Spans, reasons};
use crate::jobs::Format;
use crate::task::Failure;

pub(crate) struct Typed(Floor, Spans);

#[derive(Deserialize)]
#[allow(dead_code, reason = "decoded to be measured, not read")]
struct Completion {
    id: String,
    object: String,
    created: i64,
    model: String,
    system_fingerprint: Option<String>,
    choices: Vec<Choice>,
    usage: Option<Usage>,
    prompt_filter_results: Option<Vec<PromptResults>>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "decoded to be measured, not read")]
struct PromptResults {
    prompt_index: i64,
    content_filter_results: Option<Results>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "decoded to be measured, not read")]
struct Usage {
    prompt_tokens: i64,
    completion_tokens: Option<i64>,
    total_tokens: i64,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "decoded to be measured, not read")]
struct Choice {
    index: i64,
    message: Option<Message>,
    delta: Option<Message>,
    finish_reason: Option<String>,
    logprobs: Option<serde_json::Value>,
    content_filter_results: Option<Results>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "decoded to be measured, not read")]
struct Message {
    role: Option<String>,
    content: Option<String>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "decoded to be measured, not read")]
struct Results {
    hate: Option<Category>,
    self_harm: Option<Category>,
    sexual: Option<Category>,
    violence: Option<Category>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "decoded to be measured, not read")]
struct Category {
    filtered: bool,
    severity: Option<String>,
}

#[derive(Deserialize)]
struct Embeddings<T> {
    data: Vec<Embedding<T>>,
}

#[derive(Deserialize)]
struct Embedding<T> {
    embedding: T,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "decoded to be measured, not read")]
struct BatchLine {
    custom_id: String,
    response: Option<BatchResponse>,
}

#[derive(Deserialize)]
struct BatchResponse {
    body: Completion,
}

impl Typed {
    pub(super) fn new(base: &str) -> Result<Self, Failure> {
        Ok(Self(Floor::new(base)?, Spans::new(base)?))
    }

    async fn send(&self, deployment: &str) -> Result<reqwest::Response, Failure> {
        let request = self
            .0
            .post(deployment, "chat/completions")
            .header("content-type", "application/json");
        let request = request.body(Floor::messages().to_string());
        Ok(request.send().await?.error_for_status()?)
    }

    pub(super) async fn chat(&self, deployment: &str) -> Result<usize, Failure> {
        let response = self.send(deployment).await?;
        Ok(text(&serde_json::from_slice(&response.bytes().await?)?))
    }

    pub(super) async fn traced_chat(&self, deployment: &str) -> Result<usize, Failure> {
        let chat = async {
            let mut response = self.send(deployment).await?;
            let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
            let completion: Completion = serde_json::from_slice(&response.bytes().await?)?;
            Ok((status, headers, completion))
        };
        let (_, _, completion) = self.1.chat(deployment, chat, describe).await?;
        Ok(text(&completion))
    }

    pub(super) async fn stream(&self, deployment: &str, stalled: bool) -> Result<usize, Failure> {
        let mut packets = self.0.open_stream(deployment).await?.bytes_stream();
        let (mut read, mut buffer) = (0, Vec::new());
        while let Some(packet) = packets.next().await {
            buffer.extend_from_slice(&packet?);
            let mut start = 0;
            while let Some(end) = memchr::memmem::find(&buffer[start..], b"\n\n") {
                let event = &buffer[start..start + end];
                start += end + 2;
                let Some(data) = event.strip_prefix(b"data: ") else {
                    continue;
                };
                if data == b"[DONE]" {
                    return Ok(read);
                }
                if stalled && read == 0 {
                    tokio::time::sleep(Duration::from_secs(3)).await;
                }
                read += text(&serde_json::from_str(std::str::from_utf8(data)?)?);
            }
            buffer.drain(..start);
        }
        Err("the stream was cut".into())
    }

    pub(super) async fn embed(&self, format: Format) -> Result<usize, Failure> {
        let body = self.0.embeddings(format).await?.bytes().await?;
        let numbers = if format == Format::Floats {
            let list: Embeddings<Vec<f32>> = serde_json::from_slice(&body)?;
            list.data.iter().map(|item| item.embedding.len()).sum()
        } else {
            let list: Embeddings<&str> = serde_json::from_slice(&body)?;
            let mut numbers = 0;
            for item in &list.data {
                let bytes = base64::engine::general_purpose::STANDARD.decode(item.embedding)?;
                let vector: Vec<f32> = bytes
                    .chunks_exact(4)
                    .map(|four| f32::from_le_bytes([four[0], four[1], four[2], four[3]]))
                    .collect();
                numbers += vector.len();
            }
            numbers
        };
        Ok(numbers)
    }

    pub(super) async fn upload(&self, file: &Path, known_length: bool) -> Result<usize, Failure> {
        self.0.upload(file, known_length).await
    }

    pub(super) async fn lines(&self, file: &str) -> Result<usize, Failure> {
        let mut packets = self.0.open_lines(file).await?.bytes_stream();
        let (mut read, mut buffer) = (0, Vec::new());
        while let Some(packet) = packets.next().await {
            buffer.extend_from_slice(&packet?);
            let mut start = 0;
            while let Some(end) = memchr::memchr(b'\n', &buffer[start..]) {
                let line: BatchLine = serde_json::from_slice(&buffer[start..start + end])?;
                read += line.response.map_or(0, |response| text(&response.body));
                start += end + 1;
            }
            buffer.drain(..start);
        }
        Ok(read)
    }
}

fn describe((status, headers, response): &(StatusCode, HeaderMap, Completion)) -> Described<'_> {
    Described {
        status: status.as_u16(),
        request_id: headers.get("x-request-id").and_then(|id| id.to_str().ok()),
        id: &response.id,
        model: &response.model,
        finish_reasons: reasons(response.choices.iter().map(|choice| choice.finish_reason.as_ref())),
        input_tokens: response.usage.as_ref().map(|usage| usage.prompt_tokens),
        output_tokens: response.usage.as_ref().and_then(|usage| usage.completion_tokens),
    }
}

fn text(completion: &Completion) -> usize {
    let choices = completion.choices.iter();
    let messages = choices.filter_map(|choice| choice.message.as_ref().or(choice.delta.as_ref()));
    messages
        .filter_map(|message| message.content.as_ref())
        .map(String::len)
        .sum()
}
