//! The rows of `docs/wire-facts.md`: their tests exist, and what cites a row cites one that exists.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A row of a table: its number, and the names in backticks of its last column.
struct Row {
    number: String,
    tests: Vec<String>,
}

fn rows() -> Vec<Row> {
    let text = fs::read_to_string(root().join("docs/wire-facts.md")).unwrap();
    let lines = text.lines().filter_map(|line| line.strip_prefix("| "));
    lines
        .filter_map(|line| {
            let (number, rest) = line.split_once(" | ")?;
            let (_, tests) = rest.trim_end_matches(" |").rsplit_once(" | ")?;
            let tests = tests.split('`').skip(1).step_by(2).map(str::to_owned).collect();
            is_row_number(number).then(|| Row {
                number: number.to_owned(),
                tests,
            })
        })
        .collect()
}

fn is_row_number(text: &str) -> bool {
    let (group, number) = text.split_at_checked(1).unwrap_or_default();
    "IACEHSF".contains(group) && number.parse::<u8>().is_ok()
}

fn files_below(directory: &Path, extension: &str, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_below(&path, extension, into);
        } else if path.extension().is_some_and(|found| found == extension) {
            into.push(path);
        }
    }
}

fn texts(directories: &[&str], extension: &str) -> Vec<String> {
    let mut files = Vec::new();
    for directory in directories {
        files_below(&root().join(directory), extension, &mut files);
    }
    files.iter().map(|file| fs::read_to_string(file).unwrap()).collect()
}

#[test]
fn every_row_names_tests_that_exist() {
    let sources = texts(&["tests/all", "crates/core/src"], "rs");
    let rows = rows();
    assert!(rows.len() > 40, "only {} rows were found", rows.len());
    for Row { number, tests } in &rows {
        assert!(!tests.is_empty(), "row {number} names no test");
        for test in tests {
            let definition = format!("fn {test}(");
            assert!(
                sources.iter().any(|source| source.contains(&definition)),
                "row {number} names the test `{test}`, which does not exist"
            );
        }
    }
    let numbers: BTreeSet<&str> = rows.iter().map(|row| &*row.number).collect();
    assert_eq!(numbers.len(), rows.len(), "a row number is used twice");
}

#[test]
fn every_row_cited_by_an_overlay_exists() {
    let rows = rows();
    let numbers: BTreeSet<&str> = rows.iter().map(|row| &*row.number).collect();
    let mut cited = 0;
    for overlay in texts(&["specs"], "yaml") {
        // A citation stands before a colon, at the start of a description: `I2, I4: …`.
        for line in overlay.lines().filter_map(|line| line.split_once(':')) {
            let start = line.0.trim_start_matches(['\'', ' ']);
            let citations: Vec<&str> = match start.strip_prefix("description") {
                Some(_) => line
                    .1
                    .split(':')
                    .next()
                    .unwrap_or_default()
                    .trim_start_matches([' ', '\''])
                    .split(", ")
                    .collect(),
                None => start.split(", ").collect(),
            };
            for number in citations.into_iter().filter(|text| is_row_number(text)) {
                assert!(
                    numbers.contains(number),
                    "an overlay cites row {number}, which does not exist"
                );
                cited += 1;
            }
        }
    }
    assert!(cited > 30, "only {cited} citations were found");
}
