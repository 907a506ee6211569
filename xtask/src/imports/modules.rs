//! The module tree of a crate, as its files declare it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use syn::{Item, ItemMod, Visibility};

use super::graph::SourceFile;
use super::mentions::{self, Mention};
use super::uses::{self, Use};
use crate::failure::Failure;

/// The modules and files of a crate; the first module is the root.
#[derive(Debug, Default)]
pub(super) struct Modules {
    pub(super) all: Vec<Module>,
    pub(super) files: Vec<SourceFile>,
    /// The file of each `macro_rules!`, whose scope is textual.
    pub(super) macros: BTreeMap<String, usize>,
    /// The directory of the root module.
    base: PathBuf,
}

/// A module, in a file of its own or inline.
#[derive(Debug)]
pub(super) struct Module {
    pub(super) parent: Option<usize>,
    pub(super) file: usize,
    pub(super) children: BTreeMap<String, usize>,
    pub(super) items: BTreeSet<String>,
    pub(super) uses: Vec<Use>,
    /// Paths that its code names, those of `use` declarations included.
    pub(super) mentions: Vec<Mention>,
}

impl Modules {
    /// Reads the root module and every module that it declares.
    pub(super) fn read(root: &Path) -> Result<Self, Failure> {
        let base = root.parent().unwrap_or(root).to_owned();
        let mut modules = Self {
            base: base.clone(),
            ..Self::default()
        };
        modules.read_file(root, &base, None)?;
        Ok(modules)
    }

    /// Reads a module in a file of its own, whose child modules' files are in `directory`.
    fn read_file(&mut self, path: &Path, directory: &Path, parent: Option<usize>) -> Result<usize, Failure> {
        let text = fs::read_to_string(path).map_err(|error| Failure::io("read", path, &error))?;
        let syntax = syn::parse_file(&text)
            .map_err(|error| Failure::Other(format!("cannot parse {}: {error}", path.display())))?;
        let relative = path.strip_prefix(&self.base).unwrap_or(path);
        self.files.push(SourceFile {
            path: relative.to_string_lossy().replace('\\', "/"),
            lines: before_tests(&text).lines().count(),
        });
        let module = self.add(parent, self.files.len() - 1);
        self.read_items(module, &syntax.items, path, directory)?;
        Ok(module)
    }

    fn add(&mut self, parent: Option<usize>, file: usize) -> usize {
        self.all.push(Module {
            parent,
            file,
            children: BTreeMap::new(),
            items: BTreeSet::new(),
            uses: Vec::new(),
            mentions: Vec::new(),
        });
        self.all.len() - 1
    }

    fn read_items(&mut self, module: usize, items: &[Item], path: &Path, directory: &Path) -> Result<(), Failure> {
        for item in items {
            if mentions::is_test_only(mentions::attributes(item)) {
                continue;
            }
            match item {
                Item::Mod(child) => {
                    let name = child.ident.to_string();
                    let index = self.read_module(module, child, path, directory)?;
                    self.all[module].children.insert(name, index);
                }
                Item::Use(declaration) => {
                    if declaration.leading_colon.is_none() {
                        let reexport = !matches!(declaration.vis, Visibility::Inherited);
                        let module = &mut self.all[module];
                        for name in uses::names(&declaration.tree) {
                            module.mentions.extend(Mention::of(&name, reexport));
                            module.uses.push(name);
                        }
                    }
                }
                other => {
                    if let Item::Macro(definition) = other
                        && let Some(name) = &definition.ident
                    {
                        self.macros.insert(name.to_string(), self.all[module].file);
                    }
                    let module = &mut self.all[module];
                    module.items.extend(mentions::name(other));
                    mentions::read(other, &mut module.mentions, &mut module.uses);
                }
            }
        }
        Ok(())
    }

    /// Reads a `mod` item: inline, or from `NAME.rs` or `NAME/mod.rs`.
    fn read_module(&mut self, parent: usize, item: &ItemMod, path: &Path, directory: &Path) -> Result<usize, Failure> {
        let name = item.ident.to_string();
        let own = directory.join(&name);
        if let Some((_, items)) = &item.content {
            let module = self.add(Some(parent), self.all[parent].file);
            self.read_items(module, items, path, &own)?;
            return Ok(module);
        }
        let candidates = [directory.join(format!("{name}.rs")), own.join("mod.rs")];
        match candidates.iter().find(|file| file.exists()) {
            Some(file) => self.read_file(file, &own, Some(parent)),
            None => Err(Failure::Other(format!(
                "no file for `mod {name};` of {}: neither {} nor {}",
                path.display(),
                candidates[0].display(),
                candidates[1].display()
            ))),
        }
    }
}

/// The text without the tests at its end.
fn before_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(text)
}
