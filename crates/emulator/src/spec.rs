//! The two documents, and whether requests and answers keep to them.
//!
//! `overlaid/` is made by `cargo xtask codegen`: each document as the service published it, with the overlay of what the
//! service really does. These, not the emulator's own types, decide what is right.

mod document;
mod operation;
mod request;
mod response;
mod schemas;

pub(crate) use request::{body_is_optional, check_body, check_content_type, check_form, check_parameters, takes_json};
pub(crate) use response::{Scripted, check_response};
