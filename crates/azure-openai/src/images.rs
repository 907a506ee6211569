//! Images from a description.
//!
//! ```no_run
//! # async fn run(client: azure_openai::Client) -> Result<(), azure_openai::Error> {
//! let answer = client.deployment("dall-e-3").image("A cat on a mat").size("1024x1024").await?;
//! for image in &answer.data {
//!     println!("{:?}", image.revised_prompt);
//!     image.save_to("cat.png", &client).await?; // decoded or fetched, as it came
//! }
//! # Ok(())
//! # }
//! ```

use azure_openai_core::{Json, RequestBuilder};

use crate::deployment::Deployment;
use crate::settings::{CallSettings, awaitable, call_settings, request_setters};
use azure_openai_inference::{
    CreateImageRequest, ImageGenerationsResponse, ImageQuality, ImageResponseFormat, ImageSize, ImageStyle,
};

pub use azure_openai_core::Downloads;

impl Deployment {
    /// Images from a description.
    pub fn image(&self, prompt: impl Into<String>) -> ImageRequest {
        self.image_request(CreateImageRequest::new(prompt))
    }

    /// Images from a whole request.
    pub fn image_request(&self, request: CreateImageRequest) -> ImageRequest {
        ImageRequest::new(self.clone(), request)
    }
}

/// A request for images that waits to be awaited or [sent](Self::send).
///
/// The images come as URLs that can be read for some hours, or as base64 with [`base64`](Self::base64);
/// [`GeneratedImage::bytes`](crate::inference::GeneratedImage::bytes) takes either.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is awaited"]
pub struct ImageRequest {
    deployment: Deployment,
    request: CreateImageRequest,
    settings: CallSettings,
}

impl ImageRequest {
    pub(crate) fn new(deployment: Deployment, request: CreateImageRequest) -> Self {
        Self {
            deployment,
            request,
            settings: CallSettings::default(),
        }
    }

    request_setters!(CreateImageRequest {
        n = with_n(i64),
        size = with_size(impl Into<ImageSize>),
        quality = with_quality(impl Into<ImageQuality>),
        style = with_style(impl Into<ImageStyle>),
        response_format = with_response_format(impl Into<ImageResponseFormat>),
        user = with_user(impl Into<String>),
    });

    call_settings!();

    /// Asks for the images themselves in the answer, in place of URLs.
    pub fn base64(self) -> Self {
        self.response_format("b64_json")
    }

    /// Core's call, for settings that are only there.
    pub fn into_builder(self) -> RequestBuilder<Json<ImageGenerationsResponse>> {
        let operations = self.deployment.client.image_generations();
        let call = operations.create(&self.deployment.name, &self.request);
        self.settings.apply(call)
    }
}

awaitable!(ImageRequest, ImageGenerationsResponse);
