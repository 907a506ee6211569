// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_parameters/document.yaml: Parameters of another service 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Eggs`: The operations of `eggs`.

use azure_openai_core::{Method, NoContent, Operation, Pipeline, Request, RequestBuilder};

/// The operations of `eggs`.
#[derive(Clone, Debug)]
pub struct EggsClient {
    pub(super) pipeline: Pipeline,
}

impl EggsClient {
    /// List eggs.
    ///
    /// `list_eggs`: `GET /eggs`.
    pub fn list_eggs(&self) -> RequestBuilder<NoContent> {
        let call = Request::new(LIST_EGGS);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const LIST_EGGS: &Operation = &Operation::new(
        "list_eggs",
        Method::GET,
        "/eggs",
    )
    .without_api_version()
    .at_server("https://eggs.example.com/v3", "https://api.example.com/base");
