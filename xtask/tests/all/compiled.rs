//! Crates generated from documents of all kinds compile without warnings of rustc, clippy and rustdoc under the
//! workspace's own lints; the generator's warnings match their snapshots.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{stderr, xtask};

/// The documents in `tests/documents` that are not overlays, the service's own documents without their overlays, and
/// one with additions that a later version could have.
fn sources() -> Vec<Source> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents");
    let mut sources: Vec<Source> = fs::read_dir(&directory)
        .expect("the documents are beside the test")
        .map(|entry| entry.expect("a readable directory").path())
        .filter(|path| !path.to_string_lossy().ends_with(".overlay.yaml"))
        .map(|document| Source {
            name: stem(&document),
            document,
            overlay: None,
        })
        .collect();
    let specs = workspace().join("specs");
    let later = directory.join("later.overlay.yaml");
    for (name, document, overlay) in [
        ("inference", "inference/openapi.yaml", None),
        ("authoring", "authoring/swagger.yaml", None),
        ("authoring_later", "authoring/swagger.yaml", Some(later)),
    ] {
        sources.push(Source {
            name: name.to_owned(),
            document: specs.join(document),
            overlay,
        });
    }
    sources.sort_by(|a, b| a.name.cmp(&b.name));
    sources
}

struct Source {
    name: String,
    document: PathBuf,
    overlay: Option<PathBuf>,
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .expect("a file has a name")
        .to_string_lossy()
        .into_owned()
}

fn workspace() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().expect("the package is in the workspace").to_owned()
}

#[test]
fn generated_crates_compile_without_warnings() {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("clients");
    fs::create_dir_all(directory.join("crates")).expect("the test's own directory");
    let sources = sources();
    for entry in fs::read_dir(directory.join("crates")).expect("the test's own directory") {
        let path = entry.expect("the test's own directory").path();
        if !sources.iter().any(|source| path.ends_with(&source.name)) {
            fs::remove_dir_all(path).expect("the test's own directory");
        }
    }
    for source in sources {
        let said = generate(&directory, &source);
        insta::assert_snapshot!(format!("warnings_of_{}", source.name), said);
    }
    let root = fs::read_to_string(workspace().join("Cargo.toml")).expect("the workspace's own");
    let lints: String = root
        .split_inclusive("\n\n")
        .filter(|table| table.starts_with("[workspace.lints."))
        .collect();
    assert!(lints.contains("missing_docs = \"deny\""), "{lints}");
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = [\"crates/*\"]\n\n{lints}");
    fs::write(directory.join("Cargo.toml"), manifest).expect("the test's own directory");
    // The same versions, so that nothing is downloaded.
    fs::copy(workspace().join("Cargo.lock"), directory.join("Cargo.lock")).expect("a lock file");
    run(
        &directory,
        &["clippy", "--workspace", "--quiet", "--keep-going", "--", "-Dwarnings"],
    );
    run(
        &directory,
        &["doc", "--workspace", "--no-deps", "--quiet", "--keep-going"],
    );
}

/// Generates the crate as a member of the test workspace, and returns the warnings.
fn generate(directory: &Path, source: &Source) -> String {
    let out = format!("made/{}", source.name);
    let document = source.document.to_string_lossy();
    let mut args = vec![
        "codegen",
        "--name",
        &source.name,
        "--out",
        &out,
        "--document",
        &document,
    ];
    let overlay = source.overlay.as_ref().map(|path| path.to_string_lossy());
    if let Some(overlay) = &overlay {
        args.extend(["--overlay", overlay]);
    }
    let output = xtask(directory, &args);
    assert_eq!(output.status.code(), Some(0), "{}: {}", source.name, stderr(&output));
    gather(&directory.join(&out), &directory.join("crates").join(&source.name));
    let said = stderr(&output);
    let warnings: Vec<String> = said
        .lines()
        .filter(|line| line.starts_with("warning: "))
        .map(|line| line.replace(&*document, &source.name))
        .collect();
    let is_file = |line: &str| {
        ["made ", "changed ", "removed "]
            .iter()
            .any(|done| line.trim_start().starts_with(done))
    };
    let others = said
        .lines()
        .filter(|line| !line.starts_with("warning: ") && !is_file(line))
        .count();
    assert_eq!(others, 1, "warnings are a line each: {said}");
    warnings.join("\n")
}

/// Makes a stand-alone crate a member of the test workspace. Unchanged files are not touched, so that they are not
/// compiled again.
fn gather(made: &Path, member: &Path) {
    fs::create_dir_all(member).expect("the test's own directory");
    for entry in fs::read_dir(made).expect("the crate was made") {
        let path = entry.expect("a readable directory").path();
        let target = member.join(path.file_name().expect("an entry has a name"));
        if path.is_dir() {
            gather(&path, &target);
            continue;
        }
        let mut text = fs::read_to_string(&path).expect("the crate is text");
        if path.ends_with("Cargo.toml") {
            text = as_member(&text);
        }
        if fs::read_to_string(&target).ok().as_ref() != Some(&text) {
            fs::write(&target, text).expect("the test's own directory");
        }
    }
}

fn as_member(manifest: &str) -> String {
    let (head, own_workspace) = manifest
        .rsplit_once("[workspace]")
        .expect("a crate that stands alone says so");
    assert_eq!(own_workspace.trim(), "");
    // TLS is expensive to build, and generated code does not depend on it.
    let head = head.replace(
        "azure-openai-core = { ",
        "azure-openai-core = { default-features = false, ",
    );
    format!("{head}[lints]\nworkspace = true\n")
}

fn run(directory: &Path, args: &[&str]) {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(args)
        .current_dir(directory)
        .env("CARGO_NET_OFFLINE", "true")
        .env("CARGO_TARGET_DIR", directory.join("target"))
        .env("RUSTDOCFLAGS", "-Dwarnings")
        .env_remove("RUSTFLAGS")
        .output()
        .expect("cargo runs this test");
    assert!(output.status.success(), "cargo {args:?}\n{}", stderr(&output));
}
