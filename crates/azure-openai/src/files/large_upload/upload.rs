//! An upload as a user has it.

use std::fmt;
use std::path::PathBuf;

use azure_openai_authoring::Purpose;
use azure_openai_core::FilePart;

/// A file to upload ([`Files::upload_large`](crate::files::Files::upload_large)), from a path, from memory or from a
/// stream, of up to 9 GB.
///
/// A file that fits into one part is sent as one form. Of a larger one, parts are read one after the other and sent
/// several at a time, so that memory holds at most [`concurrency`](Self::with_concurrency) + 1 of them. Each is one
/// request, retried as the retry policy of the client allows. The service joins the parts in order and checks the whole
/// by its MD5, which is computed on the way. A stream of unknown length is written to a temporary file first.
///
/// With a [state file](Self::with_state_file), an upload goes on after the process was killed. Without one, a failed
/// upload is cancelled and leaves no file; if it is dropped before all parts are sent, a task cancels it. An upload
/// whose completion may have been processed is left as it is, and [`Error::left_behind`](crate::Error::left_behind)
/// names it.
///
/// ```no_run
/// # use azure_openai::{files::LargeUpload, Client, Error, authoring::Purpose};
/// # async fn run(client: Client) -> Result<(), Error> {
/// let upload = LargeUpload::new(Purpose::FineTune, "training.jsonl")
///     .with_state_file("training.upload.json")
///     .with_progress(|progress| println!("{} of {} bytes", progress.bytes_sent, progress.bytes));
/// let file = client.files().upload_large(upload).await?;
/// let file = client.files().wait(&file.id).await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is sent until `Files::upload_large`"]
pub struct LargeUpload {
    pub(super) purpose: Purpose,
    pub(super) file: FilePart,
    pub(super) part_size: usize,
    pub(super) concurrency: usize,
    pub(super) with_md5: bool,
    pub(super) state_file: Option<PathBuf>,
    pub(super) on_progress: Option<Box<dyn FnMut(UploadProgress) + Send + Sync>>,
}

impl LargeUpload {
    /// The most bytes of an upload: 9 GB, taken as 9,000,000,000.
    pub const MAX_BYTES: u64 = 9_000_000_000;
    /// The most bytes of a part. The service takes as many as in a file of the purpose; 64 MiB is less than for any of
    /// them, and 144 such parts are a whole upload.
    pub const MAX_PART_SIZE: usize = 64 * 1024 * 1024;
    /// The default number of bytes of a part.
    pub const PART_SIZE: usize = 16 * 1024 * 1024;

    /// Creates an upload of a file: a path, or a [`FilePart`] with a name and type of its own, of bytes or of a stream.
    /// The file must not change while it is uploaded.
    pub fn new(purpose: impl Into<Purpose>, file: impl Into<FilePart>) -> Self {
        Self {
            purpose: purpose.into(),
            file: file.into(),
            part_size: Self::PART_SIZE,
            concurrency: 4,
            with_md5: true,
            state_file: None,
            on_progress: None,
        }
    }

    azure_openai_core::setters! {
        /// Sets how many bytes a part has, 16 MiB by default; from 1 to [`MAX_PART_SIZE`](Self::MAX_PART_SIZE). An
        /// upload that goes on has parts of the size that it began with.
        pub fn with_part_size(self, bytes: usize) => part_size = bytes;
        /// Sets how many parts are sent at a time, 4 by default; from 1 to 64.
        pub fn with_concurrency(self, parts: usize) => concurrency = parts;
        /// Sends no MD5 of the whole file.
        pub fn without_md5(self) => with_md5 = false;
        /// Keeps the state of the upload in a file, so that the same upload, sent again after an error or a kill, goes
        /// on: what the service has is not sent again. An upload that has expired, after two hours, starts again.
        /// Always sends parts.
        ///
        /// The state file stays when the upload is done: sent again, it returns the same file, so that a kill before
        /// its id was noted loses nothing. [Remove](crate::state_file::remove) it then;
        /// [`Files::cancel_upload`](crate::files::Files::cancel_upload) gives an upload up and removes it.
        ///
        /// A source that was changed is an error: its size and time of modification are compared, and the MD5 of each
        /// part that was sent. The state file is `{"format": "upload", "version": 1, "resource": …, "state": …}`, is
        /// replaced as a whole, and has ids and sums, no keys. One of another version or resource is an error.
        pub fn with_state_file(self, path: impl Into<PathBuf>) => state_file = Some(path.into());
        /// Sets what is called when the upload begins, and after each part.
        pub fn with_progress(self, on_progress: impl FnMut(UploadProgress) + Send + Sync + 'static) =>
            on_progress = Some(Box::new(on_progress));
    }
}

/// How far an upload is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct UploadProgress {
    /// The bytes that the service has, those of an earlier process included.
    pub bytes_sent: u64,
    /// The bytes of the file.
    pub bytes: u64,
    /// The parts that the service has.
    pub parts_sent: usize,
    /// The parts of the file; 1 for a file that is sent as one form.
    pub parts: usize,
}

impl fmt::Debug for LargeUpload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LargeUpload")
            .field("purpose", &self.purpose)
            .field("file", &self.file)
            .field("part_size", &self.part_size)
            .field("concurrency", &self.concurrency)
            .field("state_file", &self.state_file)
            .finish_non_exhaustive()
    }
}
