//! What the content filter does to chats.

use azure_openai_emulator::{Emulator, Reply, StartError};
use serde_json::{Value, json};

use crate::chat::{user, with};
use crate::chat_stream::streamed;
use crate::client::Client;

fn cut() -> Value {
    json!({"filtered": true, "severity": "high"})
}

#[tokio::test]
async fn a_completion_is_cut_at_the_marker() {
    let client = Client::new().await;
    let response = client.chat(&user("one EMULATOR_CUT_COMPLETION two")).await.ok();
    let choice = &response["choices"][0];
    let content = choice["message"]["content"].as_str().unwrap();
    assert!(content.ends_with("one ") && !content.contains("two"), "{content}");
    assert_eq!(choice["finish_reason"], "content_filter");
    assert_eq!(choice["content_filter_results"]["hate"], cut());
    assert_eq!(choice["content_filter_results"]["violence"]["filtered"], false);

    let chunks = client
        .chat_chunks(&streamed(user("one EMULATOR_CUT_COMPLETION two")))
        .await;
    assert_eq!(chunks.content(0), content);
    let (last, earlier) = chunks.0.split_last().unwrap();
    let choice = &last["choices"][0];
    assert!(choice.get("delta").is_none(), "{choice}");
    assert_eq!(choice["finish_reason"], "content_filter");
    assert_eq!(choice["content_filter_results"]["hate"], cut());
    assert!(last["id"].as_str().unwrap().starts_with("chatcmpl-"));
    assert!(
        earlier
            .iter()
            .all(|chunk| !chunk.to_string().contains("\"filtered\":true"))
    );
}

#[tokio::test]
async fn first_limit_ends_the_completion() {
    let builder = Emulator::builder()
        .cut_marker("BAD")
        .reply_when(|_| Some(Reply::text("one two STOP three BAD four")));
    let client = Client::of(builder).await;
    for (fields, reason) in [
        (json!({}), "content_filter"),
        (json!({"stop": "STOP"}), "stop"),
        (json!({"max_tokens": 1}), "length"),
        (json!({"stop": "four"}), "content_filter"),
    ] {
        let response = client.chat(&with(user("hi"), fields.clone())).await.ok();
        assert_eq!(response["choices"][0]["finish_reason"], reason, "{fields}");
    }
    let never = Client::of(Emulator::builder().cut_marker("")).await;
    let response = never.chat(&user("EMULATOR_CUT_COMPLETION")).await.ok();
    assert_eq!(response["choices"][0]["finish_reason"], "stop");
}

#[tokio::test]
async fn scripts_cut_and_annotate() {
    let builder = Emulator::builder().reply_when(|call| match call.prompt() {
        "cut" => Some(Reply::text("All of this").cut_by_filter("protected_material_text")),
        "annotated" => {
            Some(Reply::text("Ouch").with_filter_result("violence", json!({"filtered": false, "severity": "low"})))
        }
        "broken" => Some(Reply::text("Hm").with_filter_result(
            "error",
            json!({"code": "content_filter_error", "message": "The contents are not filtered"}),
        )),
        _ => None,
    });
    let client = Client::of(builder).await;
    let choice = |response: Value| response["choices"][0].clone();
    let response = choice(client.chat(&user("cut")).await.ok());
    assert_eq!(response["message"]["content"], "All of this");
    assert_eq!(response["finish_reason"], "content_filter");
    assert_eq!(
        response["content_filter_results"]["protected_material_text"],
        json!({"filtered": true, "detected": true})
    );
    let response = choice(client.chat(&user("annotated")).await.ok());
    assert_eq!(response["finish_reason"], "stop");
    assert_eq!(response["content_filter_results"]["violence"]["severity"], "low");
    let chunks = client.chat_chunks(&streamed(user("annotated"))).await;
    assert_eq!(
        chunks.choice(0).nth(1).unwrap()["content_filter_results"]["violence"]["severity"],
        "low"
    );
    let response = choice(client.chat(&user("broken")).await.ok());
    assert_eq!(
        response["content_filter_results"]["error"]["code"],
        "content_filter_error"
    );
}

#[tokio::test]
async fn a_prompt_can_ask_for_annotations() {
    let client = Client::new().await;
    let prompt = "EMULATOR_FILTER:violence=medium, EMULATOR_FILTER:jailbreak=detected EMULATOR_FILTER:hate=much EMULATOR_FILTER:";
    let response = client.chat(&user(prompt)).await.ok();
    let results = &response["prompt_filter_results"][0]["content_filter_results"];
    assert_eq!(results["violence"], json!({"filtered": false, "severity": "medium"}));
    assert_eq!(results["jailbreak"], json!({"filtered": false, "detected": true}));
    assert_eq!(results["hate"]["severity"], "safe");
    // The default response repeats the prompt.
    assert_eq!(
        response["choices"][0]["content_filter_results"]["violence"]["severity"],
        "medium"
    );
}

#[tokio::test]
async fn asynchronous_filter_results_follow_the_text() {
    let text = "0123456789".repeat(50);
    let reply = text.clone();
    let builder = Emulator::builder()
        .deployment("slow", "gpt-4o")
        .asynchronous_filter("slow")
        .reply_when(move |call| match call.prompt() {
            "long" => Some(Reply::text(reply.clone())),
            "cut" => Some(Reply::text("bad").cut_by_filter("violence")),
            "call" => Some(Reply::tool_call("f", json!({}))),
            _ => None,
        });
    let client = Client::of(builder).await;
    let path = "/deployments/slow/chat/completions";
    let chunks = client.chunks(path, &streamed(user("long"))).await;
    assert_eq!(chunks.content(0), text);
    let mut checked = 4;
    let mut findings = 0;
    for choice in chunks.choice(0) {
        let Some(offsets) = choice.get("content_filter_offsets") else {
            assert!(choice.get("content_filter_results").is_none() && choice["delta"].is_object());
            continue;
        };
        findings += 1;
        assert!(choice.get("delta").is_none());
        assert_eq!(choice["content_filter_results"]["hate"]["severity"], "safe");
        assert_eq!(
            (&offsets["start_offset"], &offsets["check_offset"]),
            (&json!(4), &json!(checked))
        );
        checked = offsets["end_offset"].as_u64().unwrap();
    }
    assert_eq!(checked, 4 + 500, "the whole text is checked");
    assert!(findings >= 3, "{findings}");
    let last = chunks.0.last().unwrap();
    assert!(
        last["choices"][0]["content_filter_offsets"].is_object(),
        "after the end: {last}"
    );
    assert_eq!(last["choices"][0]["finish_reason"], Value::Null);
    assert_eq!((&last["id"], &last["object"]), (&json!(""), &json!("")));

    let chunks = client.chunks(path, &streamed(user("cut"))).await;
    let last = &chunks.0.last().unwrap()["choices"][0];
    assert!(last.get("delta").is_none());
    assert_eq!(last["finish_reason"], "content_filter");
    assert_eq!(last["content_filter_results"]["violence"], cut());
    assert_eq!(
        last["content_filter_offsets"],
        json!({"check_offset": 3, "start_offset": 3, "end_offset": 6})
    );

    let chunks = client.chunks(path, &streamed(user("call"))).await;
    assert_eq!(chunks.0.last().unwrap()["choices"][0]["finish_reason"], "tool_calls");

    // A response that is not streamed is the same, and other deployments keep the default.
    let response = client.post(path, &user("long")).await.ok();
    assert!(response["choices"][0]["content_filter_results"]["hate"].is_object());
    let other = client.chat_chunks(&streamed(user("long"))).await;
    assert!(
        other
            .choice(0)
            .all(|choice| choice["content_filter_results"].is_object())
    );
}

#[tokio::test]
async fn the_asynchronous_filter_needs_its_deployment() {
    let error = Emulator::builder()
        .asynchronous_filter("none")
        .start()
        .await
        .unwrap_err();
    assert!(matches!(error, StartError::UnknownDeployment { .. }), "{error}");
    assert!(error.to_string().contains("none"));
}
