//! What a scalar means: the core schema of YAML 1.2 (section 10.3.2) and its tags.

use saphyr_parser::Tag;
use serde_json::{Number, Value};

/// The value of a scalar, or what is wrong with it.
pub(super) fn resolve(text: &str, plain: bool, tag: Option<&Tag>) -> Result<Value, String> {
    let Some(tag) = tag else {
        return if plain {
            Ok(core(text))
        } else {
            Ok(Value::String(text.to_owned()))
        };
    };
    if tag.handle.is_empty() && tag.suffix == "!" || tag.handle == "!" && tag.suffix.is_empty() {
        return Ok(Value::String(text.to_owned()));
    }
    if !tag.is_yaml_core_schema() {
        return Err(unknown_tag(tag));
    }
    let value = match tag.suffix.as_str() {
        "str" => return Ok(Value::String(text.to_owned())),
        "null" | "bool" | "int" | "float" => core(text),
        _ => return Err(unknown_tag(tag)),
    };
    let fits = match tag.suffix.as_str() {
        "null" => value.is_null(),
        "bool" => value.is_boolean(),
        "int" => value.is_i64() || value.is_u64(),
        _ => value.is_number(),
    };
    if fits {
        Ok(value)
    } else {
        Err(format!("{text:?} is not a !!{}", tag.suffix))
    }
}

/// Whether a collection's tag, if it has one, is the one for its kind.
pub(super) fn expect_tag(tag: Option<&Tag>, suffix: &str) -> Result<(), String> {
    match tag {
        Some(tag) if !(tag.is_yaml_core_schema() && tag.suffix == suffix) => Err(unknown_tag(tag)),
        _ => Ok(()),
    }
}

fn unknown_tag(tag: &Tag) -> String {
    format!("the tag {}{} has no meaning here", tag.handle, tag.suffix)
}

fn core(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ => number(text).map_or_else(|| Value::String(text.to_owned()), Value::Number),
    }
}

/// A number that JSON has: `.inf`, `.nan` and what is too large for a double stay text.
fn number(text: &str) -> Option<Number> {
    for (prefix, radix) in [("0x", 16), ("0o", 8)] {
        if let Some(digits) = text.strip_prefix(prefix) {
            let digits = Some(digits).filter(|digits| !digits.starts_with('+'))?;
            return u64::from_str_radix(digits, radix).ok().map(Number::from);
        }
    }
    // Rust's numbers are YAML's, but for the words `inf` and `nan`.
    if !text
        .trim_start_matches(['-', '+'])
        .starts_with(|c: char| c.is_ascii_digit() || c == '.')
    {
        return None;
    }
    let exact = text.parse::<i64>().map(Number::from);
    let exact = exact.or_else(|_| text.parse::<u64>().map(Number::from));
    exact.ok().or_else(|| Number::from_f64(text.parse().ok()?))
}
