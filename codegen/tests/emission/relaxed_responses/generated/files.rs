// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from relaxed_responses/document.yaml: Relaxed answers 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Files`: The operations `Files_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Timestamp, Value,
};
use serde::{Deserialize, Serialize};
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
    pub fn make(&self, request: &Sent) -> RequestBuilder<Json<Answer>> {
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Sent {
    /// Name.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub name: String,
    /// Strict.
    pub strict: bool,
    /// Tags.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub tags: Vec<String>,
    /// Hints.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub hints: Vec<String>,
    /// Stop.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stop: Option<Vec<String>>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Sent {
    /// What is required, nothing else set.
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
        self.hints = hints.into_iter().map(Into::into).collect();
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

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
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

/// Answer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Answer {
    /// Id.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub id: String,
    /// Size.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub size: i64,
    /// Ratio.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub ratio: f64,
    /// Tags.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub tags: Vec<String>,
    /// Labels.
    #[serde(default, deserialize_with = "azure_openai_core::decode::map_without_nulls")]
    pub labels: BTreeMap<String, String>,
    /// Ok.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ok: Option<bool>,
    /// At.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Timestamp>,
    /// State.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<AnswerState>,
    /// Inner.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub inner: Inner,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Answer {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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
    pub fn with_state(mut self, state: impl Into<AnswerState>) -> Self {
        self.state = Some(state.into());
        self
    }

    /// Sets [`Self::inner`].
    #[must_use]
    pub fn with_inner(mut self, inner: impl Into<Inner>) -> Self {
        self.inner = inner.into();
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
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

/// Inner.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Inner {
    /// Text.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub text: String,
    /// Sure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sure: Option<bool>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Inner {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
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

/// Answer state.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum AnswerState {
    /// On the wire: `a`.
    A,
    /// On the wire: `b`.
    B,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(AnswerState { A = "a", B = "b", });
