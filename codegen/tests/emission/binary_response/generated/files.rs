// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from binary_response/document.yaml: Binary responses 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Files`: The operations `Files_*`.

use azure_openai_core::{Binary, Method, Operation, Pipeline, Request, RequestBuilder};

/// The operations `Files_*`.
#[derive(Clone, Debug)]
pub struct FilesClient {
    pub(super) pipeline: Pipeline,
}

impl FilesClient {
    /// Files content.
    ///
    /// `Files_Content`: `GET /a/{id}`.
    ///
    /// # Arguments
    /// - `id`: Id.
    pub fn content(&self, id: impl AsRef<str>) -> RequestBuilder<Binary> {
        let call = Request::new(FILES_CONTENT).path("id", id.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const FILES_CONTENT: &Operation = &Operation::new(
    "Files_Content",
    Method::GET,
    "/a/{id}",
);
