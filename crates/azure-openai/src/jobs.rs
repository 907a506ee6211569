//! Everyday ways with files, batches, fine-tuning and ingestion: lists as streams, waiting, uploads and results.
//!
//! Each of these is a thin layer over the generated operations ([`Client::authoring`]) and can be mixed with them.

mod batches;
mod files;
mod fine_tuning;
mod ingestion;
mod stored_completions;

pub use batches::Batches;
pub use files::Files;
pub use fine_tuning::FineTuning;
pub use ingestion::Ingestion;
pub use stored_completions::StoredCompletions;

use crate::Client;

impl Client {
    /// Files: upload, small and large, wait until they can be used, list, download, delete.
    pub fn files(&self) -> Files {
        Files::new(self.authoring().clone())
    }

    /// Batches: from typed requests to typed results.
    pub fn batches(&self) -> Batches {
        Batches::new(self.authoring().clone())
    }

    /// Fine-tuning: jobs, what happens in them, their metrics.
    pub fn fine_tuning(&self) -> FineTuning {
        FineTuning::new(self.authoring().clone())
    }

    /// Ingestion: jobs and their runs.
    pub fn ingestion(&self) -> Ingestion {
        Ingestion::new(self.authoring().clone())
    }

    /// Chat completions that were sent with `store: true`.
    pub fn stored_completions(&self) -> StoredCompletions {
        StoredCompletions::new(self.authoring().clone())
    }
}
