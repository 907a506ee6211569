//! JSON text as a value, noting an object that has a key twice (`serde_json` alone keeps the last and says nothing).

use std::cell::RefCell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::parsed::{MAX_DEPTH, Oddity, Parsed, within};
use crate::reference::join;

/// Parses a whole text; the message of a failure ends with line and column.
pub(super) fn parse(text: &str) -> Result<Parsed, String> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let twice = RefCell::new(Vec::new());
    let value = Node {
        depth: 0,
        twice: &twice,
    }
    .deserialize(&mut deserializer)
    .map_err(|e| format!("JSON: {e}"))?;
    deserializer.end().map_err(|e| format!("JSON: {e}"))?;
    let oddities = twice.into_inner();
    Ok(Parsed { value, oddities })
}

#[derive(Clone, Copy)]
struct Node<'t> {
    depth: usize,
    /// What was said of keys that came twice.
    twice: &'t RefCell<Vec<Oddity>>,
}

impl Node<'_> {
    fn deeper<E: serde::de::Error>(self) -> Result<Self, E> {
        if self.depth >= MAX_DEPTH {
            return Err(E::custom(format_args!("nested deeper than {MAX_DEPTH} levels")));
        }
        Ok(Self {
            depth: self.depth + 1,
            ..self
        })
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_bool<E>(self, v: bool) -> Result<Value, E> {
        Ok(Value::Bool(v))
    }

    fn visit_i64<E>(self, v: i64) -> Result<Value, E> {
        Ok(Value::Number(v.into()))
    }

    fn visit_u64<E>(self, v: u64) -> Result<Value, E> {
        Ok(Value::Number(v.into()))
    }

    fn visit_f64<E>(self, v: f64) -> Result<Value, E> {
        Ok(Number::from_f64(v).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, v: &str) -> Result<Value, E> {
        Ok(Value::String(v.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let inner = self.deeper()?;
        let mut list = Vec::new();
        loop {
            let before = self.twice.borrow().len();
            let Some(item) = seq.next_element_seed(inner)? else {
                break;
            };
            if self.twice.borrow().len() > before {
                within(&mut self.twice.borrow_mut()[before..], &list.len().to_string());
            }
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let inner = self.deeper()?;
        let mut map = Map::new();
        while let Some(key) = access.next_key::<String>()? {
            let before = self.twice.borrow().len();
            let value = access.next_value_seed(inner)?;
            if self.twice.borrow().len() > before {
                within(&mut self.twice.borrow_mut()[before..], &key);
            }
            if map.contains_key(&key) {
                let message = format!("JSON: the key {key:?} twice in one object; the last one counts");
                let pointer = join("", &key);
                self.twice.borrow_mut().push(Oddity { pointer, message });
            }
            map.insert(key, value);
        }
        Ok(Value::Object(map))
    }
}
