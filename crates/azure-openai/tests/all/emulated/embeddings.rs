//! Embeddings of many texts within an ordinary quota.

use std::time::Duration;

use azure_openai_emulator::Emulator;

use super::{asked, run};

#[test]
fn quota_slows_the_requests_down_and_ends_none() {
    for concurrency in [1, 8, 32] {
        // Sixty requests, and twelve a minute.
        let narrow = Emulator::builder().with_rate_limit("text-embedding-3-small", 12, 1_000_000);
        run(narrow, async |emulator, client| {
            let texts = (0..60).map(|number| format!("text {number}"));
            let deployment = client.deployment("text-embedding-3-small");
            let all = deployment
                .embed_all(texts)
                .with_dimensions(4)
                .with_batch_size(1)
                .with_concurrency(concurrency);
            let all = all.await.unwrap();
            assert_eq!((all.vectors.len(), all.failed.len()), (60, 0));
            assert!(all.vectors.iter().all(|vector| vector.len() == 4));
            // Few are refused: what one response says of the quota holds for all.
            let sent = asked(emulator, "Embeddings_Create");
            assert!(
                (60..60 + 5 * 4 * concurrency as u64).contains(&sent),
                "{sent} at {concurrency}"
            );
        });
    }
}

#[test]
fn quota_without_end_is_an_error() {
    let none = Emulator::builder().with_fault("status=429; retry-after=20".parse().unwrap());
    run(none, async |_, client| {
        let embedding = client.deployment("text-embedding-3-small").embed_all(["a", "b"]);
        let error = embedding.with_patience(Duration::from_secs(90)).await.unwrap_err();
        assert!(error.is_rate_limited());
    });
}
