// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from nullable_shared/document.yaml: Shared schemas that can be null 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Guests`: The operations `Guests_*`.

use azure_openai_core::{
    Extra, JsonOrDefault, Method, NoContent, Operation, Pipeline, Request,
    RequestBuilder, Value,
};
use std::collections::BTreeMap;

/// The operations `Guests_*`.
#[derive(Clone, Debug)]
pub struct GuestsClient {
    pub(super) pipeline: Pipeline,
}

impl GuestsClient {
    /// Guests list.
    ///
    /// `Guests_List`: `GET /guests`.
    ///
    /// # Arguments
    /// - `options`: the optional parameters; `None` for none
    pub fn list(
        &self,
        options: impl Into<Option<GuestsListOptions>>,
    ) -> RequestBuilder<JsonOrDefault<Vec<Guest>>> {
        let options = options.into().unwrap_or_default();
        let call = Request::new(GUESTS_LIST).query("rank", options.rank.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Guests add.
    ///
    /// `Guests_Add`: `POST /guests`.
    ///
    /// # Arguments
    /// - `request`: the body
    pub fn add(&self, request: &Guest) -> RequestBuilder<NoContent> {
        let call = Request::new(GUESTS_ADD).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }
}

/// Optional parameters of `Guests_List`. Unset fields are not sent.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GuestsListOptions {
    /// Rank.
    pub rank: Option<Rank>,
}

impl GuestsListOptions {
    /// Creates options with every field unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::rank`].
    #[must_use]
    pub fn with_rank(mut self, rank: impl Into<Rank>) -> Self {
        self.rank = Some(rank.into());
        self
    }
}

pub(super) const GUESTS_LIST: &Operation = &Operation::new(
    "Guests_List",
    Method::GET,
    "/guests",
);

pub(super) const GUESTS_ADD: &Operation = &Operation::new(
    "Guests_Add",
    Method::POST,
    "/guests",
);

/// Guest.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Guest {
    /// Name.
    pub name: String,
    /// Home.
    pub home: Option<Home>,
    /// Rank.
    pub rank: Option<Rank>,
    /// Stays.
    pub stays: Vec<Option<Home>>,
    /// Scores.
    pub scores: BTreeMap<String, Option<f64>>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Guest, response, sent { "name" => name : required, "home" => home : nullable, "rank"
    => rank : optional, "stays" => stays : collection, "scores" => scores : collection, }
);

impl Guest {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            home: None,
            rank: None,
            stays: Default::default(),
            scores: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::home`].
    #[must_use]
    pub fn with_home(mut self, home: impl Into<Home>) -> Self {
        self.home = Some(home.into());
        self
    }

    /// Sets [`Self::rank`].
    #[must_use]
    pub fn with_rank(mut self, rank: impl Into<Rank>) -> Self {
        self.rank = Some(rank.into());
        self
    }

    /// Sets [`Self::stays`].
    #[must_use]
    pub fn with_stays(
        mut self,
        stays: impl IntoIterator<Item = impl Into<Option<Home>>>,
    ) -> Self {
        self.stays = self
            .extra
            .set("stays", stays.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::scores`].
    #[must_use]
    pub fn with_scores(
        mut self,
        scores: impl IntoIterator<Item = (impl Into<String>, impl Into<Option<f64>>)>,
    ) -> Self {
        self.scores = self
            .extra
            .set(
                "scores",
                scores
                    .into_iter()
                    .map(|(key, value)| (key.into(), value.into()))
                    .collect(),
            );
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

/// Home.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Home {
    /// Town.
    pub town: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(Home, sent { "town" => town : optional, });

impl Home {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            town: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::town`].
    #[must_use]
    pub fn with_town(mut self, town: impl Into<String>) -> Self {
        self.town = Some(town.into());
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

impl Default for Home {
    fn default() -> Self {
        Self::new()
    }
}

/// Rank.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Rank {
    /// Serialized as `first`.
    First,
    /// Serialized as `second`.
    Second,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(Rank, exact { First = "first", Second = "second", });
