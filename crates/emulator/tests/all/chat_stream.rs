//! Streamed chat completions.

use std::time::Duration;

use azure_openai_emulator::{Emulator, Reply};
use futures_util::StreamExt;
use serde_json::{Value, json};

use crate::chat::{user, with};
use crate::client::Client;
use crate::stream::Chunks;

pub(crate) fn streamed(body: Value) -> Value {
    with(body, json!({"stream": true}))
}

/// What the chunks say in all, in the shape of the response in one body.
fn collect(chunks: &Chunks, index: usize) -> Value {
    let mut calls: Vec<Value> = Vec::new();
    let mut content = Value::Null;
    for choice in chunks.choice(index) {
        let delta = &choice["delta"];
        if let Some(text) = delta["content"].as_str() {
            content = (content.as_str().unwrap_or_default().to_owned() + text).into();
        }
        for call in delta["tool_calls"].as_array().into_iter().flatten() {
            let place = call["index"].as_u64().unwrap() as usize;
            if place == calls.len() {
                assert!(call["id"].as_str().unwrap().starts_with("call_"));
                assert_eq!(call["type"], "function");
                calls.push(json!({"name": call["function"]["name"], "arguments": ""}));
            } else {
                assert!(call.get("id").is_none() && call["function"].get("name").is_none());
            }
            let arguments = calls[place]["arguments"].as_str().unwrap().to_owned();
            calls[place]["arguments"] = (arguments + call["function"]["arguments"].as_str().unwrap()).into();
        }
    }
    json!({"content": content, "calls": calls, "finish_reason": chunks.finish_reason(index)})
}

fn whole(response: &Value, index: usize) -> Value {
    let choice = &response["choices"][index];
    let calls = choice["message"]["tool_calls"].as_array();
    let calls: Vec<&Value> = calls.into_iter().flatten().map(|call| &call["function"]).collect();
    json!({"content": choice["message"]["content"], "calls": calls, "finish_reason": choice["finish_reason"]})
}

#[tokio::test]
async fn chunks_are_shaped_as_the_service_shapes_them() {
    let client = Client::of(Emulator::builder().reply_when(|_| Some(Reply::text("Hello, world")))).await;
    let chunks = client.chat_chunks(&streamed(user("hi"))).await.0;
    let [prompt, role, contents @ .., finish] = &chunks[..] else {
        panic!("too few: {chunks:?}");
    };
    let safe = json!({"filtered": false, "severity": "safe"});
    let undetected = json!({"filtered": false, "detected": false});
    assert_eq!(
        *prompt,
        json!({"id": "", "object": "", "created": 0, "model": "", "choices": [], "prompt_filter_results": [
            {"prompt_index": 0, "content_filter_results": {"hate": safe, "self_harm": safe, "sexual": safe,
                "violence": safe, "jailbreak": undetected}}]})
    );
    for chunk in [role, finish].into_iter().chain(contents) {
        assert_eq!(chunk["object"], "chat.completion.chunk");
        assert_eq!(chunk["model"], "gpt-4o-2024-08-06");
        assert_eq!((&chunk["id"], &chunk["created"]), (&role["id"], &role["created"]));
        assert!(chunk["system_fingerprint"].as_str().unwrap().starts_with("fp_"));
        assert!(chunk.get("usage").is_none());
    }
    assert!(role["id"].as_str().unwrap().starts_with("chatcmpl-"));
    assert!(role["created"].as_i64().unwrap() > 1_700_000_000);
    assert_eq!(
        role["choices"],
        json!([{"index": 0, "delta": {"role": "assistant", "content": ""}, "finish_reason": null, "logprobs": null,
            "content_filter_results": {}}])
    );
    let results = json!({"hate": safe, "self_harm": safe, "sexual": safe, "violence": safe,
        "protected_material_text": undetected, "protected_material_code": undetected});
    let texts: Vec<&Value> = contents
        .iter()
        .map(|chunk| {
            let choice = &chunk["choices"][0];
            assert_eq!(
                *choice,
                json!({"index": 0, "delta": {"content": choice["delta"]["content"]}, "finish_reason": null,
                    "logprobs": null, "content_filter_results": results})
            );
            &choice["delta"]["content"]
        })
        .collect();
    assert_eq!(texts, ["Hello", ",", " world"]);
    assert_eq!(
        finish["choices"],
        json!([{"index": 0, "delta": {}, "finish_reason": "stop", "logprobs": null, "content_filter_results": {}}])
    );
}

#[tokio::test]
async fn usage_is_last_if_requested() {
    let client = Client::new().await;
    let body = streamed(with(user("hi"), json!({"stream_options": {"include_usage": true}})));
    let chunks = client.chat_chunks(&body).await;
    let (last, earlier) = chunks.0.split_last().unwrap();
    for chunk in earlier {
        assert_eq!(chunk.get("usage"), Some(&Value::Null), "{chunk}");
    }
    assert_eq!(last["choices"], json!([]));
    assert_eq!(last["object"], "chat.completion.chunk");
    let response = client.chat(&user("hi")).await.ok();
    assert_eq!(last["usage"], response["usage"]);

    let none = streamed(with(user("hi"), json!({"stream_options": {"include_usage": false}})));
    let chunks = client.chat_chunks(&none).await;
    assert!(chunks.0.iter().all(|chunk| chunk.get("usage").is_none()));
}

#[tokio::test]
async fn stream_equals_the_whole_response() {
    let builder = Emulator::builder().reply_when(|call| match call.prompt() {
        "chunks" => Some(Reply::chunks(["a", "", "bc ", "🦀é", "!"])),
        "text and call" => Some(Reply::text("I look.").with_tool_call("look", json!({"at": "日本語 🦀"}))),
        "raw" => Some(
            Reply::default()
                .with_raw_tool_call("f", "{not json")
                .with_raw_tool_call("g", ""),
        ),
        "nothing" => Some(Reply::text("")),
        "reason" => Some(Reply::text("why").with_finish_reason("length")),
        _ => None,
    });
    let client = Client::of(builder).await;
    let tools = json!({"tools": [
        {"type": "function", "function": {"name": "weather", "parameters": {"type": "object",
            "properties": {"city": {"type": "string"}, "days": {"type": "integer"}}, "required": ["city", "days"]}}},
        {"type": "function", "function": {"name": "time"}},
    ]});
    for body in [
        user("Hello, 世界! 👩‍🚀 🦀"),
        user("chunks"),
        user("text and call"),
        user("raw"),
        user("nothing"),
        user("reason"),
        with(user("weather and time in \"Oslo\" for 3"), tools.clone()),
        with(
            user("weather in \"Oslo\""),
            with(tools.clone(), json!({"max_tokens": 5})),
        ),
        with(user("call"), with(tools.clone(), json!({"tool_choice": "required"}))),
        with(
            user("call"),
            with(
                tools,
                json!({"tool_choice": {"type": "function", "function": {"name": "time"}}}),
            ),
        ),
        with(user("a b c"), json!({"n": 3})),
        with(user("a b c"), json!({"n": 2, "max_tokens": 7})),
        with(user("a b stop c"), json!({"stop": ["stop"]})),
        with(user("JSON please"), json!({"response_format": {"type": "json_object"}})),
        user("say EMULATOR_CUT_COMPLETION now"),
    ] {
        let response = client.chat(&body).await.ok();
        let chunks = client.chat_chunks(&streamed(body.clone())).await;
        for index in 0..response["choices"].as_array().unwrap().len() {
            assert_eq!(collect(&chunks, index), whole(&response, index), "{body}");
        }
    }
    let texts: Vec<String> = client
        .chat_chunks(&streamed(user("chunks")))
        .await
        .choice(0)
        .filter_map(|choice| choice["delta"]["content"].as_str().map(str::to_owned))
        .collect();
    assert_eq!(texts, ["", "a", "bc ", "🦀é", "!"], "the script's own chunks");
}

#[tokio::test]
async fn tool_calls_start_with_the_name() {
    let client = Client::of(
        Emulator::builder()
            .reply_when(|_| Some(Reply::tool_call("look", json!({"at": 1})).with_tool_call("see", json!({})))),
    )
    .await;
    let chunks = client.chat_chunks(&streamed(user("hi"))).await;
    let deltas: Vec<&Value> = chunks.choice(0).map(|choice| &choice["delta"]).collect();
    assert_eq!(*deltas[0], json!({"role": "assistant", "content": null}));
    let first = &deltas[1]["tool_calls"][0];
    assert_eq!(
        *first,
        json!({"index": 0, "id": first["id"], "type": "function", "function": {"name": "look", "arguments": ""}})
    );
    assert!(deltas[2]["tool_calls"][0].get("id").is_none());
    let starts: Vec<u64> = deltas
        .iter()
        .filter(|delta| delta["tool_calls"][0]["id"].is_string())
        .map(|delta| delta["tool_calls"][0]["index"].as_u64().unwrap())
        .collect();
    assert_eq!(starts, [0, 1]);
    assert_eq!(chunks.finish_reason(0), "tool_calls");
}

#[tokio::test]
async fn choices_take_turns() {
    let client = Client::of(Emulator::builder().reply_when(|_| Some(Reply::chunks(["a", "b"])))).await;
    let chunks = client.chat_chunks(&streamed(with(user("hi"), json!({"n": 2})))).await;
    let order: Vec<u64> = chunks
        .0
        .iter()
        .filter_map(|chunk| chunk["choices"][0]["index"].as_u64())
        .collect();
    assert_eq!(order, [0, 1, 0, 1, 0, 1, 0, 1]);
    assert_eq!(
        (chunks.content(0), chunks.content(1)),
        ("ab".to_owned(), "ab".to_owned())
    );
}

#[tokio::test]
async fn refusals_come_before_the_stream() {
    let client = Client::new().await;
    client
        .chat(&streamed(json!({"messages": []})))
        .await
        .error(400, "empty_array");
    let blocked = streamed(user("EMULATOR_BLOCK_PROMPT"));
    client.chat(&blocked).await.error(400, "content_filter");
}

#[tokio::test]
async fn a_stream_counts_against_the_quota() {
    let client = Client::new().await;
    let left = |response: &reqwest::Response| -> u64 {
        let header = &response.headers()["x-ratelimit-remaining-tokens"];
        header.to_str().unwrap().parse().unwrap()
    };
    let path = "/deployments/gpt-4o/chat/completions";
    let body = streamed(with(
        user("hello there"),
        json!({"stream_options": {"include_usage": true}}),
    ));
    let first = left(&client.stream(path, &body).await);
    let second = client.stream(path, &body).await;
    let remaining = left(&second);
    let chunks = Chunks::read(second.bytes_stream()).await;
    let usage = &chunks.0.last().unwrap()["usage"];
    assert_eq!(first - remaining, usage["total_tokens"].as_u64().unwrap());
}

#[tokio::test]
async fn the_clock_paces_a_stream() {
    let builder = Emulator::builder()
        .with_stream_pace(Duration::from_secs(3600))
        .reply_when(|_| Some(Reply::chunks(["a", "b"])));
    let client = Client::of(builder).await;
    let clock = client.emulator.clock().clone();
    clock.set_speed(0.0);
    let response = client
        .stream("/deployments/gpt-4o/chat/completions", &streamed(user("hi")))
        .await;
    let mut stream = response.bytes_stream();
    let mut seen = Vec::new();
    // The prompt, the role, two chunks of text, the end, [DONE].
    for chunk in 0..6 {
        let bytes = stream.next().await.unwrap().unwrap();
        assert_eq!(
            bytes.windows(2).filter(|end| *end == b"\n\n").count(),
            1,
            "chunk {chunk}"
        );
        seen.extend_from_slice(&bytes);
        let waiting = tokio::time::timeout(Duration::from_millis(10), stream.next()).await;
        if chunk < 5 {
            assert!(waiting.is_err(), "the clock stands still");
        } else {
            assert!(waiting.unwrap().is_none());
        }
        clock.advance(Duration::from_secs(3600));
    }
    assert!(seen.ends_with(b"data: [DONE]\n\n"));
}

#[tokio::test]
async fn chunks_wait_for_a_reader_that_stalls() {
    // Each chunk brings this along: 20 MB in all, far more than the buffers between the two take.
    let bulk = json!({"filtered": false, "detected": false, "note": "x".repeat(25_000)});
    let builder = Emulator::builder().reply_when(move |call| {
        let reply = || Reply::chunks(vec!["a"; 800]).with_filter_result("custom", bulk.clone());
        (call.prompt() == "long").then(reply)
    });
    let client = Client::of(builder).await;
    let path = "/deployments/gpt-4o/chat/completions";
    let body = with(streamed(user("long")), json!({"store": true}));
    let response = client.stream(path, &body).await;
    let broken_off = client.stream(path, &body).await;
    for _ in 0..30 {
        client.chat_chunks(&streamed(user("hi"))).await;
    }
    // A stream is stored once its last chunk is made.
    let stored = async || client.get("/chat/completions").await.ok()["total"].clone();
    assert_eq!(stored().await, 0, "made ahead of the reader");
    drop(broken_off);
    let mut stream = response.bytes_stream();
    let (mut length, mut tail) = (0, Vec::new());
    while let Some(bytes) = stream.next().await {
        let bytes = bytes.unwrap();
        length += bytes.len();
        tail.extend_from_slice(&bytes);
        tail.drain(..tail.len().saturating_sub(14));
    }
    assert!(length > 800 * 25_000, "{length}");
    assert_eq!(tail, b"data: [DONE]\n\n");
    assert_eq!(stored().await, 1, "a stream that broke off is not a completion");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hundred_streams_at_once() {
    let client = std::sync::Arc::new(Client::new().await);
    let streams = (0..100).map(|number| {
        let client = client.clone();
        tokio::spawn(async move {
            let prompt = format!("stream {number} ").repeat(20);
            let chunks = client.chat_chunks(&streamed(user(&prompt))).await;
            assert!(chunks.content(0).contains(&prompt));
            chunks.0[1]["id"].as_str().unwrap().to_owned()
        })
    });
    let mut ids = std::collections::HashSet::new();
    for stream in streams.collect::<Vec<_>>() {
        assert!(ids.insert(stream.await.unwrap()));
    }
}
