//! Stored completions.

use std::collections::BTreeSet;

use azure_openai::authoring::{Order, StoredCompletionListOptions, UpdateStoredCompletionRequest};
use azure_openai::user;
use tests::clients::{NEWEST_VERSION, client};

use super::{CLIENTS, EACH, consistent, crowd, start, whole};
use crate::emulated::group::sound;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn concurrent_stored_completions_do_not_interfere() {
    let emulator = start().await;
    let done = crowd(&emulator, |client, number| async move {
        let chat = client.deployment("gpt-4o").with_api_version(NEWEST_VERSION);
        let stored = client.authoring().stored_completion();
        let mut made = Vec::new();
        for turn in 0..EACH {
            let metadata = serde_json::json!({"of": number.to_string(), "turn": turn.to_string()});
            let call = chat
                .chat([user(format!("{number} {turn}"))])
                .with_body_field("store", true);
            let id = call.with_body_field("metadata", metadata).await.unwrap().id.clone();
            // Not the metadata of another client.
            let kept = stored.get(&id).await.unwrap();
            assert_eq!(kept.metadata["of"], number.to_string());
            let change = UpdateStoredCompletionRequest::new()
                .with_metadata([("of", number.to_string()), ("changed", turn.to_string())]);
            stored.update(&id, &change).await.unwrap();
            made.push(id);
        }
        let options = StoredCompletionListOptions::new().with_limit(5).with_order(Order::Asc);
        let seen = match number % 8 {
            0 => client.stored_completions().list_with(options).all().await.unwrap(),
            _ => Vec::new(),
        };
        let seen: Vec<String> = seen.into_iter().map(|one| one.id).collect();
        (made, seen)
    })
    .await;
    let client = client(emulator.endpoint());
    let list = async |options: StoredCompletionListOptions| {
        let options = options.with_limit(9);
        client.stored_completions().list_with(options).all().await.unwrap()
    };
    let ids = |list: &[azure_openai::authoring::StoredCompletion]| -> Vec<String> {
        list.iter().map(|one| one.id.clone()).collect()
    };
    let ascending = list(StoredCompletionListOptions::new().with_order(Order::Asc)).await;
    let descending = list(StoredCompletionListOptions::new().with_order(Order::Desc)).await;
    let made: Vec<String> = done.iter().flat_map(|(made, _)| made.clone()).collect();
    assert_eq!(made.len(), CLIENTS * EACH);
    whole(&made, &ids(&ascending), &ids(&descending));
    for (_, seen) in &done {
        consistent(seen, &ids(&ascending));
    }
    // No update was lost.
    assert!(ascending.iter().all(|one| one.metadata.contains_key("changed")));
    for (number, (made, _)) in done.iter().enumerate().step_by(9) {
        let options = StoredCompletionListOptions::new().with_metadata(format!("of={number}"));
        let own: BTreeSet<String> = ids(&list(options).await).into_iter().collect();
        assert_eq!(own, made.iter().cloned().collect());
    }
    sound(&emulator);
}
