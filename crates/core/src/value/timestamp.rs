//! Instants as seconds since 1970.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::time::{Duration, SystemTime};

use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::OffsetDateTime;

use super::date_time::parse_iso8601;

/// An instant as the service gives it: seconds since 1970-01-01T00:00:00Z, 64 bits.
///
/// It decodes from an integer, a fraction, or text with either a number or an ISO 8601 date (taken as UTC where it names
/// no zone), since the service sends all of them, and serialises in the form it came. Two are equal if they are the same
/// second.
#[derive(Clone, Default)]
pub struct Timestamp {
    seconds: i64,
    form: Form,
}

#[derive(Clone, Default)]
enum Form {
    #[default]
    Integer,
    Fraction(f64),
    Text(Box<str>),
}

impl Timestamp {
    /// An instant from seconds since 1970, negative before.
    pub const fn from_unix_seconds(seconds: i64) -> Self {
        Self {
            seconds,
            form: Form::Integer,
        }
    }

    /// Seconds since 1970, rounded down; negative before.
    pub const fn unix_seconds(&self) -> i64 {
        self.seconds
    }

    /// The instant as the standard library has it; `None` if it is out of the system clock's range.
    pub fn to_system_time(&self) -> Option<SystemTime> {
        let distance = Duration::from_secs(self.seconds.unsigned_abs());
        if self.seconds < 0 {
            SystemTime::UNIX_EPOCH.checked_sub(distance)
        } else {
            SystemTime::UNIX_EPOCH.checked_add(distance)
        }
    }
}

impl From<i64> for Timestamp {
    fn from(seconds: i64) -> Self {
        Self::from_unix_seconds(seconds)
    }
}

/// Rounded down to a second.
impl From<SystemTime> for Timestamp {
    fn from(instant: SystemTime) -> Self {
        let seconds = match instant.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => i64::try_from(after.as_secs()).unwrap_or(i64::MAX),
            Err(before) => {
                let before = before.duration();
                let whole = i64::try_from(before.as_secs()).unwrap_or(i64::MAX);
                -whole - i64::from(before.subsec_nanos() > 0)
            }
        };
        Self::from_unix_seconds(seconds)
    }
}

/// Rounded down to a second.
impl From<OffsetDateTime> for Timestamp {
    fn from(instant: OffsetDateTime) -> Self {
        Self::from_unix_seconds(instant.unix_timestamp())
    }
}

impl PartialEq for Timestamp {
    fn eq(&self, other: &Self) -> bool {
        self.seconds == other.seconds
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
        self.seconds.cmp(&other.seconds)
    }
}

impl Hash for Timestamp {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.seconds.hash(state);
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Timestamp({})", self.seconds)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.form {
            Form::Integer => serializer.serialize_i64(self.seconds),
            Form::Fraction(seconds) => serializer.serialize_f64(*seconds),
            Form::Text(text) => serializer.serialize_str(text),
        }
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyForm;
        impl Visitor<'_> for AnyForm {
            type Value = Timestamp;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("seconds since 1970 or an ISO 8601 date")
            }

            fn visit_i64<E: serde::de::Error>(self, seconds: i64) -> Result<Timestamp, E> {
                Ok(Timestamp::from_unix_seconds(seconds))
            }

            fn visit_u64<E: serde::de::Error>(self, seconds: u64) -> Result<Timestamp, E> {
                i64::try_from(seconds)
                    .map(Timestamp::from_unix_seconds)
                    .map_err(|_| out_of_range())
            }

            fn visit_f64<E: serde::de::Error>(self, seconds: f64) -> Result<Timestamp, E> {
                let seconds_ = whole_seconds(seconds).ok_or_else(out_of_range)?;
                Ok(Timestamp {
                    seconds: seconds_,
                    form: Form::Fraction(seconds),
                })
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Timestamp, E> {
                let trimmed = text.trim();
                let seconds = if let Ok(seconds) = trimmed.parse::<i64>() {
                    seconds
                } else if let Some(instant) = parse_iso8601(trimmed) {
                    instant.unix_timestamp()
                } else if let Some(seconds) = trimmed.parse::<f64>().ok().and_then(whole_seconds) {
                    seconds
                } else {
                    return Err(E::invalid_value(serde::de::Unexpected::Str(text), &self));
                };
                Ok(Timestamp {
                    seconds,
                    form: Form::Text(text.into()),
                })
            }
        }
        deserializer.deserialize_any(AnyForm)
    }
}

fn out_of_range<E: serde::de::Error>() -> E {
    E::custom("seconds since 1970 out of range")
}

fn whole_seconds(seconds: f64) -> Option<i64> {
    // 2^63 is the first float that no i64 holds; NaN compares false.
    let floor = seconds.floor();
    (floor >= i64::MIN as f64 && floor < i64::MAX as f64).then_some(floor as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_the_same_instant_and_encodes_back() {
        for json in [
            "1700000000",
            "1700000000.75",
            r#""1700000000""#,
            r#""1700000000.5""#,
            r#""2023-11-14T22:13:20Z""#,
            r#""2023-11-14T22:13:20.5Z""#,
            r#""2023-11-14T23:13:20+01:00""#,
            r#""2023-11-14T22:13:20""#,
            r#""2023-11-14 22:13:20""#,
        ] {
            let timestamp: Timestamp = serde_json::from_str(json).unwrap_or_else(|e| panic!("{json}: {e}"));
            assert_eq!(timestamp, Timestamp::from(1_700_000_000), "{json}");
            assert_eq!(serde_json::to_string(&timestamp).unwrap(), json);
        }
        let date: Timestamp = serde_json::from_str(r#""2024-02-29""#).unwrap();
        assert_eq!(date.unix_seconds(), 1_709_164_800);
    }

    #[test]
    fn what_is_no_instant_is_an_error() {
        for json in [
            r#""soon""#,
            r#""""#,
            "1e300",
            "18446744073709551615",
            "true",
            "null",
            r#""NaN""#,
            r#""inf""#,
        ] {
            assert!(serde_json::from_str::<Timestamp>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn converts_from_and_to_system_time() {
        let epoch = SystemTime::UNIX_EPOCH;
        assert_eq!(Timestamp::from(epoch + Duration::from_millis(1500)).unix_seconds(), 1);
        assert_eq!(Timestamp::from(epoch - Duration::from_millis(1500)).unix_seconds(), -2);
        assert_eq!(
            Timestamp::from(-2).to_system_time(),
            Some(epoch - Duration::from_secs(2))
        );
        assert_eq!(Timestamp::from(OffsetDateTime::UNIX_EPOCH), Timestamp::default());
        assert!(Timestamp::from(1) < Timestamp::from(2));
    }
}
