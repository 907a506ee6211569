//! `cargo xtask documents DIR [--report]`: what becomes of every document of a directory.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use codegen::{AnyValue, Diagnostic, Output, Request, Source};

use super::stand_alone;
use crate::args::StandAlone;
use crate::failure::Failure;
use crate::workspace::{Workspace, read};

/// A document and what became of it.
struct Row {
    /// The name of its file, and of its package.
    name: String,
    package: String,
    made: Result<Made, codegen::Error>,
    seconds: f64,
}

struct Made {
    warnings: Vec<Diagnostic>,
    any_values: Vec<AnyValue>,
    lines: usize,
}

pub(crate) fn run(workspace: &Workspace, directory: &Path, report: bool) -> Result<(), Failure> {
    let root = workspace.root.join("target/documents");
    let mut rows = Vec::new();
    for path in documents(directory)? {
        let package = package(&path, &rows);
        rows.push(row(workspace, &root, &path, package)?);
    }
    write_workspace(workspace, &root, &rows)?;
    let errors = compile(&root)?;
    print(&rows, &errors);
    if report {
        for row in &rows {
            for place in row.made.iter().flat_map(|made| &made.any_values) {
                println!("{}#{}: {}", row.name, place.pointer, place.reason);
            }
        }
    }
    let failed = rows
        .iter()
        .filter(|row| row.made.is_err() || errors.contains_key(&row.package))
        .count();
    if failed == 0 {
        return Ok(());
    }
    Err(Failure::Other(format!(
        "{failed} of {} documents do not become a crate that compiles",
        rows.len()
    )))
}

/// The documents of a directory, by name.
fn documents(directory: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = fs::read_dir(directory).map_err(|error| Failure::io("list", directory, &error))?;
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| Failure::io("list", directory, &error))?.path();
        let kind = path.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
        if path.is_file() && ["json", "yaml", "yml"].contains(&kind) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// A package's name made of the file's, one that no other has.
fn package(path: &Path, rows: &[Row]) -> String {
    let stem = path
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .to_ascii_lowercase();
    let plain: String = stem
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    let name = format!("d-{}", plain.trim_matches('-'));
    let taken = |name: &str| rows.iter().any(|row| row.package == name);
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    std::iter::once(name.clone())
        .chain(numbered)
        .find(|name| !taken(name))
        .unwrap_or(name)
}

/// Generates one document's crate.
fn row(workspace: &Workspace, root: &Path, path: &Path, package: String) -> Result<Row, Failure> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let text = read(path)?;
    let began = Instant::now();
    let output = codegen::generate(&Request {
        document: Source {
            name: &name,
            text: &text,
        },
        overlays: &[],
        command: "cargo xtask documents",
    });
    let seconds = began.elapsed().as_secs_f64();
    let made = match output {
        Ok(output) => Ok(write_crate(workspace, root, path, &package, output)?),
        Err(error) => Err(error),
    };
    Ok(Row {
        name,
        package,
        made,
        seconds,
    })
}

fn write_crate(
    workspace: &Workspace,
    root: &Path,
    path: &Path,
    package: &str,
    output: Output,
) -> Result<Made, Failure> {
    let (warnings, any_values) = (output.warnings.clone(), output.any_values.clone());
    let lines = output.files.values().map(|text| text.lines().count()).sum();
    let request = StandAlone {
        document: path.to_owned(),
        overlay: None,
        name: package.to_owned(),
        out: root.join("crates").join(package),
    };
    let mut tree = stand_alone::tree(workspace, &request, output)?;
    if let Some(manifest) = tree.files.get_mut("Cargo.toml") {
        *manifest = manifest.replace(stand_alone::ALONE, "");
    }
    tree.write(&tree.compare()?)?;
    Ok(Made {
        warnings,
        any_values,
        lines,
    })
}

/// One workspace of all crates: what they depend on is compiled once.
fn write_workspace(workspace: &Workspace, root: &Path, rows: &[Row]) -> Result<(), Failure> {
    let members: Vec<String> = rows
        .iter()
        .filter(|row| row.made.is_ok())
        .map(|row| format!("\"crates/{}\"", row.package))
        .collect();
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = [{}]\n", members.join(", "));
    fs::create_dir_all(root).map_err(|error| Failure::io("make", root, &error))?;
    let path = root.join("Cargo.toml");
    fs::write(&path, manifest).map_err(|error| Failure::io("write", &path, &error))?;
    // The same versions, so that nothing has to be fetched.
    let lock = root.join("Cargo.lock");
    fs::copy(workspace.root.join("Cargo.lock"), &lock).map_err(|error| Failure::io("write", &lock, &error))?;
    Ok(())
}

/// The errors of the compiler, by package.
fn compile(root: &Path) -> Result<BTreeMap<String, Vec<String>>, Failure> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args([
            "check",
            "--workspace",
            "--keep-going",
            "--quiet",
            "--message-format=json",
        ])
        .current_dir(root)
        .env("CARGO_TARGET_DIR", root.join("target"))
        .output()
        .map_err(|error| Failure::Other(format!("cannot run cargo: {error}")))?;
    let mut errors: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for message in cargo_metadata::Message::parse_stream(output.stdout.as_slice()).map_while(Result::ok) {
        if let cargo_metadata::Message::CompilerMessage(message) = message
            && message.message.level == cargo_metadata::diagnostic::DiagnosticLevel::Error
        {
            errors
                .entry(message.target.name.replace('_', "-"))
                .or_default()
                .push(message.message.message);
        }
    }
    if !output.status.success() && errors.is_empty() {
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        return Err(Failure::Other(format!("the crates cannot be compiled: {said}")));
    }
    Ok(errors)
}

fn print(rows: &[Row], errors: &BTreeMap<String, Vec<String>>) {
    let width = rows.iter().map(|row| row.name.len()).max().unwrap_or(0).max(8);
    println!(
        "{:width$}  generated  compiled    lines  seconds  warnings by pass",
        "document"
    );
    for row in rows {
        let errors = errors.get(&row.package);
        let (generated, compiled, lines, warnings) = match &row.made {
            Err(error) => (
                "no",
                "-".to_owned(),
                0,
                error.diagnostics().first().map(ToString::to_string),
            ),
            Ok(made) => {
                let compiled = errors.map_or("yes".to_owned(), |errors| format!("{} err", errors.len()));
                ("yes", compiled, made.lines, Some(by_pass(&made.warnings)))
            }
        };
        let warnings = warnings.unwrap_or_default();
        println!(
            "{:width$}  {generated:9}  {compiled:8}  {lines:7}  {:7.2}  {warnings}",
            row.name, row.seconds
        );
        // Each kind of error once: a fault of the generator that somebody has to mend.
        let kinds: BTreeSet<&String> = errors.into_iter().flatten().collect();
        for kind in kinds.into_iter().take(5) {
            println!("{:width$}    {kind}", "");
        }
    }
    let generated = rows.iter().filter(|row| row.made.is_ok()).count();
    let compiled = rows
        .iter()
        .filter(|row| row.made.is_ok() && !errors.contains_key(&row.package))
        .count();
    println!("{} documents: {generated} generated, {compiled} compiled", rows.len());
}

/// `check_types 3, bodies 1`.
fn by_pass(warnings: &[Diagnostic]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for warning in warnings {
        *counts.entry(warning.pass).or_default() += 1;
    }
    let counts: Vec<String> = counts.iter().map(|(pass, count)| format!("{pass} {count}")).collect();
    counts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_have_names_of_their_own() {
        let row = |package: String| Row {
            name: String::new(),
            package,
            made: Ok(Made {
                warnings: Vec::new(),
                any_values: Vec::new(),
                lines: 0,
            }),
            seconds: 0.0,
        };
        let first = package(Path::new("a/Pet Store.v1.json"), &[]);
        assert_eq!(first, "d-pet-store-v1");
        assert_eq!(
            package(Path::new("pet-store.v1.yaml"), &[row(first)]),
            "d-pet-store-v1-2"
        );
    }

    #[test]
    fn warnings_are_counted_by_pass() {
        let warning = |pass| Diagnostic::warning("f", "", pass, "m");
        assert_eq!(by_pass(&[warning("b"), warning("a"), warning("b")]), "a 1, b 2");
    }
}
