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
mod array;
mod batch;
mod gate;
mod request;
mod save;
mod saved;
mod send;
mod texts;

pub use all::EmbedAll;
pub use batch::{EmbeddedBatch, EmbeddingMatrix, Embeddings};
pub use request::EmbedRequest;
pub use saved::SavedEmbeddings;
pub use texts::EmbeddingText;
