// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_parameters/document.yaml: Parameters of another service 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Versions`: The operations of `versions`.

use azure_openai_core::{Method, NoContent, Operation, Pipeline, Request, RequestBuilder};

/// The operations of `versions`.
#[derive(Clone, Debug)]
pub struct VersionsClient {
    pub(super) pipeline: Pipeline,
}

impl VersionsClient {
    /// Own version.
    ///
    /// `own_version`: `GET /versions/own`.
    pub fn own_version(&self) -> RequestBuilder<NoContent> {
        let call = Request::new(OWN_VERSION);
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Shared version.
    ///
    /// `shared_version`: `GET /versions/shared`.
    pub fn shared_version(&self) -> RequestBuilder<NoContent> {
        let call = Request::new(SHARED_VERSION).query("api-version", Some("1.0"));
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Change version.
    ///
    /// `change_version`: `POST /versions/first`.
    pub fn change_version(&self) -> RequestBuilder<NoContent> {
        let call = Request::new(CHANGE_VERSION).query("api-version", Some("1.0"));
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const OWN_VERSION: &Operation = &Operation::new(
    "own_version",
    Method::GET,
    "/versions/own",
);

pub(super) const SHARED_VERSION: &Operation = &Operation::new(
    "shared_version",
    Method::GET,
    "/versions/shared",
);

pub(super) const CHANGE_VERSION: &Operation = &Operation::new(
    "change_version",
    Method::POST,
    "/versions/first",
);
