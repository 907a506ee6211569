//! Headers that callers may set.

use http::header::{
    AUTHORIZATION, CONNECTION, CONTENT_LENGTH, EXPECT, HOST, HeaderName, HeaderValue, PROXY_AUTHORIZATION, TE, TRAILER,
    TRANSFER_ENCODING, UPGRADE,
};

/// The header, its value marked as sensitive; or an error that names it and does not repeat its value.
pub(crate) fn header(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), String> {
    let shown = name.escape_debug();
    let parsed = HeaderName::from_bytes(name.as_bytes()).map_err(|_| format!("invalid header name `{shown}`"))?;
    if [AUTHORIZATION, HOST].contains(&parsed) || parsed == "api-key" {
        return Err(format!(
            "cannot set header `{shown}`: set the credential or the endpoint instead"
        ));
    }
    // With another length or framing than the body's, the server reads something else than was sent, or waits for ever.
    let framing = [
        CONNECTION,
        CONTENT_LENGTH,
        EXPECT,
        PROXY_AUTHORIZATION,
        TE,
        TRAILER,
        TRANSFER_ENCODING,
        UPGRADE,
    ];
    if framing.contains(&parsed) || parsed == "keep-alive" || parsed == "proxy-connection" {
        return Err(format!("cannot set header `{shown}`: it belongs to the connection"));
    }
    let mut value = HeaderValue::from_str(value).map_err(|_| format!("invalid value of header `{shown}`"))?;
    value.set_sensitive(true);
    Ok((parsed, value))
}
