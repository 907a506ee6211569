//! Images from a description.
//!
//! ```no_run
//! # async fn run(client: azure_openai::Client) -> Result<(), azure_openai::Error> {
//! let response = client.deployment("dall-e-3").image("A cat on a mat").with_size("1024x1024").await?;
//! for image in &response.data {
//!     println!("{:?}", image.revised_prompt);
//!     image.save_to("cat.png", &client).await?; // decoded or fetched, as it came
//! }
//! # Ok(())
//! # }
//! ```

use azure_openai_core::{Json, RequestBuilder};
use azure_openai_inference::{
    CreateImageRequest, ImageGenerationsResponse, ImageQuality, ImageResponseFormat, ImageSize, ImageStyle,
};

use crate::deployment::Deployment;
use crate::options::{awaitable, request_type};

pub use azure_openai_core::Downloads;

impl Deployment {
    /// Creates images from a description.
    pub fn image(&self, prompt: impl Into<String>) -> ImageRequest {
        self.image_request(CreateImageRequest::new(prompt))
    }

    /// Creates images from a whole request.
    pub fn image_request(&self, request: CreateImageRequest) -> ImageRequest {
        ImageRequest::new(self, request)
    }
}

request_type! {
    /// A request for images, to be awaited or [sent](Self::send).
    ///
    /// The images come as URLs that can be read for some hours, or as base64 with [`with_base64`](Self::with_base64);
    /// [`GeneratedImage::bytes`](crate::inference::GeneratedImage::bytes) takes either.
    #[derive(Clone)]
    ImageRequest(CreateImageRequest) {
        with_size(impl Into<ImageSize>),
        with_quality(impl Into<ImageQuality>),
        with_style(impl Into<ImageStyle>),
        with_response_format(impl Into<ImageResponseFormat>),
        with_user(impl Into<String>),
    } {
        with_n
    }
}

impl ImageRequest {
    /// Requests the images themselves in the response, in place of URLs.
    pub fn with_base64(self) -> Self {
        self.with_response_format("b64_json")
    }

    /// Returns the request as core sends it.
    pub fn into_builder(self) -> RequestBuilder<Json<ImageGenerationsResponse>> {
        let operations = self.deployment.client.image_generations();
        let builder = operations.create(&self.deployment.name, &self.request);
        builder.with_options(self.options)
    }
}

awaitable!(ImageRequest, ImageGenerationsResponse);
