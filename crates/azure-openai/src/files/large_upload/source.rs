//! The source of an upload, cut into parts.

use std::fmt;
use std::path::PathBuf;
use std::pin::Pin;

use azure_openai_core::{BoxError, Error, ErrorKind};
use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use futures_util::StreamExt;
use tokio::io::AsyncReadExt;

type BoxStream = Pin<Box<dyn Stream<Item = Result<Bytes, BoxError>> + Send>>;

pub(super) enum Source {
    Path(PathBuf),
    Stream(BoxStream, u64),
}

impl Source {
    pub(super) fn stream<S, B, E>(stream: S, bytes: u64) -> Self
    where
        S: Stream<Item = Result<B, E>> + Send + 'static,
        B: Into<Bytes>,
        E: Into<BoxError>,
    {
        Self::Stream(
            Box::pin(stream.map(|chunk| chunk.map(Into::into).map_err(Into::into))),
            bytes,
        )
    }

    /// Opens the source, and returns its number of bytes.
    pub(super) async fn open(self) -> Result<(Parts, u64), Error> {
        let (input, name, bytes) = match self {
            Self::Stream(stream, bytes) => (Input::Stream(stream, Bytes::new()), "the stream".to_owned(), bytes),
            Self::Path(path) => {
                let name = format!("`{}`", path.display());
                let opened = async {
                    let file = tokio::fs::File::open(&path).await?;
                    let metadata = file.metadata().await?;
                    if !metadata.is_file() {
                        return Err(std::io::Error::other("it is no regular file"));
                    }
                    Ok((file, metadata.len()))
                };
                let (mut file, bytes) = opened.await.map_err(|error| not_read(&name, error))?;
                // Each read goes through a thread pool: fewer and larger ones cost much less.
                file.set_max_buf_size(2 * 1024 * 1024);
                (Input::File(file), name, bytes)
            }
        };
        let parts = Parts {
            input,
            name,
            left: bytes,
        };
        Ok((parts, bytes))
    }
}

enum Input {
    File(tokio::fs::File),
    /// With the rest of the chunk that was cut.
    Stream(BoxStream, Bytes),
}

/// Reads part after part.
pub(super) struct Parts {
    input: Input,
    name: String,
    left: u64,
}

impl Parts {
    /// Returns the next part, of the given size, the last one smaller; `None` after exactly the announced number of bytes.
    pub(super) async fn next(&mut self, size: usize) -> Result<Option<Bytes>, Error> {
        let size = self.left.min(size as u64) as usize;
        if size == 0 {
            return match self.chunk(1).await? {
                None => Ok(None),
                Some(_) => Err(self.not_as_long("more")),
            };
        }
        let mut part = BytesMut::with_capacity(size);
        while part.len() < size {
            match self.chunk(size - part.len()).await? {
                Some(chunk) => part.extend_from_slice(&chunk),
                None => return Err(self.not_as_long("fewer")),
            }
        }
        self.left -= size as u64;
        Ok(Some(part.freeze()))
    }

    /// Returns some of what comes next, not empty and at most `limit` bytes.
    async fn chunk(&mut self, limit: usize) -> Result<Option<Bytes>, Error> {
        match &mut self.input {
            Input::File(file) => {
                let mut chunk = BytesMut::with_capacity(limit.min(2 * 1024 * 1024));
                let read = file
                    .take(limit as u64)
                    .read_buf(&mut chunk)
                    .await
                    .map_err(|error| not_read(&self.name, error))?;
                Ok((read > 0).then(|| chunk.freeze()))
            }
            Input::Stream(stream, rest) => {
                while rest.is_empty() {
                    match stream.next().await {
                        Some(Ok(chunk)) => *rest = chunk,
                        Some(Err(error)) => return Err(not_read(&self.name, error)),
                        None => return Ok(None),
                    }
                }
                Ok(Some(rest.split_to(limit.min(rest.len()))))
            }
        }
    }

    fn not_as_long(&self, what: &str) -> Error {
        Error::of_kind(
            ErrorKind::File,
            format!("{} has {what} bytes than it said at the start", self.name),
        )
    }
}

fn not_read(name: &str, error: impl Into<BoxError>) -> Error {
    Error::of_kind(ErrorKind::File, format!("{name} cannot be read")).caused_by(error)
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path(path) => write!(f, "{}", path.display()),
            Self::Stream(_, bytes) => write!(f, "stream of {bytes} bytes"),
        }
    }
}
