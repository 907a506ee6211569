//! What the parts of a document are lifted with.

use serde_json::Value;

use crate::Findings;

/// What lifting one part needs to know of the whole.
pub(super) struct Lift<'a> {
    pub(super) findings: &'a mut Findings,
    pub(super) consumes: Option<Vec<String>>,
    pub(super) produces: Option<Vec<String>>,
    pub(super) schemes: Option<Value>,
}
