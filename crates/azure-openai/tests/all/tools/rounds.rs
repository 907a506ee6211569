//! Rounds of tools until the model responds.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use azure_openai::chat::ChatEvent;
use azure_openai::inference::{
    ChatCompletionNamedFunction, ChatCompletionNamedToolChoice, ChatCompletionToolCall, ChatCompletionToolCallFunction,
    ChatCompletionToolChoice,
};
use azure_openai::tools::{ToolError, ToolEvent, Tools, lenient_function};
use azure_openai::{Value, user};
use azure_openai_emulator::{Emulator, Reply};
use serde_json::json;
use tokio::sync::Barrier;

use super::{Weather, model, results, weather};
use crate::server::{Server, json as reply};
use crate::support::{client_of, emulated};

#[tokio::test(flavor = "multi_thread")]
async fn tools_are_run_until_there_is_a_response() {
    let (_emulator, client) = model().await;
    let chat = client.deployment("gpt-4o");
    let tools = weather();
    let outcome = chat.chat([user("Oslo Atlantis Rome")]).run_tools(&tools).await.unwrap();
    assert_eq!(
        outcome.response.text(),
        r#"{"city":"Oslo","sky":"clear"}; Error: it has sunk; {"city":"Rome","sky":"clear"}"#
    );
    assert_eq!(outcome.rounds, 1);
    let roles: Vec<_> = outcome.messages.iter().map(|message| message.role.as_str()).collect();
    assert_eq!(roles, ["user", "assistant", "tool", "tool", "tool", "assistant"]);
    assert!(outcome.usage.total_tokens > outcome.response.usage.as_ref().unwrap().total_tokens);
    // The conversation can go on as it is.
    chat.chat(outcome.messages).with_message(user("Thanks")).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn tool_calls_of_a_round_run_concurrently_or_in_order() {
    let (_emulator, client) = model().await;
    let call = client.deployment("gpt-4o").chat([user("a b c")]);
    // Each waits for the other two: one after another, they would wait for ever.
    let barrier = Arc::new(Barrier::new(3));
    let tools = Tools::new().with_function("weather", move |wanted: Weather| {
        let barrier = Arc::clone(&barrier);
        async move {
            barrier.wait().await;
            Ok(wanted.city)
        }
    });
    let outcome = call.clone().run_tools(&tools).await.unwrap();
    assert_eq!(outcome.response.text(), "a; b; c");

    let running = Arc::new(AtomicUsize::new(0));
    let most = Arc::new(AtomicUsize::new(0));
    let (now, seen) = (Arc::clone(&running), Arc::clone(&most));
    let tools = Tools::new().with_function("weather", move |wanted: Weather| {
        let (now, seen) = (Arc::clone(&now), Arc::clone(&seen));
        async move {
            seen.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            tokio::task::yield_now().await;
            now.fetch_sub(1, Ordering::SeqCst);
            Ok(wanted.city)
        }
    });
    call.run_tools(&tools).with_concurrency(1).await.unwrap();
    assert_eq!(most.load(Ordering::SeqCst), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_tool_calls_are_corrected_by_the_model() {
    let (_emulator, client) = emulated(Emulator::builder().reply_when(|call| {
        Some(match results(call.body()).first() {
            None => Reply::tool_call("weather", json!({"city": 7})),
            Some(seen) if seen.contains("at `city`: invalid type") => Reply::tool_call("whether", json!({})),
            Some(seen) if seen.contains("unknown function `whether`; known functions: weather") => {
                Reply::tool_call("weather", json!({"city": "Oslo"}))
            }
            Some(seen) => Reply::text(*seen),
        })
    }))
    .await;
    let tools = weather();
    let outcome = client
        .deployment("gpt-4o")
        .chat([user("Hi")])
        .run_tools(&tools)
        .await
        .unwrap();
    assert_eq!(
        (outcome.rounds, outcome.response.text()),
        (3, r#"{"city":"Oslo","sky":"clear"}"#)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn events_of_a_streamed_loop_come_in_order() {
    let (_emulator, client) = model().await;
    let tools = weather();
    let call = client.deployment("gpt-4o").chat([user("Oslo Atlantis")]);
    let mut tool_loop = call.run_tools(&tools).streamed().with_concurrency(1);
    let (mut kinds, mut text, mut tokens) = (Vec::new(), String::new(), 0);
    while let Some(event) = tool_loop.next().await {
        let event = event.unwrap();
        text.push_str(event.text().unwrap_or_default());
        let value = serde_json::to_value(&event).unwrap();
        let kind = value["type"].as_str().unwrap().to_owned();
        match event {
            ToolEvent::ToolResult { call, failed, .. } => {
                assert_eq!(failed, call.function.arguments.contains("Atlantis"))
            }
            ToolEvent::Chat(ChatEvent::Usage(usage)) => tokens += usage.total_tokens,
            ToolEvent::Round { round, usage } => assert_eq!((round, usage.total_tokens), (1, tokens)),
            _ => {}
        }
        if !matches!(&*kind, "tool_call_part" | "prompt_filter" | "filter") && kinds.last() != Some(&kind) {
            kinds.push(kind);
        }
    }
    assert_eq!(
        kinds,
        [
            "tool_call",
            "finish",
            "usage",
            "tool_start",
            "tool_result",
            "tool_start",
            "tool_result",
            "round",
            "text",
            "finish",
            "usage"
        ]
    );
    assert!(tool_loop.next().await.is_none());
    let outcome = tool_loop.run().await.unwrap();
    assert_eq!((outcome.response.text(), outcome.usage.total_tokens), (&*text, tokens));
    assert_eq!((outcome.messages.len(), outcome.rounds), (5, 1));
    assert!(
        tool_loop
            .run()
            .await
            .unwrap_err()
            .to_string()
            .contains("has ended before")
    );
}

async fn plain(wanted: Weather) -> Result<u32, ToolError> {
    let boxed: Box<dyn std::error::Error + Send + Sync> = "no number".into();
    match &*wanted.city {
        "io" => Err(std::io::Error::other("disk"))?,
        "boxed" => Err(boxed)?,
        "text" => Err("just a text")?,
        city => Ok(city.parse()?),
    }
}

#[tokio::test]
async fn plain_function_is_a_tool_and_any_error_its_result() {
    let tools = Tools::new().with_described_function("weather", "In numbers.", plain);
    assert_eq!(
        tools.definitions().unwrap()[0].function.description.as_deref(),
        Some("In numbers.")
    );
    for (city, expected) in [
        ("7", Ok("7")),
        ("io", Err("disk")),
        ("boxed", Err("no number")),
        ("text", Err("just a text")),
        ("x", Err("invalid digit found in string")),
    ] {
        let arguments = json!({"city": city, "days": 1, "scale": null, "title": null}).to_string();
        let call = ChatCompletionToolCall::new("c", ChatCompletionToolCallFunction::new("weather", arguments));
        let result = tools.run(&call).await;
        let result = result.as_deref().map_err(|error| error.message());
        assert_eq!(result, expected);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn tool_of_request_and_loop_is_sent_and_run_once() {
    let server = Server::start(|number, _| {
        reply(&match number {
            0 => json!({"choices": [{"index": 0, "message": {"role": "assistant", "content": null, "annotations": [],
                "reasoning_content": "hm", "unknown": 1, "tool_calls": [
                {"id": "c", "type": "function", "function": {"name": "weather", "arguments": "{\"city\":\"Oslo\"}"}}]}}]}),
            _ => json!({"choices": [{"index": 0, "message": {"role": "assistant", "content": "Clear."}}]}),
        }
        .to_string())
    })
    .await;
    let tools = weather();
    let own = lenient_function::<Weather>("weather").unwrap();
    let call = client_of(&server).deployment("d").chat([user("Hi")]).with_tools([own]);
    let outcome = call.run_tools(&tools).await.unwrap();
    assert_eq!(outcome.response.text(), "Clear.");
    for request in server.requests() {
        let sent: Value = serde_json::from_slice(&request.body).unwrap();
        assert_eq!(sent["tools"].as_array().unwrap().len(), 1);
        assert!(sent["tools"][0]["function"].get("strict").is_none(), "{sent}");
    }
    let sent: Value = serde_json::from_slice(&server.last().body).unwrap();
    let called = sent["messages"][1].as_object().unwrap();
    assert_eq!(called.keys().collect::<Vec<_>>().len(), 3, "{called:?}");
    assert!(called["content"].is_null() && called.contains_key("tool_calls"));
    assert_eq!(sent["messages"].as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn forcing_tool_choice_is_sent_once_and_calls_without_id_get_one() {
    let server = Server::start(|number, _| {
        reply(&match number {
            0 => json!({"choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "tool_calls": [
                {"function": {"name": "weather", "arguments": "{\"city\":\"Oslo\"}"}},
                {"function": {"name": "weather", "arguments": "{\"city\":\"Rome\"}"}}
            ]}}]}),
            _ => json!({"choices": [{"index": 0, "message": {"role": "assistant", "content": "Clear."}}]}),
        }
        .to_string())
    })
    .await;
    let named = ChatCompletionNamedToolChoice::new(ChatCompletionNamedFunction::new("weather"));
    for choice in [ChatCompletionToolChoice::from("required"), named.into()] {
        let tools = weather();
        let server = server.clone();
        let before = server.requests().len();
        let call = client_of(&server)
            .deployment("d")
            .chat([user("Hi")])
            .with_tool_choice(choice);
        let outcome = call.run_tools(&tools).await.unwrap();
        let sent: Vec<Value> = server.requests()[before..]
            .iter()
            .map(|request| serde_json::from_slice(&request.body).unwrap())
            .collect();
        if before == 0 {
            assert_eq!((outcome.response.text(), sent.len()), ("Clear.", 2));
            assert!(sent[0].get("tool_choice").is_some() && sent[1].get("tool_choice").is_none());
            let calls = &sent[1]["messages"][1]["tool_calls"];
            assert_ne!(calls[0]["id"], calls[1]["id"]);
            assert_eq!(sent[1]["messages"][2]["tool_call_id"], calls[0]["id"]);
            assert_eq!(sent[1]["messages"][3]["tool_call_id"], calls[1]["id"]);
        }
    }
}
