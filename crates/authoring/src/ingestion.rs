//! How far an ingestion run is.

use crate::{IngestionJobRun, IngestionJobStageProgress, OperationState};

impl IngestionJobRun {
    /// Returns the stages of the run in their order, such as cracking, chunking and embedding, as far as they have
    /// begun.
    pub fn stages(&self) -> impl DoubleEndedIterator<Item = &IngestionJobStageProgress> + Clone {
        self.progress.iter().flat_map(|progress| &progress.stage_progress)
    }

    /// Returns the stage that is under way: the first that is not done, or the last.
    pub fn current_stage(&self) -> Option<&IngestionJobStageProgress> {
        self.stages()
            .find(|stage| !stage.is_done())
            .or(self.stages().next_back())
    }
}

impl IngestionJobStageProgress {
    /// Returns whether the stage has succeeded.
    pub fn is_done(&self) -> bool {
        self.state == Some(OperationState::Succeeded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn current_stage_is_the_first_that_is_not_done() {
        let run = |stages: serde_json::Value| {
            let run = serde_json::json!({ "progress": { "stageProgress": stages } });
            serde_json::from_value::<IngestionJobRun>(run).expect("a run")
        };
        let name = |run: &IngestionJobRun| run.current_stage().and_then(|stage| stage.name.clone());
        assert_eq!(name(&run(serde_json::json!([]))), None);
        for (last, expected) in [("running", "b"), ("succeeded", "b"), ("notRunning", "b")] {
            let stages = serde_json::json!([
                { "name": "a", "state": "succeeded" },
                { "name": "b", "state": last },
            ]);
            assert_eq!(name(&run(stages)).as_deref(), Some(expected));
        }
        let both = serde_json::json!([{ "name": "a", "state": "running" }, { "name": "b", "state": "running" }]);
        assert_eq!(name(&run(both)).as_deref(), Some("a"));
    }
}
