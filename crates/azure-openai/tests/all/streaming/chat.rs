//! What each chunk becomes.

use azure_openai::chat::{ChatCollector, ChatEvent, Collector};
use azure_openai::completions::CompletionEvent;
use azure_openai::inference::{ChatCompletionFinishReason, ChatCompletionMessage, FilterAnnotation};
use azure_openai::{Value, user};
use futures_util::StreamExt;
use serde_json::json;

use super::{call, choice, delta, finish, finished, read, text, whole_calls};
use crate::support::{DONE, streaming};

#[tokio::test]
async fn every_chunk_field_has_an_event_and_is_collected() {
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
                "message": {"role": "assistant", "content": "Hi", "thought": "mmm!"},
                "content_filter_results": {
                    "hate": {"filtered": false, "severity": "safe"}, "violence": {"filtered": false, "severity": "low"}
                }
            }]
        })
    );
}

/// What reasoning models, audio, refusals and data sources stream.
#[tokio::test]
async fn newer_parts_of_a_message_have_events_and_are_collected() {
    let part = |delta: serde_json::Value| choice(json!({"index": 0, "delta": delta}));
    let cited = json!({"citations": [{"content": "Open.", "title": "Hours"}], "intent": "[]"});
    let mut last = finish("stop");
    last["service_tier"] = "flex".into();
    let (events, error, stream) = read(
        &[
            part(json!({"role": "assistant", "content": "", "refusal": null, "context": cited})),
            part(json!({"reasoning_content": "Let me "})),
            part(json!({"reasoning_content": "see."})),
            part(json!({"refusal": "I can"})),
            part(json!({"refusal": "not."})),
            part(json!({"audio": {"id": "audio_1", "transcript": "He"}})),
            part(json!({"audio": {"data": "UklG", "transcript": "y"}})),
            part(json!({"audio": {"data": "Rg==", "expires_at": 1_741_000_000}})),
            part(json!({"function_call": {"name": "now", "arguments": ""}})),
            part(json!({"function_call": {"arguments": "{}"}})),
            last,
        ],
        DONE,
    )
    .await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(events.len(), 11, "{events:?}");
    assert!(matches!(&events[0], ChatEvent::Context { context, .. } if context.citations.len() == 1));
    assert!(matches!(&events[1], ChatEvent::Reasoning { choice: 0, text } if text == "Let me "));
    assert!(matches!(&events[4], ChatEvent::Refusal { choice: 0, text } if text == "not."));
    assert!(matches!(&events[6], ChatEvent::Audio { audio, .. } if audio.data.as_deref() == Some("UklG")));
    assert!(matches!(&events[8], ChatEvent::FunctionCallPart { call, .. } if call.name.as_deref() == Some("now")));

    let whole = stream.partial();
    assert_eq!(whole.refusal(), Some("I cannot."));
    assert_eq!(
        serde_json::to_value(&whole.choices[0].message).unwrap(),
        json!({
            "role": "assistant", "refusal": "I cannot.", "reasoning_content": "Let me see.", "content": "",
            "audio": {"id": "audio_1", "expires_at": 1_741_000_000, "data": "UklGRg==", "transcript": "Hey"},
            "function_call": {"name": "now", "arguments": "{}"}, "context": cited
        })
    );
    assert_eq!(serde_json::to_value(&whole).unwrap()["service_tier"], "flex");

    // Of these the next request takes the refusal, the function call, and the audio by its ID.
    let message = ChatCompletionMessage::from(whole.choices[0].message.clone());
    assert_eq!(
        serde_json::to_value(&message).unwrap(),
        json!({
            "role": "assistant", "content": "", "refusal": "I cannot.", "audio": {"id": "audio_1"},
            "function_call": {"name": "now", "arguments": "{}"}
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
    let filtered =
        |results: Value| choice(json!({"index": 0, "delta": {"content": "a"}, "content_filter_results": results}));
    let high = json!({"hate": {"filtered": false, "severity": "high"}});
    let low = json!({"hate": {"filtered": false, "severity": "low"}, "newer": {"filtered": false}});
    let (events, error, stream) = read(
        &[
            filtered(high.clone()),
            filtered(low.clone()),
            filtered(low),
            filtered(json!(["?"])),
            filtered(Value::Null),
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
async fn interleaved_choices_are_kept_apart() {
    let chunk = |index: i64, text: &str, reason: Option<&str>| {
        choice(json!({"index": index, "delta": {"content": text}, "finish_reason": reason}))
    };
    let (events, error, stream) = read(
        &[
            chunk(1, "o", None),
            chunk(0, "i", None),
            chunk(1, "n", Some("stop")),
            chunk(0, "n", Some("length")),
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
    let mut seen = Vec::new();
    while let Some(event) = stream.next().await {
        seen.push(event.unwrap());
    }
    let texts: Vec<_> = seen.iter().filter_map(CompletionEvent::text).collect();
    assert_eq!(texts, ["H", "i"]);
    assert!(matches!(seen.last(), Some(CompletionEvent::Filter(filter)) if filter.offsets.is_some()));
    let whole = stream.partial();
    assert_eq!(whole.text(), "Hi");
    assert_eq!(whole.choices[0].logprobs.as_ref().unwrap().tokens, ["H", "i"]);
    assert_eq!(whole.choices[0].finish_reason.as_ref().unwrap(), "length");
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
