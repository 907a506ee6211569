//! Responses as a Rust type.

use std::collections::{BTreeMap, BTreeSet};

use azure_openai::chat::schema::response_format;
use azure_openai::chat::{ChatEvent, StructuredError};
use azure_openai::inference::ParseError;
use azure_openai::tools::function;
use azure_openai::{Client, Credential, ErrorKind, Value, schemars};
use azure_openai_emulator::{Emulator, Fault, Reply};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

use crate::server::{Server, json as reply};
use crate::support::{client_of, emulated};

/// A journey by train.
#[derive(Debug, Deserialize, JsonSchema, PartialEq)]
struct Journey {
    /// Where it begins.
    from: String,
    stops: Vec<Stop>,
    seats: BTreeSet<u8>,
    #[serde(default)]
    price: f64,
    class: Class,
    /// Who pays.
    payer: Payer,
    next: Option<Box<Journey>>,
}

#[derive(Debug, Deserialize, JsonSchema, PartialEq)]
struct Stop {
    /// The station.
    #[schemars(regex(pattern = "^[A-Z]"))]
    name: String,
    minutes: Option<u32>,
}

#[derive(Debug, Deserialize, JsonSchema, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Class {
    /// With a table.
    First,
    Second,
}

#[derive(Debug, Deserialize, JsonSchema, PartialEq)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Payer {
    Person { name: String },
    Company { number: i64, name: Option<String> },
}

fn schema<T: JsonSchema>() -> Value {
    let format = serde_json::to_value(response_format::<T>().unwrap()).unwrap();
    assert_eq!(
        (&format["type"], &format["json_schema"]["strict"]),
        (&json!("json_schema"), &json!(true))
    );
    format["json_schema"].clone()
}

#[test]
fn schema_of_a_type_is_strict() {
    let person = json!({"type": "object", "properties": {
        "kind": {"type": "string", "enum": ["person"]}, "name": {"type": "string"},
    }, "required": ["kind", "name"], "additionalProperties": false});
    let company = json!({"type": "object", "properties": {
        "kind": {"type": "string", "enum": ["company"]}, "number": {"type": "integer"}, "name": {"type": ["string", "null"]},
    }, "required": ["kind", "number", "name"], "additionalProperties": false});
    let found = schema::<Journey>();
    assert_eq!(
        (&found["name"], &found["description"]),
        (&json!("Journey"), &json!("A journey by train."))
    );
    assert_eq!(
        found["schema"],
        json!({
            "type": "object",
            "properties": {
                "from": {"type": "string", "description": "Where it begins."},
                "stops": {"type": "array", "items": {"$ref": "#/$defs/Stop"}},
                "seats": {"type": "array", "description": "uniqueItems",
                    "items": {"type": "integer", "description": "minimum: 0, maximum: 255"}},
                "price": {"type": "number"},
                "class": {"$ref": "#/$defs/Class"},
                "payer": {"description": "Who pays.", "anyOf": [{"$ref": "#/$defs/Payer"}]},
                "next": {"anyOf": [{"$ref": "#"}, {"type": "null"}]},
            },
            "required": ["from", "stops", "seats", "price", "class", "payer", "next"],
            "additionalProperties": false,
            "$defs": {
                "Stop": {
                    "type": "object",
                    "properties": {
                        "name": {"type": "string", "description": "The station. (pattern: ^[A-Z])"},
                        "minutes": {"type": ["integer", "null"], "description": "minimum: 0"},
                    },
                    "required": ["name", "minutes"],
                    "additionalProperties": false,
                },
                "Class": {"anyOf": [
                    {"type": "string", "enum": ["second"]},
                    {"type": "string", "enum": ["first"], "description": "With a table."},
                ]},
                "Payer": {"anyOf": [person, company]},
            },
        })
    );
}

/// Asserts that a type is refused with these words.
#[track_caller]
fn refused<T: JsonSchema>(words: &[&str]) {
    let error = response_format::<T>().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    for word in words {
        assert!(error.to_string().contains(word), "{error}");
    }
    assert!(function::<T>("f").unwrap_err().to_string().contains("function `f`"));
}

#[test]
fn type_without_a_strict_schema_is_refused_by_name() {
    #[derive(JsonSchema)]
    #[allow(dead_code)]
    struct With<T> {
        inner: Vec<T>,
    }
    #[derive(JsonSchema)]
    #[allow(dead_code)]
    struct Flat {
        #[serde(flatten)]
        payer: Payer,
    }
    refused::<Vec<Stop>>(&["`Array_of_Stop`", "struct with named fields"]);
    refused::<Payer>(&["`Payer`", "wrap it in one"]);
    refused::<String>(&["`string`"]);
    refused::<With<BTreeMap<String, u8>>>(&["#/properties/inner/items is a map", "list of structs"]);
    refused::<BTreeMap<String, u8>>(&["# is a map"]);
    refused::<With<Value>>(&["#/properties/inner/items may be any JSON value"]);
    refused::<With<(u8, String)>>(&["#/properties/inner/items is a tuple"]);
    refused::<Flat>(&["# has ", "beside `anyOf`"]);
}

#[derive(Debug, Deserialize, JsonSchema, PartialEq)]
struct City {
    name: String,
    inhabitants: u64,
}

async fn model() -> (Emulator, Client) {
    emulated(Emulator::builder().reply_when(|chat| {
        Some(match chat.prompt() {
            "good" => Reply::text(r#"{"name":"Oslo","inhabitants":700000}"#),
            "bad" => Reply::text(r#"{"name":"Oslo","inhabitants":-1}"#),
            "cut" => Reply::text(r#"{"name":"Os"#).with_finish_reason("length"),
            "blocked" => Reply::text(r#"{"name":""#).cut_by_filter("hate"),
            "tool" => Reply::tool_call("lookup", json!({})),
            _ => return None,
        })
    }))
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn response_is_a_type_or_says_why_not() {
    let (_emulator, client) = model().await;
    let chat = client.deployment("gpt-4o");
    let oslo = chat.chat("good").parse::<City>().await.unwrap();
    assert_eq!((&*oslo.value.name, oslo.value.inhabitants), ("Oslo", 700_000));
    assert!(oslo.response.usage.is_some() && oslo.response.head().request_id().is_some());

    for (prompt, text) in [
        ("bad", Some(r#"{"name":"Oslo","inhabitants":-1}"#)),
        ("cut", Some(r#"{"name":"Os"#)),
        ("blocked", Some(r#"{"name":""#)),
        ("tool", None),
    ] {
        let whole = chat.chat(prompt).parse::<City>().await.unwrap_err();
        let stream = chat.chat(prompt).parse::<City>().stream().await.unwrap();
        let streamed = stream.finish().await.unwrap_err();
        for error in [whole, streamed] {
            assert_eq!(error.text(), text, "{error}");
            let id = error.request_id().expect("the headers are kept");
            assert!(error.to_string().contains(id), "{error}");
            let StructuredError::Response { source, response } = &error else {
                panic!("{error:?}");
            };
            match (prompt, source) {
                ("bad", ParseError::Json { path, .. }) => assert_eq!(path, "inhabitants"),
                ("cut", ParseError::CutOff { .. }) | ("blocked", ParseError::Blocked { .. }) => {}
                ("tool", ParseError::NoText) => assert_eq!(response.tool_calls()[0].function.name, "lookup"),
                _ => panic!("{prompt}: {source:?}"),
            }
        }
    }

    let error = chat.chat("EMULATOR_BLOCK_PROMPT").parse::<City>().await.unwrap_err();
    assert!(
        matches!(&error, StructuredError::Request(error) if error.is_content_filtered()),
        "{error:?}"
    );
    assert!(error.request_id().is_some() && error.text().is_none());
    let error = chat.chat("good").parse::<Vec<City>>().await.unwrap_err();
    assert!(
        matches!(&error, StructuredError::Request(error) if error.is_invalid_request()),
        "{error:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn emulated_values_are_of_the_type() {
    let (_emulator, client) = emulated(Emulator::builder()).await;
    let chat = client.deployment("gpt-4o");
    let journey = chat.chat("A journey in second class").parse::<Journey>().await.unwrap();
    assert!(!journey.value.stops.is_empty());
    let again = chat.chat("A journey in second class").parse::<Journey>().await.unwrap();
    assert_eq!(journey.value, again.value);
}

#[tokio::test(flavor = "multi_thread")]
async fn streamed_value_grows_to_the_whole() {
    let (_emulator, client) = model().await;
    let chat = client.deployment("gpt-4o");
    let mut stream = chat.chat("good").with_usage().parse::<City>().stream().await.unwrap();
    assert!(stream.head().request_id().is_some() && stream.partial().is_none());
    let mut values = Vec::new();
    while let Some(event) = stream.next().await {
        if let ChatEvent::Text { .. } = event.unwrap() {
            values.extend(stream.partial());
        }
    }
    values.dedup();
    assert!(values.len() > 2 && values[0] == json!({}), "{values:?}");
    assert_eq!(values.last(), Some(&json!({"name": "Oslo", "inhabitants": 700_000})));
    assert_eq!(stream.partial_response().parsed::<City>().unwrap().inhabitants, 700_000);
    let oslo = stream.finish().await.unwrap();
    assert_eq!(oslo.value.inhabitants, 700_000);
    assert!(oslo.response.usage.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn broken_stream_keeps_what_came() {
    let fault: Fault = "reset=finish".parse().unwrap();
    let (_emulator, client) = emulated(
        Emulator::builder()
            .fault(fault)
            .reply_when(|_| Some(Reply::text(r#"{"name":"Oslo"}"#))),
    )
    .await;
    let chat = client.deployment("gpt-4o");
    let finished = chat.chat("Hi").parse::<City>().stream().await.unwrap().finish().await;
    let mut stream = chat.chat("Hi").parse::<City>().stream().await.unwrap();
    while let Some(event) = stream.next().await {
        if event.is_err() {
            break;
        }
    }
    for error in [finished.unwrap_err(), stream.finish().await.unwrap_err()] {
        assert!(matches!(error, StructuredError::Interrupted { .. }), "{error:?}");
        assert_eq!(error.text(), Some(r#"{"name":"Oslo"}"#));
    }
}

#[tokio::test]
async fn refusal_is_an_error_and_the_version_has_schemas() {
    let server = Server::start(|_, _| {
        reply(
            &json!({"choices": [{"index": 0, "finish_reason": "stop",
            "message": {"role": "assistant", "content": null, "refusal": "I will not."}}]})
            .to_string(),
        )
    })
    .await;
    let client = client_of(&server);
    let error = client.deployment("d").chat("Hi").parse::<City>().await.unwrap_err();
    assert!(
        matches!(
            &error,
            StructuredError::Response {
                source: ParseError::Refused(_),
                ..
            }
        ),
        "{error:?}"
    );
    assert_eq!(error.text(), Some("I will not."));

    let chosen = Client::builder()
        .with_endpoint(&server.url)
        .with_credential(Credential::api_key("key"))
        .with_api_version("2025-01-01-preview")
        .build()
        .unwrap();
    for (chat, expected) in [
        (client.deployment("d"), "2024-10-21"),
        (
            client.deployment("d").with_api_version("2025-04-01-preview"),
            "2025-04-01-preview",
        ),
        (chosen.deployment("d"), "2025-01-01-preview"),
    ] {
        chat.chat("Hi").parse::<City>().await.unwrap_err();
        let line = server.last().line().to_owned();
        assert!(line.contains(&format!("api-version={expected} ")), "{line}");
    }
}
