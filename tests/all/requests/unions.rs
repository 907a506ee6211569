//! Enums and unions in requests.

use super::assert_sends;
use azure_openai_authoring::{self as authoring, FineTuneMethodRequest};
use azure_openai_inference::{
    self as inference, ChatCompletionContentPart, ChatCompletionMessage, ChatCompletionMessageRole, ChatCompletionStop,
    ChatCompletionToolChoice, CompletionPrompt, EmbeddingInput,
};
use serde_json::{Value, json};
use tests::json::encode;

#[test]
fn enums_compare_without_case_and_keep_unknown_values() {
    assert_eq!(ChatCompletionMessageRole::from("USER"), ChatCompletionMessageRole::User);
    assert!(matches!(
        ChatCompletionMessageRole::from("User"),
        ChatCompletionMessageRole::User
    ));
    assert_eq!(ChatCompletionMessageRole::from("Critic"), "critic");
    assert_eq!(ChatCompletionMessageRole::from("Critic").as_str(), "Critic");
    assert_sends(&ChatCompletionMessage::new("Critic"), json!({"role": "Critic"}));
    assert_eq!(
        "in_Progress".parse::<authoring::BatchStatus>().unwrap(),
        authoring::BatchStatus::InProgress
    );
    assert_eq!(authoring::Purpose::from("fine-tune").to_string(), "fine-tune");
}

#[test]
fn unions_convert_from_their_variants() {
    let stop = |stop: ChatCompletionStop| encode(&stop);
    assert_eq!(stop("END".into()), json!("END"));
    assert_eq!(stop("END".to_owned().into()), json!("END"));
    assert_eq!(stop(["a", "b"].into()), json!(["a", "b"]));
    assert_eq!(stop(vec!["a"].into()), json!(["a"]));
    assert_eq!(stop(vec!["a".to_owned()].into()), json!(["a"]));

    let choice = |choice: ChatCompletionToolChoice| encode(&choice);
    assert_eq!(choice("required".into()), json!("required"));
    assert_eq!(
        choice(inference::ChatCompletionToolChoiceMode::Auto.into()),
        json!("auto")
    );
    let named = inference::ChatCompletionNamedToolChoice::new(inference::ChatCompletionNamedFunction::new("f"));
    assert_eq!(
        choice(named.into()),
        json!({"type": "function", "function": {"name": "f"}})
    );

    let message = |message: ChatCompletionMessage| encode(&message)["content"].clone();
    let user = || ChatCompletionMessage::new(ChatCompletionMessageRole::User);
    assert_eq!(message(user().with_content("text")), json!("text"));
    let part = || ChatCompletionContentPart::from(inference::ChatCompletionTextPart::new("t"));
    assert_eq!(
        message(user().with_content([part()])),
        json!([{"type": "text", "text": "t"}])
    );
    assert_eq!(
        message(user().with_content(vec![part()])),
        json!([{"type": "text", "text": "t"}])
    );

    assert_eq!(encode(&CompletionPrompt::from(["a", "b"])), json!(["a", "b"]));
    let input = |input: EmbeddingInput| encode(&input);
    assert_eq!(input("t".into()), json!("t"));
    assert_eq!(input(["t"].into()), json!(["t"]));
    assert_eq!(input([1, 2].into()), json!([1, 2]));
    assert_eq!(input(vec![vec![1], vec![2, 3]].into()), json!([[1], [2, 3]]));

    let method = FineTuneMethodRequest::from(authoring::SupervisedMethodRequest::new());
    assert_eq!(encode(&method), json!({"type": "supervised"}));
    let mut object = serde_json::Map::new();
    object.insert("type".into(), "function".into());
    assert_eq!(
        encode(&authoring::StoredToolChoice::from(object)),
        json!({"type": "function"})
    );
}

#[test]
fn unions_decode_to_the_variant_that_fits() {
    let input = |value: Value| serde_json::from_value::<EmbeddingInput>(value).unwrap();
    assert!(matches!(input(json!("t")), EmbeddingInput::String(_)));
    assert!(matches!(input(json!(["t"])), EmbeddingInput::StringList(_)));
    assert!(matches!(input(json!([1])), EmbeddingInput::Tokens(_)));
    assert!(matches!(input(json!([[1]])), EmbeddingInput::TokenLists(_)));
    assert!(matches!(input(json!({"new": 1})), EmbeddingInput::Unknown(_)));
    assert_eq!(encode(&input(json!({"new": [1, null]}))), json!({"new": [1, null]}));
}
