//! Images, fetched or decoded.

use std::path::Path;

use azure_openai_core::{Base64Bytes, ByteStream, Bytes, Downloads, Error};

use crate::GeneratedImage;

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
