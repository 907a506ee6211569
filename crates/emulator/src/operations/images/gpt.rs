//! Images of the GPT image models: created, edited, streamed.

use std::sync::Arc;

use axum::response::Response;
use http::StatusCode;
use serde_json::{Map, Value, json};

use super::order::Given;
use super::refusals::{blocked, results};
use super::stream;
use crate::call::TokensUsed;
use crate::call::compute::compute;
use crate::state::State;
use crate::wire::{ServiceError, body, parameters};

/// The parameters that other models do not have.
pub(super) const PARAMETERS: [&str; 6] = [
    "background",
    "moderation",
    "output_compression",
    "output_format",
    "partial_images",
    "stream",
];
/// The fields of a form as a JSON body has them.
pub(super) fn of_form(fields: &[(String, String)]) -> Value {
    let read = |(name, text): &(String, String)| {
        let value = match name.as_str() {
            "n" | "output_compression" | "partial_images" | "stream" => serde_json::from_str(text).ok(),
            _ => None,
        };
        (name.clone(), value.unwrap_or_else(|| text.as_str().into()))
    };
    fields.iter().map(read).collect::<Map<_, _>>().into()
}

/// Creates images, from so many others.
pub(super) async fn respond(state: &Arc<State>, request: &Value, images: usize) -> Result<Response, ServiceError> {
    let given: Given<'_> = parameters::read(request)?;
    let order = given.order(images)?;
    let marker = &state.blocked_marker;
    if !marker.is_empty() && given.prompt.contains(marker.as_str()) {
        return Err(blocked(given.prompt));
    }
    let created = state.clock.seconds();
    let mut response = if given.stream == Some(true) {
        stream::response(state, order, created)
    } else {
        let files = compute(move || {
            (0..order.count)
                .map(|index| order.whole(index))
                .collect::<Result<Vec<_>, _>>()
        })
        .await?;
        let image = |file: &String| json!({"b64_json": file, "content_filter_results": results(false, false)});
        let mut whole = order.describe();
        whole["created"] = created.into();
        whole["data"] = files.iter().map(image).collect();
        whole["usage"] = order.usage(order.count);
        body::json(StatusCode::OK, &whole)?
    };
    response
        .extensions_mut()
        .insert(TokensUsed(order.tokens(order.count).1));
    Ok(response)
}
