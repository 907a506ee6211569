//! Names of fields and files in a form.

use std::borrow::Cow;

/// Escapes a name that is sent in quotes: what would end the line or the quotes is percent-encoded, as the HTML standard
/// has it. Everything else is sent as UTF-8.
pub(crate) fn escape(name: &str) -> Cow<'_, str> {
    if !name.contains(|c: char| c == '"' || c.is_control()) {
        return Cow::Borrowed(name);
    }
    let mut escaped = String::with_capacity(name.len() + 8);
    for c in name.chars() {
        if c == '"' || c.is_control() {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                escaped.push_str(&format!("%{byte:02X}"));
            }
        } else {
            escaped.push(c);
        }
    }
    Cow::Owned(escaped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_end_their_quotes_or_line() {
        assert_eq!(escape("größe.txt"), "größe.txt");
        assert_eq!(escape("a\"; x=\"\r\nX: y\0"), "a%22; x=%22%0D%0AX: y%00");
    }
}
