//! Text of a format: checked where a caller makes it, kept as it came where a service sent it.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;
use std::str::FromStr;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use time::format_description::well_known::Iso8601;
use time::{Date, OffsetDateTime, PrimitiveDateTime, Time};

use super::ToParameter;

/// Text is not of the format that a field is declared with.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not {format}")]
pub struct FormatError {
    text: String,
    format: &'static str,
}

/// A type of text: its documentation, its name, what the text is, and the check.
macro_rules! checked_text {
    ($(#[doc = $doc:literal])* $name:ident, $format:literal, $check:expr) => {
        $(#[doc = $doc])*
        #[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Box<str>);

        impl $name {
            /// Checks text, and keeps it as it is written.
            ///
            /// # Errors
            /// Returns [`FormatError`] for text of another format.
            pub fn parse(text: &str) -> Result<Self, FormatError> {
                let text = Self(text.into());
                if text.is_valid() {
                    return Ok(text);
                }
                Err(FormatError { text: text.0.into(), format: $format })
            }

            /// The text as it is serialized.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Whether the text is of the format: text that a service sent is kept even where it is not.
            pub fn is_valid(&self) -> bool {
                $check(&self.0)
            }
        }

        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = FormatError;

            fn from_str(text: &str) -> Result<Self, FormatError> {
                Self::parse(text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }

        impl ToParameter for $name {
            fn to_parameter(&self) -> Cow<'_, str> {
                Cow::Borrowed(&self.0)
            }
        }
    };
}

checked_text! {
    /// A date without a time (`format: date`), such as `2025-03-01`.
    ///
    /// ```
    /// use azure_openai_core::PlainDate;
    ///
    /// let date = PlainDate::parse("2025-03-01")?;
    /// assert_eq!(date.to_date().map(|date| date.ordinal()), Some(60));
    /// assert!(PlainDate::parse("2025-02-29").is_err());
    /// # Ok::<(), azure_openai_core::value::FormatError>(())
    /// ```
    PlainDate, "a date (`YYYY-MM-DD`)", |text| parse_date(text).is_some()
}

checked_text! {
    /// A time of day (`format: time`), with or without an offset, such as `13:45:30.5Z`.
    PlainTime, "a time of day (`hh:mm:ss`)", |text| parse_time(text).is_some()
}

checked_text! {
    /// A duration (`format: duration`) of ISO 8601, such as `P3DT12H30M5S`.
    IsoDuration, "an ISO 8601 duration (`P1DT2H3M4S`)", |text| parse_duration(text).is_some()
}

checked_text! {
    /// A UUID (`format: uuid`), such as `123e4567-e89b-12d3-a456-426614174000`. Converts from and to the type of the crate
    /// `uuid` where the feature `uuid` is on.
    Uuid, "a UUID (`xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`)", is_uuid
}

/// Parses what ISO 8601 allows of a date and time; UTC where it names no zone.
pub(super) fn parse_iso(text: &str) -> Option<OffsetDateTime> {
    let local = || PrimitiveDateTime::parse(text, &Iso8601::PARSING).map(PrimitiveDateTime::assume_utc);
    OffsetDateTime::parse(text, &Iso8601::PARSING).or_else(|_| local()).ok()
}

/// Parses what ISO 8601 allows of a date.
pub(super) fn parse_iso_date(text: &str) -> Option<Date> {
    Date::parse(text, &Iso8601::PARSING).ok()
}

fn parse_date(text: &str) -> Option<Date> {
    // ISO 8601 also has dates without dashes, and by week or day of the year.
    let is_plain = text.len() == 10 && [4, 7].iter().all(|&dash| text.as_bytes()[dash] == b'-');
    parse_iso_date(text).filter(|_| is_plain)
}

fn parse_time(text: &str) -> Option<Time> {
    // ISO 8601 also has times without colons.
    let has_minutes = text.as_bytes().get(2) == Some(&b':');
    // RFC 3339 has `z` too.
    let whole = format!("1970-01-01T{}", text.to_ascii_uppercase());
    parse_iso(&whole).filter(|_| has_minutes).map(OffsetDateTime::time)
}

/// The parts of a duration: whether it is negative, and each number with its unit, `m` for the minutes of a time.
fn parse_duration(text: &str) -> Option<(bool, Vec<(f64, char)>)> {
    const UNITS: &str = "YMWDHmS";
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (date, time) = match rest.strip_prefix('P')?.split_once('T') {
        Some((_, "")) => return None,
        Some((date, time)) => (date, time.replace('M', "m")),
        None => (rest.strip_prefix('P')?, String::new()),
    };
    let mut parts = Vec::new();
    for (side, units) in [(date, "YMWD"), (time.as_str(), "HmS")] {
        let mut side = side;
        while let Some(end) = side.find(|c: char| c.is_ascii_alphabetic()) {
            let unit = side[end..].chars().next().filter(|unit| units.contains(*unit))?;
            let number = side[..end].replace(',', ".");
            let is_plain = number.starts_with(|c: char| c.is_ascii_digit()) && !number.ends_with('.');
            let follows = parts
                .last()
                .is_none_or(|(_, last)| UNITS.find(*last) < UNITS.find(unit));
            parts.push((number.parse().ok().filter(|_| is_plain && follows)?, unit));
            side = &side[end + 1..];
        }
        if !side.is_empty() {
            return None;
        }
    }
    (!parts.is_empty()).then_some((negative, parts))
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

impl PlainDate {
    /// Converts to the type of the crate `time`; `None` where the text is not a date.
    pub fn to_date(&self) -> Option<Date> {
        parse_date(self)
    }
}

/// A year before 0 or after 9999 has no such text: the date is empty.
impl From<Date> for PlainDate {
    fn from(date: Date) -> Self {
        let text = (0..=9999).contains(&date.year()).then(|| date.to_string());
        Self(text.unwrap_or_default().into())
    }
}

impl PlainTime {
    /// Converts to the type of the crate `time`, without the offset; `None` where the text is not a time.
    pub fn to_time(&self) -> Option<Time> {
        parse_time(self)
    }
}

impl From<Time> for PlainTime {
    fn from(time: Time) -> Self {
        let ((hour, minute, second), fraction) = (time.as_hms(), fraction(time.nanosecond()));
        Self(format!("{hour:02}:{minute:02}:{second:02}{fraction}").into())
    }
}

impl IsoDuration {
    /// Converts to the standard library's type; `None` where the text is not a duration, is negative, or has years or months,
    /// which have no fixed length.
    pub fn to_duration(&self) -> Option<Duration> {
        let (negative, parts) = parse_duration(self)?;
        let mut seconds = 0.0;
        for (number, unit) in parts {
            seconds += number
                * match unit {
                    'W' => 604_800.0,
                    'D' => 86_400.0,
                    'H' => 3_600.0,
                    'm' => 60.0,
                    'S' => 1.0,
                    _ => return None,
                };
        }
        Duration::try_from_secs_f64(seconds)
            .ok()
            .filter(|length| !negative || length.is_zero())
    }
}

impl From<Duration> for IsoDuration {
    fn from(length: Duration) -> Self {
        Self(format!("PT{}{}S", length.as_secs(), fraction(length.subsec_nanos())).into())
    }
}

/// The fraction of a second, with its point; empty for none.
fn fraction(nanos: u32) -> String {
    match nanos {
        0 => String::new(),
        _ => format!(".{nanos:09}").trim_end_matches('0').to_owned(),
    }
}

#[cfg(feature = "uuid")]
impl Uuid {
    /// Converts to the type of the crate `uuid`; `None` where the text is not a UUID.
    pub fn to_uuid(&self) -> Option<uuid::Uuid> {
        uuid::Uuid::try_parse(self).ok()
    }
}

#[cfg(feature = "uuid")]
impl From<uuid::Uuid> for Uuid {
    fn from(id: uuid::Uuid) -> Self {
        Self(id.to_string().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "uuid")]
    #[test]
    fn uuid_converts_from_and_to_the_crate_uuid() {
        let text = "123e4567-e89b-12d3-a456-426614174000";
        let id = Uuid::parse(text).unwrap().to_uuid().unwrap();
        assert_eq!((id.to_string().as_str(), Uuid::from(id).as_str()), (text, text));
        let other: Uuid = serde_json::from_str("\"none\"").unwrap();
        assert_eq!(other.to_uuid(), None);
    }

    #[test]
    fn text_is_checked_where_a_caller_makes_it() {
        for text in ["2024-02-29", "0001-01-01"] {
            assert_eq!(PlainDate::parse(text).unwrap().as_str(), text);
        }
        for text in [
            "2025-02-29",
            "2025-1-1",
            "2025-W01-1",
            "20250101",
            "2025-01-01T00:00:00Z",
            "",
        ] {
            assert!(PlainDate::parse(text).is_err(), "{text}");
        }
        for text in [
            "13:45",
            "13:45:30",
            "13:45:30.123456789",
            "13:45:30Z",
            "13:45:30z",
            "13:45:30+02:00",
            "00:00:00-11:30",
        ] {
            assert!(PlainTime::parse(text).is_ok(), "{text}");
        }
        for text in [
            "24:00:00",
            "1:00",
            "13:4",
            "13:45:3",
            "13:45:",
            "13",
            "134530",
            "13:45:30+",
            "13:45:30 +02:00",
            "noon",
        ] {
            assert!(PlainTime::parse(text).is_err(), "{text}");
        }
        for text in [
            "P3Y6M4DT12H30M5S",
            "PT36H",
            "P23W",
            "PT0.5S",
            "P1DT0,5H",
            "-P1D",
            "P123DT22H14M12.011S",
            "P0D",
        ] {
            assert!(IsoDuration::parse(text).is_ok(), "{text}");
        }
        for text in [
            "P",
            "PT",
            "P1",
            "1D",
            "P1H",
            "PT1D",
            "P1DT",
            "PT1S1M",
            "P1.S",
            "P-1D",
            "1.02:03:04",
            "P1Dé",
        ] {
            assert!(IsoDuration::parse(text).is_err(), "{text}");
        }
        assert!(Uuid::parse("123E4567-e89b-12d3-a456-426614174000").is_ok());
        for text in [
            "123e4567e89b12d3a456426614174000",
            "123e4567-e89b-12d3-a456-42661417400g",
            "",
        ] {
            assert!(Uuid::parse(text).is_err(), "{text}");
        }
        let error = "soon".parse::<PlainDate>().unwrap_err();
        assert_eq!(error.to_string(), "\"soon\" is not a date (`YYYY-MM-DD`)");
    }

    #[test]
    fn text_that_came_is_kept_as_it_is() {
        let date: PlainDate = serde_json::from_str("\"soon\"").unwrap();
        assert_eq!((date.as_str(), date.is_valid(), date.to_date()), ("soon", false, None));
        assert_eq!(serde_json::to_string(&date).unwrap(), "\"soon\"");
    }

    #[test]
    fn converts_from_and_to_other_types() {
        let date = PlainDate::parse("2024-02-29").unwrap();
        assert_eq!(date.to_date().map(PlainDate::from), Some(date));
        for text in ["13:45:30", "13:45:30.25"] {
            let time = PlainTime::parse(text).unwrap();
            assert_eq!(time.to_time().map(PlainTime::from), Some(time));
        }
        for (text, seconds) in [
            ("PT1M", 60.0),
            ("P1W", 604_800.0),
            ("P1DT1H0.5S", 90_000.5),
            ("-PT0S", 0.0),
        ] {
            let length = IsoDuration::parse(text).unwrap().to_duration().unwrap();
            assert_eq!(length.as_secs_f64(), seconds, "{text}");
            assert_eq!(IsoDuration::from(length).to_duration(), Some(length));
        }
        assert_eq!(IsoDuration::from(Duration::from_millis(1_500)).as_str(), "PT1.5S");
        for text in ["P1Y", "P1M", "-PT1S"] {
            assert_eq!(IsoDuration::parse(text).unwrap().to_duration(), None, "{text}");
        }
    }
}
