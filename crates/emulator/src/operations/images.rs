//! `ImageGenerations_Create`, and the images' own links.

mod picture;

use std::sync::Arc;

use axum::extract::{Path, State as Shared};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::{StatusCode, header};
use serde_json::{Value, json};
use twox_hash::XxHash64;

use crate::call::Call;
use crate::call::compute::compute;
use crate::state::State;
use crate::state::images::{Found, Picture};
use crate::state::models::Task;
use crate::wire::ServiceError;
use crate::wire::body;
use crate::wire::parameters::Object;

/// Where images are fetched from, outside of the service's own paths: the service keeps them in a storage account,
/// whose links need no key.
pub(crate) const LINK: &str = "/generated-images/{id}/generated_00.png";
/// Characters.
const MAX_PROMPT: usize = 4000;
const SIZES: [&str; 5] = ["1024x1024", "1792x1024", "1024x1792", "256x256", "512x512"];

pub(crate) async fn create(state: &Arc<State>, mut call: Call) -> Result<Response, ServiceError> {
    let deployment = Arc::clone(call.deployment()?);
    let request = call.json().await?;
    if !matches!(deployment.model.task, Task::Image) {
        return Err(ServiceError::unsupported("imageGenerations", deployment.model.name));
    }
    let asked = ImageRequest::read(&request)?;
    let revised = format!("A {} picture in full detail: {}", asked.style, asked.prompt);
    let marker = &state.blocked_marker;
    if !marker.is_empty() && asked.prompt.contains(marker.as_str()) {
        return Err(blocked(&revised));
    }
    let picture = asked.picture();
    let mut image = if asked.base64 {
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

/// Answers an image's link, for which no key is needed.
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

struct ImageRequest<'a> {
    prompt: &'a str,
    width: u32,
    height: u32,
    quality: &'a str,
    style: &'a str,
    base64: bool,
}

impl<'a> ImageRequest<'a> {
    fn read(request: &'a Value) -> Result<Self, ServiceError> {
        let request = Object::new("", request)?;
        let prompt = request.required("prompt", request.text("prompt")?)?;
        if prompt.trim().is_empty() {
            let message = "'prompt' must not be empty.";
            return Err(ServiceError::invalid_request("invalid_value", "prompt", message));
        }
        let length = prompt.chars().count();
        if length > MAX_PROMPT {
            let message = format!(
                "Invalid 'prompt': string too long. Expected a string with maximum length {MAX_PROMPT}, but got a string \
                 with length {length} instead."
            );
            return Err(ServiceError::invalid_request(
                "string_above_max_length",
                "prompt",
                message,
            ));
        }
        if request.integer("n", 1, 10)?.is_some_and(|count| count > 1) {
            let message = "You must provide n=1 for this model.";
            return Err(ServiceError::invalid_request("invalid_value", "n", message));
        }
        let size = request.choice("size", &SIZES)?.unwrap_or(SIZES[0]);
        let (width, height) = size
            .split_once('x')
            .and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)))
            .ok_or_else(|| ServiceError::internal(format!("The size {size} is malformed.")))?;
        let quality = request.choice("quality", &["standard", "hd"])?;
        let style = request.choice("style", &["natural", "vivid"])?;
        let format = request.choice("response_format", &["url", "b64_json"])?;
        request.text("user")?;
        Ok(Self {
            prompt,
            width,
            height,
            quality: quality.unwrap_or("standard"),
            style: style.unwrap_or("vivid"),
            base64: format == Some("b64_json"),
        })
    }

    fn picture(&self) -> Picture {
        Picture {
            seed: XxHash64::oneshot(0, self.prompt.as_bytes()),
            width: self.width,
            height: self.height,
            vivid: self.style == "vivid",
            fine: self.quality == "hd",
        }
    }
}

fn draw(picture: &Picture) -> Result<Vec<u8>, ServiceError> {
    picture::png(picture).map_err(|error| ServiceError::internal(format!("The image cannot be encoded: {error}.")))
}

/// What the filter found in an image or, with two detectors more, in a prompt.
fn results(hate: bool, prompt: bool) -> Value {
    let severity = if hate { "high" } else { "safe" };
    let safe = || json!({"filtered": false, "severity": "safe"});
    let mut results = json!({
        "hate": {"filtered": hate, "severity": severity},
        "self_harm": safe(),
        "sexual": safe(),
        "violence": safe(),
    });
    if prompt {
        for detector in ["jailbreak", "profanity"] {
            results[detector] = json!({"filtered": false, "detected": false});
        }
    }
    results
}

/// 400 for a prompt that the filter blocked, as image models say it.
fn blocked(revised_prompt: &str) -> ServiceError {
    ServiceError::invalid_request(
        "content_filter",
        "prompt",
        "Your request was rejected as a result of our safety system. Your prompt may contain text that is not allowed \
         by our safety system.",
    )
    .with(
        "inner_error",
        json!({
            "code": "ResponsibleAIPolicyViolation",
            "content_filter_results": results(true, true),
            "revised_prompt": revised_prompt,
        }),
    )
}
