//! Draws a picture: a mirrored mosaic, whose tiles and colors come from the seed.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::webp::WebPEncoder;
use image::{ExtendedColorType, ImageEncoder as _};
use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use serde::Deserialize;
use strum::IntoStaticStr;
use twox_hash::XxHash64;

use crate::state::images::Picture;
use crate::wire::ServiceError;

/// Tiles along each side of a coarse picture.
const TILES: usize = 16;
const COLORS: usize = 16;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, IntoStaticStr)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub(super) enum Format {
    #[default]
    Png,
    Jpeg,
    Webp,
}

/// The picture as a file of the size that it says. `quality` is for JPEG, from 0 to 100; if `transparent`, in the
/// others the first color is.
pub(super) fn file(picture: &Picture, format: Format, transparent: bool, quality: u8) -> Result<Vec<u8>, ServiceError> {
    let (width, height) = (picture.width, picture.height);
    let mut next = numbers(picture.seed);
    let palette = palette(&mut next, picture.vivid);
    let pixels = pixels(picture, &mut next);
    let color = |pixel: &u8| palette.chunks(3).nth(usize::from(*pixel)).unwrap_or_default();
    let mut file = Vec::new();
    let encoded = match format {
        Format::Png => png(&mut file, picture, transparent, &palette, &pixels).map_err(|error| error.to_string()),
        Format::Jpeg => {
            let colors: Vec<u8> = pixels.iter().flat_map(color).copied().collect();
            JpegEncoder::new_with_quality(&mut file, quality.max(1))
                .encode(&colors, width, height, ExtendedColorType::Rgb8)
                .map_err(|error| error.to_string())
        }
        Format::Webp => {
            let opacity = |pixel: &u8| if transparent && *pixel == 0 { 0 } else { u8::MAX };
            let colors = pixels
                .iter()
                .flat_map(|pixel| color(pixel).iter().copied().chain([opacity(pixel)]));
            WebPEncoder::new_lossless(&mut file)
                .write_image(&colors.collect::<Vec<u8>>(), width, height, ExtendedColorType::Rgba8)
                .map_err(|error| error.to_string())
        }
    };
    encoded.map_err(|why| ServiceError::internal(format!("The image cannot be encoded: {why}.")))?;
    Ok(file)
}

fn png(
    file: &mut Vec<u8>,
    picture: &Picture,
    transparent: bool,
    palette: &[u8],
    pixels: &[u8],
) -> Result<(), png::EncodingError> {
    let mut encoder = Encoder::new(file, picture.width, picture.height);
    // A byte a pixel, and most rows are as the one above: a large picture is drawn in milliseconds and packs well.
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette);
    if transparent {
        encoder.set_trns(&[0][..]);
    }
    encoder.set_compression(Compression::Fast);
    encoder.set_filter(Filter::Up);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(pixels)?;
    writer.finish()
}

fn pixels(picture: &Picture, mut next: impl FnMut() -> u64) -> Vec<u8> {
    let tiles = if picture.fine { 2 * TILES } else { TILES };
    let (width, height) = (picture.width as usize, picture.height as usize);
    let mut pixels = Vec::with_capacity(width * height);
    let mut row = vec![0; width];
    for tile_row in 0..tiles {
        let half: Vec<u8> = (0..tiles / 2).map(|_| (next() % COLORS as u64) as u8).collect();
        for (x, pixel) in row.iter_mut().enumerate() {
            let tile = x * tiles / width;
            *pixel = half[tile.min(tiles - 1 - tile)];
        }
        for _ in height * tile_row / tiles..height * (tile_row + 1) / tiles {
            pixels.extend_from_slice(&row);
        }
    }
    pixels
}

/// Shades of two colors, from dark to light.
fn palette(mut next: impl FnMut() -> u64, vivid: bool) -> Vec<u8> {
    let mut color = || {
        let bits = next();
        [0, 8, 16].map(|shift| (bits >> shift & 0xff) as usize)
    };
    let (from, to) = (color(), color());
    let shade = |index: usize| {
        (0..3).map(move |channel| {
            let mixed = (from[channel] * (COLORS - 1 - index) + to[channel] * index) / (COLORS - 1);
            let lit = if index.is_multiple_of(2) { mixed } else { 255 - mixed };
            // A soft picture stays in the middle of the range.
            (if vivid { lit } else { 64 + lit / 2 }) as u8
        })
    };
    (0..COLORS).flat_map(shade).collect()
}

/// Numbers that follow from a seed, the same on every machine.
fn numbers(seed: u64) -> impl FnMut() -> u64 {
    let mut drawn = 0_u64;
    move || {
        drawn += 1;
        XxHash64::oneshot(seed, &drawn.to_le_bytes())
    }
}
