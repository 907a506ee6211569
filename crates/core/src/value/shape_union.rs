//! Unions whose variant is chosen by the shape of the JSON value.

/// Makes an enum with a variant `Unknown(Value)` a union without a tag: it decodes as the variant that
/// [fits](crate::decode::Fit) the value best, the first of those that fit equally, and keeps a value that fits none.
///
/// ```
/// use azure_openai_core::Value;
///
/// #[derive(Debug, PartialEq)]
/// enum Stop {
///     One(String),
///     Many(Vec<String>),
///     Unknown(Value),
/// }
/// azure_openai_core::shape_union!(Stop { One(String), Many(Vec<String>) });
///
/// let stop: Stop = serde_json::from_str(r#"["a"]"#)?;
/// assert_eq!(stop, Stop::Many(vec!["a".to_owned()]));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! shape_union {
    ($name:ident { $($variant:ident($inner:ty)),* $(,)? }) => {
        impl $crate::__macro::serde::Serialize for $name {
            fn serialize<__S: $crate::__macro::serde::Serializer>(
                &self,
                serializer: __S,
            ) -> $crate::__macro::std::result::Result<__S::Ok, __S::Error> {
                match self {
                    $(Self::$variant(value) => $crate::decode::Absent::put(value, serializer),)*
                    Self::Unknown(value) => $crate::__macro::serde::Serialize::serialize(value, serializer),
                }
            }
        }

        impl<'de> $crate::__macro::serde::Deserialize<'de> for $name {
            fn deserialize<__D: $crate::__macro::serde::Deserializer<'de>>(
                deserializer: __D,
            ) -> $crate::__macro::std::result::Result<Self, __D::Error> {
                let json = <$crate::__macro::JsonText<'_> as $crate::__macro::serde::Deserialize>::deserialize(deserializer)?;
                let value = json.value::<__D::Error>()?;
                let best = $crate::__macro::best(&[$(<$inner as $crate::decode::Fit>::fit(&value)),*]);
                let mut index = 0;
                $(if best == $crate::__macro::std::option::Option::Some(index) {
                    // What fits and still can't be read is kept as it came.
                    return $crate::__macro::std::result::Result::Ok(
                        json.read::<$inner>().map_or_else(|| Self::Unknown(value), Self::$variant),
                    );
                }
                index += 1;)*
                let _ = (best, index);
                $crate::__macro::std::result::Result::Ok(Self::Unknown(value))
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
                let fits: &[$crate::__macro::std::option::Option<u32>] = &[$(<$inner as $crate::decode::Fit>::fit(value)),*];
                fits.iter().copied().flatten().max()
            }
        }
    };
}

/// The first of those that fit best.
pub fn best(fits: &[Option<u32>]) -> Option<usize> {
    let best = fits.iter().copied().flatten().max()?;
    fits.iter().position(|fit| *fit == Some(best))
}
