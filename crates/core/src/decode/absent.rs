//! Placeholders of required fields that a response lacks.

use std::collections::BTreeMap;

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

impl<T> Absent for Vec<T> {
    fn absent() -> Self {
        Self::new()
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

impl<T: Absent> Absent for Box<T> {
    fn absent() -> Self {
        Self::new(T::absent())
    }
}
