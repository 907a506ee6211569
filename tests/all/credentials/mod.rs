//! Tokens: where they come from, and that they are asked for as seldom as can be.

mod managed_identity;
mod token_credential;
pub(crate) mod token_server;
