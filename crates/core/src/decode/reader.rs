//! The fields of an object, as they come.

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeOwned, DeserializeSeed, MapAccess, Visitor};
use serde_json::Value;

use super::coerce::{Read, read};
use super::mode::is_tolerant;
use crate::value::Extra;
use crate::value::extra::Collection;

/// Reads the members of an object into the fields of a struct. What the macro
/// [`open_object!`](crate::open_object) expands to uses it.
pub struct Reader<A, const WORDS: usize> {
    map: A,
    keys: &'static [&'static str],
    /// The field that is read.
    current: usize,
    /// Where the next key is looked for first: members come in the order of the fields more often than not.
    next: usize,
    /// The fields that came, a bit each: 64 a word.
    seen: [u64; WORDS],
    /// Whether the type is sent, too, and remembers what came.
    is_sent: bool,
    is_tolerant: bool,
}

impl<'de, A: MapAccess<'de>, const WORDS: usize> Reader<A, WORDS> {
    /// A reader of the fields of these names.
    pub fn new(map: A, keys: &'static [&'static str], is_sent: bool) -> Self {
        Self {
            map,
            keys,
            current: 0,
            next: 0,
            seen: [0; WORDS],
            is_sent,
            is_tolerant: is_tolerant(),
        }
    }

    /// The index of the next field that came; members without a field go to `extra`.
    ///
    /// # Errors
    /// Where the JSON is broken.
    pub fn next(&mut self, extra: &mut Extra) -> Result<Option<usize>, A::Error> {
        loop {
            let key = Keys {
                names: self.keys,
                first: self.next,
            };
            match self.map.next_key_seed(key)? {
                None => return Ok(None),
                Some(Key::Known(index)) => {
                    self.current = index;
                    self.next = index + 1;
                    return Ok(Some(index));
                }
                Some(Key::Other(name)) => {
                    extra.insert(name, self.map.next_value()?);
                }
            }
        }
    }

    /// A field that is always there.
    ///
    /// # Errors
    /// Where the value can't be read, and decoding is strict.
    pub fn required<T: DeserializeOwned>(&mut self, field: &mut T, extra: &mut Extra) -> Result<(), A::Error> {
        if let Some(value) = self.value(extra)? {
            *field = value;
            self.note();
        }
        Ok(())
    }

    /// A field that is always the same, unless another value came.
    ///
    /// # Errors
    /// See [`Self::required`].
    pub fn constant<T: DeserializeOwned>(&mut self, field: &mut T, extra: &mut Extra) -> Result<(), A::Error> {
        self.required(field, extra)
    }

    /// A field that can be unset.
    ///
    /// # Errors
    /// See [`Self::required`].
    pub fn optional<T: DeserializeOwned>(&mut self, field: &mut Option<T>, extra: &mut Extra) -> Result<(), A::Error> {
        *field = self.value(extra)?;
        Ok(())
    }

    /// A field that is always there and can be `null`.
    ///
    /// # Errors
    /// See [`Self::required`].
    pub fn nullable<T: DeserializeOwned>(&mut self, field: &mut Option<T>, extra: &mut Extra) -> Result<(), A::Error> {
        self.note();
        self.optional(field, extra)
    }

    /// An optional list or map.
    ///
    /// # Errors
    /// See [`Self::required`].
    pub fn collection<T: DeserializeOwned + Collection>(
        &mut self,
        field: &mut T,
        extra: &mut Extra,
    ) -> Result<(), A::Error> {
        if let Some(value) = self.value::<T>(extra)? {
            if value.is_empty() && self.is_sent {
                extra.mark(self.keys[self.current]);
            }
            *field = value;
        }
        Ok(())
    }

    fn value<T: DeserializeOwned>(&mut self, extra: &mut Extra) -> Result<Option<T>, A::Error> {
        if !self.is_tolerant {
            return self.map.next_value();
        }
        let raw: Value = self.map.next_value()?;
        if raw.is_null() {
            return Ok(None);
        }
        let value = match read(&raw) {
            Some(Read::Whole(value)) => return Ok(Some(value)),
            Some(Read::Part(value)) => Some(value),
            None => None,
        };
        let key = self.keys[self.current];
        extra.insert(key.to_owned(), raw);
        if self.is_sent {
            extra.mark(key);
        }
        Ok(value)
    }

    fn note(&mut self) {
        if let Some(word) = self.seen.get_mut(self.current / 64) {
            *word |= 1 << (self.current % 64);
        }
    }

    /// Remembers that a required field did not come.
    pub fn missing(&self, index: usize, extra: &mut Extra) {
        if !self.came(index) && self.is_sent {
            extra.mark(self.keys[index]);
        }
    }

    /// Whether a value of this required or constant field came.
    pub fn came(&self, index: usize) -> bool {
        self.seen
            .get(index / 64)
            .is_none_or(|word| word >> (index % 64) & 1 == 1)
    }
}

enum Key {
    Known(usize),
    Other(String),
}

struct Keys {
    names: &'static [&'static str],
    first: usize,
}

impl<'de> DeserializeSeed<'de> for Keys {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Keys {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field name")
    }

    fn visit_str<E>(self, key: &str) -> Result<Key, E> {
        let count = self.names.len();
        let found = (self.first..count)
            .chain(0..self.first.min(count))
            .find(|index| self.names[*index] == key);
        Ok(found.map_or_else(|| Key::Other(key.to_owned()), Key::Known))
    }
}
