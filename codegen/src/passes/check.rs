//! All checks of a document as it was given, with its overlay.

use super::{check_operations, check_references, check_types};
use crate::document::{Document, Pass};
use crate::error::Error;

const CHECKS: [Pass; 3] = [check_types, check_references, check_operations];

/// Mends what later passes could not make sense of, with warnings, and refuses broken references. Pointers lead into
/// the document as it is now: this belongs before the passes that reshape it.
///
/// Returns the number of warnings.
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
    fn all_checks_run_and_only_broken_references_end_the_run() {
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
        let places = |found: &[crate::Diagnostic]| -> Vec<(&'static str, String)> {
            found.iter().map(|d| (d.pass, d.pointer.clone())).collect()
        };
        assert_eq!(
            places(error.diagnostics()),
            [("check_references", "/paths/~1a~1{id}/get/responses/200".to_owned())]
        );
        assert_eq!(
            places(&document.warnings),
            [
                ("check_types", "/components/schemas/A/type".to_owned()),
                ("check_operations", "/paths/~1a~1{id}/get".to_owned()),
            ]
        );
    }
}
