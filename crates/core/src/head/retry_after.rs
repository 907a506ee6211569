//! How long the service asks to wait.

use std::time::{Duration, SystemTime};

use http::HeaderMap;

/// The headers that ask for a wait, each with the unit of its number.
const HEADERS: [(&str, f64); 3] = [
    ("retry-after-ms", 0.001),
    ("x-ms-retry-after-ms", 0.001),
    ("retry-after", 1.0),
];
/// A shorter wait is not a hint: services send zero where they do not know, and a retry at once fails as well.
const LEAST: Duration = Duration::from_millis(50);

/// The longest of those that the headers ask for; without one, the one in the message.
pub(crate) fn find(headers: &HeaderMap, message: &str, now: SystemTime) -> Option<Duration> {
    let in_headers = HEADERS.iter().flat_map(|(name, unit)| {
        headers.get_all(*name).iter().filter_map(|value| {
            let text = value.to_str().ok()?.trim();
            number(text, *unit).or_else(|| date(text, now))
        })
    });
    let hint = |wait: &Duration| *wait >= LEAST;
    in_headers
        .filter(hint)
        .max()
        .or_else(|| in_message(message).filter(hint))
}

fn number(text: &str, unit: f64) -> Option<Duration> {
    Duration::try_from_secs_f64(text.parse::<f64>().ok()? * unit).ok()
}

fn date(text: &str, now: SystemTime) -> Option<Duration> {
    // A date that has passed is a wait of zero.
    httpdate::parse_http_date(text)
        .ok()
        .map(|date| date.duration_since(now).unwrap_or_default())
}

/// "Please retry after 6 seconds", "Try again in 12 seconds." and the like.
fn in_message(message: &str) -> Option<Duration> {
    let lower = message.to_ascii_lowercase();
    ["retry after ", "try again in ", "retry in ", "try again after "]
        .iter()
        .find_map(|phrase| {
            lower.match_indices(phrase).find_map(|(at, _)| {
                let rest = lower[at + phrase.len()..].trim_start();
                let end = rest
                    .find(|c: char| !c.is_ascii_digit() && c != '.')
                    .unwrap_or(rest.len());
                let unit = rest[end..].trim_start();
                let unit = if unit.starts_with("millisecond") || unit.starts_with("ms") {
                    0.001
                } else if unit.starts_with('s') {
                    1.0
                } else if unit.starts_with("minute") {
                    60.0
                } else if unit.starts_with("hour") {
                    3600.0
                } else {
                    return None;
                };
                number(&rest[..end], unit)
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()))
            .collect()
    }

    const NOW: SystemTime = SystemTime::UNIX_EPOCH;

    #[test]
    fn form_has_fields_and_files_in_order() {
        let in_ten = httpdate::fmt_http_date(NOW + Duration::from_secs(10));
        for (pairs, message, expected) in [
            (&[("retry-after", "7")][..], "", Some(7_000)),
            (&[("retry-after", "1.5")], "", Some(1_500)),
            (&[("retry-after", in_ten.as_str())], "", Some(10_000)),
            (&[("retry-after", "9"), ("retry-after-ms", "250")], "", Some(9_000)),
            (&[("retry-after", "9"), ("x-ms-retry-after-ms", "300")], "", Some(9_000)),
            (&[("retry-after", "1"), ("retry-after-ms", "1500")], "", Some(1_500)),
            (&[("retry-after", "1"), ("retry-after", "4")], "", Some(4_000)),
            (&[("retry-after-ms", "-1"), ("retry-after", "2")], "", Some(2_000)),
            (&[("retry-after-ms", "0"), ("retry-after", "0")], "", None),
            (&[("retry-after-ms", "49")], "", None),
            (&[("retry-after", "0")], "Try again in 3 seconds", Some(3_000)),
            (&[], "Try again in 0 seconds", None),
            (
                &[("retry-after", "soon")],
                "Please retry after 86400 seconds.",
                Some(86_400_000),
            ),
            (&[], "Rate limit is exceeded. Try again in 12 seconds.", Some(12_000)),
            (&[], "retry after a while, or try again in 1 second", Some(1_000)),
            (&[], "Try again in 2 minutes", Some(120_000)),
            (&[], "try again in 99999999999999999999999999 seconds", None),
            (&[("retry-after", "NaN")], "", None),
            (&[], "no idea", None),
        ] {
            assert_eq!(
                find(&headers(pairs), message, NOW),
                expected.map(Duration::from_millis),
                "{pairs:?} {message}"
            );
        }
        let past = headers(&[("retry-after", "Thu, 01 Jan 1970 00:00:00 GMT")]);
        assert_eq!(find(&past, "", NOW + Duration::from_secs(5)), None);
    }

    proptest! {
        #[test]
        fn retry_after_seconds_and_milliseconds_are_read(n in 0_u32..200_000) {
            let (seconds, milliseconds) = (Duration::from_secs(n.into()), Duration::from_millis(n.into()));
            let hint = |wait: &Duration| *wait >= LEAST;
            prop_assert_eq!(find(&headers(&[("retry-after", &n.to_string())]), "", NOW), Some(seconds).filter(hint));
            prop_assert_eq!(find(&headers(&[("retry-after-ms", &n.to_string())]), "", NOW), Some(milliseconds).filter(hint));
            let message = format!("Please retry after {n} seconds.");
            prop_assert_eq!(find(&HeaderMap::new(), &message, NOW), Some(seconds).filter(hint));
        }

        /// Of any headers, in any order, the longest wait counts; one next to zero never does.
        #[test]
        fn longest_wait_counts(waits in proptest::collection::vec((0_usize..3, 0_u32..100_000), 0..6)) {
            let mut map = HeaderMap::new();
            for (index, n) in &waits {
                map.append(HEADERS[*index].0, n.to_string().parse().unwrap());
            }
            let longest = waits.iter().map(|(index, n)| match index {
                2 => Duration::from_secs(u64::from(*n)),
                _ => Duration::from_millis(u64::from(*n)),
            }).max();
            prop_assert_eq!(find(&map, "", NOW), longest.filter(|wait| *wait >= LEAST));
        }

        /// Dates come back to the second; one that has passed is not a hint.
        #[test]
        fn retry_after_date_is_read(seconds in 0_u64..100_000_000_000, now in 0_u64..100_000_000_000) {
            let at = |seconds| NOW + Duration::from_secs(seconds);
            let text = httpdate::fmt_http_date(at(seconds));
            prop_assert_eq!(
                find(&headers(&[("retry-after", &text)]), "", at(now)),
                Some(Duration::from_secs(seconds.saturating_sub(now))).filter(|wait| *wait >= LEAST)
            );
        }

        /// Whatever is demanded, nothing is waited for that is longer than the policy allows.
        #[test]
        fn no_demand_goes_past_the_limit(
            value in prop_oneof![
                any::<i64>().prop_map(|n| n.to_string()),
                any::<f64>().prop_map(|n| n.to_string()),
                (0_u64..200_000_000_000).prop_map(|n| httpdate::fmt_http_date(NOW + Duration::from_secs(n))),
                "[0-9eE.+-]{1,30}",
                "[ -~]{0,20}",
            ],
            name in prop_oneof!["retry-after", "retry-after-ms", "x-ms-retry-after-ms"].prop_map(|name| name.parse::<http::HeaderName>().unwrap()),
            in_message in any::<bool>(),
        ) {
            let mut map = HeaderMap::new();
            map.insert(name, value.parse().unwrap());
            let message = if in_message { format!("Please retry after {value} seconds.") } else { String::new() };
            if let Some(wait) = find(&map, &message, SystemTime::now()) {
                let policy = crate::retry::RetryPolicy::new();
                let allowed = policy.allow(wait, tokio::time::Instant::now(), None).is_ok();
                prop_assert_eq!(allowed, wait <= policy.max_wait());
            }
        }

        #[test]
        fn never_panics(value in "[ -~]{0,40}", message in "(?i)(.{0,20}(retry after |try again in )?[0-9.]{0,30} ?(s|ms|minutes)?.{0,5}){0,3}") {
            for name in ["retry-after", "retry-after-ms", "x-ms-retry-after-ms"] {
                let _ = find(&headers(&[(name, &value)]), &message, SystemTime::now());
            }
        }
    }
}
