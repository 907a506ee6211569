//! Streams of typed events, and what is collected of them.

use std::time::Duration;

use azure_openai::chat::{ChatCollector, ChatEvent, ChatStream, Collector};
use azure_openai::completions::CompletionEvent;
use azure_openai::inference::{ChatCompletionFinishReason, FilterAnnotation};
use azure_openai::{Error, ErrorKind, Value, user};
use futures_util::StreamExt;
use serde_json::json;

use crate::server::{Server, open_head};
use crate::support::{DONE, client_of, streaming};

async fn read(events: &[Value], end: &str) -> (Vec<ChatEvent>, Option<Error>, ChatStream) {
    let (server, chat) = streaming(events, end).await;
    let mut stream = chat.chat([user("Hi")]).stream().await.unwrap().into_value();
    let body: Value = serde_json::from_slice(&server.last().body).unwrap();
    assert_eq!(body["stream"], true);
    let mut told = Vec::new();
    loop {
        match stream.next().await {
            None => return (told, None, stream),
            Some(Ok(event)) => told.push(event),
            Some(Err(error)) => {
                assert!(stream.next().await.is_none(), "it goes on after an error");
                return (told, Some(error), stream);
            }
        }
    }
}

fn choice(members: Value) -> Value {
    json!({"id": "c-1", "object": "chat.completion.chunk", "created": 7, "model": "gpt-4o", "choices": [members]})
}

fn delta(text: &str) -> Value {
    choice(json!({"index": 0, "delta": {"content": text}, "finish_reason": null, "content_filter_results": {}}))
}

fn finish(reason: &str) -> Value {
    choice(json!({"index": 0, "delta": {}, "finish_reason": reason}))
}

fn call(members: Value) -> Value {
    choice(json!({"index": 0, "delta": {"tool_calls": [members]}}))
}

fn text(text: &str) -> ChatEvent {
    ChatEvent::Text {
        choice: 0,
        text: text.to_owned(),
    }
}

fn finished(reason: ChatCompletionFinishReason) -> ChatEvent {
    ChatEvent::Finish { choice: 0, reason }
}

/// The calls told whole, as ID, name and arguments.
fn whole_calls(events: &[ChatEvent]) -> Vec<(&str, &str, &str)> {
    let calls = events.iter().filter_map(|event| match event {
        ChatEvent::ToolCall { call, .. } => Some(call),
        _ => None,
    });
    calls
        .map(|call| (&*call.id, &*call.function.name, &*call.function.arguments))
        .collect()
}

#[tokio::test]
async fn every_kind_of_chunk_has_its_event_and_is_collected() {
    let safe = json!({"hate": {"filtered": false, "severity": "safe"}});
    let late = |severity: &str| {
        json!({"id": "", "object": "", "created": 0, "model": "", "choices": [{
            "index": 0, "finish_reason": null,
            "content_filter_results": {"violence": {"filtered": false, "severity": severity}},
            "content_filter_offsets": {"check_offset": 3, "start_offset": 3, "end_offset": 9}
        }]})
    };
    let usage = json!({"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3});
    let logprobs = json!({"content": [{"token": "Hi", "logprob": -0.5}]});
    let (events, error, stream) = read(
        &[
            json!({"id": "", "object": "", "created": 0, "model": "", "choices": [],
                "prompt_filter_results": [{"prompt_index": 0, "content_filter_results": safe}]}),
            choice(json!({"index": 0, "delta": {"role": "assistant", "content": "", "refusal": null}})),
            choice(
                json!({"index": 0, "delta": {"content": "H"}, "content_filter_results": safe, "logprobs": logprobs}),
            ),
            late("safe"),
            delta("i"),
            choice(json!({"index": 0, "delta": {"thought": "mm"}})),
            choice(json!({"index": 0, "delta": {"thought": "m!"}})),
            finish("stop"),
            late("low"),
            json!({"choices": [], "usage": usage, "tier": "gold"}),
        ],
        DONE,
    )
    .await;
    assert!(error.is_none(), "{error:?}");
    let filter = |index: usize| match &events[index] {
        ChatEvent::Filter(filter) => filter,
        other => panic!("{other:?}"),
    };
    assert!(matches!(&events[0], ChatEvent::PromptFilter(found) if found.content_filter_results.is_some()));
    assert_eq!(events[1], text("H"));
    assert!(matches!(&events[2], ChatEvent::Logprobs { logprobs, .. } if logprobs.content[0].token == "Hi"));
    let FilterAnnotation { results, offsets, .. } = filter(3);
    assert!(results.hate.is_some() && offsets.is_none());
    assert_eq!(filter(4).offsets.as_ref().unwrap().end_offset, Some(9));
    assert_eq!(events[5], text("i"));
    assert!(matches!(&events[6], ChatEvent::Other { fields, .. } if fields["thought"] == "mm"));
    assert_eq!(events[8], finished(ChatCompletionFinishReason::Stop));
    assert_eq!(
        filter(9).results.violence.as_ref().unwrap().severity.as_ref().unwrap(),
        "low"
    );
    assert!(matches!(&events[10], ChatEvent::Usage(usage) if usage.total_tokens == 3));
    assert_eq!(events.len(), 11);

    let whole = stream.partial();
    assert_eq!(
        serde_json::to_value(&whole).unwrap(),
        json!({
            "id": "c-1", "object": "chat.completion", "created": 7, "model": "gpt-4o", "usage": usage, "tier": "gold",
            "prompt_filter_results": [{"prompt_index": 0, "content_filter_results": safe}],
            "choices": [{
                "index": 0, "finish_reason": "stop", "logprobs": logprobs,
                "message": {"role": "assistant", "content": "Hi", "refusal": null, "thought": "mmm!"},
                "content_filter_results": {
                    "hate": {"filtered": false, "severity": "safe"}, "violence": {"filtered": false, "severity": "low"}
                }
            }]
        })
    );
}

#[tokio::test]
async fn blocked_response_ends_with_its_finish_reason() {
    let last = json!({"choices": [{"index": 0, "finish_reason": "content_filter",
        "content_filter_results": {"hate": {"filtered": true, "severity": "high"}}}]});
    let (events, error, stream) = read(&[delta("Hi"), last], DONE).await;
    assert!(error.is_none());
    assert!(matches!(&events[1], ChatEvent::Filter(filter) if filter.results.blocked().eq(["hate"])));
    assert_eq!(events[2], finished(ChatCompletionFinishReason::ContentFilter));
    assert!(stream.partial().is_blocked());
}

#[tokio::test]
async fn filter_results_of_another_shape_are_kept() {
    let judged =
        |results: Value| choice(json!({"index": 0, "delta": {"content": "a"}, "content_filter_results": results}));
    let high = json!({"hate": {"filtered": false, "severity": "high"}});
    let low = json!({"hate": {"filtered": false, "severity": "low"}, "newer": {"filtered": false}});
    let (events, error, stream) = read(
        &[
            judged(high.clone()),
            judged(low.clone()),
            judged(low),
            judged(json!(["?"])),
            judged(Value::Null),
            finish("stop"),
        ],
        DONE,
    )
    .await;
    assert!(error.is_none(), "{error:?}");
    let filters = events.iter().filter(|event| matches!(event, ChatEvent::Filter(_)));
    assert_eq!(filters.count(), 3);
    let choice = &stream.partial().choices[0];
    let worst = serde_json::to_value(&choice.content_filter_results).unwrap();
    assert_eq!(worst, json!({"hate": high["hate"], "newer": {"filtered": false}}));
    assert_eq!(choice.extra["content_filter_results"], json!(["?"]));
}

#[tokio::test]
async fn tool_calls_come_in_parts_and_whole() {
    let (events, error, stream) = read(
        &[
            choice(json!({"index": 0, "delta": {"role": "assistant", "content": ""}})),
            call(json!({"index": 0, "id": "a", "type": "function", "function": {"name": "f", "arguments": ""}})),
            call(json!({"index": 1, "id": "b", "type": "function", "function": {"name": "g", "arguments": "{"}})),
            // Mixed, without IDs, and one with the name repeated.
            call(json!({"index": 0, "function": {"arguments": "{\"x\""}})),
            call(json!({"index": 1, "id": "", "function": {"name": "g", "arguments": "}"}})),
            call(json!({"index": 0, "function": {"arguments": ":1}"}})),
            finish("tool_calls"),
        ],
        DONE,
    )
    .await;
    assert!(error.is_none());
    assert_eq!(whole_calls(&events), [("a", "f", "{\"x\":1}"), ("b", "g", "{}")]);
    let parts = events
        .iter()
        .filter(|event| matches!(event, ChatEvent::ToolCallPart { .. }));
    assert_eq!(parts.count(), 5);
    assert_eq!(events.last(), Some(&finished(ChatCompletionFinishReason::ToolCalls)));
    let whole = stream.partial();
    assert_eq!((whole.tool_calls().len(), whole.content()), (2, None));
}

#[tokio::test]
async fn tool_calls_without_index_are_told_apart_by_their_ids() {
    let part = |id: &str, arguments: &str| call(json!({"id": id, "function": {"name": "f", "arguments": arguments}}));
    let (events, error, _) = read(
        &[part("a", "{}"), part("b", "{\"x\""), part("b", ":2}"), finish("stop")],
        DONE,
    )
    .await;
    assert!(error.is_none());
    assert_eq!(whole_calls(&events), [("a", "f", "{}"), ("b", "f", "{\"x\":2}")]);
}

#[tokio::test]
async fn cut_tool_call_is_not_an_event() {
    let events = [
        call(json!({"index": 0, "id": "a", "function": {"name": "f", "arguments": "{}"}})),
        call(json!({"index": 1, "id": "b", "function": {"name": "g", "arguments": "{\"x"}})),
    ];
    for (last, end) in [(Some(finish("length")), DONE), (None, "")] {
        let all: Vec<_> = events.iter().cloned().chain(last.clone()).collect();
        let (told, error, stream) = read(&all, end).await;
        let expected: &[_] = if last.is_some() { &[("a", "f", "{}")] } else { &[] };
        assert_eq!(whole_calls(&told), expected);
        assert_eq!(error.is_some(), last.is_none());
        assert_eq!(stream.partial().tool_calls()[1].function.arguments, "{\"x");
    }
    // `[DONE]` without a reason: nothing says that they are not whole.
    let (told, error, _) = read(&events[..1], DONE).await;
    assert_eq!((whole_calls(&told).len(), error.is_none()), (1, true));
}

#[tokio::test]
async fn interleaved_choices_are_kept_apart() {
    let piece = |index: i64, text: &str, reason: Option<&str>| {
        choice(json!({"index": index, "delta": {"content": text}, "finish_reason": reason}))
    };
    let (events, error, stream) = read(
        &[
            piece(1, "o", None),
            piece(0, "i", None),
            piece(1, "n", Some("stop")),
            piece(0, "n", Some("length")),
        ],
        "",
    )
    .await;
    assert!(error.is_none(), "every choice has finished: {error:?}");
    assert_eq!(events.len(), 6);
    let whole = stream.partial();
    let texts: Vec<_> = whole
        .choices
        .iter()
        .map(|choice| choice.message.content.as_deref())
        .collect();
    assert_eq!(texts, [Some("in"), Some("on")]);
    assert_eq!(whole.finish_reason(), Some(&ChatCompletionFinishReason::Length));
}

#[tokio::test]
async fn truncated_stream_is_an_error_and_keeps_what_came() {
    for end in ["", "data: {\"choices\":[{\"ind"] {
        let (events, error, stream) = read(&[delta("Hal"), delta("f")], end).await;
        assert_eq!(events, [text("Hal"), text("f")]);
        let error = error.unwrap();
        assert!(error.is_truncated() && error.request_id() == Some("r-1"), "{error:?}");
        assert_eq!(
            (stream.partial().text(), stream.partial().finish_reason()),
            ("Half", None)
        );
    }
}

#[tokio::test]
async fn error_event_is_a_typed_error() {
    let failed = json!({"error": {"code": "429", "message": "Slow down."}});
    let (events, error, stream) = read(&[delta("Hi"), failed, delta("never")], DONE).await;
    let error = error.unwrap();
    assert_eq!(
        (events.len(), error.kind(), error.code()),
        (1, ErrorKind::Stream, Some("429"))
    );
    assert!(error.is_rate_limited());
    assert_eq!(stream.partial().text(), "Hi");
}

#[tokio::test]
async fn response_can_be_collected_at_once_or_after_some_events() {
    let (_server, chat) = streaming(&[delta("H"), delta("i"), finish("stop")], DONE).await;
    let mut stream = chat.chat([user("Hi")]).stream().await.unwrap();
    assert_eq!(stream.next().await.unwrap().unwrap(), text("H"));
    assert_eq!(stream.collect_response().await.unwrap().text(), "Hi");
    assert_eq!(stream.head().request_id(), Some("r-1"));

    let (_server, chat) = streaming(&[delta("H")], "").await;
    let mut stream = chat.chat([user("Hi")]).stream().await.unwrap();
    assert!(stream.collect_response().await.unwrap_err().is_truncated());
    assert_eq!(stream.partial().text(), "H");
}

#[tokio::test]
async fn response_stream_is_a_stream_and_returns_its_chunks() {
    let events = [delta("H"), choice(json!({"index": 0, "new": 1})), finish("stop")];
    let (_server, chat) = streaming(&events, DONE).await;
    let stream = chat.chat([user("Hi")]).stream().await.unwrap().into_value();
    let texts: Vec<_> = stream
        .filter_map(async |event| event.unwrap().text().map(str::to_owned))
        .collect()
        .await;
    assert_eq!(texts, ["H"]);

    let stream = chat.chat([user("Hi")]).stream().await.unwrap().into_value();
    let mut chunks = stream.into_chunks();
    let mut collector = ChatCollector::default();
    let mut count = 0;
    while let Some(chunk) = chunks.next().await {
        collector.push(chunk.unwrap());
        count += 1;
    }
    assert_eq!((count, collector.response().text()), (3, "H"));
    assert_eq!(collector.response().choices[0].extra["new"], 1);
}

#[tokio::test]
async fn stalled_stream_times_out() {
    let head = open_head("text/event-stream");
    let event = format!("data: {}\n\n", delta("H")).into_bytes();
    let server = Server::start_with(move |_, _| (vec![head.clone(), event.clone()], true)).await;
    let call = client_of(&server).deployment("d").chat([user("Hi")]);
    let mut stream = call
        .with_idle_timeout(Duration::from_millis(50))
        .stream()
        .await
        .unwrap();
    let error = stream.collect_response().await.unwrap_err();
    assert_eq!((error.kind(), stream.partial().text()), (ErrorKind::Timeout, "H"));
}

#[tokio::test]
async fn text_completions_can_be_streamed() {
    let chunk = |text: &str, reason: Option<&str>| {
        json!({"id": "c", "object": "text_completion", "created": 1, "model": "m", "choices": [{
            "index": 0, "text": text, "finish_reason": reason,
            "logprobs": {"tokens": [text], "token_logprobs": [-1.0], "text_offset": [0]}
        }]})
    };
    let late = json!({"choices": [{"index": 0, "text": "", "content_filter_results": {"hate": {"filtered": false}},
        "content_filter_offsets": {"end_offset": 2}}]});
    let (_server, instruct) = streaming(&[chunk("H", None), chunk("i", Some("length")), late], "").await;
    let mut stream = instruct.complete("x").stream().await.unwrap();
    let mut told = Vec::new();
    while let Some(event) = stream.next().await {
        told.push(event.unwrap());
    }
    let texts: Vec<_> = told.iter().filter_map(CompletionEvent::text).collect();
    assert_eq!(texts, ["H", "i"]);
    assert!(matches!(told.last(), Some(CompletionEvent::Filter(filter)) if filter.offsets.is_some()));
    let whole = stream.partial();
    assert_eq!(whole.text(), "Hi");
    assert_eq!(whole.choices[0].logprobs.as_ref().unwrap().tokens, ["H", "i"]);
    assert_eq!(whole.choices[0].finish_reason.as_ref().unwrap(), "length");
}

fn tool_calls(stream: &ChatStream) -> Vec<(String, String, String)> {
    let response = stream.partial();
    let calls = response.tool_calls().iter();
    calls
        .map(|call| {
            (
                call.id.clone(),
                call.function.name.clone(),
                call.function.arguments.clone(),
            )
        })
        .collect()
}

fn owned(calls: &[(&str, &str, &str)]) -> Vec<(String, String, String)> {
    let owned = |(id, name, arguments): &(&str, &str, &str)| (id.to_string(), name.to_string(), arguments.to_string());
    calls.iter().map(owned).collect()
}

#[tokio::test]
async fn empty_finish_reasons_do_not_finish_a_choice() {
    for empty in ["", "null"] {
        let part =
            |members: Value| choice(json!({"index": 0, "delta": {"tool_calls": [members]}, "finish_reason": empty}));
        let chunks = [
            part(
                json!({"index": 0, "id": "call_9", "type": "function", "function": {"name": "find", "arguments": "{\"q\":"}}),
            ),
            part(json!({"index": 0, "function": {"arguments": "\"Voss\"}"}})),
        ];
        let whole = [chunks[0].clone(), chunks[1].clone(), finish("tool_calls")];
        let (events, error, stream) = read(&whole, DONE).await;
        assert!(error.is_none(), "{error:?}");
        let finishes = events.iter().filter(|event| matches!(event, ChatEvent::Finish { .. }));
        assert_eq!(finishes.count(), 1);
        assert_eq!(whole_calls(&events), [("call_9", "find", "{\"q\":\"Voss\"}")]);
        assert_eq!(tool_calls(&stream), owned(&[("call_9", "find", "{\"q\":\"Voss\"}")]));

        let (_, error, _) = read(&chunks, "").await;
        assert_eq!(error.unwrap().kind(), ErrorKind::Truncated);
    }
}

#[tokio::test]
async fn parts_of_a_tool_call_under_a_drifting_index_stay_together() {
    let parts = [
        call(json!({"index": 0, "id": "call_1", "type": "function", "function": {"name": "sun", "arguments": ""}})),
        call(json!({"index": 0, "function": {"arguments": "{\"at\":\"no"}})),
        call(json!({"index": 2, "function": {"arguments": "on\"}"}})),
        finish("tool_calls"),
    ];
    let (events, error, _) = read(&parts, DONE).await;
    assert!(error.is_none());
    assert_eq!(whole_calls(&events), [("call_1", "sun", "{\"at\":\"noon\"}")]);
}

#[tokio::test]
async fn tool_calls_without_ids_are_told_apart_by_their_names() {
    let part = |name: &str, arguments: &str| {
        call(json!({"index": 0, "type": "function", "function": {"name": name, "arguments": arguments}}))
    };
    let parts = [
        part("open", "{\"file\":\"x\"}"),
        part("close", "{\"file\":\"y\"}"),
        finish("tool_calls"),
    ];
    let (events, error, _) = read(&parts, DONE).await;
    assert!(error.is_none());
    assert_eq!(
        whole_calls(&events),
        [("", "open", "{\"file\":\"x\"}"), ("", "close", "{\"file\":\"y\"}")]
    );
}

#[tokio::test]
async fn content_in_parts_is_text_and_arguments_as_an_object_are_json() {
    let parts = |parts: Value| choice(json!({"index": 0, "delta": {"content": parts}, "finish_reason": null}));
    let chunks = [
        parts(json!([{"type": "thinking", "thinking": [{"type": "text", "text": "six"}]}])),
        parts(json!([{"type": "text", "text": "Sev"}])),
        parts(json!("en.")),
        call(json!({"index": 0, "id": "c", "type": "function", "function": {"name": "f", "arguments": {"a": [1]}}})),
        finish("tool_calls"),
    ];
    let (events, error, stream) = read(&chunks, DONE).await;
    assert!(error.is_none(), "{error:?}");
    let texts: Vec<_> = events.iter().filter_map(ChatEvent::text).collect();
    assert_eq!(texts, ["Sev", "en."]);
    assert_eq!(stream.partial().text(), "Seven.");
    assert_eq!(whole_calls(&events), [("c", "f", "{\"a\":[1]}")]);
}

#[tokio::test]
async fn events_are_serialized_with_their_kind() {
    let chunks = [delta("Hi"), finish("stop")];
    let (events, ..) = read(&chunks, DONE).await;
    assert_eq!(
        serde_json::to_value(&events).unwrap(),
        json!([{"type": "text", "choice": 0, "text": "Hi"}, {"type": "finish", "choice": 0, "reason": "stop"}])
    );
}
