//! The fields of an object, as they are sent.

use serde::Serializer;
use serde::de::DeserializeOwned;
use serde::ser::SerializeMap;

use super::absent::{Absent, Put};
use super::mode::{is_sending, whole};
use crate::value::Extra;
use crate::value::extra::Collection;

/// Writes the fields of a struct, then what it does not know. What the macro
/// [`open_object!`](crate::open_object) expands to uses it.
pub struct Writer<'a, S: Serializer> {
    map: S::SerializeMap,
    extra: &'a Extra,
    /// Raw values in `extra` whose field was set since.
    superseded: Vec<&'static str>,
}

/// What a field of a struct is written as.
pub trait Writable: DeserializeOwned + PartialEq + Absent {}

impl<T: DeserializeOwned + PartialEq + Absent> Writable for T {}

impl<'a, S: Serializer> Writer<'a, S> {
    /// A writer of an object that has these fields beside its own.
    ///
    /// # Errors
    /// The serializer's.
    pub fn new(serializer: S, extra: &'a Extra) -> Result<Self, S::Error> {
        Ok(Self {
            map: serializer.serialize_map(None)?,
            extra,
            superseded: Vec::new(),
        })
    }

    /// A field that is sent, unless it did not come.
    ///
    /// # Errors
    /// The serializer's.
    pub fn required<T: Writable>(&mut self, key: &'static str, value: &T) -> Result<(), S::Error> {
        if self.stands_in(key, value, T::absent) {
            return Ok(());
        }
        self.map.serialize_entry(key, &Put(value))
    }

    /// A field that is sent.
    ///
    /// # Errors
    /// The serializer's.
    pub fn constant<T: Writable>(&mut self, key: &'static str, value: &T) -> Result<(), S::Error> {
        self.required(key, value)
    }

    /// A field that is sent where it is set.
    ///
    /// # Errors
    /// The serializer's.
    pub fn optional<T: Writable>(&mut self, key: &'static str, value: &Option<T>) -> Result<(), S::Error> {
        match value {
            Some(value) if !self.raw_stands_in(key, value) => self.map.serialize_entry(key, &Put(value)),
            _ => Ok(()),
        }
    }

    /// A field that is sent, as `null` where it is unset.
    ///
    /// # Errors
    /// The serializer's.
    pub fn nullable<T: Writable>(&mut self, key: &'static str, value: &Option<T>) -> Result<(), S::Error> {
        if self.stands_in(key, value, || None) {
            return Ok(());
        }
        self.map.serialize_entry(key, &Put(value))
    }

    /// A list or map that is sent where it holds something or was set to nothing.
    ///
    /// # Errors
    /// The serializer's.
    pub fn collection<T: Writable + Collection>(&mut self, key: &'static str, value: &T) -> Result<(), S::Error> {
        let is_sent = if value.is_empty() {
            self.extra.is_marked(key) && !self.extra.contains_key(key)
        } else {
            !self.raw_stands_in(key, value)
        };
        if is_sent {
            self.map.serialize_entry(key, &Put(value))?;
        }
        Ok(())
    }

    /// Whether a field is left out because only the service sets it.
    pub fn is_left_out(&mut self, key: &'static str) -> bool {
        let is_sending = is_sending();
        if is_sending {
            self.superseded.push(key);
        }
        is_sending
    }

    /// Writes what the struct does not know.
    ///
    /// # Errors
    /// The serializer's.
    pub fn end(mut self) -> Result<S::Ok, S::Error> {
        for (name, value) in self.extra {
            if !self.superseded.contains(&name.as_str()) {
                self.map.serialize_entry(name, value)?;
            }
        }
        self.map.end()
    }

    /// Whether what came, or that nothing came, is sent in place of a value that nobody has changed since.
    fn stands_in<T: Writable>(&mut self, key: &'static str, value: &T, absent: impl FnOnce() -> T) -> bool {
        match (self.extra.marked(key), self.extra.contains_key(key)) {
            // Where there is a value that is not marked, somebody put it there.
            (None, stands_in) => stands_in,
            (Some(None), _) => self.supersede(key, *value != absent()),
            (Some(Some(read)), _) => self.supersede(key, *written(value) != *read),
        }
    }

    /// The same of a value that is set.
    fn raw_stands_in<T: Writable>(&mut self, key: &'static str, value: &T) -> bool {
        match (self.extra.marked(key), self.extra.contains_key(key)) {
            (_, false) => false,
            (None, true) => true,
            (Some(read), true) => {
                let is_changed = read.is_none_or(|read| *written(value) != *read);
                self.supersede(key, is_changed)
            }
        }
    }

    fn supersede(&mut self, key: &'static str, is_changed: bool) -> bool {
        if is_changed {
            self.superseded.push(key);
        }
        !is_changed
    }
}

/// A value as it is compared with what was read when it came. Text, since a type that is only sent would be decoded
/// otherwise.
pub(super) fn written(value: &dyn Write) -> Box<[u8]> {
    let mut text = Vec::new();
    // What can't be written is not the same as what was read.
    let result = whole(|| value.write(&mut serde_json::Serializer::new(&mut text)));
    result.map(|()| text.into()).unwrap_or_default()
}

/// A value to write, whatever its type.
pub(super) trait Write {
    fn write(&self, serializer: &mut serde_json::Serializer<&mut Vec<u8>>) -> Result<(), serde_json::Error>;
}

impl<T: Absent> Write for T {
    fn write(&self, serializer: &mut serde_json::Serializer<&mut Vec<u8>>) -> Result<(), serde_json::Error> {
        self.put(serializer)
    }
}
