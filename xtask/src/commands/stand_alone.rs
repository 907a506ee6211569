//! `cargo xtask codegen --document …`: a stand-alone crate from any document.

mod root_module;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};

use codegen::{Output, Source};

use self::root_module::root_module;
use super::freshness;
use crate::args::StandAlone;
use crate::failure::Failure;
use crate::tree::Tree;
use crate::workspace::{Workspace, generate, read};

/// How a generated `Cargo.toml` begins, by which an earlier output is recognized.
const MARK: &str = "# Made by `cargo xtask codegen --document`";

/// How it ends: the crate is not a member of any workspace around it.
pub(super) const ALONE: &str = "# No member of any workspace around it.\n[workspace]\n";

pub(crate) fn run(workspace: &Workspace, request: &StandAlone, check: bool) -> Result<(), Failure> {
    let overlay = match &request.overlay {
        Some(path) => Some((name(path), read(path)?)),
        None => None,
    };
    let overlay = overlay.as_ref().map(|(name, text)| Source { name, text });
    let document = read(&request.document)?;
    let output = generate(
        Source {
            name: &name(&request.document),
            text: &document,
        },
        overlay.as_slice(),
        "cargo xtask codegen --document",
    )?;
    let tree = tree(workspace, request, output)?;
    if check {
        return freshness::check(&tree, &command(request));
    }
    may_write_to(&request.out)?;
    freshness::write(&tree)
}

fn name(path: &Path) -> String {
    path.display().to_string()
}

/// Returns the command line of the request.
fn command(request: &StandAlone) -> String {
    let mut command = format!("cargo xtask codegen --document {}", request.document.display());
    if let Some(overlay) = &request.overlay {
        command.push_str(&format!(" --overlay {}", overlay.display()));
    }
    format!("{command} --name {} --out {}", request.name, request.out.display())
}

/// Checks that no files of others would be lost.
fn may_write_to(out: &Path) -> Result<(), Failure> {
    let manifest = fs::read_to_string(out.join("Cargo.toml")).unwrap_or_default();
    if manifest.starts_with(MARK) || !holds_a_file(out)? {
        return Ok(());
    }
    Err(Failure::Other(format!(
        "{} is neither empty nor made by this command; nothing is written to it",
        out.display()
    )))
}

fn holds_a_file(directory: &Path) -> Result<bool, Failure> {
    let entries = match fs::read_dir(directory) {
        Ok(entries) => entries,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(false),
        Err(e) => return Err(Failure::io("list", directory, &e)),
    };
    for entry in entries {
        let entry = entry.map_err(|e| Failure::io("list", directory, &e))?;
        let is_directory = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if !is_directory || holds_a_file(&entry.path())? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The files of the crate.
pub(super) fn tree(workspace: &Workspace, request: &StandAlone, output: Output) -> Result<Tree, Failure> {
    let mut files = BTreeMap::new();
    files.insert("Cargo.toml".to_owned(), manifest(workspace, request, &output)?);
    files.insert("src/lib.rs".to_owned(), root_module(request, &output));
    files.insert("normalized.json".to_owned(), output.normalized);
    for (path, text) in output.files {
        files.insert(format!("src/generated/{path}"), text);
    }
    Ok(Tree {
        root: request.out.clone(),
        directories: vec!["src/generated".to_owned()],
        files,
    })
}

fn manifest(workspace: &Workspace, request: &StandAlone, output: &Output) -> Result<String, Failure> {
    let core = relative(&request.out, &workspace.root.join("crates/core"))?;
    // A JSON string is a valid TOML string.
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    Ok(format!(
        "{MARK}.\n\
         \n\
         [package]\n\
         name = {name}\n\
         version = \"0.1.0\"\n\
         edition = \"2024\"\n\
         rust-version = {rust_version}\n\
         description = {description}\n\
         publish = false\n\
         \n\
         {features}[dependencies]\n\
         azure-openai-core = {{ version = {version}, path = {core} }}\n\
         serde = {{ version = \"1\", features = [\"derive\"] }}\n\
         serde_json = \"1\"\n\
         \n\
         {ALONE}",
        name = quoted(&request.name),
        rust_version = quoted(env!("CARGO_PKG_RUST_VERSION")),
        description = quoted(&format!(
            "Typed client made from {}.",
            request.document.file_name().unwrap_or_default().to_string_lossy()
        )),
        features = features(output.operations.iter().filter_map(|row| row.feature.as_deref())),
        version = quoted(env!("CARGO_PKG_VERSION")),
        core = quoted(&core),
    ))
}

/// The section of the features that modules are behind, all on by default.
fn features<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let quoted: BTreeSet<String> = names.map(|name| format!("\"{name}\"")).collect();
    if quoted.is_empty() {
        return String::new();
    }
    let quoted = Vec::from_iter(quoted);
    let lines: String = quoted.iter().map(|name| format!("{name} = []\n")).collect();
    format!("[features]\ndefault = [{}]\n{lines}\n", quoted.join(", "))
}

/// Returns the relative path from a directory, which need not exist yet, to another; with `/` on every system.
fn relative(from: &Path, to: &Path) -> Result<String, Failure> {
    let (from, to) = (real(from)?, real(to)?);
    let same = from
        .components()
        .zip(to.components())
        .take_while(|(a, b)| a == b)
        .count();
    if same == 0 {
        // No relative path leads to another drive.
        return Ok(to.display().to_string());
    }
    let up = from.components().skip(same).map(|_| "..".to_owned());
    let down = to
        .components()
        .skip(same)
        .map(|part| part.as_os_str().to_string_lossy().into_owned());
    Ok(up.chain(down).collect::<Vec<_>>().join("/"))
}

/// Resolves links and `..` as far as the path exists.
fn real(path: &Path) -> Result<PathBuf, Failure> {
    let whole = std::path::absolute(path).map_err(|error| Failure::io("find", path, &error))?;
    for there in whole.ancestors() {
        if let (Ok(real), Ok(rest)) = (there.canonicalize(), whole.strip_prefix(there)) {
            let mut real = real;
            for part in rest.components() {
                match part {
                    Component::ParentDir => drop(real.pop()),
                    other => real.push(other),
                }
            }
            return Ok(real);
        }
    }
    Ok(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_of_modules_are_on_by_default() {
        let expected = "[features]\ndefault = [\"a-b\", \"c.d\"]\n\"a-b\" = []\n\"c.d\" = []\n\n";
        assert_eq!(features(["c.d", "a-b", "c.d"].into_iter()), expected);
        assert_eq!(features([].into_iter()), "");
    }

    #[test]
    fn relative_path_between_directories() {
        let directory = tempfile::tempdir().unwrap();
        let (a, b) = (directory.path().join("a"), directory.path().join("b/c"));
        fs::create_dir_all(&b).unwrap();
        assert_eq!(relative(&a.join("x/../y"), &b).unwrap(), "../../b/c");
        assert_eq!(relative(&a, &b).unwrap(), "../b/c");
        assert_eq!(relative(&b, &b.join("d")).unwrap(), "d");
    }

    #[test]
    fn only_empty_and_generated_directories_are_written() {
        let directory = tempfile::tempdir().unwrap();
        let out = directory.path().join("out");
        assert!(may_write_to(&out).is_ok());
        fs::create_dir_all(out.join("src")).unwrap();
        assert!(may_write_to(&out).is_ok());
        fs::write(out.join("Cargo.toml"), "[package]\n").unwrap();
        assert!(
            may_write_to(&out)
                .unwrap_err()
                .to_string()
                .contains("neither empty nor made by")
        );
        fs::write(out.join("Cargo.toml"), format!("{MARK}.\n")).unwrap();
        assert!(may_write_to(&out).is_ok());
        assert!(may_write_to(&out.join("Cargo.toml")).is_err());
    }
}
