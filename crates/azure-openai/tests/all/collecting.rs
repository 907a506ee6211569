//! However an answer is cut into chunks, what is collected is the answer.

use azure_openai::chat::{ChatCollector, ChatEvent, Collector};
use azure_openai::inference::{ChatCompletionChunk, CreateChatCompletionResponse};
use proptest::prelude::*;
use serde_json::{Value, json};

#[derive(Clone, Debug)]
struct Answer {
    text: String,
    calls: Vec<(String, String)>,
}

fn answer() -> impl Strategy<Value = Answer> {
    let calls = prop::collection::vec(("[a-z]{1,5}", "[a-z{}\":ü]{0,12}"), 0..3);
    ("[a-zü€😀]{0,12}", calls).prop_map(|(text, calls)| Answer { text, calls })
}

/// The text's pieces, cut at characters; at least one, which may be empty.
fn pieces(text: &str, size: usize) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    if characters.is_empty() {
        return vec![String::new()];
    }
    characters.chunks(size).map(|piece| piece.iter().collect()).collect()
}

fn unstreamed(answers: &[Answer]) -> Value {
    let choices = answers.iter().enumerate().map(|(index, answer)| {
        let mut message = json!({"role": "assistant"});
        if !answer.text.is_empty() || answer.calls.is_empty() {
            message["content"] = json!(answer.text);
        }
        if !answer.calls.is_empty() {
            let calls = answer.calls.iter().enumerate().map(|(number, (name, arguments))| {
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
fn chunks(index: usize, answer: &Answer, size: usize) -> Vec<Value> {
    let mut deltas = vec![json!({"role": "assistant", "content": ""})];
    deltas.extend(
        pieces(&answer.text, size)
            .into_iter()
            .map(|text| json!({"content": text})),
    );
    for (number, (name, arguments)) in answer.calls.iter().enumerate() {
        deltas.push(
            json!({"tool_calls": [{"index": number, "id": format!("{index}-{number}"), "type": "function",
            "function": {"name": name, "arguments": ""}}]}),
        );
        deltas.extend(
            pieces(arguments, size)
                .into_iter()
                .map(|piece| json!({"tool_calls": [{"index": number, "function": {"arguments": piece}}]})),
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
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn an_answer_survives_any_cutting(
        answers in prop::collection::vec(answer(), 1..4),
        size in 1_usize..5,
        order in prop::collection::vec(any::<prop::sample::Index>(), 200),
    ) {
        let mut waiting: Vec<_> = answers
            .iter()
            .enumerate()
            .map(|(index, answer)| chunks(index, answer, size).into_iter())
            .collect();
        let mut order = order.into_iter();
        let mut collector = ChatCollector::default();
        let (mut texts, mut calls, mut finished) = (vec![String::new(); answers.len()], 0, 0);
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
        let expected: CreateChatCompletionResponse = serde_json::from_value(unstreamed(&answers)).unwrap();
        prop_assert_eq!(collector.answer(), expected);
        let wanted: Vec<_> = answers.iter().map(|answer| answer.text.clone()).collect();
        prop_assert_eq!(texts, wanted);
        prop_assert_eq!(calls, answers.iter().map(|answer| answer.calls.len()).sum::<usize>());
        prop_assert_eq!(finished, answers.len());
    }
}
