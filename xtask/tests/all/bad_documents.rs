//! Errors name the file and JSON pointer, and nothing is written.

use crate::{DOCUMENT, file_names, stderr, xtask};

const OVERLAY: &str = "\
overlay: 1.0.0
info: {title: o, version: '1'}
actions:
  - {target: $.paths, update: {x-a: 1}, description: d}
";

/// Returns the messages for a document, after checking that nothing was written.
fn refused(document: &str, overlay: Option<&str>) -> String {
    let directory = tempfile::tempdir().expect("a temporary directory");
    std::fs::write(directory.path().join("bad.yaml"), document).expect("a temporary directory");
    let mut args = vec!["codegen", "--document", "bad.yaml", "--name", "bad", "--out", "out"];
    if let Some(overlay) = overlay {
        std::fs::write(directory.path().join("over.yaml"), overlay).expect("a temporary directory");
        args.extend(["--overlay", "over.yaml"]);
    }
    let output = xtask(directory.path(), &args);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let there = file_names(directory.path());
    assert!(!there.contains(&"out".to_owned()), "{there:?}");
    stderr(&output)
}

/// Returns the messages for the valid document with a part replaced.
fn replaced(part: &str, by: &str) -> String {
    assert!(DOCUMENT.contains(part), "{part}");
    refused(&DOCUMENT.replace(part, by), None)
}

#[test]
fn truncated_yaml_is_refused() {
    let (document, _) = DOCUMENT.split_once("/Letter'").unwrap();
    let message = refused(document, None);
    assert!(message.starts_with("error: bad.yaml: [read] YAML: "), "{message}");
    assert!(message.contains(" at line "), "{message}");
}

#[test]
fn missing_file_is_named() {
    let directory = tempfile::tempdir().unwrap();
    let output = xtask(
        directory.path(),
        &["codegen", "--document", "none", "--name", "a", "--out", "out"],
    );
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).starts_with("error: cannot read none: "),
        "{}",
        stderr(&output)
    );
}

#[test]
fn dangling_reference_is_named() {
    let message = replaced(
        "items: {$ref: '#/components/schemas/Letter'}",
        "items: {$ref: '#/components/schemas/None'}",
    );
    assert!(
        message.contains("error: bad.yaml#/components/schemas/Letter/properties/replies/items: "),
        "{message}"
    );
    assert!(
        message.contains("\"#/components/schemas/None\" leads to nothing"),
        "{message}"
    );
}

#[test]
fn circular_reference_is_named() {
    let message = replaced(
        "text: {type: string}",
        "text: {$ref: '#/components/schemas/Letter/properties/text'}",
    );
    assert!(
        message.contains("error: bad.yaml#/components/schemas/Letter/properties/text: "),
        "{message}"
    );
    assert!(message.contains("leads only to itself"), "{message}");
}

/// Returns the messages for the valid document with a part replaced, which is generated all the same.
fn degraded(part: &str, by: &str) -> String {
    assert!(DOCUMENT.contains(part), "{part}");
    let directory = tempfile::tempdir().expect("a temporary directory");
    std::fs::write(directory.path().join("odd.yaml"), DOCUMENT.replace(part, by)).expect("a temporary directory");
    let args = ["codegen", "--document", "odd.yaml", "--name", "odd", "--out", "out"];
    let output = xtask(directory.path(), &args);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    stderr(&output)
}

#[test]
fn duplicate_operation_id_is_named() {
    let again = "  /others: {get: {operationId: Letters_Get, responses: {200: {description: d}}}}\ncomponents:";
    let message = degraded("components:", again);
    assert!(
        message.contains("warning: odd.yaml#/paths/~1others/get/operationId: [check_operations] a second operation"),
        "{message}"
    );
}

#[test]
fn undeclared_path_parameter_is_named() {
    let message = degraded("/letters/{id}", "/letters/{id}/{page}");
    assert!(
        message.contains("warning: odd.yaml#/paths/~1letters~1{id}~1{page}/get: "),
        "{message}"
    );
    assert!(message.contains("\"page\" is not declared"), "{message}");
}

#[test]
fn unknown_type_is_named() {
    let message = degraded("text: {type: string}", "text: {type: strng}");
    assert!(
        message.contains("warning: odd.yaml#/components/schemas/Letter/properties/text/type: "),
        "{message}"
    );
    assert!(
        message.contains("unknown type \"strng\"; any value is accepted"),
        "{message}"
    );
}

#[test]
fn unsupported_version_is_named() {
    let message = replaced("openapi: 3.0.3", "openapi: 4.0.0");
    assert!(
        message.starts_with("error: bad.yaml#/openapi: [read] version \"4.0.0\""),
        "{message}"
    );
}

#[test]
fn overlay_without_match_is_named() {
    let message = refused(DOCUMENT, Some(&OVERLAY.replace("$.paths", "$.pahts")));
    assert!(
        message.starts_with("error: over.yaml#/actions/0: [overlay] dead target: $.pahts"),
        "{message}"
    );
}
