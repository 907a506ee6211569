//! From a path to the file that defines what it names.

use super::mentions::Mention;
use super::modules::Modules;
use super::uses::Use;

/// What a path names.
enum Named {
    Module(usize),
    /// An item of a module, or something within an item.
    Item(usize),
}

/// The file that defines what `mention` names in `module`; none where that is outside of the crate, or no import.
pub(super) fn file_of(modules: &Modules, module: usize, mention: &Mention) -> Option<usize> {
    let mut steps = Steps::new(modules);
    let home = match steps.path(module, &mention.path) {
        Some(Named::Item(home)) => home,
        // Importing a module imports nothing: the paths through it do.
        Some(Named::Module(_)) => return None,
        None if mention.invoked => return modules.macros.get(mention.path.last()?).copied(),
        None => return None,
    };
    let passed_on = mention.reexport && is_within(modules, home, module);
    (!passed_on).then(|| modules.all[home].file)
}

fn is_within(modules: &Modules, mut inner: usize, outer: usize) -> bool {
    while let Some(parent) = modules.all[inner].parent {
        if parent == outer {
            return true;
        }
        inner = parent;
    }
    false
}

/// Follows paths; knows which names it is following, as imports may name each other in a circle.
struct Steps<'a> {
    modules: &'a Modules,
    under_way: Vec<(usize, String)>,
}

impl<'a> Steps<'a> {
    fn new(modules: &'a Modules) -> Self {
        let under_way = Vec::new();
        Self { modules, under_way }
    }

    fn path(&mut self, module: usize, path: &[String]) -> Option<Named> {
        let mut here = module;
        for (index, segment) in path.iter().enumerate() {
            let last = index + 1 == path.len();
            let named = match segment.as_str() {
                "crate" => Named::Module(0),
                "self" => Named::Module(here),
                "super" => Named::Module(self.modules.all[here].parent?),
                name => self.name(here, name, last)?,
            };
            match named {
                Named::Module(module) => here = module,
                Named::Item(module) => return Some(Named::Item(module)),
            }
        }
        Some(Named::Module(here))
    }

    /// What a name means in a module; a module rather than an item where the path goes on.
    fn name(&mut self, module: usize, name: &str, last: bool) -> Option<Named> {
        let here = &self.modules.all[module];
        let item = here.items.contains(name).then_some(Named::Item(module));
        let child = here.children.get(name).map(|&child| Named::Module(child));
        let own = if last { item.or(child) } else { child.or(item) };
        if own.is_some() {
            return own;
        }
        let step = (module, name.to_owned());
        if self.under_way.contains(&step) {
            return None;
        }
        self.under_way.push(step);
        let named = self.imported(module, &here.uses, name, last);
        self.under_way.pop();
        named
    }

    fn imported(&mut self, module: usize, uses: &'a [Use], name: &str, last: bool) -> Option<Named> {
        let named = uses.iter().filter(|import| import.name.as_deref() == Some(name));
        let mut found = None;
        for import in named {
            match self.path(module, &import.path) {
                Some(Named::Item(item)) if last => return Some(Named::Item(item)),
                Some(Named::Module(module)) if !last => return Some(Named::Module(module)),
                other => found = found.or(other),
            }
        }
        if found.is_some() {
            return found;
        }
        for import in uses.iter().filter(|import| import.name.is_none()) {
            if let Some(Named::Module(other)) = self.path(module, &import.path)
                && let Some(named) = self.name(other, name, last)
            {
                return Some(named);
            }
        }
        None
    }
}
