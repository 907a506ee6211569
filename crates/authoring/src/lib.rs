//! Typed client for the Azure OpenAI authoring API.
//!
//! All of it is generated from the specification, see `specs/authoring`.

#[rustfmt::skip]
mod generated;

#[doc(inline)]
pub use generated::*;
