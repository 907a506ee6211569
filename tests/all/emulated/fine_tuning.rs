//! Fine-tuning jobs of each method.

use std::collections::BTreeSet;

use azure_openai::authoring::{
    DpoHyperparamsRequest, DpoMethodConfigRequest, DpoMethodRequest, EventType, FineTuneMethod, FineTuneMethodRequest,
    FineTuningGetCheckpointsOptions, FineTuningGetEventsOptions, FineTuningHyperParameters, FineTuningJob,
    FineTuningJobCreation, FineTuningListOptions, FineTuningState, Purpose, SupervisedMethodRequest,
    WandBIntegrationRequest, WandBIntegrationRequestWrapper,
};
use azure_openai::fine_tuning::TrainingUpdate;
use serde_json::{Value, json};
use tests::json::encode;

use super::group::{Group, Named, SOON};
use crate::operations::exchange::Api;

pub(super) const OPERATIONS: &[Named] = &[
    (Api::Authoring, "FineTuning_List"),
    (Api::Authoring, "FineTuning_Create"),
    (Api::Authoring, "FineTuning_Get"),
    (Api::Authoring, "FineTuning_Delete"),
    (Api::Authoring, "FineTuning_Cancel"),
    (Api::Authoring, "FineTuning_GetCheckpoints"),
    (Api::Authoring, "FineTuning_GetEvents"),
];

const MODEL: &str = "gpt-4o-2024-08-06";

fn lines(example: impl Fn(usize) -> Value) -> String {
    let lines: Vec<String> = (0..10).map(|index| example(index).to_string()).collect();
    lines.join("\n")
}

pub(super) fn examples() -> String {
    lines(|index| {
        json!({"messages": [
            {"role": "user", "content": format!("What is {index}?")},
            {"role": "assistant", "content": "A number."},
        ]})
    })
}

fn preferences() -> String {
    lines(|index| {
        json!({
            "input": {"messages": [{"role": "user", "content": format!("What is {index}?")}]},
            "preferred_output": [{"role": "assistant", "content": "A number."}],
            "non_preferred_output": [{"role": "assistant", "content": "I don't know."}],
        })
    })
}

#[tokio::test]
async fn fine_tuning() {
    let group = Group::start().await;
    let side = group.authoring();
    let jobs = group.client.authoring().fine_tuning();
    let data = group.file(Purpose::FineTune, examples()).await;
    let pairs = group.file(Purpose::FineTune, preferences()).await;

    let hyperparameters = FineTuningHyperParameters::new()
        .with_n_epochs(2)
        .with_batch_size("auto")
        .with_learning_rate_multiplier(-1.0);
    let wandb = WandBIntegrationRequest::new("p").with_tags(["a"]);
    let supervised = FineTuningJobCreation::new(MODEL, &data)
        .with_validation_file(&data)
        .with_hyperparameters(hyperparameters)
        .with_suffix("mine")
        .with_seed(7)
        .with_integrations([WandBIntegrationRequestWrapper::new(wandb)])
        .with_method(SupervisedMethodRequest::new());
    let dpo = DpoHyperparamsRequest::new()
        .with_n_epochs("auto")
        .with_batch_size(-1)
        .with_learning_rate_multiplier(0.5)
        .with_beta(0.25)
        .with_l2_multiplier(0.125);
    let preferred = FineTuningJobCreation::new(MODEL, &pairs).with_method(DpoMethodRequest::new(
        DpoMethodConfigRequest::new().with_hyperparameters(dpo),
    ));
    let plain = FineTuningJobCreation::new(MODEL, &data)
        .with_hyperparameters(FineTuningHyperParameters::new().with_n_epochs("auto"));

    let mut created = Vec::new();
    for request in [&supervised, &preferred, &plain] {
        let job = side.good(jobs.create(request), 201).await;
        assert_eq!((&*job.model, &job.training_file), (MODEL, &request.training_file));
        let method = job.method.as_ref().unwrap();
        assert_eq!(
            matches!(method, FineTuneMethod::Dpo(_)),
            matches!(request.method, Some(FineTuneMethodRequest::Dpo(_))),
            "{method:?}"
        );
        follow(&group, &job).await;
        created.push(job.id.clone());
    }
    refused(&group, &data).await;

    let list = side.good(jobs.list(None), 200).await;
    assert_eq!(list.has_more, Some(false));
    assert!(list.data.iter().rev().map(|job| &job.id).eq(&created));
    let options = FineTuningListOptions::new().with_limit(2);
    let paged = group.client.fine_tuning().list_with(options).all().await.unwrap();
    assert_eq!(paged, list.data);
    for wrong in [
        FineTuningListOptions::new().with_limit(0),
        FineTuningListOptions::new().with_after("ftjob-none"),
    ] {
        side.bad(jobs.list(wrong), 400, "invalidPayload").await;
    }

    side.good(jobs.delete(&created[0]), 204).await;
    side.bad(jobs.delete(&created[0]), 404, "notFound").await;
    side.bad(jobs.get(&created[0]), 404, "notFound").await;

    group.stop_clock();
    let job = side.good(jobs.create(&plain), 201).await;
    let cancelled = side.good(jobs.cancel(&job.id), 200).await;
    assert_eq!(cancelled.status, Some(FineTuningState::Cancelled));
    assert_eq!(
        jobs.get(&job.id).await.unwrap().status,
        Some(FineTuningState::Cancelled)
    );
    let again = jobs.cancel(&created[1]);
    side.bad(again, 409, "unexpectedEntityState").await;
    side.bad(jobs.cancel("ftjob-none"), 404, "notFound").await;
    group.start_clock();
    group.finish(OPERATIONS);
}

/// Runs a job to completion and checks its events on the way and its results.
async fn follow(group: &Group, job: &FineTuningJob) {
    let side = group.authoring();
    let jobs = group.client.authoring().fine_tuning();
    let tuning = group.client.fine_tuning();
    let wait = tuning.wait(&job.id).with_interval(SOON, SOON);
    let mut updates = tuning.follow_with(&job.id, wait);
    let (mut events, mut last) = (Vec::new(), None);
    while let Some(update) = updates.next().await {
        match update.unwrap() {
            TrainingUpdate::Event(event) => events.push(event),
            TrainingUpdate::Job(job) => last = job.status.clone(),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(last, Some(FineTuningState::Succeeded));

    let done = side.good(jobs.get(&job.id), 200).await;
    assert_eq!(done.status, Some(FineTuningState::Succeeded));
    let model = done.fine_tuned_model.as_deref().unwrap();
    let listed = group.client.authoring().models().get(model).await.unwrap();
    assert_eq!(listed.fine_tune.as_ref(), Some(&job.id));
    assert_eq!(encode(&done.method), encode(&job.method));
    side.bad(jobs.get("ftjob-none"), 404, "notFound").await;

    // Each event was reported once; the list has them newest first, with any page size.
    let list = side.good(jobs.get_events(&job.id, None), 200).await;
    let options = FineTuningGetEventsOptions::new().with_limit(7);
    let paged = tuning.events_with(&job.id, options).all().await.unwrap();
    assert!(
        paged
            .iter()
            .rev()
            .map(|event| &event.id)
            .eq(events.iter().map(|event| &event.id))
    );
    assert!(paged.starts_with(&list.data));
    let ids: BTreeSet<_> = events.iter().map(|event| &event.id).collect();
    assert_eq!(ids.len(), events.len());
    let measured = events
        .iter()
        .filter(|event| event.type_ == Some(EventType::Metrics))
        .count();

    let metrics = tuning.metrics(&done).await.unwrap();
    assert_eq!(metrics.steps.len(), measured);
    let losses: Vec<f64> = metrics.steps.iter().map(|step| step.train_loss.unwrap()).collect();
    assert!(losses[losses.len() - 1] < losses[0], "{losses:?}");
    assert_eq!(
        metrics.steps.iter().any(|step| step.valid_loss.is_some()),
        job.validation_file.is_some()
    );

    let options = FineTuningGetCheckpointsOptions::new().with_limit(1);
    let paged = tuning.checkpoints_with(&job.id, options).all().await.unwrap();
    let list = side.good(jobs.get_checkpoints(&job.id, None), 200).await;
    assert_eq!(paged, list.data);
    assert_eq!(paged[0].fine_tuned_model_checkpoint, model);
    assert!(paged.iter().rev().is_sorted_by_key(|point| point.step_number));
    assert!(paged.iter().all(|point| point.fine_tuning_job_id == job.id));

    side.bad(jobs.get_events("ftjob-none", None), 404, "notFound").await;
    side.bad(jobs.get_checkpoints("ftjob-none", None), 404, "notFound")
        .await;
    let wrong = FineTuningGetEventsOptions::new().with_after("none");
    side.bad(jobs.get_events(&job.id, wrong), 400, "invalidPayload").await;
    let wrong = FineTuningGetCheckpointsOptions::new().with_limit(-1);
    side.bad(jobs.get_checkpoints(&job.id, wrong), 400, "invalidPayload")
        .await;
}

async fn refused(group: &Group, data: &str) {
    let side = group.authoring();
    let jobs = group.client.authoring().fine_tuning();
    let request = || FineTuningJobCreation::new(MODEL, data);
    let epochs = |epochs| FineTuningHyperParameters::new().with_n_epochs(epochs);
    let beta = DpoHyperparamsRequest::new().with_beta(-3.0);
    let beta = DpoMethodConfigRequest::new().with_hyperparameters(beta);
    let mut unknown = serde_json::Map::new();
    unknown.insert("type".to_owned(), "magic".into());
    for (wrong, target) in [
        (FineTuningJobCreation::new("gpt-9", data), "model"),
        (FineTuningJobCreation::new(MODEL, "file-none"), "training_file"),
        (request().with_validation_file("file-none"), "validation_file"),
        (request().with_suffix("a b"), "suffix"),
        (request().with_seed(-1), "seed"),
        (request().with_hyperparameters(epochs(0)), "hyperparameters.n_epochs"),
        (
            request().with_method(DpoMethodRequest::new(beta)),
            "method.dpo.hyperparameters.beta",
        ),
        (
            request().with_method(FineTuneMethodRequest::Unknown(unknown.into())),
            "method.type",
        ),
    ] {
        let error = side.bad(jobs.create(&wrong), 400, "invalidPayload").await;
        assert_eq!(error.target(), Some(target), "{error}");
    }
    // Data of the other method: the job fails, and its error says where.
    let wrong = group.file(Purpose::FineTune, preferences()).await;
    let count = group.client.fine_tuning().list().all().await.unwrap().len();
    let job = jobs.create(&FineTuningJobCreation::new(MODEL, &wrong)).await.unwrap();
    let wait = group.client.fine_tuning().wait(&job.id).with_interval(SOON, SOON);
    let failed = wait.await.unwrap_err().into_job().unwrap();
    assert_eq!(failed.status, Some(FineTuningState::Failed));
    let message = failed.error.as_ref().unwrap().message.as_deref().unwrap();
    assert!(message.contains("line 1"), "{message}");
    jobs.delete(&job.id).await.unwrap();
    assert_eq!(group.client.fine_tuning().list().all().await.unwrap().len(), count);
}
