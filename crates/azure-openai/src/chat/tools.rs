//! Functions that the model may call, from Rust types. Feature `schemars`.
//!
//! The arguments of a function are a struct. Its JSON Schema, by [`schemars`], describes to the model what to write;
//! its doc comment is the function's description, and those of its fields are theirs; the model's arguments are decoded
//! into that struct. Where they do not decode, the error is sent to the model, which then mostly corrects them.
//!
//! ```no_run
//! use azure_openai::tools::{ToolError, Tools};
//! use azure_openai::user;
//! use schemars::JsonSchema;
//! use serde::Deserialize;
//!
//! /// The weather at a place, now.
//! #[derive(Deserialize, JsonSchema)]
//! struct WeatherQuery {
//!     /// The city, such as Oslo.
//!     city: String,
//!     celsius: Option<bool>,
//! }
//!
//! # async fn run(chat: azure_openai::Deployment) -> Result<(), Box<dyn std::error::Error>> {
//! let tools = Tools::new().with_function("weather", |query: WeatherQuery| async move {
//!     if query.city == "Atlantis" {
//!         return Err(ToolError::new("unknown place")); // sent to the model
//!     }
//!     Ok(format!("Sunny in {}, 21 degrees.", query.city))
//! });
//! let outcome = chat.chat([user("Should I take an umbrella in Oslo?")]).run_tools(&tools).with_max_rounds(5).await?;
//! println!("{} (after {} rounds of tools)", outcome.response.text(), outcome.rounds);
//! # Ok(())
//! # }
//! ```
//!
//! Without the loop: [`function`] creates a definition for
//! [`ChatRequest::with_tools`](crate::chat::ChatRequest::with_tools), and
//! [`arguments`](crate::inference::ChatCompletionToolCall::arguments) decodes what the model wrote.

mod error;
mod event;
mod round;
mod run;
mod schema;
mod set;

pub use error::{ToolError, ToolLoopError, ToolLoopErrorKind, ToolLoopLimit};
pub use event::ToolEvent;
pub use run::{ToolLoop, ToolOutcome};
pub use schema::{NoArguments, function, lenient_function};
pub use set::Tools;

pub use azure_openai_inference::ArgumentsError;
