//! Where the bytes of a file part come from.

use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use futures_util::StreamExt;
use tokio::fs::File;
use tokio_util::io::ReaderStream;

use super::progress::SendProgress;
use crate::error::BoxError;

/// Each read of a file goes through tokio's pool of threads; reads of the usual 8 KiB cost twelve times the CPU.
pub(super) const READ_SIZE: usize = 256 * 1024;

pub(super) type BoxByteStream = Pin<Box<dyn Stream<Item = Result<Bytes, FileError>> + Send>>;

/// Why a part cannot be made.
#[derive(Debug)]
pub(super) enum SourceError {
    File(FileError),
    Used,
    ContentType(String),
}

/// A file or stream that cannot be read, or is not as long as it said.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct FileError(String);

impl FileError {
    pub(super) fn read(what: &str, error: BoxError) -> Self {
        Self(format!("{what} cannot be read: {error}"))
    }
}

/// Opens a file, and returns its length in bytes.
pub(super) async fn open(
    path: &Path,
) -> Result<(impl Stream<Item = Result<Bytes, FileError>> + use<>, u64), FileError> {
    let name = format!("`{}`", path.display());
    let failed = |error: std::io::Error| FileError::read(&name, error.into());
    let mut file = File::open(path).await.map_err(failed)?;
    let metadata = file.metadata().await.map_err(failed)?;
    if metadata.is_dir() {
        return Err(FileError(format!("{name} is a directory, not a file")));
    }
    file.set_max_buf_size(READ_SIZE);
    let length = metadata.len();
    let stream = ReaderStream::with_capacity(file, READ_SIZE).map({
        let name = name.clone();
        move |chunk| chunk.map_err(|error| FileError::read(&name, error.into()))
    });
    Ok((exactly(stream, length, name), length))
}

/// What is in memory, in chunks of the size that files are read in.
pub(super) fn chunks(bytes: Bytes) -> impl Stream<Item = Result<Bytes, FileError>> {
    futures_util::stream::unfold(bytes, |mut rest| async move {
        let length = rest.len().min(READ_SIZE);
        (length > 0).then(|| (Ok(rest.split_to(length)), rest))
    })
}

pin_project_lite::pin_project! {
    /// Notes whenever the connection takes a chunk.
    pub(super) struct Watched<S> {
        #[pin]
        stream: S,
        progress: Option<Arc<SendProgress>>,
    }
}

impl<S> Watched<S>
where
    S: Stream<Item = Result<Bytes, FileError>> + Send + 'static,
{
    pub(super) fn body(stream: S, progress: Option<Arc<SendProgress>>) -> reqwest::Body {
        reqwest::Body::wrap_stream(Self { stream, progress })
    }
}

impl<S: Stream<Item = Result<Bytes, FileError>>> Stream for Watched<S> {
    type Item = Result<Bytes, FileError>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.project();
        let chunk = this.stream.poll_next(cx);
        if let (Poll::Ready(_), Some(progress)) = (&chunk, this.progress) {
            progress.touch();
        }
        chunk
    }
}

/// A stream that fails if it has more or fewer bytes than were announced. Otherwise a shorter one would leave the server
/// waiting, and a longer one be cut without a word.
pub(super) fn exactly<S>(stream: S, length: u64, name: String) -> Exactly<S> {
    Exactly {
        stream,
        name,
        length,
        seen: 0,
        ended: false,
    }
}

pin_project_lite::pin_project! {
    pub(super) struct Exactly<S> {
        #[pin]
        stream: S,
        name: String,
        length: u64,
        seen: u64,
        ended: bool,
    }
}

impl<S: Stream<Item = Result<Bytes, FileError>>> Stream for Exactly<S> {
    type Item = Result<Bytes, FileError>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.project();
        if *this.ended {
            return Poll::Ready(None);
        }
        let chunk = std::task::ready!(this.stream.poll_next(cx));
        if let Some(Ok(bytes)) = &chunk {
            *this.seen += bytes.len() as u64;
        }
        let result = match chunk {
            Some(Ok(_)) if *this.seen > *this.length => Some(Err(FileError(format!(
                "{} has more than the {} bytes it had when sending began",
                this.name, this.length
            )))),
            None if *this.seen < *this.length => Some(Err(FileError(format!(
                "{} ended after {} of {} bytes",
                this.name, this.seen, this.length
            )))),
            chunk => chunk,
        };
        *this.ended = matches!(result, None | Some(Err(_)));
        Poll::Ready(result)
    }
}
