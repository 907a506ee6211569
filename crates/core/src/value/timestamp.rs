//! Instants, as the service writes them.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::time::{Duration, SystemTime};

use serde::de::{Error as _, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::OffsetDateTime;
use time::format_description::well_known::{self, Rfc2822};

use super::ToParameter;
use super::checked_text::{PlainDate, PlainTime, parse_iso, parse_iso_date};

/// An instant that serializes as a whole number of seconds since 1970-01-01T00:00:00Z (`format: unixtime`).
///
/// ```
/// use azure_openai_core::{DateTime, Timestamp};
///
/// let noon = Timestamp::parse("2025-03-01T13:00:00+01:00").unwrap();
/// assert_eq!(noon, Timestamp::from_unix_seconds(1_740_830_400));
/// assert_eq!(DateTime::from(1_740_830_400).to_string(), "2025-03-01T12:00:00Z");
/// ```
pub type Timestamp = Instant<UnixSeconds>;

/// An instant that serializes as RFC 3339 text in UTC (`format: date-time`).
///
/// RFC 3339 has no years before 0 or after 9999: such an instant serializes as seconds.
///
/// ```
/// use azure_openai_core::DateTime;
///
/// let epoch = DateTime::from(std::time::SystemTime::UNIX_EPOCH);
/// assert_eq!(epoch.to_string(), "1970-01-01T00:00:00Z");
/// assert_eq!(epoch.unix_seconds(), 0);
/// ```
pub type DateTime = Instant<Rfc3339>;

/// An instant that serializes as the date of an HTTP header (`format: date-time-rfc1123`).
///
/// The text has no fractions of a second, and no years before 0 or after 9999: such an instant serializes as seconds.
///
/// ```
/// use azure_openai_core::HttpDate;
///
/// let epoch = HttpDate::from(std::time::SystemTime::UNIX_EPOCH);
/// assert_eq!(epoch.to_string(), "Thu, 01 Jan 1970 00:00:00 GMT");
/// assert_eq!(epoch.unix_seconds(), 0);
/// ```
pub type HttpDate = Instant<Rfc1123>;

/// An instant of a field that is declared with the format `F`: a [`Timestamp`], a [`DateTime`] or an [`HttpDate`].
///
/// Whatever its format, it decodes from an integer, a fraction, or text with either a number or a date of ISO 8601 (UTC
/// where it names no zone) or of an HTTP header, since the service sends all of them, and serializes as it came. One that
/// the caller makes serializes in its format. Two are equal if they are the same instant, however they are written.
#[derive(Clone, Default)]
pub struct Instant<F> {
    seconds: i64,
    nanos: u32,
    written: Written,
    format: PhantomData<F>,
}

/// How an instant is written.
#[derive(Clone, Default)]
enum Written {
    /// As its format says.
    #[default]
    Declared,
    Fraction(f64),
    Text(Box<str>),
}

/// The format that a field of instants is declared with.
pub trait InstantFormat: Clone + Default + fmt::Debug + Send + Sync + 'static {
    /// The name of the alias, for `Debug`.
    #[doc(hidden)]
    const NAME: &'static str;

    /// The text of an instant; `None` where the format has none for it.
    #[doc(hidden)]
    fn write(instant: OffsetDateTime) -> Option<String>;
}

/// The format of a [`Timestamp`].
#[derive(Clone, Debug, Default)]
pub struct UnixSeconds;

impl InstantFormat for UnixSeconds {
    const NAME: &'static str = "Timestamp";

    fn write(_: OffsetDateTime) -> Option<String> {
        None
    }
}

/// The format of a [`DateTime`].
#[derive(Clone, Debug, Default)]
pub struct Rfc3339;

impl InstantFormat for Rfc3339 {
    const NAME: &'static str = "DateTime";

    fn write(instant: OffsetDateTime) -> Option<String> {
        let date = PlainDate::from(instant.date());
        (!date.is_empty()).then(|| format!("{date}T{}Z", PlainTime::from(instant.time())))
    }
}

/// The format of an [`HttpDate`].
#[derive(Clone, Debug, Default)]
pub struct Rfc1123;

impl InstantFormat for Rfc1123 {
    const NAME: &'static str = "HttpDate";

    fn write(instant: OffsetDateTime) -> Option<String> {
        let (weekday, month) = (instant.weekday(), instant.month());
        let (year, day, time) = (instant.year(), instant.day(), instant.time().truncate_to_second());
        (year >= 0).then(|| {
            format!(
                "{weekday:.3}, {day:02} {month:.3} {year:04} {} GMT",
                PlainTime::from(time)
            )
        })
    }
}

impl<F> Instant<F> {
    /// Creates an instant from seconds since 1970, negative before.
    pub const fn from_unix_seconds(seconds: i64) -> Self {
        Self::new(seconds, 0, Written::Declared)
    }

    const fn new(seconds: i64, nanos: u32, written: Written) -> Self {
        Self {
            seconds,
            nanos,
            written,
            format: PhantomData,
        }
    }

    /// Parses an ISO 8601 date with or without time and zone, UTC where it names no zone, or the date of an HTTP header;
    /// `None` for anything else. It serializes as the text.
    pub fn parse(text: &str) -> Option<Self> {
        parse_text(text.trim()).map(|instant| Self {
            written: Written::Text(text.into()),
            ..instant.into()
        })
    }

    /// The same instant, serialized in another format.
    pub fn to<G>(&self) -> Instant<G> {
        Instant::new(self.seconds, self.nanos, Written::Declared)
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
        (floor >= i64::MIN as f64 && floor < i64::MAX as f64).then_some(Self::new(
            floor as i64,
            ((seconds - floor) * 1e9) as u32,
            Written::Fraction(seconds),
        ))
    }
}

impl<F: InstantFormat> Instant<F> {
    /// The text that it serializes as; `None` where that is a number.
    fn text(&self) -> Option<Cow<'_, str>> {
        match &self.written {
            Written::Declared => self.to_offset_date_time().and_then(F::write).map(Cow::Owned),
            Written::Fraction(_) => None,
            Written::Text(text) => Some(Cow::Borrowed(text)),
        }
    }
}

fn parse_text(text: &str) -> Option<OffsetDateTime> {
    if let Ok(instant) = OffsetDateTime::parse(text, &well_known::Rfc3339) {
        return Some(instant);
    }
    let spaced = text.replacen(' ', "T", 1);
    parse_iso(&spaced)
        .or_else(|| parse_iso_date(text).map(|date| date.midnight().assume_utc()))
        .or_else(|| OffsetDateTime::parse(text, &Rfc2822).ok())
        .or_else(|| parse_before_1900(text))
}

/// Parses the date of an HTTP header in a year that mail has not: as that of 2000 years later, since the calendar repeats
/// every 400.
fn parse_before_1900(text: &str) -> Option<OffsetDateTime> {
    let year: u16 = text.get(12..16)?.parse().ok()?;
    let later = format!("{}{}{}", &text[..12], year.checked_add(2000)?, &text[16..]);
    let later = OffsetDateTime::parse(&later, &Rfc2822).ok()?;
    later.replace_year(year.into()).ok()
}

impl<F> From<i64> for Instant<F> {
    fn from(seconds: i64) -> Self {
        Self::from_unix_seconds(seconds)
    }
}

impl<F> From<SystemTime> for Instant<F> {
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
        Self::new(seconds, nanos, Written::Declared)
    }
}

impl<F> From<OffsetDateTime> for Instant<F> {
    fn from(instant: OffsetDateTime) -> Self {
        Self::new(instant.unix_timestamp(), instant.nanosecond(), Written::Declared)
    }
}

impl<F, G> PartialEq<Instant<G>> for Instant<F> {
    fn eq(&self, other: &Instant<G>) -> bool {
        (self.seconds, self.nanos) == (other.seconds, other.nanos)
    }
}

impl<F> Eq for Instant<F> {}

impl<F> PartialOrd for Instant<F> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<F> Ord for Instant<F> {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.seconds, self.nanos).cmp(&(other.seconds, other.nanos))
    }
}

impl<F> Hash for Instant<F> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.seconds, self.nanos).hash(state);
    }
}

macro_rules! converted {
    ($($from:ty => $to:ty),*) => {
        $(impl From<$from> for $to {
            fn from(instant: $from) -> Self {
                instant.to()
            }
        })*
    };
}
converted!(Timestamp => DateTime, Timestamp => HttpDate, DateTime => Timestamp, HttpDate => Timestamp);

/// As it is serialized.
impl<F: InstantFormat> fmt::Display for Instant<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_parameter())
    }
}

impl<F: InstantFormat> fmt::Debug for Instant<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}({self})", F::NAME)
    }
}

impl<F: InstantFormat> ToParameter for Instant<F> {
    fn to_parameter(&self) -> Cow<'_, str> {
        match self.written {
            Written::Fraction(seconds) => Cow::Owned(seconds.to_string()),
            _ => self.text().unwrap_or_else(|| Cow::Owned(self.seconds.to_string())),
        }
    }
}

impl<F: InstantFormat> Serialize for Instant<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (&self.written, self.text()) {
            (_, Some(text)) => serializer.serialize_str(&text),
            (Written::Fraction(seconds), _) => serializer.serialize_f64(*seconds),
            _ => serializer.serialize_i64(self.seconds),
        }
    }
}

impl<'de, F> Deserialize<'de> for Instant<F> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NumberOrText<F>(PhantomData<F>);
        impl<F> Visitor<'_> for NumberOrText<F> {
            type Value = Instant<F>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("seconds since 1970 or a date")
            }

            fn visit_i64<E: serde::de::Error>(self, seconds: i64) -> Result<Self::Value, E> {
                Ok(seconds.into())
            }

            fn visit_u64<E: serde::de::Error>(self, seconds: u64) -> Result<Self::Value, E> {
                i64::try_from(seconds)
                    .map(Instant::from)
                    .map_err(|_| E::invalid_value(Unexpected::Unsigned(seconds), &self))
            }

            fn visit_f64<E: serde::de::Error>(self, seconds: f64) -> Result<Self::Value, E> {
                Instant::from_fraction(seconds).ok_or_else(|| E::invalid_value(Unexpected::Float(seconds), &self))
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Self::Value, E> {
                let trimmed = text.trim();
                let whole = trimmed.parse::<i64>().ok().map(Instant::from);
                let instant = whole
                    .or_else(|| parse_text(trimmed).map(Instant::from))
                    .or_else(|| Instant::from_fraction(trimmed.parse().ok()?))
                    .ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))?;
                Ok(Instant {
                    written: Written::Text(text.into()),
                    ..instant
                })
            }
        }
        deserializer
            .deserialize_any(NumberOrText(PhantomData))
            .map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests;
