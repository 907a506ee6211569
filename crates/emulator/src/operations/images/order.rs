//! What is asked of a GPT image model, and how it is drawn. What the document says of the fields is checked before.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::{Value, json};
use twox_hash::XxHash64;

use super::encode::{self, Format};
use super::refusals::unknown_parameter;
use crate::state::images::Picture;
use crate::tokens::Vocabulary;
use crate::wire::ServiceError;
use crate::wire::parameters::{Integer, integer, invalid_value, unsupported_value};

const QUALITIES: [&str; 4] = ["auto", "low", "medium", "high"];
const SIZES: [&str; 4] = ["auto", "1024x1024", "1536x1024", "1024x1536"];
/// The tokens of an image of medium quality, by its size; a quarter for low quality, four times as many for high.
const TOKENS: [u64; 3] = [1056, 1584, 1568];
/// The tokens of an image to edit.
const INPUT_TOKENS: u64 = 323;

/// The body or form as it is sent.
#[derive(Deserialize)]
pub(super) struct Given<'a> {
    pub(super) prompt: &'a str,
    n: Option<Integer>,
    size: Option<&'a str>,
    quality: Option<&'a str>,
    background: Option<&'a str>,
    output_format: Option<Format>,
    output_compression: Option<Integer>,
    partial_images: Option<Integer>,
    pub(super) stream: Option<bool>,
    response_format: Option<&'a str>,
    style: Option<&'a str>,
}

/// What is made.
#[derive(Clone, Copy)]
pub(super) struct Order {
    pub(super) picture: Picture,
    pub(super) format: Format,
    compression: u8,
    pub(super) size: &'static str,
    pub(super) quality: &'static str,
    pub(super) background: &'static str,
    pub(super) partial_images: usize,
    pub(super) count: usize,
    text_tokens: u64,
    image_tokens: u64,
    /// Whether it is an edit.
    pub(super) edits: bool,
}

impl Given<'_> {
    pub(super) fn order(&self, images: usize) -> Result<Order, ServiceError> {
        for (name, value) in [("response_format", self.response_format), ("style", self.style)] {
            if value.is_some() {
                return Err(unknown_parameter(name));
            }
        }
        if self.prompt.trim().is_empty() {
            return Err(invalid_value("prompt", "'prompt' must not be empty."));
        }
        let number = |name, value, min, max, unset| {
            let value = integer(name, value, min, max)?;
            Ok::<_, ServiceError>(value.and_then(|value| usize::try_from(value).ok()).unwrap_or(unset))
        };
        let size = one_of("size", self.size, &SIZES)?;
        let size = if size == "auto" { SIZES[1] } else { size };
        let quality = one_of("quality", self.quality, &QUALITIES)?;
        let quality = if quality == "auto" { "medium" } else { quality };
        let format = self.output_format.unwrap_or_default();
        let background = one_of("background", self.background, &["auto", "opaque", "transparent"])?;
        if background == "transparent" && format == Format::Jpeg {
            let message = "Transparent background is not supported for JPEG output format";
            return Err(invalid_value("background", message));
        }
        if self.output_compression.is_some() && format == Format::Png {
            let message = "Compression less than 100 is not supported for PNG output format";
            return Err(invalid_value("output_compression", message));
        }
        let partial_images = number("partial_images", self.partial_images, 0, 3, 0)?;
        if self.partial_images.is_some() && self.stream != Some(true) {
            return Err(invalid_value("partial_images", "'partial_images' needs 'stream'."));
        }
        let (width, height) = match size {
            "1536x1024" => (1536, 1024),
            "1024x1536" => (1024, 1536),
            _ => (1024, 1024),
        };
        Ok(Order {
            picture: Picture {
                seed: XxHash64::oneshot(images as u64, self.prompt.as_bytes()),
                width,
                height,
                vivid: true,
                fine: quality == "high",
            },
            format,
            compression: number("output_compression", self.output_compression, 0, 100, 100)? as u8,
            size,
            quality,
            background: if background == "auto" { "opaque" } else { background },
            partial_images,
            count: number("n", self.n, 1, 10, 1)?,
            text_tokens: Vocabulary::O200k.count(self.prompt) as u64,
            image_tokens: images as u64 * INPUT_TOKENS,
            edits: images > 0,
        })
    }
}

fn one_of(name: &str, value: Option<&str>, known: &[&'static str]) -> Result<&'static str, ServiceError> {
    let value = value.unwrap_or("auto");
    let found = known.iter().copied().find(|known| *known == value);
    found.ok_or_else(|| unsupported_value(name, value, known))
}

impl Order {
    /// An image, in base64.
    pub(super) fn whole(&self, index: usize) -> Result<String, ServiceError> {
        let seed = self.picture.seed.wrapping_add(index as u64);
        self.draw(&Picture { seed, ..self.picture })
    }

    /// The same before it is whole: pale, and coarse.
    pub(super) fn partial(&self, index: usize) -> Result<String, ServiceError> {
        let seed = self.picture.seed.wrapping_add(1_000 + index as u64);
        self.draw(&Picture {
            seed,
            vivid: false,
            fine: false,
            ..self.picture
        })
    }

    fn draw(&self, picture: &Picture) -> Result<String, ServiceError> {
        let transparent = self.background == "transparent";
        let file = encode::file(picture, self.format, transparent, self.compression);
        let file = file.map_err(|why| ServiceError::internal(format!("The image cannot be encoded: {why}.")))?;
        Ok(STANDARD.encode(file))
    }

    /// What responses and events say of the image.
    pub(super) fn describe(&self) -> Value {
        json!({
            "size": self.size,
            "quality": self.quality,
            "background": self.background,
            "output_format": <&str>::from(self.format),
        })
    }

    /// The output tokens of so many images, and all tokens.
    pub(super) fn tokens(&self, count: usize) -> (u64, u64) {
        let size = SIZES.iter().position(|size| *size == self.size).unwrap_or(1) - 1;
        let tokens = match self.quality {
            "low" => TOKENS[size] / 4,
            "high" => TOKENS[size] * 4,
            _ => TOKENS[size],
        };
        let output = tokens * count as u64;
        (output, output + self.text_tokens + self.image_tokens)
    }

    pub(super) fn usage(&self, count: usize) -> Value {
        let (output, total) = self.tokens(count);
        json!({
            "total_tokens": total,
            "input_tokens": self.text_tokens + self.image_tokens,
            "output_tokens": output,
            "input_tokens_details": {"text_tokens": self.text_tokens, "image_tokens": self.image_tokens},
        })
    }
}
