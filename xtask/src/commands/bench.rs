//! `cargo xtask bench`: builds the benchmark and runs it.

use std::ffi::OsString;
use std::process::Command;

use crate::failure::Failure;
use crate::workspace::Workspace;

pub(crate) fn run(workspace: &Workspace, arguments: &[OsString]) -> Result<(), Failure> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(&workspace.root);
    cargo
        .args(["run", "--quiet", "--release", "--package", "bench", "--"])
        .args(arguments);
    match cargo.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::Other(format!("the benchmark failed: {status}"))),
        Err(error) => Err(Failure::Other(format!("cannot run cargo: {error}"))),
    }
}
