//! Azure OpenAI for Rust.
//!
//! ```toml
//! [dependencies]
//! azure-openai = "0.1"
//! tokio = { version = "1", features = ["macros", "rt-multi-thread"] }
//! ```
//!
//! A [`Client`] has the two APIs of a resource: [`inference`] (chat, completions, embeddings, images, audio) and
//! [`authoring`] (files, uploads, batches, fine-tuning, stored completions, ingestion). Their types and operations are
//! generated from the service's specifications; this crate adds what makes them pleasant to use.
//!
//! ```no_run
//! use azure_openai::{Client, system, user};
//!
//! # async fn run() -> Result<(), azure_openai::Error> {
//! // AZURE_OPENAI_ENDPOINT and AZURE_OPENAI_API_KEY
//! let client = Client::from_env()?;
//! let chat = client.deployment("gpt-4o");
//! let response = chat.chat([system("Be brief."), user("Why is the sky blue?")]).with_temperature(0.2).send().await?;
//! println!("{}", response.text());
//! # Ok(())
//! # }
//! ```
//!
//! # Requests and responses
//! A [`Deployment`] of a model has requests for [chat completions](chat), which can be [streamed](guide::streaming),
//! call [tools](guide::tools) and be decoded into a [Rust type](guide::structured_output), text [completions],
//! [embeddings], [images] and [audio]. Operations without a method of their own are in [`Client::inference`] and
//! [`Client::authoring`]; operations that this version does not have are sent through [`Client::pipeline`].
//!
//! A request does nothing until it is awaited. Until then its fields and options are set by `with_…` methods; the same
//! [options](RequestOptions) (timeouts, retry policy, headers, query, body fields) can be set on the client and on a
//! deployment. A [`Response`] is the value together with status, headers, request id and rate limits. Every failure is
//! an [`Error`]. Failed requests are retried where that is safe: see the [`guide`].
//!
//! # The api-version
//! The default of the inference API is [`inference::API_VERSION`], that of the authoring API
//! [`authoring::API_VERSION`]: those of the specifications that the types are generated from. The service refuses
//! parameters that an api-version does not have, such as JSON schemas in 2024-06-01, and newer models may need a newer
//! one (see the guide to [api-versions](guide::api_versions), and to endpoints without one). It is set on the client
//! ([`ClientBuilder::with_api_version`], or `OPENAI_API_VERSION`) or on a request (`with_api_version(…)`).
//!
//! # What the types do not know
//! Enumerations, unions and objects are open: a value, kind or field that this version does not know is kept as
//! received and sent back. A parameter that it does not know is sent by `with_body_field(name, value)`.
//!
//! # Lists, jobs, large files
//! [`Client::files`], [`Client::batches`], [`Client::fine_tuning`], [`Client::ingestion`] and
//! [`Client::stored_completions`] return lists as streams of items, poll jobs until they are done, split large uploads,
//! and turn typed requests into a batch and its results into typed responses. See [`paging`] and [`polling`].
//!
//! # Troubleshooting
//! - **404 Resource not found**: the service does not know the api-version, or the endpoint has a path too many. **404
//!   DeploymentNotFound**: the name of the deployment, which is yours, not the model's.
//! - **401**: the key belongs to another resource, or keys are disabled and a token is needed.
//! - **400** for a parameter: the api-version or the model does not have it.
//! - A redirect is an error: redirects are not followed, because the key would be sent along.
//!
//! # Layers
//! A [`Layer`] is code around each attempt of a request: it adds headers, signs, measures, logs, or responds instead of
//! the service. It is set by `with_layer` on the client, a deployment or a request.
//!
//! # Testing
//! The crate `azure-openai-emulator` is the service on loopback, in a test: see [`guide::testing`].
//!
//! # Features
//! - `audio`, `completions`, `embeddings`, `images` (default): the operations of these modules. Chat, models and
//!   deployments are always there: what only chats is a smaller build,
//!   `azure-openai = { version = "0.1", default-features = false, features = ["rustls"] }`.
//! - `authoring` (default): the authoring API: files, uploads, batches, fine-tuning, stored completions and ingestion.
//!   Batches of text completions and embeddings need the features of these too.
//! - `rustls` (default): TLS by rustls with the platform's certificate store.
//! - `rustls-no-provider`: the same, with a cryptography provider that the program installs before it makes a client:
//!   `rustls::crypto::ring::default_provider().install_default()`. Without aws-lc, a program that only chats builds in
//!   three quarters of the time.
//! - `native-tls`: TLS by the operating system's library.
//! - `http2`: HTTP/2 where the server offers it.
//! - `entra`: credentials of Microsoft Entra ID by `azure_identity`: managed and workload identities, client secrets,
//!   the Azure CLI; see [`guide::credentials`].
//! - `schemars` (default): JSON Schemas of Rust types, for [structured output](guide::structured_output) and [`tools`].
//! - `tiktoken`: token counts by the models' vocabularies: counts and trims the tokens of a
//!   [`Conversation`](chat::Conversation), and replaces estimates for training data and texts to embed.

// docs.rs shows which feature an item needs.
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "audio")]
pub mod audio;
#[cfg(feature = "authoring")]
pub mod batches;
pub mod chat;
mod client;
#[cfg(feature = "completions")]
pub mod completions;
mod deployment;
#[cfg(feature = "embeddings")]
pub mod embeddings;
#[cfg(feature = "entra")]
pub mod entra;
mod file_error;
#[cfg(feature = "authoring")]
pub mod files;
#[cfg(feature = "authoring")]
pub mod fine_tuning;
pub mod guide;
#[cfg(feature = "images")]
pub mod images;
#[cfg(feature = "authoring")]
pub mod ingestion;
#[cfg(feature = "authoring")]
mod jsonl;
mod options;
#[cfg(any(feature = "authoring", feature = "embeddings"))]
pub mod state_file;
#[cfg(feature = "authoring")]
pub mod stored_completions;
mod stream;
#[cfg(any(feature = "authoring", feature = "embeddings", feature = "tiktoken"))]
mod tokens;

#[cfg(feature = "authoring")]
#[doc(inline)]
pub use azure_openai_authoring as authoring;
#[doc(inline)]
pub use azure_openai_inference as inference;

pub use azure_openai_core::RequestOptions;
pub use azure_openai_core::paging;
pub use azure_openai_core::polling::{self, PollError, Poller};
pub use azure_openai_core::{
    AccessToken, Base64Bytes, ByteStream, Bytes, ContentFilterResults, Credential, Downloads, EmbeddingVector,
    Endpoint, Error, ErrorKind, EventStream, Events, Extra, Fallback, FilePart, FromJson, HeaderMap, Jitter, Json,
    JsonOrText, Layer, LayerFuture, Method, Next, Operation, Pipeline, PipelineBuilder, RateLimits, Request,
    RequestBuilder, Response, ResultStream, RetryPolicy, Secret, StatusCode, Timestamp, TokenFuture, TokenProvider,
    Value, error, http, reqwest,
};
#[cfg(feature = "schemars")]
#[doc(inline)]
pub use chat::tools;
pub use chat::{assistant, system, tool, user};
pub use client::{Client, ClientBuilder};
pub use deployment::Deployment;
#[cfg(feature = "schemars")]
pub use schemars;
pub use stream::ResponseStream;

/// A result whose error is [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Compiles the README's example.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
