//! Embeddings: texts as vectors.
//!
//! They are asked for as base64, which is a tenth of the work of JSON numbers on either side, and handed out as `f32`.
//!
//! ```no_run
//! # async fn run(deployment: azure_openai::Deployment) -> Result<(), azure_openai::Error> {
//! let answer = deployment.embed(["a cat", "a dog"]).dimensions(256).await?;
//! for vector in answer.vectors() {
//!     println!("{} numbers, the first is {}", vector.len(), vector[0]);
//! }
//! # Ok(())
//! # }
//! ```

mod all;
mod request;
mod texts;

pub use all::{EmbedAll, EmbeddedBatch, Embeddings};
pub use request::EmbedRequest;
pub use texts::EmbeddingText;
