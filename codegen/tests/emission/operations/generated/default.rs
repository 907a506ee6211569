// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from operations/document.yaml: Operations 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Default`: The operations that belong to no group.

use azure_openai_core::{Json, Method, Operation, Pipeline, Request, RequestBuilder};
use super::shared::Thing;

/// The operations that belong to no group.
#[derive(Clone, Debug)]
pub struct DefaultClient {
    pub(super) pipeline: Pipeline,
}

impl DefaultClient {
    /// Get nameless id.
    ///
    /// `getNamelessId`: `GET /nameless/{id}`.
    ///
    /// # Arguments
    /// - `id`: Id.
    pub fn get_nameless_id(&self, id: impl AsRef<str>) -> RequestBuilder<Json<Thing>> {
        let call = Request::new(GET_NAMELESS_ID).path("id", id.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const GET_NAMELESS_ID: &Operation = &Operation::new(
        "getNamelessId",
        Method::GET,
        "/nameless/{id}",
    )
    .without_api_version();
