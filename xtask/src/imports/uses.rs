//! The names that `use` declarations bring into a module.

use syn::UseTree;

/// A name that a `use` declaration brings into a module; no name for `*`.
#[derive(Debug, Clone)]
pub(super) struct Use {
    pub(super) name: Option<String>,
    pub(super) path: Vec<String>,
}

/// Every name of a `use` tree.
pub(super) fn names(tree: &UseTree) -> Vec<Use> {
    let mut found = Vec::new();
    read(tree, &mut Vec::new(), &mut found);
    found
}

fn read(tree: &UseTree, prefix: &mut Vec<String>, found: &mut Vec<Use>) {
    let (name, last) = match tree {
        UseTree::Path(path) => {
            prefix.push(path.ident.to_string());
            read(&path.tree, prefix, found);
            prefix.pop();
            return;
        }
        UseTree::Group(group) => return group.items.iter().for_each(|tree| read(tree, prefix, found)),
        UseTree::Glob(_) => (None, None),
        UseTree::Name(name) => (Some(&name.ident), Some(&name.ident)),
        UseTree::Rename(rename) => (Some(&rename.rename), Some(&rename.ident)),
    };
    let mut path = prefix.clone();
    path.extend(last.filter(|last| *last != "self").map(ToString::to_string));
    let name = match name {
        Some(name) if name == "self" => path.last().cloned(),
        name => name.map(ToString::to_string),
    };
    found.push(Use { name, path });
}
