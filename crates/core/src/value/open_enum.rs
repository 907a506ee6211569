//! Enums of strings that take values they do not know.

use std::borrow::Cow;
use std::hash::{Hash, Hasher};

use serde::Deserializer;

use crate::decode::text::StringVisitor;

/// Makes an enum with a variant `Unknown(String)` behave as an open set of strings.
///
/// It gives `as_str`, `From<&str>`, `From<String>`, `FromStr`, `Display`, `Serialize`, `Deserialize`,
/// [`ToParameter`](crate::ToParameter), `Eq` and `Hash`, and comparison with `str`. A value is compared and decoded exactly
/// first, then without regard to ASCII case, as the service's casing varies; `open_enum!(Name, exact { … })` compares exactly
/// alone. A value that is not listed is kept as it came.
///
/// ```
/// /// What a file is for.
/// #[derive(Clone, Debug)]
/// #[non_exhaustive]
/// pub enum Purpose {
///     /// For fine-tuning.
///     FineTune,
///     /// A value this version does not know.
///     Unknown(String),
/// }
/// azure_openai_core::open_enum!(Purpose { FineTune = "fine-tune" });
///
/// assert_eq!(Purpose::from("Fine-Tune"), Purpose::FineTune);
/// assert_eq!(Purpose::from("evals"), "evals");
/// ```
#[macro_export]
macro_rules! open_enum {
    ($name:ident { $($variant:ident = $text:literal),* $(,)? }) => {
        $crate::open_enum!(@compared $name, any_case, hash_text { $($variant = $text),* });
    };
    ($name:ident, exact { $($variant:ident = $text:literal),* $(,)? }) => {
        $crate::open_enum!(@compared $name, exact_case, hash_exact { $($variant = $text),* });
    };
    (@compared $name:ident, $same:ident, $hash:ident { $($variant:ident = $text:literal),* }) => {
        impl $name {
            /// The value as the service writes it.
            #[allow(unreachable_pub, reason = "the enum's own visibility decides")]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Unknown(text) => text,
                }
            }

            fn known(text: &str) -> $crate::__macro::std::option::Option<Self> {
                match text {
                    $($text => return $crate::__macro::std::option::Option::Some(Self::$variant),)*
                    _ => {}
                }
                $(if $crate::__macro::$same(text, $text) {
                    return $crate::__macro::std::option::Option::Some(Self::$variant);
                })*
                $crate::__macro::std::option::Option::None
            }
        }

        $crate::from_json!($name, inline);

        impl $crate::decode::Absent for $name {
            fn absent() -> Self {
                Self::Unknown($crate::__macro::std::string::String::new())
            }
        }

        impl $crate::decode::Fit for $name {
            fn fit(value: &$crate::Value) -> $crate::__macro::std::option::Option<u32> {
                let text = value.as_str()?;
                // Any text fits, but plain text fits it better.
                $crate::__macro::std::option::Option::Some(if Self::known(text).is_some() { 2 } else { 0 })
            }
        }

        impl $crate::__macro::std::convert::From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::known(text).unwrap_or_else(|| Self::Unknown(text.to_owned()))
            }
        }

        impl $crate::__macro::std::convert::From<$crate::__macro::std::string::String> for $name {
            fn from(text: $crate::__macro::std::string::String) -> Self {
                Self::known(&text).unwrap_or(Self::Unknown(text))
            }
        }

        impl $crate::__macro::std::str::FromStr for $name {
            type Err = $crate::__macro::std::convert::Infallible;

            fn from_str(text: &str) -> $crate::__macro::std::result::Result<Self, Self::Err> {
                $crate::__macro::std::result::Result::Ok(Self::from(text))
            }
        }

        impl $crate::__macro::std::fmt::Display for $name {
            fn fmt(&self, f: &mut $crate::__macro::std::fmt::Formatter<'_>) -> $crate::__macro::std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl $crate::__macro::serde::Serialize for $name {
            fn serialize<__S: $crate::__macro::serde::Serializer>(
                &self,
                serializer: __S,
            ) -> $crate::__macro::std::result::Result<__S::Ok, __S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> $crate::__macro::serde::Deserialize<'de> for $name {
            fn deserialize<__D: $crate::__macro::serde::Deserializer<'de>>(
                deserializer: __D,
            ) -> $crate::__macro::std::result::Result<Self, __D::Error> {
                $crate::__macro::decode_text(deserializer, stringify!($name))
            }
        }

        impl $crate::ToParameter for $name {
            fn to_parameter(&self) -> $crate::__macro::std::borrow::Cow<'_, str> {
                $crate::__macro::std::borrow::Cow::Borrowed(self.as_str())
            }
        }

        impl $crate::__macro::std::cmp::PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                match (self, other) {
                    $((Self::$variant, Self::$variant) => true,)*
                    _ => $crate::__macro::$same(self.as_str(), other.as_str()),
                }
            }
        }

        impl $crate::__macro::std::cmp::Eq for $name {}

        impl $crate::__macro::std::cmp::PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                $crate::__macro::$same(self.as_str(), other)
            }
        }

        impl $crate::__macro::std::cmp::PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                $crate::__macro::$same(self.as_str(), other)
            }
        }

        impl $crate::__macro::std::hash::Hash for $name {
            fn hash<__H: $crate::__macro::std::hash::Hasher>(&self, state: &mut __H) {
                $crate::__macro::$hash(self.as_str(), state);
            }
        }
    };
}

/// Decodes a string without allocating where `T` knows it.
pub fn decode_text<'de, D: Deserializer<'de>, T: for<'a> From<&'a str> + From<String>>(
    deserializer: D,
    name: &'static str,
) -> Result<T, D::Error> {
    Ok(match deserializer.deserialize_str(StringVisitor(name))? {
        Cow::Borrowed(text) => T::from(text),
        Cow::Owned(text) => T::from(text),
    })
}

/// Whether two texts are the same but for ASCII case.
pub fn any_case(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b)
}

/// Whether two texts are the same.
pub fn exact_case(a: &str, b: &str) -> bool {
    a == b
}

/// Hashes a text as it is.
pub fn hash_exact<H: Hasher>(text: &str, state: &mut H) {
    text.hash(state);
}

/// Hashes without regard to ASCII case, as the enums compare.
pub fn hash_text<H: Hasher>(text: &str, state: &mut H) {
    for byte in text.bytes() {
        state.write_u8(byte.to_ascii_lowercase());
    }
    0xff_u8.hash(state);
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    #[derive(Clone, Debug)]
    enum Status {
        InProgress,
        Done,
        Unknown(String),
    }
    open_enum!(Status { InProgress = "in_progress", Done = "done" });

    #[test]
    fn known_and_unknown_values_round_trip() {
        for (json, expected) in [
            (r#""in_progress""#, "in_progress"),
            (r#""Paused!""#, "Paused!"),
            (r#""DONE""#, "done"),
        ] {
            let status: Status = serde_json::from_str(json).unwrap();
            assert_eq!(status.as_str(), expected);
            assert_eq!(serde_json::to_string(&status).unwrap(), format!("\"{expected}\""));
            assert_eq!(status.to_string(), expected);
        }
        assert!(matches!("In_Progress".parse(), Ok(Status::InProgress)));
        assert!(matches!(Status::from("x".to_owned()), Status::Unknown(text) if text == "x"));
        let error = serde_json::from_str::<Status>("3").unwrap_err();
        assert!(error.to_string().contains("a string (Status)"), "{error}");
        // An escaped string cannot be borrowed from the input.
        assert_eq!(serde_json::from_str::<Status>(r#""do\u006ee""#).unwrap(), Status::Done);
    }

    #[derive(Clone, Debug)]
    enum Unit {
        Minute,
        Month,
        Unknown(String),
    }
    open_enum!(Unit, exact { Minute = "m", Month = "M" });

    #[test]
    fn exact_enums_distinguish_values_by_case() {
        for (text, expected) in [
            ("m", Unit::Minute),
            ("M", Unit::Month),
            ("S", Unit::Unknown("S".into())),
        ] {
            let unit: Unit = serde_json::from_value(text.into()).unwrap();
            assert_eq!(unit, expected);
            assert_eq!(unit.as_str(), text);
        }
        assert_ne!(Unit::Minute, Unit::Month);
        assert_ne!(Unit::Minute, "M");
        assert_eq!(HashSet::from([Unit::Minute, Unit::Month]).len(), 2);
    }

    #[test]
    fn values_are_compared_without_case() {
        assert_eq!(Status::Unknown("DONE".into()), Status::Done);
        assert_eq!(Status::Unknown("New".into()), "new");
        assert_ne!(Status::InProgress, Status::Done);
        assert_eq!(*"Done", *Status::Done.as_str().replace('d', "D"));
        let set = HashSet::from([
            Status::Unknown("New".into()),
            Status::Unknown("NEW".into()),
            Status::Done,
        ]);
        assert_eq!(set.len(), 2);
    }
}
