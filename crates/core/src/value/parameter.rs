//! Values as text in paths, queries, headers and form fields.

use std::borrow::Cow;

use serde_json::Value;

use super::Secret;

/// A value that a path, query, header or form field can carry: strings, numbers, `bool`, open enums, timestamps, JSON,
/// and lists of them.
pub trait ToParameter {
    /// The value as plain text, not yet encoded. A list is joined by commas.
    fn to_parameter(&self) -> Cow<'_, str>;

    /// Calls `each` for every value that is sent under the parameter's name: once, but for a list once an item.
    fn each_parameter(&self, each: &mut dyn FnMut(&str)) {
        each(&self.to_parameter());
    }
}

macro_rules! displayed {
    ($($type:ty),*) => {
        $(impl ToParameter for $type {
            fn to_parameter(&self) -> Cow<'_, str> {
                Cow::Owned(self.to_string())
            }
        })*
    };
}
displayed!(
    bool, char, i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64
);

impl ToParameter for str {
    fn to_parameter(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

impl ToParameter for String {
    fn to_parameter(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

impl ToParameter for Secret {
    fn to_parameter(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.expose())
    }
}

/// A string as it is, `null` as nothing, an array as a list, anything else as JSON text.
impl ToParameter for Value {
    fn to_parameter(&self) -> Cow<'_, str> {
        match self {
            Value::String(text) => Cow::Borrowed(text),
            Value::Null => Cow::Borrowed(""),
            Value::Array(items) => items.to_parameter(),
            other => Cow::Owned(other.to_string()),
        }
    }

    fn each_parameter(&self, each: &mut dyn FnMut(&str)) {
        match self {
            Value::Null => {}
            Value::Array(items) => items.each_parameter(each),
            other => each(&other.to_parameter()),
        }
    }
}

/// `None` is sent as empty text: as an item of a list it keeps its place.
impl<T: ToParameter> ToParameter for Option<T> {
    fn to_parameter(&self) -> Cow<'_, str> {
        self.as_ref().map_or(Cow::Borrowed(""), T::to_parameter)
    }
}

impl<T: ToParameter> ToParameter for [T] {
    fn to_parameter(&self) -> Cow<'_, str> {
        Cow::Owned(self.iter().map(ToParameter::to_parameter).collect::<Vec<_>>().join(","))
    }

    fn each_parameter(&self, each: &mut dyn FnMut(&str)) {
        for item in self {
            item.each_parameter(each);
        }
    }
}

impl<T: ToParameter> ToParameter for Vec<T> {
    fn to_parameter(&self) -> Cow<'_, str> {
        self.as_slice().to_parameter()
    }

    fn each_parameter(&self, each: &mut dyn FnMut(&str)) {
        self.as_slice().each_parameter(each);
    }
}

impl<T: ToParameter + ToOwned + ?Sized> ToParameter for Cow<'_, T> {
    fn to_parameter(&self) -> Cow<'_, str> {
        (**self).to_parameter()
    }

    fn each_parameter(&self, each: &mut dyn FnMut(&str)) {
        (**self).each_parameter(each);
    }
}

impl<T: ToParameter + ?Sized> ToParameter for &T {
    fn to_parameter(&self) -> Cow<'_, str> {
        (**self).to_parameter()
    }

    fn each_parameter(&self, each: &mut dyn FnMut(&str)) {
        (**self).each_parameter(each);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Timestamp;

    fn values(value: &dyn ToParameter) -> Vec<String> {
        let mut all = Vec::new();
        value.each_parameter(&mut |text| all.push(text.to_owned()));
        all
    }

    #[test]
    fn every_type_has_parameter_text() {
        assert_eq!(values(&true), ["true"]);
        assert_eq!(values(&-3_i64), ["-3"]);
        assert_eq!(values(&0.25), ["0.25"]);
        assert_eq!(values(&Timestamp::from(7)), ["7"]);
        assert_eq!(values(&vec!["a", "b,c"]), ["a", "b,c"]);
        assert_eq!(
            values(&serde_json::json!([1, "x", null, {"a": 1}])),
            ["1", "x", r#"{"a":1}"#]
        );
        assert_eq!(vec!["a", "b"].to_parameter(), "a,b");
        assert_eq!(values(&vec![Some("a"), None, Some("")]), ["a", "", ""]);
    }
}
