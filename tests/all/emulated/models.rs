//! Models and deployments, by both APIs.

use azure_openai::authoring::FineTuningState;
use azure_openai::{Client, Credential};

use super::group::{Group, Named};
use crate::operations::exchange::Api;

pub(super) const OPERATIONS: &[Named] = &[
    (Api::Inference, "Models_List"),
    (Api::Inference, "Deployments_List"),
    (Api::Authoring, "Models_List"),
    (Api::Authoring, "Models_Get"),
];

/// A client with a wrong key: these lists take no input that could be invalid.
fn stranger(group: &Group) -> Client {
    Client::builder()
        .with_endpoint(group.emulator.endpoint())
        .with_credential(Credential::api_key("canary-of-a-stranger"))
        .build()
        .unwrap()
}

#[tokio::test]
async fn models_and_deployments() {
    let group = Group::start().await;
    let (inference, authoring) = (group.inference(), group.authoring());
    let stranger = stranger(&group);

    let deployments = group.client.inference().deployments();
    let listed = inference.good(deployments.list(), 200).await;
    let named = |name: &str| listed.data.iter().find(|one| one.id == name);
    assert_eq!(listed.data.len(), 9);
    assert!(named("gpt-4o").is_some() && named("whisper").is_some());
    let refused = stranger.inference().deployments().list();
    let error = inference.bad(refused, 401, "401").await;
    assert!(!error.to_string().contains("canary"), "{error}");

    let models = group.client.inference().models();
    let listed = inference.good(models.list(), 200).await;
    let chat = listed.data.iter().find(|model| model.id.starts_with("gpt-4o"));
    let chat = chat.unwrap().capabilities.as_ref().unwrap();
    assert_eq!(chat.chat_completion, Some(true));
    assert_eq!(chat.embeddings, Some(false));
    inference.bad(stranger.inference().models().list(), 401, "401").await;

    let models = group.client.authoring().models();
    let all = authoring.good(models.list(), 200).await;
    assert_eq!(all.data.len(), listed.data.len());
    authoring.bad(stranger.authoring().models().list(), 401, "401").await;
    for model in &all.data {
        let one = authoring.good(models.get(&model.id), 200).await;
        assert_eq!(one.value(), model);
        assert_eq!(one.status, Some(FineTuningState::Succeeded));
    }
    for id in ["gpt-9", "../files", "ü/?#"] {
        authoring.bad(models.get(id), 404, "notFound").await;
    }
    // An id that could change the path is refused before anything is sent.
    assert!(models.get("").await.unwrap_err().is_invalid_request());
    assert!(models.get("..").await.unwrap_err().is_invalid_request());
    group.finish(OPERATIONS);
}
