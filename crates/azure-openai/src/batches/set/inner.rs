//! What a set of batches is, whatever the type of its requests.

use std::path::PathBuf;
use std::time::Duration;

use azure_openai_core::Error;

use super::manifest::{self, Manifest};
use super::progress::BatchSetEvent;
use crate::state_file;

/// What does not depend on the type of the requests.
pub(super) struct Inner {
    pub(super) directory: PathBuf,
    /// The resource that the ids belong to; empty before anything was sent.
    pub(super) resource: String,
    pub(super) manifest: Manifest,
    pub(super) interval: Option<(Duration, Duration)>,
    pub(super) settle_time: Duration,
    pub(super) on_event: Option<Box<dyn FnMut(BatchSetEvent) + Send + Sync>>,
}

impl Inner {
    pub(super) fn new(directory: PathBuf, resource: String, manifest: Manifest) -> Self {
        Self {
            directory,
            resource,
            manifest,
            interval: None,
            settle_time: Duration::from_secs(5),
            on_event: None,
        }
    }

    pub(super) fn path(&self) -> PathBuf {
        self.directory.join(manifest::FILE_NAME)
    }

    pub(super) async fn save(&self) -> Result<(), Error> {
        state_file::save(&self.path(), manifest::FORMAT, &self.resource, &self.manifest).await
    }

    pub(super) fn event(&mut self, event: BatchSetEvent) {
        if let Some(on_event) = &mut self.on_event {
            on_event(event);
        }
    }
}
