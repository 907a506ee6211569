//! Guides, by subject.

#[doc = include_str!("guide/api_versions.md")]
pub mod api_versions {}

#[doc = include_str!("guide/credentials.md")]
pub mod credentials {}

#[doc = include_str!("guide/errors.md")]
pub mod errors {}

#[doc = include_str!("guide/retries_and_failover.md")]
pub mod retries_and_failover {}

#[doc = include_str!("guide/streaming.md")]
pub mod streaming {}

#[doc = include_str!("guide/tools.md")]
pub mod tools {}

#[doc = include_str!("guide/structured_output.md")]
pub mod structured_output {}

#[doc = include_str!("guide/embeddings.md")]
pub mod embeddings {}

#[doc = include_str!("guide/uploads.md")]
pub mod uploads {}

#[doc = include_str!("guide/batches.md")]
pub mod batches {}

#[doc = include_str!("guide/fine_tuning.md")]
pub mod fine_tuning {}

#[doc = include_str!("guide/telemetry.md")]
pub mod telemetry {}

#[doc = include_str!("guide/testing.md")]
pub mod testing {}
