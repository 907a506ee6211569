//! On real files.

use super::*;

fn tree(root: &Path, files: &[(&str, &str)]) -> Tree {
    Tree {
        root: root.to_owned(),
        directories: vec!["gen".to_owned(), "deep/gen".to_owned()],
        files: files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
            .collect(),
    }
}

const FILES: [(&str, &str); 4] = [
    ("gen/a.rs", "a\n"),
    ("gen/sub/b.rs", "b\n"),
    ("deep/gen/c.rs", "c\n"),
    ("alone.json", "{}\n"),
];

/// Creates a directory whose files are all up to date.
fn fresh() -> (tempfile::TempDir, Tree) {
    let directory = tempfile::tempdir().unwrap();
    let tree = tree(directory.path(), &FILES);
    tree.write(&tree.compare().unwrap()).unwrap();
    assert_eq!(tree.compare().unwrap(), []);
    (directory, tree)
}

/// Returns every file below a directory with its content.
fn snapshot(directory: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    list(directory, "", &mut files).unwrap();
    files
}

fn differences(tree: &Tree) -> Vec<(String, Difference)> {
    tree.compare()
        .unwrap()
        .into_iter()
        .map(|finding| (finding.path, finding.difference))
        .collect()
}

#[test]
fn every_file_is_missing_at_first() {
    let directory = tempfile::tempdir().unwrap();
    let tree = tree(directory.path(), &FILES);
    let found = differences(&tree);
    assert_eq!(found.len(), 4);
    assert!(found.iter().all(|(_, difference)| *difference == Difference::Missing));
    assert!(snapshot(directory.path()).is_empty());
}

#[test]
fn changed_missing_and_extra_files_are_found() {
    let (directory, tree) = fresh();
    let at = |path: &str| directory.path().join(path);
    fs::write(at("gen/a.rs"), "other\n").unwrap();
    fs::remove_file(at("deep/gen/c.rs")).unwrap();
    fs::create_dir(at("gen/new")).unwrap();
    fs::write(at("gen/new/d.rs"), "d\n").unwrap();
    fs::write(at("alone.json"), b"\xff").unwrap();
    fs::write(at("beside.rs"), "none of our business").unwrap();
    assert_eq!(
        differences(&tree),
        [
            ("alone.json".to_owned(), Difference::Changed),
            ("deep/gen/c.rs".to_owned(), Difference::Missing),
            ("gen/a.rs".to_owned(), Difference::Changed),
            ("gen/new/d.rs".to_owned(), Difference::Extra),
        ]
    );
    tree.write(&tree.compare().unwrap()).unwrap();
    let mut expected: BTreeMap<String, Vec<u8>> = FILES
        .iter()
        .map(|(path, text)| (format!("/{path}"), text.as_bytes().to_vec()))
        .collect();
    expected.insert("/beside.rs".to_owned(), b"none of our business".to_vec());
    assert_eq!(snapshot(directory.path()), expected);
}

#[test]
fn directories_without_changes_are_not_touched() {
    let (directory, tree) = fresh();
    let untouched = directory.path().join("deep/gen/c.rs");
    let before = fs::metadata(&untouched).unwrap().modified().unwrap();
    fs::write(directory.path().join("gen/a.rs"), "other\n").unwrap();
    tree.write(&tree.compare().unwrap()).unwrap();
    assert_eq!(fs::metadata(&untouched).unwrap().modified().unwrap(), before);
}

#[test]
fn failed_write_leaves_files_unchanged() {
    let (directory, mut tree) = fresh();
    tree.files.insert("gen/a.rs".to_owned(), "newer\n".to_owned());
    tree.files.insert("deep/gen/c.rs".to_owned(), "newer\n".to_owned());
    // A file where a directory must be.
    tree.files.insert("gen/a.rs/impossible.rs".to_owned(), "x\n".to_owned());
    let before = snapshot(directory.path());
    let found = tree.compare().unwrap();
    assert!(tree.write(&found).is_err());
    assert_eq!(snapshot(directory.path()), before);
}

#[test]
fn completed_moves_are_undone() {
    let (directory, tree) = fresh();
    let before = snapshot(directory.path());
    let stage = tempfile::tempdir_in(directory.path()).unwrap();
    let new = stage.path().join("new");
    fs::create_dir(&new).unwrap();
    fs::write(new.join("a.rs"), "newer\n").unwrap();
    let moves = vec![
        write::Move::of(new, directory.path().join("gen"), stage.path().join("old")),
        write::Move::of(
            stage.path().join("none"),
            directory.path().join("alone.json"),
            stage.path().join("old2"),
        ),
    ];
    assert!(write::swap(moves).is_err());
    drop(stage);
    assert_eq!(snapshot(directory.path()), before);
    assert_eq!(tree.compare().unwrap(), []);
}

#[cfg(unix)]
#[test]
fn link_is_not_followed() {
    let (directory, tree) = fresh();
    std::os::unix::fs::symlink("/", directory.path().join("gen/root")).unwrap();
    assert_eq!(differences(&tree), [("gen/root".to_owned(), Difference::Extra)]);
}
