//! Stored completions.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use azure_openai_emulator::{Emulator, Reply};
use reqwest::Method;
use serde_json::{Value, json};

use crate::chat::{user, with};
use crate::chat_stream::streamed;
use crate::client::{AUTHORING, Client, Response, send};
use crate::documents::{check, document};

const LIST: &str = "/chat/completions";

fn stored(text: &str, metadata: Value) -> Value {
    with(user(text), json!({"store": true, "metadata": metadata}))
}

impl Client {
    /// Sends a chat to be stored, and gives its id.
    async fn store(&self, text: &str, metadata: Value) -> String {
        let response = self.chat(&stored(text, metadata)).await.ok();
        response["id"].as_str().unwrap().to_owned()
    }

    async fn update(&self, id: &str, body: &Value) -> Response {
        let request = self.request(Method::POST, &format!("{LIST}/{id}"), AUTHORING);
        send(
            request
                .header("content-type", "application/json")
                .body(body.to_string()),
        )
        .await
    }

    async fn stored_ids(&self, query: &str) -> Vec<String> {
        ids(&self.get(&format!("{LIST}?{query}")).await.ok())
    }
}

fn ids(list: &Value) -> Vec<String> {
    let data = list["data"].as_array().unwrap();
    data.iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_stored_chat_is_kept_as_it_was() {
    let client = Client::new().await;
    let authoring = document("authoring/swagger.yaml");
    let conforms = |name: &str, response: &Value| {
        let schema = json!({"$ref": format!("#/definitions/{name}"), "definitions": authoring["definitions"]});
        check(name, &schema, response);
    };
    let sent = json!({"messages": [{"role": "system", "content": "Be brief."},
            {"role": "user", "name": "ann", "content": "weather in \"Oslo\""}],
        "store": true, "metadata": {"topic": "weather"}, "seed": 7, "temperature": 0.5, "user": "u1", "n": 2,
        "tools": [{"type": "function", "function": {"name": "weather", "description": "d"}}]});
    let response = client.chat(&sent).await.ok();
    let path = format!("{LIST}/{}", response["id"].as_str().unwrap());
    let kept = client.get(&path).await.ok();
    conforms("StoredCompletionResponse", &kept);
    for name in ["id", "created", "model", "system_fingerprint", "usage"] {
        assert_eq!(kept[name], response[name], "{name}");
    }
    for (name, value) in [
        ("object", json!("chat.completion")),
        ("metadata", json!({"topic": "weather"})),
        ("seed", json!(7)),
        ("temperature", json!(0.5)),
        ("input_user", json!("u1")),
        ("tools", sent["tools"].clone()),
    ] {
        assert_eq!(kept[name], value, "{name}");
    }
    assert!(kept["request_id"].is_string() && kept.get("top_p").is_none());
    for (index, choice) in kept["choices"].as_array().unwrap().iter().enumerate() {
        let sent = &response["choices"][index];
        assert_eq!(choice["message"]["tool_calls"], sent["message"]["tool_calls"]);
        assert_eq!(choice["finish_reason"], sent["finish_reason"]);
    }
    let list = client.get(LIST).await.ok();
    conforms("StoredCompletionList", &list);
    assert_eq!(list["data"], json!([kept]));
    let id = &kept["id"];
    assert_eq!(
        (&list["first_id"], &list["last_id"], &list["has_more"], &list["total"]),
        (id, id, &json!(false), &json!(1))
    );
    let messages = client.get(&format!("{path}/messages")).await.ok();
    conforms("StoredCompletionMessages", &messages);
    assert_eq!(messages["data"][0]["content"], "Be brief.");
    assert_eq!(
        (&messages["data"][1]["role"], &messages["data"][1]["name"]),
        (&json!("user"), &json!("ann"))
    );
    let gone = client.delete(&path).await.ok();
    conforms("StoredCompletionDelete", &gone);
    assert_eq!((&gone["id"], &gone["deleted"]), (id, &json!(true)));
    for response in [
        client.get(&path).await,
        client.delete(&path).await,
        client.get(&format!("{path}/messages")).await,
        client.update(id.as_str().unwrap(), &json!({"metadata": {}})).await,
    ] {
        response.error(404, "notFound");
    }
    let empty = client.get(LIST).await.ok();
    assert_eq!(
        empty,
        json!({"object": "list", "data": [], "total": 0, "has_more": false})
    );
}

#[tokio::test]
async fn only_chats_with_store_are_stored() {
    let client = Client::new().await;
    client.chat(&user("no")).await.ok();
    client
        .chat(&with(user("no"), json!({"store": false, "metadata": {"a": "b"}})))
        .await
        .ok();
    client
        .chat(&stored("EMULATOR_BLOCK_PROMPT", json!({})))
        .await
        .error(400, "content_filter");
    assert_eq!(client.stored_ids("").await, [""; 0]);
}

#[tokio::test]
async fn streams_are_stored_once_ended() {
    let client = Client::of(Emulator::builder().reply_when(|_| Some(Reply::chunks(["a", "b"])))).await;
    let chunks = client.chat_chunks(&streamed(stored("hi", json!({"k": "v"})))).await;
    let id = chunks.0[1]["id"].as_str().unwrap();
    let kept = client.get(&format!("{LIST}/{id}")).await.ok();
    assert_eq!(
        kept["choices"][0]["message"],
        json!({"role": "assistant", "content": "ab"})
    );
    assert_eq!(
        (&kept["metadata"], &kept["created"]),
        (&json!({"k": "v"}), &chunks.0[1]["created"])
    );
    assert_eq!(client.stored_ids("").await, [id]);
}

#[tokio::test]
async fn lists_filter_and_page() {
    let client = Client::of(Emulator::builder().with_deployment("other", "gpt-4o-mini")).await;
    let mut all = Vec::new();
    for number in 0..7 {
        let parity = if number % 2 == 0 { "even" } else { "odd" };
        all.push(
            client
                .store("a", json!({"parity": parity, "number": number.to_string()}))
                .await,
        );
    }
    let other = client
        .post(
            "/deployments/other/chat/completions",
            &stored("b", json!({"a=b": "c&d"})),
        )
        .await
        .ok();
    let other = other["id"].as_str().unwrap().to_owned();
    let newest: Vec<String> = std::iter::once(&other).chain(all.iter().rev()).cloned().collect();
    assert_eq!(client.stored_ids("").await, newest);
    assert_eq!(client.stored_ids("order=asc&limit=7").await, all);
    for model in ["gpt-4o", "gpt-4o-2024-08-06"] {
        assert_eq!(client.stored_ids(&format!("model={model}&order=asc")).await, all);
    }
    for model in ["other", "gpt-4o-mini", "gpt-4o-mini-2024-07-18"] {
        assert_eq!(
            client.stored_ids(&format!("model={model}")).await,
            std::slice::from_ref(&other)
        );
    }
    assert_eq!(client.stored_ids("model=gpt").await, [""; 0]);
    let even: Vec<String> = all.iter().step_by(2).cloned().collect();
    for query in [
        "metadata[parity]=even",
        "metadata%5Bparity%5D=even",
        "metadata=parity%3Deven",
        "metadata=parity:even",
        "metadata=%7B%22parity%22%3A%22even%22%7D",
    ] {
        assert_eq!(client.stored_ids(&format!("order=asc&{query}")).await, even, "{query}");
    }
    assert_eq!(
        client.stored_ids("metadata[parity]=even&metadata[number]=2").await,
        [all[2].clone()]
    );
    assert_eq!(
        client.stored_ids("metadata[parity]=even&metadata[number]=3").await,
        [""; 0]
    );
    assert_eq!(
        client.stored_ids("metadata[a%3Db]=c%26d").await,
        std::slice::from_ref(&other)
    );

    let page = client
        .get(&format!("{LIST}?order=asc&limit=2&metadata[parity]=even"))
        .await
        .ok();
    assert_eq!(ids(&page), even[..2]);
    assert_eq!(
        (&page["has_more"], &page["total"], &page["last_id"]),
        (&json!(true), &json!(4), &json!(even[1]))
    );
    // A page may start after one that has been deleted meanwhile.
    client.delete(&format!("{LIST}/{}", even[1])).await.ok();
    let rest = client
        .get(&format!("{LIST}?order=asc&metadata[parity]=even&after={}", even[1]))
        .await
        .ok();
    assert_eq!((ids(&rest), &rest["has_more"]), (even[2..].to_vec(), &json!(false)));
    assert_eq!(client.stored_ids(&format!("after={}", all[1])).await, [all[0].clone()]);

    for query in [
        "limit=0",
        "limit=-1",
        "limit=x",
        "order=up",
        "after=nothing",
        "metadata=x",
        "metadata={",
    ] {
        let error = client
            .get(&format!("{LIST}?{query}"))
            .await
            .error(400, "invalidPayload");
        let message = error["message"].as_str().unwrap();
        assert!(message.contains(query.split('=').next().unwrap()), "{error}");
    }
}

#[tokio::test]
async fn updates_replace_the_metadata() {
    let client = Client::new().await;
    let id = client.store("a", json!({"old": "1"})).await;
    let updated = client.update(&id, &json!({"metadata": {"new": "2"}})).await.ok();
    assert_eq!(updated["metadata"], json!({"new": "2"}));
    assert_eq!(client.get(&format!("{LIST}/{id}")).await.ok(), updated);
    assert_eq!(client.stored_ids("metadata[new]=2").await, std::slice::from_ref(&id));
    assert_eq!(client.stored_ids("metadata[old]=1").await, [""; 0]);
    let many: HashMap<String, String> = (0..17).map(|key| (key.to_string(), String::new())).collect();
    for (body, part) in [
        (json!({}), "metadata"),
        (json!([]), "object"),
        (json!({"metadata": "a"}), "metadata"),
        (json!({"metadata": {"a": 1}}), "metadata"),
        (json!({"metadata": {"a": null}}), "metadata"),
        (json!({"metadata": many}), "metadata"),
        (json!({"metadata": {"a": "é".repeat(513)}}), "metadata"),
        (json!({"metadata": {"k".repeat(65): "a"}}), "metadata"),
    ] {
        let error = client.update(&id, &body).await.error(400, "invalidPayload");
        assert!(error["message"].as_str().unwrap().contains(part), "{error}");
    }
    let longest = json!({"metadata": {"é".repeat(64): "é".repeat(512)}});
    client.update(&id, &longest).await.ok();
    client
        .update("nothing", &json!({"metadata": {}}))
        .await
        .error(404, "notFound");
}

#[tokio::test]
async fn messages_page() {
    let client = Client::new().await;
    let sent = json!({"store": true, "messages": [
        {"role": "user", "content": [{"type": "text", "text": "a"}, {"type": "text", "text": "b"},
            {"type": "image_url", "image_url": {"url": "https://example.com/x.png"}}]},
        {"role": "assistant", "content": null, "tool_calls": [
            {"id": "c1", "type": "function", "function": {"name": "f", "arguments": "{}"}}]},
        {"role": "tool", "tool_call_id": "c1", "content": "done"},
    ]});
    let response = client.chat(&sent).await.ok();
    let path = format!("{LIST}/{}/messages", response["id"].as_str().unwrap());
    let all = client.get(&path).await.ok();
    let data = all["data"].as_array().unwrap();
    assert_eq!(
        (data.len(), &all["total"], &all["has_more"]),
        (3, &json!(3), &json!(false))
    );
    assert_eq!(
        (&data[0]["content"], &data[0]["content_parts"]),
        (&json!("a\nb"), &sent["messages"][0]["content"])
    );
    assert!(data[1].get("content").is_none());
    assert_eq!(data[2]["tool_call_id"], "c1");
    let ids = ids(&all);
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), 3);
    let page = client.get(&format!("{path}?limit=2&order=desc")).await.ok();
    assert_eq!(page["data"], json!([data[2], data[1]]));
    assert_eq!(page["has_more"], true);
    let rest = client.get(&format!("{path}?order=desc&after={}", ids[1])).await.ok();
    assert_eq!(rest["data"], json!([data[0]]));
    for query in ["limit=0", "order=x", "after=nothing"] {
        client
            .get(&format!("{path}?{query}"))
            .await
            .error(400, "invalidPayload");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sixty_four_clients_at_once() {
    let client = Arc::new(Client::new().await);
    let work = (0..64).map(|number: usize| {
        let client = client.clone();
        tokio::spawn(async move {
            let mut kept = Vec::new();
            for turn in 0..4 {
                let body = stored(&format!("{number} {turn}"), json!({"client": number.to_string()}));
                let id = if turn % 2 == 0 {
                    client.chat(&body).await.ok()["id"].as_str().unwrap().to_owned()
                } else {
                    client.chat_chunks(&streamed(body)).await.0[1]["id"]
                        .as_str()
                        .unwrap()
                        .to_owned()
                };
                kept.push(id);
            }
            let gone = kept.remove(0);
            client.delete(&format!("{LIST}/{gone}")).await.ok();
            client
                .update(&kept[0], &json!({"metadata": {"client": number.to_string(), "n": "1"}}))
                .await
                .ok();
            let query = format!("metadata[client]={number}&order=asc");
            assert_eq!(client.stored_ids(&query).await, kept);
            kept
        })
    });
    let mut expected = HashSet::new();
    for work in work.collect::<Vec<_>>() {
        for id in work.await.unwrap() {
            assert!(expected.insert(id));
        }
    }
    let all = client.get(&format!("{LIST}?order=asc&limit=1000")).await.ok();
    let data = all["data"].as_array().unwrap();
    assert_eq!((data.len(), &all["total"]), (192, &json!(192)));
    let created: Vec<i64> = data.iter().map(|one| one["created"].as_i64().unwrap()).collect();
    assert!(created.is_sorted());
    assert_eq!(client.stored_ids("metadata[n]=1&limit=100").await.len(), 64);
    let mut paged: Vec<String> = Vec::new();
    loop {
        let after = paged.last().map_or(String::new(), |id| format!("&after={id}"));
        let page = client.get(&format!("{LIST}?order=asc&limit=17{after}")).await.ok();
        paged.extend(ids(&page));
        if page["has_more"] == false {
            break;
        }
    }
    assert_eq!(paged, ids(&all));
    assert_eq!(paged.into_iter().collect::<HashSet<_>>(), expected);
}
