//! The two documents, and the validation of requests and responses against them.
//!
//! `overlaid/` is made by `cargo xtask codegen`: each document as the service published it, as OpenAPI, with the
//! overlay of the service's real behavior. These, not the emulator's own types, decide what is valid.

mod document;
mod mistake;
mod operation;
mod request;
mod response;
mod schemas;
mod since;

pub(crate) use operation::{has_v1, has_version};
pub(crate) use request::{
    body_is_optional, check_body, check_content_type, check_form, check_names, check_parameters, check_version,
    read_form, takes_json,
};
pub(crate) use response::{Scripted, check_response};
