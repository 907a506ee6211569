//! This project, as its README shows it: retries, timeouts and spans are on.

use std::path::Path;
use std::time::Duration;

use azure_openai::authoring::Batch;
use azure_openai::inference::CreateChatCompletionResponse;
use azure_openai::{Client, Credential, FilePart, system, user};
use serde_json::json;

use crate::jobs::Format;
use crate::task::{Failure, KEY, SYSTEM, TEXTS, USER};

pub(crate) struct Ours(Client);

impl Ours {
    pub(super) fn new(base: &str) -> Result<Self, Failure> {
        let client = Client::builder()
            .with_endpoint(base)
            .with_credential(Credential::api_key(KEY))
            .with_max_response_bytes(128 << 20)
            .build()?;
        Ok(Self(client))
    }

    pub(super) async fn chat(&self, deployment: &str) -> Result<usize, Failure> {
        let response = self
            .0
            .deployment(deployment)
            .chat([system(SYSTEM), user(USER)])
            .send()
            .await?;
        Ok(response.text().len())
    }

    /// The spans are its own.
    pub(super) async fn traced_chat(&self, deployment: &str) -> Result<usize, Failure> {
        self.chat(deployment).await
    }

    pub(super) async fn stream(&self, deployment: &str, stalled: bool) -> Result<usize, Failure> {
        let mut events = self
            .0
            .deployment(deployment)
            .chat([system(SYSTEM), user(USER)])
            .stream()
            .await?;
        let mut read = 0;
        while let Some(event) = events.next().await {
            if stalled && read == 0 {
                tokio::time::sleep(Duration::from_secs(3)).await;
            }
            read += event?.text().map_or(0, str::len);
        }
        Ok(read)
    }

    pub(super) async fn embed(&self, format: Format) -> Result<usize, Failure> {
        let texts: Vec<String> = (0..TEXTS).map(|number| format!("text {number}")).collect();
        let mut request = self.0.deployment(format!("embed-{TEXTS}")).embed(texts);
        if format == Format::Floats {
            request = request.with_encoding_format("float");
        }
        let response = request.send().await?;
        let mut numbers = 0;
        for vector in response.vectors() {
            numbers += vector?.len();
        }
        Ok(numbers)
    }

    pub(super) async fn upload(&self, file: &Path, known_length: bool) -> Result<usize, Failure> {
        let part = if known_length {
            FilePart::from_path(file)
        } else {
            let content = tokio_util::io::ReaderStream::with_capacity(tokio::fs::File::open(file).await?, 256 << 10);
            FilePart::from_stream("training.jsonl", content, None)
        };
        let file = self.0.files().upload("batch", part).await?;
        Ok(file.id.len())
    }

    pub(super) async fn lines(&self, file: &str) -> Result<usize, Failure> {
        let batch: Batch = serde_json::from_value(json!({"id": "batch_1", "output_file_id": file}))?;
        let mut lines = self.0.batches().results::<CreateChatCompletionResponse>(&batch);
        let mut read = 0;
        while let Some(line) = lines.next().await {
            read += line?.outcome.map_err(|failure| failure.to_string())?.text().len();
        }
        Ok(read)
    }
}
