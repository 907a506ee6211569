//! The events and checkpoints of a job.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};

use super::curve::Point;
use crate::clock::seconds;
use crate::state::fine_tuning::Job;

/// The event of a step, with its metrics.
pub(super) fn report_step(job: &Job, time: Duration, point: &Point, steps: u64) {
    let mut message = format!("Step {}/{steps}: training loss={}", point.step, point.train_loss);
    if let Some((loss, _)) = point.valid {
        message.push_str(&format!(", validation loss={loss}"));
    }
    let mut data = point.metrics();
    data["total_steps"] = steps.into();
    report(job, time, "info", &message, Some(data));
}

/// `step` is in the name of each checkpoint but the last, which is the model itself.
pub(super) fn checkpoint(job: &Job, time: Duration, point: &Point, step: Option<u64>, name: &str) {
    let model = match step {
        Some(step) => format!("{name}:ckpt-step-{step}"),
        None => name.to_owned(),
    };
    let id = format!("ftchkpt-{}", uuid::Uuid::new_v4().simple());
    job.checkpoints.insert(&id, seconds(time), |created_at| {
        Arc::new(json!({
            "id": id,
            "object": "fine_tuning.job.checkpoint",
            "created_at": created_at,
            "fine_tuning_job_id": job.id,
            "fine_tuned_model_checkpoint": model,
            "step_number": point.step,
            "metrics": point.metrics(),
        }))
    });
    say(job, time, &format!("Checkpoint created at step {}.", point.step));
}

/// An event without data.
pub(super) fn say(job: &Job, time: Duration, message: &str) {
    report(job, time, "info", message, None);
}

pub(super) fn report(job: &Job, time: Duration, level: &str, message: &str, data: Option<Value>) {
    let id = format!("ftevent-{}", uuid::Uuid::new_v4().simple());
    job.events.insert(&id, seconds(time), |created_at| {
        let mut event = json!({
            "id": id,
            "object": "fine_tuning.job.event",
            "created_at": created_at,
            "level": level,
            "message": message,
            "type": if data.is_some() { "metrics" } else { "message" },
        });
        if let Some(data) = data {
            event["data"] = data;
        }
        Arc::new(event)
    });
}
