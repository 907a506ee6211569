//! What a response's body is read as. The type parameter of a [`RequestBuilder`](crate::RequestBuilder) selects one.

mod binary;
mod error_body;
mod event_stream;
mod events;
mod from_response;
pub(crate) mod json;
mod json_by_status;
mod json_or_bytes;
mod json_or_default;
mod no_content;
mod polled;
pub mod sse;
mod stream_chunk;
mod text;

pub use binary::{Binary, ByteStream};
pub use event_stream::EventStream;
pub use events::Events;
pub use from_response::FromResponse;
pub use json::{Json, OptionalJson};

pub use json_by_status::{FromStatus, JsonByStatus};
pub use json_or_bytes::JsonOrBytes;
pub use json_or_default::JsonOrDefault;
pub use no_content::NoContent;
pub(crate) use polled::Polled;
pub use stream_chunk::{StreamChunk, StreamProgress};
pub use text::{JsonOrText, PlainText};
