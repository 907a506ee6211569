//! Typed client for the Azure OpenAI authoring API.
//!
//! Types and operations are generated from the specification, see `specs/authoring`; by hand is only what the
//! specification cannot tell: how a list goes on, and when a job is done.

#[rustfmt::skip]
mod generated;
mod jobs;
mod lists;

#[doc(inline)]
pub use generated::*;
