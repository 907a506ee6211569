//! Any `TokenCredential`, and azure_identity's client secret credential over a transport of the test.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use azure_openai::entra::azure_core::credentials::{AccessToken, TokenCredential, TokenRequestOptions};
use azure_openai::entra::azure_core::error::{Error, ErrorKind};
use azure_openai::entra::azure_core::http::headers::Headers;
use azure_openai::entra::azure_core::http::{AsyncRawResponse, Body, ClientOptions, HttpClient, Request, Transport};
use azure_openai::entra::azure_core::time::OffsetDateTime;
use azure_openai::{Client, Credential, entra};
use serde_json::{Value, json};
use tests::server::{Reply, Server};

use super::token_server::TOKEN;

#[derive(Debug, Default)]
struct Counting(AtomicUsize);

#[async_trait::async_trait]
impl TokenCredential for Counting {
    async fn get_token(&self, scopes: &[&str], _: Option<TokenRequestOptions<'_>>) -> Result<AccessToken, Error> {
        let count = self.0.fetch_add(1, Ordering::SeqCst) + 1;
        if scopes != ["api://gateway/.default"] {
            let message = format!("no token for {scopes:?}");
            return Err(Error::with_message(ErrorKind::Credential, message));
        }
        let expires = OffsetDateTime::now_utc() + Duration::from_secs(3600);
        Ok(AccessToken::new(format!("{TOKEN}-{count}"), expires))
    }
}

fn client(server: &Server, credential: Credential) -> Client {
    let builder = Client::builder().with_endpoint(server.url());
    builder.with_credential(credential).build().unwrap()
}

fn models() -> Reply {
    Reply::json(&json!({"object": "list", "data": []}))
}

#[tokio::test]
async fn token_credential_is_asked_for_configured_scope() {
    let server = Server::start(models()).await;
    let counting = Arc::new(Counting::default());
    let credential = entra::token_credential(Arc::clone(&counting) as _);
    let right = credential.clone().with_scope("api://gateway/.default");
    let client_ = client(&server, right.build().unwrap());
    for _ in 0..3 {
        client_.inference().models().list().await.unwrap();
    }
    let expected = format!("Bearer {TOKEN}-1");
    for request in server.take() {
        assert_eq!(request.header("authorization"), Some(&*expected));
        assert_eq!(request.header("api-key"), None);
    }

    // A second token is requested once the first is rejected.
    server.reply_with(Reply::nothing().with_status(401));
    let error = client_.inference().models().list().await.unwrap_err();
    assert!(error.is_unauthorized(), "{error}");
    let sent = server.take();
    let sent: Vec<_> = sent.iter().map(|one| one.header("authorization")).collect();
    assert_eq!(sent, [Some(&*expected), Some(&*format!("Bearer {TOKEN}-2"))]);
    assert_eq!(counting.0.load(Ordering::SeqCst), 2);

    let wrong = client(&server, credential.build().unwrap());
    let error = wrong.inference().models().list().await.unwrap_err();
    assert_eq!(error.kind(), azure_openai::ErrorKind::Credential);
    assert!(
        error
            .to_string()
            .contains("no token for [\"https://cognitiveservices.azure.com/.default\"]"),
        "{error}"
    );
    assert!(server.take().is_empty());
}

/// An Entra ID endpoint that accepts one secret.
#[derive(Debug)]
struct Directory;

const SECRET: &str = "canary-client-secret-9d41";

#[async_trait::async_trait]
impl HttpClient for Directory {
    async fn execute_request(&self, request: &Request) -> Result<AsyncRawResponse, Error> {
        assert_eq!(
            request.url().as_str(),
            "https://login.microsoftonline.com/my-tenant/oauth2/v2.0/token"
        );
        let Body::Bytes(body) = request.body() else {
            panic!("no form");
        };
        let form: Vec<(String, String)> = form_urlencoded::parse(body).into_owned().collect();
        let field = |name: &str| form.iter().find(|(other, _)| other == name).map(|pair| &*pair.1);
        assert_eq!(field("grant_type"), Some("client_credentials"));
        assert_eq!(field("scope"), Some(entra::SCOPE));
        let response =
            |status: u16, body: Value| AsyncRawResponse::from_bytes(status.into(), Headers::new(), body.to_string());
        Ok(match field("client_id") {
            Some("my-app") => response(
                200,
                json!({"token_type": "Bearer", "expires_in": 3599, "access_token": TOKEN}),
            ),
            _ => response(
                401,
                json!({"error": "invalid_client", "error_codes": [7000215],
                       "error_description": format!("AADSTS7000215: not the secret: {SECRET}")}),
            ),
        })
    }
}

#[tokio::test]
async fn client_secret_is_sent_only_to_entra_id() {
    let server = Server::start(models()).await;
    let with = |app: &str| {
        let options = ClientOptions {
            transport: Some(Transport::new(Arc::new(Directory))),
            ..Default::default()
        };
        let entra = entra::client_secret("my-tenant", app, SECRET).with_client_options(options);
        assert!(!format!("{entra:?}").contains(SECRET));
        client(&server, entra.build().unwrap())
    };
    with("my-app").inference().models().list().await.unwrap();
    assert_eq!(server.only().header("authorization"), Some(&*format!("Bearer {TOKEN}")));
    let error = with("other").inference().models().list().await.unwrap_err();
    let text = format!("{error}\n{error:?}");
    assert!(
        text.contains("the client secret returned no token (401), check"),
        "{text}"
    );
    assert!(text.contains("AADSTS7000215"), "{text}");
    assert!(!text.contains(SECRET), "{text}");
    assert!(server.take().is_empty());

    let error = entra::client_secret("", "my-app", SECRET).build().unwrap_err();
    assert_eq!(error.kind(), azure_openai::ErrorKind::Credential);
    assert!(!format!("{error} {error:?}").contains(SECRET));
}

#[tokio::test]
async fn missing_command_line_tool_is_an_error() {
    let server = Server::start(models()).await;
    // Whether `az` is installed or not, nobody is logged in.
    for entra in [entra::azure_cli(), entra::developer_tools()] {
        let client = client(&server, entra.build().unwrap());
        let error = client.inference().models().list().await.unwrap_err();
        assert_eq!(error.kind(), azure_openai::ErrorKind::Credential);
        assert!(error.to_string().contains("az login"), "{error}");
    }
    assert!(server.take().is_empty());
}
