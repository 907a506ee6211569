//! Created items, in order, in pages by the ids of the items.

use std::collections::{BTreeMap, HashMap};

use parking_lot::Mutex;

/// Items by order of creation. Paging neither skips nor repeats an item while others are added and removed.
///
/// Items are handed out as clones, so they are mostly an `Arc`.
#[derive(Debug)]
pub(crate) struct Table<T>(Mutex<Rows<T>>);

#[derive(Debug)]
struct Rows<T> {
    items: BTreeMap<u64, T>,
    /// The place of each item in that order. Places of removed items stay, so that a page can start after one.
    places: HashMap<String, u64>,
    next_place: u64,
    /// Creation times never go back, even if the clock does: a list is in order of both.
    latest: i64,
}

/// A place in the order, taken for an item that is added later.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slot {
    place: u64,
    /// The time of the item's creation, in seconds since 1970.
    pub(crate) created_at: i64,
}

/// Which part of a list is wanted.
#[derive(Debug)]
pub(crate) struct Page<'a> {
    /// The id of the last item of the page before.
    pub(crate) after: Option<&'a str>,
    pub(crate) limit: usize,
    pub(crate) oldest_first: bool,
}

/// A part of a list.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Listed<T> {
    pub(crate) items: Vec<T>,
    /// How many there are on all pages together.
    pub(crate) total: usize,
    /// Whether there is more behind these.
    pub(crate) has_more: bool,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self(Mutex::new(Rows {
            items: BTreeMap::new(),
            places: HashMap::new(),
            next_place: 0,
            latest: i64::MIN,
        }))
    }
}

impl<T: Clone> Table<T> {
    /// Adds an item at the end. `make` gets the time of its creation, in seconds since 1970: `now`, or that of the item
    /// before if it is later.
    pub(crate) fn insert(&self, id: &str, now: i64, make: impl FnOnce(i64) -> T) -> T {
        let mut rows = self.0.lock();
        let slot = rows.reserve(now);
        let item = make(slot.created_at);
        rows.fill(slot, id, item.clone());
        item
    }

    /// Takes the next place, and the time as [`Table::insert`] gives it.
    pub(crate) fn reserve(&self, now: i64) -> Slot {
        self.0.lock().reserve(now)
    }

    /// Adds an item in its place, from which time on it is found. A page that passed the place before doesn't have it.
    pub(crate) fn fill(&self, slot: Slot, id: &str, item: T) {
        self.0.lock().fill(slot, id, item);
    }

    /// Changes an item and returns it.
    pub(crate) fn update(&self, id: &str, change: impl FnOnce(&mut T)) -> Option<T> {
        let mut rows = self.0.lock();
        let place = *rows.places.get(id)?;
        let item = rows.items.get_mut(&place)?;
        change(item);
        Some(item.clone())
    }

    pub(crate) fn get(&self, id: &str) -> Option<T> {
        let rows = self.0.lock();
        rows.items.get(rows.places.get(id)?).cloned()
    }

    pub(crate) fn remove(&self, id: &str) -> Option<T> {
        let mut rows = self.0.lock();
        let place = *rows.places.get(id)?;
        rows.items.remove(&place)
    }

    /// A page of the items that are `wanted`, or `None` if `after` never was an item.
    pub(crate) fn page(&self, page: &Page<'_>, wanted: impl Fn(&T) -> bool) -> Option<Listed<T>> {
        let rows = self.0.lock();
        let after = match page.after {
            Some(id) => Some(*rows.places.get(id)?),
            None => None,
        };
        let (items, has_more) = if page.oldest_first {
            let rest = rows.items.range(after.map_or(0, |place| place + 1)..);
            take(rest, page.limit, &wanted)
        } else {
            let rest = rows.items.range(..after.unwrap_or(u64::MAX)).rev();
            take(rest, page.limit, &wanted)
        };
        Some(Listed {
            items,
            total: rows.items.values().filter(|item| wanted(item)).count(),
            has_more,
        })
    }

    /// Every item, the oldest first.
    pub(crate) fn all(&self) -> Vec<T> {
        self.0.lock().items.values().cloned().collect()
    }
}

impl<T> Rows<T> {
    fn reserve(&mut self, now: i64) -> Slot {
        self.latest = self.latest.max(now);
        self.next_place += 1;
        Slot {
            place: self.next_place - 1,
            created_at: self.latest,
        }
    }

    fn fill(&mut self, slot: Slot, id: &str, item: T) {
        self.places.insert(id.to_owned(), slot.place);
        self.items.insert(slot.place, item);
    }
}

/// The first `limit` items that are wanted, and whether there are more.
fn take<'a, T: Clone + 'a>(
    rest: impl Iterator<Item = (&'a u64, &'a T)>,
    limit: usize,
    wanted: impl Fn(&T) -> bool,
) -> (Vec<T>, bool) {
    let mut rest = rest.map(|(_, item)| item).filter(|item| wanted(item));
    let items = rest.by_ref().take(limit).cloned().collect();
    (items, rest.next().is_some())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Page, Table};

    fn page<'a>(after: Option<&'a str>, limit: usize, oldest_first: bool) -> Page<'a> {
        Page {
            after,
            limit,
            oldest_first,
        }
    }

    fn filled(count: usize) -> Table<usize> {
        let table = Table::default();
        for item in 0..count {
            table.insert(&item.to_string(), 0, |_| item);
        }
        table
    }

    #[test]
    fn pages_have_has_more() {
        let table = filled(3);
        let listed = |after, limit, oldest_first| {
            let listed = table.page(&page(after, limit, oldest_first), |_| true).unwrap();
            assert_eq!(listed.total, 3);
            (listed.items, listed.has_more)
        };
        assert_eq!(listed(None, 2, false), (vec![2, 1], true));
        assert_eq!(listed(Some("1"), 2, false), (vec![0], false));
        assert_eq!(listed(None, 3, true), (vec![0, 1, 2], false));
        assert_eq!(listed(Some("0"), 1, true), (vec![1], true));
        assert!(table.page(&page(Some("x"), 1, true), |_| true).is_none());
        let odd = table.page(&page(None, 1, true), |item| item % 2 == 1).unwrap();
        assert_eq!((odd.items, odd.total, odd.has_more), (vec![1], 1, false));
    }

    #[test]
    fn a_reserved_place_keeps_its_order_and_time() {
        let table = Table::default();
        let slot = table.reserve(5);
        table.insert("later", 4, |time| time);
        let all = || table.page(&page(None, 9, true), |_| true).unwrap().items;
        assert_eq!((all(), table.get("first")), (vec![5], None));
        table.fill(slot, "first", slot.created_at - 1);
        assert_eq!(all(), [4, 5]);
        assert_eq!(table.update("first", |item| *item += 9), Some(13));
        assert_eq!(table.update("none", |item| *item += 9), None);
        assert_eq!(all(), [13, 5]);
    }

    #[test]
    fn times_never_go_back() {
        let table = Table::default();
        let times = [5, 3, 9, 8].map(|now| table.insert(&now.to_string(), now, |time| time));
        assert_eq!(times, [5, 5, 9, 9]);
    }

    proptest! {
        /// Whatever is removed or added between two pages, each item that stays is seen once, in order.
        #[test]
        fn nothing_is_skipped_or_repeated(
            count in 1_usize..40,
            limit in 1_usize..7,
            oldest_first: bool,
            removals in prop::collection::vec(0_usize..40, 0..20),
        ) {
            let table = filled(count);
            let mut removals = removals.into_iter();
            let mut removed = Vec::new();
            let mut seen: Vec<usize> = Vec::new();
            let mut added = count;
            loop {
                let after = seen.last().map(usize::to_string);
                let listed = table.page(&page(after.as_deref(), limit, oldest_first), |_| true).unwrap();
                seen.extend(&listed.items);
                if !listed.has_more {
                    break;
                }
                // The last one seen goes as well as others: it is what the next page starts after.
                for gone in [seen.last().copied(), removals.next()].into_iter().flatten() {
                    if table.remove(&gone.to_string()).is_some() {
                        removed.push(gone);
                    }
                }
                if !oldest_first {
                    table.insert(&added.to_string(), 0, |_| added);
                    added += 1;
                }
            }
            let mut expected: Vec<usize> = (0..count).collect();
            if !oldest_first {
                expected.reverse();
            }
            let unseen = |item: &usize| removed.contains(item) && !seen.contains(item);
            expected.retain(|item| !unseen(item));
            prop_assert_eq!(seen, expected);
        }
    }
}
