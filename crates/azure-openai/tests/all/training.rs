//! Fine-tuning jobs followed to their end, and their metrics.

use std::time::Duration;

use azure_openai::authoring::FineTuningJob;
use azure_openai::{
    ErrorKind, Value,
    fine_tuning::{TrainingStep, TrainingUpdate},
};
use proptest::prelude::*;
use serde_json::json;

use crate::support::scripted::{Recorded, Reply, Service};

const SOON: Duration = Duration::from_millis(2);

fn event(number: usize) -> Value {
    // Two events a second but for the first, which shows the order, and every third one has metrics.
    let metrics = number
        .is_multiple_of(3)
        .then(|| json!({"step": number, "train_loss": 1.0 / (number + 1) as f64}));
    let kind = if metrics.is_some() { "metrics" } else { "message" };
    json!({
        "id": format!("e{number:03}"), "created_at": 1000 + number.div_ceil(2), "level": "Info",
        "message": format!("event {number}"), "type": kind, "data": metrics,
    })
}

/// A job with more events at each poll, listed as seen, and at last the state.
async fn job(polls: Vec<usize>, newest_first: bool, page: usize, end: &'static str) -> Service {
    let mut poll = 0;
    Service::start(move |asked: &Recorded| match asked.path.as_str() {
        "/fine_tuning/jobs/j" => {
            poll += 1;
            let state = match poll {
                1 => "pending",
                poll if poll < polls.len() => "running",
                _ => end,
            };
            Reply::json(json!({"id": "j", "status": state, "error": {"message": "bad data"}}))
        }
        "/fine_tuning/jobs/j/events" => {
            let count = polls[(poll - 1).min(polls.len() - 1)];
            let mut events: Vec<_> = (0..count).map(event).collect();
            if newest_first {
                events.reverse();
            }
            let start = asked.parameter("after").map_or(0, |after| {
                events.iter().position(|event| event["id"] == after).unwrap() + 1
            });
            let end = (start + page).min(events.len());
            Reply::json(json!({"data": events[start..end], "has_more": end < events.len()}))
        }
        path => panic!("{path}"),
    })
    .await
}

/// The messages and states in the order that they were seen.
async fn followed(service: &Service) -> (Vec<String>, bool) {
    let tuning = service.client().fine_tuning();
    let wait = tuning.wait("j").with_interval(SOON, SOON);
    let mut updates = tuning.follow_with("j", wait);
    let mut seen = Vec::new();
    while let Some(update) = updates.next().await {
        match update {
            Ok(TrainingUpdate::Event(event)) => {
                assert_eq!(TrainingStep::from_event(&event).is_some(), event.data.is_some());
                seen.push(event.message);
            }
            Ok(TrainingUpdate::Job(job)) => seen.push(job.status.unwrap().to_string()),
            Ok(update) => panic!("{update:?}"),
            Err(error) => {
                assert!(error.is_failed(), "{error}");
                assert!(updates.next().await.is_none());
                return (seen, false);
            }
        }
    }
    (seen, true)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn each_event_is_returned_once_and_in_order_before_the_end(
        mut polls in prop::collection::vec(0_usize..12, 2..5),
        newest_first: bool,
        page in 1_usize..6,
        succeeds: bool,
    ) {
        polls.sort_unstable();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let end = if succeeds { "succeeded" } else { "failed" };
            let total = *polls.last().unwrap();
            let service = job(polls, newest_first, page, end).await;
            let (seen, succeeded) = followed(&service).await;
            prop_assert_eq!(succeeded, succeeds);
            if succeeds {
                prop_assert_eq!(seen.last().map(String::as_str), Some("succeeded"));
            }
            let events: Vec<_> = seen.iter().filter(|text| text.starts_with("event")).cloned().collect();
            let expected: Vec<_> = (0..total).map(|number| format!("event {number}")).collect();
            prop_assert_eq!(events, expected);
            let states: Vec<_> = seen.iter().filter(|text| !text.starts_with("event")).collect();
            let mut once = states.clone();
            once.dedup();
            prop_assert_eq!(states, once);
            Ok(())
        })?;
    }
}

#[tokio::test]
async fn events_that_cannot_be_had_now_come_with_the_next_poll() {
    let mut failed = false;
    let mut polls = 0;
    let service = Service::start(move |asked: &Recorded| match asked.path.as_str() {
        "/fine_tuning/jobs/j" => {
            polls += 1;
            let state = if polls < 3 { "running" } else { "succeeded" };
            Reply::json(json!({"id": "j", "status": state}))
        }
        _ if !std::mem::replace(&mut failed, true) => Reply::unavailable(),
        _ => Reply::json(json!({"data": [event(1), event(0)], "has_more": false})),
    })
    .await;
    let (seen, _) = followed(&service).await;
    let events: Vec<_> = seen.iter().filter(|text| text.starts_with("event")).collect();
    assert_eq!(events.len(), 2);
    assert_eq!(seen.last().unwrap(), "succeeded");
}

#[tokio::test]
async fn result_files_are_read_as_metrics() {
    let service = Service::start(|asked: &Recorded| match asked.path.as_str() {
        "/files/r1/content" => {
            Reply::bytes("step,train_loss,train_accuracy,valid_loss,valid_mean_token_accuracy\n1,1.5,0.2,,\n")
        }
        "/files/r2/content" => Reply::bytes("step,train_loss\n2,0.5\n"),
        path => panic!("{path}"),
    })
    .await;
    let job =
        |files: Value| serde_json::from_value::<FineTuningJob>(json!({"id": "j", "result_files": files})).unwrap();
    let tuning = service.client().fine_tuning();
    let metrics = tuning.metrics(&job(json!(["r1", "r2"]))).await.unwrap();
    let losses: Vec<_> = metrics
        .steps
        .iter()
        .map(|row| (row.step, row.train_loss.unwrap()))
        .collect();
    assert_eq!(losses, [(1, 1.5), (2, 0.5)]);
    let error = tuning.metrics(&job(json!(null))).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
}

#[tokio::test]
async fn events_of_one_second_are_returned_in_order() {
    for newest_first in [true, false] {
        let mut poll = 0;
        let service = Service::start(move |asked: &Recorded| match asked.path.as_str() {
            "/fine_tuning/jobs/j" => {
                poll += 1;
                Reply::json(json!({"id": "j", "status": if poll < 3 { "running" } else { "succeeded" }}))
            }
            "/fine_tuning/jobs/j/events" => {
                let event = |number: usize| {
                    json!({"id": format!("e{number}"), "created_at": 1000, "message": format!("event {number}"),
                        "type": "message"})
                };
                let mut events: Vec<_> = (0..2 * poll).map(event).collect();
                if newest_first {
                    events.reverse();
                }
                Reply::json(json!({"data": events, "has_more": false}))
            }
            path => panic!("{path}"),
        })
        .await;
        let (seen, _) = followed(&service).await;
        let events: Vec<_> = seen.iter().filter(|text| text.starts_with("event")).collect();
        let expected: Vec<_> = (0..6).map(|number| format!("event {number}")).collect();
        assert_eq!(events, expected.iter().collect::<Vec<_>>(), "{newest_first}");
    }
}

#[tokio::test]
async fn events_of_one_second_of_a_finished_job_are_returned_in_order() {
    let life = [
        "Job enqueued. Waiting for jobs ahead to complete.",
        "Job started.",
        "Step 1/2: training loss=1.5",
        "Step 2/2: training loss=0.5",
        "Completed results file: file-1",
        "Job succeeded.",
    ];
    let steps: &[&str] = &life[2..4];
    let message = |text: &str| json!({"created_at": 1000, "message": text, "type": "message"});
    let random = [
        "ftevent-b7",
        "ftevent-03",
        "ftevent-c1",
        "ftevent-99",
        "ftevent-1f",
        "ftevent-aa",
    ];
    let unnumbered = life.iter().zip(random).map(|(text, id)| {
        let mut event = message(text);
        event["id"] = id.into();
        event
    });
    let measured = steps.iter().enumerate().map(|(number, text)| {
        let mut event = message(text);
        event["type"] = "metrics".into();
        event["data"] = json!({"step": number + 1});
        event
    });
    let numbered = (8..12).map(|number| {
        let mut event = message(&format!("event {number}"));
        event["id"] = format!("e{number}").into();
        event
    });
    let lists: [Vec<Value>; 3] = [unnumbered.collect(), measured.collect(), numbered.collect()];
    for (events, newest_first) in lists.iter().flat_map(|events| [(events, true), (events, false)]) {
        let mut listed = events.clone();
        if newest_first {
            listed.reverse();
        }
        let service = Service::start(move |asked: &Recorded| match asked.path.as_str() {
            "/fine_tuning/jobs/j" => Reply::json(json!({"id": "j", "status": "succeeded"})),
            "/fine_tuning/jobs/j/events" => Reply::json(json!({"data": listed, "has_more": false})),
            path => panic!("{path}"),
        })
        .await;
        let (mut seen, _) = followed(&service).await;
        assert_eq!(seen.pop().as_deref(), Some("succeeded"));
        let expected: Vec<_> = events.iter().map(|event| event["message"].as_str().unwrap()).collect();
        assert_eq!(seen, expected, "newest first: {newest_first}");
    }
}
