//! Files and uploads.

use std::collections::BTreeSet;
use std::sync::Arc;

use azure_openai::authoring::{
    FilesListOptions, Order, Purpose, UploadFileCompleteBody, UploadFilePartForm, UploadFileStartBody,
};
use azure_openai::{Client, FilePart};
use tests::clients::client;

use super::{CLIENTS, EACH, consistent, crowd, start, whole};
use crate::emulated::group::sound;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn concurrent_files_do_not_interfere() {
    let emulator = start().await;
    let list = async |client: Client, order: Order| -> Vec<String> {
        let options = FilesListOptions::new().with_limit(7).with_order(order);
        let files = client.files().list_with(options).all().await.unwrap();
        files.into_iter().map(|file| file.id).collect()
    };
    let done = crowd(&emulator, |client, number| async move {
        let (mut made, mut seen) = (Vec::new(), Vec::new());
        for turn in 0..EACH {
            let part = FilePart::from_bytes("a.txt", format!("{number} {turn}"));
            let file = client.files().upload(Purpose::Assistants, part).await.unwrap();
            // Its creator sees it at once.
            let content = client.files().content(&file.id).await.unwrap();
            let content = content.bytes(100).await.unwrap();
            assert_eq!(content, format!("{number} {turn}"));
            made.push(file.id.clone());
        }
        if number % 8 == 0 {
            let options = FilesListOptions::new().with_limit(5).with_order(Order::Asc);
            let files = client.files().list_with(options).all().await.unwrap();
            seen.extend(files.into_iter().map(|file| file.id));
        }
        // One in three is deleted.
        let gone = made.swap_remove(0);
        (made, gone, seen, client)
    })
    .await;
    let client = client(emulator.endpoint());
    let made: Vec<String> = done
        .iter()
        .flat_map(|(made, gone, ..)| made.iter().chain([gone]))
        .cloned()
        .collect();
    assert_eq!(made.len(), CLIENTS * EACH);
    let listed = list(client.clone(), Order::Asc).await;
    whole(&made, &listed, &list(client.clone(), Order::Desc).await);
    for (.., seen, _) in &done {
        consistent(seen, &listed);
    }
    let deletions = done.into_iter().map(|(made, gone, _, client)| {
        tokio::spawn(async move {
            client.files().delete(&gone).await.unwrap();
            assert!(client.files().delete(&gone).await.unwrap_err().is_not_found());
            made
        })
    });
    let mut left = Vec::new();
    for deletion in deletions.collect::<Vec<_>>() {
        left.extend(deletion.await.unwrap());
    }
    let listed = list(client.clone(), Order::Asc).await;
    whole(&left, &listed, &list(client, Order::Desc).await);
    sound(&emulator);
}

/// Every client sends a part of each of four uploads.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn concurrent_uploads_do_not_interfere() {
    const UPLOADS: usize = 4;
    const PART: usize = 10_000;
    let emulator = start().await;
    let first = client(emulator.endpoint());
    let uploads = first.authoring().upload_file();
    let mut started = Vec::new();
    for _ in 0..UPLOADS {
        let bytes = (CLIENTS * PART) as i64;
        let body = UploadFileStartBody::new(Purpose::Assistants, "big", bytes, "text/plain");
        started.push(uploads.start(&body).await.unwrap().id.clone());
    }
    let ids = Arc::new(started.clone());
    let parts = crowd(&emulator, |client, number| {
        let ids = Arc::clone(&ids);
        async move {
            let mut blocks = Vec::new();
            for (upload, id) in ids.iter().enumerate() {
                let bytes = vec![(number + upload) as u8; PART];
                let form = UploadFilePartForm::new(FilePart::from_bytes("blob", bytes));
                let part = client.authoring().upload_file().part(id, form).await.unwrap();
                assert_eq!(part.upload_id.as_ref(), Some(id));
                blocks.push(part.azure_block_id.clone().unwrap());
            }
            blocks
        }
    })
    .await;
    let all: BTreeSet<&String> = parts.iter().flatten().collect();
    assert_eq!(all.len(), CLIENTS * UPLOADS);
    for (upload, id) in started.iter().enumerate() {
        let blocks = parts.iter().map(|blocks| &blocks[upload]);
        let body = UploadFileCompleteBody::new(blocks);
        // Every client completes the upload, and one of them succeeds.
        let done = crowd(&emulator, |client, _| {
            let (id, body) = (id.clone(), body.clone());
            async move { client.authoring().upload_file().complete(id, &body).await }
        })
        .await;
        let (done, refused): (Vec<_>, Vec<_>) = done.into_iter().partition(Result::is_ok);
        assert_eq!(done.len(), 1);
        assert!(refused.into_iter().all(|refused| refused.unwrap_err().is_conflict()));
        let file = done.into_iter().next().unwrap().unwrap().into_value().file.unwrap();
        let content = first.files().content(&file.id).await.unwrap();
        let content = content.bytes(CLIENTS * PART).await.unwrap();
        assert_eq!(content.len(), CLIENTS * PART);
        for (number, part) in content.chunks(PART).enumerate() {
            assert!(part.iter().all(|byte| *byte == (number + upload) as u8));
        }
    }
    assert_eq!(first.files().list().all().await.unwrap().len(), UPLOADS);
    sound(&emulator);
}
