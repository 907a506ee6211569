//! Values as their JSON text.
//!
//! What is looked at before it is decoded is decoded from its text, as all else is: from a [`Value`], each type would
//! have a second decoder.

use std::borrow::Cow;
use std::fmt;

use serde::de::value::SeqAccessDeserializer;
use serde::de::{Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::path;

/// The name of the struct in whose place serde_json hands on the text of a value: that of its `RawValue`, which itself can
/// be read from serde_json alone. Anything else, or a serde_json that no longer knows the name, hands on the value.
const TEXT: &str = "$serde_json::private::RawValue";

/// The JSON text of a value: as it came where that is text, otherwise written from the value.
pub struct JsonText<'de>(Cow<'de, str>);

impl JsonText<'_> {
    fn of(value: &Value) -> Self {
        Self(Cow::Owned(value.to_string()))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The value.
    ///
    /// # Errors
    /// Where it is nested too deeply, or a number is out of range.
    pub fn value<E: Error>(&self) -> Result<Value, E> {
        serde_json::from_str(&self.0).map_err(in_place)
    }

    /// Decodes the value. `None` where it can't be read, which is made up for.
    pub fn read<T: DeserializeOwned>(&self) -> Option<T> {
        let value = self.decode();
        if value.is_err() {
            path::clear();
        }
        value.ok()
    }

    /// Decodes the value, which is all of the text.
    pub(crate) fn decode<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        T::deserialize(&mut serde_json::Deserializer::from_str(&self.0))
    }
}

/// An error of decoding a text as one of the whole that the text is a part of, which knows the place in that.
pub(crate) fn in_place<E: Error>(error: serde_json::Error) -> E {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    E::custom(message.strip_suffix(&place).unwrap_or(&message))
}

impl<'de> Deserialize<'de> for JsonText<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(TEXT, TextOrValue)
    }
}

struct TextOrValue;

impl<'de> Visitor<'de> for TextOrValue {
    type Value = JsonText<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Map::new();
        while let Some(key) = map.next_key()? {
            match key {
                Key::Text => return map.next_value_seed(Text),
                Key::Other(key) => fields.insert(key, map.next_value()?),
            };
        }
        Ok(JsonText::of(&Value::Object(fields)))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        Ok(JsonText::of(&Value::deserialize(deserializer)?))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        self.visit_newtype_struct(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, sequence: A) -> Result<Self::Value, A::Error> {
        self.visit_newtype_struct(SeqAccessDeserializer::new(sequence))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(JsonText::of(&Value::from(text)))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Self::Value, E> {
        Ok(JsonText::of(&Value::from(value)))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Self::Value, E> {
        Ok(JsonText::of(&Value::from(value)))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Self::Value, E> {
        Ok(JsonText::of(&Value::from(value)))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Self::Value, E> {
        Ok(JsonText::of(&Value::from(value)))
    }

    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        Ok(JsonText::of(&Value::Null))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(JsonText::of(&Value::Null))
    }
}

/// The only name in what serde_json hands on as text, or that of a field.
enum Key {
    Text,
    Other(String),
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_identifier(KeyVisitor)
    }
}

struct KeyVisitor;

impl Visitor<'_> for KeyVisitor {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Key, E> {
        Ok(match name == TEXT {
            true => Key::Text,
            false => Key::Other(name.to_owned()),
        })
    }
}

/// Reads the text that is handed on.
struct Text;

impl<'de> DeserializeSeed<'de> for Text {
    type Value = JsonText<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(StringVisitor("JSON")).map(JsonText)
    }
}

/// Reads a string of this name, in place where it can be.
pub(crate) struct StringVisitor(pub(crate) &'static str);

impl<'de> Visitor<'de> for StringVisitor {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a string ({})", self.0)
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::de::IntoDeserializer;
    use serde::de::value::{Error, MapDeserializer};
    use serde_json::json;

    use super::*;

    /// A tree: a text, or a list of trees.
    #[derive(Debug, PartialEq)]
    enum Tree {
        Leaf(String),
        Branch(Vec<Tree>),
        Unknown(Value),
    }
    crate::shape_union!(Tree { Leaf(String), Branch(Vec<Tree>) });

    #[test]
    fn value_of_any_deserializer_is_read() {
        #[derive(serde::Deserialize)]
        struct Whole {
            #[serde(flatten)]
            trees: BTreeMap<String, Tree>,
        }
        let values = json!({
            "leaf": "a \"quoted\"\n\u{1f600} text",
            "branch": ["a", ["b"]],
            "object": {"a": [1.5, null, true, {"$serde_json": -1}]},
            "number": 18_446_744_073_709_551_615_u64,
            "null": null,
        });
        let flat: Whole = serde_json::from_str(&values.to_string()).expect("trees");
        let nested: BTreeMap<String, Tree> = serde_json::from_value(values.clone()).expect("trees");
        assert_eq!(flat.trees, nested);
        assert_eq!(serde_json::to_value(&nested).expect("JSON"), values);
        assert_eq!(nested["branch"], Tree::deserialize(&values["branch"]).expect("a tree"));

        let text: Result<Tree, Error> = Tree::deserialize("leaf".into_deserializer());
        assert_eq!(text.expect("a tree"), Tree::Leaf("leaf".to_owned()));
        let object: MapDeserializer<'_, _, Error> = MapDeserializer::new([("a", 1), ("b", 2)].into_iter());
        let object = Tree::deserialize(object).expect("a tree");
        assert_eq!(object, Tree::Unknown(json!({"a": 1, "b": 2})));
    }

    #[test]
    fn value_that_is_nested_too_deeply_is_an_error() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(serde_json::from_str::<Tree>(&nested(100)).is_ok());
        let error = serde_json::from_str::<Tree>(&nested(100_000)).expect_err("too deep");
        assert!(error.to_string().starts_with("recursion limit exceeded"), "{error}");
        assert!(crate::decode::from_str::<Tree>(&nested(100_000)).is_err());
    }

    #[test]
    fn error_is_located_in_the_whole() {
        let error = serde_json::from_str::<Vec<Vec<crate::EmbeddingVector>>>("[\n[[1], \"*\"]\n]");
        let error = error.expect_err("an error");
        assert_eq!((error.line(), error.column()), (2, 10), "{error}");
        assert!(!error.to_string().contains("line 1"), "{error}");
    }
}
