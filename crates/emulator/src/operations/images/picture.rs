//! Draws a picture: a mirrored mosaic, whose tiles and colors come from the seed.

use png::{BitDepth, ColorType, Compression, Encoder, Filter};

use crate::state::images::Picture;

/// Tiles along each side of a coarse picture.
const TILES: usize = 16;
const COLORS: usize = 16;

/// The picture as a PNG of the size that it says; if `transparent`, the first color is.
pub(super) fn png(picture: &Picture, transparent: bool) -> Result<Vec<u8>, png::EncodingError> {
    let mut seed = Random(picture.seed);
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, picture.width, picture.height);
    // A byte a pixel, and most rows are as the one above: a large picture is drawn in milliseconds and packs well.
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette(&mut seed, picture.vivid));
    if transparent {
        encoder.set_trns(&[0][..]);
    }
    encoder.set_compression(Compression::Fast);
    encoder.set_filter(Filter::Up);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels(picture, &mut seed))?;
    writer.finish()?;
    Ok(file)
}

/// The picture's pixels in colors of so many bytes: red, green, blue, and the opacity.
pub(super) fn colors<const BYTES: usize>(picture: &Picture, transparent: bool) -> Vec<u8> {
    let mut seed = Random(picture.seed);
    let palette = palette(&mut seed, picture.vivid);
    let pixels = pixels(picture, &mut seed);
    let mut colors = Vec::with_capacity(pixels.len() * BYTES);
    for pixel in pixels {
        let at = usize::from(pixel) * 3;
        colors.extend_from_slice(&palette[at..at + 3]);
        if BYTES == 4 {
            colors.push(if transparent && pixel == 0 { 0 } else { u8::MAX });
        }
    }
    colors
}

fn pixels(picture: &Picture, seed: &mut Random) -> Vec<u8> {
    let tiles = if picture.fine { 2 * TILES } else { TILES };
    let (width, height) = (picture.width as usize, picture.height as usize);
    let mut pixels = Vec::with_capacity(width * height);
    let mut row = vec![0; width];
    for tile_row in 0..tiles {
        let half: Vec<u8> = (0..tiles / 2).map(|_| (seed.next() % COLORS as u64) as u8).collect();
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
fn palette(seed: &mut Random, vivid: bool) -> Vec<u8> {
    let mut color = || {
        let bits = seed.next();
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

/// SplitMix64: the same numbers on every machine and in every version.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}
