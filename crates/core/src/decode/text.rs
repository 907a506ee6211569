//! Values that are read from their JSON text.

use std::fmt;

use super::path;
use serde::de::value::SeqAccessDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor};

/// The name of the struct in whose place serde_json hands on the text of a value: that of its `RawValue`, which itself can
/// be read from serde_json alone. Anything else, or a serde_json that no longer knows the name, hands on the value.
const TEXT: &str = "$serde_json::private::RawValue";

/// A type that is read from JSON text, where that is faster than value by value.
pub(crate) trait FromText {
    /// Reads valid JSON into this place; `None` where the value is not of the usual form.
    fn read_text(&mut self, json: &str) -> Option<()>;

    /// Reads any value into this place.
    ///
    /// # Errors
    /// Where the value is of another kind.
    fn read_value<'de, D: Deserializer<'de>>(&mut self, deserializer: D) -> Result<(), D::Error>;
}

/// Reads a value into its place, from its text where there is one.
pub(crate) fn read<'de, T: FromText, D: Deserializer<'de>>(place: &mut T, deserializer: D) -> Result<(), D::Error> {
    deserializer.deserialize_newtype_struct(TEXT, TextOrValue(place))
}

struct TextOrValue<'a, T>(&'a mut T);

impl<'de, T: FromText> Visitor<'de> for TextOrValue<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut text: A) -> Result<(), A::Error> {
        // Its only key is not asked for, so that paths in errors do not have it.
        text.next_value_seed(Text(self.0))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.0.read_value(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, sequence: A) -> Result<(), A::Error> {
        self.0.read_value(SeqAccessDeserializer::new(sequence))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.0.read_value(text.into_deserializer())
    }
}

/// Reads the text that is handed on.
struct Text<'a, T>(&'a mut T);

impl<'de, T: FromText> DeserializeSeed<'de> for Text<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<T: FromText> Visitor<'_> for Text<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON text")
    }

    fn visit_str<E: Error>(self, json: &str) -> Result<(), E> {
        match self.0.read_text(json) {
            Some(()) => Ok(()),
            None => {
                path::clear();
                let mut deserializer = serde_json::Deserializer::from_str(json);
                self.0.read_value(&mut deserializer).map_err(E::custom)
            }
        }
    }
}
