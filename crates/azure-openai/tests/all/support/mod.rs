//! What the tests of the facade share: clients of the emulator and of scripted replies.

pub(crate) mod scripted;

use azure_openai::{Client, Credential, Deployment, Value};
use azure_openai_emulator::{Builder, Emulator};

use crate::server::{KEY, Server, open_head};

/// A client of an emulator, which lives as long as it is held.
pub(crate) async fn emulated(builder: Builder) -> (Emulator, Client) {
    let emulator = builder.start().await.unwrap();
    let client = Client::builder()
        .with_endpoint(emulator.endpoint())
        .with_credential(Credential::api_key(emulator.api_key()))
        .build()
        .unwrap();
    (emulator, client)
}

pub(crate) fn client_of(server: &Server) -> Client {
    Client::builder()
        .with_endpoint(&server.url)
        .with_credential(Credential::api_key(KEY))
        .build()
        .unwrap()
}

/// A deployment that replies every request with these bytes.
pub(crate) async fn replying(bytes: Vec<u8>) -> (Server, Deployment) {
    let server = Server::start(move |_, _| bytes.clone()).await;
    let deployment = client_of(&server).deployment("gpt-4o");
    (server, deployment)
}

/// A deployment that replies with a stream of these bodies, each with its own write; `end` comes after them.
pub(crate) async fn streaming(events: &[Value], end: &str) -> (Server, Deployment) {
    let mut chunks = vec![open_head("text/event-stream")];
    chunks.extend(events.iter().map(|event| format!("data: {event}\n\n").into_bytes()));
    chunks.push(end.as_bytes().to_vec());
    let server = Server::start_with(move |_, _| (chunks.clone(), false)).await;
    let deployment = client_of(&server).deployment("gpt-4o");
    (server, deployment)
}

pub(crate) const DONE: &str = "data: [DONE]\n\n";
