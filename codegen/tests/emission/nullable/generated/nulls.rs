// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from nullable/document.yaml: Nullables of OpenAPI 3.1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Nulls`: The operations `Nulls_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};

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
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Nulls {
    /// Text.
    pub text: Option<String>,
    /// List.
    pub list: Option<Vec<Option<i64>>>,
    /// Part.
    pub part: Option<Part>,
    /// Kind.
    pub kind: Option<NullsKind>,
    /// Either.
    pub either: Option<NullsEither>,
    /// Words.
    pub words: Option<NullsWords>,
    /// Always `fixed`.
    pub always: Option<String>,
    /// Nothing.
    pub nothing: Option<Value>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Nulls, response, sent { "text" => text : nullable, "list" => list : nullable, "part"
    => part : nullable, "kind" => kind : nullable, "either" => either : optional, "words"
    => words : optional, "always" => always : optional, "nothing" => nothing : optional,
    }
);

impl Nulls {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            text: None,
            list: None,
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

    /// Sets [`Self::list`].
    #[must_use]
    pub fn with_list(
        mut self,
        list: impl IntoIterator<Item = impl Into<Option<i64>>>,
    ) -> Self {
        self.list = Some(list.into_iter().map(Into::into).collect());
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

impl Default for Nulls {
    fn default() -> Self {
        Self::new()
    }
}

/// Part.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Part {
    /// A.
    pub a: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(Part, sent { "a" => a : optional, });

impl Part {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            a: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::a`].
    #[must_use]
    pub fn with_a(mut self, a: impl Into<String>) -> Self {
        self.a = Some(a.into());
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

impl Default for Part {
    fn default() -> Self {
        Self::new()
    }
}

/// Nulls kind.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum NullsKind {
    /// Serialized as `a`.
    A,
    /// Serialized as `b`.
    B,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(NullsKind, exact { A = "a", B = "b", });

/// Nulls either.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum NullsEither {
    /// String.
    String(String),
    /// Integer.
    Integer(i64),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(NullsEither { String(String), Integer(i64), });

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
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum NullsWords {
    /// String.
    String(String),
    /// Integer.
    Integer(i64),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(NullsWords { String(String), Integer(i64), });

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
