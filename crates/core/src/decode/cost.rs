//! What decoding JSON may cost.

/// Text of this length cannot hold more than may be decoded.
const SMALL: usize = MOST_OBJECTS;
/// How many objects and lists are decoded. Each may become a struct of a kilobyte, though `{}` has two bytes.
const MOST_OBJECTS: usize = 100_000;
/// How many fields and items are decoded.
const MOST_ITEMS: usize = 1_000_000;

/// Whether JSON text has so few values that decoding it takes at most some 100 MiB and a fraction of a second. An event of
/// 16 MiB could otherwise take a hundred times its size.
pub(crate) fn is_bounded(text: &str) -> bool {
    if text.len() <= SMALL {
        return true;
    }
    let (mut objects, mut items) = (0, 0);
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'{' | b'[' => objects += 1,
            b',' => items += 1,
            b'"' => skip_string(&mut bytes),
            _ => {}
        }
    }
    objects <= MOST_OBJECTS && items <= MOST_ITEMS
}

/// Skips the rest of a string.
fn skip_string(bytes: &mut std::str::Bytes<'_>) {
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => return,
            b'\\' => drop(bytes.next()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_strings_are_bounded_and_many_values_are_not() {
        let string = format!(r#"{{"text":"{}"}}"#, r#"{[,\"\\"#.repeat(2 << 20));
        assert!(is_bounded(&string));
        for many in ["{},", "[],", "1,"] {
            assert!(!is_bounded(&format!("[{}0]", many.repeat(MOST_ITEMS + 1))), "{many}");
            assert!(is_bounded(&format!("[{}0]", many.repeat(MOST_OBJECTS / 2))), "{many}");
        }
    }
}
