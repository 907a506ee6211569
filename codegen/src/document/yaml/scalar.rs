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
    let radix = |digits: &str, radix| {
        digits
            .bytes()
            .all(|b| char::from(b).is_digit(radix))
            .then(|| u64::from_str_radix(digits, radix).ok())
            .flatten()
            .map(Number::from)
    };
    if let Some(hex) = text.strip_prefix("0x") {
        return radix(hex, 16);
    }
    if let Some(octal) = text.strip_prefix("0o") {
        return radix(octal, 8);
    }
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let negative = text.starts_with('-');
    if !unsigned.is_empty() && unsigned.bytes().all(|b| b.is_ascii_digit()) {
        let exact = if negative {
            text.parse::<i64>().ok().map(Number::from)
        } else {
            unsigned.parse::<u64>().ok().map(Number::from)
        };
        if exact.is_some() {
            return exact;
        }
    }
    // `-0` aside, what is left is a float or an integer beyond 64 bits.
    let float = is_float(unsigned).then(|| text.parse::<f64>().ok()).flatten()?;
    Number::from_f64(float)
}

/// `( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
fn is_float(unsigned: &str) -> bool {
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let mantissa_fits = match mantissa.split_once('.') {
        Some((whole, part)) => digits(whole) && digits(part) && !(whole.is_empty() && part.is_empty()),
        None => !mantissa.is_empty() && digits(mantissa),
    };
    let exponent_fits = exponent.is_none_or(|e| {
        let e = e.strip_prefix(['-', '+']).unwrap_or(e);
        !e.is_empty() && digits(e)
    });
    mantissa_fits && exponent_fits
}
