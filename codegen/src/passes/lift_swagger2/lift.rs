//! What the parts of a document are lifted with.

use serde_json::Value;

use crate::Findings;
use crate::passes::media;

/// What lifting one part needs to know of the whole. Parts that are of OpenAPI 3 already stay as they are.
pub(in crate::passes) struct Lift<'a> {
    pub(super) findings: &'a mut Findings,
    pub(super) consumes: Option<Vec<String>>,
    pub(super) produces: Option<Vec<String>>,
    pub(super) schemes: Option<Value>,
}

impl<'a> Lift<'a> {
    pub(in crate::passes) fn new(root: &Value, findings: &'a mut Findings) -> Self {
        Self {
            findings,
            consumes: media::list(root.get("consumes")),
            produces: media::list(root.get("produces")),
            schemes: root.get("schemes").cloned(),
        }
    }
}
