//! Chat, text completions and embeddings.

use azure_openai::inference::{
    ChatCompletionFinishReason, ChatCompletionMessage, CreateChatCompletionRequest, CreateCompletionRequest,
    CreateEmbeddingRequest, EmbeddingEncodingFormat, EmbeddingInput,
};
use azure_openai::{Value, system, user};
use azure_openai_emulator::Emulator;
use serde_json::json;

use super::group::{Group, Named};
use crate::operations::exchange::Api;

pub(super) const OPERATIONS: &[Named] = &[
    (Api::Inference, "ChatCompletions_Create"),
    (Api::Inference, "Completions_Create"),
    (Api::Inference, "Embeddings_Create"),
];

fn ask(text: &str) -> CreateChatCompletionRequest {
    CreateChatCompletionRequest::new([system("Be brief."), user(text)])
}

#[tokio::test]
async fn chat_completions_and_embeddings() {
    let group = Group::of(Emulator::builder().rate_limit("gpt-4o", 60, 1_000_000)).await;
    // Per minute.
    group.stop_clock();
    chats(&group).await;
    refused_chats(&group).await;
    completions(&group).await;
    embeddings(&group).await;
    group.finish(OPERATIONS);
}

async fn chats(group: &Group) {
    let chats = group.client.inference().chat_completions();
    let request = ask("Write the tale of the tin soldier.");
    let response = group.inference().good(chats.create("gpt-4o", &request), 200).await;
    assert!(response.text().contains("tin soldier"), "{}", response.text());
    assert_eq!(response.finish_reason(), Some(&ChatCompletionFinishReason::Stop));
    assert!(response.model.starts_with("gpt-4o"));
    let usage = response.usage.as_ref().unwrap();
    assert_eq!(
        usage.total_tokens,
        usage.prompt_tokens + usage.completion_tokens.unwrap()
    );
    assert_eq!(response.prompt_filter_results.len(), 1);
    assert!(response.filter_results().is_some() && !response.is_blocked());
    assert!(response.head().rate_limits().remaining_requests.unwrap() < 60);

    // The same, streamed.
    let mut stream = group
        .client
        .deployment("gpt-4o")
        .chat_request(request.clone())
        .stream()
        .await
        .unwrap();
    let streamed = stream.collect_response().await.unwrap();
    assert_eq!(streamed.text(), response.text());
    assert_eq!(streamed.finish_reason(), response.finish_reason());

    let request = ask("one two three four five six seven eight nine")
        .with_max_tokens(3)
        .with_n(2);
    let response = group.inference().good(chats.create("gpt-4o", &request), 200).await;
    let mut indexes: Vec<_> = response.choices.iter().map(|choice| choice.index).collect();
    indexes.sort();
    assert_eq!(json!(indexes), json!([0, 1]));
    assert_eq!(response.finish_reason(), Some(&ChatCompletionFinishReason::Length));
    assert_eq!(response.usage.as_ref().unwrap().completion_tokens, Some(6));

    let response = group
        .client
        .deployment("gpt-4o")
        .chat([user("A color, as JSON.")])
        .with_json_object()
        .await
        .unwrap();
    assert!(response.parsed::<Value>().unwrap().is_object());
}

async fn refused_chats(group: &Group) {
    let inference = group.inference();
    let chats = group.client.inference().chat_completions();
    let wrong = ask("x").with_temperature(2.5);
    let error = inference
        .bad(chats.create("gpt-4o", &wrong), 400, "decimal_above_max_value")
        .await;
    assert_eq!(error.param(), Some("temperature"));
    assert_eq!(error.error_type(), Some("invalid_request_error"));
    // A refused stream is an error before it begins.
    let error = inference
        .bad(chats.create_stream("gpt-4o", &wrong), 400, "decimal_above_max_value")
        .await;
    assert_eq!(error.param(), Some("temperature"));
    let unknown = chats.create("gpt-5o", &ask("x"));
    inference.bad(unknown, 404, "DeploymentNotFound").await;
    let other_model = chats.create("whisper", &ask("x"));
    inference.bad(other_model, 400, "OperationNotSupported").await;
    let blocked = chats.create("gpt-4o", &ask("EMULATOR_BLOCK_PROMPT"));
    let error = inference.bad(blocked, 400, "content_filter").await;
    assert!(error.is_content_filtered());
    assert!(error.content_filter_results().is_some());
    assert_eq!(error.param(), Some("prompt"));
    let no_messages = CreateChatCompletionRequest::new(Vec::<ChatCompletionMessage>::new());
    let error = inference
        .bad(chats.create("gpt-4o", &no_messages), 400, "empty_array")
        .await;
    assert_eq!(error.param(), Some("messages"));

    // The requests per minute are used up.
    let mut refused = None;
    for _ in 0..61 {
        if let Err(error) = chats.create("gpt-4o", &ask("x")).await {
            refused = Some(error);
            break;
        }
    }
    let refused = refused.unwrap();
    assert!(refused.is_rate_limited() && refused.is_transient());
    assert_eq!(refused.code(), Some("429"));
    assert!(refused.retry_after().is_some_and(|wait| wait.as_secs() <= 60));
}

async fn completions(group: &Group) {
    let inference = group.inference();
    let completions = group.client.inference().completions();
    let model = "gpt-35-turbo-instruct";
    let request = CreateCompletionRequest::new(["Once upon", "a time"]).with_n(2);
    let response = inference.good(completions.create(model, &request), 200).await;
    let mut texts: Vec<_> = response
        .choices
        .iter()
        .map(|choice| (choice.index.unwrap(), choice.text.as_deref().unwrap()))
        .collect();
    texts.sort_unstable();
    assert_eq!(texts.len(), 4);
    assert!(texts[..2].iter().all(|(_, text)| text.contains("upon")), "{texts:?}");
    assert!(texts[2..].iter().all(|(_, text)| text.contains("time")), "{texts:?}");

    let request = CreateCompletionRequest::new("Once upon");
    let whole = inference.good(completions.create(model, &request), 200).await;
    let mut stream = group
        .client
        .deployment(model)
        .complete("Once upon")
        .stream()
        .await
        .unwrap();
    assert_eq!(stream.collect_response().await.unwrap().text(), whole.text());

    let wrong = CreateCompletionRequest::new("x").with_n(2).with_extra("best_of", 1);
    let error = inference
        .bad(completions.create(model, &wrong), 400, "invalid_value")
        .await;
    assert_eq!(error.param(), Some("best_of"));
    let wrong = completions.create("whisper", &request);
    inference.bad(wrong, 400, "OperationNotSupported").await;
    let wrong = completions.create("none", &request);
    inference.bad(wrong, 404, "DeploymentNotFound").await;
}

async fn embeddings(group: &Group) {
    let inference = group.inference();
    let embeddings = group.client.inference().embeddings();
    let model = "text-embedding-3-small";
    let mut vectors = Vec::new();
    for format in [EmbeddingEncodingFormat::Float, EmbeddingEncodingFormat::Base64] {
        let request = CreateEmbeddingRequest::new(["a cat", "the cat", "taxes"]).with_encoding_format(format);
        let response = inference.good(embeddings.create(model, &request), 200).await;
        assert_eq!(response.data.len(), 3);
        assert!(response.usage.prompt_tokens > 0);
        let of = |vector: &[f32]| vector.to_vec();
        vectors.push(response.vectors().map(Result::unwrap).map(of).collect::<Vec<_>>());
    }
    assert_eq!(vectors[0], vectors[1]);
    for vector in &vectors[0] {
        assert_eq!(vector.len(), 1536);
        let length: f32 = vector.iter().map(|number| number * number).sum();
        assert!((length - 1.0).abs() < 1e-3, "{length}");
    }
    // Every shape of input.
    let inputs: [EmbeddingInput; 3] = ["a cat".into(), [64, 8415].into(), vec![vec![64], vec![8415]].into()];
    for (input, count) in inputs.into_iter().zip([1, 1, 2]) {
        let request = CreateEmbeddingRequest::new(input).with_dimensions(64);
        let response = inference.good(embeddings.create(model, &request), 200).await;
        assert_eq!(response.data.len(), count);
        assert!(response.vectors().all(|vector| vector.unwrap().len() == 64));
    }
    let all = group
        .client
        .deployment(model)
        .embed_all((0..5000).map(|n| n.to_string()));
    assert_eq!(all.await.unwrap().vectors.len(), 5000);

    let none = CreateEmbeddingRequest::new(Vec::<String>::new());
    let error = inference.bad(embeddings.create(model, &none), 400, "empty_array").await;
    assert_eq!(error.param(), Some("input"));
    let many = CreateEmbeddingRequest::new(vec!["x"; 2049]);
    let error = inference
        .bad(embeddings.create(model, &many), 400, "invalid_value")
        .await;
    assert_eq!(error.param(), Some("input"));
    let wrong = embeddings.create("whisper", &CreateEmbeddingRequest::new("x"));
    inference.bad(wrong, 400, "OperationNotSupported").await;
}
