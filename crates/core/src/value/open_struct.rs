//! Structs that keep what they do not know, decoded without a detour.

/// Implements `Deserialize` for a struct that is `Default` and keeps unknown members in its field `extra`.
///
/// It does what deriving it with `#[serde(default)]` and `#[serde(flatten)]` does, in fewer steps: known members go
/// straight to their fields, nothing is buffered. A stream has such a struct several times an event. Fields are `Option`s;
/// behind `or_default` they are not, and `null` stands for their default.
///
/// ```
/// use azure_openai_core::Extra;
///
/// #[derive(Default)]
/// struct Point {
///     x: i64,
///     label: Option<String>,
///     extra: Extra,
/// }
/// azure_openai_core::open_struct!(Point { "x" => x: or_default, "label" => label });
///
/// let point: Point = serde_json::from_str(r#"{"x":null,"label":"a","z":3}"#)?;
/// assert_eq!((point.x, point.label.as_deref()), (0, Some("a")));
/// assert_eq!(point.extra["z"], 3);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! open_struct {
    ($type:ident { $($key:literal => $field:ident $(: $how:ident)?),* $(,)? }) => {
        impl<'de> $crate::__macro::serde::Deserialize<'de> for $type {
            fn deserialize<__D: $crate::__macro::serde::Deserializer<'de>>(
                deserializer: __D,
            ) -> $crate::__macro::std::result::Result<Self, __D::Error> {
                #[allow(non_camel_case_types, reason = "named as the fields are")]
                enum __Key {
                    $($field,)*
                    __Other($crate::__macro::std::string::String),
                }

                impl<'de> $crate::__macro::serde::Deserialize<'de> for __Key {
                    fn deserialize<__D: $crate::__macro::serde::Deserializer<'de>>(
                        deserializer: __D,
                    ) -> $crate::__macro::std::result::Result<Self, __D::Error> {
                        struct __AnyKey;

                        impl $crate::__macro::serde::de::Visitor<'_> for __AnyKey {
                            type Value = __Key;

                            fn expecting(
                                &self,
                                f: &mut $crate::__macro::std::fmt::Formatter<'_>,
                            ) -> $crate::__macro::std::fmt::Result {
                                f.write_str("the name of a member")
                            }

                            #[inline]
                            fn visit_str<__E>(
                                self,
                                key: &str,
                            ) -> $crate::__macro::std::result::Result<__Key, __E> {
                                $crate::__macro::std::result::Result::Ok(match key {
                                    $($key => __Key::$field,)*
                                    _ => __Key::__Other(key.to_owned()),
                                })
                            }
                        }

                        deserializer.deserialize_identifier(__AnyKey)
                    }
                }

                struct __Whole;

                impl<'de> $crate::__macro::serde::de::Visitor<'de> for __Whole {
                    type Value = $type;

                    fn expecting(
                        &self,
                        f: &mut $crate::__macro::std::fmt::Formatter<'_>,
                    ) -> $crate::__macro::std::fmt::Result {
                        f.write_str(concat!("struct ", stringify!($type)))
                    }

                    fn visit_map<__A: $crate::__macro::serde::de::MapAccess<'de>>(
                        self,
                        mut map: __A,
                    ) -> $crate::__macro::std::result::Result<$type, __A::Error> {
                        let mut whole = <$type as $crate::__macro::std::default::Default>::default();
                        while let $crate::__macro::std::option::Option::Some(key) = map.next_key::<__Key>()? {
                            match key {
                                $(__Key::$field => whole.$field = $crate::open_struct!(@value map $($how)?),)*
                                __Key::__Other(name) => {
                                    let _ = whole.extra.insert(name, map.next_value()?);
                                }
                            }
                        }
                        $crate::__macro::std::result::Result::Ok(whole)
                    }
                }

                deserializer.deserialize_map(__Whole)
            }
        }
    };
    (@value $map:ident) => {
        $map.next_value()?
    };
    (@value $map:ident or_default) => {
        $map.next_value::<$crate::__macro::std::option::Option<_>>()?.unwrap_or_default()
    };
}
