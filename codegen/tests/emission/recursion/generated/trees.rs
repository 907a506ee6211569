// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from recursion/document.yaml: Recursion 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Trees`: The operations `Trees_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The operations `Trees_*`.
#[derive(Clone, Debug)]
pub struct TreesClient {
    pub(super) pipeline: Pipeline,
}

impl TreesClient {
    /// Trees grow.
    ///
    /// `Trees_Grow`: `POST /a`.
    ///
    /// # Arguments
    /// - `request`: the body
    pub fn grow(&self, request: &Tree) -> RequestBuilder<Json<Problem>> {
        let call = Request::new(TREES_GROW).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const TREES_GROW: &Operation = &Operation::new(
    "Trees_Grow",
    Method::POST,
    "/a",
);

/// Tree.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Tree {
    /// Name.
    pub name: String,
    /// Left.
    pub left: Option<Box<Tree>>,
    /// Children.
    pub children: Vec<Tree>,
    /// Named.
    pub named: BTreeMap<String, Tree>,
    /// Leaf.
    pub leaf: Option<Leaf>,
    /// Nested.
    pub nested: Option<Nested>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Tree, sent { "name" => name : required, "left" => left : optional, "children" =>
    children : collection, "named" => named : collection, "leaf" => leaf : optional,
    "nested" => nested : optional, }
);

impl Tree {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            left: None,
            children: Default::default(),
            named: Default::default(),
            leaf: None,
            nested: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::left`].
    #[must_use]
    pub fn with_left(mut self, left: impl Into<Tree>) -> Self {
        self.left = Some(Box::new(left.into()));
        self
    }

    /// Sets [`Self::children`].
    #[must_use]
    pub fn with_children(
        mut self,
        children: impl IntoIterator<Item = impl Into<Tree>>,
    ) -> Self {
        self.children = self
            .extra
            .set("children", children.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::named`].
    #[must_use]
    pub fn with_named(
        mut self,
        named: impl IntoIterator<Item = (impl Into<String>, impl Into<Tree>)>,
    ) -> Self {
        self.named = self
            .extra
            .set(
                "named",
                named
                    .into_iter()
                    .map(|(key, value)| (key.into(), value.into()))
                    .collect(),
            );
        self
    }

    /// Sets [`Self::leaf`].
    #[must_use]
    pub fn with_leaf(mut self, leaf: impl Into<Leaf>) -> Self {
        self.leaf = Some(leaf.into());
        self
    }

    /// Sets [`Self::nested`].
    #[must_use]
    pub fn with_nested(mut self, nested: impl Into<Nested>) -> Self {
        self.nested = Some(nested.into());
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

/// Leaf.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Leaf {
    /// Owner.
    pub owner: Box<Tree>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(Leaf, sent { "owner" => owner : required, });

impl Leaf {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(owner: impl Into<Tree>) -> Self {
        Self {
            owner: Box::new(owner.into()),
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

/// Problem.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// Message.
    pub message: String,
    /// Inner.
    pub inner: Option<Box<Problem>>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Problem, response { "message" => message : required, "inner" => inner : optional, }
);

impl Problem {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            message: Default::default(),
            inner: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::message`].
    #[must_use]
    pub fn with_message(mut self, message: impl Into<String>) -> Self {
        self.message = message.into();
        self
    }

    /// Sets [`Self::inner`].
    #[must_use]
    pub fn with_inner(mut self, inner: impl Into<Problem>) -> Self {
        self.inner = Some(Box::new(inner.into()));
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

impl Default for Problem {
    fn default() -> Self {
        Self::new()
    }
}

/// Nested.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Nested(pub Vec<Nested>);

impl From<Vec<Nested>> for Nested {
    fn from(value: Vec<Nested>) -> Self {
        Self(value)
    }
}

impl azure_openai_core::FromJson for Nested {}

impl azure_openai_core::decode::Absent for Nested {
    fn absent() -> Self {
        Self(azure_openai_core::decode::Absent::absent())
    }
}
