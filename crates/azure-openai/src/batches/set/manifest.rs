//! What is on the disk of a set of batches.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::state_file::Format;

pub(super) const FORMAT: Format = Format {
    name: "batch set",
    version: 1,
};
pub(super) const FILE_NAME: &str = "manifest.json";
/// The metadata of a batch that names its set, and its place in it.
pub(super) const SET_KEY: &str = "batch_set";
pub(super) const PART_KEY: &str = "batch_set_part";

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// In the names of input files and the metadata of batches, by which they are found again.
    pub(super) id: String,
    pub(super) endpoint: String,
    pub(super) deployment: String,
    pub(super) metadata: BTreeMap<String, String>,
    /// Nothing more is submitted.
    #[serde(default)]
    pub(super) cancelled: bool,
    pub(super) parts: Vec<BatchPart>,
}

impl Manifest {
    /// The name of a part's input file at the service.
    pub(super) fn input_name(&self, index: usize) -> String {
        format!("batch-{}-{}.jsonl", self.id, index + 1)
    }
}

/// A batch of a [`BatchSet`](super::BatchSet).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BatchPart {
    /// The name of the input file in the directory of the set.
    pub input: String,
    /// The number of requests.
    pub requests: u64,
    /// The size of the input file, in bytes.
    pub bytes: u64,
    pub(super) md5: String,
    pub(super) stage: Stage,
    /// The id of the input file at the service, once it is uploaded.
    pub input_file_id: Option<String>,
    /// The id of the batch, once it is created.
    pub batch_id: Option<String>,
    /// The state of the batch when it was last polled, such as `in_progress`.
    pub status: Option<String>,
    /// The id of the output file, once the batch has ended.
    pub output_file_id: Option<String>,
    /// The id of the error file, once the batch has ended.
    pub error_file_id: Option<String>,
    /// Why the batch was not completed, in the service's words.
    pub problem: Option<String>,
    /// Batches that failed for want of quota, before this one.
    #[serde(default)]
    pub(super) refused: Vec<String>,
}

impl BatchPart {
    /// Returns whether the batch has ended, completed or not.
    pub fn has_ended(&self) -> bool {
        self.stage == Stage::Ended
    }

    pub(super) fn is_submitted(&self) -> bool {
        matches!(self.stage, Stage::Running | Stage::Ended)
    }
}

/// How far a part is. A stage that sends something is written before it is sent, so that after a kill what may be at
/// the service is looked for before it is sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Stage {
    /// Nothing is at the service.
    Prepared,
    /// The input file may be there, and is found by its name.
    Uploading,
    Uploaded,
    /// The batch may be there, and is found by its metadata.
    Creating,
    Running,
    Ended,
}
