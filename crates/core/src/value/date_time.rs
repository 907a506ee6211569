//! Instants as RFC 3339 text.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::time::SystemTime;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::format_description::well_known::{Iso8601, Rfc3339};
use time::{Date, OffsetDateTime, PrimitiveDateTime};

use super::Timestamp;

/// Reads an ISO 8601 date with or without time and zone; without a zone it is UTC.
pub(super) fn parse_iso8601(text: &str) -> Option<OffsetDateTime> {
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
}

/// An instant whose own form is RFC 3339 text (`format: date-time`), such as `2025-03-01T12:00:00Z`.
///
/// It decodes from seconds since 1970 too, and serialises in the form it came. Two are equal if they are the same
/// instant, in whatever zone.
#[derive(Clone)]
pub struct DateTime {
    instant: OffsetDateTime,
    form: Form,
}

#[derive(Clone)]
enum Form {
    Text(Box<str>),
    Number(Timestamp),
}

impl DateTime {
    /// Reads an ISO 8601 date; UTC where it names no zone. `None` if it is none.
    pub fn parse(text: &str) -> Option<Self> {
        parse_iso8601(text.trim()).map(|instant| Self {
            instant,
            form: Form::Text(text.into()),
        })
    }

    /// The instant as the crate `time` has it.
    pub fn to_offset_date_time(&self) -> OffsetDateTime {
        self.instant
    }

    /// The instant as the standard library has it.
    pub fn to_system_time(&self) -> SystemTime {
        self.instant.into()
    }

    /// Seconds since 1970, rounded down; negative before.
    pub fn unix_seconds(&self) -> i64 {
        self.instant.unix_timestamp()
    }
}

impl From<OffsetDateTime> for DateTime {
    fn from(instant: OffsetDateTime) -> Self {
        // RFC 3339 has no years before 0 or after 9999 and no zone with seconds; such an instant goes as a number.
        let form = match instant.format(&Rfc3339) {
            Ok(text) => Form::Text(text.into()),
            Err(_) => Form::Number(instant.into()),
        };
        Self { instant, form }
    }
}

/// The start of 1970, in UTC.
impl Default for DateTime {
    fn default() -> Self {
        OffsetDateTime::UNIX_EPOCH.into()
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.form {
            Form::Text(text) => f.write_str(text),
            Form::Number(timestamp) => write!(f, "{}", timestamp.unix_seconds()),
        }
    }
}

impl fmt::Debug for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DateTime({self})")
    }
}

impl PartialEq for DateTime {
    fn eq(&self, other: &Self) -> bool {
        self.instant == other.instant
    }
}

impl Eq for DateTime {}

impl PartialOrd for DateTime {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for DateTime {
    fn cmp(&self, other: &Self) -> Ordering {
        self.instant.cmp(&other.instant)
    }
}

impl Hash for DateTime {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.instant.hash(state);
    }
}

impl super::ToParameter for DateTime {
    fn to_parameter(&self) -> std::borrow::Cow<'_, str> {
        match &self.form {
            Form::Text(text) => std::borrow::Cow::Borrowed(text),
            Form::Number(timestamp) => std::borrow::Cow::Owned(timestamp.unix_seconds().to_string()),
        }
    }
}

impl Serialize for DateTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.form {
            Form::Text(text) => serializer.serialize_str(text),
            Form::Number(timestamp) => timestamp.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for DateTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyForm;
        impl AnyForm {
            fn number<E: serde::de::Error>(timestamp: Timestamp) -> Result<DateTime, E> {
                OffsetDateTime::from_unix_timestamp(timestamp.unix_seconds())
                    .map(|instant| DateTime {
                        instant,
                        form: Form::Number(timestamp),
                    })
                    .map_err(|_| E::custom("seconds since 1970 out of range"))
            }
        }
        impl Visitor<'_> for AnyForm {
            type Value = DateTime;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an ISO 8601 date or seconds since 1970")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<DateTime, E> {
                if let Some(date_time) = DateTime::parse(text) {
                    return Ok(date_time);
                }
                Timestamp::deserialize(serde::de::value::StrDeserializer::<E>::new(text))
                    .map_err(|_| E::invalid_value(serde::de::Unexpected::Str(text), &self))
                    .and_then(Self::number)
            }

            fn visit_i64<E: serde::de::Error>(self, seconds: i64) -> Result<DateTime, E> {
                Self::number(seconds.into())
            }

            fn visit_u64<E: serde::de::Error>(self, seconds: u64) -> Result<DateTime, E> {
                Self::number(Timestamp::deserialize(serde::de::value::U64Deserializer::<E>::new(
                    seconds,
                ))?)
            }

            fn visit_f64<E: serde::de::Error>(self, seconds: f64) -> Result<DateTime, E> {
                Self::number(Timestamp::deserialize(serde::de::value::F64Deserializer::<E>::new(
                    seconds,
                ))?)
            }
        }
        deserializer.deserialize_any(AnyForm)
    }
}

impl From<SystemTime> for DateTime {
    /// In UTC; an instant that RFC 3339 cannot write (past the year 9999) is cut to what it can.
    fn from(instant: SystemTime) -> Self {
        let seconds = Timestamp::from(instant).unix_seconds();
        let whole = match OffsetDateTime::from_unix_timestamp(seconds) {
            Ok(whole) => whole,
            Err(_) if seconds < 0 => return PrimitiveDateTime::MIN.assume_utc().into(),
            Err(_) => return PrimitiveDateTime::MAX.assume_utc().into(),
        };
        let fraction = Timestamp::from(seconds)
            .to_system_time()
            .and_then(|start| instant.duration_since(start).ok())
            .map_or(0, |rest| rest.subsec_nanos());
        whole.replace_nanosecond(fraction).unwrap_or(whole).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn every_form_is_the_same_instant_and_encodes_back() {
        for json in [
            r#""2023-11-14T22:13:20Z""#,
            r#""2023-11-14T22:13:20.000Z""#,
            r#""2023-11-14T22:13:20.0000000+00:00""#,
            r#""2023-11-14T23:13:20+01:00""#,
            r#""2023-11-14T22:13:20""#,
            r#""2023-11-14 22:13:20""#,
            "1700000000",
            r#""1700000000""#,
        ] {
            let date: DateTime = serde_json::from_str(json).unwrap_or_else(|e| panic!("{json}: {e}"));
            assert_eq!(date.unix_seconds(), 1_700_000_000, "{json}");
            assert_eq!(serde_json::to_string(&date).unwrap(), json);
        }
        for json in [r#""soon""#, r#""2023-13-01""#, "null", "{}", "1e18"] {
            assert!(serde_json::from_str::<DateTime>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn made_from_an_instant_it_is_rfc3339() {
        let instant = SystemTime::UNIX_EPOCH + Duration::from_millis(1_500);
        assert_eq!(DateTime::from(instant).to_string(), "1970-01-01T00:00:01.5Z");
        assert_eq!(DateTime::from(instant).to_system_time(), instant);
        let before = SystemTime::UNIX_EPOCH - Duration::from_millis(250);
        assert_eq!(DateTime::from(before).to_string(), "1969-12-31T23:59:59.75Z");
        assert_eq!(DateTime::default().unix_seconds(), 0);
    }
}
