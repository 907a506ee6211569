//! Values inside requests and answers that JSON or the specification has no exact type for.

mod base64_bytes;
mod embedding_vector;
mod extra;
pub(crate) mod open_enum;
mod open_object;
mod open_struct;
pub(crate) mod open_values;
mod parameter;
mod secret;
pub(crate) mod shape_union;
pub(crate) mod tagged_union;
mod timestamp;

pub use base64_bytes::{Base64Bytes, Base64Error};
pub use embedding_vector::EmbeddingVector;
pub use extra::Extra;
pub use parameter::ToParameter;
pub use secret::Secret;
pub use timestamp::Timestamp;
