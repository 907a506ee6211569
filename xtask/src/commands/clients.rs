//! `cargo xtask codegen [--check]`: both clients of the workspace.

use std::collections::BTreeMap;

use super::freshness;
use crate::failure::Failure;
use crate::tree::Tree;
use crate::workspace::{CLIENTS, COMMAND, Workspace, refuse_idle_passes, refuse_warnings};

pub(crate) fn run(workspace: &Workspace, check: bool) -> Result<(), Failure> {
    let tree = tree(workspace)?;
    if check {
        freshness::check(&tree, COMMAND)
    } else {
        freshness::write(&tree)
    }
}

/// Returns every generated file of the workspace.
fn tree(workspace: &Workspace) -> Result<Tree, Failure> {
    let outputs = workspace.generate_all()?;
    refuse_idle_passes(&outputs)?;
    refuse_warnings(&outputs)?;
    let mut files = BTreeMap::new();
    for (client, output) in outputs {
        files.insert(client.normalized.to_owned(), output.normalized);
        files.insert(client.overlaid.to_owned(), workspace.overlaid(client)?);
        for (path, text) in output.files {
            files.insert(format!("{}/{path}", client.generated), text);
        }
    }
    Ok(Tree {
        root: workspace.root.clone(),
        directories: CLIENTS.iter().map(|client| client.generated.to_owned()).collect(),
        files,
    })
}
