//! `cargo xtask codegen --document …`: a crate of its own from any document.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use codegen::{Output, Source};

use super::freshness;
use crate::args::StandAlone;
use crate::failure::Failure;
use crate::tree::Tree;
use crate::workspace::{Workspace, generate, read};

/// How a `Cargo.toml` begins that this command made; what tells a former output from a folder of somebody else's.
const MARK: &str = "# Made by `cargo xtask codegen --document`";

pub(crate) fn run(workspace: &Workspace, request: &StandAlone) -> Result<(), Failure> {
    let overlay = match &request.overlay {
        Some(path) => Some((name(path), read(path)?)),
        None => None,
    };
    let document = read(&request.document)?;
    let output = generate(
        Source {
            name: &name(&request.document),
            text: &document,
        },
        overlay.as_ref().map(|(name, text)| Source { name, text }),
        "cargo xtask codegen --document",
    )?;
    let tree = tree(workspace, request, output);
    if request.check {
        return freshness::check(&tree, &command(request));
    }
    may_write_to(&request.out)?;
    freshness::write(&tree)
}

fn name(path: &Path) -> String {
    path.display().to_string()
}

/// The command line that made the request.
fn command(request: &StandAlone) -> String {
    let mut command = format!(
        "cargo xtask codegen --document {}",
        request.document.display()
    );
    if let Some(overlay) = &request.overlay {
        command.push_str(&format!(" --overlay {}", overlay.display()));
    }
    format!(
        "{command} --name {} --out {}",
        request.name,
        request.out.display()
    )
}

/// Somebody's own files are not to be lost.
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

fn holds_a_file(folder: &Path) -> Result<bool, Failure> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(false),
        Err(e) => return Err(Failure::io("list", folder, &e)),
    };
    for entry in entries {
        let entry = entry.map_err(|e| Failure::io("list", folder, &e))?;
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if !is_folder || holds_a_file(&entry.path())? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn tree(workspace: &Workspace, request: &StandAlone, output: Output) -> Tree {
    let mut files = BTreeMap::new();
    files.insert("Cargo.toml".to_owned(), manifest(workspace, request));
    files.insert("src/lib.rs".to_owned(), root_module(&output.normalised));
    files.insert("normalised.json".to_owned(), output.normalised);
    for (path, text) in output.files {
        files.insert(format!("src/generated/{path}"), text);
    }
    Tree {
        root: request.out.clone(),
        folders: vec!["src/generated".to_owned()],
        files,
    }
}

fn manifest(workspace: &Workspace, request: &StandAlone) -> String {
    let core = workspace.root.join("crates/core");
    // A JSON string is a TOML string as well.
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    format!(
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
         [dependencies]\n\
         azure-openai-core = {{ path = {core} }}\n\
         serde = {{ version = \"1\", features = [\"derive\"] }}\n\
         serde_json = \"1\"\n\
         \n\
         # No member of any workspace around it.\n\
         [workspace]\n",
        name = quoted(&request.name),
        rust_version = quoted(env!("CARGO_PKG_RUST_VERSION")),
        description = quoted(&format!(
            "Typed client made from {}.",
            request.document.display()
        )),
        core = quoted(&core.display().to_string()),
    )
}

fn root_module(normalised: &str) -> String {
    let document: serde_json::Value = serde_json::from_str(normalised).unwrap_or_default();
    let of = |key: &str| {
        document["info"][key]
            .as_str()
            .unwrap_or_default()
            .replace(['\r', '\n'], " ")
    };
    format!(
        "//! Typed client: {}, {}.\n//!\n//! All of it is generated.\n\nmod generated;\n\n#[doc(inline)]\npub use generated::*;\n",
        of("title"),
        of("version")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_empty_and_former_folders_are_written_to() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
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
