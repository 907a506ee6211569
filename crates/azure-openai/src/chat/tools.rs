//! Functions that the model may call, from Rust types. Feature `tools`.
//!
//! A function's arguments are a struct: its JSON Schema, by [`schemars`], tells the model what to write, its doc comment
//! is the function's description, those of its fields theirs, and the model's arguments come back as that struct. Where
//! the model writes something else, it is told what is wrong and tries again.
//!
//! ```no_run
//! use azure_openai::tools::{ToolError, Tools};
//! use azure_openai::user;
//! use schemars::JsonSchema;
//! use serde::Deserialize;
//!
//! /// The weather at a place, now.
//! #[derive(Deserialize, JsonSchema)]
//! struct Weather {
//!     /// The city, such as Oslo.
//!     city: String,
//!     celsius: Option<bool>,
//! }
//!
//! # async fn run(chat: azure_openai::Deployment) -> Result<(), Box<dyn std::error::Error>> {
//! let tools = Tools::new().with("weather", |wanted: Weather| async move {
//!     if wanted.city == "Atlantis" {
//!         return Err(ToolError::new("there is no such place")); // the model is told
//!     }
//!     Ok(format!("Sunny in {}, 21 degrees.", wanted.city))
//! });
//! let outcome = chat.chat([user("Should I take an umbrella in Oslo?")]).run_tools(&tools).max_rounds(5).await?;
//! println!("{} (after {} rounds of tools)", outcome.answer.text(), outcome.rounds);
//! # Ok(())
//! # }
//! ```
//!
//! Without the loop: [`function`] makes a definition for [`ChatRequest::tools`](crate::chat::ChatRequest::tools), and
//! [`arguments`](crate::inference::ChatCompletionToolCall::arguments) gives what the model wrote.

mod error;
mod run;
mod schema;
mod set;

pub use error::{ToolError, ToolLoopError};
pub use run::{ToolLoop, ToolOutcome};
pub use schema::{NoArguments, function};
pub use schemars;
pub use set::Tools;

pub use azure_openai_inference::ArgumentsError;
