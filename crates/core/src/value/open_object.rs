//! Structs that keep what they do not know, read and written without a detour.

/// Makes a struct with a field `extra: Extra` read and write a JSON object.
///
/// JSON fields go straight to those of the struct, nothing is buffered; those that it does not have go to `extra` and are
/// sent back. Each field is one of
/// - `required`: sent always, `null` and absent are its placeholder, see [`Absent`](crate::decode::Absent);
/// - `constant("…")`: as `required`, and has this value where none came;
/// - `optional`: an `Option`, sent where it is set;
/// - `nullable`: an `Option`, sent always, as `null` where it is unset;
/// - `collection`: a list or map, sent where it is not empty or was set to empty;
///
/// and with `read_only` after that never sent to the service. A type of which `sent` is said remembers what did not come
/// and what could not be read, and sends both back as they came; without, it is only received. The code that decodes a type of
/// which `response` is said is compiled with the type, not anew in each crate that sends a request for it.
///
/// ```
/// use azure_openai_core::Extra;
///
/// #[derive(Debug, PartialEq)]
/// struct Point {
///     kind: String,
///     x: i64,
///     label: Option<String>,
///     extra: Extra,
/// }
/// azure_openai_core::open_object!(Point, sent {
///     "kind" => kind: constant("point"),
///     "x" => x: required,
///     "label" => label: optional,
/// });
///
/// let point: Point = serde_json::from_str(r#"{"x":0,"z":3}"#)?;
/// assert_eq!((point.kind.as_str(), point.x, point.label.as_deref()), ("point", 0, None));
/// assert_eq!(point.extra["z"], 3);
/// assert_eq!(serde_json::to_string(&point)?, r#"{"kind":"point","x":0,"z":3}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! open_object {
    ($type:ident, response $(, $sent:ident)? { $($fields:tt)* }) => {
        $crate::open_object!(@object $type, [] $(, $sent)? { $($fields)* });
    };
    ($type:ident $(, $sent:ident)? { $($fields:tt)* }) => {
        $crate::open_object!(@object $type, [inline] $(, $sent)? { $($fields)* });
    };
    (@object $type:ident, $inline:tt { $($fields:tt)* }) => {
        $crate::open_object!(@impl $type, $inline, false { $($fields)* });
    };
    (@object $type:ident, $inline:tt, sent { $($fields:tt)* }) => {
        $crate::open_object!(@impl $type, $inline, true { $($fields)* });
    };
    (@impl $type:ident, [$($inline:ident)?], $sent:literal {
        $($key:literal => $field:ident: $how:ident $(($constant:literal))? $($only:ident)?),* $(,)?
    }) => {
        $crate::from_json!($type $(, $inline)?; [$($key),*]);

        impl $crate::decode::Absent for $type {
            fn absent() -> Self {
                Self {
                    $($field: $crate::open_object!(@absent $($constant)?),)*
                    extra: $crate::__macro::std::default::Default::default(),
                }
            }

            fn blank() -> Self {
                // A constant is made where none came.
                Self {
                    $($field: $crate::decode::Absent::absent(),)*
                    extra: $crate::__macro::std::default::Default::default(),
                }
            }

            fn fill<'de, __D: $crate::__macro::serde::Deserializer<'de>>(
                place: &mut Self,
                deserializer: __D,
            ) -> $crate::__macro::std::result::Result<(), __D::Error> {
                #[allow(non_camel_case_types, reason = "named as the fields are")]
                #[allow(dead_code, reason = "not every field can be missed")]
                enum __Field {
                    $($field,)*
                }
                const __KEYS: &[&str] = &[$($key),*];

                struct __Whole<'a>(&'a mut $type);

                impl<'de> $crate::__macro::serde::de::Visitor<'de> for __Whole<'_> {
                    type Value = ();

                    fn expecting(
                        &self,
                        f: &mut $crate::__macro::std::fmt::Formatter<'_>,
                    ) -> $crate::__macro::std::fmt::Result {
                        f.write_str(concat!("struct ", stringify!($type)))
                    }

                    fn visit_map<__A: $crate::__macro::serde::de::MapAccess<'de>>(
                        self,
                        map: __A,
                    ) -> $crate::__macro::std::result::Result<(), __A::Error> {
                        let whole = self.0;
                        let mut reader =
                            $crate::__macro::Reader::<_, { __KEYS.len().div_ceil(64) }, $sent>::new(map, __KEYS);
                        while let $crate::__macro::std::option::Option::Some(index) = reader.next(&mut whole.extra)? {
                            let _ = index;
                            $(if index == __Field::$field as usize {
                                reader.$how(&mut whole.$field, &mut whole.extra)?;
                                continue;
                            })*
                        }
                        $($crate::open_object!(@missing reader, __Field::$field as usize, whole, $field, $how $($constant)?);)*
                        $crate::__macro::std::result::Result::Ok(())
                    }
                }

                deserializer.deserialize_map(__Whole(place))
            }
        }

        impl $crate::__macro::serde::Serialize for $type {
            fn serialize<__S: $crate::__macro::serde::Serializer>(
                &self,
                serializer: __S,
            ) -> $crate::__macro::std::result::Result<__S::Ok, __S::Error> {
                #[allow(unused_mut, reason = "a struct can have no fields")]
                let mut writer = $crate::__macro::Writer::<__S>::new(serializer, &self.extra)?;
                $($crate::open_object!(@write writer, $key, &self.$field, $how $($only)?);)*
                writer.end()
            }
        }

        impl<'de> $crate::__macro::serde::Deserialize<'de> for $type {
            fn deserialize<__D: $crate::__macro::serde::Deserializer<'de>>(
                deserializer: __D,
            ) -> $crate::__macro::std::result::Result<Self, __D::Error> {
                let mut whole = <Self as $crate::decode::Absent>::blank();
                <Self as $crate::decode::Absent>::fill(&mut whole, deserializer)?;
                $crate::__macro::std::result::Result::Ok(whole)
            }
        }
    };
    (@absent) => {
        $crate::decode::Absent::absent()
    };
    (@absent $constant:literal) => {
        $crate::__macro::std::convert::From::from($constant)
    };
    (@write $writer:ident, $key:literal, $value:expr, $how:ident) => {
        $writer.$how($key, $value)?
    };
    (@write $writer:ident, $key:literal, $value:expr, $how:ident read_only) => {
        if !$writer.is_left_out($key) {
            $writer.$how($key, $value)?
        }
    };
    (@missing $reader:ident, $index:expr, $whole:ident, $field:ident, constant $constant:literal) => {
        if !$reader.came($index) {
            $whole.$field = $crate::__macro::std::convert::From::from($constant);
        }
    };
    (@missing $reader:ident, $index:expr, $whole:ident, $field:ident, required) => {
        $reader.missing($index, &mut $whole.extra)
    };
    (@missing $reader:ident, $index:expr, $whole:ident, $field:ident, nullable) => {
        $reader.missing($index, &mut $whole.extra)
    };
    (@missing $reader:ident, $index:expr, $whole:ident, $field:ident, $how:ident) => {};
}

/// Measures how well a JSON object fits a struct: it has all required fields, and constants have their value.
///
/// Each field is `required`, `optional`, `constant("…")`, which is required too, or `only("…")`, which has this value where
/// it is there.
#[macro_export]
macro_rules! fit_object {
    ($type:ident { $($key:literal: $field:ty = $how:ident $(($constant:literal))?),* $(,)? }) => {
        impl $crate::decode::Fit for $type {
            fn fit(value: &$crate::Value) -> $crate::__macro::std::option::Option<u32> {
                let object = value.as_object()?;
                #[allow(unused_mut, reason = "a struct can have no fields")]
                let mut score = 1;
                $($crate::fit_object!(@field object, score, $key, $field, $how $(($constant))?);)*
                let _ = object;
                $crate::__macro::std::option::Option::Some(score)
            }
        }
    };
    (@field $object:ident, $score:ident, $key:literal, $field:ty, required) => {
        if !$object.contains_key($key) {
            return $crate::__macro::std::option::Option::None;
        }
        $crate::__macro::fit_field::<$field>($object, $key, &mut $score);
    };
    (@field $object:ident, $score:ident, $key:literal, $field:ty, optional) => {
        $crate::__macro::fit_field::<$field>($object, $key, &mut $score);
    };
    (@field $object:ident, $score:ident, $key:literal, $field:ty, constant($constant:literal)) => {
        if !$crate::__macro::same_value($object.get($key)?, &$crate::Value::from($constant)) {
            return $crate::__macro::std::option::Option::None;
        }
        $score += 4;
    };
    (@field $object:ident, $score:ident, $key:literal, $field:ty, only($constant:literal)) => {
        if let $crate::__macro::std::option::Option::Some(value) = $object.get($key) {
            if !$crate::__macro::same_value(value, &$crate::Value::from($constant)) {
                return $crate::__macro::std::option::Option::None;
            }
            $score += 4;
        }
    };
}
