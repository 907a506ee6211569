//! A batch whose id was lost.

use azure_openai_authoring::{self as authoring, Batch, BatchListOptions};
use azure_openai_core::Error;

/// Finds a batch in the list.
pub(super) async fn batch(
    client: &authoring::Client,
    is_wanted: impl Fn(&Batch) -> bool,
) -> Result<Option<Batch>, Error> {
    let mut list = client.batch().list(BatchListOptions::new()).items();
    while let Some(batch) = list.next().await {
        let batch = batch?;
        if is_wanted(&batch) {
            return Ok(Some(batch));
        }
    }
    Ok(None)
}
