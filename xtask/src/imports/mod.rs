//! The import graph of a crate: which of its files names something that another of its files defines.
//!
//! Imports are `use` declarations and paths in code, macro arguments and attributes. A name is followed through
//! re-exports to the file that defines it. `mod x;` is not an import, and neither is a re-export of a descendant that
//! the file does not use itself. Code under `#[cfg(test)]` is left out.

mod graph;
mod mentions;
mod modules;
mod resolve;
#[cfg(test)]
mod tests;
mod uses;

pub(crate) use graph::Graph;

use std::path::Path;

use crate::failure::Failure;
use modules::Modules;

/// Reads the crate whose root module is `root`, a path such as `crates/core/src/lib.rs`.
pub(crate) fn read(root: &Path) -> Result<Graph, Failure> {
    let modules = Modules::read(root)?;
    let mut graph = Graph::new(modules.files.clone());
    for (module, from) in modules.all.iter().enumerate() {
        for mention in &from.mentions {
            if let Some(to) = resolve::file_of(&modules, module, mention) {
                graph.add(from.file, &mention.path, to);
            }
        }
    }
    Ok(graph)
}
