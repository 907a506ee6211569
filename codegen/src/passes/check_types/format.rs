//! Formats: which there are, and which types they go with.

use serde_json::{Map, Value, json};

use super::Check;
use crate::reference::join;
use crate::walk::text;

/// The formats that change what a value is, with the types that they go with.
const OF_VALUES: [(&str, &[&str]); 22] = [
    ("byte", &["string"]),
    ("base64", &["string"]),
    ("base64url", &["string"]),
    ("binary", &["string"]),
    ("date", &["string"]),
    ("date-time", &["string"]),
    ("date-time-rfc1123", &["string"]),
    ("time", &["string"]),
    ("duration", &["string"]),
    ("uuid", &["string"]),
    ("unixtime", &["integer", "number"]),
    ("int8", &["integer", "number"]),
    ("int16", &["integer", "number"]),
    ("int32", &["integer", "number"]),
    ("int64", &["integer", "number"]),
    ("uint", &["integer", "number"]),
    ("uint8", &["integer", "number"]),
    ("uint16", &["integer", "number"]),
    ("uint32", &["integer", "number"]),
    ("uint64", &["integer", "number"]),
    ("float", &["number"]),
    ("double", &["number"]),
];

/// Those of the OpenAPI registry and of common use that leave a value as it is: they are words in the documentation.
const WORDS: [&str; 49] = [
    "arm-id",
    "char",
    "color",
    "commonmark",
    "currency",
    "decimal",
    "decimal128",
    "double-int",
    "duration-constant",
    "email",
    "etag",
    "hostname",
    "html",
    "http-date",
    "id",
    "idn-email",
    "idn-hostname",
    "int",
    "integer",
    "ip",
    "ip-address",
    "ipv4",
    "ipv6",
    "iri",
    "iri-reference",
    "json",
    "json-pointer",
    "language",
    "long",
    "markdown",
    "media-range",
    "multipart",
    "object-id",
    "password",
    "phone",
    "quoted-string",
    "regex",
    "relative-json-pointer",
    "sf-binary",
    "sf-boolean",
    "sf-decimal",
    "sf-integer",
    "sf-string",
    "sf-token",
    "string",
    "uri",
    "uri-reference",
    "uri-template",
    "url",
];

impl Check<'_> {
    /// A misspelt format is read as what is meant; one that is unknown, or of another type, has no effect.
    pub(super) fn format(&mut self, schema: &mut Map<String, Value>, pointer: &str) {
        let format = text(schema, "format").to_owned();
        if format.is_empty() && !schema.contains_key("format") || WORDS.contains(&format.as_str()) {
            return;
        }
        let at = join(pointer, "format");
        let kind = text(schema, "type").to_owned();
        let known = OF_VALUES.iter().find(|(name, _)| *name == format);
        let meant = known.or_else(|| OF_VALUES.iter().find(|(name, _)| plain(name) == meant(&format)));
        let shown = if kind.is_empty() { "any" } else { &kind };
        match meant {
            None => {
                let message =
                    format!("unknown format {format:?}; the value is of the type `{shown}`, whatever it says");
                self.findings.warn(at, message);
            }
            // A list of types, or none, is looked at by whoever gives it one.
            Some((name, kinds)) if kind.is_empty() || kinds.contains(&kind.as_str()) => {
                if *name != format {
                    let message = format!("unknown format {format:?}; it is read as `{name}`");
                    self.findings.warn(at, message);
                    schema.insert("format".to_owned(), json!(name));
                }
            }
            Some((name, kinds)) => {
                let message = format!(
                    "the format `{name}` is one of the type `{}`, not `{kind}`; it has no effect",
                    kinds[0]
                );
                self.findings.warn(at, message);
                schema.shift_remove("format");
            }
        }
    }
}

/// A format without its case and marks.
fn plain(format: &str) -> String {
    let letters = format.chars().filter(char::is_ascii_alphanumeric);
    letters.map(|letter| letter.to_ascii_lowercase()).collect()
}

fn meant(format: &str) -> String {
    match plain(format).as_str() {
        "guid" => "uuid".to_owned(),
        "bytes" => "byte".to_owned(),
        "rfc1123" | "datetimerfc822" => "datetimerfc1123".to_owned(),
        "unixtimestamp" | "unix" | "epoch" => "unixtime".to_owned(),
        "iso8601" | "rfc3339" => "datetime".to_owned(),
        other => other.to_owned(),
    }
}
