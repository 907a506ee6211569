//! Images of a message.

use std::path::Path;

use azure_openai::chat::{image_bytes, image_url};
use azure_openai::inference::ChatCompletionContentPart;

use crate::failure::{Failure, Result};

/// A file or URL as a part of a message.
pub(super) async fn part(place: &str) -> Result<ChatCompletionContentPart> {
    if ["https://", "http://", "data:"]
        .iter()
        .any(|scheme| place.starts_with(scheme))
    {
        return Ok(image_url(place));
    }
    let path = Path::new(place);
    let bytes = tokio::fs::read(path)
        .await
        .map_err(|error| Failure::file(path, "read", &error))?;
    let media_type =
        media_type(&bytes).ok_or_else(|| Failure::input(format!("`{place}` is not a PNG, JPEG, GIF or WebP image")))?;
    Ok(image_bytes(media_type, bytes))
}

/// What the first bytes say; names may be wrong.
fn media_type(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => Some("image/png"),
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        [b'G', b'I', b'F', b'8', ..] => Some("image/gif"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("image/webp"),
        _ => None,
    }
}
