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
//!
//! GPT image models also edit images, and stream images as they are generated; they need an api-version from
//! 2025-04-01-preview on.
//!
//! ```no_run
//! use azure_openai::FilePart;
//!
//! # async fn run(client: azure_openai::Client) -> Result<(), Box<dyn std::error::Error>> {
//! let images = client.deployment("gpt-image-1").with_api_version("2025-04-01-preview");
//! let mut events = images.image("A cat on a mat").with_partial_images(2).stream().await?.into_value();
//! while let Some(event) = events.next().await {
//!     let event = event?;
//!     let name = event.partial_image_index.map_or("cat.png".to_owned(), |index| format!("cat-{index}.png"));
//!     std::fs::write(name, event.bytes()?)?;
//! }
//! let edited = images.edit_image(FilePart::from_path("cat.png"), "The cat wears a hat.").await?;
//! edited.data[0].save_to("cat-with-hat.png", &client).await?;
//! # Ok(())
//! # }
//! ```

use azure_openai_core::{Error, EventStream, FilePart, Json, Response};
use azure_openai_inference::{
    CreateImageEditRequest, CreateImageRequest, ImageBackground, ImageEditQuality, ImageEditSize,
    ImageGenerationsResponse, ImageInputFidelity, ImageModeration, ImageOutputFormat, ImageQuality,
    ImageResponseFormat, ImageSize, ImageStreamEvent, ImageStyle,
};

use crate::deployment::Deployment;
use crate::options::{request_type, sent_by};

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

    /// Creates an image from another one and a description, with a GPT image model. More images are added by
    /// [`with_image`](ImageEditRequest::with_image).
    pub fn edit_image(&self, image: impl Into<FilePart>, prompt: impl Into<String>) -> ImageEditRequest {
        self.edit_image_request(CreateImageEditRequest::new([image], prompt))
    }

    /// Creates images from others, from a whole request.
    pub fn edit_image_request(&self, request: CreateImageEditRequest) -> ImageEditRequest {
        ImageEditRequest::new(self, request)
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
        with_background(impl Into<ImageBackground>),
        with_output_format(impl Into<ImageOutputFormat>),
        with_moderation(impl Into<ImageModeration>),
    } {
        with_n, with_output_compression, with_partial_images
    }
}

impl ImageRequest {
    /// Requests the images themselves in the response, in place of URLs.
    pub fn with_base64(self) -> Self {
        self.with_response_format("b64_json")
    }
}

sent_by!(ImageRequest, image_generations(&) -> Json<ImageGenerationsResponse>, ImageGenerationsResponse, ImageStreamEvent);

request_type! {
    /// A request for an edited image, to be awaited or [sent](Self::send). The images come as base64.
    ImageEditRequest(CreateImageEditRequest) {
        with_mask(impl Into<FilePart>),
        with_size(impl Into<ImageEditSize>),
        with_quality(impl Into<ImageEditQuality>),
        with_user(impl Into<String>),
        with_background(impl Into<ImageBackground>),
        with_output_format(impl Into<ImageOutputFormat>),
        with_input_fidelity(impl Into<ImageInputFidelity>),
    } {
        with_n, with_output_compression, with_partial_images
    }
}

impl ImageEditRequest {
    /// Adds an image to make the new one from; at most 16.
    pub fn with_image(mut self, image: impl Into<FilePart>) -> Self {
        self.request.image.push(image.into());
        self
    }
}

sent_by!(ImageEditRequest, image_edits() -> Json<ImageGenerationsResponse>, ImageGenerationsResponse, ImageStreamEvent);

macro_rules! streamed {
    ($($name:ident),*) => {
        $(impl $name {
            /// Sends the request and returns the images as they are generated: for each, as many partial images as were
            /// requested, and the whole one. The stream ends with an error unless each image came whole.
            ///
            /// # Errors
            /// Any [`Error`] of a request that comes before the response begins; later ones are items of the stream.
            pub async fn stream(self) -> Result<Response<EventStream<ImageStreamEvent>>, Error> {
                let images = self.request.n.map_or(1, |n| usize::try_from(n).unwrap_or(1));
                let events = self.into_stream_builder().await?;
                Ok(events.map_value(|events| events.expecting_choices(images)))
            }
        })*
    };
}

streamed!(ImageRequest, ImageEditRequest);
