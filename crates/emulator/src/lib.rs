//! The Azure OpenAI service on loopback, for tests and examples.
//!
//! An [`Emulator`] is an HTTP server on a port of its own that answers as the service does: the same paths, headers,
//! bodies and errors. It works on the input it gets: uploaded bytes come back byte for byte, embeddings are computed from
//! the text, tokens are counted by the models' own vocabularies. Answers are deterministic.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use azure_openai_emulator::{Emulator, Reply};
//!
//! let emulator = Emulator::builder()
//!     .deployment("my-chat", "gpt-4o")
//!     .reply_when(|call| call.prompt().contains("capital of France").then(|| Reply::text("Paris.")))
//!     .start()
//!     .await?;
//!
//! // Point any client at it.
//! let answer: serde_json::Value = reqwest::Client::new()
//!     .post(format!("{}/openai/deployments/my-chat/chat/completions?api-version=2024-06-01", emulator.endpoint()))
//!     .header("api-key", emulator.api_key())
//!     .body(r#"{"messages":[{"role":"user","content":"What is the capital of France?"}]}"#)
//!     .send()
//!     .await?
//!     .text()
//!     .await
//!     .map(|text| serde_json::from_str(&text))??;
//! assert_eq!(answer["choices"][0]["message"]["content"], "Paris.");
//! # Ok(())
//! # }
//! ```

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
mod spec;
mod state;
mod storage;
mod text;
mod tokens;
mod wire;

pub use clock::Clock;
pub use error::{InvalidFault, StartError};
pub use exchange::Exchange;
pub use faults::{EventShape, Fault, FaultBody, FaultCount, Faults, Garble, Place, RetryAfter};
pub use reply::{ChatCall, Reply};
pub use server::{Builder, Emulator};
pub use state::credentials::BearerToken;
pub use state::requests::RequestRecord;

/// Compiles and runs the README's Rust.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
