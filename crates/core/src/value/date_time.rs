//! Instants of fields that are declared as RFC 3339 text.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::{Timestamp, ToParameter};

/// A [`Timestamp`] that serializes as RFC 3339 text, as the format `date-time` asks for.
///
/// It decodes whatever a timestamp does, and one that came from the service serializes as it came. RFC 3339 has no years
/// before 0 or after 9999: such an instant serializes as seconds.
///
/// ```
/// use azure_openai_core::DateTime;
///
/// let epoch = DateTime::from(std::time::SystemTime::UNIX_EPOCH);
/// assert_eq!(epoch.to_string(), "1970-01-01T00:00:00Z");
/// assert_eq!(epoch.unix_seconds(), 0);
/// ```
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DateTime(Timestamp);

impl Deref for DateTime {
    type Target = Timestamp;

    fn deref(&self) -> &Timestamp {
        &self.0
    }
}

impl From<Timestamp> for DateTime {
    fn from(instant: Timestamp) -> Self {
        Self(instant.with_rfc3339())
    }
}

impl From<SystemTime> for DateTime {
    fn from(instant: SystemTime) -> Self {
        Timestamp::from(instant).into()
    }
}

impl From<OffsetDateTime> for DateTime {
    fn from(instant: OffsetDateTime) -> Self {
        Timestamp::from(instant).into()
    }
}

impl From<DateTime> for Timestamp {
    fn from(instant: DateTime) -> Self {
        instant.0
    }
}

/// As it is serialized.
impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DateTime({self})")
    }
}

impl ToParameter for DateTime {
    fn to_parameter(&self) -> Cow<'_, str> {
        self.0.to_parameter()
    }
}
