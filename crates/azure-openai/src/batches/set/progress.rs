//! What happens to a set of batches on the way.

use azure_openai_authoring::Batch;

/// Something that happened to a set of batches; `part` is the place of the batch in
/// [`BatchSet::parts`](super::BatchSet::parts).
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum BatchSetEvent {
    /// The upload of an input file has begun.
    Uploading {
        /// The place of the batch.
        part: usize,
        /// The size of the file.
        bytes: u64,
    },
    /// The batch was created, or found to have been created before.
    Submitted {
        /// The place of the batch.
        part: usize,
        /// The id of the batch.
        batch_id: String,
        /// Whether it had been created before, and the response was lost.
        found: bool,
    },
    /// The service has no quota for the batch: it is submitted again later.
    WaitsForQuota {
        /// The place of the batch.
        part: usize,
    },
    /// The batch has moved on; its counts of requests too.
    Moved {
        /// The place of the batch.
        part: usize,
        /// The batch.
        batch: Box<Batch>,
    },
    /// The batch has ended, completed or not.
    Ended {
        /// The place of the batch.
        part: usize,
        /// The batch.
        batch: Box<Batch>,
    },
}
