//! async-openai in its Azure mode.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use async_openai::Client;
use async_openai::config::AzureConfig;
use async_openai::types::InputSource;
use async_openai::types::chat::{
    ChatCompletionRequestSystemMessage, ChatCompletionRequestUserMessage, CreateChatCompletionRequest,
    CreateChatCompletionRequestArgs, CreateChatCompletionResponse,
};
use async_openai::types::embeddings::{CreateEmbeddingRequestArgs, EncodingFormat};
use async_openai::types::files::{CreateFileRequest, FileInput, FilePurpose};
use futures_util::StreamExt;
use serde::Deserialize;

use super::spans::{Described, Spans, reasons};
use crate::jobs::Format;
use crate::task::{Failure, KEY, SYSTEM, TEXTS, USER};

/// Its configuration names one deployment, so there is a client a deployment. Making one costs milliseconds.
pub(crate) struct Peer {
    base: String,
    spans: Spans,
    clients: Mutex<HashMap<String, Client<AzureConfig>>>,
}

#[derive(Deserialize)]
struct BatchLine {
    response: Option<BatchResponse>,
}

#[derive(Deserialize)]
struct BatchResponse {
    body: CreateChatCompletionResponse,
}

impl Peer {
    pub(super) fn new(base: &str) -> Result<Self, Failure> {
        Ok(Self {
            base: base.to_owned(),
            spans: Spans::new(base)?,
            clients: Mutex::default(),
        })
    }

    fn client(&self, deployment: &str) -> Client<AzureConfig> {
        let mut clients = self.clients.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(client) = clients.get(deployment) {
            return client.clone();
        }
        let config = AzureConfig::new()
            .with_api_base(&self.base)
            .with_api_key(KEY)
            .with_api_version("2024-06-01")
            .with_deployment_id(deployment);
        let client = Client::with_config(config);
        clients.insert(deployment.to_owned(), client.clone());
        client
    }

    fn request(deployment: &str) -> Result<CreateChatCompletionRequest, Failure> {
        let messages = vec![
            ChatCompletionRequestSystemMessage::from(SYSTEM).into(),
            ChatCompletionRequestUserMessage::from(USER).into(),
        ];
        Ok(CreateChatCompletionRequestArgs::default()
            .model(deployment)
            .messages(messages)
            .build()?)
    }

    async fn complete(&self, deployment: &str) -> Result<CreateChatCompletionResponse, Failure> {
        let request = Self::request(deployment)?;
        Ok(self.client(deployment).chat().create(request).await?)
    }

    pub(super) async fn chat(&self, deployment: &str) -> Result<usize, Failure> {
        Ok(text(&self.complete(deployment).await?))
    }

    /// Its responses have neither status nor headers; the status of a chat that succeeded is known.
    pub(super) async fn traced_chat(&self, deployment: &str) -> Result<usize, Failure> {
        let response = self.spans.chat(deployment, self.complete(deployment), describe).await?;
        Ok(text(&response))
    }

    pub(super) async fn stream(&self, deployment: &str, stalled: bool) -> Result<usize, Failure> {
        let client = self.client(deployment);
        let mut chunks = client.chat().create_stream(Self::request(deployment)?).await?;
        let mut read = 0;
        while let Some(chunk) = chunks.next().await {
            if stalled && read == 0 {
                tokio::time::sleep(Duration::from_secs(3)).await;
            }
            let chunk = chunk?;
            let texts = chunk.choices.iter().filter_map(|choice| choice.delta.content.as_ref());
            read += texts.map(String::len).sum::<usize>();
        }
        Ok(read)
    }

    pub(super) async fn embed(&self, format: Format) -> Result<usize, Failure> {
        let deployment = format!("embed-{TEXTS}");
        let texts: Vec<String> = (0..TEXTS).map(|number| format!("text {number}")).collect();
        let mut request = CreateEmbeddingRequestArgs::default();
        request.model(&deployment).input(texts);
        let client = self.client(&deployment);
        if format == Format::Base64 {
            let request = request.encoding_format(EncodingFormat::Base64).build()?;
            let response = client.embeddings().create_base64(request).await?;
            let vectors = response
                .data
                .into_iter()
                .map(|item| Vec::<f32>::from(item.embedding).len());
            return Ok(vectors.sum());
        }
        let response = client.embeddings().create(request.build()?).await?;
        Ok(response.data.iter().map(|item| item.embedding.len()).sum())
    }

    pub(super) async fn upload(&self, file: &Path, known_length: bool) -> Result<usize, Failure> {
        if !known_length {
            return Err("async-openai sends no file of unknown length".into());
        }
        let source = InputSource::Path { path: file.to_owned() };
        let request = CreateFileRequest {
            file: FileInput { source },
            purpose: FilePurpose::Batch,
            expires_after: None,
        };
        let file = self.client("upload").files().create(request).await?;
        Ok(file.id.len())
    }

    pub(super) async fn lines(&self, file: &str) -> Result<usize, Failure> {
        // The path of its Azure mode names a deployment, which the canned server takes for the file.
        let content = self.client(file).files().content(file).await?;
        let mut read = 0;
        for line in content.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            let line: BatchLine = serde_json::from_slice(line)?;
            read += line.response.map_or(0, |response| text(&response.body));
        }
        Ok(read)
    }
}

fn describe(response: &CreateChatCompletionResponse) -> Described<'_> {
    Described {
        status: 200,
        request_id: None,
        id: &response.id,
        model: &response.model,
        finish_reasons: reasons(response.choices.iter().map(|choice| choice.finish_reason)),
        input_tokens: response.usage.as_ref().map(|usage| usage.prompt_tokens.into()),
        output_tokens: response.usage.as_ref().map(|usage| usage.completion_tokens.into()),
    }
}

fn text(response: &CreateChatCompletionResponse) -> usize {
    let texts = response
        .choices
        .iter()
        .filter_map(|choice| choice.message.content.as_ref());
    texts.map(String::len).sum()
}
