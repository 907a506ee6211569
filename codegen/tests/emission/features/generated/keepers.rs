// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from features/document.yaml: Modules behind features 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Keepers`: The operations `Keepers_*`.

use azure_openai_core::{
    JsonOrDefault, Method, Operation, Pipeline, Request, RequestBuilder,
};
use super::shared::Keeper;

/// The operations `Keepers_*`.
#[derive(Clone, Debug)]
pub struct KeepersClient {
    pub(super) pipeline: Pipeline,
}

impl KeepersClient {
    /// Keepers list.
    ///
    /// `Keepers_List`: `GET /keepers`.
    pub fn list(&self) -> RequestBuilder<JsonOrDefault<Vec<Keeper>>> {
        let call = Request::new(KEEPERS_LIST);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const KEEPERS_LIST: &Operation = &Operation::new(
    "Keepers_List",
    Method::GET,
    "/keepers",
);
