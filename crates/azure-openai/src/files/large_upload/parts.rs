//! The contents of an upload, cut into parts.

use azure_openai_core::form::FileStream;
use azure_openai_core::temporary::TemporaryPath;
use azure_openai_core::{Error, FilePart};
use bytes::{Bytes, BytesMut};
use futures_util::StreamExt;
use tokio::io::AsyncWriteExt;

use crate::file_error::file_error;

/// Reads part after part.
pub(super) struct Parts {
    stream: FileStream,
    /// The rest of the chunk that was cut.
    rest: Bytes,
    /// A stream of unknown length, on the disk.
    _spooled: Option<TemporaryPath>,
}

impl Parts {
    /// Opens a file, and returns its number of bytes.
    pub(super) async fn open(file: &FilePart) -> Result<(Self, u64), Error> {
        let (stream, length) = file.open().await?;
        match length {
            Some(length) => Ok((Self::of(stream, None), length)),
            None => Self::spool(stream).await,
        }
    }

    fn of(stream: FileStream, spooled: Option<TemporaryPath>) -> Self {
        Self {
            stream,
            rest: Bytes::new(),
            _spooled: spooled,
        }
    }

    /// Writes a stream to a temporary file, because an upload begins with its number of bytes.
    async fn spool(mut stream: FileStream) -> Result<(Self, u64), Error> {
        let directory = std::env::temp_dir();
        let (file, path) = TemporaryPath::create(&directory, "upload-", 0o600)
            .map_err(|error| file_error("create a temporary file in", &directory, error))?;
        let failed = |error| file_error("write", &path, error);
        let mut file = tokio::fs::File::from_std(file);
        while let Some(chunk) = stream.next().await {
            file.write_all(&chunk?).await.map_err(failed)?;
        }
        file.flush().await.map_err(failed)?;
        let (stream, length) = FilePart::from_path(path.to_path_buf()).open().await?;
        Ok((Self::of(stream, Some(path)), length.unwrap_or_default()))
    }

    /// Returns the next part, of the given size, the last one smaller; `None` at the end.
    pub(super) async fn next(&mut self, size: usize) -> Result<Option<Bytes>, Error> {
        let mut part = BytesMut::with_capacity(self.rest.len().min(size));
        loop {
            let more = self.rest.split_to(self.rest.len().min(size - part.len()));
            part.extend_from_slice(&more);
            if part.len() == size {
                return Ok(Some(part.freeze()));
            }
            match self.stream.next().await {
                Some(chunk) => self.rest = chunk?,
                None if part.is_empty() => return Ok(None),
                None => return Ok(Some(part.freeze())),
            }
            if part.capacity() < size && !self.rest.is_empty() {
                part.reserve(size.min(part.len() + self.rest.len().max(size / 4)) - part.len());
            }
        }
    }
}
