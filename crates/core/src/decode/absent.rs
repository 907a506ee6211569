//! Placeholders of required fields that a response lacks.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Map, Value};

use super::path::{note_field, note_index};
use crate::value::{
    Base64Bytes, Base64UrlBytes, DateTime, EmbeddingVector, Extra, HttpDate, IsoDuration, PlainDate, PlainTime, Secret,
    Timestamp, Uuid,
};

/// A type with a placeholder for a required value that a response lacks.
///
/// A type that is sent as well as received requires what the service requires of a request. A response without it decodes
/// to the placeholder, remembers that the field did not come, and is sent back without it. Generated code and the macros
/// of this crate implement it.
pub trait Absent: Sized + Serialize {
    /// The placeholder.
    fn absent() -> Self;

    /// What decoding starts from: as [`absent`](Self::absent), or without what decoding sets in any case.
    #[doc(hidden)]
    fn blank() -> Self {
        Self::absent()
    }

    /// Decodes a value into its place, which is blank or absent. Objects decode field by field where they are to stay,
    /// since moving a large one at each level costs more than reading it.
    ///
    /// # Errors
    /// The deserializer's. What is in the place then is not to be used.
    #[doc(hidden)]
    fn fill<'de, D: Deserializer<'de>>(place: &mut Self, deserializer: D) -> Result<(), D::Error>
    where
        Self: DeserializeOwned,
    {
        *place = Self::deserialize(deserializer)?;
        Ok(())
    }

    /// Decodes the value of an optional field into its place, as [`fill`](Self::fill) does.
    ///
    /// # Errors
    /// The deserializer's.
    #[doc(hidden)]
    fn fill_field<'de, D: Deserializer<'de>>(place: &mut Self, deserializer: D) -> Result<(), D::Error>
    where
        Self: DeserializeOwned,
    {
        Self::fill(place, deserializer)
    }

    /// Encodes the value as a part of another.
    ///
    /// # Errors
    /// The serializer's.
    #[doc(hidden)]
    fn put<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }
}

/// Encodes a value as a part of another.
pub(super) struct Put<'a, T>(pub(super) &'a T);

impl<T: Absent> Serialize for Put<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.put(serializer)
    }
}

/// Decodes a value into its place.
pub(super) struct Fill<'a, T>(pub(super) &'a mut T);

impl<'de, T: Absent + DeserializeOwned> DeserializeSeed<'de> for Fill<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        T::fill(self.0, deserializer)
    }
}

/// The size in bytes from which room for an item is allocated alone.
const LARGE: usize = 128;

/// Decodes an item where the list holds it.
struct Item<'a, T>(&'a mut Vec<T>);

impl<'de, T: Absent + DeserializeOwned> DeserializeSeed<'de> for Item<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let place = self.0.len();
        if place == 0 && size_of::<T>() > LARGE {
            // Most lists of choices have one, and room for the four that a list begins with takes longer to get.
            self.0.reserve_exact(1);
        }
        self.0.push(T::blank());
        T::fill(&mut self.0[place], deserializer)
    }
}

struct Items<'a, T>(&'a mut Vec<T>);

impl<'de, T: Absent + DeserializeOwned> Visitor<'de> for Items<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<(), A::Error> {
        self.0.clear();
        loop {
            let place = self.0.len();
            let item = sequence.next_element_seed(Item(self.0));
            if item.inspect_err(|_| note_index(place))?.is_none() {
                return Ok(());
            }
        }
    }
}

struct Entries<'a, T>(&'a mut BTreeMap<String, T>);

impl<'de, T: Absent + DeserializeOwned> Visitor<'de> for Entries<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        self.0.clear();
        while let Some(key) = map.next_key::<String>()? {
            let mut value = T::blank();
            let result = map.next_value_seed(Fill(&mut value));
            result.inspect_err(|_| note_field(&key))?;
            self.0.insert(key, value);
        }
        Ok(())
    }
}

/// Reads a value or `null` into its place.
pub(super) struct Optional<'a, T>(pub(super) &'a mut Option<T>);

impl<'de, T: Absent + DeserializeOwned> DeserializeSeed<'de> for Optional<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de, T: Absent + DeserializeOwned> Visitor<'de> for Optional<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E>(self) -> Result<(), E> {
        *self.0 = None;
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        *self.0 = None;
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        T::fill_field(self.0.insert(T::blank()), deserializer)
    }
}

macro_rules! by_default {
    ($($type:ty),* $(,)?) => {
        $(impl Absent for $type {
            fn absent() -> Self {
                Self::default()
            }
        })*
    };
}
by_default!(
    bool, i8, i16, i32, i64, u8, u16, u32, u64, f64, String, Value, Map<String, Value>, Base64Bytes, Base64UrlBytes,
    EmbeddingVector, Extra, Secret, Timestamp, DateTime, HttpDate, PlainDate, PlainTime, IsoDuration, Uuid,
);

impl Absent for f32 {
    fn absent() -> Self {
        0.0
    }

    /// A number that is too large for a `float` would read as infinity.
    fn fill<'de, D: Deserializer<'de>>(place: &mut Self, deserializer: D) -> Result<(), D::Error> {
        let wide = f64::deserialize(deserializer)?;
        *place = wide as f32;
        if place.is_infinite() {
            return Err(D::Error::custom(format_args!("{wide:e} is out of range of a float")));
        }
        Ok(())
    }

    /// As the shortest number that reads as this one, in a [`Value`] too: that holds doubles, and 0.1 would be
    /// 0.10000000149011612 in one.
    fn put<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.to_string().parse().unwrap_or_else(|_| f64::from(*self)))
    }
}

impl<T: Absent + DeserializeOwned> Absent for Vec<T> {
    fn absent() -> Self {
        Self::new()
    }

    fn fill<'de, D: Deserializer<'de>>(place: &mut Self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(Items(place))
    }

    fn put<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(Put))
    }
}

impl<T: Absent + DeserializeOwned> Absent for BTreeMap<String, T> {
    fn absent() -> Self {
        Self::new()
    }

    fn fill<'de, D: Deserializer<'de>>(place: &mut Self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(Entries(place))
    }

    fn put<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|(key, value)| (key, Put(value))))
    }
}

impl<T: Absent + DeserializeOwned> Absent for Option<T> {
    fn absent() -> Self {
        None
    }

    fn fill<'de, D: Deserializer<'de>>(place: &mut Self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(Optional(place))
    }

    fn put<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_ref().map(Put).serialize(serializer)
    }
}

impl<T: Absent + DeserializeOwned> Absent for Box<T> {
    fn absent() -> Self {
        Self::new(T::absent())
    }

    fn blank() -> Self {
        Self::new(T::blank())
    }

    fn fill<'de, D: Deserializer<'de>>(place: &mut Self, deserializer: D) -> Result<(), D::Error> {
        T::fill(place, deserializer)
    }

    fn put<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        T::put(self, serializer)
    }
}
