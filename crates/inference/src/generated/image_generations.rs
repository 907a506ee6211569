// Made by `cargo xtask codegen` from specs/inference/openapi.yaml: Microsoft Azure Azure OpenAI Service API 2024-06-01.
// Do not edit: change the overlay or the generator, and run it again.

//! `ImageGenerations`: Operations for image generation.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Timestamp, Value,
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
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateImageRequest {
    /// A text description of the desired image(s).
    ///
    /// At most 4000 characters.
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
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    CreateImageRequest, sent { "prompt" => prompt : required, "n" => n : optional, "size"
    => size : optional, "quality" => quality : optional, "style" => style : optional,
    "response_format" => response_format : optional, "user" => user : optional, }
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

/// Response from the image generations API.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ImageGenerationsResponse {
    /// The Unix timestamp of when the images were created.
    pub created: Option<Timestamp>,
    /// The list of generated images.
    pub data: Vec<GeneratedImage>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ImageGenerationsResponse { "created" => created : optional, "data" => data :
    required, }
);

impl ImageGenerationsResponse {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            created: None,
            data: Default::default(),
            extra: Extra::default(),
        }
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

impl Default for ImageGenerationsResponse {
    fn default() -> Self {
        Self::new()
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
    /// A value that this version of the crate does not know, as received.
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
    /// Serialized as `standard`.
    Standard,
    /// Serialized as `hd`.
    Hd,
    /// A value that this version of the crate does not know, as received.
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

/// An image, or where it is.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GeneratedImage {
    /// The URL of the generated image.
    ///
    /// Format: uri.
    pub url: Option<String>,
    /// The base64-encoded JSON of the generated image.
    pub b64_json: Option<String>,
    /// The revised prompt that was used to generate the image.
    pub revised_prompt: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    GeneratedImage { "url" => url : optional, "b64_json" => b64_json : optional,
    "revised_prompt" => revised_prompt : optional, }
);

impl GeneratedImage {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            url: None,
            b64_json: None,
            revised_prompt: None,
            extra: Extra::default(),
        }
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

impl Default for GeneratedImage {
    fn default() -> Self {
        Self::new()
    }
}
