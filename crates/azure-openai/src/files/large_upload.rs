//! Files too large for one request, uploaded in parts.

mod send;
mod source;

use std::fmt;
use std::path::PathBuf;

use azure_openai_core::BoxError;
use bytes::Bytes;
use futures_core::Stream;

use azure_openai_authoring::Purpose;
use source::Source;

/// A file to upload in parts ([`Files::upload_large`](crate::files::Files::upload_large)), from a path or a stream.
///
/// Parts are read one after the other and sent several at a time, so that memory holds at most
/// [`concurrency`](Self::with_concurrency) + 1 of them. Each is one request, retried as the retry policy of the client
/// allows. The service joins the parts in order and checks the whole by its MD5, which is computed on the way.
///
/// A failed upload is cancelled, and there is no file; if it is dropped before all parts are sent, a task cancels it. An
/// upload whose completion may have been processed is left as it is, and [`Error::left_behind`](crate::Error::left_behind)
/// names it.
///
/// ```no_run
/// # use azure_openai::{files::LargeUpload, Client, Error, authoring::Purpose};
/// # async fn run(client: Client) -> Result<(), Error> {
/// let upload = LargeUpload::from_path(Purpose::FineTune, "training.jsonl");
/// let file = client.files().upload_large(upload).await?;
/// let file = client.files().wait(&file.id).await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is sent until `Files::upload_large`"]
pub struct LargeUpload {
    purpose: Purpose,
    file_name: String,
    mime_type: Option<String>,
    source: Source,
    part_size: usize,
    concurrency: usize,
    with_md5: bool,
}

impl LargeUpload {
    /// The most bytes of an upload: 9 GB, taken as 9,000,000,000.
    pub const MAX_BYTES: u64 = 9_000_000_000;
    /// The most bytes of a part. The service takes as many as in a file of the purpose; 64 MiB is less than for any of them,
    /// and 144 such parts are a whole upload.
    pub const MAX_PART_SIZE: usize = 64 * 1024 * 1024;
    /// The default number of bytes of a part.
    pub const PART_SIZE: usize = 16 * 1024 * 1024;

    /// Creates an upload of a file on the disk, under its own name. The file must not change while it is uploaded.
    pub fn from_path(purpose: impl Into<Purpose>, path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let file_name = path
            .file_name()
            .map_or_else(|| "file".to_owned(), |name| name.to_string_lossy().into_owned());
        Self::new(purpose.into(), file_name, Source::Path(path))
    }

    /// Creates an upload of a stream of exactly this number of bytes.
    pub fn from_stream<S, B, E>(
        purpose: impl Into<Purpose>,
        file_name: impl Into<String>,
        stream: S,
        bytes: u64,
    ) -> Self
    where
        S: Stream<Item = Result<B, E>> + Send + 'static,
        B: Into<Bytes>,
        E: Into<BoxError>,
    {
        Self::new(purpose.into(), file_name.into(), Source::stream(stream, bytes))
    }

    fn new(purpose: Purpose, file_name: String, source: Source) -> Self {
        Self {
            purpose,
            file_name,
            mime_type: None,
            source,
            part_size: Self::PART_SIZE,
            concurrency: 4,
            with_md5: true,
        }
    }

    /// Sets the name of the file.
    pub fn with_file_name(mut self, file_name: impl Into<String>) -> Self {
        self.file_name = file_name.into();
        self
    }

    /// Sets the MIME type of the file. By default it is guessed from the file name, `application/jsonl` for `.jsonl`, and
    /// `application/octet-stream` where the name says nothing.
    pub fn with_mime_type(mut self, mime_type: impl Into<String>) -> Self {
        self.mime_type = Some(mime_type.into());
        self
    }

    /// Sets how many bytes a part has, 16 MiB by default; from 1 to [`MAX_PART_SIZE`](Self::MAX_PART_SIZE).
    pub fn with_part_size(mut self, bytes: usize) -> Self {
        self.part_size = bytes;
        self
    }

    /// Sets how many parts are sent at a time, 4 by default; from 1 to 64.
    pub fn with_concurrency(mut self, parts: usize) -> Self {
        self.concurrency = parts;
        self
    }

    /// Sends no MD5 of the whole file.
    pub fn without_md5(mut self) -> Self {
        self.with_md5 = false;
        self
    }
}

impl fmt::Debug for LargeUpload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LargeUpload")
            .field("purpose", &self.purpose)
            .field("file_name", &self.file_name)
            .field("source", &self.source)
            .field("part_size", &self.part_size)
            .field("concurrency", &self.concurrency)
            .finish_non_exhaustive()
    }
}
