//! What is uploaded, cut into parts.

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
            Box::pin(stream.map(|piece| piece.map(Into::into).map_err(Into::into))),
            bytes,
        )
    }

    /// Ready to be read, and how many bytes there are.
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
                // Each read goes through a pool of threads: fewer and larger ones cost much less.
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
    /// With what is left of the piece that was cut.
    Stream(BoxStream, Bytes),
}

/// Reads part after part.
pub(super) struct Parts {
    input: Input,
    name: String,
    left: u64,
}

impl Parts {
    /// The next part, as large as asked for, the last one smaller. `None` after exactly as many bytes as there were said
    /// to be.
    pub(super) async fn next(&mut self, size: usize) -> Result<Option<Bytes>, Error> {
        let size = self.left.min(size as u64) as usize;
        if size == 0 {
            return match self.piece(1).await? {
                None => Ok(None),
                Some(_) => Err(self.not_as_long("more")),
            };
        }
        let mut part = BytesMut::with_capacity(size);
        while part.len() < size {
            match self.piece(size - part.len()).await? {
                Some(piece) => part.extend_from_slice(&piece),
                None => return Err(self.not_as_long("fewer")),
            }
        }
        self.left -= size as u64;
        Ok(Some(part.freeze()))
    }

    /// Some of what comes next, not empty and no more than `limit` bytes.
    async fn piece(&mut self, limit: usize) -> Result<Option<Bytes>, Error> {
        match &mut self.input {
            Input::File(file) => {
                let mut piece = BytesMut::with_capacity(limit.min(2 * 1024 * 1024));
                let read = file
                    .take(limit as u64)
                    .read_buf(&mut piece)
                    .await
                    .map_err(|error| not_read(&self.name, error))?;
                Ok((read > 0).then(|| piece.freeze()))
            }
            Input::Stream(stream, rest) => {
                while rest.is_empty() {
                    match stream.next().await {
                        Some(Ok(piece)) => *rest = piece,
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
