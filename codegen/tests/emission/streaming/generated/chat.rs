// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from streaming/document.yaml: Streaming 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Chat`: The operations `Chat_*`.

use azure_openai_core::{
    Events, Extra, JsonOrDefault, Method, Operation, Pipeline, Request, RequestBuilder,
    Value,
};

/// The operations `Chat_*`.
#[derive(Clone, Debug)]
pub struct ChatClient {
    pub(super) pipeline: Pipeline,
}

impl ChatClient {
    /// Chat create.
    ///
    /// `Chat_Create`: `POST /a/{id}`.
    ///
    /// # Arguments
    /// - `id`: Id.
    /// - `request`: the body
    pub fn create(
        &self,
        id: impl AsRef<str>,
        request: &Ask,
    ) -> RequestBuilder<JsonOrDefault<Said>> {
        fn encode(call: Request, request: &Ask) -> Request {
            call.json(request)
        }
        let call = encode(Request::new(CHAT_CREATE).path("id", id.as_ref()), request);
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Chat create.
    ///
    /// The response is a stream of events: `stream` is sent as `true`.
    ///
    /// `Chat_Create`: `POST /a/{id}`.
    ///
    /// # Arguments
    /// - `id`: Id.
    /// - `request`: the body
    pub fn create_stream(
        &self,
        id: impl AsRef<str>,
        request: &Ask,
    ) -> RequestBuilder<Events<Chunk>> {
        fn encode(call: Request, request: &Ask) -> Request {
            call.json_with(request, &[("stream", Value::Bool(true))])
        }
        let call = encode(Request::new(CHAT_CREATE).path("id", id.as_ref()), request);
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Chat watch.
    ///
    /// The response is a stream of events.
    ///
    /// `Chat_Watch`: `GET /b`.
    pub fn watch(&self) -> RequestBuilder<Events<Chunk>> {
        let call = Request::new(CHAT_WATCH);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const CHAT_CREATE: &Operation = &Operation::new(
    "Chat_Create",
    Method::POST,
    "/a/{id}",
);

pub(super) const CHAT_WATCH: &Operation = &Operation::new(
    "Chat_Watch",
    Method::GET,
    "/b",
);

/// Ask.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Ask {
    /// Prompt.
    pub prompt: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(Ask, sent { "prompt" => prompt : required, });

impl Ask {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(prompt: impl Into<String>) -> Self {
        Self {
            prompt: prompt.into(),
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

/// Said.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Said {
    /// Text.
    pub text: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(Said, response { "text" => text : optional, });

impl Said {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            text: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::text`].
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
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

impl Default for Said {
    fn default() -> Self {
        Self::new()
    }
}

/// Chunk.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Chunk {
    /// Delta.
    pub delta: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(Chunk, response { "delta" => delta : optional, });

impl Chunk {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            delta: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::delta`].
    #[must_use]
    pub fn with_delta(mut self, delta: impl Into<String>) -> Self {
        self.delta = Some(delta.into());
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

impl Default for Chunk {
    fn default() -> Self {
        Self::new()
    }
}
