//! The fields of an object, as they come.

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeOwned, DeserializeSeed, MapAccess, Visitor};

use super::absent::{Absent, Optional};
use super::coerce::{Read, read_into};
use super::mode::is_tolerant;
use super::path::note_field;
use super::place::Place;
use super::text::JsonText;
use super::writer::written;
use crate::value::Extra;
use crate::value::extra::Collection;

/// Reads the properties of an object into the fields of a struct. What the macro
/// [`open_object!`](crate::open_object) expands to uses it.
///
/// A type that is `SENT`, too, remembers what came.
pub struct Reader<A, const WORDS: usize, const SENT: bool> {
    map: A,
    keys: &'static [&'static str],
    /// The field that is read.
    current: usize,
    /// Where the next key is looked for first: properties come in the order of the fields more often than not.
    next: usize,
    /// The fields that came, a bit each: 64 a word.
    seen: [u64; WORDS],
    is_tolerant: bool,
}

impl<'de, A: MapAccess<'de>, const WORDS: usize, const SENT: bool> Reader<A, WORDS, SENT> {
    /// A reader of the fields of these names.
    pub fn new(map: A, keys: &'static [&'static str]) -> Self {
        Self {
            map,
            keys,
            current: 0,
            next: 0,
            seen: [0; WORDS],
            is_tolerant: is_tolerant(),
        }
    }

    /// The index of the next field that came; properties without a field go to `extra`.
    ///
    /// # Errors
    /// Where the JSON is broken.
    pub fn next(&mut self, extra: &mut Extra) -> Result<Option<usize>, A::Error> {
        loop {
            let key = Key {
                names: self.keys,
                first: self.next,
            };
            match self.map.next_key_seed(key)? {
                None => return Ok(None),
                Some(Err(other)) => {
                    let value = self.map.next_value().inspect_err(|_| note_field(&other))?;
                    extra.insert(other, value);
                }
                Some(Ok(index)) => {
                    self.current = index;
                    self.next = index + 1;
                    return Ok(Some(index));
                }
            }
        }
    }

    /// A field that is always there.
    ///
    /// # Errors
    /// Where the value can't be read, and decoding is strict.
    pub fn required<T: Absent + DeserializeOwned>(&mut self, field: &mut T, extra: &mut Extra) -> Result<(), A::Error> {
        if self.value(field, extra)? {
            self.note();
        }
        Ok(())
    }

    /// A field that is always the same, unless another value came.
    ///
    /// # Errors
    /// See [`Self::required`].
    pub fn constant<T: Absent + DeserializeOwned>(&mut self, field: &mut T, extra: &mut Extra) -> Result<(), A::Error> {
        self.required(field, extra)
    }

    /// A field that can be unset.
    ///
    /// # Errors
    /// See [`Self::required`].
    pub fn optional<T: Absent + DeserializeOwned>(
        &mut self,
        field: &mut Option<T>,
        extra: &mut Extra,
    ) -> Result<(), A::Error> {
        if self.is_tolerant {
            return self.tolerated(field, extra).map(drop);
        }
        let result = self.map.next_value_seed(Optional(field));
        self.noted(result)
    }

    /// A field that is always there and can be `null`.
    ///
    /// # Errors
    /// See [`Self::required`].
    pub fn nullable<T: Absent + DeserializeOwned>(
        &mut self,
        field: &mut Option<T>,
        extra: &mut Extra,
    ) -> Result<(), A::Error> {
        self.note();
        self.optional(field, extra)
    }

    /// An optional list or map.
    ///
    /// # Errors
    /// See [`Self::required`].
    pub fn collection<T: Absent + DeserializeOwned + Collection>(
        &mut self,
        field: &mut T,
        extra: &mut Extra,
    ) -> Result<(), A::Error> {
        if self.value(field, extra)? && field.is_empty() && SENT {
            extra.mark(self.key());
        }
        Ok(())
    }

    /// Reads a value that is not `null` into its place, and returns whether it came.
    fn value<T: Absent + DeserializeOwned>(&mut self, field: &mut T, extra: &mut Extra) -> Result<bool, A::Error> {
        if self.is_tolerant {
            return self.tolerated(field, extra);
        }
        // A property that comes twice.
        if self.came(self.current) {
            *field = T::absent();
        }
        let result = self.map.next_value_seed(NotNull(field));
        self.noted(result)
    }

    /// Reads a value into its place, in whatever way it can be read; it is kept where that is not all of it. Returns
    /// whether there is something in the place.
    fn tolerated<T: Absent + DeserializeOwned>(&mut self, place: &mut T, extra: &mut Extra) -> Result<bool, A::Error> {
        let read = self.read_in_any_way(place, extra)?;
        if SENT && read == Read::Part {
            extra.mark_as(self.key(), Some(written(place)));
        }
        Ok(read != Read::Nothing)
    }

    fn read_in_any_way(&mut self, place: &mut dyn Place, extra: &mut Extra) -> Result<Read, A::Error> {
        let json: JsonText<'_> = self.map.next_value()?;
        if json.as_str() == "null" {
            place.reset();
            return Ok(Read::Nothing);
        }
        let read = read_into(place, json.as_str());
        if read != Read::Whole {
            extra.insert(self.key().to_owned(), json.value()?);
        }
        if SENT && read == Read::Nothing {
            extra.mark(self.key());
        }
        Ok(read)
    }

    /// Notes where decoding failed.
    fn noted<R>(&self, result: Result<R, A::Error>) -> Result<R, A::Error> {
        if result.is_err() {
            note_field(self.key());
        }
        result
    }

    /// The name of the field that is read.
    fn key(&self) -> &'static str {
        self.keys[self.current]
    }

    fn note(&mut self) {
        if let Some(word) = self.seen.get_mut(self.current / 64) {
            *word |= 1 << (self.current % 64);
        }
    }

    /// Remembers that a required field did not come.
    pub fn missing(&self, index: usize, extra: &mut Extra) {
        if !self.came(index) && SENT {
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

/// Reads the name of a property as the index of its field, or as it is where it has no field.
struct Key {
    names: &'static [&'static str],
    first: usize,
}

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Result<usize, String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Key {
    type Value = Result<usize, String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field name")
    }

    fn visit_str<E>(self, key: &str) -> Result<Self::Value, E> {
        if self.names.get(self.first).is_some_and(|name| *name == key) {
            return Ok(Ok(self.first));
        }
        let place = self.names.iter().position(|name| *name == key);
        Ok(place.ok_or_else(|| key.to_owned()))
    }
}

/// Reads a value into its place, unless it is `null`; returns whether it came.
struct NotNull<'a, T>(&'a mut T);

impl<'de, T: Absent + DeserializeOwned> DeserializeSeed<'de> for NotNull<'_, T> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de, T: Absent + DeserializeOwned> Visitor<'de> for NotNull<'_, T> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E>(self) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_unit<E>(self) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        T::fill(self.0, deserializer).map(|()| true)
    }
}
