// Made by `cargo xtask codegen` from specs/inference/openapi.yaml: Microsoft Azure Azure OpenAI Service API 2024-06-01.
// Do not edit: change the overlay or the generator, and run it again.

//! `ImageEdits`: Operations for image generation.

use azure_openai_core::{
    Events, Extra, FilePart, Form, Json, Method, Operation, Pipeline, Request,
    RequestBuilder, Value,
};
use super::image_generations::{
    ImageBackground, ImageGenerationsResponse, ImageOutputFormat, ImageStreamEvent,
};

/// Operations for image generation.
#[derive(Clone, Debug)]
pub struct ImageEditsClient {
    pub(super) pipeline: Pipeline,
}

impl ImageEditsClient {
    /// Creates images from others and a description, with GPT image models.
    ///
    /// Since api-version 2025-04-01-preview.
    ///
    /// `ImageEdits_Create`: `POST /deployments/{deployment-id}/images/edits`.
    ///
    /// # Arguments
    /// - `deployment_id`: The deployment ID of the model to use for this request.
    /// - `form`: Form for editing images.
    pub fn create(
        &self,
        deployment_id: impl AsRef<str>,
        form: CreateImageEditRequest,
    ) -> RequestBuilder<Json<ImageGenerationsResponse>> {
        let call = Request::new(IMAGE_EDITS_CREATE)
            .path("deployment-id", deployment_id.as_ref())
            .form(form.into_form());
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Creates images from others and a description, with GPT image models.
    ///
    /// Since api-version 2025-04-01-preview.
    ///
    /// The response is a stream of events: `stream` is sent as `true`.
    ///
    /// `ImageEdits_Create`: `POST /deployments/{deployment-id}/images/edits`.
    ///
    /// # Arguments
    /// - `deployment_id`: The deployment ID of the model to use for this request.
    /// - `form`: Form for editing images.
    pub fn create_stream(
        &self,
        deployment_id: impl AsRef<str>,
        form: CreateImageEditRequest,
    ) -> RequestBuilder<Events<ImageStreamEvent>> {
        let call = Request::new(IMAGE_EDITS_CREATE)
            .path("deployment-id", deployment_id.as_ref())
            .form(form.into_form().text("stream", &true));
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const IMAGE_EDITS_CREATE: &Operation = &Operation::new(
        "ImageEdits_Create",
        Method::POST,
        "/deployments/{deployment-id}/images/edits",
    )
    .with_newer_fields(&[("image[]", "2025-04-01-preview")]);

/// Form for editing images.
#[derive(Debug)]
#[non_exhaustive]
pub struct CreateImageEditRequest {
    /// The images, each a PNG, JPEG or WebP file below 50 MB.
    ///
    /// Since api-version 2025-04-01-preview.
    ///
    /// 1 to 16 items.
    ///
    /// Serialized as `image[]`.
    pub image: Vec<FilePart>,
    /// What the result shows.
    ///
    /// 1 to 32000 characters.
    pub prompt: String,
    /// A PNG file of the first image's size, whose transparent areas are where it is edited.
    pub mask: Option<FilePart>,
    /// The number of images.
    ///
    /// Range: 1 to 10.
    pub n: Option<i64>,
    /// The size of the images.
    pub size: Option<ImageEditSize>,
    /// The quality of the images.
    pub quality: Option<ImageEditQuality>,
    /// The background of the images; `transparent` needs the format `png` or `webp`.
    pub background: Option<ImageBackground>,
    /// The file format of the images.
    pub output_format: Option<ImageOutputFormat>,
    /// The compression of the images in percent, for `jpeg` and `webp`.
    ///
    /// Range: 0 to 100.
    pub output_compression: Option<i64>,
    /// How closely faces and details of the images are kept.
    pub input_fidelity: Option<ImageInputFidelity>,
    /// An identifier of the end user, for the detection of abuse.
    pub user: Option<String>,
    /// How many partial images a stream has before the whole one.
    ///
    /// Range: 0 to 3.
    pub partial_images: Option<i64>,
    /// Fields that this version of the crate does not know. Sent as text.
    pub extra: Extra,
}

impl CreateImageEditRequest {
    pub(crate) fn into_form(self) -> Form {
        let mut form = Form::new()
            .text("prompt", &self.prompt)
            .opt_text("n", self.n.as_ref())
            .opt_text("size", self.size.as_ref())
            .opt_text("quality", self.quality.as_ref())
            .opt_text("background", self.background.as_ref())
            .opt_text("output_format", self.output_format.as_ref())
            .opt_text("output_compression", self.output_compression.as_ref())
            .opt_text("input_fidelity", self.input_fidelity.as_ref())
            .opt_text("user", self.user.as_ref())
            .opt_text("partial_images", self.partial_images.as_ref())
            .extra(self.extra);
        for file in self.image {
            form = form.file("image[]", file);
        }
        if let Some(file) = self.mask {
            form = form.file("mask", file);
        }
        form
    }
}

impl CreateImageEditRequest {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(
        image: impl IntoIterator<Item = impl Into<FilePart>>,
        prompt: impl Into<String>,
    ) -> Self {
        Self {
            image: image.into_iter().map(Into::into).collect(),
            prompt: prompt.into(),
            mask: None,
            n: None,
            size: None,
            quality: None,
            background: None,
            output_format: None,
            output_compression: None,
            input_fidelity: None,
            user: None,
            partial_images: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::mask`].
    #[must_use]
    pub fn with_mask(mut self, mask: impl Into<FilePart>) -> Self {
        self.mask = Some(mask.into());
        self
    }

    /// Sets [`Self::n`].
    #[must_use]
    pub fn with_n(mut self, n: i64) -> Self {
        self.n = Some(n);
        self
    }

    /// Sets [`Self::size`].
    #[must_use]
    pub fn with_size(mut self, size: impl Into<ImageEditSize>) -> Self {
        self.size = Some(size.into());
        self
    }

    /// Sets [`Self::quality`].
    #[must_use]
    pub fn with_quality(mut self, quality: impl Into<ImageEditQuality>) -> Self {
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

    /// Sets [`Self::output_compression`].
    #[must_use]
    pub fn with_output_compression(mut self, output_compression: i64) -> Self {
        self.output_compression = Some(output_compression);
        self
    }

    /// Sets [`Self::input_fidelity`].
    #[must_use]
    pub fn with_input_fidelity(
        mut self,
        input_fidelity: impl Into<ImageInputFidelity>,
    ) -> Self {
        self.input_fidelity = Some(input_fidelity.into());
        self
    }

    /// Sets [`Self::user`].
    #[must_use]
    pub fn with_user(mut self, user: impl Into<String>) -> Self {
        self.user = Some(user.into());
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

/// The size of the images.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ImageEditSize {
    /// Serialized as `auto`.
    Auto,
    /// Serialized as `1024x1024`.
    X1024x1024,
    /// Serialized as `1536x1024`.
    X1536x1024,
    /// Serialized as `1024x1536`.
    X1024x1536,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ImageEditSize { Auto = "auto", X1024x1024 = "1024x1024", X1536x1024 = "1536x1024",
    X1024x1536 = "1024x1536", }
);

/// The quality of the images.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ImageEditQuality {
    /// Serialized as `auto`.
    Auto,
    /// Serialized as `low`.
    Low,
    /// Serialized as `medium`.
    Medium,
    /// Serialized as `high`.
    High,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ImageEditQuality { Auto = "auto", Low = "low", Medium = "medium", High = "high", }
);

/// How closely faces and details of the images are kept.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ImageInputFidelity {
    /// Serialized as `low`.
    Low,
    /// Serialized as `high`.
    High,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(ImageInputFidelity { Low = "low", High = "high", });
