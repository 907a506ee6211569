//! What the service really does where the documents say less or something else: a test for each fact.

mod authoring;
mod calls;
mod chat;
mod errors;
mod files;
mod headers;
mod inference;
mod shapes;
mod streams;

use azure_openai::Client;
use azure_openai_inference::{ChatCompletionMessage, CreateChatCompletionRequest};
use serde_json::Value;
use tests::clients::client;
use tests::recording::{Reply, Server};

/// Clients of a server that gives one answer to everything.
async fn answering(answer: Reply) -> (Server, Client) {
    let server = Server::start(answer).await;
    let client = client(server.url());
    (server, client)
}

async fn answering_json(body: Value) -> (Server, Client) {
    answering(Reply::json(&body)).await
}

fn hi() -> CreateChatCompletionRequest {
    CreateChatCompletionRequest::new([ChatCompletionMessage::new("user").with_content("Hi")])
}
