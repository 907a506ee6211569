//! What a caller sees of every fault of the emulator: see the snapshot, or `cargo run -p tests --example fault_matrix`.

use azure_openai_emulator::Fault;
use tests::fault_matrix::{ROWS, table};

#[test]
fn fault_matrix_matches_snapshot() {
    let table = table();
    for word in ["WRONG", "BROKEN", "HANGS", "PANICS"] {
        assert!(!table.contains(word), "{table}");
    }
    insta::assert_snapshot!(table);
}

/// Lists the names of the fault grammar, from the error for an unknown one.
fn choices(wrong: &str) -> Vec<String> {
    let message = wrong.parse::<Fault>().unwrap_err().to_string();
    let (_, list) = message
        .rsplit_once("known names: ")
        .or_else(|| message.rsplit_once("must be one of "))
        .or_else(|| message.rsplit_once("must be "))
        .unwrap();
    list.replace(" or ", ", ")
        .split(", ")
        .map(|choice| choice.trim().to_owned())
        .filter(|choice| !choice.is_empty())
        .collect()
}

/// Name and value of each part of a row.
fn parts() -> Vec<(String, String)> {
    let rows = ROWS.iter().flat_map(|row| row.fault.split(';'));
    rows.map(|part| part.split_once('=').unwrap_or((part, "")))
        .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
        .collect()
}

#[test]
fn every_fault_is_in_the_matrix() {
    let parts = parts();
    let names = choices("no-such-name=1");
    assert!(names.len() > 25, "{names:?}");
    for name in names {
        // Every fault of the matrix applies to the operation of its column.
        let found = name == "operation" || parts.iter().any(|(other, _)| *other == name);
        assert!(found, "no row has {name}");
    }
}

#[test]
fn every_fault_value_is_in_the_matrix() {
    let parts = parts();
    let has = |names: &[&str], choice: &str| {
        parts
            .iter()
            .filter(|(name, _)| names.contains(&name.as_str()))
            .flat_map(|(_, value)| value.split(','))
            .any(|value| match choice.strip_suffix(":N") {
                Some(kind) => value.starts_with(&format!("{kind}:")),
                None => value == choice,
            })
    };
    let cuts = ["reset", "close", "end"];
    for (names, wrong, least) in [
        (&["body"][..], "status=500; body=wrong", 4),
        (&["events"], "events=wrong", 7),
        (&["garble"], "garble=wrong", 4),
        (&["label"], "label=wrong", 2),
        (&["tool-chunks"], "tool-chunks=wrong", 3),
        (&cuts, "reset=wrong", 8),
    ] {
        let choices = choices(wrong);
        assert!(choices.len() >= least, "{choices:?}");
        for choice in choices {
            assert!(has(names, &choice), "no row has {names:?} {choice}");
        }
    }
    // Not a list of words: a number, a date, anything else; and none.
    let values = |name: &str| {
        let parts = parts.iter().filter(|(other, _)| other == name);
        parts.map(|(_, value)| value.clone()).collect::<Vec<_>>()
    };
    let waits = values("retry-after");
    assert!(waits.iter().any(|wait| wait.parse::<u64>().is_ok()));
    assert!(waits.iter().any(|wait| wait.starts_with("date:")));
    assert!(waits.iter().any(|wait| wait == "soon"));
    let kinds = values("content-type");
    assert!(kinds.iter().any(|kind| kind == "none") && kinds.iter().any(|kind| kind != "none"));
}
