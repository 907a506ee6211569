//! Chat completions that call tools.

use azure_openai_emulator::{Emulator, Reply};
use serde_json::{Value, json};

use crate::client::Client;

fn weather() -> Value {
    json!({"type": "object", "required": ["location", "unit", "days"], "additionalProperties": false, "properties": {
        "location": {"type": "string", "minLength": 2},
        "unit": {"type": "string", "enum": ["celsius", "fahrenheit"]},
        "days": {"type": "integer", "minimum": 2, "maximum": 7},
        "note": {"type": "string"},
    }})
}

fn request(prompt: &str, tool_choice: Value) -> Value {
    json!({
        "messages": [{"role": "user", "content": prompt}],
        "tools": [
            {"type": "function", "function": {"name": "get_weather", "description": "Weather", "parameters": weather()}},
            {"type": "function", "function": {"name": "ping"}},
        ],
        "tool_choice": tool_choice,
    })
}

/// Name and arguments of each call.
fn calls(response: &Value) -> Vec<(String, Value)> {
    let calls = response["choices"][0]["message"]["tool_calls"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    let read = |call: &Value| {
        assert_eq!(call["type"], "function");
        assert!(call["id"].as_str().unwrap().starts_with("call_"));
        let text = |name: &str| call["function"][name].as_str().unwrap().to_owned();
        (text("name"), serde_json::from_str(&text("arguments")).unwrap())
    };
    calls.iter().map(read).collect()
}

#[tokio::test]
async fn arguments_fit_the_schema_and_use_the_prompt() {
    let client = Client::new().await;
    let prompt = "Use get_weather for \"Zürich\", 5 days, in Fahrenheit";
    let response = client.chat(&request(prompt, Value::Null)).await.ok();
    let expected = json!({"location": "Zürich", "unit": "fahrenheit", "days": 5});
    assert_eq!(calls(&response), [("get_weather".to_owned(), expected)]);
    let choice = &response["choices"][0];
    assert_eq!(choice["finish_reason"], "tool_calls");
    assert_eq!(choice["message"]["content"], Value::Null);
    assert_eq!(choice["content_filter_results"], json!({}));
    assert!(response["usage"]["completion_tokens"].as_u64().unwrap() > 5);
}

#[tokio::test]
async fn tool_choice_decides() {
    let client = Client::new().await;
    let named = |name: &str| json!({"type": "function", "function": {"name": name}});
    for (prompt, choice, expected, reason) in [
        ("hello", json!("auto"), &[][..], "stop"),
        (
            "ping and get_weather",
            json!("auto"),
            &["get_weather", "ping"],
            "tool_calls",
        ),
        ("ping", json!("none"), &[], "stop"),
        ("hello", json!("required"), &["get_weather"], "tool_calls"),
        ("PING!", json!("required"), &["ping"], "tool_calls"),
        ("ping", named("get_weather"), &["get_weather"], "stop"),
    ] {
        let response = client.chat(&request(prompt, choice.clone())).await.ok();
        let calls = calls(&response);
        let names: Vec<&str> = calls.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, expected, "{prompt} {choice}");
        assert_eq!(response["choices"][0]["finish_reason"], reason, "{prompt} {choice}");
        for (name, arguments) in &calls {
            assert!(
                name != "get_weather" || jsonschema::is_valid(&weather(), arguments),
                "{arguments}"
            );
        }
    }
}

#[tokio::test]
async fn tool_result_gets_a_text_reply() {
    let client = Client::new().await;
    let mut body = request("call ping", json!("auto"));
    let call = client.chat(&body).await.ok()["choices"][0]["message"].clone();
    let id = call["tool_calls"][0]["id"].clone();
    let messages = body["messages"].as_array_mut().unwrap();
    messages.push(call);
    messages.push(json!({"role": "tool", "tool_call_id": id, "content": "pong-1234"}));
    let response = client.chat(&body).await.ok();
    assert!(
        response["choices"][0]["message"]["content"]
            .as_str()
            .unwrap()
            .contains("pong-1234"),
        "{response}"
    );
    assert_eq!(response["choices"][0]["finish_reason"], "stop");
}

#[tokio::test]
async fn scripted_calls_and_their_limit() {
    let builder = Emulator::builder().reply_when(|_| {
        Some(Reply::tool_call("ping", json!({"text": "a b c d e f g h"})).with_tool_call("ping", json!({})))
    });
    let client = Client::of(builder).await;
    let response = client.chat(&request("hi", Value::Null)).await.ok();
    let expected = [
        ("ping".to_owned(), json!({"text": "a b c d e f g h"})),
        ("ping".to_owned(), json!({})),
    ];
    assert_eq!(calls(&response), expected);
    let mut short = request("hi", Value::Null);
    short["max_tokens"] = json!(5);
    let response = client.chat(&short).await.ok();
    assert_eq!(response["choices"][0]["finish_reason"], "length");
    assert_eq!(response["usage"]["completion_tokens"], 5);
    let calls = response["choices"][0]["message"]["tool_calls"].as_array().unwrap();
    let arguments = calls[0]["function"]["arguments"].as_str().unwrap();
    assert!(
        calls.len() == 1 && r#"{"text":"a b c d e f g h"}"#.starts_with(arguments),
        "{arguments}"
    );
}

#[tokio::test]
async fn bad_tools_and_conversations() {
    let client = Client::new().await;
    let call = json!({"id": "c1", "type": "function", "function": {"name": "ping", "arguments": "{}"}});
    let talk = |messages: Value| json!({"messages": messages});
    let asked = json!({"role": "user", "content": "hi"});
    let called = json!({"role": "assistant", "content": null, "tool_calls": [call]});
    let result = |id: &str| json!({"role": "tool", "tool_call_id": id, "content": "x"});
    let tools = |tools: Value| json!({"messages": [asked], "tools": tools});
    for (body, code, param) in [
        (tools(json!({})), "invalid_type", "tools"),
        (
            tools(json!([{"type": "function"}])),
            "missing_required_parameter",
            "tools[0].function",
        ),
        (
            tools(json!([{"type": "web", "function": {"name": "a"}}])),
            "invalid_value",
            "tools[0].type",
        ),
        (
            tools(json!([{"type": "function", "function": {"name": "a b"}}])),
            "invalid_value",
            "tools[0].function.name",
        ),
        (
            tools(json!([{"type": "function", "function": {"name": "a", "parameters": []}}])),
            "invalid_type",
            "tools[0].function.parameters",
        ),
        (request("hi", json!("always")), "invalid_value", "tool_choice"),
        (request("hi", json!(7)), "invalid_type", "tool_choice"),
        (
            request("hi", json!({"type": "function", "function": {"name": "nothing"}})),
            "invalid_value",
            "tool_choice",
        ),
        (
            json!({"messages": [asked], "tool_choice": "auto"}),
            "invalid_value",
            "tool_choice",
        ),
        (
            talk(json!([asked, result("c1")])),
            "invalid_value",
            "messages[1].tool_call_id",
        ),
        (
            talk(json!([asked, called, result("c2")])),
            "invalid_value",
            "messages[2].tool_call_id",
        ),
        (talk(json!([asked, called, asked])), "invalid_value", "messages"),
        (talk(json!([asked, called])), "invalid_value", "messages"),
        (
            talk(json!([asked, {"role": "tool", "content": "x"}])),
            "missing_required_parameter",
            "messages[1].tool_call_id",
        ),
        (
            talk(json!([{"role": "assistant"}])),
            "missing_required_parameter",
            "messages[0].content",
        ),
    ] {
        let error = client.chat(&body).await.error(400, code);
        assert_eq!(error["param"], param, "{body}: {error}");
    }
    client
        .chat(&talk(json!([asked, called, result("c1"), asked])))
        .await
        .ok();
}
