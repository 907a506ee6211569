//! Instants of fields that are declared as text.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::{Timestamp, ToParameter};

/// A type of instants that are text: its documentation, its name, and how a timestamp becomes that text.
macro_rules! instant_type {
    ($(#[doc = $doc:literal])* $name:ident, $written:ident) => {
        $(#[doc = $doc])*
        #[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Timestamp);

        impl Deref for $name {
            type Target = Timestamp;

            fn deref(&self) -> &Timestamp {
                &self.0
            }
        }

        impl From<Timestamp> for $name {
            fn from(instant: Timestamp) -> Self {
                Self(instant.$written())
            }
        }

        impl From<SystemTime> for $name {
            fn from(instant: SystemTime) -> Self {
                Timestamp::from(instant).into()
            }
        }

        impl From<OffsetDateTime> for $name {
            fn from(instant: OffsetDateTime) -> Self {
                Timestamp::from(instant).into()
            }
        }

        impl From<$name> for Timestamp {
            fn from(instant: $name) -> Self {
                instant.0
            }
        }

        /// As it is serialized.
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }

        impl ToParameter for $name {
            fn to_parameter(&self) -> Cow<'_, str> {
                self.0.to_parameter()
            }
        }
    };
}

instant_type! {
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
    DateTime, with_rfc3339
}

instant_type! {
    /// A [`Timestamp`] that serializes as the date of an HTTP header, as the format `date-time-rfc1123` asks for.
    ///
    /// It decodes whatever a timestamp does, and one that came from the service serializes as it came. The text has no
    /// fractions of a second, and no years before 0 or after 9999: such an instant serializes as seconds.
    ///
    /// ```
    /// use azure_openai_core::HttpDate;
    ///
    /// let epoch = HttpDate::from(std::time::SystemTime::UNIX_EPOCH);
    /// assert_eq!(epoch.to_string(), "Thu, 01 Jan 1970 00:00:00 GMT");
    /// assert_eq!(epoch.unix_seconds(), 0);
    /// ```
    HttpDate, with_http_date
}
