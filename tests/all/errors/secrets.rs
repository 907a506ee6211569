//! Keys and tokens are sent, and appear nowhere else.

use std::error::Error as _;
use std::fmt::Debug;

use azure_openai_authoring::{
    BaseConnection, ConnectionStringConnection, EndpointKeyConnection, IngestionJob, IngestionJobSystemCompute,
    IngestionJobsCreateOptions,
};
use azure_openai_core::Credential;
use azure_openai_inference::{ChatCompletionMessage, CreateChatCompletionRequest};
use serde_json::json;
use tests::clients::{INFERENCE_VERSION, KEY, client, pipeline};
use tests::server::{Reply, Server};

use crate::operations::exchanges;
use crate::samples::inference::chunk;

const CONNECTION: &str = "AccountKey=canary-connection-string";
const SEARCH_KEY: &str = "canary-search-key";
const TOKEN: &str = "canary-user-token";

fn assert_hidden(what: &str, value: &impl Debug) {
    let text = format!("{value:?} {value:#?}");
    for secret in [KEY, CONNECTION, SEARCH_KEY, TOKEN] {
        assert!(!text.contains(secret), "{what} shows `{secret}`: {text}");
    }
}

#[tokio::test]
async fn debug_output_of_a_request_has_no_secret() {
    let server = Server::start(Reply::events([&chunk()])).await;
    let client = client(server.url());
    assert_hidden("credential", &Credential::api_key(KEY));
    assert_hidden("builder", &pipeline(server.url()));
    assert_hidden(
        "pipeline",
        &pipeline(server.url())
            .with_api_version(INFERENCE_VERSION)
            .build()
            .unwrap(),
    );
    assert_hidden("client", &client);
    assert_hidden("group", &client.inference().chat_completions());

    let request = CreateChatCompletionRequest::new([ChatCompletionMessage::new("user").with_content("Hi")])
        .with_extra("data_source_key", SEARCH_KEY);
    assert_hidden("chat request", &request);
    let call = || {
        client
            .inference()
            .chat_completions()
            .create_stream("gpt-4o", &request)
            .with_header("x-own", TOKEN)
    };
    assert_hidden("call", &call());
    assert_hidden("prepared request", &call().into_request().unwrap());
    let response = call().await.unwrap();
    assert_eq!(server.only().header("api-key"), Some(KEY));
    assert_hidden("response", &response);
    assert_hidden("stream", response.value());
}

#[tokio::test]
async fn connection_secrets_are_sent_and_redacted() {
    let connections: [BaseConnection; 2] = [
        ConnectionStringConnection::new(CONNECTION).into(),
        EndpointKeyConnection::new("https://search", SEARCH_KEY).into(),
    ];
    let sent = [
        json!({"kind": "ConnectionString", "connectionString": CONNECTION}),
        json!({"kind": "EndpointWithKey", "endpoint": "https://search", "key": SEARCH_KEY}),
    ];
    for (connection, sent) in connections.into_iter().zip(sent) {
        let body = json!({"kind": "SystemCompute", "searchServiceConnection": sent});
        let server = Server::start(Reply::json(&body)).await;
        let job: IngestionJob = IngestionJobSystemCompute::new()
            .with_search_service_connection(connection)
            .into();
        let options = IngestionJobsCreateOptions::new()
            .with_mgmt_user_token(TOKEN)
            .with_aml_user_token(TOKEN);
        assert_hidden("job", &job);
        assert_hidden("options", &options);
        let call = client(server.url())
            .authoring()
            .ingestion_jobs()
            .create("job-1", &job, options);
        assert_hidden("call", &call);
        let response = call.await.unwrap();
        assert_hidden("response", &response);
        assert_eq!(response.into_value(), job);
        let request = server.only();
        assert_eq!(request.json(), body);
        assert_eq!(request.header("mgmt-user-token"), Some(TOKEN));
        assert_eq!(request.header("aml-user-token"), Some(TOKEN));
    }
}

/// The server echoes the key wherever it can.
#[tokio::test]
async fn errors_have_no_key() {
    let json = json!({"error": {"code": KEY, "message": format!("wrong key {KEY}"), "innererror": {"code": KEY}}});
    let responses = [
        Reply::json(&json).with_status(401),
        Reply::new("text/html", format!("<p>{KEY}</p>")).with_status(403),
        Reply::json(&json!({"message": KEY, "statusCode": 500})).with_status(500),
        Reply::new(
            "application/json",
            format!("{{\"data\": 1, \"value\": 1, \"id\": 1, \"key\": \"{KEY}\""),
        ),
        Reply::new("", "")
            .with_status(307)
            .with_header("location", &format!("http://127.0.0.1:9/{KEY}")),
    ];
    for response in responses {
        let server = Server::start(response.with_header("x-request-id", KEY).with_header("x-own", KEY)).await;
        let client = client(server.url());
        for exchange in exchanges() {
            let Err(error) = (exchange.send)(&client).await else {
                continue;
            };
            assert_hidden(exchange.operation, &error);
            let mut texts = vec![error.to_string(), format!("{:?}", error.service_error())];
            texts.extend(error.body_start().map(str::to_owned));
            texts.extend(error.headers().map(|headers| format!("{headers:?}")));
            let mut source = error.source();
            while let Some(error) = source {
                texts.push(format!("{error} {error:?}"));
                source = error.source();
            }
            assert!(
                !texts.iter().any(|text| text.contains(KEY)),
                "{}: {texts:?}",
                exchange.operation
            );
        }
    }
}

#[tokio::test]
async fn connection_and_header_errors_have_no_key() {
    let refused = client("http://127.0.0.1:1")
        .inference()
        .models()
        .list()
        .await
        .unwrap_err();
    assert!(refused.is_connect());
    assert_hidden("refused", &refused);
    let server = Server::start(Reply::nothing()).await;
    let models = client(server.url()).inference().models();
    for call in [
        models.list().with_header("x-own", format!("{TOKEN}\n")),
        models.list().with_header("api-key", TOKEN),
    ] {
        let error = call.await.unwrap_err();
        assert_hidden("header", &error);
        assert!(!error.to_string().contains(TOKEN), "{error}");
    }
    assert!(server.take().is_empty());
}
