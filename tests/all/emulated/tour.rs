//! The whole facade, one feature after the other: the emulator's responses conform to the specification, and every
//! operation is traced without content.

use std::collections::BTreeMap;

use azure_openai::authoring::{
    DeploymentConnection, FineTuningJobCreation, GenericEmbeddingSettings, IngestionJobSystemCompute, OperationState,
    Purpose, SystemComputeStorage,
};
use azure_openai::tools::{NoArguments, Tools};
use azure_openai::{Client, FilePart, files::LargeUpload, fine_tuning::TrainingUpdate, system, user};
use azure_openai_emulator::{Builder, ChatContext, Emulator, Reply};
use serde_json::json;
use tests::clients::NEWEST_VERSION;

use super::fine_tuning::examples;
use super::group::{Group, SOON, sound};
use crate::telemetry::spans::{Span, Spans};

/// The content of every message, which must not appear in traces.
const PROMPT: &str = "canary-prompt: sing of the sea";

/// Calls the clock tool where the prompt asks for the time, and repeats its result.
fn clockwork() -> Builder {
    Emulator::builder().reply_when(|call: &ChatContext<'_>| {
        let last = call.body()["messages"].as_array()?.last()?;
        if last["role"] == "tool" {
            return Some(Reply::text(format!("It is {}.", last["content"])));
        }
        let asked = call.prompt().contains("time is it");
        asked.then(|| Reply::tool_call("now", json!({})))
    })
}

#[tokio::test]
async fn a_tour_of_the_facade() {
    let spans = Spans::collect();
    let group = Group::of(clockwork()).await;
    let client = &group.client;
    chats(client).await;
    media(client).await;
    files(client).await;
    batch(client).await;
    training(&group).await;
    ingestion(client).await;
    stored(client).await;
    sound(&group.emulator);

    let spans = spans.take();
    let mut calls: BTreeMap<&str, usize> = BTreeMap::new();
    for span in &spans {
        traced(span);
        if let Some(template) = span.attributes.get("url.template") {
            *calls.entry(template.as_str().unwrap()).or_default() += 1;
        }
    }
    // Each request at the emulator is an attempt in the traces.
    let requests = group.emulator.requests().len();
    assert_eq!(calls.values().sum::<usize>(), requests, "{calls:?}");
    for template in [
        "/deployments/{deployment-id}/chat/completions",
        "/deployments/{deployment-id}/audio/speech",
        "/files/{file-id}/content",
        "/uploads/{upload-id}/parts",
        "/batches/{batch-id}",
        "/fine_tuning/jobs/{fine-tuning-job-id}/events",
        "/ingestion/jobs/{job-id}/runs/{run-id}",
        "/chat/completions/{stored-completion-id}/messages",
    ] {
        assert!(calls.contains_key(template), "{template}: {calls:?}");
    }
}

fn traced(span: &Span) {
    assert!(!span.failed, "{span:?}");
    assert!(!format!("{span:?}").contains("canary"), "{span:?}");
}

async fn chats(client: &Client) {
    let chat = client.deployment("gpt-4o");
    let response = chat
        .chat([system("Be brief."), user(PROMPT)])
        .with_temperature(0.2)
        .await
        .unwrap();
    assert!(response.text().contains("sing of the sea"));
    let mut stream = chat.chat([user(PROMPT)]).stream().await.unwrap();
    let mut text = String::new();
    while let Some(event) = stream.next().await {
        text.extend(event.unwrap().text());
    }
    assert_eq!(text, stream.partial().text());
    assert!(text.contains("sing of the sea"));

    let tools = Tools::new().with_function("now", |_: NoArguments| async { Ok("noon") });
    let outcome = chat.chat([user("What time is it?")]).run_tools(&tools).await.unwrap();
    assert_eq!(outcome.rounds, 1);
    assert!(outcome.response.text().contains("noon"));

    let whole = client
        .deployment("gpt-35-turbo-instruct")
        .complete(PROMPT)
        .await
        .unwrap();
    assert!(!whole.text().is_empty());
    let embedding = client.deployment("text-embedding-3-small");
    let all = embedding
        .embed_all((0..10).map(|n| format!("{PROMPT} {n}")))
        .with_batch_size(4);
    assert_eq!(all.await.unwrap().vectors.len(), 10);
}

async fn media(client: &Client) {
    let directory = tempfile::tempdir().unwrap();
    let response = client.deployment("dall-e-3").image(PROMPT).await.unwrap();
    let picture = directory.path().join("sea.png");
    let length = response.data[0].save_to(&picture, client).await.unwrap();
    assert_eq!(std::fs::metadata(&picture).unwrap().len(), length);

    let speech = directory.path().join("sea.wav");
    let voice = client.deployment("tts-1").speak("The sea.", "alloy");
    let voice = voice.with_response_format("wav");
    let length = voice.save_to(&speech).await.unwrap();
    assert_eq!(std::fs::metadata(&speech).unwrap().len(), *length);
    let heard = client
        .deployment("whisper")
        .transcribe(FilePart::from_path(&speech))
        .verbose()
        .await
        .unwrap();
    assert!(heard.duration.unwrap() > 0.1 && !heard.segments.is_empty());
}

async fn files(client: &Client) {
    let files = client.files();
    let part = FilePart::from_bytes("a.txt", PROMPT);
    let file = files.upload(Purpose::Assistants, part).await.unwrap();
    files.wait(&file.id).with_interval(SOON, SOON).await.unwrap();
    let directory = tempfile::tempdir().unwrap();
    let copy = directory.path().join("copy.txt");
    files.save(&file.id, &copy).await.unwrap();
    assert_eq!(std::fs::read_to_string(&copy).unwrap(), PROMPT);
    let large = LargeUpload::new(Purpose::Assistants, &copy).with_part_size(10);
    let large = files.upload_large(large).await.unwrap();
    assert_eq!(large.bytes, Some(PROMPT.len() as i64));
    let listed = files.list().all().await.unwrap();
    assert_eq!(listed.len(), 2);
    for file in listed {
        files.delete(&file.id).await.unwrap();
    }
    assert!(files.list().all().await.unwrap().is_empty());
}

async fn batch(client: &Client) {
    let directory = tempfile::tempdir().unwrap();
    let requests = (0..5).map(|line| {
        let call = client.deployment("gpt-4o").chat([user(format!("{PROMPT} {line}"))]);
        (format!("line-{line}"), call.request().clone())
    });
    let set = client.batches().set(directory.path(), "gpt-4o").create(requests);
    // By default it would wait for ten seconds between two polls.
    let mut set = set.unwrap().with_interval(SOON, SOON);
    let mut results = set.run(client).await.unwrap();
    let mut count = 0;
    while let Some(result) = results.next().await {
        let result = result.unwrap();
        let text = format!("sea {}", result.number);
        assert!(result.outcome.unwrap().text().contains(&text));
        count += 1;
    }
    assert_eq!(count, 5);
}

async fn training(group: &Group) {
    let data = group.file(Purpose::FineTune, examples()).await;
    let tuning = group.client.fine_tuning();
    let job = FineTuningJobCreation::new("gpt-4o", data);
    let job = tuning.create(&job).await.unwrap();
    let wait = tuning.wait(&job.id).with_interval(SOON, SOON);
    let mut updates = tuning.follow_with(&job.id, wait);
    let (mut events, mut model) = (0, None);
    while let Some(update) = updates.next().await {
        match update.unwrap() {
            TrainingUpdate::Event(_) => events += 1,
            TrainingUpdate::Job(job) => model = job.fine_tuned_model.clone(),
            other => panic!("{other:?}"),
        }
    }
    assert!(events > 2 && model.is_some());
    let job = tuning.get(&job.id).await.unwrap();
    assert!(!tuning.metrics(&job).await.unwrap().steps.is_empty());
}

async fn ingestion(client: &Client) {
    let ingestion = client.ingestion();
    let embeddings = GenericEmbeddingSettings::new().with_deployment_name("ada");
    let source = SystemComputeStorage::new(DeploymentConnection::new(), "docs", [embeddings]);
    let job = IngestionJobSystemCompute::new().with_datasource(source);
    ingestion.create("tour", &job.into(), None).await.unwrap();
    let runs = ingestion.runs("tour").all().await.unwrap();
    let run = runs[0].run_id.as_deref().unwrap();
    let wait = ingestion.wait_for_run("tour", run, None);
    let done = wait.with_interval(SOON, SOON).await.unwrap();
    assert_eq!(done.status, Some(OperationState::Succeeded));
}

async fn stored(client: &Client) {
    let chat = client.deployment("gpt-4o").with_api_version(NEWEST_VERSION);
    let call = chat.chat([user(PROMPT)]).with_body_field("store", true);
    let id = call.await.unwrap().id.clone();
    let stored = client.stored_completions();
    assert_eq!(stored.list().all().await.unwrap().len(), 1);
    assert_eq!(stored.get(&id).await.unwrap().id, id);
    let messages = stored.messages(&id).all().await.unwrap();
    assert_eq!(messages.len(), 1);
    stored.delete(&id).await.unwrap();
    assert!(stored.list().all().await.unwrap().is_empty());
}
