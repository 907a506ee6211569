//! Streamed text completions.

use azure_openai_emulator::{Emulator, Reply};
use serde_json::{Value, json};

use crate::chat::with;
use crate::chat_stream::streamed;
use crate::client::Client;
use crate::completions::PATH;

#[tokio::test]
async fn stream_equals_the_whole_response() {
    let builder = Emulator::builder().reply_when(|call| match call.prompt() {
        "chunks" => Some(Reply::chunks(["a", "🦀 b", "c"])),
        _ => None,
    });
    let client = Client::of(builder).await;
    for body in [
        json!({"prompt": "Hello, 世界! 👩‍🚀 🦀", "max_tokens": 200}),
        json!({"prompt": ["a", "b"], "n": 2}),
        json!({"prompt": "chunks", "echo": true}),
        json!({"prompt": "a b c", "echo": true, "logprobs": 2}),
        json!({"prompt": "a EMULATOR_CUT_COMPLETION b"}),
    ] {
        let response = client.complete_text(&body).await.ok();
        let chunks = client.chunks(PATH, &streamed(body.clone())).await;
        for (index, choice) in response["choices"].as_array().unwrap().iter().enumerate() {
            assert_eq!(chunks.text(index), choice["text"], "{body}");
            assert_eq!(chunks.finish_reason(index), choice["finish_reason"]);
            for list in ["tokens", "token_logprobs", "text_offset"] {
                let parts: Vec<&Value> = chunks
                    .choice(index)
                    .filter_map(|choice| choice["logprobs"][list].as_array())
                    .flatten()
                    .collect();
                let whole = choice["logprobs"][list].as_array();
                assert_eq!(parts, whole.into_iter().flatten().collect::<Vec<_>>(), "{list}");
            }
        }
    }
}

#[tokio::test]
async fn chunks_are_text_completions() {
    let client = Client::of(Emulator::builder().reply_when(|_| Some(Reply::chunks(["x", "y"])))).await;
    let options = json!({"stream_options": {"include_usage": true}});
    let chunks = client
        .chunks(PATH, &streamed(with(json!({"prompt": "hi"}), options)))
        .await
        .0;
    let [prompt, first, _, finish, usage] = &chunks[..] else {
        panic!("{chunks:?}");
    };
    assert_eq!(prompt["choices"], json!([]));
    assert_eq!(prompt["prompt_filter_results"][0]["prompt_index"], 0);
    for chunk in &chunks {
        assert_eq!(chunk["object"], "text_completion");
        assert_eq!(chunk["id"], first["id"]);
    }
    assert!(first["id"].as_str().unwrap().starts_with("cmpl-"));
    assert_eq!(first["choices"][0]["text"], "x");
    assert_eq!(first["choices"][0]["finish_reason"], Value::Null);
    assert_eq!(
        first["choices"][0]["content_filter_results"]["hate"]["severity"],
        "safe"
    );
    assert_eq!(
        (&finish["choices"][0]["text"], &finish["choices"][0]["finish_reason"]),
        (&json!(""), &json!("stop"))
    );
    assert_eq!(finish["usage"], Value::Null);
    assert_eq!(usage["choices"], json!([]));
    assert_eq!(
        usage["usage"],
        json!({"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2})
    );
}

#[tokio::test]
async fn asynchronous_filter_results_follow_the_text() {
    let builder = Emulator::builder().with_asynchronous_filter("gpt-35-turbo-instruct");
    let client = Client::of(builder).await;
    let chunks = client.chunks(PATH, &streamed(json!({"prompt": "hi"}))).await;
    let last = &chunks.0.last().unwrap()["choices"][0];
    assert_eq!(last["content_filter_offsets"]["start_offset"], 2);
    let length = chunks.text(0).chars().count();
    assert_eq!(last["content_filter_offsets"]["end_offset"], 2 + length);
    assert!(chunks.choice(0).next().unwrap().get("content_filter_results").is_none());
    let chunks = client
        .chunks(PATH, &streamed(json!({"prompt": "EMULATOR_CUT_COMPLETION"})))
        .await;
    assert_eq!(chunks.finish_reason(0), "content_filter");
}
