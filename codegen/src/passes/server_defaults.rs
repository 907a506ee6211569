//! Defaults are the server's. A client that sends them breaks models that refuse the parameter, so they become
//! words in the documentation.

use crate::Document;
use crate::walk::{all_mut, describe, plain};
use crate::words::code;

/// See the module's documentation.
pub fn server_defaults(document: &mut Document) -> usize {
    let mut changes = 0;
    all_mut(&mut document.root, &mut |_, schema| {
        let Some(schema) = schema.as_object_mut() else {
            return;
        };
        let named = [
            schema.shift_remove("default"),
            schema.shift_remove("x-ms-client-default"),
        ];
        // That nothing is set by default needs no words.
        if let Some(default) = named.into_iter().flatten().find(|default| !default.is_null()) {
            let shown = if default == "" {
                default.to_string()
            } else {
                plain(&default)
            };
            describe(schema, &format!("Default of the server: {}.", code(&shown)));
            changes += 1;
        }
    });
    changes
}
