// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_bodies/document.yaml: Bodies of another service 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Raw`: The operations `Raw_*`.

use azure_openai_core::{
    Bytes, Method, NoContent, Operation, ParameterStyle, Pipeline, Request,
    RequestBuilder,
};

/// The operations `Raw_*`.
#[derive(Clone, Debug)]
pub struct RawClient {
    pub(super) pipeline: Pipeline,
}

impl RawClient {
    /// Raw mark.
    ///
    /// `Raw_Mark`: `PUT /marks`.
    ///
    /// # Arguments
    /// - `body`: the body
    pub fn mark(&self, body: impl Into<Option<Bytes>>) -> RequestBuilder<NoContent> {
        let call = Request::new(RAW_MARK)
            .opt_raw(body.into(), "application/octet-stream");
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Raw rows.
    ///
    /// `Raw_Rows`: `GET /rows`.
    ///
    /// # Arguments
    /// - `columns`: Columns.
    pub fn rows(&self, columns: &[String]) -> RequestBuilder<NoContent> {
        let call = Request::new(RAW_ROWS)
            .query_as("columns", Some(columns), ParameterStyle::Tabs);
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Raw put.
    ///
    /// `Raw_Put`: `PUT /raw`.
    ///
    /// # Arguments
    /// - `body`: the body
    pub fn put(&self, body: impl Into<Bytes>) -> RequestBuilder<NoContent> {
        let call = Request::new(RAW_PUT).raw(body, "application/octet-stream");
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Raw ping.
    ///
    /// `Raw_Ping`: `GET /raw`.
    pub fn ping(&self) -> RequestBuilder<NoContent> {
        let call = Request::new(RAW_PING);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const RAW_MARK: &Operation = &Operation::new(
    "Raw_Mark",
    Method::PUT,
    "/marks",
);

pub(super) const RAW_ROWS: &Operation = &Operation::new(
    "Raw_Rows",
    Method::GET,
    "/rows",
);

pub(super) const RAW_PUT: &Operation = &Operation::new("Raw_Put", Method::PUT, "/raw");

pub(super) const RAW_PING: &Operation = &Operation::new("Raw_Ping", Method::GET, "/raw")
    .without_credential();
