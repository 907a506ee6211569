//! Unions distinguished by a field, that keep what they do not know.

use std::borrow::Cow;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::Extra;
use crate::decode::text::{JsonText, in_place};

/// Makes an enum with a variant `Unknown(Extra)` a union whose variant is chosen by a field of the JSON object.
///
/// It gives `Serialize` (the variant's own object; the tag is a field of it), `Deserialize` and `From` of each
/// variant's type. A variant can have several tags (`Circle(Circle) = "circle" | "disc"`). Tags are compared without
/// regard to ASCII case; an object with an unknown tag, or none, is kept whole in `Unknown`.
///
/// ```
/// # use azure_openai_core::{Extra, tagged_union};
/// # use serde::{Deserialize, Serialize};
/// /// A circle.
/// #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
/// pub struct Circle { kind: String, radius: f64 }
///
/// /// A shape.
/// #[derive(Clone, Debug, PartialEq)]
/// #[non_exhaustive]
/// pub enum Shape {
///     /// A circle.
///     Circle(Circle),
///     /// A shape this version does not know.
///     Unknown(Extra),
/// }
/// tagged_union!(Shape, "kind" { Circle(Circle) = "circle" });
///
/// let shape: Shape = serde_json::from_str(r#"{"kind":"square","side":2}"#).unwrap();
/// assert!(matches!(shape, Shape::Unknown(object) if object["side"] == 2));
/// ```
#[macro_export]
macro_rules! tagged_union {
    ($name:ident, $tag:literal { $($variant:ident($inner:ty) = $($text:literal)|+),* $(,)? }) => {
        impl $crate::__macro::serde::Serialize for $name {
            fn serialize<__S: $crate::__macro::serde::Serializer>(
                &self,
                serializer: __S,
            ) -> $crate::__macro::std::result::Result<__S::Ok, __S::Error> {
                match self {
                    $(Self::$variant(value) => $crate::__macro::serde::Serialize::serialize(value, serializer),)*
                    Self::Unknown(object) => $crate::__macro::serde::Serialize::serialize(object, serializer),
                }
            }
        }

        impl<'de> $crate::__macro::serde::Deserialize<'de> for $name {
            fn deserialize<__D: $crate::__macro::serde::Deserializer<'de>>(
                deserializer: __D,
            ) -> $crate::__macro::std::result::Result<Self, __D::Error> {
                let (json, object, tag) =
                    $crate::__macro::read_tagged::<__D>(deserializer, $tag, &[$($($text),+),*])?;
                $($(if tag == $crate::__macro::std::option::Option::Some($text) {
                    return $crate::__macro::decode_variant::<$inner, __D::Error>(&json, stringify!($name), $text)
                        .map(Self::$variant);
                })+)*
                $crate::__macro::std::result::Result::Ok(Self::Unknown(object))
            }
        }

        $crate::from_json!($name, inline);

        impl $crate::decode::Absent for $name {
            fn absent() -> Self {
                Self::Unknown($crate::__macro::std::default::Default::default())
            }
        }

        impl $crate::decode::Fit for $name {
            fn fit(value: &$crate::Value) -> $crate::__macro::std::option::Option<u32> {
                $crate::__macro::fit_tagged(value, $tag, &[$($($text),+),*])
            }
        }

        $(impl $crate::__macro::std::convert::From<$inner> for $name {
            fn from(value: $inner) -> Self {
                Self::$variant(value)
            }
        })*
    };
}

/// Reads an object, and returns its text too, and which of `known` its tag is.
#[allow(clippy::type_complexity, reason = "only the macro calls it")]
pub fn read_tagged<'de, D: Deserializer<'de>>(
    deserializer: D,
    tag: &str,
    known: &[&'static str],
) -> Result<(JsonText<'de>, Extra, Option<&'static str>), D::Error> {
    let json = JsonText::deserialize(deserializer)?;
    let object: Extra = serde_json::from_str(json.as_str()).map_err(in_place)?;
    let found = object.get(tag).and_then(|tag| known_tag(tag, known));
    Ok((json, object, found))
}

/// The tag as it is listed: exactly first, then without regard to ASCII case. A tag can be a number or a boolean, too.
fn known_tag(tag: &Value, known: &[&'static str]) -> Option<&'static str> {
    let text = match tag {
        Value::String(text) => Cow::Borrowed(text.as_str()),
        Value::Number(_) | Value::Bool(_) => Cow::Owned(tag.to_string()),
        _ => return None,
    };
    let exact = known.iter().copied().find(|name| *name == text);
    exact.or_else(|| known.iter().copied().find(|name| name.eq_ignore_ascii_case(&text)))
}

/// How well an object fits a union: best where its tag is one of `known`.
pub fn fit_tagged(value: &Value, tag: &str, known: &[&'static str]) -> Option<u32> {
    let tag = value.as_object()?.get(tag);
    Some(match tag.and_then(|tag| known_tag(tag, known)) {
        Some(_) => 4,
        None => 0,
    })
}

/// Decodes a variant; the error names it.
pub fn decode_variant<T: DeserializeOwned, E: serde::de::Error>(
    json: &JsonText<'_>,
    union: &str,
    tag: &str,
) -> Result<T, E> {
    json.decode().map_err(|error| error_of_variant(error, union, tag))
}

fn error_of_variant<E: serde::de::Error>(error: serde_json::Error, union: &str, tag: &str) -> E {
    let error: serde::de::value::Error = in_place(error);
    E::custom(format_args!("{union} `{tag}`: {error}"))
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};
    use serde_json::json;

    use crate::Extra;

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    struct Circle {
        kind: String,
        radius: f64,
        #[serde(flatten)]
        extra: Extra,
    }

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    struct Square {
        kind: String,
        sides: Vec<u32>,
    }

    #[derive(Clone, Debug, PartialEq)]
    enum Shape {
        Circle(Circle),
        Square(Square),
        Unknown(Extra),
    }
    tagged_union!(Shape, "kind" { Circle(Circle) = "circle", Square(Square) = "Square" });

    #[test]
    fn objects_round_trip_whatever_their_tag() {
        for object in [
            json!({"kind": "circle", "radius": 1.5, "color": "red"}),
            json!({"kind": "square", "sides": [1, 2]}),
            json!({"kind": "Torus", "holes": [{"n": 1}], "x": null}),
            json!({"radius": 1}),
            json!({"kind": 7}),
            json!({}),
        ] {
            let shape: Shape = serde_json::from_value(object.clone()).unwrap();
            assert_eq!(serde_json::to_value(&shape).unwrap(), object);
        }
        let circle = Circle {
            kind: "circle".into(),
            radius: 1.0,
            extra: Extra::new(),
        };
        assert_eq!(Shape::from(circle.clone()), Shape::Circle(circle));
        assert!(matches!(
            serde_json::from_value(json!({"kind": "SQUARE", "sides": []})),
            Ok(Shape::Square(_))
        ));
    }

    #[test]
    fn error_of_a_variant_names_it() {
        let error = serde_json::from_str::<Shape>(r#"{"kind":"square","sides":[1,"two"]}"#).unwrap_err();
        assert!(error.to_string().contains("Shape `Square`: invalid type"), "{error}");
        assert!(serde_json::from_str::<Shape>("[]").is_err());
        assert!(serde_json::from_str::<Shape>("null").is_err());
    }
}
