//! How far a job is.

use azure_openai::authoring::FineTuningJob;

use crate::output::or_dash;

/// The status of a job in the service's word.
pub(super) fn status(job: &FineTuningJob) -> String {
    or_dash(job.status.as_ref().map(|status| status.as_str()))
}
