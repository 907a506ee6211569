//! JSON pointers and local `$ref`s.

use serde_json::Value;

/// A pointer to the field `token` of what `base` points at: `~` and `/` are escaped.
pub fn join(base: &str, token: &str) -> String {
    let mut pointer = String::with_capacity(base.len() + token.len() + 1);
    pointer.push_str(base);
    push(&mut pointer, token);
    pointer
}

/// [`join`] in place.
pub(crate) fn push(pointer: &mut String, token: &str) {
    pointer.push('/');
    for c in token.chars() {
        match c {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            c => pointer.push(c),
        }
    }
}

/// The unescaped tokens of a pointer.
pub fn tokens(pointer: &str) -> impl Iterator<Item = String> {
    pointer
        .split('/')
        .skip(1)
        .map(|token| token.replace("~1", "/").replace("~0", "~"))
}

/// The JSON pointer of a local reference: `#/definitions/a%20b` gives `/definitions/a b`, `#` the empty pointer.
/// `None` for a reference that leads out of the document or to an anchor.
pub fn local_pointer(reference: &str) -> Option<String> {
    let fragment = reference.strip_prefix('#')?;
    if !fragment.is_empty() && !fragment.starts_with('/') {
        return None;
    }
    let decoded = percent_encoding::percent_decode_str(fragment).decode_utf8();
    decoded.ok().map(std::borrow::Cow::into_owned)
}

/// The reference to a place: [`local_pointer`] backwards.
pub fn reference_to(pointer: &str) -> String {
    use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
    /// What RFC 3986 forbids in a fragment.
    const ESCAPED: &AsciiSet = &CONTROLS
        .add(b' ')
        .add(b'"')
        .add(b'#')
        .add(b'%')
        .add(b'<')
        .add(b'>')
        .add(b'[')
        .add(b'\\')
        .add(b']')
        .add(b'^')
        .add(b'`')
        .add(b'{')
        .add(b'|')
        .add(b'}');
    format!("#{}", utf8_percent_encode(pointer, ESCAPED))
}

/// What a local reference leads to, if anything.
pub fn resolve<'a>(root: &'a Value, reference: &str) -> Option<&'a Value> {
    root.pointer(&local_pointer(reference)?)
}

/// Follows a chain of bare references from `value` to the first thing that is none.
/// `None` where a link is broken or the chain leads back to itself.
pub fn follow<'a>(root: &'a Value, mut value: &'a Value) -> Option<&'a Value> {
    // A chain longer than this many links is a ring.
    for _ in 0..64 {
        match reference_of(value) {
            Some(reference) => value = resolve(root, reference)?,
            None => return Some(value),
        }
    }
    None
}

/// The text of a value's own `$ref`.
pub fn reference_of(value: &Value) -> Option<&str> {
    value.get("$ref").and_then(Value::as_str)
}

#[cfg(test)]
mod tests;
