//! Values as people read them.

use azure_openai::Timestamp;
use time::OffsetDateTime;

/// Text without control characters other than line ends and tabs: what a service or file says must not move the
/// cursor or change colors.
pub(crate) fn clean(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect()
}

/// `12.3 MB`.
pub(crate) fn bytes(count: u64) -> String {
    const UNITS: [&str; 5] = ["B", "kB", "MB", "GB", "TB"];
    let mut value = count as f64;
    let mut unit = 0;
    while value >= 999.5 && unit + 1 < UNITS.len() {
        value /= 1000.0;
        unit += 1;
    }
    match unit {
        0 => format!("{count} B"),
        _ if value < 9.95 => format!("{value:.1} {}", UNITS[unit]),
        _ => format!("{value:.0} {}", UNITS[unit]),
    }
}

/// `2026-11-26 12:30` in UTC.
pub(crate) fn moment(at: Option<&Timestamp>) -> String {
    at.and_then(|at| OffsetDateTime::from_unix_timestamp(at.unix_seconds()).ok())
        .filter(|at| at.unix_timestamp() != 0)
        .map_or_else(
            || "-".to_owned(),
            |at| {
                format!(
                    "{:04}-{:02}-{:02} {:02}:{:02}",
                    at.year(),
                    u8::from(at.month()),
                    at.day(),
                    at.hour(),
                    at.minute()
                )
            },
        )
}

/// A value, or a dash for none.
pub(crate) fn or_dash(text: Option<&str>) -> String {
    text.filter(|text| !text.is_empty()).unwrap_or("-").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_rounded_to_two_digits() {
        for (count, expected) in [
            (0, "0 B"),
            (999, "999 B"),
            (1000, "1.0 kB"),
            (9949, "9.9 kB"),
            (9950, "10 kB"),
            (999_499, "999 kB"),
            (999_500, "1.0 MB"),
            (4_294_967_296, "4.3 GB"),
        ] {
            assert_eq!(bytes(count), expected);
        }
    }

    #[test]
    fn control_characters_are_removed() {
        assert_eq!(clean("a\u{1b}[31mb\r\n\tc\u{7}"), "a[31mb\n\tc");
    }

    #[test]
    fn times_are_utc_and_unset_ones_a_dash() {
        assert_eq!(
            moment(Some(&Timestamp::from_unix_seconds(1_700_000_000))),
            "2023-11-14 22:13"
        );
        assert_eq!(moment(Some(&Timestamp::from_unix_seconds(0))), "-");
        assert_eq!(moment(None), "-");
    }
}
