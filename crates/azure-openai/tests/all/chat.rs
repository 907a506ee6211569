//! Chat and text completions, unstreamed.

use std::time::Duration;

use azure_openai::chat::{image_bytes, image_file, image_url, text};
use azure_openai::inference::{ChatCompletionFinishReason, ParseError};
use azure_openai::{Client, ErrorKind, RetryPolicy, Value, assistant, system, user};
use azure_openai_emulator::{Emulator, Fault, Reply};
use serde_json::json;

use crate::server::{Server, reply};
use crate::support::{client_of, emulated, replying};

#[tokio::test(flavor = "multi_thread")]
async fn request_is_sent_by_awaiting_the_builder() {
    let (_emulator, client) = emulated(Emulator::builder()).await;
    let chat = client.deployment("gpt-4o");
    let reply = chat
        .chat([system("Be brief."), user("Why is the sky blue?")])
        .with_temperature(0.2)
        .with_client_request_id("order-17")
        .send()
        .await
        .unwrap();
    assert!(reply.text().contains("Why is the sky blue?"), "{}", reply.text());
    assert_eq!(reply.finish_reason(), Some(&ChatCompletionFinishReason::Stop));
    assert!(reply.tool_calls().is_empty() && !reply.is_blocked());
    assert_eq!(
        (reply.head().status().as_u16(), reply.head().client_request_id()),
        (200, Some("order-17"))
    );
    assert!(reply.head().request_id().is_some() && reply.head().rate_limits().remaining_requests.is_some());
    assert!(reply.usage.as_ref().unwrap().total_tokens > 0);

    // The next turn, with the reply as it came; awaiting it is sending it.
    let said = reply.into_value().choices.remove(0).message;
    let next = chat
        .chat([user("Hi")])
        .with_message(said)
        .with_message(user("And red?"));
    assert!(next.await.unwrap().text().contains("And red?"));
}

#[tokio::test(flavor = "multi_thread")]
async fn pictures_are_parts_of_a_message() {
    let (_emulator, client) = emulated(Emulator::builder()).await;
    let call = client.deployment("gpt-4o").chat([user([
        text("What is it?"),
        image_url("https://example.com/cat.png").with_detail("low"),
        image_bytes("image/png", [0xfb, 0xff, 0]),
    ])]);
    let sent = serde_json::to_value(&call.request().messages[0].content).unwrap();
    assert_eq!(
        sent,
        json!([
            {"type": "text", "text": "What is it?"},
            {"type": "image_url", "image_url": {"url": "https://example.com/cat.png", "detail": "low"}},
            {"type": "image_url", "image_url": {"url": "data:image/png;base64,+/8A"}},
        ])
    );
    call.await.unwrap();
}

#[tokio::test]
async fn image_of_a_file_has_the_media_type_of_its_extension() {
    let directory = tempfile::tempdir().unwrap();
    for (name, media_type) in [
        ("a.PNG", "image/png"),
        ("a.jpg", "image/jpeg"),
        ("a.jpeg", "image/jpeg"),
        ("a.webp", "image/webp"),
    ] {
        let path = directory.path().join(name);
        std::fs::write(&path, [0xfb, 0xff, 0]).unwrap();
        assert_eq!(
            serde_json::to_value(image_file(path).unwrap()).unwrap(),
            serde_json::to_value(image_bytes(media_type, [0xfb, 0xff, 0])).unwrap()
        );
    }
    let error = image_file("photo.tiff").unwrap_err();
    assert!(
        error.kind() == ErrorKind::InvalidRequest && error.to_string().contains("`photo.tiff`"),
        "{error}"
    );
    let error = image_file(directory.path().join("none.gif")).unwrap_err();
    assert!(
        error.kind() == ErrorKind::File && error.to_string().contains("none.gif"),
        "{error}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn deployment_leads_to_others_of_its_client() {
    let emulator = Emulator::start().await.unwrap();
    let client = Client::builder()
        .with_endpoint(emulator.endpoint())
        .with_api_key(emulator.api_key())
        .build()
        .unwrap();
    let chat = client.deployment("gpt-4o").with_header("x-of", "the deployment");
    let other = chat.client().deployment("text-embedding-3-small");
    assert_eq!(other.embed(["a"]).await.unwrap().data.len(), 1);
    let error = chat.client().deployment("nope").chat("Hi").await.unwrap_err();
    assert_eq!(error.code(), Some("DeploymentNotFound"));
}

#[tokio::test(flavor = "multi_thread")]
async fn errors_say_that_a_conversation_is_too_long_and_list_their_attempts() {
    let (emulator, client) = emulated(Emulator::builder()).await;
    let chat = client.deployment("gpt-4o").with_retry_policy(RetryPolicy::none());
    let error = chat.chat("word ".repeat(200_000)).await.unwrap_err();
    assert!(
        error.is_context_length_exceeded() && !error.is_rate_limited(),
        "{error}"
    );
    emulator.faults().set([Fault::new().with_status(503)]).unwrap();
    let error = chat.chat("Hi").await.unwrap_err();
    assert!(!error.is_context_length_exceeded());
    let attempt = error.attempts()[0].to_string();
    assert!(
        attempt.starts_with(&format!("503 of {}", emulator.endpoint().trim_end_matches('/'))),
        "{attempt}"
    );
}

#[tokio::test]
async fn settings_of_a_call_are_sent_with_it() {
    let (server, chat) = replying(reply(200, &[("x-ms-deployment-name", "gpt")], "{}")).await;
    let call = chat
        .chat([assistant("…")])
        .with_header("x-team", "blue")
        .with_api_version("2030-01-01")
        .with_query("trace", "yes")
        .with_body_field("reasoning_effort", "low")
        .with_client_request_id("id-1")
        .with_timeout(Duration::from_secs(9));
    assert!(!format!("{call:?}").contains("blue"), "{call:?}");
    let given = call.send().await.unwrap();
    assert_eq!((given.text(), given.head().deployment()), ("", Some("gpt")));
    let sent = server.last();
    assert_eq!(
        sent.line(),
        "POST /openai/deployments/gpt-4o/chat/completions?trace=yes&api-version=2030-01-01 HTTP/1.1"
    );
    assert_eq!(sent.header("x-team"), Some("blue"));
    assert_eq!(sent.header("x-ms-client-request-id"), Some("id-1"));
    let body: Value = serde_json::from_slice(&sent.body).unwrap();
    assert_eq!(
        body,
        json!({"messages": [{"role": "assistant", "content": "…"}], "reasoning_effort": "low"})
    );
}

#[tokio::test]
async fn a_timeout_of_the_call_ends_it() {
    let server = Server::start_with(|_, _| (Vec::new(), true)).await;
    let call = client_of(&server).deployment("d").chat([user("Hi")]);
    let error = call.with_timeout(Duration::from_millis(50)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
}

#[tokio::test(flavor = "multi_thread")]
async fn json_responses_decode_into_a_type_or_say_why_not() {
    #[derive(Debug, serde::Deserialize, PartialEq)]
    struct Color {
        name: String,
        rgb: [u8; 3],
    }
    let (_emulator, client) = emulated(Emulator::builder().reply_when(|call| {
        Some(match call.prompt() {
            "JSON: good" => Reply::text(r#"{"name":"red","rgb":[255,0,0]}"#),
            "JSON: bad" => Reply::text(r#"{"name":"red","rgb":[255,0,300]}"#),
            "JSON: cut" => Reply::text(r#"{"name":"#).with_finish_reason("length"),
            _ => Reply::tool_call("paint", json!({})),
        })
    }))
    .await;
    let chat = client.deployment("gpt-4o");
    let ask = |what: &str| {
        let call = chat.chat([user(format!("JSON: {what}"))]).with_json_object().send();
        async { call.await.unwrap().parsed::<Color>() }
    };
    let red = Color {
        name: "red".into(),
        rgb: [255, 0, 0],
    };
    assert_eq!(ask("good").await.unwrap(), red);
    let error = ask("bad").await.unwrap_err();
    assert!(
        matches!(&error, ParseError::Json { path, .. } if path == "rgb[2]"),
        "{error}"
    );
    assert!(matches!(ask("cut").await, Err(ParseError::CutOff { text }) if text == r#"{"name":"#));
    assert!(matches!(ask("none").await, Err(ParseError::NoText)));
}

#[tokio::test]
async fn blocked_or_refused_response_says_so() {
    let blocked = json!({"choices": [{"index": 0, "finish_reason": "content_filter", "message": {"role": "assistant"},
        "content_filter_results": {"hate": {"filtered": true, "severity": "high"}}}]});
    let (_server, chat) = replying(reply(200, &[], blocked.to_string())).await;
    let given = chat.chat([user("Hi")]).await.unwrap();
    assert!(given.is_blocked() && given.text().is_empty() && given.content().is_none());
    assert_eq!(given.filter_results().unwrap().blocked().collect::<Vec<_>>(), ["hate"]);
    assert!(matches!(given.parsed::<Value>(), Err(ParseError::Blocked { .. })));

    let refused = json!({"choices": [{"index": 0, "finish_reason": "stop",
        "message": {"role": "assistant", "content": null, "refusal": "I will not."}}]});
    let (_server, chat) = replying(reply(200, &[], refused.to_string())).await;
    let given = chat.chat([user("Hi")]).await.unwrap();
    assert!(matches!(given.parsed::<Value>(), Err(ParseError::Refused(why)) if why == "I will not."));
}

#[tokio::test]
async fn text_completions() {
    let body = json!({"choices": [{"index": 1, "text": "b"}, {"index": 0, "text": "a", "finish_reason": "stop"}]});
    let (server, instruct) = replying(reply(200, &[], body.to_string())).await;
    let given = instruct.complete(["x", "y"]).with_max_tokens(5).await.unwrap();
    assert_eq!(given.text(), "a");
    let sent: Value = serde_json::from_slice(&server.last().body).unwrap();
    assert_eq!(sent, json!({"prompt": ["x", "y"], "max_tokens": 5}));
}
