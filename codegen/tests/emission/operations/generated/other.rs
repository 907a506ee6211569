// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from operations/document.yaml: Operations 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Other`: The operations `Other_*`.

use azure_openai_core::{
    Bytes, Method, NoContent, Operation, Pipeline, Request, RequestBuilder,
};

/// The operations `Other_*`.
#[derive(Clone, Debug)]
pub struct OtherClient {
    pub(super) pipeline: Pipeline,
}

impl OtherClient {
    /// Other import.
    ///
    /// `Other_Import`: `POST /raw`.
    ///
    /// # Arguments
    /// - `body`: the body
    pub fn import(&self, body: impl Into<Bytes>) -> RequestBuilder<NoContent> {
        let call = Request::new(OTHER_IMPORT).raw(body, "application/x-ndjson");
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const OTHER_IMPORT: &Operation = &Operation::new(
        "Other_Import",
        Method::POST,
        "/raw",
    )
    .without_api_version();
