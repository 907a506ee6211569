//! A failure as text for people, and as JSON for programs.

use serde_json::{Value, json};

use super::{Failure, Kind};

impl Failure {
    pub(crate) fn message(&self) -> &str {
        &self.message
    }

    pub(crate) fn advice(&self) -> Option<&str> {
        self.advice.as_deref()
    }

    /// The one line of `--json` on standard error.
    pub(crate) fn json(&self) -> Value {
        let mut error = json!({
            "kind": self.kind.name(),
            "exit_code": self.kind.exit_code(),
            "message": self.message,
        });
        let optional = [
            ("advice", self.advice.clone().map(Value::from)),
            ("status", self.status.map(Value::from)),
            ("code", self.code.clone().map(Value::from)),
            ("request_id", self.request_id.clone().map(Value::from)),
        ];
        for (name, value) in optional {
            if let Some(value) = value {
                error[name] = value;
            }
        }
        json!({ "error": error })
    }

    pub(crate) fn is_silent(&self) -> bool {
        self.kind == Kind::ClosedOutput
    }
}
