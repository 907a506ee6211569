// Made by `cargo xtask codegen` from specs/inference/openapi.yaml: Microsoft Azure Azure OpenAI Service API 2024-06-01.
// Do not edit: change the overlay or the generator, and run it again.

//! `ImageGenerations`: Operations for image generation.

use azure_openai_core::{
    ContentFilterResults, Events, Extra, Json, Method, Operation, Pipeline, Request,
    RequestBuilder, Timestamp, Value,
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

/// Response from the image generations API.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ImageGenerationsResponse {
    /// The Unix timestamp of when the images were created.
    pub created: Option<Timestamp>,
    /// The list of generated images.
    pub data: Vec<GeneratedImage>,
    /// The tokens that were used to generate images.
    pub usage: Option<ImageUsage>,
    /// The background of the images.
    pub background: Option<ImageBackground>,
    /// The file format of the images.
    pub output_format: Option<ImageOutputFormat>,
    /// The quality of the images.
    pub quality: Option<String>,
    /// The size of the images.
    pub size: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ImageGenerationsResponse, response { "created" => created : optional, "data" => data
    : required, "usage" => usage : optional, "background" => background : optional,
    "output_format" => output_format : optional, "quality" => quality : optional, "size"
    => size : optional, }
);

impl ImageGenerationsResponse {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            created: None,
            data: Default::default(),
            usage: None,
            background: None,
            output_format: None,
            quality: None,
            size: None,
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

/// The tokens that were used to generate images.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ImageUsage {
    /// Number of all tokens.
    pub total_tokens: Option<i64>,
    /// Number of tokens of the prompt.
    pub input_tokens: Option<i64>,
    /// Number of tokens of the images.
    pub output_tokens: Option<i64>,
    /// The tokens of the prompt by kind.
    pub input_tokens_details: Option<ImageTokensDetails>,
    /// The tokens of the images by kind.
    pub output_tokens_details: Option<ImageTokensDetails>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ImageUsage { "total_tokens" => total_tokens : optional, "input_tokens" =>
    input_tokens : optional, "output_tokens" => output_tokens : optional,
    "input_tokens_details" => input_tokens_details : optional, "output_tokens_details" =>
    output_tokens_details : optional, }
);

impl ImageUsage {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            total_tokens: None,
            input_tokens: None,
            output_tokens: None,
            input_tokens_details: None,
            output_tokens_details: None,
            extra: Extra::default(),
        }
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

impl Default for ImageUsage {
    fn default() -> Self {
        Self::new()
    }
}

/// Tokens by kind.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ImageTokensDetails {
    /// Number of text tokens.
    pub text_tokens: Option<i64>,
    /// Number of image tokens.
    pub image_tokens: Option<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ImageTokensDetails { "text_tokens" => text_tokens : optional, "image_tokens" =>
    image_tokens : optional, }
);

impl ImageTokensDetails {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            text_tokens: None,
            image_tokens: None,
            extra: Extra::default(),
        }
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

impl Default for ImageTokensDetails {
    fn default() -> Self {
        Self::new()
    }
}

/// An image of a stream, as far as it is generated.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ImageStreamEvent {
    /// The type of the event.
    ///
    /// Serialized as `type`.
    pub type_: Option<ImageStreamEventType>,
    /// The image in base64.
    pub b64_json: String,
    /// Which partial image it is, from 0; absent from a whole one.
    pub partial_image_index: Option<i64>,
    /// When the event was created.
    pub created_at: Option<Timestamp>,
    /// The size of the image.
    pub size: Option<String>,
    /// The quality of the image.
    pub quality: Option<String>,
    /// The background of the image.
    pub background: Option<ImageBackground>,
    /// The file format of the image.
    pub output_format: Option<ImageOutputFormat>,
    /// The tokens that were used; of a whole image.
    pub usage: Option<ImageUsage>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ImageStreamEvent, response { "type" => type_ : optional, "b64_json" => b64_json :
    required, "partial_image_index" => partial_image_index : optional, "created_at" =>
    created_at : optional, "size" => size : optional, "quality" => quality : optional,
    "background" => background : optional, "output_format" => output_format : optional,
    "usage" => usage : optional, }
);

impl ImageStreamEvent {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            type_: None,
            b64_json: Default::default(),
            partial_image_index: None,
            created_at: None,
            size: None,
            quality: None,
            background: None,
            output_format: None,
            usage: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::type_`].
    #[must_use]
    pub fn with_type(mut self, type_: impl Into<ImageStreamEventType>) -> Self {
        self.type_ = Some(type_.into());
        self
    }

    /// Sets [`Self::b64_json`].
    #[must_use]
    pub fn with_b64_json(mut self, b64_json: impl Into<String>) -> Self {
        self.b64_json = b64_json.into();
        self
    }

    /// Sets [`Self::partial_image_index`].
    #[must_use]
    pub fn with_partial_image_index(mut self, partial_image_index: i64) -> Self {
        self.partial_image_index = Some(partial_image_index);
        self
    }

    /// Sets [`Self::created_at`].
    #[must_use]
    pub fn with_created_at(mut self, created_at: impl Into<Timestamp>) -> Self {
        self.created_at = Some(created_at.into());
        self
    }

    /// Sets [`Self::size`].
    #[must_use]
    pub fn with_size(mut self, size: impl Into<String>) -> Self {
        self.size = Some(size.into());
        self
    }

    /// Sets [`Self::quality`].
    #[must_use]
    pub fn with_quality(mut self, quality: impl Into<String>) -> Self {
        self.quality = Some(quality.into());
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

    /// Sets [`Self::usage`].
    #[must_use]
    pub fn with_usage(mut self, usage: impl Into<ImageUsage>) -> Self {
        self.usage = Some(usage.into());
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

impl Default for ImageStreamEvent {
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

/// Image background.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ImageBackground {
    /// Serialized as `auto`.
    Auto,
    /// Serialized as `opaque`.
    Opaque,
    /// Serialized as `transparent`.
    Transparent,
    /// A value that this version of the crate does not know, as received.
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
    /// Serialized as `png`.
    Png,
    /// Serialized as `jpeg`.
    Jpeg,
    /// Serialized as `webp`.
    Webp,
    /// A value that this version of the crate does not know, as received.
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
    /// Serialized as `auto`.
    Auto,
    /// Serialized as `low`.
    Low,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(ImageModeration { Auto = "auto", Low = "low", });

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
    /// What the content filter found in the image.
    pub content_filter_results: Option<ContentFilterResults>,
    /// What the content filter found in the prompt.
    pub prompt_filter_results: Option<ContentFilterResults>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    GeneratedImage { "url" => url : optional, "b64_json" => b64_json : optional,
    "revised_prompt" => revised_prompt : optional, "content_filter_results" =>
    content_filter_results : optional, "prompt_filter_results" => prompt_filter_results :
    optional, }
);

impl GeneratedImage {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            url: None,
            b64_json: None,
            revised_prompt: None,
            content_filter_results: None,
            prompt_filter_results: None,
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

/// The type of the event.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ImageStreamEventType {
    /// Serialized as `image_generation.partial_image`.
    ImageGenerationPartialImage,
    /// Serialized as `image_generation.completed`.
    ImageGenerationCompleted,
    /// Serialized as `image_edit.partial_image`.
    ImageEditPartialImage,
    /// Serialized as `image_edit.completed`.
    ImageEditCompleted,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ImageStreamEventType { ImageGenerationPartialImage =
    "image_generation.partial_image", ImageGenerationCompleted =
    "image_generation.completed", ImageEditPartialImage = "image_edit.partial_image",
    ImageEditCompleted = "image_edit.completed", }
);
