//! Values of the authoring API whose shape differs from its specification.

use azure_openai_authoring::{
    self as authoring, AutoOrInteger, AutoOrNumber, BatchErrorLine, BatchStatus, DpoMethodConfigRequest,
    DpoMethodRequest, FineTuneMethod, FineTuningHyperParameters, FineTuningJobCreation, IngestionJob, StoredToolChoice,
    SupervisedMethodRequest, WandBIntegrationRequest,
};
use serde_json::json;
use tests::json::encode;

use super::replying_json;
use crate::samples::ingestion;

#[tokio::test]
async fn fine_tuning_method_is_supervised_or_dpo() {
    let (server, client) = replying_json(json!({"id": "1"})).await;
    let request = || FineTuningJobCreation::new("m", "f");
    client
        .authoring()
        .fine_tuning()
        .create(&request().with_method(SupervisedMethodRequest::new()))
        .await
        .unwrap();
    assert_eq!(server.only().json()["method"], json!({"type": "supervised"}));
    let dpo = DpoMethodRequest::new(DpoMethodConfigRequest::new());
    client
        .authoring()
        .fine_tuning()
        .create(&request().with_method(dpo))
        .await
        .unwrap();
    assert_eq!(server.only().json()["method"], json!({"type": "dpo", "dpo": {}}));

    let dpo = json!({"type": "dpo", "dpo": {"hyperparameters": {"beta": 0.5, "n_epochs": "auto"}}});
    let supervised = json!({"type": "supervised", "supervised": {"hyperparameters": {"n_epochs": 3}}});
    let new = json!({"type": "reinforcement", "reinforcement": {"grader": {}}});
    for method in [dpo, supervised, new] {
        let (_server, client) = replying_json(json!({"id": "1", "method": method})).await;
        let job = client.authoring().fine_tuning().get("1").await.unwrap();
        match (job.method.as_ref().unwrap(), method["type"].as_str().unwrap()) {
            (FineTuneMethod::Dpo(dpo), "dpo") => {
                let hyperparameters = dpo.dpo.as_ref().unwrap().hyperparameters.as_ref().unwrap();
                assert_eq!(hyperparameters.beta, Some(0.5));
            }
            (FineTuneMethod::Supervised(method), "supervised") => {
                assert_eq!(method.extra["supervised"]["hyperparameters"]["n_epochs"], 3);
            }
            (FineTuneMethod::Unknown(method), "reinforcement") => {
                assert_eq!(method["type"], "reinforcement")
            }
            other => panic!("{other:?}"),
        }
        assert_eq!(encode(job.value())["method"], method);
    }
}

#[tokio::test]
async fn batch_errors_are_a_list_with_numeric_lines() {
    let (_server, client) = replying_json(json!({"id": "b", "errors": {"object": "list", "data": [
        {"code": "c", "line": 3}, {"code": "c", "line": null}, {"code": "c", "line": "4"}, {"code": "c"}
    ]}}))
    .await;
    let batch = client.authoring().batch().get("b").await.unwrap();
    let lines: Vec<_> = batch
        .errors
        .as_ref()
        .unwrap()
        .data
        .iter()
        .map(|error| error.line.clone())
        .collect();
    assert_eq!(
        lines,
        [
            Some(BatchErrorLine::Integer(3)),
            None,
            Some(BatchErrorLine::String("4".into())),
            None
        ]
    );
}

#[tokio::test]
async fn unions_decode_known_variants_and_keep_unknown_ones() {
    let mut bodies = ingestion::each_job();
    bodies.push(json!({"kind": "GpuCompute", "jobId": "j", "anything": [{"kind": null}]}));
    bodies.push(json!({"jobId": "no kind"}));
    for part in ["compute", "target", "datasource"] {
        bodies.push(json!({"kind": "UserCompute", "workspaceId": "w", part: {"kind": "New", "deep": {"a": [1]}}}));
    }
    bodies.push(json!({"kind": "SystemCompute", "searchServiceConnection": {"kind": "New", "id": 1}}));
    for body in bodies {
        let (_server, client) = replying_json(body.clone()).await;
        let job = client.authoring().ingestion_jobs().get("j").await.unwrap();
        match (job.value(), body["kind"].as_str()) {
            (IngestionJob::SystemCompute(job), Some("SystemCompute")) => {
                assert!(job.extra.is_empty())
            }
            (IngestionJob::UserCompute(job), Some("UserCompute")) => assert!(job.extra.is_empty()),
            (IngestionJob::Unknown(_), Some("GpuCompute") | None) => {}
            other => panic!("{other:?}"),
        }
        assert_eq!(encode(job.value()), body);
    }
    let spelled: IngestionJob = serde_json::from_value(json!({"kind": "systemcompute", "jobId": "j"})).unwrap();
    assert!(matches!(spelled, IngestionJob::SystemCompute(_)));
}

#[tokio::test]
async fn enums_are_open_and_case_insensitive() {
    for (status, expected) in [
        ("Validating", BatchStatus::Validating),
        ("IN_PROGRESS", BatchStatus::InProgress),
    ] {
        let (_server, client) = replying_json(json!({"id": "b", "status": status})).await;
        let batch = client.authoring().batch().get("b").await.unwrap();
        assert_eq!(batch.status, Some(expected));
    }
    let (_server, client) = replying_json(json!({"id": "b", "status": "Paused"})).await;
    let batch = client.authoring().batch().get("b").await.unwrap();
    assert!(matches!(&batch.status, Some(BatchStatus::Unknown(status)) if status == "Paused"));
    assert_eq!(encode(batch.value())["status"], "Paused");
}

#[tokio::test]
async fn hyperparameters_are_numbers_minus_one_or_auto() {
    for (integer, number) in [
        (json!(3), json!(0.5)),
        (json!(-1), json!(-1)),
        (json!("auto"), json!("auto")),
    ] {
        let hyperparameters = json!({"n_epochs": integer, "batch_size": integer, "learning_rate_multiplier": number});
        let (_server, client) = replying_json(json!({"id": "1", "hyperparameters": hyperparameters})).await;
        let job = client.authoring().fine_tuning().get("1").await.unwrap();
        let decoded = job.hyperparameters.as_ref().unwrap();
        match (
            decoded.n_epochs.as_ref().unwrap(),
            decoded.learning_rate_multiplier.as_ref().unwrap(),
        ) {
            (AutoOrInteger::Integer(epochs), AutoOrNumber::Number(rate)) => {
                assert_eq!((Some(*epochs), Some(*rate)), (integer.as_i64(), number.as_f64()));
            }
            (AutoOrInteger::Auto(authoring::Auto::Auto), AutoOrNumber::Auto(authoring::Auto::Auto)) => {
                assert_eq!(integer, "auto");
            }
            other => panic!("{other:?}"),
        }
        assert_eq!(tests::json::without_nulls(&encode(decoded)), hyperparameters);
    }
    let set = FineTuningHyperParameters::new()
        .with_n_epochs("auto")
        .with_batch_size(-1)
        .with_learning_rate_multiplier(2.0);
    assert_eq!(
        encode(&set),
        json!({"n_epochs": "auto", "batch_size": -1, "learning_rate_multiplier": 2.0})
    );
}

#[tokio::test]
async fn stored_tool_choice_is_a_string_or_an_object() {
    for (choice, text) in [
        (json!("auto"), true),
        (json!({"type": "function", "function": {"name": "f"}}), false),
    ] {
        let (_server, client) = replying_json(json!({"id": "1", "tool_choice": choice})).await;
        let stored = client.authoring().stored_completion().get("1").await.unwrap();
        match stored.tool_choice.as_ref().unwrap() {
            StoredToolChoice::String(mode) => assert!(text && mode == "auto"),
            StoredToolChoice::Object(object) => assert_eq!(object["function"]["name"], "f"),
            other => panic!("{other:?}"),
        }
        assert_eq!(encode(stored.value())["tool_choice"], choice);
    }
}

#[test]
fn run_of_weights_and_biases_is_sent_though_marked_read_only() {
    let integration = WandBIntegrationRequest::new("tuning")
        .with_name("run 1")
        .with_entity("team")
        .with_tags(["a"]);
    assert_eq!(
        encode(&integration),
        json!({"project": "tuning", "name": "run 1", "entity": "team", "tags": ["a"]})
    );
}
