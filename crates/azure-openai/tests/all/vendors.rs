//! What servers and gateways send in place of what the specification says.

use azure_openai::inference::{ChatCompletionMessage, CreateEmbeddingRequest};
use azure_openai::tools::{NoArguments, Tools};
use azure_openai::{Error, ErrorKind, Value, assistant, system, user};
use serde_json::json;

use crate::server::{Server, json as json_reply, reply};
use crate::support::{client_of, replying, streaming};

fn completion(message: Value) -> Vec<u8> {
    let choice = json!({"index": 0, "finish_reason": "stop", "message": message});
    json_reply(
        &json!({"id": "x", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}).to_string(),
    )
}

fn body(server: &Server) -> Value {
    serde_json::from_slice(&server.last().body).unwrap()
}

#[tokio::test]
async fn message_with_tool_calls_goes_back_with_null_content() {
    let call = json!({"id": "c1", "type": "function", "function": {"name": "clock", "arguments": "{}"}});
    let calling = json!({"role": "assistant", "content": null, "tool_calls": [call]});
    let (server, chat) = replying(completion(calling.clone())).await;
    let response = chat.chat("What time is it?").await.unwrap();
    let back = ChatCompletionMessage::from(&response.choices[0].message);
    chat.chat([user("What time is it?"), back]).await.unwrap();
    assert_eq!(body(&server)["messages"][1], calling);

    // The tool loop sends it so, too.
    let server = Server::start(move |number, _| match number {
        0 => completion(calling.clone()),
        _ => completion(json!({"role": "assistant", "content": "Noon."})),
    })
    .await;
    let tools = Tools::new().with_function("clock", |_: NoArguments| async { Ok("12:00") });
    let chat = client_of(&server).deployment("d");
    let outcome = chat.chat("What time is it?").run_tools(&tools).await.unwrap();
    assert_eq!(outcome.response.text(), "Noon.");
    let message = &body(&server)["messages"][1];
    assert!(
        message["content"].is_null() && message.as_object().unwrap().contains_key("content"),
        "{message}"
    );
}

#[tokio::test]
async fn content_in_parts_is_text() {
    let parts =
        json!([{"type": "thinking", "thinking": [{"type": "text", "text": "hm"}]}, {"type": "text", "text": "Nine."}]);
    let (_server, chat) = replying(completion(json!({"role": "assistant", "content": parts}))).await;
    let response = chat.chat("3 × 3?").await.unwrap();
    assert_eq!((response.text(), response.id.as_str()), ("Nine.", "x"));
}

#[tokio::test]
async fn arguments_as_an_object_are_json() {
    let call = json!({"id": "c1", "type": "function", "function": {"name": "sun", "arguments": {"city": "Voss"}}});
    let (_server, chat) = replying(completion(json!({"role": "assistant", "tool_calls": [call]}))).await;
    let response = chat.chat("Sun?").await.unwrap();
    let arguments: Value = response.tool_calls()[0].arguments().unwrap();
    assert_eq!(arguments, json!({"city": "Voss"}));
    assert_eq!(response.tool_calls()[0].function.arguments, r#"{"city":"Voss"}"#);
}

#[tokio::test]
async fn empty_finish_reason_is_none() {
    let choice = json!({"index": 0, "finish_reason": "", "message": {"role": "assistant", "content": "Hi"}});
    let (_server, chat) = replying(json_reply(&json!({"choices": [choice]}).to_string())).await;
    let response = chat.chat("Hi").await.unwrap();
    assert_eq!((response.text(), response.finish_reason()), ("Hi", None));
}

#[tokio::test]
async fn blocked_prompt_of_newer_api_versions_has_its_categories() {
    let filter = json!({"blocked": true, "source_type": "prompt", "content_filter_results": {
        "hate": {"filtered": true, "severity": "medium"}, "jailbreak": {"filtered": false, "detected": false}}});
    let error = json!({"error": {"code": "content_filter", "message": "blocked", "param": "prompt",
        "content_filters": [filter], "innererror": {"code": "ContentFiltered"}}});
    let (_server, chat) = replying(reply(400, &[("content-type", "application/json")], error.to_string())).await;
    let error = chat.chat("…").await.unwrap_err();
    assert!(error.is_content_filtered());
    let blocked: Vec<_> = error.content_filter_results().unwrap().blocked().collect();
    assert_eq!(blocked, ["hate"]);
}

#[tokio::test]
async fn embedding_of_nulls_fails_alone() {
    let vectors = json!({"object": "list", "model": "m", "usage": {"prompt_tokens": 3, "total_tokens": 3}, "data": [
        {"object": "embedding", "index": 1, "embedding": [null, null]},
        {"object": "embedding", "index": 0, "embedding": [0.5, -0.25]}]});
    let (_server, deployment) = replying(json_reply(&vectors.to_string())).await;
    let response = deployment.embed(["a", "b"]).await.unwrap();
    let vectors: Vec<Result<&[f32], Error>> = response.vectors().collect();
    assert_eq!(*vectors[0].as_ref().unwrap(), [0.5, -0.25]);
    assert_eq!(vectors[1].as_ref().unwrap_err().kind(), ErrorKind::Decode);
    assert_eq!(response.usage.total_tokens, 3);

    let mut batches = deployment.embed_all(["a", "b"]);
    let batch = batches.next().await.unwrap().unwrap();
    let valid: Vec<_> = batch
        .vectors()
        .map(|(number, vector)| (number, vector.is_ok()))
        .collect();
    assert_eq!(valid, [(0, true), (1, false)]);
}

#[tokio::test]
async fn encoding_format_is_chosen_and_sent_once() {
    let vector = json!({"data": [{"index": 0, "embedding": [1.0]}], "usage": {"prompt_tokens": 1, "total_tokens": 1}});
    let vector = vector.to_string();
    let server = Server::start(move |_, request| {
        let text = request.text();
        match text.matches("\"encoding_format\"").count() == 1 && text.contains("\"encoding_format\":\"float\"") {
            true => json_reply(&vector),
            false => reply(
                400,
                &[("content-type", "application/json")],
                r#"{"error":{"code":"BadRequest"}}"#,
            ),
        }
    })
    .await;
    let deployment = client_of(&server).deployment("d");
    let texts = ["a".to_owned()];
    let all = deployment
        .embed_all(texts.iter())
        .with_encoding_format("float")
        .await
        .unwrap();
    assert_eq!(&*all.vectors[0], [1.0]);
    deployment
        .embed_all(&texts)
        .with_body_field("encoding_format", "float")
        .await
        .unwrap();
    deployment
        .embed("a")
        .with_body_field("encoding_format", "float")
        .await
        .unwrap();
    let mut request = CreateEmbeddingRequest::new("a");
    request.extra.insert("encoding_format".to_owned(), json!("float"));
    deployment.embed_request(request).await.unwrap();
}

#[tokio::test]
async fn stream_that_ends_between_two_choices_is_truncated() {
    let choice = |index: u8, reason: Option<&str>| json!({"choices": [{"index": index, "delta": {"content": "x"}, "finish_reason": reason}]});
    let first = [choice(0, None), choice(0, Some("stop"))];
    let (_server, chat) = streaming(&first, "").await;
    let mut stream = chat.chat("Hi").with_n(2).stream().await.unwrap().into_value();
    let error = stream.collect_response().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Truncated);
    let mut one = chat.chat("Hi").stream().await.unwrap().into_value();
    assert_eq!(one.collect_response().await.unwrap().text(), "xx");

    let both = [first.as_slice(), &[choice(1, Some("stop"))]].concat();
    let (_server, chat) = streaming(&both, "").await;
    let mut stream = chat.chat("Hi").with_n(2).stream().await.unwrap().into_value();
    assert_eq!(stream.collect_response().await.unwrap().choices.len(), 2);
}

#[tokio::test]
async fn chat_takes_text_a_message_or_messages_owned_or_borrowed() {
    let (server, chat) = replying(completion(json!({"role": "assistant", "content": "ok"}))).await;
    let messages = || body(&server)["messages"].clone();
    let hi = json!([{"role": "user", "content": "Hi"}]);
    let owned = "Hi".to_owned();
    chat.chat("Hi").await.unwrap();
    assert_eq!(messages(), hi);
    chat.chat(&owned).await.unwrap();
    assert_eq!(messages(), hi);
    chat.chat(user(&owned)).await.unwrap();
    assert_eq!(messages(), hi);
    let history = vec![system("Be brief."), user(&owned), assistant("Hello!")];
    chat.chat(&history).await.unwrap();
    assert_eq!(messages().as_array().unwrap().len(), 3);
    chat.chat(history.iter().take(2)).with_max_tokens(7_u32).await.unwrap();
    assert_eq!(body(&server)["max_tokens"], 7);
    let schema = json!({"type": "json_schema", "json_schema": {"name": "n", "schema": {"type": "object"}}});
    chat.chat(history).with_response_format(schema.clone()).await.unwrap();
    assert_eq!(body(&server)["response_format"], schema);
    chat.chat("Hi")
        .with_temperature(0.5)
        .with_body_field("temperature", 1)
        .await
        .unwrap();
    assert_eq!(server.last().text().matches("temperature").count(), 1);
    assert_eq!(body(&server)["temperature"], 1);
}

#[tokio::test]
async fn options_of_a_request_come_before_those_of_its_deployment() {
    let (server, chat) = replying(completion(json!({"role": "assistant", "content": "ok"}))).await;
    let chat = chat
        .with_header("x-team", "one")
        .with_query("tenant", "a")
        .with_body_field("effort", "low");
    chat.chat("Hi").await.unwrap();
    assert_eq!(server.last().header("x-team"), Some("one"));
    assert!(server.last().line().contains("tenant=a"), "{}", server.last().line());
    assert_eq!(body(&server)["effort"], "low");
    chat.chat("Hi")
        .with_header("x-team", "two")
        .with_query("tenant", "b")
        .with_body_field("effort", "high")
        .await
        .unwrap();
    assert_eq!(server.last().header("x-team"), Some("two"));
    assert!(!server.last().line().contains("tenant=a") && server.last().line().contains("tenant=b"));
    assert_eq!(body(&server)["effort"], "high");
}
