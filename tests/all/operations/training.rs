//! Fine-tuning and model operations.

use azure_openai_authoring::{
    AutoOrInteger, AutoOrNumber, DpoHyperparamsRequest, DpoMethodConfigRequest, DpoMethodRequest,
    FineTuningGetCheckpointsOptions, FineTuningGetEventsOptions, FineTuningHyperParameters, FineTuningJobCreation,
    FineTuningListOptions, WandBIntegrationRequest, WandBIntegrationRequestWrapper,
};
use serde_json::{Value, json};
use tests::server::Reply;

use super::exchange::{Exchange, Pass, Sent, json, nothing};
use super::files::exchange;
use crate::samples::authoring as samples;

/// A request with every field set, and its JSON.
pub(crate) fn job_request() -> (FineTuningJobCreation, Value) {
    let hyperparameters = FineTuningHyperParameters::new()
        .with_n_epochs(3)
        .with_batch_size("auto")
        .with_learning_rate_multiplier(0.5);
    let wandb = WandBIntegrationRequest::new("p")
        .with_name("n")
        .with_entity("e")
        .with_tags(["a", "b"]);
    let dpo = DpoHyperparamsRequest::new()
        .with_n_epochs(AutoOrInteger::from("auto"))
        .with_batch_size(-1)
        .with_learning_rate_multiplier(AutoOrNumber::from(-1.0))
        .with_beta(0.25)
        .with_l2_multiplier(0.125);
    let request = FineTuningJobCreation::new("gpt-4o-mini", "file-t")
        .with_validation_file("file-v")
        .with_hyperparameters(hyperparameters)
        .with_suffix("mine")
        .with_seed(-7)
        .with_integrations([WandBIntegrationRequestWrapper::new(wandb)])
        .with_method(DpoMethodRequest::new(
            DpoMethodConfigRequest::new().with_hyperparameters(dpo),
        ));
    let body = json!({
        "model": "gpt-4o-mini", "training_file": "file-t", "validation_file": "file-v",
        "hyperparameters": {"n_epochs": 3, "batch_size": "auto", "learning_rate_multiplier": 0.5},
        "suffix": "mine", "seed": -7,
        "integrations": [{"type": "wandb", "wandb": {
            "project": "p", "name": "n", "entity": "e", "tags": ["a", "b"]
        }}],
        "method": {"type": "dpo", "dpo": {"hyperparameters": {
            "n_epochs": "auto", "batch_size": -1, "learning_rate_multiplier": -1, "beta": 0.25, "l2_multiplier": 0.125
        }}}
    });
    (request, body)
}

fn jobs() -> Vec<Exchange> {
    vec![
        exchange(
            "FineTuning_List",
            Pass::Required,
            |c| json(c.authoring().fine_tuning().list(None)),
            Sent::get("/openai/fine_tuning/jobs"),
            samples::jobs(),
        ),
        exchange(
            "FineTuning_List",
            Pass::Everything,
            |c| {
                json(
                    c.authoring()
                        .fine_tuning()
                        .list(FineTuningListOptions::new().with_after("j+1").with_limit(3)),
                )
            },
            Sent::get("/openai/fine_tuning/jobs").query(&[("after", "j+1"), ("limit", "3")]),
            samples::jobs(),
        ),
        exchange(
            "FineTuning_Create",
            Pass::Required,
            |c| {
                json(
                    c.authoring()
                        .fine_tuning()
                        .create(&FineTuningJobCreation::new("gpt-4o-mini", "file-t")),
                )
            },
            Sent::post("/openai/fine_tuning/jobs").json(json!({"model": "gpt-4o-mini", "training_file": "file-t"})),
            samples::supervised_job(),
        ),
        exchange(
            "FineTuning_Create",
            Pass::Everything,
            |c| json(c.authoring().fine_tuning().create(&job_request().0)),
            Sent::post("/openai/fine_tuning/jobs").json(job_request().1),
            samples::dpo_job(),
        ),
        exchange(
            "FineTuning_Get",
            Pass::Required,
            |c| json(c.authoring().fine_tuning().get("ft/1")),
            Sent::get("/openai/fine_tuning/jobs/ft%2F1"),
            samples::dpo_job(),
        ),
        Exchange {
            response: Reply::nothing(),
            ..exchange(
                "FineTuning_Delete",
                Pass::Required,
                |c| nothing(c.authoring().fine_tuning().delete("ft 1")),
                Sent::new("DELETE", "/openai/fine_tuning/jobs/ft%201"),
                Value::Null,
            )
        },
        exchange(
            "FineTuning_Cancel",
            Pass::Required,
            |c| json(c.authoring().fine_tuning().cancel("ft;1")),
            Sent::post("/openai/fine_tuning/jobs/ft%3B1/cancel"),
            samples::supervised_job(),
        ),
    ]
}

fn progress() -> Vec<Exchange> {
    vec![
        exchange(
            "FineTuning_GetCheckpoints",
            Pass::Required,
            |c| json(c.authoring().fine_tuning().get_checkpoints("ft-1", None)),
            Sent::get("/openai/fine_tuning/jobs/ft-1/checkpoints"),
            samples::checkpoints(),
        ),
        exchange(
            "FineTuning_GetCheckpoints",
            Pass::Everything,
            |c| {
                let options = FineTuningGetCheckpointsOptions::new().with_after("c-1").with_limit(10);
                json(c.authoring().fine_tuning().get_checkpoints("ft@1", options))
            },
            Sent::get("/openai/fine_tuning/jobs/ft%401/checkpoints").query(&[("after", "c-1"), ("limit", "10")]),
            samples::checkpoints(),
        ),
        exchange(
            "FineTuning_GetEvents",
            Pass::Required,
            |c| json(c.authoring().fine_tuning().get_events("ft-1", None)),
            Sent::get("/openai/fine_tuning/jobs/ft-1/events"),
            samples::events(),
        ),
        exchange(
            "FineTuning_GetEvents",
            Pass::Everything,
            |c| {
                let options = FineTuningGetEventsOptions::new().with_after("e-1").with_limit(20);
                json(c.authoring().fine_tuning().get_events("ft&1", options))
            },
            Sent::get("/openai/fine_tuning/jobs/ft%261/events").query(&[("after", "e-1"), ("limit", "20")]),
            samples::events(),
        ),
        exchange(
            "Models_List",
            Pass::Required,
            |c| json(c.authoring().models().list()),
            Sent::get("/openai/models"),
            samples::models(),
        ),
        exchange(
            "Models_Get",
            Pass::Required,
            |c| json(c.authoring().models().get("gpt-4o-mini.ft-0/1")),
            Sent::get("/openai/models/gpt-4o-mini.ft-0%2F1"),
            samples::model(),
        ),
    ]
}

pub(crate) fn exchanges() -> Vec<Exchange> {
    let mut all = jobs();
    all.extend(progress());
    all
}
