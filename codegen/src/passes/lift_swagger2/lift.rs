//! What the parts of a document are lifted with.

use serde_json::{Map, Value};

use crate::Findings;

/// What lifting one part needs to know of the whole.
pub(super) struct Lift<'a> {
    pub(super) findings: &'a mut Findings,
    /// Old and new names of schemas whose name OpenAPI 3 does not allow.
    pub(super) names: Map<String, Value>,
    pub(super) consumes: Option<Vec<String>>,
    pub(super) produces: Option<Vec<String>>,
    pub(super) schemes: Option<Value>,
    pub(super) parameters: Map<String, Value>,
    pub(super) responses: Map<String, Value>,
}

impl Lift<'_> {
    pub(super) fn warn(&mut self, pointer: impl Into<String>, message: impl Into<String>) {
        self.findings.warn(pointer, message);
    }
}
