//! Start, parts, complete; and cancel, where one of them fails.

use std::time::Duration;

use azure_openai_authoring::{
    self as authoring, File, UploadFileCompleteBody, UploadFilePartForm, UploadFileStartBody, UploadPartResource,
};
use azure_openai_core::{Error, FilePart, Response};
use bytes::Bytes;
use futures_util::stream::FuturesUnordered;
use futures_util::{FutureExt, StreamExt};
use md5::{Digest, Md5};

use super::LargeUpload;
use super::source::Parts;

/// How long cancelling may delay the error that led to it.
const CANCEL_TIMEOUT: Duration = Duration::from_secs(10);
const MAX_CONCURRENCY: usize = 64;

impl LargeUpload {
    pub(in crate::files) async fn send(self, client: &authoring::Client) -> Result<Response<File>, Error> {
        if !(1..=Self::MAX_PART_SIZE).contains(&self.part_size) {
            return Err(Error::invalid_request(format!(
                "part size is {} bytes: it must be from 1 to {}",
                self.part_size,
                Self::MAX_PART_SIZE
            )));
        }
        if !(1..=MAX_CONCURRENCY).contains(&self.concurrency) {
            return Err(Error::invalid_request(format!(
                "concurrency is {}: it must be from 1 to {MAX_CONCURRENCY}",
                self.concurrency
            )));
        }
        let (mut parts, bytes) = self.source.open().await?;
        if bytes == 0 {
            return Err(Error::invalid_request("file is empty"));
        }
        if bytes > Self::MAX_BYTES {
            return Err(Error::invalid_request(format!(
                "file has {bytes} bytes: an upload has at most {}",
                Self::MAX_BYTES
            )));
        }
        let mime_type = self
            .mime_type
            .unwrap_or_else(|| FilePart::from_bytes(self.file_name.as_str(), Bytes::new()).content_type());
        let length = i64::try_from(bytes).unwrap_or(i64::MAX);
        let start = UploadFileStartBody::new(self.purpose, self.file_name, length, mime_type);
        let id = client.upload_file().start(&start).await?.into_value().id;
        let mut guard = CancelOnDrop::new(client, &id);
        let sender = PartSender {
            client,
            upload_id: &id,
            part_size: self.part_size,
            concurrency: self.concurrency,
        };
        let body = match sender.send_all(&mut parts, self.with_md5).await {
            Ok(body) => body,
            Err(error) => {
                guard.disarm();
                // The error matters more than what becomes of the upload, which expires by itself.
                cancel(client, &id).await;
                return Err(error);
            }
        };
        // From here on the file may exist, and the upload must not be cancelled.
        guard.disarm();
        let completed = match client.upload_file().complete(&id, &body).await {
            Ok(completed) => completed,
            Err(error) if error.may_have_been_processed() => {
                return Err(error.leaving_behind(format!(
                    "upload `{id}`, whose file exists if it was completed: look for it in the list of files"
                )));
            }
            Err(error) => {
                cancel(client, &id).await;
                return Err(error);
            }
        };
        completed.try_map_value(|upload| {
            upload
                .file
                .ok_or_else(|| Error::decode(format!("completed upload `{id}` has no file")))
        })
    }
}

struct PartSender<'a> {
    client: &'a authoring::Client,
    upload_id: &'a str,
    part_size: usize,
    concurrency: usize,
}

impl PartSender<'_> {
    /// Sends all parts, and returns the body that completes the upload.
    async fn send_all(&self, parts: &mut Parts, with_md5: bool) -> Result<UploadFileCompleteBody, Error> {
        let mut md5 = with_md5.then(Md5::new);
        let mut in_flight = FuturesUnordered::new();
        let mut sent: Vec<Option<UploadPartResource>> = Vec::new();
        let mut read_all = false;
        loop {
            while !read_all && in_flight.len() < self.concurrency {
                match parts.next(self.part_size).await? {
                    Some(part) => {
                        if let Some(md5) = &mut md5 {
                            md5.update(&part);
                        }
                        let index = sent.len();
                        in_flight.push(self.send(index, part).map(move |result| (index, result)));
                        sent.push(None);
                    }
                    None => read_all = true,
                }
            }
            match in_flight.next().await {
                Some((index, result)) => sent[index] = Some(result?),
                None => break,
            }
        }
        let sent: Vec<_> = sent.into_iter().flatten().collect();
        let body = UploadFileCompleteBody::new(ids(&sent)?);
        Ok(match md5 {
            Some(md5) => body.with_md5(
                md5.finalize()
                    .iter()
                    .map(|byte| format!("{byte:02x}"))
                    .collect::<String>(),
            ),
            None => body,
        })
    }

    async fn send(&self, index: usize, part: Bytes) -> Result<UploadPartResource, Error> {
        let file = FilePart::from_bytes(format!("part-{index}"), part).with_content_type("application/octet-stream");
        let form = UploadFilePartForm::new(file);
        let request = self.client.upload_file().part(self.upload_id, form);
        // A part that was received twice does no harm: only the parts named at the end become the file.
        let policy = self.client.pipeline().retry_policy().with_non_idempotent_retries(true);
        Ok(request.with_retry_policy(policy).await?.into_value())
    }
}

/// The ids to complete the upload with: those of the blocks where every part has one, else those of the parts.
fn ids(parts: &[UploadPartResource]) -> Result<Vec<String>, Error> {
    let given = |id: Option<&str>| id.filter(|id| !id.is_empty()).map(str::to_owned);
    let blocks: Option<Vec<_>> = parts.iter().map(|part| given(part.azure_block_id.as_deref())).collect();
    blocks
        .or_else(|| parts.iter().map(|part| given(Some(&part.id))).collect())
        .ok_or_else(|| Error::decode("a part of the upload has no id in the response"))
}

async fn cancel(client: &authoring::Client, upload_id: &str) {
    let request = async { client.upload_file().cancel(upload_id).await };
    let _ = tokio::time::timeout(CANCEL_TIMEOUT, request).await;
}

/// Cancels the upload where what holds this is dropped before all parts are sent.
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
        // Outside a runtime nothing can be sent; the upload expires by itself.
        if let (Some(client), Ok(runtime)) = (self.client.take(), tokio::runtime::Handle::try_current()) {
            let upload_id = std::mem::take(&mut self.upload_id);
            runtime.spawn(async move { cancel(&client, &upload_id).await });
        }
    }
}
