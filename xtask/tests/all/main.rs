//! The program as users run it.

mod bad_documents;
mod compiled;
mod stand_alone;

use std::path::Path;
use std::process::{Command, Output};

/// A small valid document, which tests break by replacing a part.
const DOCUMENT: &str = "\
openapi: 3.0.3
info: {title: Letters, version: '1'}
paths:
  /letters/{id}:
    get:
      operationId: Letters_Get
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      responses:
        200:
          description: A letter.
          content: {application/json: {schema: {$ref: '#/components/schemas/Letter'}}}
components:
  schemas:
    Letter:
      type: object
      properties:
        text: {type: string}
        replies: {type: array, items: {$ref: '#/components/schemas/Letter'}}
";

fn xtask(directory: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(args)
        .current_dir(directory)
        .output()
        .expect("the program was built for this test")
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn file_names(directory: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(directory).expect("the test's own directory");
    let mut names: Vec<_> = entries
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn help_exits_with_0_and_wrong_usage_with_2() {
    let directory = tempfile::tempdir().unwrap();
    let help = xtask(directory.path(), &["--help"]);
    assert_eq!(help.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&help.stdout).contains("codegen"));
    let wrong = xtask(directory.path(), &["codegen", "--name", "a"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(stderr(&wrong).contains("--document"));
    assert_eq!(file_names(directory.path()), [""; 0]);
}

#[test]
fn operations_are_listed() {
    let directory = tempfile::tempdir().unwrap();
    let table = xtask(directory.path(), &["operations"]);
    assert_eq!(table.status.code(), Some(0), "{}", stderr(&table));
    let table = String::from_utf8(table.stdout).unwrap();
    assert!(table.contains("Files_Upload"), "{table}");
    let json = xtask(directory.path(), &["operations", "--json"]);
    let rows: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    let rows = rows.as_array().unwrap();
    assert_eq!(rows.len(), table.lines().count() - 1);
    let ids: std::collections::BTreeSet<_> = rows
        .iter()
        .map(|row| format!("{} {}", row["client"], row["id"]))
        .collect();
    assert_eq!(ids.len(), 43);
}
