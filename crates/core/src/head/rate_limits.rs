//! Quotas, as headers report them.

use std::time::Duration;

use http::HeaderMap;

/// What a response's headers say of the quotas. `None` where a header is missing or says that it does not know (`-1`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct RateLimits {
    /// Requests left in this period (`x-ratelimit-remaining-requests`).
    pub remaining_requests: Option<u64>,
    /// Tokens left in this period (`x-ratelimit-remaining-tokens`).
    pub remaining_tokens: Option<u64>,
    /// Requests allowed in a period (`x-ratelimit-limit-requests`).
    pub limit_requests: Option<u64>,
    /// Tokens allowed in a period (`x-ratelimit-limit-tokens`).
    pub limit_tokens: Option<u64>,
    /// The time until the requests are as many as allowed again (`x-ratelimit-reset-requests`).
    pub reset_requests: Option<Duration>,
    /// The time until the tokens are as many as allowed again (`x-ratelimit-reset-tokens`).
    pub reset_tokens: Option<Duration>,
    /// Tokens of batches that wait in the deployment's queue (`deployment-enqueued-tokens`, lists of batches only).
    pub enqueued_tokens: Option<u64>,
    /// Tokens that may wait there (`deployment-maximum-enqueued-tokens`, lists of batches only).
    pub maximum_enqueued_tokens: Option<u64>,
}

impl RateLimits {
    pub(crate) fn from_headers(headers: &HeaderMap) -> Self {
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::trim);
        // `-1` means that the service does not know, and is not a u64.
        let count = |name: &str| text(name).and_then(|text| text.parse().ok());
        let wait = |name: &str| text(name).and_then(parse_wait);
        Self {
            remaining_requests: count("x-ratelimit-remaining-requests"),
            remaining_tokens: count("x-ratelimit-remaining-tokens"),
            limit_requests: count("x-ratelimit-limit-requests"),
            limit_tokens: count("x-ratelimit-limit-tokens"),
            reset_requests: wait("x-ratelimit-reset-requests"),
            reset_tokens: wait("x-ratelimit-reset-tokens"),
            enqueued_tokens: count("deployment-enqueued-tokens"),
            maximum_enqueued_tokens: count("deployment-maximum-enqueued-tokens"),
        }
    }
}

/// A number of seconds (`60`), or numbers with units (`6m0s`, `1.5s`, `20ms`).
fn parse_wait(mut text: &str) -> Option<Duration> {
    if let Ok(seconds) = text.parse::<f64>() {
        return Duration::try_from_secs_f64(seconds).ok();
    }
    if text.is_empty() {
        return None;
    }
    let mut total = Duration::ZERO;
    while !text.is_empty() {
        let digits = text.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let number: f64 = text[..digits].parse().ok()?;
        let rest = &text[digits..];
        let unit_end = rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len());
        let unit = match &rest[..unit_end] {
            "d" => 86_400.0,
            "h" => 3_600.0,
            "m" => 60.0,
            "s" => 1.0,
            "ms" => 0.001,
            "us" | "µs" => 0.000_001,
            _ => return None,
        };
        total = total.checked_add(Duration::try_from_secs_f64(number * unit).ok()?)?;
        text = &rest[unit_end..];
    }
    Some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_header_and_takes_minus_one_as_unknown() {
        let mut headers = HeaderMap::new();
        for (name, value) in [
            ("x-ratelimit-remaining-requests", "-1"),
            ("x-ratelimit-remaining-tokens", "1999"),
            ("x-ratelimit-limit-requests", "10"),
            ("x-ratelimit-limit-tokens", "many"),
            ("x-ratelimit-reset-requests", "6"),
            ("x-ratelimit-reset-tokens", "1m0.5s"),
            ("deployment-enqueued-tokens", "7"),
            ("deployment-maximum-enqueued-tokens", "100"),
        ] {
            headers.insert(name, value.parse().unwrap());
        }
        let expected = RateLimits {
            remaining_requests: None,
            remaining_tokens: Some(1999),
            limit_requests: Some(10),
            limit_tokens: None,
            reset_requests: Some(Duration::from_secs(6)),
            reset_tokens: Some(Duration::from_millis(60_500)),
            enqueued_tokens: Some(7),
            maximum_enqueued_tokens: Some(100),
        };
        assert_eq!(RateLimits::from_headers(&headers), expected);
    }

    #[test]
    fn waits_with_units() {
        for (text, expected) in [
            ("20ms", Some(20)),
            ("1h2m3s", Some(3_723_000)),
            ("0", Some(0)),
            ("-1", None),
            ("5 parsecs", None),
            ("1e999", None),
            ("", None),
            ("s", None),
            ("1.2.3s", None),
        ] {
            assert_eq!(parse_wait(text), expected.map(Duration::from_millis), "{text}");
        }
    }
}
