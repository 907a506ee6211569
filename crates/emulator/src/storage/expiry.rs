//! `expires_after`: how long a file stays.

use serde::Deserialize;

use crate::wire::ServiceError;
use crate::wire::parameters::{Integer, missing};

/// An anchor, of which there is one, and the seconds after it. The document has their bounds.
#[derive(Deserialize)]
pub(crate) struct ExpiresAfter {
    anchor: Option<String>,
    seconds: Option<Integer>,
}

impl ExpiresAfter {
    /// From the fields of a form.
    pub(crate) fn of_form(anchor: Option<String>, seconds: Option<Integer>) -> Option<Self> {
        (anchor.is_some() || seconds.is_some()).then_some(Self { anchor, seconds })
    }

    /// The seconds after the creation. Anchor and seconds go together.
    pub(crate) fn seconds(given: Option<Self>, name: &str) -> Result<Option<i64>, ServiceError> {
        let Some(given) = given else {
            return Ok(None);
        };
        given.anchor.ok_or_else(|| missing(&format!("{name}.anchor")))?;
        let Integer(seconds) = given.seconds.ok_or_else(|| missing(&format!("{name}.seconds")))?;
        Ok(Some(seconds))
    }
}
