//! Lists of files, and many files at once.

use std::collections::HashSet;

use serde_json::{Value, json};

use crate::client::{Client, send};

impl Client {
    async fn ids(&self, query: &str) -> Vec<String> {
        let list = self.get(&format!("/files?{query}")).await.ok();
        list["data"]
            .as_array()
            .unwrap()
            .iter()
            .map(|file| file["id"].as_str().unwrap().to_owned())
            .collect()
    }
}

#[tokio::test]
async fn only_lists_of_v1_say_whether_there_is_more() {
    let client = Client::new().await;
    let mut ids = Vec::new();
    for index in 0..3 {
        ids.push(client.file("f", "batch", &[index]).await);
    }
    let v1 = async |query: &str| {
        let url = format!("{}/openai/v1/files?order=asc&{query}", client.emulator.endpoint());
        let request = client.http.get(url).header("api-key", client.emulator.api_key());
        send(request).await.ok()
    };
    let page = v1("limit=2").await;
    assert_eq!(
        (&page["first_id"], &page["last_id"], &page["has_more"]),
        (&json!(ids[0]), &json!(ids[1]), &json!(true))
    );
    let page = v1(&format!("after={}", ids[1])).await;
    assert_eq!((&page["last_id"], &page["has_more"]), (&json!(ids[2]), &json!(false)));
    let dated = client.get("/files?limit=2").await.ok();
    assert_eq!(dated.as_object().map(serde_json::Map::len), Some(2));
}

#[tokio::test]
async fn lists_page_without_gaps() {
    let client = Client::new().await;
    let mut ids = Vec::new();
    for index in 0..7 {
        let purpose = if index % 2 == 0 { "batch" } else { "fine-tune" };
        ids.push(client.file("f", purpose, &[index]).await);
    }
    let newest: Vec<String> = ids.iter().rev().cloned().collect();
    assert_eq!(client.ids("").await, newest);
    assert_eq!(client.ids("order=desc").await, newest);
    assert_eq!(client.ids("order=asc").await, ids);
    assert_eq!(
        client.ids("purpose=batch&order=asc").await,
        [&ids[0], &ids[2], &ids[4], &ids[6]].map(String::clone)
    );
    assert_eq!(client.ids("purpose=assistants_output").await, [""; 0]);
    assert_eq!(client.ids("limit=2").await, newest[..2]);

    // A page may start after a file that has been deleted meanwhile.
    let first = client.ids("order=asc&limit=3").await;
    client.delete(&format!("/files/{}", first[2])).await.ok();
    let rest = client.ids(&format!("order=asc&after={}", first[2])).await;
    assert_eq!([&first[..], &rest[..]].concat(), ids);
    assert_eq!(
        client.ids(&format!("order=desc&after={}", ids[1])).await,
        [ids[0].clone()]
    );
    assert_eq!(client.ids(&format!("after={}", ids[0])).await, [""; 0]);

    for query in [
        "limit=0",
        "limit=10001",
        "limit=x",
        "limit=-1",
        "order=up",
        "after=nothing",
        "purpose=fun",
    ] {
        let error = client
            .get(&format!("/files?{query}"))
            .await
            .error(400, "invalidPayload");
        assert!(
            error["message"]
                .as_str()
                .unwrap()
                .contains(query.split('=').next().unwrap()),
            "{error}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sixty_four_uploads_at_once() {
    let client = std::sync::Arc::new(Client::new().await);
    let uploads = (0..64_u8).map(|index| {
        let client = client.clone();
        tokio::spawn(async move {
            let bytes: Vec<u8> = (0..100_000)
                .map(|place: u32| (place as u8).wrapping_mul(index))
                .collect();
            let id = client.file(&format!("f{index}"), "batch", &bytes).await;
            assert!(client.get(&format!("/files/{id}/content")).await.bytes == bytes);
            id
        })
    });
    let mut ids = HashSet::new();
    for upload in uploads.collect::<Vec<_>>() {
        assert!(ids.insert(upload.await.unwrap()));
    }
    let list = client.get("/files?order=asc").await.ok();
    let files = list["data"].as_array().unwrap();
    let times: Vec<i64> = files.iter().map(|file| file["created_at"].as_i64().unwrap()).collect();
    assert!(times.is_sorted());
    let mut paged: Vec<Value> = Vec::new();
    loop {
        let after = paged
            .last()
            .map_or(String::new(), |file| format!("&after={}", file["id"].as_str().unwrap()));
        let page = client.get(&format!("/files?order=asc&limit=7{after}")).await.ok();
        let page = page["data"].as_array().unwrap();
        if page.is_empty() {
            break;
        }
        paged.extend(page.iter().cloned());
    }
    // Their states go on meanwhile.
    let ids_of = |files: &[Value]| files.iter().map(|file| file["id"].clone()).collect::<Vec<_>>();
    assert_eq!(ids_of(&paged), ids_of(files));
    assert_eq!(
        files
            .iter()
            .map(|file| file["id"].as_str().unwrap().to_owned())
            .collect::<HashSet<_>>(),
        ids
    );
}
