//! Placeholders of required fields that a response lacks.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, SeqAccess, Visitor};
use serde_json::{Map, Value};

use crate::value::{
    Base64Bytes, Base64UrlBytes, DateTime, EmbeddingVector, Extra, HttpDate, IsoDuration, PlainDate, PlainTime, Secret,
    Timestamp, Uuid,
};

/// A type with a placeholder for a required value that a response lacks.
///
/// A type that is sent as well as received requires what the service requires of a request. A response without it decodes
/// to the placeholder, remembers that the field did not come, and is sent back without it. Generated code and the macros
/// of this crate implement it.
pub trait Absent: Sized {
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
}

/// Decodes an item where the list holds it.
struct Item<'a, T>(&'a mut Vec<T>);

impl<'de, T: Absent + DeserializeOwned> DeserializeSeed<'de> for Item<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let place = self.0.len();
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
        while sequence.next_element_seed(Item(self.0))?.is_some() {}
        Ok(())
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
    bool, i64, u64, f64, String, Value, Map<String, Value>, Base64Bytes, Base64UrlBytes,
    EmbeddingVector, Extra, Secret, Timestamp, DateTime, HttpDate, PlainDate, PlainTime, IsoDuration, Uuid,
);

impl<T: Absent + DeserializeOwned> Absent for Vec<T> {
    fn absent() -> Self {
        Self::new()
    }

    fn fill<'de, D: Deserializer<'de>>(place: &mut Self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(Items(place))
    }
}

impl<T> Absent for BTreeMap<String, T> {
    fn absent() -> Self {
        Self::new()
    }
}

impl<T> Absent for Option<T> {
    fn absent() -> Self {
        None
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
}
