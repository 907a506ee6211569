//! A request for images, of either kind of model. What the document says of it is checked before.

use serde::Deserialize;
use serde_json::Value;

use super::picture::Format;
use crate::wire::ServiceError;
use crate::wire::parameters::{self, Integer, invalid_value, unsupported_value};

/// The parameters that only GPT image models have.
pub(super) const OF_GPT: [&str; 6] = [
    "background",
    "moderation",
    "output_compression",
    "output_format",
    "partial_images",
    "stream",
];
/// Those that only DALL-E has.
pub(super) const OF_DALL_E: [&str; 2] = ["response_format", "style"];

/// The body or form as it is sent.
#[derive(Deserialize)]
pub(super) struct ImageRequest<'a> {
    pub(super) prompt: &'a str,
    pub(super) n: Option<Integer>,
    size: Option<&'a str>,
    pub(super) quality: Option<&'a str>,
    pub(super) style: Option<&'a str>,
    pub(super) response_format: Option<&'a str>,
    pub(super) background: Option<&'a str>,
    pub(super) output_format: Option<Format>,
    pub(super) output_compression: Option<Integer>,
    pub(super) partial_images: Option<Integer>,
    pub(super) stream: Option<bool>,
}

impl<'a> ImageRequest<'a> {
    /// Reads a request to a model that does not have the parameters of `other` models.
    pub(super) fn read(sent: &'a Value, other: &[&str]) -> Result<Self, ServiceError> {
        let given = |name: &&&str| sent.get(**name).is_some_and(|value| !value.is_null());
        if let Some(name) = other.iter().find(given) {
            let message = format!("Unknown parameter: '{name}'.");
            return Err(ServiceError::invalid_request("unknown_parameter", name, message));
        }
        let request: Self = parameters::read(sent)?;
        if request.prompt.trim().is_empty() {
            return Err(invalid_value("prompt", "'prompt' must not be empty."));
        }
        Ok(request)
    }

    /// The size, which must be a known one, with width and height. The first of them is the default; `auto` is the
    /// second.
    pub(super) fn size(&self, known: &[&'static str]) -> Result<(&'static str, u32, u32), ServiceError> {
        let size = match one_of("size", self.size, known)? {
            "auto" => known[1],
            size => size,
        };
        let sides = size.split_once('x');
        sides
            .and_then(|(width, height)| Some((size, width.parse().ok()?, height.parse().ok()?)))
            .ok_or_else(|| unsupported_value("size", size, known))
    }
}

/// The known value that is given; the first one is the default.
pub(super) fn one_of(name: &str, value: Option<&str>, known: &[&'static str]) -> Result<&'static str, ServiceError> {
    let value = value.unwrap_or(known[0]);
    let found = known.iter().copied().find(|known| *known == value);
    found.ok_or_else(|| unsupported_value(name, value, known))
}
