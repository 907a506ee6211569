//! What the generated Azure OpenAI clients stand on.
//!
//! A [`Pipeline`] has the [`Endpoint`], the [`Credential`] and the api-version, and sends [`Request`]s. Generated code
//! makes a [`Request`] of an [`Operation`] and returns it as a [`RequestBuilder`], which is sent when it is awaited, and
//! then returns a [`Response`] or an [`Error`]. Its type parameter is how the response is read: see [`reader`].
//!
//! Everything runs on [tokio](https://tokio.rs). Nothing here prints, and no key or token appears in any `Debug`,
//! `Display` or error.
//!
//! ```no_run
//! use azure_openai_core::{RequestBuilder, Credential, Json, Method, Operation, Pipeline, Request, Value};
//!
//! static LIST: Operation = Operation::new("Files_List", Method::GET, "/files");
//!
//! # async fn run() -> Result<(), azure_openai_core::Error> {
//! let pipeline = Pipeline::builder()
//!     .with_endpoint("https://my-resource.openai.azure.com")
//!     .with_credential(Credential::api_key("a-key-of-the-resource"))
//!     .with_api_version("2025-03-01-preview")
//!     .build()?;
//! let files = RequestBuilder::<Json<Value>>::new(&pipeline, Request::new(&LIST).query("purpose", Some("batch"))).await?;
//! println!("{} {:?}", files["data"], files.head().request_id());
//! # Ok(())
//! # }
//! ```
//!
//! # Tracing
//! Requests and attempts are spans of [tracing](https://docs.rs/tracing), target `azure_openai`, with the names and attributes
//! of OpenTelemetry's semantic conventions; prompts and responses are in them only where
//! [`PipelineBuilder::with_capture_content`] asks for it.
//!
//! # Features
//! - `rustls` (default): TLS by rustls with the platform's certificate store.
//! - `native-tls`: TLS by the operating system's library.
//! - `http2`: HTTP/2 where the server offers it.
//! - `uuid`: [`Uuid`] converts from and to the type of the crate `uuid`.

// docs.rs shows which feature an item needs.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod compression;
mod content_filter;
mod credential;
pub mod decode;
mod downloads;
mod encode;
mod endpoint;
pub mod error;
pub mod form;
mod head;
mod incoming;
mod operation;
pub mod paging;
mod pipeline;
pub mod polling;
pub mod reader;
mod request;
mod request_builder;
mod response;
mod result_stream;
mod retry;
mod secrets;
mod setters;
mod telemetry;
#[doc(hidden)]
pub mod temporary;
pub mod value;

pub use bytes::Bytes;
pub use content_filter::ContentFilterResults;
pub use credential::{AccessToken, Credential, TokenFuture, TokenProvider};
pub use decode::FromJson;
pub use downloads::Downloads;
pub use endpoint::{Endpoint, EndpointError};
pub use error::{BoxError, Error, ErrorKind, Result};
pub use form::{FilePart, Form};
pub use head::{RateLimits, ResponseHead};
/// The vocabulary of HTTP that headers, statuses and responses are made from.
pub use http;
pub use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
pub use operation::Operation;
pub use pipeline::{Fallback, Layer, LayerFuture, Next, Pipeline, PipelineBuilder};
pub use polling::{PollError, Poller};
pub use reader::{
    Binary, ByteStream, EventStream, Events, Json, JsonByStatus, JsonOrBytes, JsonOrDefault, JsonOrText, NoContent,
    OptionalJson, PlainText, StreamChunk, StreamProgress, sse,
};
pub use request::{ParameterStyle, PreparedRequest, Request, RequestOptions};
pub use request_builder::RequestBuilder;
/// The HTTP client that a [`Pipeline`] sends with, for those who configure their own.
pub use reqwest;
pub use response::Response;
pub use result_stream::ResultStream;
pub use retry::{Jitter, RetryPolicy};
pub use secrets::redact;
pub use serde_json::{Map, Value};
pub use telemetry::ResponseAttributes;
pub use value::{
    Base64Bytes, Base64Error, Base64UrlBytes, DateTime, EmbeddingVector, Extra, HttpDate, IsoDuration, PlainDate,
    PlainTime, Secret, Timestamp, ToParameter, Uuid,
};

/// What the macros expand to. Not part of the public API.
#[doc(hidden)]
pub mod __macro {
    pub use crate::decode::fit::fit_field;
    pub use crate::decode::from_json::{DecodeError, from_json_noting};
    pub use crate::decode::reader::Reader;
    pub use crate::decode::text::JsonText;
    pub use crate::decode::writer::Writer;
    pub use crate::value::open_enum::{any_case, decode_text, exact_case, hash_exact, hash_text};
    pub use crate::value::open_values::same_value;
    pub use crate::value::shape_union::best;
    pub use crate::value::tagged_union::{decode_variant, fit_tagged, read_tagged};
    pub use serde;
    pub use std;
}

/// Compiles the README's example.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
