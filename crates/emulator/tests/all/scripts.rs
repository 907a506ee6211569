//! Scripted replies from files.

use azure_openai_emulator::{Emulator, Reply, StartError};
use serde_json::{Value, json};

use crate::chat::{user, with};
use crate::chat_stream::streamed;
use crate::client::Client;

fn file(text: &str) -> tempfile::NamedTempFile {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), text).unwrap();
    file
}

fn content(response: &Value) -> &str {
    response["choices"][0]["message"]["content"].as_str().unwrap()
}

#[tokio::test]
async fn first_matching_rule_wins() {
    let rules = json!([
        {"match": {"deployment": "other", "contains": "capital"}, "reply": {"text": "Lutetia."}},
        {"match": {"equals": "capital of France"}, "reply": {"text": "Paris."}},
        {"match": {"contains": "capital"}, "reply": {"chunks": ["I ", "do not know."]}},
        {"match": {"regex": r"(?i)^call (\w+)$"}, "reply": {"tool_calls": [
            {"name": "f", "arguments": {"b": 1, "a": 2}}, {"name": "g", "arguments": "{raw"}, {"name": "h"}]}},
        {"match": {"contains": "bad"}, "reply": {"text": "so bad", "cut_by_filter": "violence"}},
        {"match": {"contains": "meh"}, "reply": {"text": "meh", "finish_reason": "length",
            "filter": {"hate": {"filtered": false, "severity": "low"}}}},
    ]);
    let file = file(&rules.to_string());
    let builder = Emulator::builder()
        .with_deployment("other", "gpt-4")
        .with_script_file(file.path());
    let client = Client::of(builder).await;
    let other = client
        .post("/deployments/other/chat/completions", &user("the capital?"))
        .await
        .ok();
    assert_eq!(content(&other), "Lutetia.");
    assert_eq!(content(&client.chat(&user("capital of France")).await.ok()), "Paris.");
    assert_eq!(
        content(&client.chat(&user("capital of Peru")).await.ok()),
        "I do not know."
    );
    let chunks = client.chat_chunks(&streamed(user("capital of Peru"))).await;
    assert_eq!(chunks.choice(0).nth(1).unwrap()["delta"]["content"], "I ");
    let calls = client.chat(&user("CALL me")).await.ok();
    let calls: Vec<&Value> = (0..3)
        .map(|call| &calls["choices"][0]["message"]["tool_calls"][call]["function"]["arguments"])
        .collect();
    assert_eq!(calls, [r#"{"b":1,"a":2}"#, "{raw", "{}"]);
    let bad = client.chat(&user("bad")).await.ok();
    assert_eq!(bad["choices"][0]["finish_reason"], "content_filter");
    let meh = &client.chat(&user("meh")).await.ok()["choices"][0];
    assert_eq!(meh["finish_reason"], "length");
    assert_eq!(meh["content_filter_results"]["hate"]["severity"], "low");
    assert!(
        content(&client.chat(&user("else")).await.ok()).contains("else"),
        "the default"
    );

    let completed = client.complete_text(&json!({"prompt": "capital of France"})).await.ok();
    assert_eq!(completed["choices"][0]["text"], "Paris.");
}

#[tokio::test]
async fn closures_and_files_in_the_order_of_addition() {
    let first = file(r#"[{"match": {"contains": "one"}, "reply": {"text": "file one"}}]"#);
    let last = file(r#"[{"reply": {"text": "last file"}}]"#);
    let builder = Emulator::builder()
        .with_script_file(first.path())
        .reply_when(|call| call.prompt().contains('o').then(|| Reply::text("closure")))
        .with_script_file(last.path());
    let client = Client::of(builder).await;
    for (prompt, expected) in [("one", "file one"), ("two", "closure"), ("three", "last file")] {
        let response = client.chat(&with(user(prompt), json!({}))).await.ok();
        assert_eq!(content(&response), expected);
    }
}

#[tokio::test]
async fn invalid_script_names_the_place() {
    let missing = Emulator::builder()
        .with_script_file("/nothing/here.json")
        .start()
        .await
        .unwrap_err();
    assert!(matches!(missing, StartError::ScriptUnreadable { .. }));
    assert!(missing.to_string().contains("here.json"));
    let broken = file("[\n  {\"reply\": {\"text\": 1}}\n]");
    let error = Emulator::builder()
        .with_script_file(broken.path())
        .start()
        .await
        .unwrap_err();
    assert!(matches!(error, StartError::InvalidScript { .. }));
    let text = error.to_string();
    let name = broken.path().file_name().unwrap().to_str().unwrap();
    assert!(text.contains(name) && text.contains("line 2"), "{text}");
}
