//! The file name in a form part's `Content-Disposition`.
//!
//! `multer` reads names that are UTF-8 in a plain `filename`; clients also send `filename*` (RFC 8187) and other bytes.

use http::HeaderMap;
use http::header::CONTENT_DISPOSITION;
use percent_encoding::percent_decode;

/// The file name, with bytes that are not UTF-8 replaced. `None` if it is missing or empty.
pub(crate) fn file_name(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(CONTENT_DISPOSITION)?.as_bytes();
    let parameters = parameters(value);
    let find = |name: &str| {
        parameters
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    };
    let extended = find("filename*").and_then(|value| extended(value));
    let name = extended.or_else(|| find("filename").map(|value| unescape_form(value)))?;
    (!name.is_empty()).then_some(name)
}

/// `UTF-8'en'na%C3%AFve.txt`
fn extended(value: &[u8]) -> Option<String> {
    let mut parts = value.splitn(3, |byte| *byte == b'\'');
    let charset = parts.next()?;
    let text = parts.nth(1)?;
    let bytes: Vec<u8> = percent_decode(text).collect();
    match charset {
        charset if charset.eq_ignore_ascii_case(b"utf-8") => Some(String::from_utf8_lossy(&bytes).into_owned()),
        charset if charset.eq_ignore_ascii_case(b"iso-8859-1") => {
            Some(bytes.iter().map(|byte| char::from(*byte)).collect())
        }
        _ => None,
    }
}

/// HTML forms escape only these three.
fn unescape_form(value: &[u8]) -> String {
    let text = String::from_utf8_lossy(value);
    text.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n")
}

/// Splits `form-data; name="a"; filename="b\"c"` into its parameters, quotes and backslashes taken away.
fn parameters(value: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut rest = after(value, b';');
    while !rest.is_empty() {
        let Some(equals) = rest.iter().position(|byte| *byte == b'=') else {
            break;
        };
        let key = String::from_utf8_lossy(rest[..equals].trim_ascii()).into_owned();
        let (value, tail) = parameter_value(rest[equals + 1..].trim_ascii_start());
        found.push((key, value));
        rest = after(tail, b';');
    }
    found
}

fn parameter_value(text: &[u8]) -> (Vec<u8>, &[u8]) {
    let Some(quoted) = text.strip_prefix(b"\"") else {
        let end = text.iter().position(|byte| *byte == b';').unwrap_or(text.len());
        return (text[..end].trim_ascii().to_vec(), &text[end..]);
    };
    let mut value = Vec::new();
    let mut bytes = quoted.iter().enumerate();
    while let Some((index, byte)) = bytes.next() {
        match byte {
            b'"' => return (value, &quoted[index + 1..]),
            // Only these are escaped: old browsers send `C:\dir\file` as it is.
            b'\\' if matches!(quoted.get(index + 1), Some(b'"' | b'\\')) => {
                value.extend(bytes.next().map(|(_, byte)| *byte))
            }
            byte => value.push(*byte),
        }
    }
    (value, &[])
}

/// The rest after the first `separator`; empty without one.
fn after(text: &[u8], separator: u8) -> &[u8] {
    text.iter()
        .position(|byte| *byte == separator)
        .map_or(&[], |index| &text[index + 1..])
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, HeaderValue, header::CONTENT_DISPOSITION};

    fn name(value: &[u8]) -> Option<String> {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_DISPOSITION, HeaderValue::from_bytes(value).unwrap());
        super::file_name(&headers)
    }

    #[test]
    fn reads_each_way_to_write_a_name() {
        assert_eq!(name(br#"form-data; name="file"; filename="a.txt""#).unwrap(), "a.txt");
        assert_eq!(name(br#"form-data; filename=a.txt; name=file"#).unwrap(), "a.txt");
        assert_eq!(
            name(br#"form-data; name="filename=x;"; FileName="a;b.txt""#).unwrap(),
            "a;b.txt"
        );
        assert_eq!(
            name(br#"form-data; name="file"; filename="say \"hi\" %22now%22%0D%0A""#).unwrap(),
            "say \"hi\" \"now\"\r\n"
        );
        assert_eq!(
            name(br#"form-data; name="file"; filename="C:\dir\a.txt""#).unwrap(),
            r"C:\dir\a.txt"
        );
        assert_eq!(
            name(b"form-data; name=file; filename*=UTF-8''na%C3%AFve.txt; filename=naive.txt").unwrap(),
            "naïve.txt"
        );
        assert_eq!(
            name(b"form-data; name=file; filename*=iso-8859-1'en'%A3.txt").unwrap(),
            "£.txt"
        );
        assert_eq!(name("form-data; filename=\"日本.txt\"".as_bytes()).unwrap(), "日本.txt");
        assert_eq!(
            name(b"form-data; filename=\"\xff\xfe.txt\"").unwrap(),
            "\u{fffd}\u{fffd}.txt"
        );
    }

    #[test]
    fn missing_names_are_none() {
        for value in [
            &b"form-data"[..],
            b"form-data; name=file",
            b"form-data; filename=\"\"",
            b"form-data; filename",
            b";;=;\"",
            b"",
        ] {
            assert_eq!(name(value), None, "{value:?}");
        }
    }

    #[test]
    fn a_quote_left_open_ends_with_the_header() {
        assert_eq!(name(br#"form-data; filename="a.txt"#).unwrap(), "a.txt");
        assert_eq!(name(br#"form-data; filename="a\"#).unwrap(), r"a\");
    }
}
