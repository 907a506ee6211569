//! Every list of the facade, over several pages.

use azure_openai::Value;
use azure_openai::authoring::{
    BatchListOptions, FilesListOptions, FineTuningGetCheckpointsOptions, FineTuningGetEventsOptions,
    FineTuningListOptions, IngestionJob, Purpose, StoredCompletionGetMessagesOptions, StoredCompletionListOptions,
};
use azure_openai::paging::{Items, List};
use serde_json::json;

use crate::support::scripted::{Recorded, Reply, Service};

const ITEMS: usize = 7;

/// Seven items with the ids `i0` to `i6`, by whichever scheme the path has.
fn paged(asked: &Recorded) -> Reply {
    let by_link = asked.path.starts_with("/ingestion");
    let limit = asked.parameter("limit").map_or(3, |limit| limit.parse().unwrap());
    let start = match (asked.parameter("after"), asked.parameter("skip")) {
        (Some(id), _) => id[1..].parse::<usize>().unwrap() + 1,
        (_, Some(skip)) => skip.parse().unwrap(),
        _ => 0,
    };
    let end = (start + limit).min(ITEMS);
    let items: Vec<_> = (start..end)
        .map(|item| {
            let id = format!("i{item}");
            match by_link {
                true => json!({"jobId": id, "runId": id, "kind": "SystemCompute"}),
                false => json!({"id": id}),
            }
        })
        .collect();
    if by_link {
        let path = format!("/openai{}?skip={end}", asked.path);
        let link = (end < ITEMS).then_some(path);
        return Reply::json(json!({"value": items, "nextLink": link}));
    }
    let mut body = json!({"object": "list", "data": items});
    if asked.path != "/files" {
        body["has_more"] = json!(end < ITEMS);
    }
    Reply::json(body)
}

async fn ids<L: List>(items: Items<L>, id: impl Fn(&L::Item) -> Option<&str>) -> Vec<String> {
    let items = items.all().await.unwrap();
    items.iter().map(|item| id(item).unwrap().to_owned()).collect()
}

#[tokio::test]
async fn each_list_is_read_to_its_end_in_order() {
    let service = Service::start(paged).await;
    let client = service.client();
    let tuning = client.fine_tuning();
    let stored = client.stored_completions();
    let ingestion = client.ingestion();
    let expected: Vec<_> = (0..ITEMS).map(|item| format!("i{item}")).collect();
    let found = [
        ids(
            client.files().list_with(FilesListOptions::new().with_limit(3)),
            |file| Some(&file.id),
        )
        .await,
        ids(
            client.batches().list_with(BatchListOptions::new().with_limit(2)),
            |batch| Some(&batch.id),
        )
        .await,
        ids(tuning.list_with(FineTuningListOptions::new().with_limit(7)), |job| {
            Some(&job.id)
        })
        .await,
        ids(
            tuning.events_with("j", FineTuningGetEventsOptions::new().with_limit(1)),
            |event| Some(&event.id),
        )
        .await,
        ids(
            tuning.checkpoints_with("j", FineTuningGetCheckpointsOptions::new()),
            |point| Some(&point.id),
        )
        .await,
        ids(stored.list_with(StoredCompletionListOptions::new()), |completion| {
            Some(&completion.id)
        })
        .await,
        ids(
            stored.messages_with("c", StoredCompletionGetMessagesOptions::new()),
            |message| message.id.as_deref(),
        )
        .await,
        ids(ingestion.runs("j"), |run| run.run_id.as_deref()).await,
        ids(ingestion.list(), |job| match job {
            IngestionJob::SystemCompute(job) => job.job_id.as_deref(),
            _ => None,
        })
        .await,
    ];
    for ids in found {
        assert_eq!(ids, expected);
    }
    let versions = |asked: &Recorded| asked.query.iter().filter(|(name, _)| name == "api-version").count();
    assert!(service.requests().iter().all(|asked| versions(asked) == 1));
}

#[tokio::test]
async fn options_of_the_request_apply_to_each_page() {
    let service = Service::start(paged).await;
    let options = FilesListOptions::new().with_purpose(Purpose::Batch).with_limit(4);
    assert_eq!(
        service.client().files().list_with(options).all().await.unwrap().len(),
        ITEMS
    );
    let asked = service.requests();
    // Without `has_more` only an empty page is the end.
    let pages: Vec<_> = asked
        .iter()
        .map(|page| (page.parameter("after"), page.parameter("purpose")))
        .collect();
    let batch = Some("batch");
    assert_eq!(pages, [(None, batch), (Some("i3"), batch), (Some("i6"), batch)]);
}

#[tokio::test]
async fn list_of_a_service_that_ignores_after_ends() {
    let service = Service::start(|_| Reply::json(json!({"data": [{"id": "a"}, {"id": "b"}]}))).await;
    let mut files = service.client().files().list();
    assert!(files.next().await.unwrap().is_ok() && files.next().await.unwrap().is_ok());
    assert!(files.next().await.is_none());
    assert_eq!(service.requests().len(), 2);
}

#[tokio::test]
async fn pages_of_the_generated_client_take_the_settings_of_a_call() {
    let service = Service::start(paged).await;
    let client = service.client();
    let call = client.authoring().batch().list(None).with_client_request_id("mine");
    let mut pages = call.pages();
    while let Some(page) = pages.next().await {
        assert!(page.unwrap().head().status().is_success());
    }
    let asked = service.requests();
    assert_eq!(asked.len(), 3);
    assert!(
        asked
            .iter()
            .all(|page| page.headers["x-ms-client-request-id"] == "mine")
    );
    let models = Service::start(|_| Reply::json(json!({"data": [{"id": "m"}], "object": Value::Null}))).await;
    let models = models.client().authoring().models().list().items().all().await.unwrap();
    assert_eq!(models[0].id, "m");
}
