//! Instants, as the service writes them.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::time::{Duration, SystemTime};

use serde::de::{Error as _, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::format_description::well_known::{Iso8601, Rfc2822, Rfc3339};
use time::{Date, OffsetDateTime, PrimitiveDateTime};

use super::ToParameter;

/// The date of an HTTP header.
const IMF_FIXDATE: &[time::format_description::BorrowedFormatItem<'_>] = time::macros::format_description!(
    "[weekday repr:short], [day] [month repr:short] [year] [hour]:[minute]:[second] GMT"
);

/// An instant, from a number of seconds since 1970-01-01T00:00:00Z or from text.
///
/// It decodes from an integer, a fraction, or text with either a number or a date of ISO 8601 (UTC where it names no zone) or
/// of an HTTP header, since the service sends all of them, and serializes as it came. One made [from seconds](Self::from_unix_seconds) or from a
/// [`SystemTime`] serializes as a whole number of seconds; [`with_rfc3339`](Self::with_rfc3339) makes it text. Two are
/// equal if they are the same instant, however they are written.
///
/// ```
/// use azure_openai_core::Timestamp;
///
/// let noon = Timestamp::parse("2025-03-01T13:00:00+01:00").unwrap();
/// assert_eq!(noon, Timestamp::from_unix_seconds(1_740_830_400));
/// assert_eq!(Timestamp::from(1_740_830_400).with_rfc3339().to_string(), "2025-03-01T12:00:00Z");
/// ```
#[derive(Clone, Default)]
pub struct Timestamp {
    seconds: i64,
    nanos: u32,
    written: Written,
}

/// How a timestamp is written.
#[derive(Clone, Default)]
enum Written {
    #[default]
    Seconds,
    Fraction(f64),
    Text(Box<str>),
}

impl Timestamp {
    /// Creates an instant from seconds since 1970, negative before.
    pub const fn from_unix_seconds(seconds: i64) -> Self {
        Self {
            seconds,
            nanos: 0,
            written: Written::Seconds,
        }
    }

    /// Parses an ISO 8601 date with or without time and zone, UTC where it names no zone, or the date of an HTTP header;
    /// `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        parse_text(text.trim()).map(|instant| Self {
            written: Written::Text(text.into()),
            ..instant.into()
        })
    }

    /// The same instant, serialized as RFC 3339 text in UTC. RFC 3339 has no years before 0 or after 9999: such an
    /// instant stays as it is.
    #[must_use]
    pub fn with_rfc3339(mut self) -> Self {
        if let Some(text) = self
            .to_offset_date_time()
            .and_then(|instant| instant.format(&Rfc3339).ok())
        {
            self.written = Written::Text(text.into());
        }
        self
    }

    /// The same instant, serialized as the date of an HTTP header, without fractions of a second. An instant of a year
    /// before 0 or after 9999 stays as it is.
    #[must_use]
    pub fn with_http_date(mut self) -> Self {
        let instant = self.to_offset_date_time().filter(|instant| instant.year() >= 0);
        if let Some(text) = instant.and_then(|instant| instant.format(IMF_FIXDATE).ok()) {
            self.written = Written::Text(text.into());
        }
        self
    }

    /// Seconds since 1970, rounded down; negative before.
    pub const fn unix_seconds(&self) -> i64 {
        self.seconds
    }

    /// Converts to the standard library's type; `None` outside of the system clock's range.
    pub fn to_system_time(&self) -> Option<SystemTime> {
        let distance = Duration::from_secs(self.seconds.unsigned_abs());
        let whole = if self.seconds < 0 {
            SystemTime::UNIX_EPOCH.checked_sub(distance)
        } else {
            SystemTime::UNIX_EPOCH.checked_add(distance)
        };
        whole?.checked_add(Duration::from_nanos(self.nanos.into()))
    }

    /// Converts to the type of the crate `time`, in UTC; `None` for years before -9999 or after 9999.
    pub fn to_offset_date_time(&self) -> Option<OffsetDateTime> {
        let whole = OffsetDateTime::from_unix_timestamp(self.seconds).ok()?;
        whole.replace_nanosecond(self.nanos).ok()
    }

    fn from_fraction(seconds: f64) -> Option<Self> {
        let floor = seconds.floor();
        // 2^63 is the first float that no i64 holds; NaN compares false.
        (floor >= i64::MIN as f64 && floor < i64::MAX as f64).then_some(Self {
            seconds: floor as i64,
            nanos: ((seconds - floor) * 1e9) as u32,
            written: Written::Fraction(seconds),
        })
    }
}

fn parse_text(text: &str) -> Option<OffsetDateTime> {
    if let Ok(instant) = OffsetDateTime::parse(text, &Rfc3339) {
        return Some(instant);
    }
    let spaced = text.replacen(' ', "T", 1);
    OffsetDateTime::parse(&spaced, &Iso8601::PARSING)
        .ok()
        .or_else(|| {
            PrimitiveDateTime::parse(&spaced, &Iso8601::PARSING)
                .ok()
                .map(PrimitiveDateTime::assume_utc)
        })
        .or_else(|| {
            Date::parse(&spaced, &Iso8601::PARSING)
                .ok()
                .map(|date| date.midnight().assume_utc())
        })
        .or_else(|| OffsetDateTime::parse(text, &Rfc2822).ok())
        // The years before 1900, which mail has not.
        .or_else(|| {
            PrimitiveDateTime::parse(text, IMF_FIXDATE)
                .ok()
                .map(PrimitiveDateTime::assume_utc)
        })
}

impl From<i64> for Timestamp {
    fn from(seconds: i64) -> Self {
        Self::from_unix_seconds(seconds)
    }
}

impl From<SystemTime> for Timestamp {
    fn from(instant: SystemTime) -> Self {
        let (seconds, nanos) = match instant.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => (i64::try_from(after.as_secs()).unwrap_or(i64::MAX), after.subsec_nanos()),
            Err(before) => {
                let before = before.duration();
                let whole = -i64::try_from(before.as_secs()).unwrap_or(i64::MAX);
                match before.subsec_nanos() {
                    0 => (whole, 0),
                    nanos => (whole.saturating_sub(1), 1_000_000_000 - nanos),
                }
            }
        };
        Self {
            nanos,
            ..Self::from_unix_seconds(seconds)
        }
    }
}

impl From<OffsetDateTime> for Timestamp {
    fn from(instant: OffsetDateTime) -> Self {
        Self {
            nanos: instant.nanosecond(),
            ..Self::from_unix_seconds(instant.unix_timestamp())
        }
    }
}

impl PartialEq for Timestamp {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Timestamp {}

impl PartialOrd for Timestamp {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Timestamp {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.seconds, self.nanos).cmp(&(other.seconds, other.nanos))
    }
}

impl Hash for Timestamp {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.seconds, self.nanos).hash(state);
    }
}

/// As it is serialized.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_parameter())
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Timestamp({self})")
    }
}

impl ToParameter for Timestamp {
    fn to_parameter(&self) -> Cow<'_, str> {
        match &self.written {
            Written::Seconds => Cow::Owned(self.seconds.to_string()),
            Written::Fraction(seconds) => Cow::Owned(seconds.to_string()),
            Written::Text(text) => Cow::Borrowed(text),
        }
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.written {
            Written::Seconds => serializer.serialize_i64(self.seconds),
            Written::Fraction(seconds) => serializer.serialize_f64(*seconds),
            Written::Text(text) => serializer.serialize_str(text),
        }
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NumberOrText;
        impl Visitor<'_> for NumberOrText {
            type Value = Timestamp;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("seconds since 1970 or a date")
            }

            fn visit_i64<E: serde::de::Error>(self, seconds: i64) -> Result<Timestamp, E> {
                Ok(Timestamp::from_unix_seconds(seconds))
            }

            fn visit_u64<E: serde::de::Error>(self, seconds: u64) -> Result<Timestamp, E> {
                i64::try_from(seconds)
                    .map(Timestamp::from_unix_seconds)
                    .map_err(|_| E::invalid_value(Unexpected::Unsigned(seconds), &self))
            }

            fn visit_f64<E: serde::de::Error>(self, seconds: f64) -> Result<Timestamp, E> {
                Timestamp::from_fraction(seconds).ok_or_else(|| E::invalid_value(Unexpected::Float(seconds), &self))
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Timestamp, E> {
                let trimmed = text.trim();
                let whole = trimmed.parse::<i64>().ok().map(Timestamp::from);
                let instant = whole
                    .or_else(|| parse_text(trimmed).map(Timestamp::from))
                    .or_else(|| Timestamp::from_fraction(trimmed.parse().ok()?))
                    .ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))?;
                Ok(Timestamp {
                    written: Written::Text(text.into()),
                    ..instant
                })
            }
        }
        deserializer.deserialize_any(NumberOrText).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(json: &str) -> Timestamp {
        serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"))
    }

    #[test]
    fn decodes_numbers_and_text_and_serializes_as_it_came() {
        for (json, nanos) in [
            ("1700000000", 0),
            ("1700000000.75", 750_000_000),
            (r#""1700000000""#, 0),
            (r#""1700000000.5""#, 500_000_000),
            (r#""2023-11-14T22:13:20Z""#, 0),
            (r#""2023-11-14T22:13:20.5Z""#, 500_000_000),
            (r#""2023-11-14T22:13:20.0000000+00:00""#, 0),
            (r#""2023-11-14T23:13:20+01:00""#, 0),
            (r#""2023-11-14T22:13:20""#, 0),
            (r#""2023-11-14 22:13:20""#, 0),
            (r#""Tue, 14 Nov 2023 22:13:20 GMT""#, 0),
        ] {
            let timestamp = decode(json);
            assert_eq!(
                (timestamp.unix_seconds(), timestamp.nanos),
                (1_700_000_000, nanos),
                "{json}"
            );
            assert_eq!(serde_json::to_string(&timestamp).unwrap(), json);
        }
        assert_eq!(decode(r#""2024-02-29""#).unix_seconds(), 1_709_164_800);
    }

    #[test]
    fn invalid_instants_are_errors() {
        for json in [
            r#""soon""#,
            r#""2023-13-01""#,
            r#""""#,
            "1e300",
            "18446744073709551615",
            "true",
            "null",
            "{}",
            r#""NaN""#,
            r#""inf""#,
        ] {
            assert!(serde_json::from_str::<Timestamp>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn converts_from_and_to_other_types() {
        let epoch = SystemTime::UNIX_EPOCH;
        for (instant, text) in [
            (epoch + Duration::from_millis(1_500), "1970-01-01T00:00:01.5Z"),
            (epoch - Duration::from_millis(250), "1969-12-31T23:59:59.75Z"),
            (epoch - Duration::from_secs(2), "1969-12-31T23:59:58Z"),
        ] {
            let timestamp = Timestamp::from(instant);
            assert_eq!(timestamp.to_system_time(), Some(instant));
            assert_eq!(timestamp.clone().with_rfc3339().to_string(), text);
            assert_eq!(Timestamp::parse(text), Some(timestamp.clone()));
            let http = timestamp.clone().with_http_date().to_string();
            assert_eq!(
                Timestamp::parse(&http).map(|at| at.unix_seconds()),
                Some(timestamp.unix_seconds())
            );
            assert_eq!(Timestamp::from(timestamp.to_offset_date_time().unwrap()), timestamp);
        }
        let first = Timestamp::parse("Mon, 01 Jan 0001 00:00:00 GMT");
        assert_eq!(first, Timestamp::parse("0001-01-01T00:00:00Z"));
        assert!(first.is_some_and(|first| first.with_http_date().to_string().ends_with("0001 00:00:00 GMT")));
        assert_eq!(Timestamp::from(epoch - Duration::from_millis(1_500)).to_string(), "-2");
        assert!(Timestamp::from(1) < Timestamp::from(2));
        let far = Timestamp::from(i64::MAX).with_rfc3339();
        assert_eq!(
            (far.to_string(), far.to_offset_date_time()),
            (i64::MAX.to_string(), None)
        );
    }
}
