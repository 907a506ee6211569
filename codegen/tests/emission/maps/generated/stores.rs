// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from maps/document.yaml: Maps and free-form objects 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Stores`: The operations `Stores_*`.

use azure_openai_core::{
    Extra, JsonOrDefault, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};
use std::collections::BTreeMap;

/// The operations `Stores_*`.
#[derive(Clone, Debug)]
pub struct StoresClient {
    pub(super) pipeline: Pipeline,
}

impl StoresClient {
    /// Stores send.
    ///
    /// `Stores_Send`: `POST /a`.
    ///
    /// # Arguments
    /// - `request`: the body
    pub fn send(
        &self,
        request: &Maps,
    ) -> RequestBuilder<JsonOrDefault<serde_json::Map<String, Value>>> {
        let call = Request::new(STORES_SEND).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Stores exchange.
    ///
    /// `Stores_Exchange`: `POST /b`.
    ///
    /// # Arguments
    /// - `request`: the body
    pub fn exchange(
        &self,
        request: &BTreeMap<String, i64>,
    ) -> RequestBuilder<JsonOrDefault<BTreeMap<String, Entry>>> {
        let call = Request::new(STORES_EXCHANGE).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const STORES_SEND: &Operation = &Operation::new(
    "Stores_Send",
    Method::POST,
    "/a",
);

pub(super) const STORES_EXCHANGE: &Operation = &Operation::new(
    "Stores_Exchange",
    Method::POST,
    "/b",
);

/// Maps.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Maps {
    /// Labels.
    pub labels: BTreeMap<String, String>,
    /// Scores.
    pub scores: BTreeMap<String, f64>,
    /// Entries.
    pub entries: BTreeMap<String, Entry>,
    /// Lists.
    pub lists: BTreeMap<String, Vec<String>>,
    /// Free.
    pub free: serde_json::Map<String, Value>,
    /// Freer.
    pub freer: serde_json::Map<String, Value>,
    /// Any JSON value.
    pub anything: Option<Value>,
    /// List of anything.
    pub list_of_anything: Vec<Value>,
    /// Closed.
    pub closed: Option<MapsClosed>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Maps, sent { "labels" => labels : required, "scores" => scores : collection,
    "entries" => entries : collection, "lists" => lists : collection, "free" => free :
    collection, "freer" => freer : collection, "anything" => anything : optional,
    "list_of_anything" => list_of_anything : collection, "closed" => closed : optional, }
);

impl Maps {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(
        labels: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        Self {
            labels: labels
                .into_iter()
                .map(|(key, value)| (key.into(), value.into()))
                .collect(),
            scores: Default::default(),
            entries: Default::default(),
            lists: Default::default(),
            free: Default::default(),
            freer: Default::default(),
            anything: None,
            list_of_anything: Default::default(),
            closed: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::scores`].
    #[must_use]
    pub fn with_scores(
        mut self,
        scores: impl IntoIterator<Item = (impl Into<String>, impl Into<f64>)>,
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

    /// Sets [`Self::entries`].
    #[must_use]
    pub fn with_entries(
        mut self,
        entries: impl IntoIterator<Item = (impl Into<String>, impl Into<Entry>)>,
    ) -> Self {
        self.entries = self
            .extra
            .set(
                "entries",
                entries
                    .into_iter()
                    .map(|(key, value)| (key.into(), value.into()))
                    .collect(),
            );
        self
    }

    /// Sets [`Self::lists`].
    #[must_use]
    pub fn with_lists(
        mut self,
        lists: impl IntoIterator<Item = (impl Into<String>, impl Into<Vec<String>>)>,
    ) -> Self {
        self.lists = self
            .extra
            .set(
                "lists",
                lists
                    .into_iter()
                    .map(|(key, value)| (key.into(), value.into()))
                    .collect(),
            );
        self
    }

    /// Sets [`Self::free`].
    #[must_use]
    pub fn with_free(
        mut self,
        free: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.free = self
            .extra
            .set(
                "free",
                free.into_iter().map(|(key, value)| (key.into(), value.into())).collect(),
            );
        self
    }

    /// Sets [`Self::freer`].
    #[must_use]
    pub fn with_freer(
        mut self,
        freer: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.freer = self
            .extra
            .set(
                "freer",
                freer
                    .into_iter()
                    .map(|(key, value)| (key.into(), value.into()))
                    .collect(),
            );
        self
    }

    /// Sets [`Self::anything`].
    #[must_use]
    pub fn with_anything(mut self, anything: impl Into<Value>) -> Self {
        self.anything = Some(anything.into());
        self
    }

    /// Sets [`Self::list_of_anything`].
    #[must_use]
    pub fn with_list_of_anything(
        mut self,
        list_of_anything: impl IntoIterator<Item = impl Into<Value>>,
    ) -> Self {
        self.list_of_anything = self
            .extra
            .set(
                "list_of_anything",
                list_of_anything.into_iter().map(Into::into).collect(),
            );
        self
    }

    /// Sets [`Self::closed`].
    #[must_use]
    pub fn with_closed(mut self, closed: impl Into<MapsClosed>) -> Self {
        self.closed = Some(closed.into());
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

/// Entry.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Entry {
    /// A.
    pub a: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(Entry, response, sent { "a" => a : optional, });

impl Entry {
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

impl Default for Entry {
    fn default() -> Self {
        Self::new()
    }
}

/// Maps closed.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MapsClosed {
    /// A.
    pub a: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(MapsClosed, sent { "a" => a : optional, });

impl MapsClosed {
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

impl Default for MapsClosed {
    fn default() -> Self {
        Self::new()
    }
}
