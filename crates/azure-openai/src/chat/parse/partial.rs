//! JSON whose end has not come yet.

use azure_openai_core::Value;

/// The value of a text that may end anywhere: what is open is closed, and what is not whole is left out, but for
/// strings. (`jiter` reads such texts as well, into values of its own and with a dozen dependencies.)
pub(super) fn value(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok().or_else(|| {
        let closed = close(text)?;
        serde_json::from_str(&closed).ok()
    })
}

fn close(text: &str) -> Option<String> {
    // The closing brackets, the innermost last.
    let mut open = Vec::new();
    let mut in_string = false;
    // In an object, a string after the colon is a value; one before it is a key.
    let mut is_value = true;
    // Letters of an escape that are to come.
    let mut escaped = 0;
    // Up to here the text can be closed, and whether a string is open there. Brackets open and close only at such
    // places.
    let mut whole = None;
    for (place, letter) in text.char_indices() {
        let end = place + letter.len_utf8();
        if in_string {
            match (escaped, letter) {
                (0, '\\') => escaped = 1,
                (0, '"') => {
                    in_string = false;
                    if is_value {
                        whole = Some((end, false));
                    }
                }
                (1, 'u') => escaped = 5,
                // After `\u…` the other half of a pair may follow.
                (2, _) => escaped = 0,
                (3.., _) => escaped -= 1,
                (_, _) => {
                    escaped = 0;
                    if is_value {
                        whole = Some((end, true));
                    }
                }
            }
            continue;
        }
        match letter {
            '"' => {
                in_string = true;
                if is_value {
                    whole = Some((end, true));
                }
            }
            '{' | '[' => {
                open.push(if letter == '{' { '}' } else { ']' });
                is_value = letter == '[';
                whole = Some((end, false));
            }
            '}' | ']' => {
                open.pop();
                whole = Some((end, false));
            }
            ':' => is_value = true,
            ',' => {
                is_value = open.last() == Some(&']');
                whole = Some((place, false));
            }
            _ => {}
        }
    }
    let (end, in_string) = whole?;
    let quote = if in_string { "\"" } else { "" };
    Some(
        [&text[..end], quote]
            .into_iter()
            .map(str::to_owned)
            .chain(open.iter().rev().map(char::to_string))
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn strings_grow_and_the_rest_comes_when_it_is_whole() {
        for (text, expected) in [
            ("", None),
            ("  ", None),
            ("no JSON", None),
            ("{", Some(json!({}))),
            (r#"{"na"#, Some(json!({}))),
            (r#"{"name""#, Some(json!({}))),
            (r#"{"name":"#, Some(json!({}))),
            (r#"{"name":"Os"#, Some(json!({"name": "Os"}))),
            (r#"{"name":"Os\"#, Some(json!({"name": "Os"}))),
            (r#"{"name":"Os\u00"#, Some(json!({"name": "Os"}))),
            (r#"{"name":"Os\ud83d"#, Some(json!({"name": "Os"}))),
            (r#"{"name":"Os\ud83d\ude00!"#, Some(json!({"name": "Os😀!"}))),
            (r#"{"name":"Oslo","n":7"#, Some(json!({"name": "Oslo"}))),
            (r#"{"name":"Oslo","n":7,"#, Some(json!({"name": "Oslo", "n": 7}))),
            (r#"{"a":[1,23"#, Some(json!({"a": [1]}))),
            (r#"{"a":[{"b":tr"#, Some(json!({"a": [{}]}))),
            (
                r#"{"a":[{"b":true}],"c":{"d":"]}"#,
                Some(json!({"a": [{"b": true}], "c": {"d": "]}"}})),
            ),
        ] {
            assert_eq!(value(text), expected, "{text}");
        }
    }

    #[test]
    fn every_start_of_a_text_has_a_value_that_only_grows() {
        let text = r#"{"s":"a\n\"é\u00e9\ud83d\ude00","l":[{"x":[]},-1.5e3,null],"o":{"k":"v"}}"#;
        let mut seen = 0;
        for (end, _) in text.char_indices().skip(1) {
            let value = value(&text[..end]).unwrap_or_else(|| panic!("no value in {}", &text[..end]));
            let length = value.to_string().len();
            assert!(length >= seen, "{value}");
            seen = length;
        }
        assert_eq!(value(text), serde_json::from_str(text).ok());
    }
}
