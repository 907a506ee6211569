//! What `tests/emission` holds is what the generator makes of the documents there. These tests are of the library and
//! not beside those that compile the files, so that files that do not compile can be made again.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::{Request, Source, generate};

/// Set to write the files instead of comparing them.
const UPDATE: &str = "UPDATE_EMISSION";

const COMMAND: &str = "UPDATE_EMISSION=1 cargo test -p codegen --lib emission";

fn directories() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/emission");
    let mut directories: Vec<PathBuf> = std::fs::read_dir(root)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    directories.sort();
    directories
}

fn committed(directory: &Path) -> BTreeMap<String, String> {
    let Ok(entries) = std::fs::read_dir(directory) else {
        return BTreeMap::new();
    };
    entries
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, std::fs::read_to_string(path).unwrap())
        })
        .collect()
}

fn write(directory: &Path, files: &BTreeMap<String, String>) {
    if directory.exists() {
        std::fs::remove_dir_all(directory).unwrap();
    }
    std::fs::create_dir(directory).unwrap();
    for (name, text) in files {
        std::fs::write(directory.join(name), text).unwrap();
    }
}

#[test]
fn emission_is_fresh() {
    let update = std::env::var_os(UPDATE).is_some();
    let (mut failed, mut stale) = (Vec::new(), Vec::new());
    let mut warnings = String::new();
    for directory in directories() {
        let feature = directory.file_name().unwrap().to_str().unwrap();
        let name = format!("{feature}/document.yaml");
        let text = std::fs::read_to_string(directory.join("document.yaml")).unwrap();
        let result = generate(&Request {
            document: Source {
                name: &name,
                text: &text,
            },
            overlays: &[],
            command: COMMAND,
        });
        let output = match result {
            Ok(output) => output,
            Err(error) => {
                failed.push(error.to_string());
                continue;
            }
        };
        for warning in &output.warnings {
            warnings.push_str(&format!("{warning}\n"));
        }
        let generated = directory.join("generated");
        if update {
            write(&generated, &output.files);
            continue;
        }
        let committed = committed(&generated);
        let names = output.files.keys().chain(committed.keys());
        for name in names.filter(|name| output.files.get(*name) != committed.get(*name)) {
            stale.push(format!("{feature}/generated/{name}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    stale.dedup();
    assert!(stale.is_empty(), "run `{COMMAND}`: not as committed: {stale:#?}");
    insta::assert_snapshot!(
        warnings,
        @r#"
    warning: numbers/document.yaml#/components/schemas/Measure/properties/outgrown: [limits] `int32` cannot hold the limits beside it; integers of 64 bits are generated
    warning: operations/document.yaml#/paths/~1nameless~1{id}/get: [check_operations] the operation has no id of its own: it is called "getNamelessId"
    warning: wire_bodies/document.yaml#/paths/~1pictures/post/parameters/0/items/type: [check_types] unknown type "file"; it is read as `binary`
    "#
    );
}
