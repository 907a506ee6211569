//! How far an ingestion run is.

use crate::{IngestionJobRun, IngestionJobStageProgress, OperationState};

impl IngestionJobRun {
    /// Returns the stages of the run in their order, such as cracking, chunking and embedding, as far as they have begun.
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

    fn stage(name: &str, state: OperationState) -> IngestionJobStageProgress {
        IngestionJobStageProgress::new().with_name(name).with_state(state)
    }

    #[test]
    fn current_stage_is_the_first_that_is_not_done() {
        let mut run: IngestionJobRun = serde_json::from_str("{}").expect("no field is required");
        assert!(run.current_stage().is_none());
        let mut progress = crate::IngestionJobProgress::default();
        progress.stage_progress = vec![
            stage("a", OperationState::Succeeded),
            stage("b", OperationState::Running),
        ];
        run.progress = Some(progress);
        let name = |run: &IngestionJobRun| run.current_stage().and_then(|stage| stage.name.clone());
        assert_eq!(name(&run).as_deref(), Some("b"));
        if let Some(progress) = &mut run.progress {
            progress.stage_progress[1].state = Some(OperationState::Succeeded);
        }
        assert_eq!(name(&run).as_deref(), Some("b"));
    }
}
