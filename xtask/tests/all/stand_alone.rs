//! Stand-alone crates: generated, updated, checked, and never written over other files.

use std::fs;
use std::path::Path;

use crate::{DOCUMENT, file_names, stderr, xtask};

const ARGS: [&str; 7] = [
    "codegen",
    "--document",
    "letters.yaml",
    "--name",
    "letters",
    "--out",
    "made/letters",
];

fn directory() -> tempfile::TempDir {
    let directory = tempfile::tempdir().expect("a temporary directory");
    fs::write(directory.path().join("letters.yaml"), DOCUMENT).expect("a temporary directory");
    directory
}

fn run(directory: &Path, further: &[&str]) -> (Option<i32>, String) {
    let output = xtask(directory, &[&ARGS, further].concat());
    (output.status.code(), stderr(&output))
}

#[test]
fn crate_is_created_updated_and_checked() {
    let directory = directory();
    let out = directory.path().join("made/letters");
    let (code, messages) = run(directory.path(), &["--check"]);
    assert_eq!(code, Some(1), "{messages}");
    assert!(messages.contains(" missing Cargo.toml\n"), "{messages}");
    assert!(!out.exists());

    let (code, messages) = run(directory.path(), &[]);
    assert_eq!(code, Some(0), "{messages}");
    assert!(messages.contains("    made src/generated/mod.rs\n"), "{messages}");
    assert_eq!(file_names(&out), ["Cargo.toml", "normalized.json", "src"]);
    let manifest = fs::read_to_string(out.join("Cargo.toml")).unwrap();
    assert!(manifest.contains("name = \"letters\"\n"), "{manifest}");
    assert_eq!(run(directory.path(), &["--check"]).0, Some(0));

    // Other files are kept; a changed file is generated again.
    fs::write(out.join("notes.md"), "mine").unwrap();
    fs::write(out.join("src/generated/mod.rs"), "changed").unwrap();
    fs::write(out.join("src/generated/more.rs"), "").unwrap();
    fs::remove_file(out.join("normalized.json")).unwrap();
    let (code, messages) = run(directory.path(), &["--check"]);
    assert_eq!(code, Some(1));
    for line in [
        " missing normalized.json\n",
        " changed src/generated/mod.rs\n",
        "   extra src/generated/more.rs\n",
    ] {
        assert!(messages.contains(line), "{messages}");
    }
    assert!(messages.contains("-changed\n"), "{messages}");
    let again = "Run `cargo xtask codegen --document letters.yaml --name letters --out made/letters`.";
    assert!(messages.contains(again), "{messages}");
    let (code, messages) = run(directory.path(), &[]);
    assert_eq!(code, Some(0), "{messages}");
    assert!(messages.contains(" removed src/generated/more.rs\n"), "{messages}");
    assert_eq!(run(directory.path(), &["--check"]).0, Some(0));
    assert_eq!(fs::read_to_string(out.join("notes.md")).unwrap(), "mine");
}

#[test]
fn directory_of_others_is_not_written() {
    let directory = directory();
    let out = directory.path().join("made/letters");
    fs::create_dir_all(&out).unwrap();
    fs::write(out.join("Cargo.toml"), "[package]").unwrap();
    let (code, messages) = run(directory.path(), &[]);
    assert_eq!(code, Some(1));
    assert!(
        messages.contains("made/letters is neither empty nor made by this command"),
        "{messages}"
    );
    assert_eq!(file_names(&out), ["Cargo.toml"]);
    assert_eq!(fs::read_to_string(out.join("Cargo.toml")).unwrap(), "[package]");
}
