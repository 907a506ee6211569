// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_bodies/document.yaml: Bodies of another service 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Scans`: The operations `Scans_*`.

use azure_openai_core::{
    Bytes, Extra, Method, NoContent, Operation, Pipeline, Request, RequestBuilder, Value,
};

/// The operations `Scans_*`.
#[derive(Clone, Debug)]
pub struct ScansClient {
    pub(super) pipeline: Pipeline,
}

impl ScansClient {
    /// Scans read.
    ///
    /// `Scans_Read`: `POST /scans`.
    ///
    /// # Arguments
    /// - `request`: the body
    pub fn read(&self, request: &Scan) -> RequestBuilder<NoContent> {
        let call = Request::new(SCANS_READ)
            .json(request)
            .content_type("application/json");
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Scans read.
    ///
    /// The body is bytes that the caller makes, of one of the media types that are declared.
    ///
    /// `Scans_Read`: `POST /scans`.
    ///
    /// # Arguments
    /// - `body`: the body
    /// - `content_type`: the body's media type: `application/json`, `application/pdf`, `image/png`
    pub fn read_bytes(
        &self,
        body: impl Into<Bytes>,
        content_type: impl AsRef<str>,
    ) -> RequestBuilder<NoContent> {
        let call = Request::new(SCANS_READ).raw(body, content_type.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const SCANS_READ: &Operation = &Operation::new(
    "Scans_Read",
    Method::POST,
    "/scans",
);

/// Scan.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Scan {
    /// Url.
    pub url: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(Scan, sent { "url" => url : required, });

impl Scan {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            extra: Extra::default(),
        }
    }

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}
