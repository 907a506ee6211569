//! Functions that the model calls.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use azure_openai::chat::ChatEvent;
use azure_openai::inference::{
    ChatCompletionMessageRole, ChatCompletionNamedFunction, ChatCompletionNamedToolChoice, ChatCompletionToolCall,
    ChatCompletionToolCallFunction, ChatCompletionToolChoice,
};
use azure_openai::tools::{
    NoArguments, ToolError, ToolEvent, ToolLoopErrorKind, ToolLoopLimit, Tools, function, lenient_function,
};
use azure_openai::{Client, ErrorKind, Value, schemars, user};
use azure_openai_emulator::{Emulator, Reply};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;
use tokio::sync::{Barrier, Notify};

use crate::server::{Server, json as reply};
use crate::support::{client_of, emulated};

/// The weather at a place.
#[derive(Debug, Deserialize, JsonSchema, PartialEq)]
struct Weather {
    /// The city.
    city: String,
    #[serde(default)]
    days: u8,
    scale: Option<Scale>,
    /// A property that is called like a keyword.
    title: Option<String>,
}

#[derive(Debug, Deserialize, JsonSchema, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Scale {
    Celsius,
    Kelvin,
}

#[test]
fn a_definition_says_what_the_type_says() {
    let tool = lenient_function::<Weather>("get-weather_1").unwrap();
    assert_eq!(
        serde_json::to_value(&tool).unwrap(),
        json!({"type": "function", "function": {
            "name": "get-weather_1",
            "description": "The weather at a place.",
            "parameters": {
                "type": "object",
                "properties": {
                    "city": {"description": "The city.", "type": "string"},
                    "days": {"type": "integer", "minimum": 0, "maximum": 255, "default": 0},
                    "scale": {"type": ["string", "null"], "enum": ["celsius", "kelvin", null]},
                    "title": {"description": "A property that is called like a keyword.", "type": ["string", "null"]}
                },
                "required": ["city"]
            }
        }})
    );
    let strict = function::<Weather>("weather").unwrap();
    assert_eq!(
        (strict.function.strict, strict.function.parameters),
        (
            Some(true),
            Some(json!({
                "type": "object",
                "properties": {
                    "city": {"description": "The city.", "type": "string"},
                    "days": {"description": "minimum: 0, maximum: 255", "type": "integer"},
                    "scale": {"anyOf": [{"$ref": "#/$defs/Scale"}, {"type": "null"}]},
                    "title": {"description": "A property that is called like a keyword.", "type": ["string", "null"]}
                },
                "required": ["city", "days", "scale", "title"],
                "additionalProperties": false,
                "$defs": {"Scale": {"type": "string", "enum": ["celsius", "kelvin"]}},
            }))
        )
    );
    let none = json!({"type": "object", "properties": {}, "required": [], "additionalProperties": false});
    assert_eq!(function::<NoArguments>("now").unwrap().function.parameters, Some(none));
    let none = json!({"type": "object", "properties": {}});
    assert_eq!(
        lenient_function::<NoArguments>("now").unwrap().function.parameters,
        Some(none)
    );
}

#[test]
fn invalid_function_is_an_error_that_names_it() {
    for name in ["", "get weather", "ü", &"x".repeat(65)] {
        let error = function::<Weather>(name).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{name}");
    }
    let error = function::<Scale>("scale").unwrap_err();
    assert!(error.to_string().contains("`Scale`"), "{error}");
    assert!(function::<()>("unit").is_err());
    let twice = Tools::new()
        .with_function("a", |_: NoArguments| async { Ok(1) })
        .with_function("a", |_: NoArguments| async { Ok(2) });
    assert!(
        twice
            .definitions()
            .unwrap_err()
            .to_string()
            .contains("two tools have the name `a`")
    );
}

fn weather() -> Tools {
    Tools::new().with_function("weather", |wanted: Weather| async move {
        match &*wanted.city {
            "Atlantis" => Err(ToolError::new("it has sunk")),
            "Hades" => Err(ToolError::fatal("nobody comes back")),
            city => Ok(json!({"city": city, "sky": "clear"})),
        }
    })
}

/// What the tools said in the last round, in order.
fn results(body: &Value) -> Vec<&str> {
    let messages = body["messages"].as_array().unwrap().iter().rev();
    let mut results: Vec<_> = messages
        .take_while(|message| message["role"] == "tool")
        .map(|message| message["content"].as_str().unwrap())
        .collect();
    results.reverse();
    results
}

/// A model that asks for the weather of the cities in the prompt, and then says what it was seen.
async fn model() -> (Emulator, Client) {
    emulated(Emulator::builder().reply_when(|call| {
        let seen = results(call.body());
        if seen.is_empty() {
            let cities = call.prompt().split(' ');
            return Some(cities.fold(Reply::default(), |reply, city| {
                reply.with_tool_call("weather", json!({"city": city}))
            }));
        }
        Some(Reply::text(seen.join("; ")))
    }))
    .await
}

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
async fn the_calls_of_a_round_run_at_once_or_in_order() {
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
async fn rounds_are_limited() {
    let (_emulator, client) =
        emulated(Emulator::builder().reply_when(|_| Some(Reply::tool_call("weather", json!({"city": "Oslo"}))))).await;
    let tools = weather();
    let call = client.deployment("gpt-4o").chat([user("Hi")]);
    let error = call.run_tools(&tools).with_max_rounds(2).await.unwrap_err();
    assert!(
        error
            .to_string()
            .contains("the model still called weather after 2 rounds of tools"),
        "{error}"
    );
    let ToolLoopErrorKind::Limit {
        limit: ToolLoopLimit::Rounds(2),
        tool_calls,
    } = error.kind
    else {
        panic!("{error:?}");
    };
    assert_eq!((tool_calls.len(), error.messages.len()), (1, 5));
    assert_eq!(error.messages[4].role, ChatCompletionMessageRole::Tool);
}

#[tokio::test(flavor = "multi_thread")]
async fn tokens_and_time_are_limited() {
    let (_emulator, client) =
        emulated(Emulator::builder().reply_when(|_| Some(Reply::tool_call("weather", json!({"city": "Oslo"}))))).await;
    let tools = weather();
    let call = client.deployment("gpt-4o").chat([user("Hi")]);
    let error = call
        .clone()
        .run_tools(&tools)
        .with_max_total_tokens(1)
        .await
        .unwrap_err();
    assert!(
        error.to_string().contains("still called weather after 1 tokens"),
        "{error}"
    );
    assert_eq!(error.messages.len(), 1);

    let tools = Tools::new().with_function("weather", |_: Weather| std::future::pending::<Result<(), ToolError>>());
    let limit = Duration::from_millis(200);
    let error = call.run_tools(&tools).with_time_limit(limit).await.unwrap_err();
    let ToolLoopErrorKind::Limit {
        limit: found,
        tool_calls,
    } = error.kind
    else {
        panic!("{error:?}");
    };
    assert_eq!(
        (found, tool_calls.len(), error.messages.len()),
        (ToolLoopLimit::Time(limit), 1, 1)
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

#[tokio::test(flavor = "multi_thread")]
async fn stopped_loop_keeps_its_conversation_and_goes_on() {
    let (emulator, client) = model().await;
    let gate = Arc::new(Barrier::new(2));
    let (begun, runs) = (Arc::new(Notify::new()), Arc::new(AtomicUsize::new(0)));
    let (inside, started, count) = (Arc::clone(&gate), Arc::clone(&begun), Arc::clone(&runs));
    let tools = Tools::new().with_function("weather", move |wanted: Weather| {
        let (inside, started, count) = (Arc::clone(&inside), Arc::clone(&started), Arc::clone(&count));
        async move {
            count.fetch_add(1, Ordering::SeqCst);
            started.notify_one();
            inside.wait().await;
            Ok(wanted.city)
        }
    });
    let mut tool_loop = client.deployment("gpt-4o").chat([user("Oslo")]).run_tools(&tools);
    tokio::select! {
        outcome = tool_loop.run() => panic!("{outcome:?}"),
        () = begun.notified() => {}
    }
    // What is left can be sent as it is.
    assert_eq!(tool_loop.messages().len(), 1);
    client.deployment("gpt-4o").chat(tool_loop.messages()).await.unwrap();
    let sent = emulator.request_counts()["ChatCompletions_Create"];
    let (outcome, _) = tokio::join!(tool_loop.run(), gate.wait());
    let outcome = outcome.unwrap();
    assert_eq!((outcome.response.text(), outcome.messages.len()), ("Oslo", 4));
    assert_eq!(runs.load(Ordering::SeqCst), 1);
    assert_eq!(emulator.request_counts()["ChatCompletions_Create"], sent + 1);
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

#[tokio::test(flavor = "multi_thread")]
async fn fatal_errors_keep_the_conversation() {
    let (emulator, client) = model().await;
    let tools = weather();
    let chat = client.deployment("gpt-4o");
    let error = chat.chat([user("Hades")]).run_tools(&tools).await.unwrap_err();
    assert_eq!(error.to_string(), "tool `weather` failed: nobody comes back");
    assert!(matches!(&error.kind, ToolLoopErrorKind::Tool { .. }) && error.messages.len() == 1);

    let broken = Tools::new().with_function("no name", |_: NoArguments| async { Ok(1) });
    let error = chat.chat([user("Oslo")]).run_tools(&broken).await.unwrap_err();
    assert!(matches!(&error.kind, ToolLoopErrorKind::Request(source) if source.kind() == ErrorKind::InvalidRequest));

    drop(emulator);
    let error = chat.chat([user("Oslo")]).run_tools(&tools).await.unwrap_err();
    let ToolLoopErrorKind::Request(source) = error.kind else {
        panic!("{error:?}");
    };
    assert!(source.status().is_none() && error.messages.len() == 1, "{source:?}");
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
