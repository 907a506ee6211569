//! `expires_after`: how long a file stays.

use crate::wire::ServiceError;
use crate::wire::parameters::Object;

/// Seconds: two weeks to thirty days.
const SECONDS: std::ops::RangeInclusive<i64> = 1_209_600..=2_592_000;
const ANCHOR: &str = "created_at";

/// From the fields of a form; the seconds after creation.
pub(crate) fn of_form(anchor: Option<&str>, seconds: Option<&str>) -> Result<Option<i64>, ServiceError> {
    let missing = |name| crate::call::form::missing(name);
    let (anchor, seconds) = match (anchor, seconds) {
        (None, None) => return Ok(None),
        (Some(_), None) => return Err(missing("expires_after.seconds")),
        (None, Some(_)) => return Err(missing("expires_after.anchor")),
        (Some(anchor), Some(seconds)) => (anchor, seconds),
    };
    check(anchor, seconds.parse().ok()).map(Some)
}

/// From the member `name` of a body.
pub(crate) fn of_body(body: &Object<'_>, name: &str) -> Result<Option<i64>, ServiceError> {
    let Some(after) = body.object(name)? else {
        return Ok(None);
    };
    let anchor = after.required("anchor", after.text("anchor")?)?;
    let seconds = after.integer("seconds", i64::MIN, i64::MAX)?;
    check(anchor, Some(after.required("seconds", seconds)?)).map(Some)
}

fn check(anchor: &str, seconds: Option<i64>) -> Result<i64, ServiceError> {
    if anchor != ANCHOR {
        return Err(ServiceError::invalid_payload(format!(
            "The value '{anchor}' of expires_after.anchor is not {ANCHOR}."
        )));
    }
    let out_of_range = || {
        let (min, max) = (SECONDS.start(), SECONDS.end());
        ServiceError::invalid_payload(format!("expires_after.seconds must be a number from {min} to {max}."))
    };
    seconds
        .filter(|seconds| SECONDS.contains(seconds))
        .ok_or_else(out_of_range)
}
