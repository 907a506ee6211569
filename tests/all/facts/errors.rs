//! Errors of the service and of gateways.

use std::time::Duration;

use azure_openai_core::Error;
use serde_json::{Value, json};
use tests::server::Reply;

use super::{hi, replying};

async fn chat_error(status: u16, body: Value) -> Error {
    let (_server, client) = replying(Reply::json(&body).with_status(status)).await;
    client
        .inference()
        .chat_completions()
        .create("gpt-4o", &hi())
        .await
        .unwrap_err()
}

#[tokio::test]
async fn blocked_prompt_has_content_filter_results() {
    let error = chat_error(
        400,
        json!({"error": {
            "message": "The response was filtered", "type": null, "param": "prompt", "code": "content_filter",
            "status": 400,
            "innererror": {"code": "ResponsibleAIPolicyViolation", "content_filter_result": {
                "hate": {"filtered": true, "severity": "high"}, "jailbreak": {"filtered": false, "detected": false}
            }}
        }}),
    )
    .await;
    assert!(error.is_content_filtered() && !error.is_transient());
    let results = error.content_filter_results().unwrap();
    assert_eq!(results.blocked().collect::<Vec<_>>(), ["hate"]);
    assert_eq!(results.jailbreak.as_ref().unwrap().detected, Some(false));
    assert!(error.to_string().contains("hate"), "{error}");
}

#[tokio::test]
async fn missing_deployment_and_wrong_path_have_different_codes() {
    let message = "The API deployment for this resource does not exist.";
    let deployment = chat_error(
        404,
        json!({"error": {"code": "DeploymentNotFound", "message": message}}),
    )
    .await;
    let path = chat_error(404, json!({"error": {"code": "404", "message": "Resource not found"}})).await;
    assert!(deployment.is_not_found() && path.is_not_found());
    assert_eq!(
        (deployment.code(), path.code()),
        (Some("DeploymentNotFound"), Some("404"))
    );
    assert!(deployment.to_string().contains("deployment's name"), "{deployment}");
    assert!(path.to_string().contains("api-version"), "{path}");
}

#[tokio::test]
async fn refused_key_and_disabled_keys_are_authentication_errors() {
    for code in ["401", "PermissionDenied"] {
        let error = chat_error(401, json!({"error": {"code": code, "message": "m"}})).await;
        assert!(error.is_unauthorized());
        assert_eq!(error.code(), Some(code));
    }
    let error = chat_error(
        403,
        json!({"error": {"code": "AuthenticationTypeDisabled", "message": "m"}}),
    )
    .await;
    assert!(error.is_forbidden());
}

#[tokio::test]
async fn rate_limit_error_has_retry_after() {
    for (body, seconds) in [
        (
            json!({"error": {"code": "429", "message": "Rate limit. Please retry after 86400 seconds."}}),
            86_400,
        ),
        (
            json!({"statusCode": 429, "message": "Rate limit is exceeded. Try again in 3 seconds."}),
            3,
        ),
    ] {
        let error = chat_error(429, body).await;
        assert!(error.is_rate_limited() && error.is_transient());
        assert_eq!(error.code(), Some("429"));
        assert_eq!(error.retry_after(), Some(Duration::from_secs(seconds)));
    }
}

#[tokio::test]
async fn html_and_empty_error_bodies_keep_status_headers_and_text() {
    for (content_type, body) in [("text/html", "<h1>Bad Gateway</h1>"), ("", "")] {
        let response = Reply::new(content_type, body)
            .with_status(502)
            .with_header("via", "gateway");
        let (_server, client) = replying(response).await;
        let error = client
            .inference()
            .chat_completions()
            .create_stream("gpt-4o", &hi())
            .await
            .unwrap_err();
        assert_eq!(error.status().unwrap(), 502);
        assert_eq!(error.headers().unwrap()["via"], "gateway");
        assert_eq!(error.body_start(), Some(body));
        assert_eq!((error.code(), error.message()), (None, None));
    }
}
