// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from many_required/document.yaml: Many required fields 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Many`: The operations `Many_*`.

use azure_openai_core::{
    Extra, Method, NoContent, Operation, Pipeline, Request, RequestBuilder, Value,
};
use std::collections::BTreeMap;

/// The operations `Many_*`.
#[derive(Clone, Debug)]
pub struct ManyClient {
    pub(super) pipeline: Pipeline,
}

impl ManyClient {
    /// Many send.
    ///
    /// `Many_Send`: `POST /a/{a}/{b}/{c}/{d}/{e}/{f}/{g}`.
    ///
    /// # Arguments
    /// - `a`: A.
    /// - `b`: B.
    /// - `c`: C.
    /// - `d`: D.
    /// - `e`: E.
    /// - `f`: F.
    /// - `g`: G.
    /// - `request`: the body
    #[expect(clippy::too_many_arguments, reason = "the document requires all of them")]
    pub fn send(
        &self,
        a: impl AsRef<str>,
        b: impl AsRef<str>,
        c: impl AsRef<str>,
        d: impl AsRef<str>,
        e: impl AsRef<str>,
        f: impl AsRef<str>,
        g: impl AsRef<str>,
        request: &Many,
    ) -> RequestBuilder<NoContent> {
        fn encode(call: Request, request: &Many) -> Request {
            call.json(request)
        }
        let call = encode(
            Request::new(MANY_SEND)
                .path("a", a.as_ref())
                .path("b", b.as_ref())
                .path("c", c.as_ref())
                .path("d", d.as_ref())
                .path("e", e.as_ref())
                .path("f", f.as_ref())
                .path("g", g.as_ref()),
            request,
        );
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const MANY_SEND: &Operation = &Operation::new(
    "Many_Send",
    Method::POST,
    "/a/{a}/{b}/{c}/{d}/{e}/{f}/{g}",
);

/// Many.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Many {
    /// A.
    pub a: String,
    /// B.
    pub b: i64,
    /// C.
    pub c: bool,
    /// D.
    pub d: f64,
    /// E.
    pub e: Vec<String>,
    /// F.
    pub f: BTreeMap<String, i64>,
    /// G.
    pub g: Part,
    /// H.
    pub h: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Many, sent { "a" => a : required, "b" => b : required, "c" => c : required, "d" => d
    : required, "e" => e : required, "f" => f : required, "g" => g : required, "h" => h :
    required, }
);

impl Many {
    /// Creates a value with the required fields.
    #[must_use]
    #[expect(clippy::too_many_arguments, reason = "the document requires all of them")]
    pub fn new(
        a: impl Into<String>,
        b: i64,
        c: bool,
        d: f64,
        e: impl IntoIterator<Item = impl Into<String>>,
        f: impl IntoIterator<Item = (impl Into<String>, impl Into<i64>)>,
        g: impl Into<Part>,
        h: impl Into<String>,
    ) -> Self {
        Self {
            a: a.into(),
            b,
            c,
            d,
            e: e.into_iter().map(Into::into).collect(),
            f: f.into_iter().map(|(key, value)| (key.into(), value.into())).collect(),
            g: g.into(),
            h: h.into(),
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

/// Part.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Part {
    /// X.
    pub x: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(Part, sent { "x" => x : required, });

impl Part {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(x: impl Into<String>) -> Self {
        Self {
            x: x.into(),
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
