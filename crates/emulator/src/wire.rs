//! Formats on the wire that no single operation owns: errors, versions, bodies, parameters. Pure: no state, no
//! documents.

pub(crate) mod api_version;
pub(crate) mod body;
pub(crate) mod disposition;
pub(crate) mod error;
pub(crate) mod gateway;
pub(crate) mod metadata;
pub(crate) mod parameters;

pub(crate) use error::ServiceError;
