//! What every client is given.

/// An error of any client.
pub(crate) type Failure = Box<dyn std::error::Error + Send + Sync>;

/// The messages of a chat.
pub(crate) const SYSTEM: &str = "Be brief.";
pub(crate) const USER: &str = "Why is the sky blue?";
/// The key, which the canned server does not look at.
pub(crate) const KEY: &str = "bench-key";
/// How many texts a request for embeddings has.
pub(crate) const TEXTS: usize = 256;
