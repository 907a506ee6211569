// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_responses/document.yaml: Responses of another service 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Search`: The operations `Search_*`.

use azure_openai_core::{
    Events, Extra, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};

/// The operations `Search_*`.
#[derive(Clone, Debug)]
pub struct SearchClient {
    pub(super) pipeline: Pipeline,
}

impl SearchClient {
    /// Search run.
    ///
    /// The response is a stream of events.
    ///
    /// `Search_Run`: `POST /search`.
    ///
    /// # Arguments
    /// - `request`: the body
    pub fn run(&self, request: &Words) -> RequestBuilder<Events<Hit>> {
        let call = Request::new(SEARCH_RUN).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const SEARCH_RUN: &Operation = &Operation::new(
    "Search_Run",
    Method::POST,
    "/search",
);

/// Words.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Words {
    /// Words.
    pub words: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(Words, sent { "words" => words : required, });

impl Words {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
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

/// Hit.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Hit {
    /// Url.
    pub url: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(Hit, response { "url" => url : required, });

impl Hit {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            url: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::url`].
    #[must_use]
    pub fn with_url(mut self, url: impl Into<String>) -> Self {
        self.url = url.into();
        self
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

impl Default for Hit {
    fn default() -> Self {
        Self::new()
    }
}
