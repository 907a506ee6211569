//! Enums of values that are not strings, or not all of them, that take values they do not know.

use serde_json::Value;

/// Makes an enum with a variant `Unknown(Value)` an open set of JSON values: integers, numbers, booleans, strings, mixed.
///
/// It gives `to_value`, `From<Value>`, `Serialize`, `Deserialize`, [`ToParameter`](crate::ToParameter) and comparison;
/// numbers are the same where their values are (`1` and `1.0`). A value that is not listed is kept as it came.
///
/// ```
/// /// How many.
/// #[derive(Clone, Debug)]
/// #[non_exhaustive]
/// pub enum Count {
///     /// One.
///     One,
///     /// As many as there are.
///     All,
///     /// A value this version does not know.
///     Unknown(azure_openai_core::Value),
/// }
/// azure_openai_core::open_values!(Count { One = 1, All = "all" });
///
/// let count: Count = serde_json::from_str("1")?;
/// assert_eq!(count, Count::One);
/// assert_eq!(serde_json::to_string(&Count::All)?, r#""all""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! open_values {
    ($name:ident { $($variant:ident = $value:literal),* $(,)? }) => {
        impl $name {
            /// The value as the service writes it.
            #[allow(unreachable_pub, reason = "the enum's own visibility decides")]
            pub fn to_value(&self) -> $crate::Value {
                match self {
                    $(Self::$variant => $crate::Value::from($value),)*
                    Self::Unknown(value) => value.clone(),
                }
            }

            fn known(value: &$crate::Value) -> $crate::__macro::std::option::Option<Self> {
                $(if $crate::__macro::same_value(value, &$crate::Value::from($value)) {
                    return $crate::__macro::std::option::Option::Some(Self::$variant);
                })*
                $crate::__macro::std::option::Option::None
            }
        }

        $crate::from_json!($name, inline);

        impl $crate::decode::Absent for $name {
            fn absent() -> Self {
                Self::Unknown($crate::Value::Null)
            }
        }

        impl $crate::decode::Fit for $name {
            fn fit(value: &$crate::Value) -> $crate::__macro::std::option::Option<u32> {
                use $crate::__macro::std::mem::discriminant;
                if Self::known(value).is_some() {
                    return $crate::__macro::std::option::Option::Some(3);
                }
                // Another value of the JSON type of one that is listed.
                let listed = [$($crate::Value::from($value)),*];
                listed.iter().any(|listed| discriminant(listed) == discriminant(value)).then_some(0)
            }
        }

        impl<__T: $crate::__macro::std::convert::Into<$crate::Value>> $crate::__macro::std::convert::From<__T> for $name {
            fn from(value: __T) -> Self {
                let value = value.into();
                Self::known(&value).unwrap_or(Self::Unknown(value))
            }
        }

        impl $crate::__macro::serde::Serialize for $name {
            fn serialize<__S: $crate::__macro::serde::Serializer>(
                &self,
                serializer: __S,
            ) -> $crate::__macro::std::result::Result<__S::Ok, __S::Error> {
                $crate::__macro::serde::Serialize::serialize(&self.to_value(), serializer)
            }
        }

        impl<'de> $crate::__macro::serde::Deserialize<'de> for $name {
            fn deserialize<__D: $crate::__macro::serde::Deserializer<'de>>(
                deserializer: __D,
            ) -> $crate::__macro::std::result::Result<Self, __D::Error> {
                let value = <$crate::Value as $crate::__macro::serde::Deserialize>::deserialize(deserializer)?;
                if value.is_array() || value.is_object() {
                    return $crate::__macro::std::result::Result::Err($crate::__macro::serde::de::Error::custom(
                        concat!("a list or an object in place of ", stringify!($name)),
                    ));
                }
                $crate::__macro::std::result::Result::Ok(value.into())
            }
        }

        impl $crate::ToParameter for $name {
            fn to_parameter(&self) -> $crate::__macro::std::borrow::Cow<'_, str> {
                let text = $crate::ToParameter::to_parameter(&self.to_value()).into_owned();
                $crate::__macro::std::borrow::Cow::Owned(text)
            }
        }

        impl $crate::__macro::std::cmp::PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                $crate::__macro::same_value(&self.to_value(), &other.to_value())
            }
        }
    };
}

/// Whether two values are the same: numbers by value, whatever they are written as.
pub fn same_value(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a == b || (a.is_f64() || b.is_f64()) && a.as_f64() == b.as_f64(),
        (a, b) => a == b,
    }
}
