//! Paths and queries, percent-encoded.

use std::borrow::Cow;

use percent_encoding::utf8_percent_encode;

use super::style::{ParameterText, RESERVED};
use crate::error::{Error, ErrorKind};

/// Puts the parameters into an operation's path.
pub(super) fn expand(
    template: &str,
    parameters: &[(Cow<'static, str>, ParameterText)],
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
        match value.plain() {
            Some("") => return Err(invalid(format!("the path parameter `{name}` is empty"))),
            // A client or gateway would take these for a place in the path, encoded or not.
            Some(value @ ("." | "..")) => {
                return Err(invalid(format!("the path parameter `{name}` must not be `{value}`")));
            }
            Some(_) => {}
            None if value.encoded().split('/').any(is_dots) => {
                return Err(invalid(format!(
                    "the path parameter `{name}` must not have `.` or `..` between its slashes"
                )));
            }
            None => {}
        }
        into.push_str(before);
        into.push_str(&value.encoded());
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

/// Whether URLs take a segment for a place in the path, encoded or not.
fn is_dots(segment: &str) -> bool {
    matches!(segment.to_ascii_lowercase().replace("%2e", ".").as_str(), "." | "..")
}

/// Appends the query, with its question mark, or to the query that is there.
pub(super) fn append_query<'a>(pairs: impl Iterator<Item = (&'a str, Cow<'a, str>)>, into: &mut String) {
    for (name, value) in pairs {
        into.push(if into.contains('?') { '&' } else { '?' });
        into.extend(utf8_percent_encode(name, RESERVED));
        into.push('=');
        into.push_str(&value);
    }
}

/// The error for a URL that cannot be parsed.
pub(super) fn invalid_url(error: url::ParseError) -> Error {
    invalid("endpoint and path do not form a URL".into()).with_source(error)
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
        expand(
            template,
            &[("id".into(), ParameterText::Plain(value.to_owned()))],
            &mut path,
        )
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
    fn value_that_is_not_a_segment_is_refused_by_name() {
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

    #[test]
    fn encoded_values_keep_their_slashes_but_no_dots() {
        let raw = |value: &str| {
            let mut path = String::new();
            let text = ParameterText::Encoded(value.to_owned());
            expand("/{id}/locks", &[("id".into(), text)], &mut path)
                .map(|()| path)
                .ok()
        };
        assert_eq!(raw("a/b%2Fc").as_deref(), Some("/a/b%2Fc/locks"));
        assert_eq!(raw("").as_deref(), Some("//locks"));
        for dots in ["a/../b", ".", "a/%2e%2E"] {
            assert_eq!(raw(dots), None, "{dots}");
        }
    }

    #[test]
    fn a_query_in_the_path_goes_on() {
        let mut url = "/a?comp=list".to_owned();
        append_query([("b", "1".into()), ("c", "2".into())].into_iter(), &mut url);
        assert_eq!(url, "/a?comp=list&b=1&c=2");
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
