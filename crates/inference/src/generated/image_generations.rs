// Made by `cargo xtask codegen` from specs/inference/openapi.yaml: Microsoft Azure Azure OpenAI Service API 2024-06-01.
// Do not edit: change the overlay or the generator, and run it again.

//! `ImageGenerations`: Operations for image generation.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Timestamp, Value,
};
use serde::{Deserialize, Serialize};

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
        let call = Request::new(IMAGE_GENERATIONS_CREATE)
            .path("deployment-id", deployment_id.as_ref())
            .json(request);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const IMAGE_GENERATIONS_CREATE: &Operation = &Operation::new(
    "ImageGenerations_Create",
    Method::POST,
    "/deployments/{deployment-id}/images/generations",
);

/// Request body for creating image generations.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CreateImageRequest {
    /// A text description of the desired image(s).
    ///
    /// At most 4000 characters.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub prompt: String,
    /// The number of images to generate.
    ///
    /// Default of the server: `1`.
    ///
    /// Range: 1 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<i64>,
    /// The size of the generated images.
    ///
    /// Default of the server: `1024x1024`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<ImageSize>,
    /// The quality of the image that will be generated.
    ///
    /// Default of the server: `standard`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quality: Option<ImageQuality>,
    /// The style of the generated images.
    ///
    /// Default of the server: `vivid`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub style: Option<ImageStyle>,
    /// The format in which the generated images are returned.
    ///
    /// Default of the server: `url`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response_format: Option<ImageResponseFormat>,
    /// A unique identifier representing your end-user.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl CreateImageRequest {
    /// What is required, nothing else set.
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

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
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

/// Response from the image generations API.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ImageGenerationsResponse {
    /// The Unix timestamp of when the images were created.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created: Option<Timestamp>,
    /// The list of generated images.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub data: Vec<GeneratedImage>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ImageGenerationsResponse {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::created`].
    #[must_use]
    pub fn with_created(mut self, created: impl Into<Timestamp>) -> Self {
        self.created = Some(created.into());
        self
    }

    /// Sets [`Self::data`].
    #[must_use]
    pub fn with_data(
        mut self,
        data: impl IntoIterator<Item = impl Into<GeneratedImage>>,
    ) -> Self {
        self.data = data.into_iter().map(Into::into).collect();
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
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
    /// On the wire: `256x256`.
    X256x256,
    /// On the wire: `512x512`.
    X512x512,
    /// On the wire: `1024x1024`.
    X1024x1024,
    /// On the wire: `1792x1024`.
    X1792x1024,
    /// On the wire: `1024x1792`.
    X1024x1792,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ImageSize { X256x256 = "256x256", X512x512 = "512x512", X1024x1024 = "1024x1024",
    X1792x1024 = "1792x1024", X1024x1792 = "1024x1792", }
);

/// The quality of the image that will be generated.
///
/// Default of the server: `standard`.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ImageQuality {
    /// On the wire: `standard`.
    Standard,
    /// On the wire: `hd`.
    Hd,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(ImageQuality { Standard = "standard", Hd = "hd", });

/// The style of the generated images.
///
/// Default of the server: `vivid`.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ImageStyle {
    /// On the wire: `natural`.
    Natural,
    /// On the wire: `vivid`.
    Vivid,
    /// A value that this version of the crate does not know, as it came.
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
    /// On the wire: `url`.
    Url,
    /// On the wire: `b64_json`.
    B64Json,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ImageResponseFormat { Url = "url", B64Json = "b64_json", }
);

/// An image, or where it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct GeneratedImage {
    /// The URL of the generated image.
    ///
    /// Format: uri.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The base64-encoded JSON of the generated image.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub b64_json: Option<String>,
    /// The revised prompt that was used to generate the image.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revised_prompt: Option<String>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl GeneratedImage {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::url`].
    #[must_use]
    pub fn with_url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// Sets [`Self::b64_json`].
    #[must_use]
    pub fn with_b64_json(mut self, b64_json: impl Into<String>) -> Self {
        self.b64_json = Some(b64_json.into());
        self
    }

    /// Sets [`Self::revised_prompt`].
    #[must_use]
    pub fn with_revised_prompt(mut self, revised_prompt: impl Into<String>) -> Self {
        self.revised_prompt = Some(revised_prompt.into());
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
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
