//! `cargo xtask structure`: imports run one way, between crates, between the rooms of a crate, and between its files.

mod crates;
mod rooms;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::output::print;
use crate::failure::Failure;
use crate::imports::{self, Graph};
use crate::workspace::Workspace;
use rooms::Rooms;

pub(crate) fn run(workspace: &Workspace, show_files: bool) -> Result<(), Failure> {
    let packages = crates::read(&workspace.root)?;
    let mut faults = crates::forbidden_imports(&packages);
    let mut text = format!("{:24}{:>7}{:>9}{:>9}\n", "crate", "files", "imports", "lines");
    for package in &packages {
        for root in &package.roots {
            let graph = imports::read(root)?;
            text.push_str(&summary(&package.name, &graph, show_files));
            faults.extend(problems(&package.name, &graph));
        }
    }
    print(&text)?;
    if faults.is_empty() {
        return Ok(());
    }
    Err(Failure::Other(format!(
        "imports run the wrong way:\n{}",
        faults.join("\n")
    )))
}

/// What is wrong with the imports of a crate.
fn problems(package: &str, graph: &Graph) -> Vec<String> {
    let circles = graph.circles().into_iter().map(|circle| {
        let (files, knot) = (circle.imports.len(), circle.knot);
        let mut text = format!("{package}: a circle of {files} files, of {knot} that all reach each other");
        for import in circle.imports {
            let _ = write!(text, "\n    {import}");
        }
        text
    });
    let rooms = rooms_of(package, graph);
    circles
        .chain(rooms.iter().flat_map(|rooms| rooms.problems(graph)))
        .collect()
}

/// A program of one file beside a library has no rooms.
fn rooms_of(package: &str, graph: &Graph) -> Option<Rooms> {
    Rooms::of(package).filter(|_| graph.files.len() > 1)
}

/// A line for the crate and one for each of its rooms.
fn summary(package: &str, graph: &Graph, show_files: bool) -> String {
    let by_hand = graph.files.iter().filter(|file| !file.path.starts_with("generated/"));
    let lines: usize = by_hand.map(|file| file.lines).sum();
    let imports = graph.imports().count();
    let mut text = format!("{package:24}{:>7}{imports:>9}{lines:>9}\n", graph.files.len());
    let mut below: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for import in graph.imports() {
        if show_files {
            let _ = writeln!(text, "    {import}");
        }
        if let Some(rooms) = rooms_of(package, graph) {
            let (from, to) = (rooms.room(import.from), rooms.room(import.to));
            if let (Some(from), Some(to)) = (from, to)
                && from != to
            {
                below.entry(from).or_default().insert(to);
            }
        }
    }
    for room in rooms_of(package, graph).iter().flat_map(Rooms::names) {
        let below: Vec<_> = below.remove(room).into_iter().flatten().collect();
        let below = if below.is_empty() {
            "-".to_owned()
        } else {
            below.join(", ")
        };
        let _ = writeln!(text, "    {room} → {below}");
    }
    text
}
