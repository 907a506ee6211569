//! Bodies, and whether they can be sent again.

use std::fmt;

use bytes::Bytes;
use serde_json::Value;

use super::object;
use crate::form::Form;

#[derive(Clone)]
pub(crate) enum Body {
    Empty,
    Bytes(Bytes),
    Form(Form),
}

impl Body {
    /// Whether another attempt could send the same body.
    pub(crate) fn is_replayable(&self) -> bool {
        match self {
            Self::Empty | Self::Bytes(_) => true,
            Self::Form(form) => form.is_replayable(),
        }
    }

    /// The body with this field in place of one of the same name; `None` where it has no fields.
    pub(crate) fn with_field(&self, name: &str, value: &str) -> Option<Self> {
        Some(match self {
            Self::Form(form) => Self::Form(form.clone().set_first(name, value)),
            Self::Bytes(bytes) => Self::Bytes(object::rewritten(bytes, &[(name, Value::from(value))])?.into()),
            Self::Empty => return None,
        })
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("Empty"),
            Self::Bytes(bytes) => write!(f, "{} bytes", bytes.len()),
            Self::Form(form) => form.fmt(f),
        }
    }
}
