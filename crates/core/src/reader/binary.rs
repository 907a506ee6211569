//! Responses of bytes.

use std::fmt;
use std::future::poll_fn;
use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use tokio::io::AsyncWriteExt;

use super::from_response::{FromResponse, Sealed};
use crate::error::{Error, ErrorKind};
use crate::incoming::Incoming;
use crate::secrets::Secrets;
use crate::temporary::TemporaryPath;

/// The response is bytes, handed out as they come.
#[derive(Clone, Copy, Debug)]
pub struct Binary;

impl Sealed for Binary {}

impl FromResponse for Binary {
    type Value = ByteStream;

    const ACCEPT: &'static str = "*/*";

    async fn read(incoming: Incoming) -> Result<ByteStream, Error> {
        Ok(ByteStream::new(incoming))
    }
}

/// A body that is read as it comes: a [`Stream`] of chunks, or whole by [`bytes`](Self::bytes), or into a file by
/// [`save_to`](Self::save_to).
///
/// Each chunk must come within the request's idle timeout; the whole has no limit. After an error it ends.
/// Dropping it before its end closes the connection.
pub struct ByteStream {
    incoming: Incoming,
    ended: bool,
}

impl ByteStream {
    pub(crate) fn new(incoming: Incoming) -> Self {
        Self { incoming, ended: false }
    }

    /// Bytes that are there already, for what is a stream elsewhere.
    pub fn from_bytes(bytes: impl Into<Bytes>) -> Self {
        let response = reqwest::Response::from(http::Response::new(bytes.into()));
        Self::new(Incoming::new("Bytes", response, Secrets::default(), None, 1))
    }

    /// The content type, if the service named one.
    pub fn content_type(&self) -> Option<&str> {
        self.incoming.head().header("content-type")
    }

    /// How many bytes are still to come, if the service sent the length.
    pub fn content_length(&self) -> Option<u64> {
        self.incoming.content_length()
    }

    /// The next chunk; `None` at the end.
    ///
    /// # Errors
    /// [`ErrorKind::Body`] where the connection breaks, [`ErrorKind::Timeout`] where nothing comes for too long.
    pub async fn next(&mut self) -> Option<Result<Bytes, Error>> {
        poll_fn(|cx| self.poll_piece(cx)).await
    }

    /// The whole body, if it has no more than `limit` bytes.
    ///
    /// # Errors
    /// [`ErrorKind::TooLarge`] past the limit, and those of [`next`](Self::next).
    pub async fn bytes(mut self, limit: usize) -> Result<Bytes, Error> {
        if self.content_length().is_some_and(|length| length > limit as u64) {
            return Err(self.too_large(limit as u64));
        }
        let mut whole = BytesMut::new();
        while let Some(chunk) = self.next().await {
            let chunk = chunk?;
            if chunk.len() > limit - whole.len() {
                return Err(self.too_large(limit as u64));
            }
            whole.extend_from_slice(&chunk);
        }
        Ok(whole.freeze())
    }

    /// Writes the body into a file and gives the number of bytes.
    ///
    /// It is written under another name in the same directory, and takes its own when it is whole and on the disk: where
    /// this fails or is dropped, nothing is left, and a file that was there before stays as it was.
    ///
    /// # Errors
    /// [`ErrorKind::File`] where the file cannot be written, and those of [`next`](Self::next).
    pub async fn save_to(self, path: impl AsRef<Path>) -> Result<u64, Error> {
        self.save_to_within(path, u64::MAX).await
    }

    /// Writes the body into a file, as [`save_to`](Self::save_to) does, if it has no more than `limit` bytes.
    ///
    /// # Errors
    /// [`ErrorKind::TooLarge`] past the limit, and those of [`save_to`](Self::save_to).
    pub async fn save_to_within(mut self, path: impl AsRef<Path>, limit: u64) -> Result<u64, Error> {
        if self.content_length().is_some_and(|length| length > limit) {
            return Err(self.too_large(limit));
        }
        let path = path.as_ref().to_path_buf();
        let (file, temporary) = in_background(&path, {
            let path = path.clone();
            move || create_beside(&path)
        })
        .await?;
        let mut file = tokio::fs::File::from_std(file);
        let mut length = 0_u64;
        while let Some(chunk) = self.next().await {
            let chunk = chunk?;
            if chunk.len() as u64 > limit - length {
                return Err(self.too_large(limit));
            }
            file.write_all(&chunk)
                .await
                .map_err(|error| not_written(&path, error))?;
            length += chunk.len() as u64;
        }
        file.flush().await.map_err(|error| not_written(&path, error))?;
        file.sync_all().await.map_err(|error| not_written(&path, error))?;
        // Windows does not rename what is open.
        drop(file.into_std().await);
        in_background(&path, {
            let path = path.clone();
            move || temporary.persist(&path)
        })
        .await?;
        Ok(length)
    }

    fn too_large(&self, limit: u64) -> Error {
        Error::new(
            ErrorKind::TooLarge,
            format!("the response is larger than the limit of {limit} bytes"),
        )
        .with_head(self.incoming.head())
    }

    fn poll_piece(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, Error>>> {
        if self.ended {
            return Poll::Ready(None);
        }
        let chunk = self.incoming.poll_data(cx).map_err(Error::in_stream);
        match &chunk {
            Poll::Ready(None) => {
                self.ended = true;
                self.incoming.telemetry.end();
            }
            Poll::Ready(Some(Err(error))) => {
                self.ended = true;
                self.incoming.telemetry.fail(error);
            }
            _ => {}
        }
        chunk
    }
}

fn create_beside(path: &Path) -> io::Result<(std::fs::File, TemporaryPath)> {
    if path.file_name().is_none() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "the path names no file"));
    }
    let directory = path
        .parent()
        .filter(|directory| !directory.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    // The permissions that a new file has.
    TemporaryPath::create(directory, ".download-", 0o666)
}

async fn in_background<T: Send + 'static>(
    path: &Path,
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T, Error> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(io::Error::other)
        .and_then(|result| result)
        .map_err(|error| not_written(path, error))
}

fn not_written(path: &Path, error: io::Error) -> Error {
    let path: PathBuf = path.to_path_buf();
    Error::new(ErrorKind::File, format!("`{}` cannot be written", path.display())).with_source(error)
}

impl Stream for ByteStream {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_piece(cx)
    }
}

impl fmt::Debug for ByteStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ByteStream")
            .field("content_type", &self.content_type())
            .field("content_length", &self.content_length())
            .finish_non_exhaustive()
    }
}
