//! One part of a set becomes a batch, once.

use std::io::Read;
use std::time::Duration;

use azure_openai_authoring::{
    self as authoring, Batch, BatchCreateRequest, BatchListOptions, FilesListOptions, FilesUploadForm, Purpose,
};
use azure_openai_core::paging::{Items, List};
use azure_openai_core::{Error, ErrorKind, FilePart, Poller};

use super::inner::Inner;
use super::manifest::{PART_KEY, SET_KEY, Stage};
use super::progress::BatchSetEvent;
use crate::file_error::file_error;
use crate::state_file;

/// The only completion window of the service.
const COMPLETION_WINDOW: &str = "24h";

/// What came of a submission.
pub(super) enum Submission {
    Batch(String),
    /// The quota has no room for it now.
    Refused(Error),
}

impl Inner {
    /// Submits a part that is not submitted, from where it stands.
    pub(super) async fn submit_part(&mut self, client: &authoring::Client, index: usize) -> Result<Submission, Error> {
        let file_id = match &self.manifest.parts[index].input_file_id {
            Some(id) => id.clone(),
            None => self.upload_input(client, index).await?,
        };
        if self.manifest.parts[index].stage == Stage::Creating {
            // Before it was written that the batch exists, the process ended.
            if let Some(batch) = self.find_batch(client, index).await? {
                return self.submitted(index, batch.id, true).await;
            }
        } else {
            let polled = Poller::new(client.files().get(&file_id)).await;
            polled.map_err(|error| Error::from(error).leaving_behind(format!("input file `{file_id}`")))?;
            self.set_stage(index, Stage::Creating).await?;
        }
        match client.batch().create(&self.create_request(index, &file_id)).await {
            Ok(batch) => self.submitted(index, batch.into_value().id, false).await,
            Err(error) if error.may_have_been_processed() => match self.find_batch(client, index).await {
                Ok(Some(batch)) => self.submitted(index, batch.id, true).await,
                // It is looked for again when the set goes on.
                Ok(None) | Err(_) => Err(error.leaving_behind(format!(
                    "input file `{file_id}`, in use if the batch was created: submit the set again, which looks for it"
                ))),
            },
            Err(error) => {
                self.set_stage(index, Stage::Uploaded).await?;
                match is_quota(error.code(), error.message()) {
                    true => Ok(Submission::Refused(error)),
                    false => Err(error.leaving_behind(format!(
                        "input file `{file_id}`, which is used when the set is submitted again"
                    ))),
                }
            }
        }
    }

    fn create_request(&self, index: usize, file_id: &str) -> BatchCreateRequest {
        let manifest = &self.manifest;
        let mut metadata = manifest.metadata.clone();
        metadata.insert(SET_KEY.to_owned(), manifest.id.clone());
        metadata.insert(PART_KEY.to_owned(), (index + 1).to_string());
        BatchCreateRequest::new(file_id, &manifest.endpoint, COMPLETION_WINDOW).with_metadata(metadata)
    }

    async fn submitted(&mut self, index: usize, batch_id: String, found: bool) -> Result<Submission, Error> {
        if batch_id.is_empty() {
            return Err(Error::decode("created batch has no id in the response"));
        }
        self.manifest.parts[index].batch_id = Some(batch_id.clone());
        self.set_stage(index, Stage::Running).await?;
        self.event(BatchSetEvent::Submitted {
            part: index,
            batch_id: batch_id.clone(),
            found,
        });
        Ok(Submission::Batch(batch_id))
    }

    async fn set_stage(&mut self, index: usize, stage: Stage) -> Result<(), Error> {
        self.manifest.parts[index].stage = stage;
        self.save().await
    }

    /// Uploads the input file of a part, unless it is at the service.
    async fn upload_input(&mut self, client: &authoring::Client, index: usize) -> Result<String, Error> {
        self.check_input(index).await?;
        let name = self.manifest.input_name(index);
        let mut id = None;
        if self.manifest.parts[index].stage == Stage::Uploading {
            id = self.find_file(client, &name).await?;
        }
        let id = match id {
            Some(id) => id,
            None => {
                self.set_stage(index, Stage::Uploading).await?;
                let part = &self.manifest.parts[index];
                let event = BatchSetEvent::Uploading {
                    part: index,
                    bytes: part.bytes,
                };
                let file = FilePart::from_path(self.directory.join(&part.input)).with_file_name(&name);
                self.event(event);
                match client.files().upload(FilesUploadForm::new(Purpose::Batch, file)).await {
                    Ok(file) => file.into_value().id,
                    Err(error) if error.may_have_been_processed() => match self.find_file(client, &name).await {
                        Ok(Some(id)) => id,
                        Ok(None) | Err(_) => return Err(error.leaving_behind(format!("input file `{name}`, maybe"))),
                    },
                    Err(error) => {
                        self.set_stage(index, Stage::Prepared).await?;
                        return Err(error);
                    }
                }
            }
        };
        self.manifest.parts[index].input_file_id = Some(id.clone());
        self.set_stage(index, Stage::Uploaded).await?;
        Ok(id)
    }

    /// Checks that an input file is as it was written.
    async fn check_input(&self, index: usize) -> Result<(), Error> {
        let part = &self.manifest.parts[index];
        let path = self.directory.join(&part.input);
        let expected = part.md5.clone();
        state_file::blocking(move || {
            let failed = |error| file_error("read", &path, error);
            let mut file = std::fs::File::open(&path).map_err(failed)?;
            let (mut md5, mut buffer) = (md5::Context::new(), vec![0; 256 * 1024]);
            loop {
                match file.read(&mut buffer).map_err(failed)? {
                    0 => break,
                    read => md5.consume(&buffer[..read]),
                }
            }
            match format!("{:x}", md5.finalize()) == expected {
                true => Ok(()),
                false => Err(Error::new(
                    ErrorKind::File,
                    format!(
                        "`{}` was changed after the set was created: create the set again",
                        path.display()
                    ),
                )),
            }
        })
        .await
    }

    /// Finds the batch of a part, but not those that failed for want of quota.
    pub(super) async fn find_batch(&self, client: &authoring::Client, index: usize) -> Result<Option<Batch>, Error> {
        let part = &self.manifest.parts[index];
        let number = (index + 1).to_string();
        let of_part = |batch: &Batch| {
            let has = |key: &str, value: &str| batch.metadata.get(key).is_some_and(|found| found == value);
            let same = has(SET_KEY, &self.manifest.id) && has(PART_KEY, &number)
                || part.input_file_id.as_deref() == Some(&batch.input_file_id);
            same && !part.refused.contains(&batch.id)
        };
        let list = || client.batch().list(BatchListOptions::new()).items();
        self.find(list, of_part).await
    }

    async fn find_file(&self, client: &authoring::Client, name: &str) -> Result<Option<String>, Error> {
        let options = FilesListOptions::new().with_purpose(Purpose::Batch.as_str());
        let list = || client.files().list(options.clone()).items();
        let file = self.find(list, |file| file.filename == name).await?;
        Ok(file.map(|file| file.id))
    }

    /// Looks for something in a list that may be behind, again and again for the time to settle.
    async fn find<L: List>(
        &self,
        list: impl Fn() -> Items<L>,
        is_wanted: impl Fn(&L::Item) -> bool,
    ) -> Result<Option<L::Item>, Error> {
        for quarters in [1, 3, 0] {
            let mut items = list();
            while let Some(item) = items.next().await {
                let item = item?;
                if is_wanted(&item) {
                    return Ok(Some(item));
                }
            }
            let wait = self.settle_time / 4 * quarters;
            if wait.is_zero() {
                break;
            }
            tokio::time::sleep(wait).await;
        }
        Ok(None)
    }
}

/// Whether the service refused for the quota of enqueued tokens.
pub(super) fn is_quota(code: Option<&str>, message: Option<&str>) -> bool {
    let plain = |text: &str| text.to_ascii_lowercase().replace(['_', ' ', '-'], "");
    let code = code.map(plain).unwrap_or_default();
    let message = message.map(plain).unwrap_or_default();
    code.contains("tokenlimit") || message.contains("enqueuedtoken")
}

/// How long to wait where quota is used by others.
pub(super) const QUOTA_PAUSE: (Duration, Duration) = (Duration::from_secs(60), Duration::from_secs(600));

#[cfg(test)]
mod tests {
    use super::is_quota;

    #[test]
    fn refusal_for_quota_is_known_by_code_or_message() {
        for (code, message) in [
            (Some("token_limit_exceeded"), None),
            (Some("tokenLimitExceeded"), None),
            (Some("EnqueuedTokenLimitReached"), None),
            (Some("400"), Some("Enqueued token limit reached for gpt-4o.")),
        ] {
            assert!(is_quota(code, message), "{code:?} {message:?}");
        }
        assert!(!is_quota(Some("invalidPayload"), Some("The input file is empty.")));
        assert!(!is_quota(None, None));
    }
}
