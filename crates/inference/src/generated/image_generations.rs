// Made by `cargo xtask codegen` from specs/inference/openapi.yaml: Microsoft Azure Azure OpenAI Service API 2024-06-01.
// Do not edit: change the overlay or the generator, and run it again.

//! `ImageGenerations`: Operations for image generation.

use azure_openai_core::{
    ContentFilterResults, Extra, Json, Method, Operation, Pipeline, Request,
    RequestBuilder, Timestamp, Value,
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
    /// The background of the images; `transparent` needs the format `png` or `webp`.
    ///
    /// Since api-version 2025-04-01-preview.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub background: Option<ImageBackground>,
    /// The file format of the images.
    ///
    /// Since api-version 2025-04-01-preview.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output_format: Option<ImageOutputFormat>,
    /// The compression of the images in percent, for `jpeg` and `webp`.
    ///
    /// Since api-version 2025-04-01-preview.
    ///
    /// Range: 0 to 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output_compression: Option<i64>,
    /// How strictly the images are moderated.
    ///
    /// Since api-version 2025-04-01-preview.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moderation: Option<ImageModeration>,
    /// How many partial images a stream has before the whole one.
    ///
    /// Since api-version 2025-04-01-preview.
    ///
    /// Range: 0 to 3.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partial_images: Option<i64>,
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
    /// The tokens that were used to generate images.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usage: Option<ImageUsage>,
    /// The background of the images.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub background: Option<ImageBackground>,
    /// The file format of the images.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output_format: Option<ImageOutputFormat>,
    /// The quality of the images.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quality: Option<String>,
    /// The size of the images.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<String>,
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

    /// Sets [`Self::usage`].
    #[must_use]
    pub fn with_usage(mut self, usage: impl Into<ImageUsage>) -> Self {
        self.usage = Some(usage.into());
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

    /// Sets [`Self::quality`].
    #[must_use]
    pub fn with_quality(mut self, quality: impl Into<String>) -> Self {
        self.quality = Some(quality.into());
        self
    }

    /// Sets [`Self::size`].
    #[must_use]
    pub fn with_size(mut self, size: impl Into<String>) -> Self {
        self.size = Some(size.into());
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

/// The tokens that were used to generate images.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ImageUsage {
    /// Number of all tokens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total_tokens: Option<i64>,
    /// Number of tokens of the prompt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub input_tokens: Option<i64>,
    /// Number of tokens of the images.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output_tokens: Option<i64>,
    /// The tokens of the prompt by kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub input_tokens_details: Option<ImageTokensDetails>,
    /// The tokens of the images by kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output_tokens_details: Option<ImageTokensDetails>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ImageUsage {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::total_tokens`].
    #[must_use]
    pub fn with_total_tokens(mut self, total_tokens: i64) -> Self {
        self.total_tokens = Some(total_tokens);
        self
    }

    /// Sets [`Self::input_tokens`].
    #[must_use]
    pub fn with_input_tokens(mut self, input_tokens: i64) -> Self {
        self.input_tokens = Some(input_tokens);
        self
    }

    /// Sets [`Self::output_tokens`].
    #[must_use]
    pub fn with_output_tokens(mut self, output_tokens: i64) -> Self {
        self.output_tokens = Some(output_tokens);
        self
    }

    /// Sets [`Self::input_tokens_details`].
    #[must_use]
    pub fn with_input_tokens_details(
        mut self,
        input_tokens_details: impl Into<ImageTokensDetails>,
    ) -> Self {
        self.input_tokens_details = Some(input_tokens_details.into());
        self
    }

    /// Sets [`Self::output_tokens_details`].
    #[must_use]
    pub fn with_output_tokens_details(
        mut self,
        output_tokens_details: impl Into<ImageTokensDetails>,
    ) -> Self {
        self.output_tokens_details = Some(output_tokens_details.into());
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

/// Tokens by kind.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ImageTokensDetails {
    /// Number of text tokens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text_tokens: Option<i64>,
    /// Number of image tokens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_tokens: Option<i64>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ImageTokensDetails {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::text_tokens`].
    #[must_use]
    pub fn with_text_tokens(mut self, text_tokens: i64) -> Self {
        self.text_tokens = Some(text_tokens);
        self
    }

    /// Sets [`Self::image_tokens`].
    #[must_use]
    pub fn with_image_tokens(mut self, image_tokens: i64) -> Self {
        self.image_tokens = Some(image_tokens);
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
    /// Since api-version 2025-04-01-preview.
    ///
    /// On the wire: `auto`.
    Auto,
    /// Since api-version 2025-04-01-preview.
    ///
    /// On the wire: `1536x1024`.
    X1536x1024,
    /// Since api-version 2025-04-01-preview.
    ///
    /// On the wire: `1024x1536`.
    X1024x1536,
    /// A value that this version of the crate does not know, as it came.
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
    /// On the wire: `standard`.
    Standard,
    /// On the wire: `hd`.
    Hd,
    /// Since api-version 2025-04-01-preview.
    ///
    /// On the wire: `auto`.
    Auto,
    /// Since api-version 2025-04-01-preview.
    ///
    /// On the wire: `low`.
    Low,
    /// Since api-version 2025-04-01-preview.
    ///
    /// On the wire: `medium`.
    Medium,
    /// Since api-version 2025-04-01-preview.
    ///
    /// On the wire: `high`.
    High,
    /// A value that this version of the crate does not know, as it came.
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

/// Image background.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ImageBackground {
    /// On the wire: `auto`.
    Auto,
    /// On the wire: `opaque`.
    Opaque,
    /// On the wire: `transparent`.
    Transparent,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ImageBackground { Auto = "auto", Opaque = "opaque", Transparent = "transparent", }
);

/// Image output format.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ImageOutputFormat {
    /// On the wire: `png`.
    Png,
    /// On the wire: `jpeg`.
    Jpeg,
    /// On the wire: `webp`.
    Webp,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ImageOutputFormat { Png = "png", Jpeg = "jpeg", Webp = "webp", }
);

/// How strictly the images are moderated.
///
/// Since api-version 2025-04-01-preview.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ImageModeration {
    /// On the wire: `auto`.
    Auto,
    /// On the wire: `low`.
    Low,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(ImageModeration { Auto = "auto", Low = "low", });

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
    /// What the content filter found in the image.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_filter_results: Option<ContentFilterResults>,
    /// What the content filter found in the prompt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prompt_filter_results: Option<ContentFilterResults>,
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

    /// Sets [`Self::content_filter_results`].
    #[must_use]
    pub fn with_content_filter_results(
        mut self,
        content_filter_results: impl Into<ContentFilterResults>,
    ) -> Self {
        self.content_filter_results = Some(content_filter_results.into());
        self
    }

    /// Sets [`Self::prompt_filter_results`].
    #[must_use]
    pub fn with_prompt_filter_results(
        mut self,
        prompt_filter_results: impl Into<ContentFilterResults>,
    ) -> Self {
        self.prompt_filter_results = Some(prompt_filter_results.into());
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
