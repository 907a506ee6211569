//! Generated images: what each shows, not its pixels, so that keeping a great many costs little.

use std::time::Duration;

use indexmap::IndexMap;
use parking_lot::Mutex;

use crate::clock::Clock;

/// How long an image can be fetched: the service's links live a day.
const LIFETIME: Duration = Duration::from_secs(24 * 60 * 60);
/// How many images are kept at once; the oldest makes room. Each takes about a hundred bytes.
const CAPACITY: usize = 50_000;

/// All that a picture is drawn from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Picture {
    /// A digest of the prompt and whatever else changes what is seen.
    pub(crate) seed: u64,
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// Strong colors rather than soft ones.
    pub(crate) vivid: bool,
    /// Twice as many details.
    pub(crate) fine: bool,
}

/// The image of an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    Picture(Picture),
    /// There was one, but its time is over.
    Expired,
}

#[derive(Debug)]
pub(crate) struct ImageStore {
    /// By id, oldest first, with the clock's time at which each expires.
    pictures: Mutex<IndexMap<String, (Picture, Duration)>>,
    clock: Clock,
}

impl ImageStore {
    pub(crate) fn new(clock: Clock) -> Self {
        Self {
            pictures: Mutex::default(),
            clock,
        }
    }

    /// Keeps a picture and returns its id, which cannot be guessed: anyone who has it may see the picture.
    pub(crate) fn add(&self, picture: Picture) -> String {
        let id = uuid::Uuid::new_v4().simple().to_string();
        let expires = self.clock.now().saturating_add(LIFETIME);
        let mut pictures = self.pictures.lock();
        if pictures.len() >= CAPACITY {
            pictures.shift_remove_index(0);
        }
        pictures.insert(id.clone(), (picture, expires));
        id
    }

    pub(crate) fn get(&self, id: &str) -> Option<Found> {
        let (picture, expires) = *self.pictures.lock().get(id)?;
        Some(if self.clock.now() < expires {
            Found::Picture(picture)
        } else {
            Found::Expired
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{CAPACITY, Clock, Found, ImageStore, Picture};

    #[test]
    fn the_oldest_makes_room() {
        let store = ImageStore::new(Clock::new());
        let picture = Picture {
            seed: 1,
            width: 1,
            height: 1,
            vivid: true,
            fine: false,
        };
        let first = store.add(picture);
        let second = store.add(picture);
        for _ in 2..=CAPACITY {
            store.add(picture);
        }
        assert_eq!(store.get(&first), None);
        assert_eq!(store.get(&second), Some(Found::Picture(picture)));
        assert_eq!(store.pictures.lock().len(), CAPACITY);
    }
}
