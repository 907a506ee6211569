//! One schema: in which order its parts are lowered.

use serde_json::{Value, json};

use super::Lower;
use super::{keywords, nullability, types};
use crate::passes::reference_siblings::wrap_reference_siblings;
use crate::walk::Kind;

impl Lower<'_> {
    /// Lowers a schema; those inside it have been lowered before.
    pub(super) fn schema(&mut self, schema: &mut Value, kind: Kind, pointer: &str) {
        match schema {
            Value::Bool(_) if kind == Kind::SchemaOrBool => {}
            Value::Bool(true) => *schema = json!({}),
            Value::Bool(false) => {
                self.0.warn(
                    pointer,
                    "a schema that nothing satisfies (`false`) is read as `not: {}`",
                );
                *schema = json!({"not": {}});
            }
            Value::Object(map) => {
                self.drop_unsupported(map, pointer);
                keywords::lower(map);
                self.content_keywords(map, pointer);
                wrap_reference_siblings(schema);
                if let Value::Object(map) = schema {
                    nullability::lower_unions(map);
                    types::lower(map);
                    nullability::note_null_in_enum(map);
                }
            }
            _ => {}
        }
    }
}
