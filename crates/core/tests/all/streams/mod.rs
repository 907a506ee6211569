//! Streams of events.

mod ends;
mod errors;
mod labels;

use azure_openai_core::{Error, EventStream, Events, Request, RequestBuilder, StreamChunk, StreamProgress, Value};
use serde::Deserialize;

use crate::server::{GET, Server, open_head, reply};

#[derive(Debug, Deserialize, PartialEq)]
struct Chunk {
    #[serde(default)]
    choices: Vec<Choice>,
}

#[derive(Debug, Deserialize, PartialEq)]
struct Choice {
    index: i64,
    #[serde(default)]
    text: String,
    finish_reason: Option<String>,
}

impl azure_openai_core::FromJson for Chunk {}

impl StreamChunk for Chunk {
    fn is_empty(&self) -> bool {
        self.choices.is_empty()
    }

    fn from_response(response: Value) -> Option<Self> {
        response.get("choices")?;
        serde_json::from_value(response).ok()
    }

    fn observe(&self, progress: &mut StreamProgress) {
        for choice in &self.choices {
            progress.open(choice.index);
            if choice.finish_reason.is_some() {
                progress.finish(choice.index);
            }
        }
    }
}

async fn collect(mut stream: EventStream<Chunk>) -> (String, Option<Error>) {
    let mut text = String::new();
    while let Some(chunk) = stream.next().await {
        match chunk {
            Ok(chunk) => chunk.choices.iter().for_each(|choice| text += &choice.text),
            Err(error) => {
                assert!(stream.next().await.is_none(), "it goes on after an error");
                return (text, Some(error));
            }
        }
    }
    (text, None)
}

async fn run(content_type: &'static str, body: &'static str) -> (String, Option<Error>) {
    let server = Server::start_with(move |_, _| {
        // A byte a write, so that events come split.
        (
            std::iter::once(open_head(content_type))
                .chain(body.bytes().map(|byte| vec![byte]))
                .collect(),
            false,
        )
    })
    .await;
    let stream = RequestBuilder::<Events<Chunk>>::new(&server.pipeline(), Request::new(&GET).path("id", "x"))
        .await
        .unwrap();
    collect(stream.into_value()).await
}

const A: &str = r#"data: {"choices":[{"index":0,"text":"ü"}]}"#;

async fn open(server: &Server) -> Result<EventStream<Chunk>, Error> {
    let request = Request::new(&GET).path("id", "x");
    let call = RequestBuilder::<Events<Chunk>>::new(&server.pipeline(), request);
    call.await.map(azure_openai_core::Response::into_value)
}

/// The text of a body under a content type, and how it ends.
async fn read(content_type: &'static str, body: &[u8]) -> (String, Option<Error>) {
    let headers = match content_type {
        "" => vec![],
        content_type => vec![("content-type", content_type)],
    };
    let bytes = reply(200, &headers, body);
    let server = Server::start(move |_, _| bytes.clone()).await;
    match open(&server).await {
        Ok(stream) => collect(stream).await,
        Err(error) => (String::new(), Some(error)),
    }
}

const LABELS: [&str; 6] = [
    "text/event-stream",
    "application/json",
    "application/json; charset=utf-8",
    "text/plain",
    "application/octet-stream",
    "",
];
