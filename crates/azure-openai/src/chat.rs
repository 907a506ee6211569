//! Chat completions: messages in, a response or a stream of events out.
//!
//! ```no_run
//! use azure_openai::chat::{image_bytes, system, text, user};
//!
//! # async fn run(chat: azure_openai::Deployment) -> Result<(), Box<dyn std::error::Error>> {
//! let photo = image_bytes("image/jpeg", std::fs::read("photo.jpg")?);
//! let response = chat
//!     .chat([system("Be brief."), user([text("What is this?"), photo.with_detail("low")])])
//!     .with_max_tokens(100)
//!     .await?;
//! println!("{} ({:?})", response.text(), response.finish_reason());
//! # Ok(())
//! # }
//! ```

mod conversation;
mod messages;
#[cfg(feature = "schemars")]
mod parse;
mod request;
#[cfg(feature = "schemars")]
pub mod schema;
#[cfg(feature = "schemars")]
pub mod tools;
#[cfg(feature = "tiktoken")]
mod trim;

#[cfg(feature = "tiktoken")]
pub use crate::tokens::Encoding;
pub use azure_openai_inference::messages::{assistant, image_bytes, image_url, system, text, tool, user};
pub use conversation::Conversation;
pub use messages::{IntoMessages, image_file};
#[cfg(feature = "schemars")]
pub use parse::{ParseRequest, Parsed, ParsedStream, StructuredError};
pub use request::ChatRequest;
#[cfg(feature = "tiktoken")]
pub use trim::Trimmed;

pub use crate::stream::ChatStream;
pub use azure_openai_inference::{ChatCollector, ChatEvent, Collector, FilterAnnotation, ParseError};
