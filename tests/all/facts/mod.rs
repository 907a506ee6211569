//! Behavior of the service that the specifications lack or contradict: at least one test for each row of
//! `docs/wire-facts.md`.

mod authoring;
mod calls;
mod chat;
mod errors;
mod files;
mod headers;
mod inference;
mod rows;
mod shapes;
mod streams;

use azure_openai::Client;
use azure_openai_inference::{ChatCompletionMessage, CreateChatCompletionRequest};
use serde_json::Value;
use tests::clients::client;
use tests::server::{Reply, Server};

/// Starts a server that always sends the same reply, and a client of it.
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
