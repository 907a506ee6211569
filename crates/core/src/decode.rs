//! How generated structs decode what the service sends in place of what its specification says: `null` stands for
//! "absent" everywhere. For `#[serde(deserialize_with = "…")]`, beside `#[serde(default)]`.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher, Hash};

use serde::{Deserialize, Deserializer};

use crate::value::Secret;

/// `null` becomes the type's default: an empty string, list or map, zero, `false`.
///
/// # Errors
/// Whatever decoding a `T` fails with.
pub fn or_default<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(deserializer: D) -> Result<T, D::Error> {
    Ok(Option::<T>::deserialize(deserializer)?.unwrap_or_default())
}

/// What stands for a required value that did not come, in a type that has no empty value of its own.
///
/// Types that are sent as well as received require what the service requires of a request; an answer that lacks it must
/// decode all the same. Generated code and the macros of this crate implement it.
pub trait Absent: Sized + PartialEq {
    /// The value that stands for none.
    fn absent() -> Self;

    /// Whether this is that value; it is not sent.
    fn is_absent(&self) -> bool {
        *self == Self::absent()
    }
}

impl Absent for Secret {
    fn absent() -> Self {
        Self::default()
    }
}

/// See [`Absent::absent`]; for `#[serde(default = "…")]`.
pub fn absent<T: Absent>() -> T {
    T::absent()
}

/// See [`Absent::is_absent`]; for `#[serde(skip_serializing_if = "…")]`.
pub fn is_absent<T: Absent>(value: &T) -> bool {
    value.is_absent()
}

/// `null` becomes the value that stands for none.
///
/// # Errors
/// Whatever decoding a `T` fails with.
pub fn or_absent<'de, D: Deserializer<'de>, T: Deserialize<'de> + Absent>(deserializer: D) -> Result<T, D::Error> {
    Ok(Option::<T>::deserialize(deserializer)?.unwrap_or_else(T::absent))
}

/// A map whose entries that are `null` are dropped; `null` itself becomes an empty map.
///
/// # Errors
/// Whatever decoding the map or one of its values fails with.
pub fn map_without_nulls<'de, D: Deserializer<'de>, M: NullableMap<'de>>(deserializer: D) -> Result<M, D::Error> {
    Ok(optional_map_without_nulls(deserializer)?.unwrap_or_default())
}

/// An optional map whose entries that are `null` are dropped; `null` itself becomes `None`.
///
/// # Errors
/// Whatever decoding the map or one of its values fails with.
pub fn optional_map_without_nulls<'de, D: Deserializer<'de>, M: NullableMap<'de>>(
    deserializer: D,
) -> Result<Option<M>, D::Error> {
    Ok(Option::<M::WithNulls>::deserialize(deserializer)?.map(M::drop_nulls))
}

/// Maps that [`map_without_nulls`] can decode.
pub trait NullableMap<'de>: Default {
    /// The same map with values that may be `null`.
    type WithNulls: Deserialize<'de>;

    /// Leaves out what is `null`.
    fn drop_nulls(map: Self::WithNulls) -> Self;
}

impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> NullableMap<'de> for BTreeMap<K, V> {
    type WithNulls = BTreeMap<K, Option<V>>;

    fn drop_nulls(map: Self::WithNulls) -> Self {
        map.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
    }
}

impl<'de> NullableMap<'de> for serde_json::Map<String, serde_json::Value> {
    type WithNulls = Self;

    /// Free-form objects keep what they hold.
    fn drop_nulls(map: Self::WithNulls) -> Self {
        map
    }
}

impl<'de, K, V, S> NullableMap<'de> for HashMap<K, V, S>
where
    K: Deserialize<'de> + Eq + Hash,
    V: Deserialize<'de>,
    S: BuildHasher + Default,
{
    type WithNulls = HashMap<K, Option<V>, S>;

    fn drop_nulls(map: Self::WithNulls) -> Self {
        map.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize, PartialEq)]
    struct Sample {
        #[serde(default, deserialize_with = "or_default")]
        name: String,
        #[serde(default, deserialize_with = "or_default")]
        list: Vec<u8>,
        #[serde(default, deserialize_with = "map_without_nulls")]
        map: BTreeMap<String, u8>,
        #[serde(default, deserialize_with = "optional_map_without_nulls")]
        optional: Option<HashMap<String, u8>>,
    }

    #[test]
    fn null_stands_for_absent() {
        let empty = Sample {
            name: String::new(),
            list: vec![],
            map: BTreeMap::new(),
            optional: None,
        };
        let nulls = r#"{"name":null,"list":null,"map":null,"optional":null}"#;
        assert_eq!(serde_json::from_str::<Sample>(nulls).unwrap(), empty);
        assert_eq!(serde_json::from_str::<Sample>("{}").unwrap(), empty);
        let entries = r#"{"name":"n","list":[1],"map":{"a":1,"b":null},"optional":{"a":null}}"#;
        let full = Sample {
            name: "n".into(),
            list: vec![1],
            map: BTreeMap::from([("a".to_owned(), 1)]),
            optional: Some(HashMap::new()),
        };
        assert_eq!(serde_json::from_str::<Sample>(entries).unwrap(), full);
        assert!(serde_json::from_str::<Sample>(r#"{"name":1}"#).is_err());
        assert!(serde_json::from_str::<Sample>(r#"{"map":{"a":"x"}}"#).is_err());
    }
}
