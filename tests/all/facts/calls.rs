//! URLs, api-versions, authentication, redirects and links.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use azure_openai_core::{Credential, ErrorKind, Secret, TokenFuture, TokenProvider};
use azure_openai_inference::Client;
use serde_json::json;
use tests::clients::{INFERENCE_VERSION, KEY, client, pipeline};
use tests::server::{Reply, Server};

use super::replying_json;
use crate::operations::exchange::Api;
use crate::operations::exchanges;

#[tokio::test]
async fn url_is_endpoint_openai_path_and_api_version() {
    for suffix in ["", "/", "/openai", "/openai/"] {
        let server = Server::start(Reply::json(&json!({"data": []}))).await;
        let client = client(&format!("{}{suffix}", server.url()));
        client.authoring().files().list(None).await.unwrap();
        let request = server.only();
        assert_eq!(request.path, "/openai/files");
        assert_eq!(
            request.query,
            [("api-version".to_owned(), "2025-03-01-preview".to_owned())]
        );
    }
}

#[test]
fn only_inference_posts_are_under_deployments() {
    let mut under: Vec<_> = exchanges()
        .iter()
        .filter(|exchange| exchange.sent.path.starts_with("/openai/deployments/"))
        .map(|exchange| (exchange.api, exchange.sent.method, exchange.operation))
        .collect();
    under.sort_unstable();
    under.dedup();
    // Seven of the document, and edits of images.
    assert_eq!(under.len(), 8);
    assert!(
        under
            .iter()
            .all(|(api, method, _)| *api == Api::Inference && *method == "POST"),
        "{under:?}"
    );
}

#[tokio::test]
async fn configured_api_version_is_sent_once() {
    let server = Server::start(Reply::json(&json!({"data": []}))).await;
    let pipeline = pipeline(server.url()).with_api_version("2024-10-21").build().unwrap();
    Client::new(pipeline).models().list().await.unwrap();
    assert_eq!(
        server.only().query,
        [("api-version".to_owned(), "2024-10-21".to_owned())]
    );
    client(server.url())
        .inference()
        .models()
        .list()
        .with_api_version("v2")
        .await
        .unwrap();
    assert_eq!(server.only().query, [("api-version".to_owned(), "v2".to_owned())]);
}

#[tokio::test]
async fn key_is_sent_as_api_key_and_token_as_authorization() {
    let (server, client) = replying_json(json!({"data": []})).await;
    client.inference().models().list().await.unwrap();
    let request = server.only();
    assert_eq!(
        (request.header("api-key"), request.header("authorization")),
        (Some(KEY), None)
    );
    let pipeline = pipeline(server.url())
        .with_credential(Credential::bearer("token-1"))
        .with_api_version(INFERENCE_VERSION)
        .build()
        .unwrap();
    Client::new(pipeline).models().list().await.unwrap();
    let request = server.only();
    assert_eq!(
        (request.header("api-key"), request.header("authorization")),
        (None, Some("Bearer token-1"))
    );
}

/// Returns another token each time a fresh one is requested.
#[derive(Default)]
struct Counting(AtomicUsize);

impl TokenProvider for Counting {
    fn token(&self) -> TokenFuture<'_> {
        let count = self.0.load(Ordering::SeqCst);
        Box::pin(async move { Ok(Secret::new(format!("token-{count}"))) })
    }

    fn refresh<'a>(&'a self, _rejected: &'a Secret) -> TokenFuture<'a> {
        self.0.fetch_add(1, Ordering::SeqCst);
        self.token()
    }
}

#[tokio::test]
async fn refused_token_is_refreshed_once() {
    let server = Server::start(Reply::json(&json!({"error": {"code": "401"}})).with_status(401)).await;
    let credential = Credential::from_provider(Arc::new(Counting::default()));
    let pipeline = pipeline(server.url())
        .with_credential(credential)
        .with_api_version(INFERENCE_VERSION)
        .build()
        .unwrap();
    let error = Client::new(pipeline).models().list().await.unwrap_err();
    assert!(error.is_unauthorized());
    let tokens: Vec<_> = server
        .take()
        .iter()
        .map(|request| request.header("authorization").unwrap().to_owned())
        .collect();
    assert_eq!(tokens, ["Bearer token-0", "Bearer token-1"]);
}

#[tokio::test]
async fn redirect_is_not_followed() {
    let elsewhere = Server::start(Reply::json(&json!({"data": []}))).await;
    for status in [301, 302, 303, 307, 308] {
        let target = format!("{}/openai/models", elsewhere.url());
        let server = Server::start(Reply::new("", "").with_status(status).with_header("location", &target)).await;
        let error = client(server.url()).inference().models().list().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Status);
        assert!(error.is_redirect());
        assert_eq!(error.headers().unwrap()["location"], target);
        assert_eq!(server.take().len(), 1);
    }
    assert!(elsewhere.take().is_empty());
}

#[tokio::test]
async fn next_link_is_returned_and_not_followed() {
    let elsewhere = Server::start(Reply::json(&json!({"value": []}))).await;
    let link = format!("{}/openai/ingestion/jobs?skip=1", elsewhere.url());
    let (server, client) = replying_json(json!({"value": [], "nextLink": link})).await;
    let jobs = client.authoring().ingestion_jobs().list(None).await.unwrap();
    assert_eq!(jobs.next_link, Some(link));
    assert_eq!((server.take().len(), elsewhere.take().len()), (1, 0));
}
