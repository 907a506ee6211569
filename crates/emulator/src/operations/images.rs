//! `ImageGenerations_Create`, `ImageEdits_Create`, and the images' own links.

mod encode;
mod gpt;
mod order;
mod picture;
mod refusals;
mod stream;

use std::sync::Arc;

use axum::extract::{Path, State as Shared};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::{StatusCode, header};
use serde::Deserialize;
use serde_json::json;
use twox_hash::XxHash64;

use refusals::{blocked, results, unknown_parameter};

use crate::call::Call;
use crate::call::compute::compute;
use crate::call::form::Form;
use crate::state::State;
use crate::state::images::{Found, Picture};
use crate::state::models::{ImageModel, Task};
use crate::wire::ServiceError;
use crate::wire::body;
use crate::wire::parameters::{self, Integer, integer, invalid_value, not_longer, unsupported_value};

/// Where images are fetched from, outside of the service's own paths: the service keeps them in a storage account,
/// whose links need no key.
pub(crate) const LINK: &str = "/generated-images/{id}/generated_00.png";
const SIZES: [&str; 5] = ["1024x1024", "1792x1024", "1024x1792", "256x256", "512x512"];

pub(crate) async fn create(state: &Arc<State>, mut call: Call) -> Result<Response, ServiceError> {
    let deployment = Arc::clone(call.deployment()?);
    let request = call.json().await?;
    match deployment.model.task {
        Task::Image(ImageModel::DallE) => {}
        Task::Image(ImageModel::Gpt) => return gpt::respond(state, &request, 0).await,
        _ => return Err(ServiceError::unsupported("imageGenerations", deployment.model.name)),
    }
    let unknown = request
        .as_object()
        .and_then(|fields| fields.keys().find(|name| gpt::PARAMETERS.contains(&&***name)));
    if let Some(name) = unknown {
        return Err(unknown_parameter(name));
    }
    let asked: ImageRequest<'_> = parameters::read(&request)?;
    asked.check()?;
    let picture = asked.picture()?;
    let revised = format!("A {} picture in full detail: {}", asked.style(), asked.prompt);
    let marker = &state.blocked_marker;
    if !marker.is_empty() && asked.prompt.contains(marker.as_str()) {
        return Err(blocked(&revised));
    }
    let mut image = if asked.response_format == Some("b64_json") {
        let file = compute(move || draw(&picture)).await?;
        json!({ "b64_json": STANDARD.encode(file) })
    } else {
        let id = state.images.add(picture);
        json!({ "url": format!("{}{}", call.origin(state), LINK.replace("{id}", &id)) })
    };
    image["revised_prompt"] = revised.into();
    image["content_filter_results"] = results(false, false);
    image["prompt_filter_results"] = results(false, true);
    body::json(
        StatusCode::OK,
        &json!({"created": state.clock.seconds(), "data": [image]}),
    )
}

/// The largest image to edit, in bytes, and the most of them.
const MAX_FILE: u64 = 50 * 1024 * 1024;
const MAX_FILES: usize = 16;

pub(crate) async fn edit(state: &Arc<State>, mut call: Call) -> Result<Response, ServiceError> {
    let deployment = Arc::clone(call.deployment()?);
    if !matches!(deployment.model.task, Task::Image(ImageModel::Gpt)) {
        return Err(ServiceError::unsupported("imageEdits", deployment.model.name));
    }
    let mut form = Form::read(state, &mut call, &["image[]", "mask"], MAX_FILE).await?;
    let images = form.count("image");
    not_longer("image", "array", images, MAX_FILES)?;
    for (name, file) in form.take_all() {
        let path = Arc::clone(&file.content.path);
        let size = compute(move || encode::size(&path).map_err(|why| invalid_image(name, &why))).await?;
        if name == "mask" && size.is_none() {
            return Err(invalid_image(name, "a mask is a PNG file"));
        }
    }
    gpt::respond(state, &gpt::of_form(form.fields()), images).await
}

fn invalid_image(name: &str, why: &str) -> ServiceError {
    ServiceError::invalid_request(
        "invalid_image_file",
        name,
        format!("Invalid image file or mode: {why}."),
    )
}

/// Serves an image's link, for which no key is needed.
pub(crate) async fn fetch(Shared(state): Shared<Arc<State>>, Path(id): Path<String>) -> Result<Response, ServiceError> {
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
    let file = compute(move || draw(&picture)).await?;
    Ok(([(header::CONTENT_TYPE, "image/png")], file).into_response())
}

/// The body as it is sent.
#[derive(Deserialize)]
struct ImageRequest<'a> {
    prompt: &'a str,
    n: Option<Integer>,
    size: Option<&'a str>,
    quality: Option<&'a str>,
    style: Option<&'a str>,
    response_format: Option<&'a str>,
}

impl ImageRequest<'_> {
    fn check(&self) -> Result<(), ServiceError> {
        if self.prompt.trim().is_empty() {
            return Err(invalid_value("prompt", "'prompt' must not be empty."));
        }
        not_longer("prompt", "string", self.prompt.chars().count(), 4000)?;
        if integer("n", self.n, 1, 10)?.is_some_and(|count| count > 1) {
            return Err(invalid_value("n", "You must provide n=1 for this model."));
        }
        Ok(())
    }

    /// Width and height.
    fn size(&self) -> Result<(u32, u32), ServiceError> {
        let size = self.size.unwrap_or(SIZES[0]);
        let known = SIZES.contains(&size).then(|| size.split_once('x')).flatten();
        known
            .and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)))
            .ok_or_else(|| unsupported_value("size", size, &SIZES))
    }

    fn style(&self) -> &str {
        self.style.unwrap_or("vivid")
    }

    fn picture(&self) -> Result<Picture, ServiceError> {
        let (width, height) = self.size()?;
        Ok(Picture {
            seed: XxHash64::oneshot(0, self.prompt.as_bytes()),
            width,
            height,
            vivid: self.style() == "vivid",
            fine: self.quality == Some("hd"),
        })
    }
}

fn draw(picture: &Picture) -> Result<Vec<u8>, ServiceError> {
    picture::png(picture, false)
        .map_err(|error| ServiceError::internal(format!("The image cannot be encoded: {error}.")))
}
