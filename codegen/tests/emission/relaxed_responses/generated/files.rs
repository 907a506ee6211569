// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from relaxed_responses/document.yaml: Relaxed responses 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Files`: The operations `Files_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Timestamp, Value,
};
use std::collections::BTreeMap;

/// The operations `Files_*`.
#[derive(Clone, Debug)]
pub struct FilesClient {
    pub(super) pipeline: Pipeline,
}

impl FilesClient {
    /// Files make.
    ///
    /// `Files_Make`: `POST /a`.
    ///
    /// # Arguments
    /// - `request`: the body
    pub fn make(&self, request: &Sent) -> RequestBuilder<Json<Reading>> {
        let call = Request::new(FILES_MAKE).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const FILES_MAKE: &Operation = &Operation::new(
    "Files_Make",
    Method::POST,
    "/a",
);

/// Sent.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Sent {
    /// Name.
    pub name: String,
    /// Strict.
    pub strict: bool,
    /// Tags.
    pub tags: Vec<String>,
    /// Hints.
    pub hints: Vec<String>,
    /// Stop.
    pub stop: Option<Vec<String>>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Sent, sent { "name" => name : required, "strict" => strict : required, "tags" => tags
    : required, "hints" => hints : collection, "stop" => stop : optional, }
);

impl Sent {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(
        name: impl Into<String>,
        strict: bool,
        tags: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self {
            name: name.into(),
            strict,
            tags: tags.into_iter().map(Into::into).collect(),
            hints: Default::default(),
            stop: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::hints`].
    #[must_use]
    pub fn with_hints(
        mut self,
        hints: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.hints = self
            .extra
            .set("hints", hints.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::stop`].
    #[must_use]
    pub fn with_stop(
        mut self,
        stop: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.stop = Some(stop.into_iter().map(Into::into).collect());
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

/// Reading.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Reading {
    /// Id.
    pub id: String,
    /// Size.
    pub size: i64,
    /// Ratio.
    pub ratio: f64,
    /// Tags.
    pub tags: Vec<String>,
    /// Labels.
    pub labels: BTreeMap<String, String>,
    /// Ok.
    pub ok: Option<bool>,
    /// At.
    pub at: Option<Timestamp>,
    /// State.
    pub state: Option<ReadingState>,
    /// Inner.
    pub inner: Inner,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Reading, response { "id" => id : required, "size" => size : required, "ratio" =>
    ratio : required, "tags" => tags : required, "labels" => labels : required, "ok" =>
    ok : optional, "at" => at : optional, "state" => state : optional, "inner" => inner :
    required, }
);

impl Reading {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            id: Default::default(),
            size: Default::default(),
            ratio: Default::default(),
            tags: Default::default(),
            labels: Default::default(),
            ok: None,
            at: None,
            state: None,
            inner: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::id`].
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::size`].
    #[must_use]
    pub fn with_size(mut self, size: i64) -> Self {
        self.size = size;
        self
    }

    /// Sets [`Self::ratio`].
    #[must_use]
    pub fn with_ratio(mut self, ratio: f64) -> Self {
        self.ratio = ratio;
        self
    }

    /// Sets [`Self::tags`].
    #[must_use]
    pub fn with_tags(
        mut self,
        tags: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.tags = tags.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::labels`].
    #[must_use]
    pub fn with_labels(
        mut self,
        labels: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.labels = labels
            .into_iter()
            .map(|(key, value)| (key.into(), value.into()))
            .collect();
        self
    }

    /// Sets [`Self::ok`].
    #[must_use]
    pub fn with_ok(mut self, ok: bool) -> Self {
        self.ok = Some(ok);
        self
    }

    /// Sets [`Self::at`].
    #[must_use]
    pub fn with_at(mut self, at: impl Into<Timestamp>) -> Self {
        self.at = Some(at.into());
        self
    }

    /// Sets [`Self::state`].
    #[must_use]
    pub fn with_state(mut self, state: impl Into<ReadingState>) -> Self {
        self.state = Some(state.into());
        self
    }

    /// Sets [`Self::inner`].
    #[must_use]
    pub fn with_inner(mut self, inner: impl Into<Inner>) -> Self {
        self.inner = inner.into();
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

impl Default for Reading {
    fn default() -> Self {
        Self::new()
    }
}

/// Inner.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Inner {
    /// Text.
    pub text: String,
    /// Sure.
    pub sure: Option<bool>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Inner { "text" => text : required, "sure" => sure : optional, }
);

impl Inner {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            text: Default::default(),
            sure: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::text`].
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// Sets [`Self::sure`].
    #[must_use]
    pub fn with_sure(mut self, sure: bool) -> Self {
        self.sure = Some(sure);
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

impl Default for Inner {
    fn default() -> Self {
        Self::new()
    }
}

/// Reading state.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ReadingState {
    /// Serialized as `a`.
    A,
    /// Serialized as `b`.
    B,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(ReadingState, exact { A = "a", B = "b", });
