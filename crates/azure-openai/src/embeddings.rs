//! Embeddings: texts as vectors.
//!
//! They are requested as base64, which is a tenth of the work of JSON numbers for both sides, and returned as `f32`.
//!
//! ```no_run
//! # async fn run(deployment: azure_openai::Deployment) -> Result<(), azure_openai::Error> {
//! let response = deployment.embed(["a cat", "a dog"]).with_dimensions(256).await?;
//! for vector in response.vectors() {
//!     println!("{:?}", vector?);
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
