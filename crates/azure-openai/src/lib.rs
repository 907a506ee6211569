//! Azure OpenAI for Rust.
//!
//! A [`Client`] holds the two APIs of a resource: [`inference`] (chat, completions, embeddings, images, audio) and
//! [`authoring`] (files, uploads, batches, fine-tuning, stored completions, ingestion). Their types and operations
//! are generated from the service's specifications; this crate adds what is not in them.
//!
//! ```no_run
//! use azure_openai::{Client, system, user};
//!
//! # async fn run() -> Result<(), azure_openai::Error> {
//! // AZURE_OPENAI_ENDPOINT and AZURE_OPENAI_API_KEY
//! let client = Client::from_env()?;
//! let chat = client.deployment("gpt-4o");
//! let answer = chat.chat([system("Be brief."), user("Why is the sky blue?")]).with_temperature(0.2).send().await?;
//! println!("{}", answer.text());
//! println!("request {:?}, {:?}", answer.request_id(), answer.rate_limits());
//! # Ok(())
//! # }
//! ```
//!
//! # Calls
//! A [`Deployment`] of a model is asked for [chat completions](chat), which can be [streamed](guide::streaming) and call
//! [tools], text [completions], [embeddings], [images] and [audio]. Whatever has no shorter way is an operation of
//! [`Client::inference`] or [`Client::authoring`].
//!
//! An operation gives a [`RequestBuilder`], which does nothing until it is awaited; until then a timeout, headers or an own
//! request id can be set on it. A [`Response`] gives the value with status, headers, request ids and rate limits.
//! Every failure is an [`Error`] with status, request id and the start of the body.
//!
//! What fails and may pass is tried again where that is safe: see the [`guide`].
//!
//! # What the types do not know
//! Enumerations, unions and objects are open: a value, kind or field that this version does not know is kept as it
//! came and sent back. A parameter that it does not know is sent with `with_extra(name, value)`.
//!
//! # Lists, jobs, large files
//! [`Client::files`], [`Client::batches`], [`Client::fine_tuning`] and [`Client::ingestion`] give lists as streams, wait
//! for what the service does in the background, split large uploads, and turn typed requests into a batch and its results
//! into typed answers. See [`paging`] and [`polling`].
//!
//! # Troubleshooting
//! - **404 Resource not found**: the api-version is missing or not one that the endpoint knows, or the endpoint has
//!   a path too many. **404 DeploymentNotFound**: the name of the deployment, which is yours, not the model's.
//! - **401**: the key is another resource's, or keys are switched off and a token is needed.
//! - A redirect is an error: redirects are not followed, because the key would go along.
//!
//! # Features
//! - `rustls` (default): TLS by rustls with the platform's certificate store.
//! - `native-tls`: TLS by the operating system's library.
//! - `http2`: HTTP/2 where the server offers it.
//! - `entra`: credentials of Microsoft Entra ID by `azure_identity`: managed and workload identities, client secrets, the
//!   Azure CLI; see [`guide::credentials`].
//! - `tools` (default): [`tools`], functions that the model may call, from Rust types.

pub mod audio;
pub mod batches;
pub mod chat;
mod client;
pub mod completions;
mod deployment;
pub mod embeddings;
#[cfg(feature = "entra")]
pub mod entra;
pub mod files;
pub mod fine_tuning;
pub mod guide;
pub mod images;
pub mod ingestion;
mod options;
pub mod stored_completions;
mod stream;

#[doc(inline)]
pub use azure_openai_authoring as authoring;
#[doc(inline)]
pub use azure_openai_inference as inference;

pub use azure_openai_core::paging;
pub use azure_openai_core::polling::{self, PollError, Poller};
pub use azure_openai_core::{
    AccessToken, Base64Bytes, ByteStream, Bytes, ContentFilterResults, Credential, DateTime, Downloads,
    EmbeddingVector, Endpoint, Error, ErrorKind, EventStream, Events, Extra, Fallback, FilePart, HeaderMap, Jitter,
    Json, JsonOrText, Method, Operation, Pipeline, PipelineBuilder, RateLimits, Request, RequestBuilder, Response,
    RetryPolicy, Secret, StatusCode, Timestamp, TokenFuture, TokenProvider, Value, error, reqwest,
};
#[cfg(feature = "tools")]
#[doc(inline)]
pub use chat::tools;
pub use chat::{assistant, system, user};
pub use client::{Client, ClientBuilder};
pub use deployment::Deployment;
pub use options::RequestOptions;
pub use stream::ResponseStream;

/// A result whose error is [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;
