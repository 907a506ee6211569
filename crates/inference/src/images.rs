//! Images, fetched or decoded, and streams of them.

use std::path::Path;

use azure_openai_core::decode::from_value;
use azure_openai_core::{Base64Bytes, ByteStream, Bytes, Downloads, Error, StreamChunk, StreamProgress, Value};

use crate::{GeneratedImage, ImageStreamEvent};

/// How large an image may be: 64 MiB.
const LIMIT: usize = 64 * 1024 * 1024;

impl GeneratedImage {
    /// The image's bytes: decoded if they came with the response, else fetched from its URL. At most 64 MiB; for more,
    /// and for other limits, see [`open`](Self::open).
    ///
    /// The service's URLs are of another host and hold their own permission for some hours; no key or token is sent
    /// there, redirects are not followed, and only http and https are taken.
    ///
    /// # Errors
    /// Those of [`Downloads::open`], [`TooLarge`](azure_openai_core::ErrorKind::TooLarge), and
    /// [`Decode`](azure_openai_core::ErrorKind::Decode) where there is neither an image nor a URL.
    pub async fn bytes(&self, with: impl AsRef<Downloads>) -> Result<Bytes, Error> {
        self.open(with).await?.bytes(LIMIT).await
    }

    /// Writes the image into a file, whole or not at all, and gives its length.
    ///
    /// # Errors
    /// Those of [`bytes`](Self::bytes), and [`File`](azure_openai_core::ErrorKind::File) where it cannot be written.
    pub async fn save_to(&self, path: impl AsRef<Path>, with: impl AsRef<Downloads>) -> Result<u64, Error> {
        self.open(with).await?.save_to_within(path, LIMIT as u64).await
    }

    /// The image as a stream of bytes.
    ///
    /// # Errors
    /// Those of [`Downloads::open`], and [`Decode`](azure_openai_core::ErrorKind::Decode) where there is neither an
    /// image nor a URL.
    pub async fn open(&self, with: impl AsRef<Downloads>) -> Result<ByteStream, Error> {
        match (&self.b64_json, &self.url) {
            (Some(base64), _) => Ok(ByteStream::from_bytes(Base64Bytes::from_base64(base64)?.into_vec())),
            (None, Some(url)) => with.as_ref().open(url).await,
            (None, None) => Err(Error::decode("the response holds neither an image nor its URL")),
        }
    }
}

impl ImageStreamEvent {
    /// Whether the image is whole; otherwise it is a partial one, of
    /// [`partial_image_index`](ImageStreamEvent::partial_image_index).
    pub fn is_completed(&self) -> bool {
        let name = self.type_.as_ref().map_or("", |name| name.as_str());
        name.ends_with(".completed")
    }

    /// Decodes the image.
    ///
    /// # Errors
    /// [`Decode`](azure_openai_core::ErrorKind::Decode) where it is not base64.
    pub fn bytes(&self) -> Result<Bytes, Error> {
        Ok(Base64Bytes::from_base64(&self.b64_json)?.into_vec().into())
    }
}

impl StreamChunk for ImageStreamEvent {
    fn observe(&self, progress: &mut StreamProgress) {
        if self.is_completed() {
            progress.finish_next();
        }
    }

    fn from_response(mut response: Value) -> Option<Self> {
        let image = response.pointer_mut("/data/0")?.take();
        let fields = response.as_object_mut()?;
        fields.remove("data");
        fields.insert("b64_json".to_owned(), image.get("b64_json")?.clone());
        fields.insert("type".to_owned(), "image_generation.completed".into());
        from_value(&response).ok()
    }
}
