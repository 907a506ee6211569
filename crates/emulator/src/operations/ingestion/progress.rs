//! How far a run has come.

use std::time::Duration;

use serde_json::{Value, json};

use crate::state::ingestion::{Documents, Run};

/// How long a run waits to be started.
const QUEUED: Duration = Duration::from_millis(500);
/// How long a stage takes.
const STAGE: Duration = Duration::from_millis(800);
/// Chunks that a document is cut into.
const CHUNKS: u32 = 4;

struct Stage {
    name: &'static str,
    total: u32,
    /// Steps that go on side by side.
    steps: &'static [&'static str],
}

/// The state of a stage, and the thousandths of it that are done.
type Done = (&'static str, u32);

const NOT_RUNNING: Done = ("notRunning", 0);
const SUCCEEDED: Done = ("succeeded", 1000);
/// It broke off half-way.
const FAILED: Done = ("failed", 500);

/// A run as the document has it.
pub(super) fn describe(job: &str, run: &Run) -> Value {
    let stages = stages(&run.source);
    let failing = run.source.failure.is_some();
    let progress: Vec<Done> = (0..stages.len()).map(|index| done(index, run.age, failing)).collect();
    let status = match &progress[..] {
        _ if run.age < QUEUED => "notRunning",
        [FAILED, ..] => "failed",
        [.., SUCCEEDED] => "succeeded",
        _ => "running",
    };
    let stages = stages.iter().zip(progress);
    let mut described = json!({
        "jobId": job,
        "runId": run.id,
        "status": status,
        "progress": {"stageProgress": stages.map(|(stage, done)| stage.describe(done)).collect::<Vec<_>>()},
    });
    if let (Some(failure), "failed") = (&run.source.failure, status) {
        described["error"] = json!({"message": "The ingestion failed.", "innerErrors": [failure]});
    }
    if status != "notRunning" && !run.source.warnings.is_empty() {
        described["warnings"] = run.source.warnings.clone().into();
    }
    described
}

fn stages(source: &Documents) -> Vec<Stage> {
    let crawling = Stage {
        name: "Crawling",
        total: source.documents,
        steps: &[],
    };
    let rest = [
        Stage {
            name: "Preprocessing",
            total: source.documents,
            steps: &["Cracking", "Chunking"],
        },
        Stage {
            name: "Indexing",
            total: source.documents * CHUNKS,
            steps: &["Embedding", "Uploading"],
        },
    ];
    source.crawled.then_some(crawling).into_iter().chain(rest).collect()
}

/// Stages follow one another. Where a run fails, it does so half-way through the first.
fn done(index: usize, age: Duration, failing: bool) -> Done {
    let start = QUEUED + STAGE * index as u32;
    match age.checked_sub(start) {
        None => NOT_RUNNING,
        Some(_) if failing && index > 0 => NOT_RUNNING,
        Some(age) if failing && age >= STAGE / 2 => FAILED,
        Some(age) if age >= STAGE => SUCCEEDED,
        Some(age) => ("running", (age.as_millis() * 1000 / STAGE.as_millis()) as u32),
    }
}

impl Stage {
    fn describe(&self, (state, thousandths): Done) -> Value {
        let processed = u64::from(self.total) * u64::from(thousandths) / 1000;
        let part =
            |name: &str| json!({"name": name, "totalItems": self.total, "processedItems": processed, "state": state});
        let mut described = part(self.name);
        if !self.steps.is_empty() {
            described["subStageProgress"] = self.steps.iter().map(|name| part(name)).collect();
        }
        described
    }
}
