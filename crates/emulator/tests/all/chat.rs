//! Chat completions without tools.

use azure_openai_emulator::{Emulator, Reply};
use serde_json::{Value, json};

use crate::client::{Client, send};

pub(crate) fn user(text: &str) -> Value {
    json!({"messages": [{"role": "user", "content": text}]})
}

pub(crate) fn with(mut body: Value, fields: Value) -> Value {
    for (name, value) in fields.as_object().unwrap() {
        body[name] = value.clone();
    }
    body
}

fn content(response: &Value) -> &str {
    response["choices"][0]["message"]["content"].as_str().unwrap()
}

#[tokio::test]
async fn default_reply_repeats_the_prompt() {
    let client = Client::new().await;
    let response = client.chat(&user("What is Rust?")).await.ok();
    assert!(content(&response).contains("What is Rust?"));
    assert_eq!(response["object"], "chat.completion");
    assert_eq!(response["model"], "gpt-4o-2024-08-06");
    assert!(response["id"].as_str().unwrap().starts_with("chatcmpl-"));
    assert!(response["system_fingerprint"].as_str().unwrap().starts_with("fp_"));
    let choice = &response["choices"][0];
    assert_eq!(
        (&choice["index"], &choice["finish_reason"]),
        (&json!(0), &json!("stop"))
    );
    assert_eq!(choice["message"]["role"], "assistant");
    // Role and text are 1 + 4 tokens, a message costs 3 more, the start of the response 3.
    assert_eq!(response["usage"]["prompt_tokens"], 11);
    let completion = response["usage"]["completion_tokens"].as_u64().unwrap();
    assert!(completion > 4);
    assert_eq!(response["usage"]["total_tokens"], 11 + completion);

    let again = client
        .chat(&with(user("What is Rust?"), json!({"seed": 7, "temperature": 2})))
        .await
        .ok();
    assert_eq!(content(&again), content(&response), "deterministic");
    assert_ne!(again["id"], response["id"]);
}

#[tokio::test]
async fn every_response_has_filter_results() {
    let response = Client::new().await.chat(&user("hi")).await.ok();
    let safe = json!({"filtered": false, "severity": "safe"});
    let undetected = json!({"filtered": false, "detected": false});
    assert_eq!(
        response["prompt_filter_results"],
        json!([{"prompt_index": 0, "content_filter_results":
            {"hate": safe, "self_harm": safe, "sexual": safe, "violence": safe, "jailbreak": undetected}}])
    );
    assert_eq!(
        response["choices"][0]["content_filter_results"],
        json!({"hate": safe, "self_harm": safe, "sexual": safe, "violence": safe,
            "protected_material_text": undetected, "protected_material_code": undetected})
    );
}

#[tokio::test]
async fn a_marked_prompt_is_blocked() {
    let client = Client::new().await;
    let blocked = json!({"messages": [
        {"role": "system", "content": "Be kind."},
        {"role": "user", "content": [{"type": "text", "text": "say EMULATOR_BLOCK_PROMPT now"}]},
    ]});
    let error = client.chat(&blocked).await.error(400, "content_filter");
    assert_eq!(
        (&error["param"], &error["type"], &error["status"]),
        (&json!("prompt"), &Value::Null, &json!(400))
    );
    assert!(error.as_object().unwrap().contains_key("type"));
    let inner = &error["innererror"];
    assert_eq!(inner["code"], "ResponsibleAIPolicyViolation");
    assert_eq!(
        inner["content_filter_result"]["hate"],
        json!({"filtered": true, "severity": "high"})
    );
    assert_eq!(
        inner["content_filter_result"]["jailbreak"],
        json!({"filtered": false, "detected": false})
    );

    let own = Client::of(Emulator::builder().with_blocked_marker("forbidden")).await;
    own.chat(&user("this is forbidden")).await.error(400, "content_filter");
    own.chat(&user("EMULATOR_BLOCK_PROMPT")).await.ok();
    let none = Client::of(Emulator::builder().with_blocked_marker("")).await;
    none.chat(&user("anything")).await.ok();
}

#[tokio::test]
async fn n_stop_and_max_tokens() {
    let builder =
        Emulator::builder().reply_when(|call| (call.prompt() == "count").then(|| Reply::text("one, two, three, four")));
    let client = Client::of(builder).await;

    let response = client.chat(&with(user("hello"), json!({"n": 3}))).await.ok();
    let choices = response["choices"].as_array().unwrap();
    assert_eq!(
        choices
            .iter()
            .map(|choice| choice["index"].as_u64().unwrap())
            .collect::<Vec<_>>(),
        [0, 1, 2]
    );
    assert_ne!(choices[0]["message"]["content"], choices[1]["message"]["content"]);

    for (stop, expected) in [
        (json!(", three"), "one, two"),
        (json!(["four", "two"]), "one, "),
        (json!(["nothing", ""]), "one, two, three, four"),
        (json!("one"), ""),
        (Value::Null, "one, two, three, four"),
    ] {
        let response = client.chat(&with(user("count"), json!({"stop": stop}))).await.ok();
        assert_eq!(content(&response), expected);
        assert_eq!(response["choices"][0]["finish_reason"], "stop");
    }

    for name in ["max_tokens", "max_completion_tokens"] {
        let response = client.chat(&with(user("count"), json!({name: 3}))).await.ok();
        assert_eq!(content(&response), "one, two");
        assert_eq!(response["choices"][0]["finish_reason"], "length");
        assert_eq!(response["usage"]["completion_tokens"], 3);
    }
    let exact = client.chat(&with(user("count"), json!({"max_tokens": 7}))).await.ok();
    assert_eq!(exact["choices"][0]["finish_reason"], "stop", "it fits: {exact}");
}

#[tokio::test]
async fn first_matching_script_wins() {
    let builder = Emulator::builder()
        .with_deployment("other", "gpt-4")
        .reply_when(|call| (call.deployment() == "other").then(|| Reply::text("from other")))
        .reply_when(|call| {
            call.body()["user"]
                .as_str()
                .map(|user| Reply::text(format!("for {user}")))
        })
        .reply_when(|_| Some(Reply::text("cut").with_finish_reason("content_filter")));
    let client = Client::of(builder).await;
    let other = client
        .post("/deployments/other/chat/completions", &user("hi"))
        .await
        .ok();
    assert_eq!(
        (content(&other), &other["model"]),
        ("from other", &json!("gpt-4-turbo-2024-04-09"))
    );
    assert_eq!(
        content(&client.chat(&with(user("hi"), json!({"user": "ann"}))).await.ok()),
        "for ann"
    );
    let cut = client.chat(&user("hi")).await.ok();
    assert_eq!(cut["choices"][0]["finish_reason"], "content_filter");
}

#[tokio::test]
async fn json_transcription_is_json() {
    let client = Client::new().await;
    let object = json!({"response_format": {"type": "json_object"}});
    let response = client
        .chat(&with(user("Reply in JSON: \"quoted\"\nand more"), object.clone()))
        .await
        .ok();
    let reply: Value = serde_json::from_str(content(&response)).unwrap();
    assert!(reply.is_object());
    let error = client
        .chat(&with(user("no such word"), object))
        .await
        .error(400, "invalid_value");
    assert!(
        error["message"]
            .as_str()
            .unwrap()
            .contains("must contain the word 'json'")
    );

    let schema = json!({"type": "object", "properties": {"city": {"type": "string"}, "size": {"type": "integer"}},
        "required": ["city", "size"], "additionalProperties": false});
    // Of later versions than the document's.
    let format = json!({"type": "json_schema", "json_schema": {"name": "city", "schema": schema, "strict": true}});
    let body = with(user("Which city?"), json!({"response_format": format}));
    let path = "/deployments/gpt-4o/chat/completions";
    let request = client.request(reqwest::Method::POST, path, "2024-10-21");
    let response = send(request.body(body.to_string())).await.ok();
    let reply: Value = serde_json::from_str(content(&response)).unwrap();
    assert!(jsonschema::is_valid(&schema, &reply), "{reply}");
}

#[tokio::test]
async fn content_is_text_or_parts() {
    let client = Client::new().await;
    let parts = json!({"messages": [{"role": "user", "content": [
        {"type": "text", "text": "What is"}, {"type": "text", "text": "this?"},
        {"type": "image_url", "image_url": {"url": "data:image/png;base64,iVBORw0KGgo=", "detail": "low"}},
    ]}]});
    let response = client.chat(&parts).await.ok();
    assert!(
        content(&response).contains("What is\nthis?") && content(&response).contains("1 image"),
        "{response}"
    );
    let text = client.chat(&user("What is\nthis?")).await.ok();
    let cost = |response: &Value| response["usage"]["prompt_tokens"].as_u64().unwrap();
    assert_eq!(cost(&response) - cost(&text), 85);
}
