//! Both model lists, and the deployments.

use azure_openai_emulator::Emulator;
use reqwest::Method;
use serde_json::Value;

use crate::client::{AUTHORING, Client, INFERENCE, send};

#[tokio::test]
async fn models_decode_as_both_documents_say() {
    let client = Client::new().await;
    for version in [INFERENCE, AUTHORING] {
        let list = send(client.request(Method::GET, "/models", version)).await.ok();
        assert_eq!(list["object"], "list");
        let models = list["data"].as_array().unwrap();
        let find = |id: &str| models.iter().find(|model| model["id"] == id).unwrap();
        let chat = find("gpt-4o-2024-08-06");
        assert_eq!(chat["created"], chat["created_at"]);
        assert_eq!(chat["capabilities"]["chat_completion"], true);
        assert_eq!(chat["capabilities"]["embeddings"], false);
        assert!(chat["deprecation"]["fine_tune"].is_i64() && chat["deprecation"]["inference"].is_i64());
        let embedding = find("text-embedding-3-small");
        assert_eq!(embedding["capabilities"]["embeddings"], true);
        assert_eq!(embedding["capabilities"]["fine_tune"], false);
        assert_eq!(embedding["deprecation"].get("fine_tune"), None);
    }
}

#[tokio::test]
async fn deployments_are_those_that_were_configured() {
    let names = |list: &Value| -> Vec<(String, String)> {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        list["data"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| (text(&item["id"]), text(&item["model"])))
            .collect()
    };
    let all = names(&Client::new().await.get("/deployments").await.ok());
    assert_eq!(all.len(), 9);
    assert!(all.contains(&("whisper".to_owned(), "whisper-001".to_owned())));

    let builder = Emulator::builder()
        .without_default_deployments()
        .deployment("a", "gpt-4")
        .deployment("b", "gpt-4o-mini")
        .deployment("a", "gpt-4o");
    let client = Client::of(builder).await;
    let list = client.get("/deployments").await.ok();
    let expected = [("b", "gpt-4o-mini-2024-07-18"), ("a", "gpt-4o-2024-08-06")];
    assert_eq!(
        names(&list),
        expected.map(|(name, model)| (name.to_owned(), model.to_owned()))
    );
    assert_eq!(list["data"][0]["object"], "deployment");
    assert_eq!(list["data"][0]["status"], "succeeded");

    let removed = ["b", "b"].map(|name| client.emulator.remove_deployment(name));
    assert_eq!(removed, [true, false]);
    assert_eq!(names(&client.get("/deployments").await.ok()).len(), 1);
}
