//! Start, parts, complete; and cancel, where one of them fails.

use azure_openai_authoring::{
    self as authoring, File, FilesUploadForm, UploadFileCompleteBody, UploadFilePartForm, UploadFileStartBody,
    UploadPartResource,
};
use azure_openai_core::{Error, ErrorKind, FilePart, Response};
use bytes::Bytes;
use futures_util::stream::FuturesUnordered;
use futures_util::{FutureExt, StreamExt};

use super::cancel::{self, CancelOnDrop};
use super::parts::Parts;
use super::state::{SentPart, State, StateFile, UploadSource, ids, modified};
use super::upload::{LargeUpload, UploadProgress};

const MAX_CONCURRENCY: usize = 64;

impl LargeUpload {
    pub(in crate::files) async fn send(mut self, client: &authoring::Client) -> Result<Response<File>, Error> {
        self.check()?;
        let source = UploadSource {
            purpose: self.purpose.as_str().to_owned(),
            file_name: self.file.file_name().to_owned(),
            mime_type: self.file.content_type(),
            bytes: 0,
            modified: modified(&self.file).await,
        };
        let (parts, bytes) = Parts::open(&self.file).await?;
        let source = UploadSource { bytes, ..source };
        if bytes == 0 {
            return Err(Error::invalid_request(format!("file `{}` is empty", source.file_name)));
        }
        if bytes > Self::MAX_BYTES {
            return Err(Error::invalid_request(format!(
                "file has {bytes} bytes: an upload has at most {}",
                Self::MAX_BYTES
            )));
        }
        if bytes <= self.part_size as u64 && self.state_file.is_none() {
            return self.send_form(client, parts).await;
        }
        let state_file = StateFile::open(self.state_file.take(), client.pipeline().endpoint())?;
        let known = state_file.read_for(&source)?;
        if let Some(file) = completed(client, known.as_ref()).await? {
            return Ok(file);
        }
        let state = match known.filter(|state| !state.completed) {
            Some(state) => state,
            // None, or one whose file was deleted since.
            None => {
                let state = start(client, &self, source).await?;
                if let Err(error) = state_file.save(&state).await {
                    cancel::send(client, &state.upload_id).await;
                    return Err(error);
                }
                state
            }
        };
        let mut guard = CancelOnDrop::new(client, &state.upload_id);
        let resumable = state_file.path().map(|path| path.display().to_string());
        if resumable.is_some() {
            guard.disarm();
        }
        let mut sender = Sender {
            client,
            upload: self,
            state_file,
            state,
        };
        let result = sender.send_all(parts).await;
        // From here on the file may exist, and the upload must not be cancelled.
        guard.disarm();
        let id = sender.state.upload_id.clone();
        let error = match result {
            Ok(body) => match sender.complete(&body).await {
                Ok(file) => return Ok(file),
                Err(error) if error.may_have_been_processed() || error.is_decode() => {
                    return Err(error.leaving_behind(format!(
                        "upload `{id}`, whose file exists if it was completed: look for it in the list of files"
                    )));
                }
                Err(error) => error,
            },
            Err(error) => error,
        };
        match resumable {
            Some(path) => Err(error.leaving_behind(format!(
                "upload `{id}`, which goes on from `{path}` when it is sent again, unless it is cancelled or expires"
            ))),
            None => {
                // The error matters more than what becomes of the upload, which expires by itself.
                cancel::send(client, &id).await;
                Err(error)
            }
        }
    }

    fn check(&self) -> Result<(), Error> {
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
        Ok(())
    }

    /// Sends a file that fits into one part as one form.
    async fn send_form(mut self, client: &authoring::Client, mut parts: Parts) -> Result<Response<File>, Error> {
        let contents = parts.next(self.part_size).await?.unwrap_or_default();
        // Fails where there is more than was announced.
        parts.next(1).await?;
        let progress = UploadProgress {
            bytes: contents.len() as u64,
            parts: 1,
            ..UploadProgress::default()
        };
        self.report(progress);
        let file = FilePart::from_bytes(self.file.file_name(), contents).with_content_type(self.file.content_type());
        let form = FilesUploadForm::new(self.purpose.clone(), file);
        let file = client.files().upload(form).await?;
        self.report(UploadProgress {
            bytes_sent: progress.bytes,
            parts_sent: 1,
            ..progress
        });
        Ok(file)
    }

    fn report(&mut self, progress: UploadProgress) {
        if let Some(on_progress) = &mut self.on_progress {
            on_progress(progress);
        }
    }
}

async fn start(client: &authoring::Client, upload: &LargeUpload, source: UploadSource) -> Result<State, Error> {
    let length = i64::try_from(source.bytes).unwrap_or(i64::MAX);
    let (name, mime_type) = (&source.file_name, &source.mime_type);
    let body = UploadFileStartBody::new(upload.purpose.clone(), name, length, mime_type);
    let started = client.upload_file().start(&body).await?.into_value();
    let parts = source.bytes.div_ceil(upload.part_size as u64);
    Ok(State {
        upload_id: started.id,
        file_id: started.file.map(|file| file.id).filter(|id| !id.is_empty()),
        expires_at: started.expires_at.map(|time| time.unix_seconds()),
        part_size: upload.part_size,
        completing: false,
        completed: false,
        parts: vec![None; usize::try_from(parts).unwrap_or(usize::MAX)],
        source,
    })
}

/// Returns the file of an upload that was completed, also where the response was lost, if there is one.
async fn completed(client: &authoring::Client, state: Option<&State>) -> Result<Option<Response<File>>, Error> {
    let Some(file_id) = state
        .filter(|state| state.completing)
        .and_then(|state| state.file_id.as_ref())
    else {
        return Ok(None);
    };
    match client.files().get(file_id).await {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.is_not_found() => Ok(None),
        Err(error) => Err(error),
    }
}

struct Sender<'a> {
    client: &'a authoring::Client,
    upload: LargeUpload,
    state_file: StateFile,
    state: State,
}

impl Sender<'_> {
    /// Sends the parts that were not sent, and returns the body that completes the upload.
    async fn send_all(&mut self, mut parts: Parts) -> Result<UploadFileCompleteBody, Error> {
        let mut md5 = self.upload.with_md5.then(md5::Context::new);
        let mut in_flight = FuturesUnordered::new();
        let mut read = 0;
        let mut read_all = false;
        self.report();
        loop {
            while !read_all && in_flight.len() < self.upload.concurrency {
                let Some(part) = parts.next(self.state.part_size).await? else {
                    read_all = true;
                    break;
                };
                if let Some(md5) = &mut md5 {
                    md5.consume(&part);
                }
                let sum = match self.state_file.path() {
                    Some(_) => format!("{:x}", md5::compute(&part)),
                    None => String::new(),
                };
                match self.state.parts.get(read) {
                    None => return Err(self.changed()),
                    Some(Some(sent)) if sent.md5 == sum => {}
                    Some(Some(_)) => return Err(self.changed()),
                    Some(None) => in_flight.push(
                        send(self.client, self.state.upload_id.clone(), read, part)
                            .map(move |result| (read, result, sum)),
                    ),
                }
                read += 1;
            }
            let Some((index, result, sum)) = in_flight.next().await else {
                if read_all {
                    break;
                }
                continue;
            };
            self.state.parts[index] = Some(SentPart::new(result?, sum));
            self.state_file.save(&self.state).await?;
            self.report();
        }
        if self.state.source.modified != modified(&self.upload.file).await || read != self.state.parts.len() {
            return Err(self.changed());
        }
        let body = UploadFileCompleteBody::new(ids(&self.state.parts)?);
        Ok(match md5 {
            Some(md5) => body.with_md5(format!("{:x}", md5.finalize())),
            None => body,
        })
    }

    fn changed(&self) -> Error {
        Error::new(
            ErrorKind::File,
            format!(
                "`{}` was changed while it was uploaded: cancel the upload and start again",
                self.state.source.file_name
            ),
        )
    }

    fn report(&mut self) {
        let State { parts, source, .. } = &self.state;
        let progress = UploadProgress {
            bytes_sent: SentPart::bytes_until(parts, self.state.part_size, source.bytes),
            bytes: source.bytes,
            parts_sent: parts.iter().flatten().count(),
            parts: parts.len(),
        };
        self.upload.report(progress);
    }

    async fn complete(&mut self, body: &UploadFileCompleteBody) -> Result<Response<File>, Error> {
        self.state.completing = true;
        self.state_file.save(&self.state).await?;
        let id = &self.state.upload_id;
        let completed = self.client.upload_file().complete(id, body).await?;
        let file = completed.try_map_value(|upload| {
            upload
                .file
                .ok_or_else(|| Error::decode(format!("completed upload `{id}` has no file")))
        })?;
        self.state.completed = true;
        self.state.file_id = Some(file.id.clone());
        self.state_file.save(&self.state).await?;
        Ok(file)
    }
}

async fn send(
    client: &authoring::Client,
    upload_id: String,
    index: usize,
    part: Bytes,
) -> Result<UploadPartResource, Error> {
    let file = FilePart::from_bytes(format!("part-{index}"), part).with_content_type("application/octet-stream");
    let form = UploadFilePartForm::new(file);
    let request = client.upload_file().part(&upload_id, form);
    // A part that was received twice does no harm: only the parts named at the end become the file.
    let policy = client.pipeline().retry_policy().with_non_idempotent_retries(true);
    Ok(request.with_retry_policy(policy).await?.into_value())
}
