//! Which variant of a union a value belongs to.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::value::{
    Base64Bytes, Base64UrlBytes, DateTime, EmbeddingVector, Extra, HttpDate, IsoDuration, PlainDate, PlainTime, Secret,
    Timestamp, Uuid,
};

/// A type that measures how well a JSON value fits it: unions without a tag decode as the variant that fits best.
pub trait Fit {
    /// `None` where the value is of another shape; otherwise the more, the more of the value the type knows.
    fn fit(value: &Value) -> Option<u32>;
}

impl Fit for Value {
    fn fit(_: &Value) -> Option<u32> {
        Some(0)
    }
}

impl Fit for bool {
    fn fit(value: &Value) -> Option<u32> {
        value.is_boolean().then_some(1)
    }
}

macro_rules! integers {
    ($($type:ty),*) => {
        $(impl Fit for $type {
            fn fit(value: &Value) -> Option<u32> {
                Self::deserialize(value).ok().map(|_| 2)
            }
        })*
    };
}
integers!(i8, i16, i32, i64, u8, u16, u32, u64);

impl Fit for f32 {
    fn fit(value: &Value) -> Option<u32> {
        (value.as_f64()? as f32).is_finite().then_some(1)
    }
}

impl Fit for f64 {
    fn fit(value: &Value) -> Option<u32> {
        value.is_number().then_some(1)
    }
}

impl Fit for String {
    fn fit(value: &Value) -> Option<u32> {
        value.is_string().then_some(1)
    }
}

impl Fit for Map<String, Value> {
    fn fit(value: &Value) -> Option<u32> {
        value.is_object().then_some(0)
    }
}

impl Fit for Extra {
    fn fit(value: &Value) -> Option<u32> {
        value.is_object().then_some(0)
    }
}

macro_rules! where_it_decodes {
    ($($type:ty = $score:literal),* $(,)?) => {
        $(impl Fit for $type {
            fn fit(value: &Value) -> Option<u32> {
                Self::deserialize(value).ok().map(|_| $score)
            }
        })*
    };
}
// An instant or bytes say more of a text than that it is one.
where_it_decodes!(
    Base64Bytes = 2,
    Base64UrlBytes = 2,
    EmbeddingVector = 1,
    Secret = 1,
    Timestamp = 2,
    DateTime = 2,
    HttpDate = 2,
);

// A date is an instant too, but less of one.
macro_rules! where_it_is_valid {
    ($($type:ty),* $(,)?) => {
        $(impl Fit for $type {
            fn fit(value: &Value) -> Option<u32> {
                Self::parse(value.as_str()?).ok().map(|_| 3)
            }
        })*
    };
}
where_it_is_valid!(PlainDate, PlainTime, IsoDuration, Uuid);

impl<T: Fit> Fit for Option<T> {
    fn fit(value: &Value) -> Option<u32> {
        if value.is_null() { Some(1) } else { T::fit(value) }
    }
}

impl<T: Fit> Fit for Box<T> {
    fn fit(value: &Value) -> Option<u32> {
        T::fit(value)
    }
}

impl<T: Fit> Fit for Vec<T> {
    fn fit(value: &Value) -> Option<u32> {
        all(value.as_array()?.iter().map(T::fit))
    }
}

impl<T: Fit> Fit for BTreeMap<String, T> {
    fn fit(value: &Value) -> Option<u32> {
        all(value.as_object()?.values().map(T::fit))
    }
}

/// The least of what the items fit, so that a long list is worth no more than a short one.
fn all(fits: impl Iterator<Item = Option<u32>>) -> Option<u32> {
    let mut least = None;
    for fit in fits {
        let fit = fit?;
        least = Some(least.map_or(fit, |least: u32| least.min(fit)));
    }
    Some(least.map_or(1, |least| least + 1))
}

/// What the macro [`fit_object!`](crate::fit_object) expands to uses it: adds how well a JSON field fits its Rust type.
pub fn fit_field<T: Fit>(object: &Map<String, Value>, key: &str, score: &mut u32) {
    if let Some(fit) = object.get(key).and_then(T::fit) {
        *score += 1 + fit.min(3);
    }
}
