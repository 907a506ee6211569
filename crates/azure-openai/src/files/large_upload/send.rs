//! Start, parts, complete; and cancel, where one of them fails.

use std::time::Duration;

use azure_openai_core::{Error, ErrorKind, FilePart, Response};
use bytes::Bytes;
use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use md5::{Digest, Md5};

use super::LargeUpload;
use super::source::Parts;
use azure_openai_authoring::{
    self as authoring, File, UploadFileCompleteBody, UploadFilePartForm, UploadFileStartBody, UploadPartResource,
};

/// The first pause before a part is sent again; each later one is twice as long, unless the service says how long.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
/// A part is not held up for longer: an upload expires after two hours.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);
/// How long cancelling may hold up the error that led to it.
const CANCEL_TIME: Duration = Duration::from_secs(10);
const MOST_AT_A_TIME: usize = 64;

impl LargeUpload {
    pub(crate) async fn send(self, client: &authoring::Client) -> Result<Response<File>, Error> {
        if !(1..=Self::MAX_PART_SIZE).contains(&self.part_size) {
            return Err(Error::invalid_request(format!(
                "a part has from 1 to {} bytes",
                Self::MAX_PART_SIZE
            )));
        }
        if !(1..=MOST_AT_A_TIME).contains(&self.concurrency) || self.attempts == 0 {
            return Err(Error::invalid_request(format!(
                "from 1 to {MOST_AT_A_TIME} parts are sent at a time, and each at least once"
            )));
        }
        let (parts, bytes) = self.source.open().await?;
        if bytes == 0 {
            return Err(Error::invalid_request("there is nothing to upload: the file is empty"));
        }
        if bytes > Self::MAX_BYTES {
            return Err(Error::invalid_request(format!(
                "the file has {bytes} bytes, and an upload at most {}",
                Self::MAX_BYTES
            )));
        }
        let mime_type = self
            .mime_type
            .unwrap_or_else(|| FilePart::from_bytes(self.file_name.as_str(), Bytes::new()).content_type());
        let length = i64::try_from(bytes).unwrap_or(i64::MAX);
        let start = UploadFileStartBody::new(self.purpose, self.file_name, length, mime_type);
        let upload = client.upload_file().start(&start).await?.into_value();
        let mut guard = CancelOnDrop::new(client, &upload.id);
        let sending = Sending {
            client,
            upload_id: &upload.id,
            part_size: self.part_size,
            concurrency: self.concurrency,
            attempts: self.attempts,
        };
        let file = match sending.all(parts, self.with_md5).await {
            Ok(file) => file,
            Err(error) => {
                guard.disarm();
                // The error matters more than what becomes of the upload, which expires by itself.
                let cancelling = async { client.upload_file().cancel(&upload.id).await };
                let _ = tokio::time::timeout(CANCEL_TIME, cancelling).await;
                return Err(error);
            }
        };
        guard.disarm();
        Ok(file)
    }
}

struct Sending<'a> {
    client: &'a authoring::Client,
    upload_id: &'a str,
    part_size: usize,
    concurrency: usize,
    attempts: u32,
}

impl Sending<'_> {
    async fn all(&self, mut parts: Parts, with_md5: bool) -> Result<Response<File>, Error> {
        let mut md5 = with_md5.then(Md5::new);
        let mut running = FuturesUnordered::new();
        let mut sent: Vec<Option<UploadPartResource>> = Vec::new();
        let mut read_all = false;
        loop {
            while !read_all && running.len() < self.concurrency {
                match parts.next(self.part_size).await? {
                    Some(part) => {
                        if let Some(md5) = &mut md5 {
                            md5.update(&part);
                        }
                        running.push(self.part(sent.len(), part));
                        sent.push(None);
                    }
                    None => read_all = true,
                }
            }
            match running.next().await {
                Some((index, result)) => sent[index] = Some(result?),
                None => break,
            }
        }
        let sent: Vec<_> = sent.into_iter().flatten().collect();
        let mut complete = UploadFileCompleteBody::new(ids(&sent)?);
        if let Some(md5) = md5 {
            let digest = md5.finalize();
            let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
            complete = complete.with_md5(hex);
        }
        let done = self.client.upload_file().complete(self.upload_id, &complete).await?;
        if done.file.is_none() {
            return Err(Error::of_kind(
                ErrorKind::Decode,
                "the service completed the upload and told no file",
            ));
        }
        Ok(done.map_value(|upload| upload.file.unwrap_or_default()))
    }

    /// Sends a part until it is taken, so often at most.
    async fn part(&self, index: usize, part: Bytes) -> (usize, Result<UploadPartResource, Error>) {
        let mut pause = FIRST_PAUSE;
        let mut attempt = 1;
        loop {
            let file = FilePart::from_bytes(format!("part-{index}"), part.clone())
                .with_content_type("application/octet-stream");
            let form = UploadFilePartForm::new(file);
            let error = match self.client.upload_file().part(self.upload_id, form).await {
                Ok(taken) => return (index, Ok(taken.into_value())),
                Err(error) => error,
            };
            let asked = error.retry_after().unwrap_or(pause);
            if attempt >= self.attempts || !error.is_transient() || asked > LONGEST_PAUSE {
                return (index, Err(error));
            }
            tokio::time::sleep(asked).await;
            attempt += 1;
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }
}

/// The ids to complete with: those of the blocks where every part has one, else those of the parts.
fn ids(parts: &[UploadPartResource]) -> Result<Vec<String>, Error> {
    let given = |id: Option<&str>| id.filter(|id| !id.is_empty()).map(str::to_owned);
    let blocks: Option<Vec<_>> = parts.iter().map(|part| given(part.azure_block_id.as_deref())).collect();
    blocks
        .or_else(|| parts.iter().map(|part| given(Some(&part.id))).collect())
        .ok_or_else(|| {
            Error::of_kind(
                ErrorKind::Decode,
                "the service took a part of the upload and gave it no id",
            )
        })
}

/// Cancels the upload where what holds this is dropped in the middle.
struct CancelOnDrop {
    client: Option<authoring::Client>,
    upload_id: String,
}

impl CancelOnDrop {
    fn new(client: &authoring::Client, upload_id: &str) -> Self {
        Self {
            client: Some(client.clone()),
            upload_id: upload_id.to_owned(),
        }
    }

    fn disarm(&mut self) {
        self.client = None;
    }
}

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        // Without a runtime there is none who could; the upload expires by itself.
        if let (Some(client), Ok(runtime)) = (self.client.take(), tokio::runtime::Handle::try_current()) {
            let upload_id = std::mem::take(&mut self.upload_id);
            runtime.spawn(async move {
                let cancelling = async { client.upload_file().cancel(&upload_id).await };
                let _ = tokio::time::timeout(CANCEL_TIME, cancelling).await;
            });
        }
    }
}
