//! How far a batch is.

use azure_openai::authoring::Batch;

use crate::output::or_dash;

/// Done, failed, total.
pub(super) fn counts(batch: &Batch) -> [i64; 3] {
    let counts = batch.request_counts.clone().unwrap_or_default();
    [counts.completed, counts.failed, counts.total].map(Option::unwrap_or_default)
}

/// Its status in the service's word.
pub(super) fn status(batch: &Batch) -> String {
    or_dash(batch.status.as_ref().map(|status| status.as_str()))
}
