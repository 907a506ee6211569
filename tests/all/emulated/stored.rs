//! Stored chat completions.

use azure_openai::authoring::{
    InputMessageContent, Order, StoredCompletionGetMessagesOptions, StoredCompletionListOptions,
    UpdateStoredCompletionRequest,
};
use azure_openai::{system, user};
use tests::clients::NEWEST_VERSION;

use super::group::{Group, Named};
use crate::operations::exchange::Api;

pub(super) const OPERATIONS: &[Named] = &[
    (Api::Authoring, "StoredCompletion_List"),
    (Api::Authoring, "StoredCompletion_Get"),
    (Api::Authoring, "StoredCompletion_Update"),
    (Api::Authoring, "StoredCompletion_Delete"),
    (Api::Authoring, "StoredCompletion_GetMessages"),
];

async fn store(group: &Group, text: &str, team: &str) -> String {
    let chat = group.client.deployment("gpt-4o").with_api_version(NEWEST_VERSION);
    let metadata = serde_json::json!({ "team": team });
    let call = chat.chat([system("Be brief."), user(text)]);
    let response = call
        .with_body_field("store", true)
        .with_body_field("metadata", metadata)
        .await;
    response.unwrap().id.clone()
}

#[tokio::test]
async fn stored_completions() {
    let group = Group::start().await;
    let side = group.authoring();
    let stored = group.client.authoring().stored_completion();
    let mut ids = Vec::new();
    for (text, team) in [("one", "a"), ("two", "b"), ("three", "a")] {
        ids.push(store(&group, text, team).await);
    }
    // A completion that is not stored.
    let chat = group.client.deployment("gpt-4o").with_api_version(NEWEST_VERSION);
    let other = chat.chat([user("four")]).await.unwrap().id.clone();

    let list = side.good(stored.list(None), 200).await;
    assert_eq!(list.data.len(), 3);
    assert_eq!(list.has_more, Some(false));
    let options = StoredCompletionListOptions::new().with_limit(1).with_order(Order::Desc);
    let all = group
        .client
        .stored_completions()
        .list_with(options)
        .all()
        .await
        .unwrap();
    assert!(all.iter().rev().map(|one| &one.id).eq(&ids));
    let options = StoredCompletionListOptions::new().with_metadata("team=a");
    let some = side.good(stored.list(options), 200).await;
    assert_eq!(some.data.len(), 2);
    let options = StoredCompletionListOptions::new().with_model("gpt-none");
    assert!(side.good(stored.list(options), 200).await.data.is_empty());
    for wrong in [
        StoredCompletionListOptions::new().with_limit(0),
        StoredCompletionListOptions::new().with_after("none"),
        StoredCompletionListOptions::new().with_order("sideways"),
        StoredCompletionListOptions::new().with_metadata("no pair"),
    ] {
        side.bad(stored.list(wrong), 400, "invalidPayload").await;
    }

    let one = side.good(stored.get(&ids[1]), 200).await;
    assert_eq!(one.id, ids[1]);
    assert_eq!(one.metadata["team"], "b");
    let message = one.choices[0].message.as_ref().unwrap();
    assert!(message.content.as_deref().unwrap().contains("two"));
    assert!(one.usage.as_ref().unwrap().total_tokens.unwrap() > 0);
    side.bad(stored.get(&other), 404, "notFound").await;

    let messages = side.good(stored.get_messages(&ids[1], None), 200).await;
    let content = |index: usize| messages.data[index].content.clone();
    assert_eq!(content(0), Some(InputMessageContent::from("Be brief.")));
    assert_eq!(content(1), Some(InputMessageContent::from("two")));
    let options = StoredCompletionGetMessagesOptions::new()
        .with_limit(1)
        .with_order("desc");
    let back = group.client.stored_completions().messages_with(&ids[1], options);
    let back = back.all().await.unwrap();
    assert!(back.iter().rev().eq(&messages.data));
    side.bad(stored.get_messages(&other, None), 404, "notFound").await;
    let wrong = StoredCompletionGetMessagesOptions::new().with_after("none");
    let wrong = stored.get_messages(&ids[1], wrong);
    side.bad(wrong, 400, "invalidPayload").await;

    let change = UpdateStoredCompletionRequest::new().with_metadata([("team", "c"), ("öl", "")]);
    let changed = side.good(stored.update(&ids[1], &change), 200).await;
    assert_eq!((changed.metadata.len(), &*changed.metadata["team"]), (2, "c"));
    assert_eq!(stored.get(&ids[1]).await.unwrap().metadata, changed.metadata);
    side.bad(stored.update(&other, &change), 404, "notFound").await;
    let wrong = (0..17).map(|pair| (pair.to_string(), "x"));
    let wrong = UpdateStoredCompletionRequest::new().with_metadata(wrong);
    side.bad(stored.update(&ids[1], &wrong), 400, "invalidPayload").await;
    assert_eq!(stored.get(&ids[1]).await.unwrap().metadata, changed.metadata);

    let gone = side.good(stored.delete(&ids[0]), 200).await;
    assert_eq!((gone.deleted, gone.id.as_ref()), (Some(true), Some(&ids[0])));
    side.bad(stored.delete(&ids[0]), 404, "notFound").await;
    side.bad(stored.get(&ids[0]), 404, "notFound").await;
    assert_eq!(stored.list(None).await.unwrap().data.len(), 2);
    group.finish(OPERATIONS);
}
