//! A file in a form.

use std::fmt;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use futures_core::Stream;
use futures_util::StreamExt;
use reqwest::multipart::Part;

use super::escape::escape;
use super::progress::SendProgress;
use super::source::{BoxByteStream, FileError, READ_SIZE, SourceError, Watched, chunks, exactly, open};
use crate::error::{BoxError, Error, ErrorKind};

/// The bytes of a file, from [`FilePart::open`].
pub type FileStream = Pin<Box<dyn Stream<Item = Result<Bytes, Error>> + Send>>;

/// A file to upload: from memory, from a path, or from any stream. Its contents are not held in memory beyond what it was
/// made from.
///
/// Parts from memory and from a path can be sent again where a request is retried; a stream only once.
///
/// ```
/// use azure_openai_core::FilePart;
/// let part = FilePart::from_bytes("training.jsonl", "{}\n").with_content_type("application/jsonl");
/// assert_eq!(part.file_name(), "training.jsonl");
/// ```
#[derive(Clone)]
#[must_use = "a file is sent as a part of a form"]
pub struct FilePart {
    file_name: String,
    content_type: Option<String>,
    source: FileContent,
}

#[derive(Clone)]
enum FileContent {
    Bytes(Bytes),
    Path(PathBuf),
    Stream(Arc<Mutex<Option<BoxByteStream>>>, Option<u64>),
}

impl FilePart {
    /// A file from memory. A clone shares the bytes.
    pub fn from_bytes(file_name: impl Into<String>, bytes: impl Into<Bytes>) -> Self {
        Self {
            file_name: file_name.into(),
            content_type: None,
            source: FileContent::Bytes(bytes.into()),
        }
    }

    /// A file on the disk, under its own name. It is opened when it is sent; an error then names the path.
    pub fn from_path(path: impl Into<PathBuf>) -> Self {
        Self::from_path_buf(path.into())
    }

    fn from_path_buf(path: PathBuf) -> Self {
        let file_name = path
            .file_name()
            .map_or_else(|| "file".to_owned(), |name| name.to_string_lossy().into_owned());
        Self {
            file_name,
            content_type: None,
            source: FileContent::Path(path),
        }
    }

    /// A file from a stream of bytes, which is read as fast as it can be sent. A `length` that is known is worth giving,
    /// since some gateways refuse bodies of unknown length; the stream must then have exactly as many bytes.
    pub fn from_stream<S, B, E>(file_name: impl Into<String>, stream: S, length: Option<u64>) -> Self
    where
        S: Stream<Item = Result<B, E>> + Send + 'static,
        B: Into<Bytes>,
        E: Into<BoxError>,
    {
        let stream: BoxByteStream = Box::pin(stream.map(|chunk| {
            chunk
                .map(Into::into)
                .map_err(|error| FileError::read("the stream", error.into()))
        }));
        Self {
            file_name: file_name.into(),
            content_type: None,
            source: FileContent::Stream(Arc::new(Mutex::new(Some(stream))), length),
        }
    }

    crate::setters! {
        /// The content type. By default it is guessed from the file name, and `application/octet-stream` where that
        /// says nothing: the service refuses files without one.
        pub fn with_content_type(self, content_type: impl Into<String>) => content_type = Some(content_type.into());
        /// The file name that is sent.
        pub fn with_file_name(self, file_name: impl Into<String>) => file_name = file_name.into();
    }

    /// The content type of one that was given none.
    pub(super) fn default_content_type(&mut self, content_type: &str) {
        self.content_type.get_or_insert_with(|| content_type.to_owned());
    }

    /// The file name that is sent.
    pub fn file_name(&self) -> &str {
        &self.file_name
    }

    /// The content type that is sent.
    pub fn content_type(&self) -> String {
        match &self.content_type {
            Some(content_type) => content_type.clone(),
            None => self.guess_content_type(),
        }
    }

    fn guess_content_type(&self) -> String {
        // The service's most common kind of file, which `mime_guess` does not know.
        if self
            .file_name
            .rsplit_once('.')
            .is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("jsonl"))
        {
            return "application/jsonl".to_owned();
        }
        mime_guess::from_path(&self.file_name)
            .first_or_octet_stream()
            .essence_str()
            .to_owned()
    }

    /// Whether the part could be sent a second time: anything but a stream.
    pub fn is_replayable(&self) -> bool {
        !matches!(self.source, FileContent::Stream(..))
    }

    /// The path of a file on the disk.
    pub fn path(&self) -> Option<&Path> {
        match &self.source {
            FileContent::Path(path) => Some(path),
            FileContent::Bytes(_) | FileContent::Stream(..) => None,
        }
    }

    /// Opens the file, to be read elsewhere than in a form: its bytes, and their number if it is known; it is an error of the
    /// stream if there are more or fewer. A part from a stream can be opened or sent once.
    ///
    /// # Errors
    /// [`ErrorKind::File`] where the file cannot be opened, [`ErrorKind::InvalidRequest`] for a stream that was read.
    pub async fn open(&self) -> Result<(FileStream, Option<u64>), Error> {
        let (stream, length) = self.read().await.map_err(|error| match error {
            SourceError::File(error) => Error::new(ErrorKind::File, error.to_string()),
            SourceError::Used | SourceError::ContentType(_) => {
                Error::new(ErrorKind::InvalidRequest, "the stream was read before")
            }
        })?;
        let stream = stream.map(|chunk| chunk.map_err(|error| Error::new(ErrorKind::File, error.to_string())));
        Ok((Box::pin(stream.fuse()), length))
    }

    async fn read(&self) -> Result<(BoxByteStream, Option<u64>), SourceError> {
        Ok(match &self.source {
            FileContent::Bytes(bytes) => (Box::pin(chunks(bytes.clone())), Some(bytes.len() as u64)),
            FileContent::Path(path) => {
                let (stream, length) = open(path).await.map_err(SourceError::File)?;
                (Box::pin(stream), Some(length))
            }
            FileContent::Stream(stream, length) => {
                // Nothing panics while the lock is held.
                let stream = stream
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .take()
                    .ok_or(SourceError::Used)?;
                match *length {
                    Some(known) => (Box::pin(exactly(stream, known, "the stream".to_owned())), *length),
                    None => (stream, None),
                }
            }
        })
    }

    /// The part as one attempt sends it.
    pub(super) async fn build(&self, progress: Option<&Arc<SendProgress>>) -> Result<Part, SourceError> {
        let part = match &self.source {
            FileContent::Bytes(bytes) if bytes.len() <= READ_SIZE => {
                Part::stream_with_length(bytes.clone(), bytes.len() as u64)
            }
            _ => {
                let (stream, length) = self.read().await?;
                let stream = Watched::body(stream, progress.cloned());
                match length {
                    Some(length) => Part::stream_with_length(stream, length),
                    None => Part::stream(stream),
                }
            }
        };
        let content_type = self.content_type();
        if content_type.contains(|c: char| c.is_control()) {
            return Err(SourceError::ContentType(content_type));
        }
        part.file_name(escape(&self.file_name).into_owned())
            .mime_str(&content_type)
            .map_err(|_| SourceError::ContentType(content_type))
    }
}

macro_rules! from_paths {
    ($($path:ty),*) => {
        $(/// The path of a file on the disk: see [`FilePart::from_path`].
        impl From<$path> for FilePart {
            fn from(path: $path) -> Self {
                Self::from_path(path)
            }
        })*
    };
}
from_paths!(&Path, PathBuf, &PathBuf, &str, String, &String);

/// A file name and the file's contents: see [`FilePart::from_bytes`].
impl<N: Into<String>, B: Into<Bytes>> From<(N, B)> for FilePart {
    fn from((file_name, bytes): (N, B)) -> Self {
        Self::from_bytes(file_name, bytes)
    }
}

impl fmt::Debug for FilePart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FilePart({:?}, ", self.file_name)?;
        match &self.source {
            FileContent::Bytes(bytes) => write!(f, "{} bytes)", bytes.len()),
            FileContent::Path(path) => write!(f, "from {})", path.display()),
            FileContent::Stream(_, Some(length)) => write!(f, "stream of {length} bytes)"),
            FileContent::Stream(_, None) => f.write_str("stream)"),
        }
    }
}
