//! Guides to what the service does and how to live with it.

#[doc = include_str!("guide/streaming.md")]
pub mod streaming {}
