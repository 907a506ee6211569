//! Fields of a JSON object that is already text.

use std::collections::HashMap;
use std::fmt;

use memchr::memchr2;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use serde_json::value::RawValue;

/// Sets fields of a compact JSON object, as serde_json writes it: those of the same name are replaced, and of a name that is
/// there twice the last one stays. Nothing but the object's own keys is looked at, which `visit` sees: `None` where some have
/// escapes. `None` where it is not an object.
pub(super) fn with_fields(
    json: Vec<u8>,
    fields: &[(impl AsRef<str>, Value)],
    mut visit: impl FnMut(Option<&[u8]>),
) -> Option<Vec<u8>> {
    if json.first() != Some(&b'{') || json.last() != Some(&b'}') {
        return None;
    }
    let mut keys = Vec::new();
    let seen = each_key(&json, |key| {
        visit(Some(key));
        keys.push(key);
    });
    if seen.is_none() {
        visit(None);
        return rewritten(&json, fields);
    }
    keys.sort_unstable();
    let doubled = keys.windows(2).any(|pair| pair[0] == pair[1]);
    if doubled
        || fields
            .iter()
            .any(|(name, _)| keys.binary_search(&name.as_ref().as_bytes()).is_ok())
    {
        return rewritten(&json, fields);
    }
    let mut json = json;
    let mut first = json.len() == 2;
    for (name, value) in fields {
        json.pop();
        if !std::mem::take(&mut first) {
            json.push(b',');
        }
        append(&mut json, name.as_ref(), value)?;
        json.push(b'}');
    }
    Some(json)
}

fn append(json: &mut Vec<u8>, name: &str, value: &impl serde::Serialize) -> Option<()> {
    serde_json::to_writer(&mut *json, name).ok()?;
    json.push(b':');
    serde_json::to_writer(json, value).ok()
}

/// Visits the keys of an object up to one that has an escape, where it returns `None`.
pub(super) fn each_key<'a>(json: &'a [u8], mut visit: impl FnMut(&'a [u8])) -> Option<()> {
    let mut depth = 0_u32;
    let mut is_key = false;
    let mut at = 0;
    while let Some(byte) = json.get(at) {
        at += 1;
        match byte {
            b'{' | b'[' => {
                depth += 1;
                is_key = depth == 1;
            }
            b'}' | b']' => depth -= 1,
            b',' => is_key = depth == 1,
            b'"' => {
                let start = at;
                while let Some(found) = memchr2(b'"', b'\\', json.get(at..)?) {
                    at += found;
                    if json[at] == b'"' {
                        break;
                    }
                    if is_key {
                        return None;
                    }
                    at += 2;
                }
                if std::mem::take(&mut is_key) {
                    visit(json.get(start..at)?);
                }
                at += 1;
            }
            _ => {}
        }
    }
    Some(())
}

/// Sets fields of any JSON object, as [`with_fields`] does.
pub(super) fn rewritten(json: &[u8], fields: &[(impl AsRef<str>, Value)]) -> Option<Vec<u8>> {
    let mut object: Object<'_> = serde_json::from_slice(json).ok()?;
    let values = fields
        .iter()
        .map(|(_, value)| serde_json::value::to_raw_value(value).ok())
        .collect::<Option<Vec<_>>>()?;
    for ((name, _), value) in fields.iter().zip(&values) {
        object.set(name.as_ref().to_owned(), value);
    }
    let mut written = vec![b'{'];
    for (name, value) in &object.fields {
        if written.len() > 1 {
            written.push(b',');
        }
        append(&mut written, name, value)?;
    }
    written.push(b'}');
    Some(written)
}

/// The fields in order, each once.
#[derive(Default)]
struct Object<'a> {
    fields: Vec<(String, &'a RawValue)>,
    places: HashMap<String, usize>,
}

impl<'a> Object<'a> {
    fn set(&mut self, name: String, value: &'a RawValue) {
        match self.places.get(&name) {
            Some(place) => self.fields[*place].1 = value,
            None => {
                self.places.insert(name.clone(), self.fields.len());
                self.fields.push((name, value));
            }
        }
    }
}

impl<'de> Deserialize<'de> for Object<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Object<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object<'de>, A::Error> {
                let mut object = Object::default();
                while let Some((name, value)) = map.next_entry()? {
                    object.set(name, value);
                }
                Ok(object)
            }
        }
        deserializer.deserialize_map(Fields)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn set(json: &str, fields: &[(&str, Value)]) -> Option<String> {
        with_fields(json.as_bytes().to_vec(), fields, |_| {}).map(|json| String::from_utf8(json).unwrap())
    }

    #[test]
    fn field_replaces_known_key_and_is_never_doubled() {
        for (json, fields, expected) in [
            (r#"{}"#, vec![("a", json!(1)), ("b", json!("x"))], r#"{"a":1,"b":"x"}"#),
            (r#"{"a":1.0}"#, vec![("b", json!(2))], r#"{"a":1.0,"b":2}"#),
            (
                r#"{"a":1,"b":[1e400,{"a":2}]}"#,
                vec![("a", json!(3))],
                r#"{"a":3,"b":[1e400,{"a":2}]}"#,
            ),
            (r#"{"a":1,"b":2,"a":3}"#, vec![], r#"{"a":3,"b":2}"#),
            (r#"{"\u0061":1}"#, vec![("a", json!(2))], r#"{"a":2}"#),
            (
                r#"{"t":"\",\"a\":1\\"}"#,
                vec![("a", json!(2))],
                r#"{"t":"\",\"a\":1\\","a":2}"#,
            ),
            (r#"{"q\"":1}"#, vec![("q\"", json!(2))], r#"{"q\"":2}"#),
        ] {
            assert_eq!(set(json, &fields).as_deref(), Some(expected));
        }
        assert_eq!(set("[1]", &[]), None);
        assert_eq!(set("", &[]), None);
        let rewrite = |json: &str| rewritten(json.as_bytes(), &[("a", json!(1))]);
        assert_eq!((rewrite("{}{}"), rewrite("{ } ")), (None, Some(br#"{"a":1}"#.to_vec())));
    }

    proptest! {
        #[test]
        fn result_is_what_a_map_would_hold(
            body in proptest::collection::hash_map("[a-c\"\\\\]{0,2}", "[ -~\u{e9}]{0,8}", 0..6),
            fields in proptest::collection::hash_map("[a-c\"\\\\]{0,2}", any::<i32>(), 0..4),
        ) {
            let mut expected: serde_json::Map<String, Value> =
                body.iter().map(|(name, value)| (name.clone(), json!([value, {"a": value}]))).collect();
            let json = serde_json::to_vec(&expected).unwrap();
            let fields: Vec<_> = fields.into_iter().map(|(name, value)| (name, Value::from(value))).collect();
            expected.extend(fields.iter().cloned());
            let written = with_fields(json, &fields, |_| {}).unwrap();
            prop_assert_eq!(serde_json::from_slice::<Value>(&written).unwrap(), Value::Object(expected.clone()));
            let object: Object<'_> = serde_json::from_slice(&written).unwrap();
            prop_assert_eq!(object.fields.len(), expected.len());
        }
    }
}
