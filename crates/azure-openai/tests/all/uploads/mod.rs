//! Files uploaded in parts.

mod failures;
mod parts;
mod resuming;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use azure_openai::authoring::Purpose;
use azure_openai::files::LargeUpload;
use azure_openai::{Bytes, FilePart};
use futures_util::stream;
use serde_json::json;

use crate::support::scripted::{Recorded, Reply, Service};

/// What a service has of an upload.
#[derive(Default)]
struct Store {
    parts: HashMap<String, Vec<u8>>,
    whole: Option<Vec<u8>>,
    failed: u32,
}

/// A service that puts parts together in the order that it is seen, by block or part ids. Of the parts, the n-th fail.
async fn uploading(blocks: bool, failing: Vec<usize>) -> (Service, Arc<Mutex<Store>>) {
    let store = Arc::new(Mutex::new(Store::default()));
    let inner = Arc::clone(&store);
    let mut asked_for_parts = 0;
    let service = Service::start(move |asked: &Recorded| {
        let mut store = inner.lock().unwrap();
        match asked.line().as_str() {
            "POST /uploads" => {
                Reply::json(json!({"id": "u", "status": "pending", "file": {"id": "f", "status": "pending"}}))
            }
            "POST /uploads/u/parts" => {
                asked_for_parts += 1;
                if failing.contains(&(asked_for_parts - 1)) {
                    store.failed += 1;
                    return Reply::unavailable();
                }
                let id = format!("part-{asked_for_parts}");
                let block = format!("block-{asked_for_parts}");
                store
                    .parts
                    .insert(if blocks { block.clone() } else { id.clone() }, asked.file().to_vec());
                Reply::json(json!({"id": id, "azure_block_id": blocks.then_some(block)}))
            }
            "POST /uploads/u/complete" => {
                let body = asked.json();
                let ids = body["part_ids"].as_array().unwrap().iter();
                let whole: Vec<u8> = ids.flat_map(|id| store.parts[id.as_str().unwrap()].clone()).collect();
                if let Some(md5) = body["md5"].as_str() {
                    assert_eq!(md5, format!("{:x}", md5::compute(&whole)));
                }
                let bytes = whole.len();
                store.whole = Some(whole);
                Reply::json(
                    json!({"id": "u", "status": "completed", "file": {"id": "f", "status": "pending", "bytes": bytes}}),
                )
            }
            "POST /uploads/u/cancel" => Reply::json(json!({"id": "u", "status": "cancelled"})),
            line => panic!("{line}"),
        }
    })
    .await;
    (service, store)
}

fn contents(length: usize) -> Vec<u8> {
    (0..length).map(|at| (at * 31 % 251) as u8).collect()
}

fn from_stream(bytes: &[u8], chunk: usize, said: u64) -> LargeUpload {
    let chunks: Vec<_> = bytes
        .chunks(chunk)
        .map(Bytes::copy_from_slice)
        .map(Ok::<_, std::io::Error>)
        .collect();
    LargeUpload::new(
        Purpose::FineTune,
        FilePart::from_stream("t.jsonl", stream::iter(chunks), Some(said)),
    )
}
