//! Which crate of the workspace may depend on which.

use std::path::{Path, PathBuf};

use cargo_metadata::{DependencyKind, MetadataCommand, Package as CargoPackage, TargetKind};

use crate::failure::Failure;

/// For each crate those that it may depend on. Tests and examples may depend on any but `codegen`.
const ALLOWED: [(&str, &[&str]); 10] = [
    ("azure-openai-core", &[]),
    ("azure-openai-inference", &["azure-openai-core"]),
    ("azure-openai-authoring", &["azure-openai-core"]),
    (
        "azure-openai",
        &["azure-openai-core", "azure-openai-inference", "azure-openai-authoring"],
    ),
    ("azure-openai-emulator", &[]),
    ("aoai", &["azure-openai", "azure-openai-emulator"]),
    (
        "tests",
        &[
            "azure-openai-core",
            "azure-openai-inference",
            "azure-openai-authoring",
            "azure-openai",
            "azure-openai-emulator",
        ],
    ),
    ("bench", &["azure-openai", "codegen"]),
    ("codegen", &[]),
    ("xtask", &["codegen"]),
];

/// A crate of the workspace.
#[derive(Debug)]
pub(super) struct Package {
    pub(super) name: String,
    /// The root modules of its library and its programs.
    pub(super) roots: Vec<PathBuf>,
    dependencies: Vec<Dependency>,
}

#[derive(Debug)]
struct Dependency {
    name: String,
    /// Of tests and examples only.
    dev: bool,
}

/// The crates of the workspace at `root`, from Cargo.
pub(super) fn read(root: &Path) -> Result<Vec<Package>, Failure> {
    let metadata = MetadataCommand::new()
        .manifest_path(root.join("Cargo.toml"))
        .no_deps()
        .exec()
        .map_err(|error| Failure::Other(format!("cannot read the workspace: {error}")))?;
    let mut packages: Vec<_> = metadata.workspace_packages().into_iter().map(Package::from).collect();
    packages.sort_by_key(|package| ALLOWED.iter().position(|(name, _)| *name == package.name));
    Ok(packages)
}

impl From<&CargoPackage> for Package {
    fn from(package: &CargoPackage) -> Self {
        let kinds = [TargetKind::Lib, TargetKind::Bin];
        let targets = package.targets.iter();
        let roots = targets.filter(|target| target.kind.iter().any(|kind| kinds.contains(kind)));
        let within = package
            .dependencies
            .iter()
            .filter(|dependency| dependency.path.is_some());
        Self {
            name: package.name.to_string(),
            roots: roots.map(|target| target.src_path.clone().into()).collect(),
            dependencies: within
                .map(|dependency| Dependency {
                    name: dependency.name.clone(),
                    dev: dependency.kind == DependencyKind::Development,
                })
                .collect(),
        }
    }
}

/// Dependencies within the workspace that [`ALLOWED`] does not list.
pub(super) fn forbidden_imports(packages: &[Package]) -> Vec<String> {
    let mut found = Vec::new();
    for package in packages {
        let name = &package.name;
        let Some((_, allowed)) = ALLOWED.iter().find(|(listed, _)| listed == name) else {
            found.push(format!("{name}: not listed in structure/crates.rs"));
            continue;
        };
        for Dependency { name: dependency, dev } in &package.dependencies {
            let allowed = allowed.contains(&dependency.as_str()) || (*dev && dependency != "codegen");
            if !allowed {
                found.push(format!("{name} depends on {dependency}, which it must not"));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, dependencies: &[(&str, bool)]) -> Package {
        let dependencies = dependencies.iter().map(|&(name, dev)| Dependency {
            name: name.to_owned(),
            dev,
        });
        Package {
            name: name.to_owned(),
            roots: Vec::new(),
            dependencies: dependencies.collect(),
        }
    }

    #[test]
    fn dependency_on_a_crate_above_is_found() {
        let packages = [
            package("azure-openai-core", &[("azure-openai", false)]),
            package("azure-openai", &[("azure-openai-core", false), ("codegen", true)]),
            package("azure-openai-emulator", &[("azure-openai", true)]),
            package("xtask", &[("codegen", false)]),
            package("unheard-of", &[]),
        ];
        assert_eq!(
            forbidden_imports(&packages),
            [
                "azure-openai-core depends on azure-openai, which it must not",
                "azure-openai depends on codegen, which it must not",
                "unheard-of: not listed in structure/crates.rs",
            ]
        );
    }
}
