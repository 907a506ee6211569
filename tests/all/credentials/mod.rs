//! Token providers: where tokens come from, and that they are requested as seldom as possible.

mod managed_identity;
mod token_credential;
pub(crate) mod token_server;
