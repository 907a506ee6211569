//! Giving an upload up.

use std::path::Path;
use std::time::Duration;

use azure_openai_authoring as authoring;
use azure_openai_core::Error;

use super::state::StateFile;

/// How long cancelling may delay the error that led to it.
const CANCEL_TIMEOUT: Duration = Duration::from_secs(10);

pub(super) async fn send(client: &authoring::Client, upload_id: &str) {
    let request = async { client.upload_file().cancel(upload_id).await };
    let _ = tokio::time::timeout(CANCEL_TIMEOUT, request).await;
}

/// Cancels the upload of a state file, and removes that.
pub(in crate::files) async fn of_state(client: &authoring::Client, path: &Path) -> Result<(), Error> {
    let state_file = StateFile::open(Some(path.to_owned()), client.pipeline().endpoint())?;
    let Some(state) = state_file.read()? else {
        return Err(Error::invalid_request(format!(
            "`{}` does not exist: no upload to cancel",
            path.display()
        )));
    };
    match client.upload_file().cancel(&state.upload_id).await {
        Ok(_) => {}
        // It was completed, cancelled or has expired.
        Err(error) if error.is_not_found() || error.is_conflict() => {}
        Err(error) => return Err(error.leaving_behind(format!("upload `{}`", state.upload_id))),
    }
    state_file.remove()
}

/// Cancels the upload where what holds this is dropped before all parts are sent.
pub(super) struct CancelOnDrop {
    client: Option<authoring::Client>,
    upload_id: String,
}

impl CancelOnDrop {
    pub(super) fn new(client: &authoring::Client, upload_id: &str) -> Self {
        Self {
            client: Some(client.clone()),
            upload_id: upload_id.to_owned(),
        }
    }

    pub(super) fn disarm(&mut self) {
        self.client = None;
    }
}

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        // Outside a runtime nothing can be sent; the upload expires by itself.
        if let (Some(client), Ok(runtime)) = (self.client.take(), tokio::runtime::Handle::try_current()) {
            let upload_id = std::mem::take(&mut self.upload_id);
            runtime.spawn(async move { send(&client, &upload_id).await });
        }
    }
}
