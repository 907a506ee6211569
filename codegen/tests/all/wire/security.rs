//! Credentials that other services ask for.

use azure_openai_core::{Credential, ErrorKind};

use super::server::{Recorded, Server};
use crate::emission::wire_bodies::Client;

async fn with(credential: Credential) -> Recorded {
    assert!(!format!("{credential:?}").contains("hush"));
    let server = Server::empty().await;
    let pipeline = server.builder().with_credential(credential).build().expect("a success");
    Client::new(pipeline).raw().put("").await.expect("a success");
    server.request().await
}

#[tokio::test]
async fn keys_go_into_any_header_or_query() {
    let request = with(Credential::key_in_header("X-Key", "hush-1")).await;
    assert_eq!(request.header("x-key"), Some("hush-1"));
    assert_eq!(
        (request.header("api-key"), request.header("authorization")),
        (None, None)
    );
    let request = with(Credential::key_in_query("subscription key", "hush/2")).await;
    assert_eq!(request.line(), "PUT /base/raw?subscription+key=hush%2F2");
}

#[tokio::test]
async fn basic_bearer_and_no_credentials() {
    let request = with(Credential::basic("user", "hush:3")).await;
    assert_eq!(request.header("authorization"), Some("Basic dXNlcjpodXNoOjM="));
    let request = with(Credential::bearer("hush-4")).await;
    assert_eq!(request.header("authorization"), Some("Bearer hush-4"));
    let request = with(Credential::none()).await;
    assert_eq!(
        (request.header("api-key"), request.header("authorization")),
        (None, None)
    );
}

#[tokio::test]
async fn operation_without_security_gets_no_credential() {
    for credential in [Credential::bearer("hush-5"), Credential::key_in_query("key", "hush-6")] {
        let server = Server::empty().await;
        let pipeline = server.builder().with_credential(credential).build().expect("a success");
        Client::new(pipeline).raw().ping().await.expect("a success");
        let request = server.request().await;
        assert_eq!(
            (request.line(), request.header("authorization")),
            ("GET /base/raw", None)
        );
    }
}

#[tokio::test]
async fn credential_that_cannot_be_sent_is_refused_at_build() {
    let server = Server::empty().await;
    for credential in [
        Credential::key_in_header("no name", "k"),
        Credential::key_in_query("k", ""),
        Credential::basic("a:b", "p"),
    ] {
        let error = server.builder().with_credential(credential).build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credential);
    }
}
