//! Images of the GPT image models: created, edited, streamed.

use std::sync::Arc;

use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::StatusCode;
use serde_json::{Value, json};
use twox_hash::XxHash64;

use super::picture::{self, Format};
use super::request::{ImageRequest, OF_DALL_E, one_of};
use crate::call::TokensUsed;
use crate::call::compute::compute;
use crate::generation::events::{self, typed_event};
use crate::generation::filter;
use crate::state::State;
use crate::state::images::Picture;
use crate::tokens::Vocabulary;
use crate::wire::parameters::invalid_value;
use crate::wire::{ServiceError, body};

const QUALITIES: [&str; 4] = ["auto", "low", "medium", "high"];
const SIZES: [&str; 4] = ["auto", "1024x1024", "1536x1024", "1024x1536"];
/// The tokens of an image of medium quality, by its size; a quarter for low quality, four times as many for high.
const TOKENS: [u64; 4] = [1056, 1056, 1584, 1568];
/// The tokens of an image to edit.
const INPUT_TOKENS: u64 = 323;

/// What is made.
#[derive(Clone, Copy)]
struct Order {
    picture: Picture,
    format: Format,
    compression: u8,
    size: &'static str,
    quality: &'static str,
    background: &'static str,
    partial_images: usize,
    count: usize,
    created: i64,
    /// Of one image.
    output_tokens: u64,
    text_tokens: u64,
    image_tokens: u64,
    /// Whether it is an edit.
    edits: bool,
}

/// Creates images, from so many others.
pub(super) async fn respond(state: &Arc<State>, sent: &Value, images: usize) -> Result<Response, ServiceError> {
    let request = ImageRequest::read(sent, &OF_DALL_E)?;
    let order = Order::of(&request, images, state.clock.seconds())?;
    filter::check_image_prompt(request.prompt, request.prompt, &state.config.blocked_marker)?;
    let mut response = if request.stream == Some(true) {
        let steps = (0..order.count).flat_map(move |image| {
            let partial = (0..order.partial_images).map(move |index| (image, Some(index)));
            partial.chain([(image, None)])
        });
        // Each image is drawn when the connection has room for it. Where one cannot be drawn the stream ends early.
        events::response(
            state,
            steps.map_while(move |(image, partial)| order.event(image, partial)),
        )
    } else {
        let draw = move |index| order.draw(index, true);
        let files = compute(move || (0..order.count).map(draw).collect::<Result<Vec<_>, _>>()).await?;
        let image = |file: String| json!({"b64_json": file, "content_filter_results": filter::safe(&[])});
        let mut whole = order.describe();
        whole["created"] = order.created.into();
        whole["data"] = files.into_iter().map(image).collect();
        whole["usage"] = order.usage(order.count);
        body::json(StatusCode::OK, &whole)?
    };
    response
        .extensions_mut()
        .insert(TokensUsed(order.total_tokens(order.count)));
    Ok(response)
}

impl Order {
    fn of(request: &ImageRequest<'_>, images: usize, created: i64) -> Result<Self, ServiceError> {
        let (size, width, height) = request.size(&SIZES)?;
        let quality = match one_of("quality", request.quality, &QUALITIES)? {
            "auto" => "medium",
            quality => quality,
        };
        let tokens = SIZES
            .into_iter()
            .zip(TOKENS)
            .find_map(|(known, tokens)| (known == size).then_some(tokens));
        let tokens = tokens.unwrap_or_default();
        let format = request.output_format.unwrap_or_default();
        let background = match one_of("background", request.background, &["auto", "opaque", "transparent"])? {
            "auto" => "opaque",
            background => background,
        };
        if background == "transparent" && format == Format::Jpeg {
            let message = "Transparent background is not supported for JPEG output format";
            return Err(invalid_value("background", message));
        }
        if request.output_compression.is_some() && format == Format::Png {
            let message = "Compression less than 100 is not supported for PNG output format";
            return Err(invalid_value("output_compression", message));
        }
        if request.partial_images.is_some() && request.stream != Some(true) {
            return Err(invalid_value("partial_images", "'partial_images' needs 'stream'."));
        }
        Ok(Self {
            picture: Picture {
                seed: XxHash64::oneshot(images as u64, request.prompt.as_bytes()),
                width,
                height,
                vivid: true,
                fine: quality == "high",
            },
            format,
            compression: request.output_compression.map_or(100, |number| number.within(0, 100)) as u8,
            size,
            quality,
            background,
            partial_images: request.partial_images.map_or(0, |number| number.within(0, 3)),
            count: request.n.map_or(1, |number| number.within(1, 10)),
            created,
            output_tokens: match quality {
                "low" => tokens / 4,
                "high" => tokens * 4,
                _ => tokens,
            },
            text_tokens: Vocabulary::O200k.count(request.prompt) as u64,
            image_tokens: images as u64 * INPUT_TOKENS,
            edits: images > 0,
        })
    }

    /// An image in base64: whole, or pale and coarse before that.
    fn draw(&self, index: usize, whole: bool) -> Result<String, ServiceError> {
        let change = if whole { index } else { 1_000 + index };
        let picture = Picture {
            seed: self.picture.seed.wrapping_add(change as u64),
            vivid: whole,
            fine: whole && self.picture.fine,
            ..self.picture
        };
        let transparent = self.background == "transparent";
        let file = picture::file(&picture, self.format, transparent, self.compression)?;
        Ok(STANDARD.encode(file))
    }

    /// An event of a stream; `None` where the image cannot be drawn.
    fn event(&self, image: usize, partial: Option<usize>) -> Option<Bytes> {
        let operation = if self.edits { "image_edit" } else { "image_generation" };
        let mut event = self.describe();
        event["created_at"] = self.created.into();
        let what = match partial {
            Some(index) => {
                event["partial_image_index"] = index.into();
                "partial_image"
            }
            None => {
                event["usage"] = self.usage(1);
                "completed"
            }
        };
        event["type"] = format!("{operation}.{what}").into();
        event["b64_json"] = self.draw(partial.unwrap_or(image), partial.is_none()).ok()?.into();
        Some(typed_event(&event))
    }

    /// What responses and events say of the image.
    fn describe(&self) -> Value {
        json!({
            "size": self.size,
            "quality": self.quality,
            "background": self.background,
            "output_format": <&str>::from(self.format),
        })
    }

    fn total_tokens(&self, count: usize) -> u64 {
        self.output_tokens * count as u64 + self.text_tokens + self.image_tokens
    }

    fn usage(&self, count: usize) -> Value {
        json!({
            "total_tokens": self.total_tokens(count),
            "input_tokens": self.text_tokens + self.image_tokens,
            "output_tokens": self.output_tokens * count as u64,
            "input_tokens_details": {"text_tokens": self.text_tokens, "image_tokens": self.image_tokens},
        })
    }
}
