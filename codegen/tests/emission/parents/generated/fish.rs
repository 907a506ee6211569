// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from parents/document.yaml: Parents that list their children 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Fish`: The operations `Fish_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};

/// The operations `Fish_*`.
#[derive(Clone, Debug)]
pub struct FishClient {
    pub(super) pipeline: Pipeline,
}

impl FishClient {
    /// Fish add.
    ///
    /// `Fish_Add`: `POST /fish`.
    ///
    /// # Arguments
    /// - `request`: the body
    pub fn add(&self, request: &Fish) -> RequestBuilder<Json<Fish>> {
        let call = Request::new(FISH_ADD).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const FISH_ADD: &Operation = &Operation::new(
    "Fish_Add",
    Method::POST,
    "/fish",
);

/// Fish.
///
/// Distinguished by `kind`.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum Fish {
    /// `kind` is `smart_salmon`.
    SmartSalmon(SmartSalmon),
    /// A kind that this version of the crate does not know, whole.
    Unknown(Extra),
}

azure_openai_core::tagged_union!(
    Fish, "kind" { SmartSalmon(SmartSalmon) = "smart_salmon", }
);

/// Smart salmon.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SmartSalmon {
    /// Friends.
    pub friends: Vec<Fish>,
    /// Rival.
    pub rival: Option<Box<Fish>>,
    /// Kind.
    ///
    /// Always `smart_salmon`.
    pub kind: String,
    /// Degree.
    pub degree: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    SmartSalmon, sent { "friends" => friends : collection, "rival" => rival : optional,
    "kind" => kind : constant("smart_salmon"), "degree" => degree : optional, }
);

impl SmartSalmon {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            friends: Default::default(),
            rival: None,
            kind: "smart_salmon".into(),
            degree: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::friends`].
    #[must_use]
    pub fn with_friends(
        mut self,
        friends: impl IntoIterator<Item = impl Into<Fish>>,
    ) -> Self {
        self.friends = self
            .extra
            .set("friends", friends.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::rival`].
    #[must_use]
    pub fn with_rival(mut self, rival: impl Into<Fish>) -> Self {
        self.rival = Some(Box::new(rival.into()));
        self
    }

    /// Sets [`Self::degree`].
    #[must_use]
    pub fn with_degree(mut self, degree: impl Into<String>) -> Self {
        self.degree = Some(degree.into());
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

impl Default for SmartSalmon {
    fn default() -> Self {
        Self::new()
    }
}
