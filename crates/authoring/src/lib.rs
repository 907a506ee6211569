//! Typed client for the Azure OpenAI authoring API.
//!
//! Types and operations are generated from the specification, see `specs/authoring`; written by hand is
//! what the specification cannot express: how a list continues, and when a job is done.

// docs.rs shows which feature an item needs.
#![cfg_attr(docsrs, feature(doc_cfg))]

#[rustfmt::skip]
mod generated;
mod ingestion;
mod jobs;
mod lists;

#[doc(inline)]
pub use generated::*;

/// Compiles the README's example.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
