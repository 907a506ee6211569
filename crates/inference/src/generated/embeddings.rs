// Made by `cargo xtask codegen` from specs/inference/openapi.yaml: Microsoft Azure Azure OpenAI Service API 2024-06-01.
// Do not edit: change the overlay or the generator, and run it again.

//! `Embeddings`: Operations for generating text embeddings.

use azure_openai_core::{
    EmbeddingVector, Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder,
    Value,
};
use super::shared::Usage;

/// Operations for generating text embeddings.
#[derive(Clone, Debug)]
pub struct EmbeddingsClient {
    pub(super) pipeline: Pipeline,
}

impl EmbeddingsClient {
    /// Get a vector representation of a given input that can be easily consumed by machine learning models and algorithms.
    ///
    /// `Embeddings_Create`: `POST /deployments/{deployment-id}/embeddings`.
    ///
    /// # Arguments
    /// - `deployment_id`: The deployment ID of the model to use for this request.
    /// - `request`: Request body for creating embeddings.
    pub fn create(
        &self,
        deployment_id: impl AsRef<str>,
        request: &CreateEmbeddingRequest,
    ) -> RequestBuilder<Json<CreateEmbeddingResponse>> {
        fn encode(call: Request, request: &CreateEmbeddingRequest) -> Request {
            call.json(request)
        }
        let call = encode(
            Request::new(EMBEDDINGS_CREATE)
                .path("deployment-id", deployment_id.as_ref()),
            request,
        );
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const EMBEDDINGS_CREATE: &Operation = &Operation::new(
    "Embeddings_Create",
    Method::POST,
    "/deployments/{deployment-id}/embeddings",
);

/// Request body for creating embeddings.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateEmbeddingRequest {
    /// Input text to embed, encoded as a string or array of strings.
    pub input: EmbeddingInput,
    /// A unique identifier representing your end-user.
    pub user: Option<String>,
    /// The input type for the embedding request.
    pub input_type: Option<String>,
    /// The format to return the embeddings in.
    pub encoding_format: Option<EmbeddingEncodingFormat>,
    /// The number of dimensions the resulting output embeddings should have.
    ///
    /// At least 1.
    pub dimensions: Option<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    CreateEmbeddingRequest, sent { "input" => input : required, "user" => user :
    optional, "input_type" => input_type : optional, "encoding_format" => encoding_format
    : optional, "dimensions" => dimensions : optional, }
);

impl CreateEmbeddingRequest {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(input: impl Into<EmbeddingInput>) -> Self {
        Self {
            input: input.into(),
            user: None,
            input_type: None,
            encoding_format: None,
            dimensions: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::user`].
    #[must_use]
    pub fn with_user(mut self, user: impl Into<String>) -> Self {
        self.user = Some(user.into());
        self
    }

    /// Sets [`Self::input_type`].
    #[must_use]
    pub fn with_input_type(mut self, input_type: impl Into<String>) -> Self {
        self.input_type = Some(input_type.into());
        self
    }

    /// Sets [`Self::encoding_format`].
    #[must_use]
    pub fn with_encoding_format(
        mut self,
        encoding_format: impl Into<EmbeddingEncodingFormat>,
    ) -> Self {
        self.encoding_format = Some(encoding_format.into());
        self
    }

    /// Sets [`Self::dimensions`].
    #[must_use]
    pub fn with_dimensions(mut self, dimensions: i64) -> Self {
        self.dimensions = Some(dimensions);
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

/// Response from the embeddings API.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateEmbeddingResponse {
    /// The object type.
    ///
    /// Always `list`.
    pub object: String,
    /// The list of embeddings generated.
    pub data: Vec<Embedding>,
    /// The model used to generate the embeddings.
    pub model: String,
    /// Usage statistics for the API call.
    pub usage: Usage,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    CreateEmbeddingResponse, response { "object" => object : constant("list"), "data" =>
    data : required, "model" => model : required, "usage" => usage : required, }
);

impl CreateEmbeddingResponse {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            object: "list".into(),
            data: Default::default(),
            model: Default::default(),
            usage: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::data`].
    #[must_use]
    pub fn with_data(
        mut self,
        data: impl IntoIterator<Item = impl Into<Embedding>>,
    ) -> Self {
        self.data = data.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::model`].
    #[must_use]
    pub fn with_model(mut self, model: impl Into<String>) -> Self {
        self.model = model.into();
        self
    }

    /// Sets [`Self::usage`].
    #[must_use]
    pub fn with_usage(mut self, usage: impl Into<Usage>) -> Self {
        self.usage = usage.into();
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

impl Default for CreateEmbeddingResponse {
    fn default() -> Self {
        Self::new()
    }
}

/// Input text to embed, encoded as a string or array of strings.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum EmbeddingInput {
    /// String.
    String(String),
    /// Not empty.
    StringList(Vec<String>),
    /// Not empty.
    Tokens(Vec<i64>),
    /// Not empty.
    TokenLists(Vec<Vec<i64>>),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(
    EmbeddingInput { String(String), StringList(Vec < String >), Tokens(Vec < i64 >),
    TokenLists(Vec < Vec < i64 > >), }
);

impl From<String> for EmbeddingInput {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for EmbeddingInput {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<Vec<String>> for EmbeddingInput {
    fn from(value: Vec<String>) -> Self {
        Self::StringList(value)
    }
}

impl From<Vec<&str>> for EmbeddingInput {
    fn from(value: Vec<&str>) -> Self {
        Self::StringList(value.into_iter().map(str::to_owned).collect())
    }
}

impl<const N: usize> From<[&str; N]> for EmbeddingInput {
    fn from(value: [&str; N]) -> Self {
        Self::StringList(value.into_iter().map(str::to_owned).collect())
    }
}

impl From<Vec<i64>> for EmbeddingInput {
    fn from(value: Vec<i64>) -> Self {
        Self::Tokens(value)
    }
}

impl<const N: usize> From<[i64; N]> for EmbeddingInput {
    fn from(value: [i64; N]) -> Self {
        Self::Tokens(value.into())
    }
}

impl From<Vec<Vec<i64>>> for EmbeddingInput {
    fn from(value: Vec<Vec<i64>>) -> Self {
        Self::TokenLists(value)
    }
}

impl<const N: usize> From<[Vec<i64>; N]> for EmbeddingInput {
    fn from(value: [Vec<i64>; N]) -> Self {
        Self::TokenLists(value.into())
    }
}

/// The format to return the embeddings in.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum EmbeddingEncodingFormat {
    /// Serialized as `float`.
    Float,
    /// Serialized as `base64`.
    Base64,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    EmbeddingEncodingFormat { Float = "float", Base64 = "base64", }
);

/// One vector.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Embedding {
    /// The index of the embedding.
    pub index: i64,
    /// The object type.
    ///
    /// Always `embedding`.
    pub object: String,
    /// The vector.
    pub embedding: EmbeddingVector,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Embedding { "index" => index : required, "object" => object : constant("embedding"),
    "embedding" => embedding : required, }
);

impl Embedding {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            index: Default::default(),
            object: "embedding".into(),
            embedding: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::index`].
    #[must_use]
    pub fn with_index(mut self, index: i64) -> Self {
        self.index = index;
        self
    }

    /// Sets [`Self::embedding`].
    #[must_use]
    pub fn with_embedding(mut self, embedding: impl Into<EmbeddingVector>) -> Self {
        self.embedding = embedding.into();
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

impl Default for Embedding {
    fn default() -> Self {
        Self::new()
    }
}
