//! Paths and queries, percent-encoded.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::error::{Error, ErrorKind};

/// Everything but RFC 3986's unreserved characters.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Puts the parameters into an operation's path.
pub(super) fn expand(
    template: &str,
    parameters: &[(Cow<'static, str>, String)],
    into: &mut String,
) -> Result<(), Error> {
    let mut used = 0;
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            return Err(invalid(format!("the path `{template}` has a brace that is not closed")));
        };
        let Some((_, value)) = parameters.iter().rfind(|(other, _)| other == name) else {
            return Err(invalid(format!("the path parameter `{name}` is missing")));
        };
        match value.as_str() {
            "" => return Err(invalid(format!("the path parameter `{name}` is empty"))),
            // A client or gateway would take these for a place in the path, encoded or not.
            "." | ".." => {
                return Err(invalid(format!("the path parameter `{name}` must not be `{value}`")));
            }
            value => {
                into.push_str(before);
                into.extend(utf8_percent_encode(value, RESERVED));
            }
        }
        used += 1;
        rest = after;
    }
    into.push_str(rest);
    if used < parameters.len()
        && let Some((name, _)) = parameters
            .iter()
            .find(|(name, _)| !template.contains(&format!("{{{name}}}")))
    {
        return Err(invalid(format!("the path `{template}` has no parameter `{name}`")));
    }
    Ok(())
}

/// Appends the query, with its question mark.
pub(super) fn append_query<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>, into: &mut String) {
    for (index, (name, value)) in pairs.enumerate() {
        into.push(if index == 0 { '?' } else { '&' });
        into.extend(utf8_percent_encode(name, RESERVED));
        into.push('=');
        into.extend(utf8_percent_encode(value, RESERVED));
    }
}

fn invalid(text: String) -> Error {
    Error::new(ErrorKind::InvalidRequest, text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn expanded(template: &str, value: &str) -> Result<String, String> {
        let mut path = String::new();
        expand(template, &[("id".into(), value.to_owned())], &mut path)
            .map(|()| path)
            .map_err(|error| error.to_string())
    }

    #[test]
    fn a_parameter_is_one_segment() {
        for (value, expected) in [
            ("gpt-4o_1.0~x", "gpt-4o_1.0~x"),
            ("a/b", "a%2Fb"),
            ("ü", "%C3%BC"),
            ("a b", "a%20b"),
            ("100%", "100%25"),
            ("%2e%2e", "%252e%252e"),
            ("?x#y", "%3Fx%23y"),
            ("a\\b", "a%5Cb"),
            ("...", "..."),
            ("{id}", "%7Bid%7D"),
        ] {
            assert_eq!(
                expanded("/files/{id}/content", value),
                Ok(format!("/files/{expected}/content"))
            );
        }
    }

    #[test]
    fn what_is_no_segment_is_refused_by_name() {
        assert_eq!(expanded("/{id}", ""), Err("the path parameter `id` is empty".into()));
        assert_eq!(
            expanded("/{id}", ".."),
            Err("the path parameter `id` must not be `..`".into())
        );
        assert_eq!(
            expanded("/{id}", "."),
            Err("the path parameter `id` must not be `.`".into())
        );
        assert_eq!(
            expanded("/{id}/{name}", "a"),
            Err("the path parameter `name` is missing".into())
        );
        assert_eq!(
            expanded("/files", "a"),
            Err("the path `/files` has no parameter `id`".into())
        );
        assert!(expanded("/{id", "a").is_err());
    }

    proptest! {
        #[test]
        fn survives_the_url_parser_unchanged(value in "\\PC{1,20}") {
            prop_assume!(value != "." && value != "..");
            let path = expanded("/files/{id}/content", &value).unwrap();
            let url = url::Url::parse(&format!("https://host/openai{path}")).unwrap();
            let segments: Vec<_> = url.path_segments().unwrap().collect();
            prop_assert_eq!(segments.len(), 4);
            let decoded = percent_encoding::percent_decode_str(segments[2]).decode_utf8().unwrap();
            prop_assert_eq!(decoded, value);
        }
    }
}
