//! The workspace's own commands: see `cargo xtask --help`.

mod args;
mod commands;
mod failure;
mod imports;
mod tree;
mod workspace;

use std::process::ExitCode;

use args::{Cli, Command};
use clap::Parser;
use failure::Failure;
use workspace::Workspace;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Failure> {
    match Cli::parse().command {
        Command::Codegen {
            check,
            stand_alone: Some(request),
        } => commands::stand_alone::run(&Workspace::here(), &request, check),
        Command::Codegen { check, .. } => commands::clients::run(&Workspace::here(), check),
        Command::Documents { directory, report } => commands::documents::run(&Workspace::here(), &directory, report),
        Command::Operations { json } => commands::operations::run(&Workspace::here(), json),
        Command::Trace => commands::trace::run(&Workspace::here()),
        Command::Bench { arguments } => commands::bench::run(&Workspace::here(), &arguments),
        Command::Structure { files } => commands::structure::run(&Workspace::here(), files),
    }
}
