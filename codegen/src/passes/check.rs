//! All checks of a document as it was given, with its overlay.

use super::{check_operations, check_references, check_types};
use crate::document::{Document, Pass};
use crate::error::Error;

const CHECKS: [Pass; 3] = [check_types, check_references, check_operations];

/// Refuses documents that later passes could not make sense of. The findings of all checks come as one error, with
/// pointers into the document as it is now: this belongs before the passes that reshape it.
///
/// Gives the number of operations that had no id and got one.
///
/// # Errors
/// See [`check_types`], [`check_references`] and [`check_operations`].
pub fn check(document: &mut Document) -> Result<usize, Error> {
    let mut found = Vec::new();
    let mut changed = 0;
    for check in CHECKS {
        match check(document) {
            Ok(count) => changed += count,
            Err(error) => found.extend(error),
        }
    }
    Error::unless_empty(found)?;
    Ok(changed)
}

#[cfg(test)]
mod tests {
    use crate::document::Source;

    use super::*;

    #[test]
    fn the_findings_of_all_checks_are_reported() {
        let text = "
openapi: 3.0.3
info: {title: t, version: '1'}
paths:
  /a/{id}:
    get: {operationId: a, responses: {200: {$ref: '#/components/responses/None'}}}
components: {schemas: {A: {type: strng}}}
";
        let mut document = Document::read(Source { name: "t", text }).unwrap();
        let error = check(&mut document).unwrap_err();
        let found: Vec<_> = error
            .diagnostics()
            .iter()
            .map(|d| (d.pass, d.pointer.as_str()))
            .collect();
        assert_eq!(
            found,
            [
                ("check_types", "/components/schemas/A/type"),
                ("check_references", "/paths/~1a~1{id}/get/responses/200"),
                ("check_operations", "/paths/~1a~1{id}/get"),
            ]
        );
    }
}
