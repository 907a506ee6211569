//! The Azure OpenAI service on loopback, for tests and examples.
//!
//! An [`Emulator`] is an HTTP server on its own port that behaves like the service: the same paths, headers, bodies and
//! errors. It works on its input: uploaded bytes are returned byte for byte, embeddings are computed from the text,
//! tokens are counted by the models' own vocabularies. Responses are deterministic.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use azure_openai_emulator::{Emulator, Reply};
//!
//! let emulator = Emulator::builder()
//!     .with_deployment("my-chat", "gpt-4o")
//!     .reply_when(|chat| chat.prompt().contains("capital of France").then(|| Reply::text("Paris.")))
//!     .start()
//!     .await?;
//!
//! // Point any client at it.
//! let response: serde_json::Value = reqwest::Client::new()
//!     .post(format!("{}/openai/deployments/my-chat/chat/completions?api-version=2024-06-01", emulator.endpoint()))
//!     .header("api-key", emulator.api_key())
//!     .body(r#"{"messages":[{"role":"user","content":"What is the capital of France?"}]}"#)
//!     .send()
//!     .await?
//!     .text()
//!     .await
//!     .map(|text| serde_json::from_str(&text))??;
//! assert_eq!(response["choices"][0]["message"]["content"], "Paris.");
//! # Ok(())
//! # }
//! ```
//!
//! # Features
//! - `https` (default): files are imported from https URLs too, not only from http ones.

// docs.rs shows which feature an item needs.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod call;
mod catalogue;
mod clock;
mod error;
mod exchange;
mod faults;
mod generation;
mod operations;
mod reply;
mod server;
mod setters;
mod spec;
mod state;
mod storage;
mod text;
mod tokens;
mod wire;

pub use clock::Clock;
pub use error::{InvalidFault, StartError};
pub use exchange::Exchange;
pub use faults::{EventShape, Fault, FaultBody, FaultCount, Faults, Garble, Label, Place, RetryAfter, ToolChunks};
pub use reply::{ChatContext, Reply};
pub use server::{Builder, Emulator};
pub use state::credentials::BearerToken;
pub use state::requests::{BodyEnd, RequestRecord};

/// Compiles and runs the README's Rust.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
