//! What goes over the wire beside the operations' own bodies: credentials, versions, headers, errors, parameters.

pub(crate) mod api_version;
pub(crate) mod auth;
pub(crate) mod body;
pub(crate) mod disposition;
pub(crate) mod error;
pub(crate) mod gateway;
pub(crate) mod limits;
pub(crate) mod metadata;
pub(crate) mod parameters;

pub(crate) use error::ServiceError;
