// Made by `cargo xtask codegen` from specs/inference/openapi.yaml: Microsoft Azure Azure OpenAI Service API 2024-06-01.
// Do not edit: change the overlay or the generator, and run it again.

//! `ImageGenerations`: Operations for image generation.

use azure_openai_core::{
    Events, Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};
use super::shared::{
    ImageBackground, ImageGenerationsResponse, ImageOutputFormat, ImageStreamEvent,
};

/// Operations for image generation.
#[derive(Clone, Debug)]
pub struct ImageGenerationsClient {
    pub(super) pipeline: Pipeline,
}

impl ImageGenerationsClient {
    /// Creates an image given a prompt using DALL-E models.
    ///
    /// `ImageGenerations_Create`: `POST /deployments/{deployment-id}/images/generations`.
    ///
    /// # Arguments
    /// - `deployment_id`: The deployment ID of the model to use for this request.
    /// - `request`: Request body for creating image generations.
    pub fn create(
        &self,
        deployment_id: impl AsRef<str>,
        request: &CreateImageRequest,
    ) -> RequestBuilder<Json<ImageGenerationsResponse>> {
        fn encode(call: Request, request: &CreateImageRequest) -> Request {
            call.json(request)
        }
        let call = encode(
            Request::new(IMAGE_GENERATIONS_CREATE)
                .path("deployment-id", deployment_id.as_ref()),
            request,
        );
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Creates an image given a prompt using DALL-E models.
    ///
    /// The response is a stream of events: `stream` is sent as `true`.
    ///
    /// `ImageGenerations_Create`: `POST /deployments/{deployment-id}/images/generations`.
    ///
    /// # Arguments
    /// - `deployment_id`: The deployment ID of the model to use for this request.
    /// - `request`: Request body for creating image generations.
    pub fn create_stream(
        &self,
        deployment_id: impl AsRef<str>,
        request: &CreateImageRequest,
    ) -> RequestBuilder<Events<ImageStreamEvent>> {
        fn encode(call: Request, request: &CreateImageRequest) -> Request {
            call.json_with(request, &[("stream", Value::Bool(true))])
        }
        let call = encode(
            Request::new(IMAGE_GENERATIONS_CREATE)
                .path("deployment-id", deployment_id.as_ref()),
            request,
        );
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const IMAGE_GENERATIONS_CREATE: &Operation = &Operation::new(
        "ImageGenerations_Create",
        Method::POST,
        "/deployments/{deployment-id}/images/generations",
    )
    .with_newer_fields(
        &[
            ("background", "2025-04-01-preview"),
            ("output_format", "2025-04-01-preview"),
            ("output_compression", "2025-04-01-preview"),
            ("moderation", "2025-04-01-preview"),
            ("partial_images", "2025-04-01-preview"),
            ("stream", "2025-04-01-preview"),
        ],
    );

/// Request body for creating image generations.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateImageRequest {
    /// A text description of the desired image(s); of at most 4000 characters for DALL-E 3.
    ///
    /// At most 32000 characters.
    pub prompt: String,
    /// The number of images to generate.
    ///
    /// Default of the server: `1`.
    ///
    /// Range: 1 to 10.
    pub n: Option<i64>,
    /// The size of the generated images.
    ///
    /// Default of the server: `1024x1024`.
    pub size: Option<ImageSize>,
    /// The quality of the image that will be generated.
    ///
    /// Default of the server: `standard`.
    pub quality: Option<ImageQuality>,
    /// The style of the generated images.
    ///
    /// Default of the server: `vivid`.
    pub style: Option<ImageStyle>,
    /// The format in which the generated images are returned.
    ///
    /// Default of the server: `url`.
    pub response_format: Option<ImageResponseFormat>,
    /// A unique identifier representing your end-user.
    pub user: Option<String>,
    /// The background of the images; `transparent` needs the format `png` or `webp`.
    ///
    /// Since api-version 2025-04-01-preview.
    pub background: Option<ImageBackground>,
    /// The file format of the images.
    ///
    /// Since api-version 2025-04-01-preview.
    pub output_format: Option<ImageOutputFormat>,
    /// The compression of the images in percent, for `jpeg` and `webp`.
    ///
    /// Since api-version 2025-04-01-preview.
    ///
    /// Range: 0 to 100.
    pub output_compression: Option<i64>,
    /// How strictly the images are moderated.
    ///
    /// Since api-version 2025-04-01-preview.
    pub moderation: Option<ImageModeration>,
    /// How many partial images a stream has before the whole one.
    ///
    /// Since api-version 2025-04-01-preview.
    ///
    /// Range: 0 to 3.
    pub partial_images: Option<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    CreateImageRequest, sent { "prompt" => prompt : required, "n" => n : optional, "size"
    => size : optional, "quality" => quality : optional, "style" => style : optional,
    "response_format" => response_format : optional, "user" => user : optional,
    "background" => background : optional, "output_format" => output_format : optional,
    "output_compression" => output_compression : optional, "moderation" => moderation :
    optional, "partial_images" => partial_images : optional, }
);

impl CreateImageRequest {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(prompt: impl Into<String>) -> Self {
        Self {
            prompt: prompt.into(),
            n: None,
            size: None,
            quality: None,
            style: None,
            response_format: None,
            user: None,
            background: None,
            output_format: None,
            output_compression: None,
            moderation: None,
            partial_images: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::n`].
    #[must_use]
    pub fn with_n(mut self, n: i64) -> Self {
        self.n = Some(n);
        self
    }

    /// Sets [`Self::size`].
    #[must_use]
    pub fn with_size(mut self, size: impl Into<ImageSize>) -> Self {
        self.size = Some(size.into());
        self
    }

    /// Sets [`Self::quality`].
    #[must_use]
    pub fn with_quality(mut self, quality: impl Into<ImageQuality>) -> Self {
        self.quality = Some(quality.into());
        self
    }

    /// Sets [`Self::style`].
    #[must_use]
    pub fn with_style(mut self, style: impl Into<ImageStyle>) -> Self {
        self.style = Some(style.into());
        self
    }

    /// Sets [`Self::response_format`].
    #[must_use]
    pub fn with_response_format(
        mut self,
        response_format: impl Into<ImageResponseFormat>,
    ) -> Self {
        self.response_format = Some(response_format.into());
        self
    }

    /// Sets [`Self::user`].
    #[must_use]
    pub fn with_user(mut self, user: impl Into<String>) -> Self {
        self.user = Some(user.into());
        self
    }

    /// Sets [`Self::background`].
    #[must_use]
    pub fn with_background(mut self, background: impl Into<ImageBackground>) -> Self {
        self.background = Some(background.into());
        self
    }

    /// Sets [`Self::output_format`].
    #[must_use]
    pub fn with_output_format(
        mut self,
        output_format: impl Into<ImageOutputFormat>,
    ) -> Self {
        self.output_format = Some(output_format.into());
        self
    }

    /// Sets [`Self::output_compression`].
    #[must_use]
    pub fn with_output_compression(mut self, output_compression: i64) -> Self {
        self.output_compression = Some(output_compression);
        self
    }

    /// Sets [`Self::moderation`].
    #[must_use]
    pub fn with_moderation(mut self, moderation: impl Into<ImageModeration>) -> Self {
        self.moderation = Some(moderation.into());
        self
    }

    /// Sets [`Self::partial_images`].
    #[must_use]
    pub fn with_partial_images(mut self, partial_images: i64) -> Self {
        self.partial_images = Some(partial_images);
        self
    }

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// The size of the generated images.
///
/// Default of the server: `1024x1024`.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ImageSize {
    /// Serialized as `256x256`.
    X256x256,
    /// Serialized as `512x512`.
    X512x512,
    /// Serialized as `1024x1024`.
    X1024x1024,
    /// Serialized as `1792x1024`.
    X1792x1024,
    /// Serialized as `1024x1792`.
    X1024x1792,
    /// Since api-version 2025-04-01-preview.
    ///
    /// Serialized as `auto`.
    Auto,
    /// Since api-version 2025-04-01-preview.
    ///
    /// Serialized as `1536x1024`.
    X1536x1024,
    /// Since api-version 2025-04-01-preview.
    ///
    /// Serialized as `1024x1536`.
    X1024x1536,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ImageSize { X256x256 = "256x256", X512x512 = "512x512", X1024x1024 = "1024x1024",
    X1792x1024 = "1792x1024", X1024x1792 = "1024x1792", Auto = "auto", X1536x1024 =
    "1536x1024", X1024x1536 = "1024x1536", }
);

/// The quality of the image that will be generated.
///
/// Default of the server: `standard`.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ImageQuality {
    /// Serialized as `standard`.
    Standard,
    /// Serialized as `hd`.
    Hd,
    /// Since api-version 2025-04-01-preview.
    ///
    /// Serialized as `auto`.
    Auto,
    /// Since api-version 2025-04-01-preview.
    ///
    /// Serialized as `low`.
    Low,
    /// Since api-version 2025-04-01-preview.
    ///
    /// Serialized as `medium`.
    Medium,
    /// Since api-version 2025-04-01-preview.
    ///
    /// Serialized as `high`.
    High,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ImageQuality { Standard = "standard", Hd = "hd", Auto = "auto", Low = "low", Medium =
    "medium", High = "high", }
);

/// The style of the generated images.
///
/// Default of the server: `vivid`.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ImageStyle {
    /// Serialized as `natural`.
    Natural,
    /// Serialized as `vivid`.
    Vivid,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(ImageStyle { Natural = "natural", Vivid = "vivid", });

/// The format in which the generated images are returned.
///
/// Default of the server: `url`.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ImageResponseFormat {
    /// Serialized as `url`.
    Url,
    /// Serialized as `b64_json`.
    B64Json,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ImageResponseFormat { Url = "url", B64Json = "b64_json", }
);

/// How strictly the images are moderated.
///
/// Since api-version 2025-04-01-preview.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ImageModeration {
    /// Serialized as `auto`.
    Auto,
    /// Serialized as `low`.
    Low,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(ImageModeration { Auto = "auto", Low = "low", });
