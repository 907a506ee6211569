//! What the schemas are read with.

use indexmap::IndexSet;
use serde_json::Value;

use crate::Findings;
use crate::keys::{ERRORS, IGNORE_CASE, STREAM};
use crate::walk::{flag, schema, sent, used_by};

/// A place that is any JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnyValue {
    /// JSON pointer into the normalized document.
    pub pointer: String,
    /// Why.
    pub reason: String,
}

/// What is known of the whole document while its schemas become types.
pub(super) struct Context<'a> {
    pub(super) root: &'a Value,
    pub(super) sent: IndexSet<&'a str>,
    pub(super) received: IndexSet<&'a str>,
    /// Whether the values of enumerations are compared without regard to case.
    pub(super) ignores_case: bool,
    /// Every place that is any JSON value.
    pub(super) any_values: Vec<AnyValue>,
    /// What no type stands for, and why.
    pub(super) findings: &'a mut Findings,
}

impl<'a> Context<'a> {
    pub(super) fn of(root: &'a Value, findings: &'a mut Findings) -> Self {
        Self {
            root,
            sent: sent(root),
            received: used_by(root, &["responses", ERRORS, STREAM]),
            ignores_case: flag(root, IGNORE_CASE),
            any_values: Vec::new(),
            findings,
        }
    }

    pub(super) fn component(&self, name: &str) -> Option<&'a Value> {
        schema(self.root, name)
    }
}
