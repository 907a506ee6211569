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
use tests::server::{Reply, Server};

/// Clients of a server that gives one response to everything.
async fn replying(response: Reply) -> (Server, Client) {
    let server = Server::start(response).await;
    let client = client(server.url());
    (server, client)
}

async fn replying_json(body: Value) -> (Server, Client) {
    replying(Reply::json(&body)).await
}

fn hi() -> CreateChatCompletionRequest {
    CreateChatCompletionRequest::new([ChatCompletionMessage::new("user").with_content("Hi")])
}
