//! How chats and text completions were configured.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::server::StartError;
use crate::state::deployments::Deployments;

/// A completion ends before this text unless [`Builder::cut_marker`](crate::Builder::cut_marker) sets another.
const DEFAULT_CUT_MARKER: &str = "EMULATOR_CUT_COMPLETION";

#[derive(Clone, Debug)]
pub(crate) struct ChatSettings {
    pub(crate) cut_marker: String,
    /// Between two chunks of a stream.
    pub(crate) pace: Duration,
    /// Deployments whose streams are filtered while they run.
    pub(crate) asynchronous_filter: BTreeSet<String>,
}

impl Default for ChatSettings {
    fn default() -> Self {
        Self {
            cut_marker: DEFAULT_CUT_MARKER.to_owned(),
            pace: Duration::ZERO,
            asynchronous_filter: BTreeSet::new(),
        }
    }
}

impl ChatSettings {
    /// Refuses settings for deployments that there aren't.
    pub(crate) fn check(&self, deployments: &Deployments) -> Result<(), StartError> {
        let mut names = self.asynchronous_filter.iter();
        match names.find(|name| deployments.get(name).is_none()) {
            Some(name) => Err(StartError::UnknownDeployment {
                deployment: name.clone(),
            }),
            None => Ok(()),
        }
    }
}
