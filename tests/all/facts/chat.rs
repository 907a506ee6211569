//! Chat completions: gaps of the inference specification.

use azure_openai_core::error::Severity;
use azure_openai_inference::{
    ChatCompletionContentPart, ChatCompletionFinishReason, ChatCompletionImagePart, ChatCompletionImageUrl,
    ChatCompletionMessage, ChatCompletionMessageContent, ChatCompletionTextPart, CreateChatCompletionRequest,
};
use serde_json::{Value, json};
use tests::server::Reply;

use super::{hi, replying, replying_json};

#[tokio::test]
async fn user_content_is_a_string_or_a_list_of_parts() {
    let (server, client) = replying_json(json!({"choices": []})).await;
    for detail in ["auto", "low", "high", "ultra"] {
        let parts: [ChatCompletionContentPart; 2] = [
            ChatCompletionTextPart::new("What is this?").into(),
            ChatCompletionImagePart::new(ChatCompletionImageUrl::new("data:image/png;base64,AA==").with_detail(detail))
                .into(),
        ];
        let request = CreateChatCompletionRequest::new([ChatCompletionMessage::new("user").with_content(parts)]);
        client
            .inference()
            .chat_completions()
            .create("gpt-4o", &request)
            .await
            .unwrap();
        let content = json!([
            {"type": "text", "text": "What is this?"},
            {"type": "image_url", "image_url": {"url": "data:image/png;base64,AA==", "detail": detail}}
        ]);
        let body = server.only().json();
        assert_eq!(body, json!({"messages": [{"role": "user", "content": content}]}));
        assert_eq!(
            serde_json::from_value::<CreateChatCompletionRequest>(body).unwrap(),
            request
        );
    }
    let message: ChatCompletionMessage =
        serde_json::from_value(json!({"role": "user", "content": [{"type": "input_video", "input_video": {}}]}))
            .unwrap();
    let Some(ChatCompletionMessageContent::Parts(parts)) = message.content else {
        panic!("{message:?}");
    };
    assert!(matches!(&parts[..], [ChatCompletionContentPart::Unknown(part)] if part["type"] == "input_video"));
}

#[tokio::test]
async fn responses_have_content_filter_results() {
    let results = json!({
        "hate": {"filtered": false, "severity": "safe"}, "self_harm": {"filtered": false, "severity": "low"},
        "sexual": {"filtered": false, "severity": "medium"}, "violence": {"filtered": true, "severity": "high"},
        "profanity": {"filtered": false, "detected": false}, "jailbreak": {"filtered": false, "detected": true},
        "protected_material_text": {"filtered": false, "detected": false},
        "protected_material_code": {
            "filtered": false, "detected": true, "citation": {"URL": "https://github.com/a/b", "license": "MIT"}
        },
        "custom_blocklists": {"filtered": true, "details": [{"filtered": true, "id": "mine"}]},
        "ungrounded_material": {"filtered": false, "detected": false}
    });
    let (_server, client) = replying_json(json!({
        "id": "1", "object": "chat.completion", "created": 1, "model": "m",
        "prompt_filter_results": [{"prompt_index": 0, "content_filter_results": results}],
        "prompt_annotations": [{"prompt_index": 1, "content_filter_results": {}}],
        "choices": [
            {"index": 0, "message": {"role": "assistant", "content": "Hi"}, "content_filter_results": results},
            {"index": 1, "message": {}, "content_filter_results": {}},
            {"index": 2, "message": {}, "content_filter_results": {
                "error": {"code": "content_filter_error", "message": "The contents are not filtered"}
            }}
        ]
    }))
    .await;
    let response = client
        .inference()
        .chat_completions()
        .create("gpt-4o", &hi())
        .await
        .unwrap();
    let prompt = response.prompt_filter_results[0]
        .content_filter_results
        .as_ref()
        .unwrap();
    assert_eq!(prompt.violence.as_ref().unwrap().severity, Some(Severity::High));
    assert_eq!(prompt.blocked().collect::<Vec<_>>(), ["violence"]);
    assert_eq!(response.prompt_annotations[0].prompt_index, 1);
    let choice = response.choices[0].content_filter_results.as_ref().unwrap();
    assert_eq!(choice.jailbreak.as_ref().unwrap().detected, Some(true));
    let citation = choice
        .protected_material_code
        .as_ref()
        .unwrap()
        .citation
        .as_ref()
        .unwrap();
    assert_eq!(
        (citation.url.as_deref(), citation.license.as_deref()),
        (Some("https://github.com/a/b"), Some("MIT"))
    );
    assert_eq!(choice.custom_blocklists.as_ref().unwrap()["details"][0]["id"], "mine");
    assert_eq!(choice.extra["ungrounded_material"]["detected"], false);
    assert_eq!(response.choices[1].content_filter_results, Some(Default::default()));
    let failed = response.choices[2].content_filter_results.as_ref().unwrap();
    assert_eq!(
        failed.error.as_ref().unwrap().code.as_deref(),
        Some("content_filter_error")
    );
}

#[tokio::test]
async fn streams_decode_chat_completion_chunks() {
    let chunk = |delta: Value, finish: Value| {
        json!({
            "id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m",
            "choices": [{"index": 0, "delta": delta, "finish_reason": finish}]
        })
    };
    let call = |function: Value| json!({"tool_calls": [{"index": 1, "function": function}]});
    let chunks = [
        chunk(json!({"role": "assistant", "content": null}), Value::Null),
        chunk(
            json!({"tool_calls": [
                {"index": 1, "id": "call_1", "type": "function", "function": {"name": "f", "arguments": ""}}
            ]}),
            Value::Null,
        ),
        chunk(call(json!({"arguments": "{\"a\""})), Value::Null),
        chunk(call(json!({"arguments": ":1}"})), Value::Null),
        chunk(json!({}), json!("tool_calls")),
    ];
    let (_server, client) = replying(Reply::events(&chunks)).await;
    let call = client.inference().chat_completions().create_stream("gpt-4o", &hi());
    let mut stream = call.await.unwrap().into_value();
    let (mut arguments, mut finish) = (String::new(), None);
    while let Some(chunk) = stream.next().await {
        let choice = chunk.unwrap().choices.remove(0);
        assert!(finish.is_none());
        finish = choice.finish_reason;
        for call in choice.delta.unwrap().tool_calls {
            assert_eq!(call.index, 1);
            arguments += &call.function.unwrap().arguments.unwrap();
        }
    }
    assert_eq!(arguments, r#"{"a":1}"#);
    assert_eq!(finish, Some(ChatCompletionFinishReason::ToolCalls));
}

#[tokio::test]
async fn unknown_parameters_are_sent_and_unknown_fields_kept() {
    let logprobs = json!({
        "content": [{"token": "Hi", "logprob": -0.5, "bytes": null, "top_logprobs": []}],
        "refusal": null
    });
    let (server, client) = replying_json(json!({
        "choices": [{
            "index": 0, "logprobs": logprobs,
            "message": {"role": "assistant", "content": "Hi", "sources": {"pages": []}, "mood": "calm"}
        }],
        "region": "north"
    }))
    .await;
    let request = hi()
        .with_logprobs(true)
        .with_top_logprobs(2)
        .with_logit_bias([("1", -1)])
        .with_data_sources([json!({"type": "azure_search"})])
        .with_parallel_tool_calls(true)
        .with_extra("thinking_budget", 10);
    let response = client
        .inference()
        .chat_completions()
        .create("gpt-4o", &request)
        .await
        .unwrap();
    assert_eq!(
        server.only().json(),
        json!({
            "messages": [{"role": "user", "content": "Hi"}], "logprobs": true, "top_logprobs": 2,
            "logit_bias": {"1": -1}, "data_sources": [{"type": "azure_search"}], "parallel_tool_calls": true,
            "thinking_budget": 10
        })
    );
    let choice = &response.choices[0];
    assert_eq!(choice.logprobs.as_ref().unwrap().content[0].logprob, -0.5);
    assert_eq!(choice.message.extra["sources"], json!({"pages": []}));
    assert_eq!(choice.message.extra["mood"], "calm");
    assert_eq!(response.extra["region"], "north");
}

/// The service checks limits, and a field of the wrong type costs only that field.
#[tokio::test]
async fn out_of_range_values_are_sent_and_wrong_shapes_are_kept() {
    let (server, client) = replying_json(json!({"choices": [
        {"index": 0, "message": {"role": "assistant", "content": "Hi", "tool_calls": {}}}
    ]}))
    .await;
    let request = hi().with_temperature(42.5).with_n(-1);
    let chats = client.inference().chat_completions();
    let response = chats.create("gpt-4o", &request).await.unwrap();
    let body = server.only().json();
    assert_eq!((&body["temperature"], &body["n"]), (&json!(42.5), &json!(-1)));
    let message = &response.choices[0].message;
    assert_eq!(message.content.as_deref(), Some("Hi"));
    assert!(message.tool_calls.is_empty());
    assert_eq!(message.extra["tool_calls"], json!({}));
}
