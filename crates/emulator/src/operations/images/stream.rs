//! Streams of images: the partial ones, then the whole one, of each image.

use axum::response::Response;
use bytes::Bytes;
use serde_json::Value;

use super::order::Order;
use crate::generation::events::{self, typed_event};
use crate::state::State;

/// Each image is drawn when the connection has room for it.
pub(super) fn response(state: &State, order: Order, created: i64) -> Response {
    let steps = (0..order.count).flat_map(move |image| {
        let partial = (0..order.partial_images).map(move |index| (image, Some(index)));
        partial.chain([(image, None)])
    });
    events::response(
        state,
        steps.map_while(move |(image, partial)| event(&order, image, partial, created)),
    )
}

/// None where the image cannot be drawn: the stream then ends early.
fn event(order: &Order, image: usize, partial: Option<usize>, created: i64) -> Option<Bytes> {
    let operation = if order.edits { "image_edit" } else { "image_generation" };
    let mut event = order.describe();
    event["created_at"] = created.into();
    let (what, file) = match partial {
        Some(index) => {
            event["partial_image_index"] = index.into();
            ("partial_image", order.partial(index))
        }
        None => {
            event["usage"] = order.usage(1);
            ("completed", order.whole(image))
        }
    };
    event["type"] = Value::from(format!("{operation}.{what}"));
    event["b64_json"] = file.ok()?.into();
    Some(typed_event(&event))
}
