//! On real files.

use super::*;

fn tree(root: &Path, files: &[(&str, &str)]) -> Tree {
    Tree {
        root: root.to_owned(),
        folders: vec!["gen".to_owned(), "deep/gen".to_owned()],
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

/// A folder in which everything is as it should be.
fn fresh() -> (tempfile::TempDir, Tree) {
    let folder = tempfile::tempdir().unwrap();
    let tree = tree(folder.path(), &FILES);
    tree.write(&tree.compare().unwrap()).unwrap();
    assert_eq!(tree.compare().unwrap(), []);
    (folder, tree)
}

/// Everything below a folder, with the contents.
fn snapshot(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    list(folder, "", &mut files).unwrap();
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
fn everything_is_missing_at_first() {
    let folder = tempfile::tempdir().unwrap();
    let tree = tree(folder.path(), &FILES);
    let found = differences(&tree);
    assert_eq!(found.len(), 4);
    assert!(found.iter().all(|(_, difference)| *difference == Difference::Missing));
    assert!(snapshot(folder.path()).is_empty());
}

#[test]
fn a_changed_a_deleted_and_an_added_file_are_noticed() {
    let (folder, tree) = fresh();
    let at = |path: &str| folder.path().join(path);
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
    assert_eq!(snapshot(folder.path()), expected);
}

#[test]
fn folders_without_findings_are_not_touched() {
    let (folder, tree) = fresh();
    let untouched = folder.path().join("deep/gen/c.rs");
    let before = fs::metadata(&untouched).unwrap().modified().unwrap();
    fs::write(folder.path().join("gen/a.rs"), "other\n").unwrap();
    tree.write(&tree.compare().unwrap()).unwrap();
    assert_eq!(fs::metadata(&untouched).unwrap().modified().unwrap(), before);
}

#[test]
fn a_failure_leaves_everything_as_it_was() {
    let (folder, mut tree) = fresh();
    tree.files.insert("gen/a.rs".to_owned(), "newer\n".to_owned());
    tree.files.insert("deep/gen/c.rs".to_owned(), "newer\n".to_owned());
    // A file where a folder must be.
    tree.files.insert("gen/a.rs/impossible.rs".to_owned(), "x\n".to_owned());
    let before = snapshot(folder.path());
    let found = tree.compare().unwrap();
    assert!(tree.write(&found).is_err());
    assert_eq!(snapshot(folder.path()), before);
}

#[test]
fn moves_that_were_made_are_undone() {
    let (folder, tree) = fresh();
    let before = snapshot(folder.path());
    let stage = tempfile::tempdir_in(folder.path()).unwrap();
    let new = stage.path().join("new");
    fs::create_dir(&new).unwrap();
    fs::write(new.join("a.rs"), "newer\n").unwrap();
    let moves = vec![
        write::Move::of(new, folder.path().join("gen"), stage.path().join("old")),
        write::Move::of(
            stage.path().join("none"),
            folder.path().join("alone.json"),
            stage.path().join("old2"),
        ),
    ];
    assert!(write::swap(moves).is_err());
    drop(stage);
    assert_eq!(snapshot(folder.path()), before);
    assert_eq!(tree.compare().unwrap(), []);
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed() {
    let (folder, tree) = fresh();
    std::os::unix::fs::symlink("/", folder.path().join("gen/root")).unwrap();
    assert_eq!(differences(&tree), [("gen/root".to_owned(), Difference::Extra)]);
}
