// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from nested_lists/document.yaml: Types within themselves 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Rows`: The operations `Rows_*`.

use azure_openai_core::{
    Extra, JsonOrDefault, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};

/// The operations `Rows_*`.
#[derive(Clone, Debug)]
pub struct RowsClient {
    pub(super) pipeline: Pipeline,
}

impl RowsClient {
    /// Rows send.
    ///
    /// `Rows_Send`: `POST /z`.
    ///
    /// # Arguments
    /// - `request`: the body
    pub fn send(&self, request: &A) -> RequestBuilder<JsonOrDefault<P1>> {
        let call = Request::new(ROWS_SEND).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const ROWS_SEND: &Operation = &Operation::new(
    "Rows_Send",
    Method::POST,
    "/z",
);

/// A.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct A {
    /// B.
    pub b: B,
    /// N.
    pub n: Option<N>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(A, sent { "b" => b : required, "n" => n : optional, });

azure_openai_core::fit_object!(A { "b" : B = required, "n" : N = optional, });

impl A {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(b: impl Into<B>) -> Self {
        Self {
            b: b.into(),
            n: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::n`].
    #[must_use]
    pub fn with_n(mut self, n: impl Into<N>) -> Self {
        self.n = Some(n.into());
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

/// B.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum B {
    /// String.
    String(String),
    /// C.
    C(C),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(B { String(String), C(C), });

impl From<String> for B {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for B {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<C> for B {
    fn from(value: C) -> Self {
        Self::C(value)
    }
}

/// C.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct C {
    /// D.
    pub d: Box<D>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(C, sent { "d" => d : required, });

azure_openai_core::fit_object!(C { "d" : Box < D > = required, });

impl C {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(d: impl Into<D>) -> Self {
        Self {
            d: Box::new(d.into()),
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

/// D.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum D {
    /// B.
    B(B),
    /// A list.
    AList(Vec<A>),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(D { B(B), AList(Vec < A >), });

impl From<B> for D {
    fn from(value: B) -> Self {
        Self::B(value)
    }
}

impl From<Vec<A>> for D {
    fn from(value: Vec<A>) -> Self {
        Self::AList(value)
    }
}

impl<const N: usize> From<[A; N]> for D {
    fn from(value: [A; N]) -> Self {
        Self::AList(value.into())
    }
}

/// N.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct N {
    /// N.
    pub n: Option<Box<N>>,
    /// T.
    pub t: Option<Nt>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(N, sent { "n" => n : optional, "t" => t : optional, });

azure_openai_core::fit_object!(N { "n" : Box < N > = optional, "t" : Nt = optional, });

impl N {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            n: None,
            t: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::n`].
    #[must_use]
    pub fn with_n(mut self, n: impl Into<N>) -> Self {
        self.n = Some(Box::new(n.into()));
        self
    }

    /// Sets [`Self::t`].
    #[must_use]
    pub fn with_t(mut self, t: impl Into<Nt>) -> Self {
        self.t = Some(t.into());
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

impl Default for N {
    fn default() -> Self {
        Self::new()
    }
}

/// P1.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct P1 {
    /// T.
    ///
    /// Serialized as `T`.
    pub t: Option<OptionModel>,
    /// T.
    ///
    /// Serialized as `t`.
    pub t2: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    P1, response { "T" => t : optional, "t" => t2 : optional, }
);

impl P1 {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            t: None,
            t2: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::t`].
    #[must_use]
    pub fn with_t(mut self, t: impl Into<OptionModel>) -> Self {
        self.t = Some(t.into());
        self
    }

    /// Sets [`Self::t2`].
    #[must_use]
    pub fn with_t2(mut self, t2: impl Into<String>) -> Self {
        self.t2 = Some(t2.into());
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

impl Default for P1 {
    fn default() -> Self {
        Self::new()
    }
}

/// Option model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OptionModel {
    /// Some.
    pub some: Option<OptionModel2>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(OptionModel { "some" => some : optional, });

impl OptionModel {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            some: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::some`].
    #[must_use]
    pub fn with_some(mut self, some: impl Into<OptionModel2>) -> Self {
        self.some = Some(some.into());
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

impl Default for OptionModel {
    fn default() -> Self {
        Self::new()
    }
}

/// Option model2.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OptionModel2 {
    /// Value.
    pub value: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(OptionModel2 { "value" => value : optional, });

impl OptionModel2 {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            value: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::value`].
    #[must_use]
    pub fn with_value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
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

impl Default for OptionModel2 {
    fn default() -> Self {
        Self::new()
    }
}

/// Nt.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Nt {
    /// N list.
    NList(Vec<N>),
    /// Integer.
    Integer(i64),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(Nt { NList(Vec < N >), Integer(i64), });

impl From<Vec<N>> for Nt {
    fn from(value: Vec<N>) -> Self {
        Self::NList(value)
    }
}

impl<const N: usize> From<[N; N]> for Nt {
    fn from(value: [N; N]) -> Self {
        Self::NList(value.into())
    }
}

impl From<i64> for Nt {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}
