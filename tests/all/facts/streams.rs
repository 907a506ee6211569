//! Server-sent events of the service and of gateways.

use azure_openai_core::{Error, ErrorKind, FilePart};
use azure_openai_inference::{ChatCompletionChunk, ChatCompletionFinishReason, CreateCompletionRequest};
use bytes::Bytes;
use serde_json::{Value, json};
use tests::server::Reply;

use super::{hi, replying};
use crate::samples::inference as samples;

/// Reads a stream to its end or to an error.
async fn read(response: Reply) -> (Vec<ChatCompletionChunk>, Option<Error>) {
    let (_server, client) = replying(response).await;
    let call = client.inference().chat_completions().create_stream("gpt-4o", &hi());
    let mut stream = call.await.unwrap().into_value();
    let mut chunks = Vec::new();
    while let Some(event) = stream.next().await {
        match event {
            Ok(chunk) => chunks.push(chunk),
            Err(error) => {
                assert!(stream.next().await.is_none());
                return (chunks, Some(error));
            }
        }
    }
    (chunks, None)
}

fn delta(text: &str, finish: Option<&str>) -> Value {
    json!({
        "id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m",
        "choices": [{
            "index": 0, "delta": {"content": text}, "finish_reason": finish, "content_filter_results": {}
        }]
    })
}

fn text(chunks: &[ChatCompletionChunk]) -> String {
    let deltas = chunks
        .iter()
        .flat_map(|chunk| &chunk.choices)
        .filter_map(|choice| choice.delta.as_ref());
    deltas.filter_map(|delta| delta.content.as_deref()).collect()
}

#[tokio::test]
async fn first_chunk_has_prompt_filter_results() {
    let first = json!({
        "id": "", "model": "", "object": "", "created": 0, "choices": [],
        "prompt_filter_results": [{"prompt_index": 0, "content_filter_results": {"hate": {"filtered": false}}}]
    });
    let (chunks, error) = read(Reply::events([&first, &delta("Hi", Some("stop"))])).await;
    assert!(error.is_none() && chunks.len() == 2);
    assert!(chunks[0].choices.is_empty());
    let results = chunks[0].prompt_filter_results[0]
        .content_filter_results
        .as_ref()
        .unwrap();
    assert!(!results.hate.as_ref().unwrap().filtered);
    assert_eq!(chunks[1].choices[0].content_filter_results, Some(Default::default()));
}

#[tokio::test]
async fn asynchronous_filter_chunks_have_no_delta() {
    let late = json!({"id": "", "object": "", "created": 0, "model": "", "choices": [{
        "index": 0, "finish_reason": null,
        "content_filter_results": {"violence": {"filtered": false, "severity": "safe"}},
        "content_filter_offsets": {"check_offset": 44, "start_offset": 44, "end_offset": 198}
    }]});
    let events = [delta("Hi", None), late.clone(), delta("", Some("stop")), late];
    let (chunks, error) = read(Reply::events(&events)).await;
    assert!(error.is_none());
    for index in [1, 3] {
        let choice = &chunks[index].choices[0];
        assert!(choice.delta.is_none());
        assert_eq!(choice.content_filter_offsets.as_ref().unwrap().end_offset, Some(198));
    }
}

#[tokio::test]
async fn blocked_completion_ends_with_content_filter_chunk() {
    let last = json!({"choices": [{"index": 0, "finish_reason": "content_filter", "content_filter_results": {
        "hate": {"filtered": true, "severity": "high"}
    }}]});
    let (chunks, error) = read(Reply::events([&delta("Hi", None), &last])).await;
    assert!(error.is_none());
    let choice = &chunks[1].choices[0];
    assert_eq!(choice.finish_reason, Some(ChatCompletionFinishReason::ContentFilter));
    assert!(choice.delta.is_none() && choice.content_filter_results.as_ref().unwrap().blocked().count() == 1);
}

#[tokio::test]
async fn usage_is_in_last_chunk() {
    let mut first = delta("Hi", Some("stop"));
    first["usage"] = Value::Null;
    let usage = json!({"choices": [], "usage": {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3}});
    let (chunks, error) = read(Reply::events([&first, &usage])).await;
    assert!(error.is_none() && chunks[0].usage.is_none());
    assert_eq!(chunks[1].usage.as_ref().unwrap().total_tokens, 3);
}

#[tokio::test]
async fn error_event_in_mid_stream_is_returned() {
    let error = json!({"error": {"code": "server_error", "message": "The server had an error"}});
    let (chunks, error) = read(Reply::events([&delta("Hi", None), &error, &delta("never", None)])).await;
    let error = error.unwrap();
    assert_eq!(text(&chunks), "Hi");
    assert_eq!((error.kind(), error.code()), (ErrorKind::Stream, Some("server_error")));
    assert_eq!(error.message(), Some("The server had an error"));
}

#[tokio::test]
async fn stream_without_done_ends_cleanly_only_after_finish_reason() {
    let body = |last: &Value| {
        Reply::new(
            "text/event-stream",
            format!("data: {}\n\ndata: {last}\n\n", delta("H", None)),
        )
    };
    let (chunks, error) = read(body(&delta("i", Some("stop")))).await;
    assert!(error.is_none());
    assert_eq!(text(&chunks), "Hi");
    let (chunks, error) = read(body(&delta("i", None))).await;
    assert_eq!(text(&chunks), "Hi");
    assert_eq!(error.unwrap().kind(), ErrorKind::Truncated);
    // Every choice must have ended, not only one of them.
    let mut both = delta("i", Some("stop"));
    let mut other = both["choices"][0].clone();
    other["index"] = 1.into();
    other["finish_reason"] = Value::Null;
    both["choices"].as_array_mut().unwrap().push(other);
    assert_eq!(read(body(&both)).await.1.unwrap().kind(), ErrorKind::Truncated);
    assert_eq!(
        read(Reply::new("text/event-stream", "")).await.1.unwrap().kind(),
        ErrorKind::Truncated
    );
}

#[tokio::test]
async fn streams_of_media_end_with_their_last_event() {
    let [partial, completed] = [0, 1].map(|at| samples::image_events()[at].clone());
    for (images, events, error) in [
        (1, vec![&partial, &completed], None),
        (2, vec![&completed, &partial, &completed], None),
        (1, vec![&partial], Some(ErrorKind::Truncated)),
        (2, vec![&partial, &completed], Some(ErrorKind::Truncated)),
    ] {
        let text: String = events
            .iter()
            .map(|event| format!("event: x\ndata: {event}\n\n"))
            .collect();
        let (_server, client) = replying(Reply::new("text/event-stream", text)).await;
        let request = client.deployment("gpt-image-1").image("a fox").with_n(images);
        let mut stream = request.stream().await.unwrap().into_value();
        let mut count = 0;
        let end = loop {
            match stream.next().await {
                Some(Ok(_)) => count += 1,
                Some(Err(failed)) => break Some(failed.kind()),
                None => break None,
            }
        };
        assert_eq!((count, end), (events.len(), error));
    }
    let whole = Reply::json(&json!({"text": "Hello"}));
    for (reply, error) in [
        (
            Reply::new(
                "text/event-stream",
                format!("data: {}\n\n", samples::transcription_events()[3]),
            ),
            None,
        ),
        (whole, None),
        (
            Reply::new(
                "text/event-stream",
                format!("data: {}\n\n", samples::transcription_events()[0]),
            ),
            Some(ErrorKind::Truncated),
        ),
    ] {
        let (_server, client) = replying(reply).await;
        let request = client
            .deployment("whisper")
            .transcribe(FilePart::from_bytes("a.wav", "x"));
        let mut stream = request.stream().await.unwrap().into_value();
        assert!(stream.next().await.unwrap().is_ok());
        assert_eq!(stream.next().await.map(|end| end.unwrap_err().kind()), error);
    }
}

#[tokio::test]
async fn text_completion_streams_end_the_same_way() {
    let chunk = |text: &str, finish: Option<&str>| {
        json!({
            "id": "1", "object": "text_completion", "created": 1, "model": "m",
            "choices": [{"index": 0, "text": text, "finish_reason": finish, "logprobs": null}]
        })
    };
    let body = format!("data: {}\n\ndata: {}\n\n", chunk("H", None), chunk("i", Some("length")));
    for (body, cut) in [(body.clone(), false), (body.replace("\"length\"", "null"), true)] {
        let (server, client) = replying(Reply::new("text/event-stream", body)).await;
        let call = client
            .inference()
            .completions()
            .create_stream("instruct", &CreateCompletionRequest::new("p"));
        let mut stream = call.await.unwrap().into_value();
        assert_eq!(server.only().json(), json!({"prompt": "p", "stream": true}));
        let (mut text, mut error) = (String::new(), None);
        while let Some(event) = stream.next().await {
            match event {
                Ok(chunk) => text += chunk.choices[0].text.as_deref().unwrap(),
                Err(found) => error = Some(found.kind()),
            }
        }
        assert_eq!((&*text, error), ("Hi", cut.then_some(ErrorKind::Truncated)));
    }
}

/// The same events with every line ending, split at every size, with and without a content type.
#[tokio::test]
async fn every_legal_event_encoding_decodes_the_same() {
    let event = delta("grüße 👋", Some("stop")).to_string();
    let (start, end) = event.split_at(event.find(",\"created").unwrap() + 1);
    let forms = [
        format!("data: {event}\n\ndata: [DONE]\n\n"),
        format!("data:{event}\n\ndata:[DONE]\n\n"),
        format!("data: {event}\r\n\r\ndata: [DONE]\r\n\r\n"),
        format!("data: {event}\r\rdata: [DONE]\r\r"),
        format!(": ping\n\nevent: message\nid: 1\ndata: {event}\n\n: ping\n\ndata: [DONE]\n\n"),
        format!("data: {start}\ndata: {end}\n\ndata: [DONE]\n\n"),
        format!("data: {event}\n\ndata: [DONE]"),
        format!("data: {event}\n\n[DONE]\n"),
        format!("data: {event}"),
        format!("\u{feff}data: {event}\n\ndata: [DONE]\n\n"),
    ];
    for form in forms {
        for content_type in ["text/event-stream", "text/event-stream; charset=utf-8", ""] {
            for size in [1, 7, form.len()] {
                let chunks = form.as_bytes().chunks(size).map(Bytes::copy_from_slice);
                let (chunks, error) = read(Reply::in_chunks(content_type, chunks)).await;
                assert!(error.is_none(), "{form:?} in chunks of {size}: {error:?}");
                assert_eq!(text(&chunks), "grüße 👋", "{form:?} in chunks of {size}");
            }
        }
    }
}
