//! Redaction: foreign text enters errors, `Debug` and traces through here.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use http::header::{ACCEPT, ACCEPT_LANGUAGE, CONTENT_TYPE, USER_AGENT};
use http::{HeaderMap, HeaderValue};
use memchr::{memchr, memchr3, memmem};
use url::{Url, form_urlencoded};

use crate::value::Secret;

/// What stands where a server repeated a secret.
pub(crate) const REDACTED: &str = "[redacted]";
/// Shorter texts are not keys, and would be found in words.
const SHORTEST: usize = 8;
/// Where a link's signature begins. A shared access signature is a secret wherever the link came from.
const SIGNATURE: &str = "sig=";
/// Headers of the caller whose values servers send back, and that are not secret.
const SHOWN: [&str; 6] = [
    "x-ms-client-request-id",
    "x-request-id",
    "x-correlation-id",
    "traceparent",
    "tracestate",
    "prefer",
];

/// The cause of an error.
type Source = Box<dyn std::error::Error + Send + Sync>;

/// Replaces each of the secrets in a text by `[redacted]`, also where it is escaped: what a token provider may say of a
/// foreign text in its error. Secrets of fewer than eight bytes are left, since they would be found in words.
///
/// ```
/// use azure_openai_core::{Secret, redact};
/// let secrets = [Secret::new("client-secret")];
/// assert_eq!(redact("refused client%2Dsecret", &secrets), "refused [redacted]");
/// ```
pub fn redact<'t>(text: &'t str, secrets: &[Secret]) -> Cow<'t, str> {
    Secrets::from_iter(secrets.iter().cloned()).redact(text)
}

/// What a request is sent with and nobody may see: the credential, and the values of the caller's headers.
#[derive(Clone, Default)]
pub(crate) struct Secrets {
    credential: Option<Arc<[Secret]>>,
    others: Option<Arc<[Secret]>>,
}

impl Secrets {
    /// The secrets of an attempt; `others` belong to all attempts of the request.
    pub(crate) fn new(credential: Arc<[Secret]>, others: Option<Arc<[Secret]>>) -> Self {
        Self {
            credential: Some(credential),
            others,
        }
    }

    /// The secrets among the caller's headers and query parameters.
    pub(crate) fn of_request(headers: &HeaderMap, url: &Url) -> Vec<Secret> {
        let shown = |name: &http::HeaderName| {
            [ACCEPT, ACCEPT_LANGUAGE, CONTENT_TYPE, USER_AGENT].contains(name) || SHOWN.contains(&name.as_str())
        };
        let mut secrets: Vec<_> = headers
            .iter()
            .filter(|(name, value)| value.is_sensitive() && !shown(name))
            .filter_map(|(_, value)| value.to_str().ok())
            .filter(|value| value.len() >= SHORTEST)
            .map(Secret::new)
            .collect();
        let is_key = |name: &str| {
            let name = name.to_ascii_lowercase();
            ["key", "token", "secret", "sig", "password", "auth"]
                .iter()
                .any(|word| name.contains(word))
        };
        // Nearly every request has the api-version alone.
        let pairs = url.query().unwrap_or_default().split('&');
        let pairs = pairs.filter(|pair| !pair.starts_with("api-version="));
        let pairs = pairs.flat_map(|pair| form_urlencoded::parse(pair.as_bytes()));
        secrets.extend(
            pairs
                .filter(|(name, _)| is_key(name))
                .map(|(_, value)| Secret::new(value)),
        );
        secrets
    }

    fn each(&self) -> impl Iterator<Item = &[u8]> {
        [&self.credential, &self.others]
            .into_iter()
            .flatten()
            .flat_map(|secrets| secrets.iter())
            .map(|secret| secret.expose().as_bytes())
            .filter(|secret| secret.len() >= SHORTEST)
    }

    /// Whether a text has a secret in it, escaped or not.
    pub(crate) fn shows(&self, text: &str) -> bool {
        self.find(text.as_bytes(), 0).is_some()
    }

    /// The text with each secret replaced, escaped or not: as JSON, in a URL or in HTML.
    pub(crate) fn redact<'t>(&self, text: impl Into<Cow<'t, str>>) -> Cow<'t, str> {
        let text = text.into();
        let mut redacted = String::new();
        let mut kept = 0;
        // A secret is ASCII, so both ends are boundaries of characters.
        while let Some((start, end)) = self.find(text.as_bytes(), kept) {
            redacted.push_str(&text[kept..start]);
            redacted.push_str(REDACTED);
            kept = end;
        }
        if kept == 0 {
            return text;
        }
        redacted.push_str(&text[kept..]);
        redacted.into()
    }

    /// The headers with the value of each that has a secret in it replaced; `None` where none has.
    pub(crate) fn redact_headers(&self, headers: &HeaderMap) -> Option<HeaderMap> {
        let shows = |value: &HeaderValue| self.find(value.as_bytes(), 0).is_some();
        if !headers.values().any(shows) {
            return None;
        }
        let mut redacted = headers.clone();
        for value in redacted.values_mut().filter(|value| shows(value)) {
            *value = HeaderValue::from_static(REDACTED);
        }
        Some(redacted)
    }

    /// The cause of an error, without what it says where that has a secret in it.
    pub(crate) fn redact_source(&self, source: Source) -> Source {
        let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(source.as_ref());
        while let Some(error) = cause {
            if self.shows(&error.to_string()) || self.shows(&format!("{error:?}")) {
                return self.redact(error.to_string()).into();
            }
            cause = error.source();
        }
        source
    }

    /// Start and end of the first secret from an index on.
    fn find(&self, text: &[u8], from: usize) -> Option<(usize, usize)> {
        let rest = &text[from..];
        if rest.len() < SHORTEST {
            return None;
        }
        let escaped = memchr3(b'\\', b'%', b'&', rest).is_some();
        // Preparing a search for a long token costs more than looking through the short texts that headers are.
        let plain = |secret: &[u8]| secret.len() <= rest.len() && memmem::find(rest, secret).is_some();
        let has_signature = || memchr(b'=', rest).is_some() && plain(SIGNATURE.as_bytes());
        if !escaped && !has_signature() && !self.each().any(plain) {
            return None;
        }
        (from..text.len()).find_map(|start| {
            let secret = self.each().find_map(|secret| match_at(text, start, secret));
            match secret {
                Some(end) => Some((start, end)),
                None => signature(text, start),
            }
        })
    }
}

/// The end of a secret that begins here.
fn match_at(text: &[u8], start: usize, secret: &[u8]) -> Option<usize> {
    secret.iter().try_fold(start, |at, wanted| character(text, at, *wanted))
}

/// The end of a character that begins here, however it is escaped.
fn character(text: &[u8], at: usize, wanted: u8) -> Option<usize> {
    let rest = text.get(at..)?;
    let hex = |digits: Option<&[u8]>| u8::from_str_radix(std::str::from_utf8(digits?).ok()?, 16).ok();
    match *rest.first()? {
        b'\\' => {
            // JSON in JSON escapes the backslash again.
            let slashes = rest.iter().take_while(|byte| **byte == b'\\').count();
            let escaped = &rest[slashes..];
            if escaped.starts_with(b"u00") && hex(escaped.get(3..5)) == Some(wanted) {
                return Some(at + slashes + 5);
            }
            if escaped.first() == Some(&wanted) {
                return Some(at + slashes + 1);
            }
            (wanted == b'\\').then_some(at + slashes)
        }
        first if first == wanted && wanted != b'&' && wanted != b'%' => Some(at + 1),
        b'%' if hex(rest.get(1..3)) == Some(wanted) => Some(at + 3),
        b'&' => {
            let end = rest.iter().take(8).position(|byte| *byte == b';');
            let named = end.and_then(|end| {
                let name = std::str::from_utf8(&rest[1..end]).ok()?;
                let code = match name {
                    "amp" => b'&',
                    "lt" => b'<',
                    "gt" => b'>',
                    "quot" => b'"',
                    "apos" => b'\'',
                    _ => match name.strip_prefix('#')? {
                        number if number.starts_with(['x', 'X']) => u8::from_str_radix(&number[1..], 16).ok()?,
                        number => number.parse().ok()?,
                    },
                };
                (code == wanted).then_some(at + end + 1)
            });
            named.or((wanted == b'&').then_some(at + 1))
        }
        first => (first == wanted).then_some(at + 1),
    }
}

/// Start and end of the signature of a link, where its parameter begins here.
fn signature(text: &[u8], at: usize) -> Option<(usize, usize)> {
    let rest = &text[at..];
    if !rest.starts_with(b"sig=") && !rest.starts_with(b"sig%3D") && !rest.starts_with(b"sig\\u003d") {
        return None;
    }
    let before = at.checked_sub(1).map(|before| text[before]);
    // `&sig=`, also as `\u0026sig=` or `%26sig%3D`, but not `design=`.
    let escaped = text[..at].ends_with(b"u0026") || text[..at].ends_with(b"%26") || text[..at].ends_with(b"u003f");
    if before.is_some_and(|byte| byte.is_ascii_alphanumeric()) && !escaped {
        return None;
    }
    let skip = rest
        .iter()
        .position(|byte| matches!(byte, b'=' | b'%' | b'\\'))
        .unwrap_or(0);
    let start = at
        + skip
        + match rest[skip] {
            b'=' => 1,
            b'%' => 3,
            _ => 6,
        };
    let ends = |byte: &u8| byte.is_ascii_whitespace() || !byte.is_ascii() || b"\"'<>&\\".contains(byte);
    let length = text[start..].iter().position(ends).unwrap_or(text.len() - start);
    (length >= SHORTEST && !text[start..].starts_with(REDACTED.as_bytes())).then_some((start, start + length))
}

impl FromIterator<Secret> for Secrets {
    fn from_iter<I: IntoIterator<Item = Secret>>(secrets: I) -> Self {
        Self::new(secrets.into_iter().collect(), None)
    }
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secrets(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn secrets(secret: &str) -> Secrets {
        Secrets::from_iter([Secret::new(secret)])
    }

    #[test]
    fn secret_is_found_however_it_is_escaped() {
        let secrets = Secrets::new(
            [Secret::new("can/ary+0123=\"&")].into(),
            Some([Secret::new("other-key-1")].into()),
        );
        for text in [
            r#"the key can/ary+0123="& is wrong"#,
            r#"the key can\/ary+0123=\"& is wrong"#,
            r#"the key can\\\/ary+0123=\\\"& is wrong"#,
            r#"the key \u0063an\u002Fary\u002b0123=\u0022\u0026 is wrong"#,
            r#"the key can%2Fary%2B0123%3d%22%26 is wrong"#,
            r#"the key can&#x2F;ary&#43;0123=&quot;&amp; is wrong"#,
            "the key other-key-1 is wrong",
        ] {
            assert_eq!(secrets.redact(text), "the key [redacted] is wrong", "{text}");
            assert!(secrets.shows(text));
        }
        for text in [
            "",
            "can/ary",
            r"\u00",
            "%2",
            "&#x2F",
            "a\\",
            "design=0123456789",
            "sig=short",
        ] {
            assert_eq!(secrets.redact(text), text);
        }
    }

    #[test]
    fn signature_of_a_link_is_redacted() {
        let secrets = Secrets::default();
        for (text, expected) in [
            (
                "https://a.example/f?sv=1&sig=abc%2Fdef%3D&se=2 failed",
                "https://a.example/f?sv=1&sig=[redacted]&se=2 failed",
            ),
            (
                r#"{"url":"https://a.example/f?sig=abcdefghij"}"#,
                r#"{"url":"https://a.example/f?sig=[redacted]"}"#,
            ),
            (
                r"f?sv=1\u0026sig=abcdefghij\u0026se=2",
                r"f?sv=1\u0026sig=[redacted]\u0026se=2",
            ),
            (
                "u=https%3A%2F%2Fa%3Fsv%3D1%26sig%3Dabcdefghij",
                "u=https%3A%2F%2Fa%3Fsv%3D1%26sig%3D[redacted]",
            ),
        ] {
            assert_eq!(secrets.redact(text), expected);
            assert_eq!(secrets.redact(expected), expected);
        }
    }

    proptest! {
        #[test]
        fn secret_never_survives(secret in "[!-\\[\\]-~]{8,20}", before in "\\PC{0,20}", after in "\\PC{0,20}", form in 0..4) {
            let written: String = secret.chars().map(|c| match form {
                0 => c.to_string(),
                1 => format!("\\u{:04x}", u32::from(c)),
                2 => format!("%{:02X}", u32::from(c)),
                _ => serde_json::to_string(&c).unwrap()[1..].strip_suffix('"').unwrap().to_owned(),
            }).collect();
            let text = format!("{before} {written} {after}");
            let redacted = secrets(&secret).redact(text).into_owned();
            prop_assert!(redacted.contains(REDACTED) && !redacted.contains(&written), "{}", redacted);
        }

        #[test]
        fn header_text_never_panics(text in "\\PC{0,60}|([\\\\%&;#xu0-9a-fsig=]){0,60}", secret in "[!-~]{0,12}") {
            let _ = secrets(&secret).redact(text);
        }
    }
}
