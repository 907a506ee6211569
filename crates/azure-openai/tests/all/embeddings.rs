//! Embeddings of one text and of many.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use azure_openai::embeddings::EmbeddedBatch;
use azure_openai::{ErrorKind, Value};
use azure_openai_emulator::Emulator;
use futures_util::StreamExt;
use serde_json::json;

use crate::server::{Server, json, reply};
use crate::support::{client_of, emulated};

#[tokio::test(flavor = "multi_thread")]
async fn embeddings_are_the_same_as_base64_and_as_floats() {
    let (_emulator, client) = emulated(Emulator::builder()).await;
    let small = client.deployment("text-embedding-3-small");
    let texts = ["the cat sat", "quarterly tax report"];
    let default = small.embed(texts).with_dimensions(64).await.unwrap();
    let floats = small
        .embed(texts)
        .with_dimensions(64)
        .with_encoding_format("float")
        .await
        .unwrap();
    assert_eq!(default.vectors().len(), 2);
    for (base64, float) in default.vectors().zip(floats.vectors()) {
        let (base64, float): (&[f32], _) = (base64.unwrap(), float.unwrap());
        assert_eq!(base64.len(), 64);
        assert!(base64.iter().zip(float).all(|(a, b)| (a - b).abs() < 1e-6));
    }
    assert!(small.embed("one").await.unwrap().usage.total_tokens > 0);
}

#[tokio::test]
async fn base64_is_requested_unless_another_format_is() {
    let server = Server::start(|_, _| json(r#"{"data":[]}"#)).await;
    let deployment = client_of(&server).deployment("d");
    deployment.embed("x").await.unwrap();
    assert!(server.last().text().contains(r#""encoding_format":"base64""#));
    deployment.embed("x").with_encoding_format("float").await.unwrap();
    assert!(server.last().text().contains(r#""encoding_format":"float""#));
}

#[tokio::test(flavor = "multi_thread")]
async fn any_number_of_texts_is_embedded_in_order() {
    let count = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&count);
    let (_emulator, client) = emulated(Emulator::builder().observe(move |_| {
        counted.fetch_add(1, Ordering::SeqCst);
    }))
    .await;
    let small = client.deployment("text-embedding-3-small");
    // More than a request takes, by number.
    let texts = (0..2100).map(|number| format!("number {number}"));
    let all = small.embed_all(texts.clone()).with_dimensions(8).await.unwrap();
    assert_eq!((all.vectors.len(), count.swap(0, Ordering::SeqCst)), (2100, 2));

    let mut batches = small
        .embed_all(texts.take(10))
        .with_dimensions(8)
        .with_batch_size(3)
        .with_concurrency(2);
    let (mut numbers, mut tokens) = (Vec::new(), 0);
    while let Some(batch) = batches.next().await {
        let batch = batch.unwrap();
        assert_eq!(batch.first(), numbers.len());
        tokens += batch.usage().total_tokens;
        for (number, vector) in batch.vectors() {
            let vector = vector.unwrap();
            assert_eq!(vector, &*all.vectors[number]);
            numbers.push(number);
        }
    }
    assert_eq!(numbers, (0..10).collect::<Vec<_>>());
    assert_eq!((batches.done(), batches.usage().total_tokens), (10, tokens));
    assert_eq!(count.load(Ordering::SeqCst), 4);
    assert!(small.embed_all(Vec::<String>::new()).await.unwrap().vectors.is_empty());
}

/// A service that embeds each text as its own length.
async fn lengths() -> Server {
    Server::start(|_, sent| {
        let body: Value = serde_json::from_slice(&sent.body).unwrap();
        let texts = body["input"]
            .as_array()
            .unwrap()
            .iter()
            .map(|text| text.as_str().unwrap());
        if texts.clone().any(|text| text == "lost") {
            return json(r#"{"data":[],"usage":{"prompt_tokens":1,"total_tokens":1}}"#);
        }
        // In another order than asked, as nothing forbids.
        let data: Vec<_> = texts
            .enumerate()
            .map(|(index, text)| json!({"index": index, "embedding": [text.len()]}))
            .rev()
            .collect();
        json(&json!({"data": data, "usage": {"prompt_tokens": 2, "total_tokens": 2}}).to_string())
    })
    .await
}

#[tokio::test]
async fn texts_are_taken_only_as_they_are_needed() {
    let server = lengths().await;
    let deployment = client_of(&server).deployment("d");
    let taken = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&taken);
    let texts = (1..=1_000_000_usize).map(move |number| {
        counted.fetch_add(1, Ordering::SeqCst);
        "x".repeat(number % 7 + 1)
    });
    let mut batches = deployment.embed_all(texts).with_batch_size(5).with_concurrency(3);
    assert_eq!(taken.load(Ordering::SeqCst), 0);
    let first = batches.next().await.unwrap().unwrap();
    assert_eq!(
        first.into_vectors().map(|vector| vector[0]).collect::<Vec<_>>(),
        [2., 3., 4., 5., 6.]
    );
    batches.next().await.unwrap().unwrap();
    let taken = taken.load(Ordering::SeqCst);
    assert!(
        (10..=25).contains(&taken),
        "{taken} were taken for two batches of 5, 3 requests at once"
    );
}

#[tokio::test]
async fn request_is_bounded_in_bytes() {
    let server = lengths().await;
    let deployment = client_of(&server).deployment("d");
    let texts = ["aaaa", "bb", "cccccccccc", "d"];
    let batches = deployment.embed_all(texts).with_batch_bytes(6);
    let sizes: Vec<_> = batches.map(|batch| batch.unwrap().vectors().count()).collect().await;
    assert_eq!(sizes, [2, 1, 1]);
}

#[tokio::test]
async fn request_is_bounded_in_tokens() {
    let server = lengths().await;
    let deployment = client_of(&server).deployment("d");
    // By the vocabulary 4, 2 and 4 tokens; by their bytes 5, 2 and 5.
    let texts = ["one two three four", "five six", "seven eight nine ten"];
    let batches = deployment.embed_all(texts).with_batch_tokens(7);
    let sizes: Vec<_> = batches.map(|batch| batch.unwrap().vectors().count()).collect().await;
    assert_eq!(sizes, [2, 1]);
}

#[tokio::test]
async fn embeddings_can_be_resumed_after_an_error() {
    let server = lengths().await;
    let deployment = client_of(&server).deployment("d");
    let mut batches = deployment.embed_all(["a", "b", "c", "lost", "e"]).with_batch_size(2);
    assert_eq!(batches.next().await.unwrap().unwrap().vectors().count(), 2);
    let error = batches.next().await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("0 embeddings for 2 texts"), "{error}");
    assert!(batches.next().await.is_none());
    assert_eq!((batches.done(), batches.usage().total_tokens), (2, 2));
}

#[tokio::test]
async fn refused_and_empty_texts_fail_alone() {
    let server = Server::start(|_, sent| {
        let body: Value = serde_json::from_slice(&sent.body).unwrap();
        let texts = body["input"].as_array().unwrap();
        if texts.iter().any(|text| text == "bad") {
            return reply(400, &[], r#"{"error":{"code":"content_filter","message":"blocked"}}"#);
        }
        let data: Vec<_> = (0..texts.len())
            .map(|index| json!({"index": index, "embedding": [texts[index].as_str().unwrap().len(), 1]}))
            .collect();
        json(&json!({"data": data, "usage": {"prompt_tokens": 1, "total_tokens": 1}}).to_string())
    })
    .await;
    let deployment = client_of(&server).deployment("d");
    let texts = ["a", "bb", "bad", "cccc", "", "e", "bad", "hhhhhhhh"];
    let mut batches = deployment.embed_all(texts).with_batch_size(5).with_concurrency(2);
    let first = batches.next().await.unwrap().unwrap();
    let lengths = |batch: &EmbeddedBatch| batch.vectors().map(|(n, v)| (n, v.unwrap()[0])).collect::<Vec<_>>();
    assert_eq!(lengths(&first), [(0, 1.), (1, 2.), (3, 4.)]);
    let failed: Vec<_> = first.failed().iter().map(|(number, _)| *number).collect();
    assert_eq!((failed, first.count()), (vec![2, 4], 5));
    assert!(first.failed()[0].1.is_content_filtered());
    let vectors: Vec<_> = first.into_vectors().map(|vector| vector.len()).collect();
    assert_eq!(vectors, [2, 2, 0, 2, 0]);
    let second = batches.next().await.unwrap().unwrap();
    assert_eq!(lengths(&second), [(5, 1.), (7, 8.)]);
    assert!(batches.next().await.is_none());
    assert_eq!(batches.done(), 8);

    let all = deployment.embed_all(texts).await.unwrap();
    assert_eq!(all.vectors.len(), 8);
    assert_eq!(
        all.failed.iter().map(|(number, _)| *number).collect::<Vec<_>>(),
        [2, 4, 6]
    );
    assert!(all.into_matrix().unwrap_err().is_content_filtered());
    let matrix = deployment.embed_all(["a", "bb"]).await.unwrap().into_matrix().unwrap();
    assert_eq!(
        (matrix.rows, matrix.columns, &matrix.numbers[..]),
        (2, 2, &[1., 1., 2., 1.][..])
    );
    assert_eq!((matrix.row(1), matrix.row(2)), (Some(&[2., 1.][..]), None));
}

#[tokio::test]
async fn refusal_of_all_texts_is_an_error_of_the_request() {
    let server = Server::start(|_, _| {
        reply(
            400,
            &[],
            r#"{"error":{"code":"invalid","param":"dimensions","message":"no"}}"#,
        )
    })
    .await;
    let deployment = client_of(&server).deployment("d");
    let error = deployment.embed_all(["a"; 100]).await.unwrap_err();
    assert_eq!((error.param(), server.requests().len()), (Some("dimensions"), 1));
}

#[tokio::test]
async fn array_and_lines_have_rows_for_failed_texts_and_ids() {
    use azure_openai::embeddings::{EmbeddingText, SavedEmbeddings};
    let server = lengths().await;
    let deployment = client_of(&server).deployment("d");
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("out.npy");
    let embed = |fourth: &'static str| {
        let texts = ["", "", "ccc", fourth].into_iter().enumerate();
        let texts = texts.map(|(number, text)| EmbeddingText::from(text).with_id(format!("id-{number}")));
        deployment.embed_all(texts).with_batch_size(1).with_concurrency(1)
    };
    embed("lost").save_npy(&path).await.unwrap_err();
    let before = server.requests().len();
    let mut seen = Vec::new();
    let saved = embed("dddd")
        .with_progress(|saved| seen.push(saved.texts))
        .save_npy(&path)
        .await
        .unwrap();
    assert_eq!((seen, server.requests().len() - before), (vec![3, 4], 1));
    assert_eq!((saved.texts, saved.failed, saved.tokens), (4, 2, 4));
    let bytes = std::fs::read(&path).unwrap();
    assert!(String::from_utf8_lossy(&bytes[..128]).contains("'shape': (4, 1)"));
    let numbers: Vec<_> = bytes[128..]
        .chunks(4)
        .map(|four| f32::from_le_bytes(four.try_into().unwrap()))
        .collect();
    assert!(numbers[0].is_nan() && numbers[1].is_nan());
    assert_eq!(numbers[2..], [3., 4.]);
    let error = embed("dddd").save_jsonl(&path).await.unwrap_err();
    assert!(error.to_string().contains("in the other format"), "{error}");
    azure_openai::state_file::remove(SavedEmbeddings::state_path(&path)).unwrap();
    assert_eq!(std::fs::read_dir(directory.path()).unwrap().count(), 1);

    let lines = directory.path().join("out.jsonl");
    embed("dddd").save_jsonl(&lines).await.unwrap();
    let text = std::fs::read_to_string(&lines).unwrap();
    assert!(
        text.ends_with("{\"index\":3,\"id\":\"id-3\",\"embedding\":[4.0]}\n"),
        "{text}"
    );
}

#[tokio::test]
async fn saved_embeddings_go_on_where_they_were() {
    let server = lengths().await;
    let deployment = client_of(&server).deployment("d");
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("out.jsonl");
    let texts = |fourth| ["a", "bb", "", fourth, "eeeee"];
    let embed = |fourth| {
        deployment
            .embed_all(texts(fourth))
            .with_batch_size(1)
            .with_concurrency(1)
    };
    let error = embed("lost").save_jsonl(&path).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    // What a kill left of a line.
    let mut file = std::fs::File::options().append(true).open(&path).unwrap();
    std::io::Write::write_all(&mut file, b"{\"index\":3,").unwrap();
    let before = server.requests().len();
    let saved = embed("dddd").save_jsonl(&path).await.unwrap();
    assert_eq!((saved.texts, saved.failed, server.requests().len() - before), (5, 1, 2));
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(text.len() as u64, saved.bytes);
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let embeddings: Vec<_> = lines.iter().map(|line| line["embedding"][0].as_f64()).collect();
    assert_eq!(embeddings, [Some(1.), Some(2.), None, Some(4.), Some(5.)]);
    assert!(lines[2]["error"].as_str().unwrap().contains("empty"));
    // Done: nothing more is sent.
    assert_eq!(embed("dddd").save_jsonl(&path).await.unwrap(), saved);
    assert_eq!(server.requests().len() - before, 2);

    let other = ["x", "bb", "", "dddd", "eeeee"];
    let error = deployment.embed_all(other).save_jsonl(&path).await.unwrap_err();
    assert!(error.to_string().contains("other texts"), "{error}");
    let error = embed("dddd").with_dimensions(3).save_jsonl(&path).await.unwrap_err();
    assert!(error.to_string().contains("take another file"), "{error}");
    let taken = directory.path().join("taken.jsonl");
    std::fs::write(&taken, "mine").unwrap();
    let error = embed("dddd").save_jsonl(&taken).await.unwrap_err();
    assert!(
        error.kind() == ErrorKind::File && error.to_string().contains("taken.jsonl"),
        "{error}"
    );
    assert_eq!(std::fs::read_to_string(&taken).unwrap(), "mine");
}
