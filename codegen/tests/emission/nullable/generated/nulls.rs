// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from nullable/document.yaml: Nullables of OpenAPI 3.1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Nulls`: The operations `Nulls_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};
use serde::{Deserialize, Serialize};

/// The operations `Nulls_*`.
#[derive(Clone, Debug)]
pub struct NullsClient {
    pub(super) pipeline: Pipeline,
}

impl NullsClient {
    /// Nulls send.
    ///
    /// `Nulls_Send`: `POST /a`.
    ///
    /// # Arguments
    /// - `request`: the body
    pub fn send(&self, request: &Nulls) -> RequestBuilder<Json<Nulls>> {
        let call = Request::new(NULLS_SEND).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const NULLS_SEND: &Operation = &Operation::new(
    "Nulls_Send",
    Method::POST,
    "/a",
);

/// Nulls.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Nulls {
    /// Text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// List.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub list: Vec<Option<i64>>,
    /// Part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
    /// Kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<NullsKind>,
    /// Either.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub either: Option<NullsEither>,
    /// Words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<NullsWords>,
    /// Always `fixed`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub always: Option<String>,
    /// One of .
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nothing: Option<Value>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Nulls {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(list: impl IntoIterator<Item = impl Into<Option<i64>>>) -> Self {
        Self {
            text: None,
            list: list.into_iter().map(Into::into).collect(),
            part: None,
            kind: None,
            either: None,
            words: None,
            always: None,
            nothing: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::text`].
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// Sets [`Self::part`].
    #[must_use]
    pub fn with_part(mut self, part: impl Into<Part>) -> Self {
        self.part = Some(part.into());
        self
    }

    /// Sets [`Self::kind`].
    #[must_use]
    pub fn with_kind(mut self, kind: impl Into<NullsKind>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// Sets [`Self::either`].
    #[must_use]
    pub fn with_either(mut self, either: impl Into<NullsEither>) -> Self {
        self.either = Some(either.into());
        self
    }

    /// Sets [`Self::words`].
    #[must_use]
    pub fn with_words(mut self, words: impl Into<NullsWords>) -> Self {
        self.words = Some(words.into());
        self
    }

    /// Sets [`Self::always`].
    #[must_use]
    pub fn with_always(mut self, always: impl Into<String>) -> Self {
        self.always = Some(always.into());
        self
    }

    /// Sets [`Self::nothing`].
    #[must_use]
    pub fn with_nothing(mut self, nothing: impl Into<Value>) -> Self {
        self.nothing = Some(nothing.into());
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

/// Part.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Part {
    /// A.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Part {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::a`].
    #[must_use]
    pub fn with_a(mut self, a: impl Into<String>) -> Self {
        self.a = Some(a.into());
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

/// Nulls kind.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum NullsKind {
    /// On the wire: `a`.
    A,
    /// On the wire: `b`.
    B,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(NullsKind { A = "a", B = "b", });

/// Nulls either.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum NullsEither {
    /// String.
    String(String),
    /// Integer.
    Integer(i64),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

impl From<String> for NullsEither {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for NullsEither {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<i64> for NullsEither {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

/// Nulls words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum NullsWords {
    /// String.
    String(String),
    /// Integer.
    Integer(i64),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

impl From<String> for NullsWords {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for NullsWords {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<i64> for NullsWords {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}
