//! Defaults are the server's. A client that sends them breaks models that refuse the parameter, so they become
//! words in the documentation.

use crate::walk::{all_mut, describe};
use crate::{Document, Error};

/// See the module's documentation.
///
/// # Errors
/// None.
pub fn server_defaults(document: &mut Document) -> Result<usize, Error> {
    let mut changes = 0;
    all_mut(&mut document.root, &mut |_, schema| {
        let Some(schema) = schema.as_object_mut() else { return };
        let default = schema.shift_remove("default").or_else(|| schema.shift_remove("x-ms-client-default"));
        if let Some(default) = default {
            let shown = default.as_str().map_or_else(|| default.to_string(), str::to_owned);
            describe(schema, &format!("Default of the server: `{shown}`."));
            changes += 1;
        }
    });
    Ok(changes)
}
