//! `ImageGenerations_Create`, `ImageEdits_Create`, and the images' own links.

mod gpt;
mod picture;
mod request;

use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;

use axum::extract::{Path as Matched, State as Shared};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::{StatusCode, header};
use serde_json::{Value, json};
use twox_hash::XxHash64;

use crate::call::Call;
use crate::call::compute::compute;
use crate::call::form::Form;
use crate::generation::filter;
use crate::state::State;
use crate::state::images::{Found, Picture};
use crate::state::models::{ImageModel, Task};
use crate::wire::ServiceError;
use crate::wire::body;
use crate::wire::parameters::{Integer, invalid_value, not_longer};
use picture::Format;
use request::ImageRequest;

/// Where images are fetched from, outside of the service's own paths: the service keeps them in a storage account,
/// whose links need no key.
pub(crate) const LINK: &str = "/generated-images/{id}/generated_00.png";
/// The first is the default.
const SIZES: [&str; 5] = ["1024x1024", "1792x1024", "1024x1792", "256x256", "512x512"];

pub(crate) async fn create(state: &Arc<State>, mut call: Call) -> Result<Response, ServiceError> {
    let deployment = Arc::clone(call.deployment()?);
    let request = call.json().await?;
    match deployment.model.task {
        Task::Image(ImageModel::DallE) => draw(state, &call.origin(state), &request).await,
        Task::Image(ImageModel::Gpt) => gpt::respond(state, &request, 0).await,
        _ => Err(ServiceError::unsupported("imageGenerations", deployment.model.name)),
    }
}

/// One image of DALL-E.
async fn draw(state: &State, origin: &str, request: &Value) -> Result<Response, ServiceError> {
    let request = ImageRequest::read(request, &request::OF_GPT)?;
    not_longer("prompt", "string", request.prompt.chars().count(), 4000)?;
    if request.n.is_some_and(|Integer(count)| count > 1) {
        return Err(invalid_value("n", "You must provide n=1 for this model."));
    }
    let (_, width, height) = request.size(&SIZES)?;
    let style = request.style.unwrap_or("vivid");
    let picture = Picture {
        seed: XxHash64::oneshot(0, request.prompt.as_bytes()),
        width,
        height,
        vivid: style == "vivid",
        fine: request.quality == Some("hd"),
    };
    let revised = format!("A {style} picture in full detail: {}", request.prompt);
    filter::check_image_prompt(request.prompt, &revised, &state.config.blocked_marker)?;
    let mut image = if request.response_format == Some("b64_json") {
        let file = compute(move || picture::file(&picture, Format::Png, false, 100)).await?;
        json!({ "b64_json": STANDARD.encode(file) })
    } else {
        let id = state.images.add(picture);
        json!({ "url": format!("{origin}{}", LINK.replace("{id}", &id)) })
    };
    image["revised_prompt"] = revised.into();
    image["content_filter_results"] = filter::safe(&[]).into();
    image["prompt_filter_results"] = filter::safe(&filter::OF_IMAGE_PROMPTS).into();
    body::json(
        StatusCode::OK,
        &json!({"created": state.clock.seconds(), "data": [image]}),
    )
}

/// The largest image to edit, in bytes.
const MAX_FILE: u64 = 50 * 1024 * 1024;

pub(crate) async fn edit(state: &Arc<State>, mut call: Call) -> Result<Response, ServiceError> {
    let deployment = Arc::clone(call.deployment()?);
    if !matches!(deployment.model.task, Task::Image(ImageModel::Gpt)) {
        return Err(ServiceError::unsupported("imageEdits", deployment.model.name));
    }
    let mut form = Form::read(state, &mut call, &["image[]", "mask"], MAX_FILE).await?;
    let images = form.count("image");
    for (name, file) in form.take_all() {
        let path = Arc::clone(&file.content.path);
        compute(move || check_file(&path, name == "mask").map_err(|why| invalid_image(name, &why))).await?;
    }
    gpt::respond(state, &form.json, images).await
}

/// Checks the start of an image file; an error says what it is not.
fn check_file(path: &Path, mask: bool) -> Result<(), String> {
    let mut start = Vec::new();
    let file = std::fs::File::open(path).map_err(|error| error.to_string())?;
    file.take(32)
        .read_to_end(&mut start)
        .map_err(|error| error.to_string())?;
    let is_webp = start.starts_with(b"RIFF") && start.get(8..12) == Some(b"WEBP");
    // With its width and height.
    let is_png = start.starts_with(b"\x89PNG\r\n\x1a\n") && start.len() >= 24;
    match is_png || start.starts_with(b"\xff\xd8\xff") || is_webp {
        false => Err("it is not a PNG, JPEG or WebP file".to_owned()),
        true if mask && !is_png => Err("a mask is a PNG file".to_owned()),
        true => Ok(()),
    }
}

fn invalid_image(name: &str, why: &str) -> ServiceError {
    let message = format!("Invalid image file or mode: {why}.");
    ServiceError::invalid_request("invalid_image_file", name, message)
}

/// Serves an image's link, for which no key is needed.
pub(crate) async fn fetch(
    Shared(state): Shared<Arc<State>>,
    Matched(id): Matched<String>,
) -> Result<Response, ServiceError> {
    let picture = match state.images.get(&id) {
        Some(Found::Picture(picture)) => picture,
        Some(Found::Expired) => {
            return Err(ServiceError::new(
                StatusCode::FORBIDDEN,
                "AuthenticationFailed",
                "The link to the image has expired: it is valid for 24 hours.",
            ));
        }
        None => return Err(ServiceError::no_resource()),
    };
    let file = compute(move || picture::file(&picture, Format::Png, false, 100)).await?;
    Ok(([(header::CONTENT_TYPE, "image/png")], file).into_response())
}
