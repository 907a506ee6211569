//! Chats that were sent with `store: true`.

use std::collections::{BTreeMap, HashMap};
use std::ops::Bound;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::{Map, Value};

use crate::clock::Clock;

/// A chat as it stays until it is deleted. An update replaces it.
#[derive(Clone, Debug)]
pub(crate) struct StoredCompletion {
    pub(crate) id: String,
    /// The names under which a list finds it: the model's id and name, and the deployment's name.
    pub(crate) model_names: Vec<String>,
    pub(crate) metadata: Map<String, Value>,
    /// What the document describes, without `metadata` and `created`.
    pub(crate) members: Arc<Map<String, Value>>,
    /// The messages of the request, as they came.
    pub(crate) messages: Arc<Vec<Value>>,
    /// In seconds since 1970.
    pub(crate) created: i64,
}

/// A place in the order, taken when a chat starts and filled when it ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slot {
    place: u64,
    pub(crate) created: i64,
}

/// Which ones to list.
#[derive(Debug)]
pub(crate) struct Filter<'a> {
    pub(crate) model: Option<&'a str>,
    /// Keys and values that must all be there.
    pub(crate) metadata: Vec<(String, String)>,
    pub(crate) after: Option<&'a str>,
    pub(crate) limit: usize,
    pub(crate) oldest_first: bool,
}

#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) found: Vec<Arc<StoredCompletion>>,
    /// How many the filter finds in all.
    pub(crate) total: usize,
    pub(crate) has_more: bool,
}

#[derive(Debug)]
pub(crate) struct StoredCompletions {
    table: Mutex<Table>,
    clock: Clock,
}

#[derive(Debug, Default)]
struct Table {
    completions: BTreeMap<u64, Arc<StoredCompletion>>,
    /// The place of each. Places of deleted ones stay, so that a page can start after one.
    places: HashMap<String, u64>,
    next_place: u64,
    /// Creation times never go back, even if the clock does: a list is in order of both.
    latest: i64,
}

impl StoredCompletions {
    pub(crate) fn new(clock: Clock) -> Self {
        Self {
            table: Mutex::default(),
            clock,
        }
    }

    /// Takes the next place.
    pub(crate) fn reserve(&self) -> Slot {
        let mut table = self.table();
        table.latest = table.latest.max(self.clock.seconds());
        table.next_place += 1;
        Slot {
            place: table.next_place - 1,
            created: table.latest,
        }
    }

    /// Stores a chat in its place, from which time on it is told of.
    pub(crate) fn fill(&self, slot: Slot, completion: StoredCompletion) {
        let mut table = self.table();
        table.places.insert(completion.id.clone(), slot.place);
        table.completions.insert(slot.place, Arc::new(completion));
    }

    pub(crate) fn get(&self, id: &str) -> Option<Arc<StoredCompletion>> {
        let table = self.table();
        table.completions.get(table.places.get(id)?).cloned()
    }

    /// Replaces the metadata.
    pub(crate) fn update(
        &self,
        id: &str,
        metadata: Map<String, Value>,
    ) -> Option<Arc<StoredCompletion>> {
        let mut table = self.table();
        let place = *table.places.get(id)?;
        let completion = table.completions.get_mut(&place)?;
        Arc::make_mut(completion).metadata = metadata;
        Some(Arc::clone(completion))
    }

    pub(crate) fn remove(&self, id: &str) -> Option<Arc<StoredCompletion>> {
        let mut table = self.table();
        let place = *table.places.get(id)?;
        table.completions.remove(&place)
    }

    /// A page, or `None` if `after` never was stored.
    pub(crate) fn list(&self, filter: &Filter<'_>) -> Option<Page> {
        let table = self.table();
        let after = match filter.after {
            Some(id) => Some(*table.places.get(id)?),
            None => None,
        };
        let all = table.completions.values();
        let mut page = Page {
            total: all.filter(|one| filter.finds(one)).count(),
            ..Page::default()
        };
        let range = match (after, filter.oldest_first) {
            (Some(after), true) => (Bound::Excluded(after), Bound::Unbounded),
            (Some(after), false) => (Bound::Unbounded, Bound::Excluded(after)),
            (None, _) => (Bound::Unbounded, Bound::Unbounded),
        };
        let mut range = table.completions.range(range);
        let mut next = || match filter.oldest_first {
            true => range.next(),
            false => range.next_back(),
        };
        while let Some((_, completion)) = next() {
            if !filter.finds(completion) {
                continue;
            }
            if page.found.len() == filter.limit {
                page.has_more = true;
                break;
            }
            page.found.push(Arc::clone(completion));
        }
        Some(page)
    }

    fn table(&self) -> MutexGuard<'_, Table> {
        // No code panics half-way through a change, so a poisoned table is still whole.
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Filter<'_> {
    fn finds(&self, completion: &StoredCompletion) -> bool {
        let is_model = |model: &str| completion.model_names.iter().any(|name| name == model);
        self.model.is_none_or(is_model)
            && self.metadata.iter().all(|(key, value)| {
                completion.metadata.get(key).and_then(Value::as_str) == Some(value)
            })
    }
}
