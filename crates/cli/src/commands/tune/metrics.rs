//! The metrics of a job, whether it is done or not.

use std::path::Path;

use azure_openai::fine_tuning::{TrainingMetrics, TrainingStep};

use crate::failure::{Failure, Result};
use crate::session::Session;

/// Those of a result file on this machine.
pub(super) fn of_file(path: &Path) -> Result<Vec<TrainingStep>> {
    let csv = std::fs::read(path).map_err(|error| Failure::file(path, "read", &error))?;
    let metrics =
        TrainingMetrics::from_csv(&csv).map_err(|error| Failure::input(format!("`{}`: {error}", path.display())))?;
    some(metrics.steps, &path.display().to_string())
}

/// Those of the job's result files, or of its events as long as it has none.
pub(super) async fn of_job(session: &Session, id: &str) -> Result<Vec<TrainingStep>> {
    let jobs = session.client().await?.fine_tuning();
    let job = jobs.get(id).await?.into_value();
    if !job.result_files.is_empty() {
        return some(jobs.metrics(&job).await?.steps, &format!("job {id}"));
    }
    let mut steps = Vec::new();
    let mut events = jobs.events(id);
    while let Some(event) = events.next().await {
        steps.extend(TrainingStep::from_event(&event?));
    }
    steps.sort_by_key(|step| step.step);
    some(steps, &format!("job {id}"))
}

fn some(steps: Vec<TrainingStep>, whose: &str) -> Result<Vec<TrainingStep>> {
    match steps.is_empty() {
        false => Ok(steps),
        true => Err(Failure::input(format!("{whose} has no metrics yet"))
            .advise("metrics come with the first steps: `aoai tune follow` shows how far it is")),
    }
}
