//! Values inside requests and responses that JSON or the specification has no exact type for.

mod base64_bytes;
mod checked_text;
mod embedding_vector;
pub(crate) mod extra;
pub(crate) mod open_enum;
mod open_object;
pub(crate) mod open_values;
mod parameter;
mod secret;
pub(crate) mod shape_union;
pub(crate) mod tagged_union;
mod timestamp;

pub use base64_bytes::{Base64Bytes, Base64Error, Base64UrlBytes};
pub use checked_text::{FormatError, IsoDuration, PlainDate, PlainTime, Uuid};
pub use embedding_vector::EmbeddingVector;
pub use extra::Extra;
pub use parameter::ToParameter;
pub use secret::Secret;
pub use timestamp::{DateTime, HttpDate, Instant, InstantFormat, Rfc1123, Rfc3339, Timestamp, UnixSeconds};
