//! Image files: how those of a request begin, and those of a response in each format.

use std::io::Read as _;
use std::path::Path;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::webp::WebPEncoder;
use image::{ExtendedColorType, ImageEncoder as _};
use serde::Deserialize;
use strum::IntoStaticStr;

use super::picture;
use crate::state::images::Picture;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, IntoStaticStr)]
#[serde(rename_all = "lowercase")]
#[strum(const_into_str, serialize_all = "lowercase")]
pub(super) enum Format {
    #[default]
    Png,
    Jpeg,
    Webp,
}

/// The picture as a file. `quality` is for JPEG, from 0 to 100; `transparent` for the others.
pub(super) fn file(picture: &Picture, format: Format, transparent: bool, quality: u8) -> Result<Vec<u8>, String> {
    let (width, height) = (picture.width, picture.height);
    let mut file = Vec::new();
    match format {
        Format::Png => return picture::png(picture, transparent).map_err(|error| error.to_string()),
        Format::Jpeg => {
            let pixels = picture::colors::<3>(picture, false);
            JpegEncoder::new_with_quality(&mut file, quality.max(1)).encode(
                &pixels,
                width,
                height,
                ExtendedColorType::Rgb8,
            )
        }
        Format::Webp => {
            let pixels = picture::colors::<4>(picture, transparent);
            WebPEncoder::new_lossless(&mut file).write_image(&pixels, width, height, ExtendedColorType::Rgba8)
        }
    }
    .map_err(|error| error.to_string())?;
    Ok(file)
}

/// Width and height of a PNG file; none of a JPEG or WebP file, which is as good. An error says what the file is not.
pub(super) fn size(path: &Path) -> Result<Option<(u32, u32)>, String> {
    let mut start = Vec::new();
    let file = std::fs::File::open(path).map_err(|error| error.to_string())?;
    file.take(32)
        .read_to_end(&mut start)
        .map_err(|error| error.to_string())?;
    let is_webp = start.starts_with(b"RIFF") && start.get(8..12) == Some(b"WEBP");
    if start.starts_with(b"\xff\xd8\xff") || is_webp {
        return Ok(None);
    }
    let number = |at: usize| Some(u32::from_be_bytes(start.get(at..at + 4)?.try_into().ok()?));
    match (start.starts_with(b"\x89PNG\r\n\x1a\n"), number(16), number(20)) {
        (true, Some(width), Some(height)) => Ok(Some((width, height))),
        _ => Err("it is not a PNG, JPEG or WebP file".to_owned()),
    }
}
