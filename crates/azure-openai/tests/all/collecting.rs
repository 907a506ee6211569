//! However a response is cut into chunks, what is collected is the response.

use azure_openai::chat::{ChatCollector, ChatEvent, Collector};
use azure_openai::inference::{ChatCompletionChunk, CreateChatCompletionResponse};
use proptest::prelude::*;
use serde_json::{Value, json};

#[derive(Clone, Debug)]
struct Reply {
    text: String,
    calls: Vec<(String, String)>,
}

/// The JSON of an object with a string that may look like JSON.
fn arguments() -> impl Strategy<Value = String> {
    "[a-z{}\":ü]{0,12}".prop_map(|text| json!({"a": text}).to_string())
}

fn reply() -> impl Strategy<Value = Reply> {
    let calls = prop::collection::vec(("[a-z]{1,5}", arguments()), 0..3);
    ("[a-zü€😀]{0,12}", calls).prop_map(|(text, calls)| Reply { text, calls })
}

/// The parts of the text, cut at characters; at least one, which may be empty.
fn cut(text: &str, size: usize) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    if characters.is_empty() {
        return vec![String::new()];
    }
    characters.chunks(size).map(|text| text.iter().collect()).collect()
}

fn unstreamed(replies: &[Reply]) -> Value {
    let choices = replies.iter().enumerate().map(|(index, reply)| {
        let mut message = json!({"role": "assistant"});
        if !reply.text.is_empty() || reply.calls.is_empty() {
            message["content"] = json!(reply.text);
        }
        if !reply.calls.is_empty() {
            let calls = reply.calls.iter().enumerate().map(|(number, (name, arguments))| {
                json!({"id": format!("{index}-{number}"), "type": "function",
                    "function": {"name": name, "arguments": arguments}})
            });
            message["tool_calls"] = calls.collect();
        }
        json!({"index": index, "message": message, "finish_reason": "stop"})
    });
    json!({"id": "x", "object": "chat.completion", "created": 5, "model": "m", "choices": choices.collect::<Vec<_>>(),
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}})
}

/// The choice's chunks, in the order in which they must come.
fn chunks(index: usize, reply: &Reply, size: usize) -> Vec<Value> {
    let mut deltas = vec![json!({"role": "assistant", "content": ""})];
    deltas.extend(cut(&reply.text, size).into_iter().map(|text| json!({"content": text})));
    for (number, (name, arguments)) in reply.calls.iter().enumerate() {
        deltas.push(
            json!({"tool_calls": [{"index": number, "id": format!("{index}-{number}"), "type": "function",
            "function": {"name": name, "arguments": ""}}]}),
        );
        deltas.extend(
            cut(arguments, size)
                .into_iter()
                .map(|text| json!({"tool_calls": [{"index": number, "function": {"arguments": text}}]})),
        );
    }
    let mut chunks: Vec<_> = deltas
        .into_iter()
        .map(|delta| json!({"index": index, "delta": delta, "finish_reason": null}))
        .collect();
    chunks.push(json!({"index": index, "delta": {}, "finish_reason": "stop"}));
    chunks
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn response_is_the_same_however_the_bytes_are_split(
        replies in prop::collection::vec(reply(), 1..4),
        size in 1_usize..5,
        order in prop::collection::vec(any::<prop::sample::Index>(), 200),
    ) {
        let mut waiting: Vec<_> = replies
            .iter()
            .enumerate()
            .map(|(index, reply)| chunks(index, reply, size).into_iter())
            .collect();
        let mut order = order.into_iter();
        let mut collector = ChatCollector::default();
        let (mut texts, mut calls, mut finished) = (vec![String::new(); replies.len()], 0, 0);
        let mut take = |chunk: Value| {
            let chunk: ChatCompletionChunk = serde_json::from_value(chunk).unwrap();
            collector.push_with(chunk, |event| match event {
                ChatEvent::Text { choice, text } => texts[choice as usize] += &text,
                ChatEvent::ToolCall { .. } => calls += 1,
                ChatEvent::Finish { .. } => finished += 1,
                _ => {}
            });
        };
        while !waiting.is_empty() {
            let which = order.next().map_or(0, |index| index.index(waiting.len()));
            match waiting[which].next() {
                Some(choice) => {
                    take(json!({"id": "x", "created": 5, "model": "m", "object": "chat.completion.chunk",
                        "choices": [choice]}));
                }
                None => drop(waiting.remove(which)),
            }
        }
        take(json!({"choices": [], "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}}));
        let expected: CreateChatCompletionResponse = serde_json::from_value(unstreamed(&replies)).unwrap();
        prop_assert_eq!(collector.response(), expected);
        let wanted: Vec<_> = replies.iter().map(|reply| reply.text.clone()).collect();
        prop_assert_eq!(texts, wanted);
        prop_assert_eq!(calls, replies.iter().map(|reply| reply.calls.len()).sum::<usize>());
        prop_assert_eq!(finished, replies.len());
    }
}

/// How a server sends the parts of tool calls.
#[derive(Clone, Copy, Debug)]
enum Habit {
    AsSpecified,
    IdInEachPart,
    NameInEachPart,
    IndexAlwaysZero,
    IndexAlwaysZeroWithoutIds,
    IndexDrifts,
    IdDrifts,
    WholeRepeated,
    NameInParts,
}

const HABITS: [Habit; 9] = [
    Habit::AsSpecified,
    Habit::IdInEachPart,
    Habit::NameInEachPart,
    Habit::IndexAlwaysZero,
    Habit::IndexAlwaysZeroWithoutIds,
    Habit::IndexDrifts,
    Habit::IdDrifts,
    Habit::WholeRepeated,
    Habit::NameInParts,
];

/// The parts of a call, as a server of this habit sends them.
fn parts(habit: Habit, number: usize, name: &str, arguments: &str, size: usize) -> Vec<Value> {
    let id = format!("call_{number}");
    let index = match habit {
        Habit::IndexAlwaysZero | Habit::IndexAlwaysZeroWithoutIds => 0,
        _ => number,
    };
    let mut parts = Vec::new();
    let mut first = json!({"index": index, "id": id, "type": "function", "function": {"name": name, "arguments": ""}});
    match habit {
        Habit::IndexAlwaysZeroWithoutIds => drop(first.as_object_mut().unwrap().remove("id")),
        Habit::NameInParts => {
            let (head, tail) = name.split_at(1);
            first["function"]["name"] = json!(head);
            parts.push(first.clone());
            first = json!({"index": index, "function": {"name": tail}});
        }
        _ => {}
    }
    parts.push(first);
    for (place, text) in cut(arguments, size).into_iter().enumerate() {
        let mut part = json!({"index": index, "function": {"arguments": text}});
        match habit {
            Habit::IdInEachPart => part["id"] = json!(id),
            Habit::NameInEachPart => part["function"]["name"] = json!(name),
            Habit::IndexDrifts if place > 0 => part["index"] = json!(100 + number),
            Habit::IdDrifts => part["id"] = json!(format!("{id}-{place}")),
            _ => {}
        }
        parts.push(part);
    }
    if matches!(habit, Habit::WholeRepeated) {
        parts.push(
            json!({"index": index, "id": id, "type": "function", "function": {"name": name, "arguments": arguments}}),
        );
    }
    parts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Parts of several calls in any order, each call's own in theirs: the index or ID distinguishes them.
    #[test]
    fn interleaved_tool_calls_are_kept_apart(
        calls in prop::collection::vec(("[a-z]{2,6}", arguments()), 2..5),
        habit in prop::sample::select(vec![
            Habit::AsSpecified, Habit::IdInEachPart, Habit::NameInEachPart, Habit::WholeRepeated, Habit::NameInParts,
        ]),
        size in 1_usize..9,
        order in prop::collection::vec(any::<prop::sample::Index>(), 200),
    ) {
        // A part that is the same as the name so far is taken for its repetition, so the second part ends otherwise.
        let calls = calls.into_iter().zip(0..);
        let calls: Vec<_> = calls.map(|((name, arguments), number)| (format!("{name}_{number}"), arguments)).collect();
        let mut waiting: Vec<_> = calls
            .iter()
            .enumerate()
            .map(|(number, (name, arguments))| parts(habit, number, name, arguments, size).into_iter())
            .collect();
        let mut order = order.into_iter();
        let mut collector = ChatCollector::default();
        while !waiting.is_empty() {
            let which = order.next().map_or(0, |index| index.index(waiting.len()));
            match waiting[which].next() {
                Some(part) => {
                    let chunk = json!({"choices": [{"index": 0, "delta": {"tool_calls": [part]}}]});
                    collector.push(serde_json::from_value(chunk).unwrap());
                }
                None => drop(waiting.remove(which)),
            }
        }
        let response = collector.response();
        let mut collected: Vec<_> = response
            .tool_calls()
            .iter()
            .map(|call| (call.id.clone(), call.function.name.clone(), call.function.arguments.clone()))
            .collect();
        collected.sort();
        let numbered = calls.iter().enumerate();
        let sent: Vec<_> = numbered
            .map(|(number, (name, arguments))| (format!("call_{number}"), name.clone(), arguments.clone()))
            .collect();
        prop_assert_eq!(collected, sent);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Whatever the habit of the server: no two calls run together, no arguments cut or doubled.
    #[test]
    fn tool_calls_of_any_server_are_collected(
        calls in prop::collection::vec(("[a-z]{2,6}", arguments()), 1..5),
        habit in prop::sample::select(&HABITS[..]),
        size in 1_usize..9,
    ) {
        let mut collector = ChatCollector::default();
        for (number, (name, arguments)) in calls.iter().enumerate() {
            // Calls without IDs under one index can only be distinguished by their names.
            let name = format!("{name}_{number}");
            for part in parts(habit, number, &name, arguments, size) {
                let chunk = json!({"choices": [{"index": 0, "delta": {"tool_calls": [part]}}]});
                collector.push(serde_json::from_value(chunk).unwrap());
            }
        }
        let response = collector.response();
        let collected: Vec<_> = response
            .tool_calls()
            .iter()
            .map(|call| (call.function.name.clone(), call.function.arguments.clone()))
            .collect();
        let sent: Vec<_> = calls
            .iter()
            .enumerate()
            .map(|(number, (name, arguments))| (format!("{name}_{number}"), arguments.clone()))
            .collect();
        prop_assert_eq!(collected, sent);
    }
}
