//! The workspace's own commands: see `cargo xtask --help`.

mod args;
mod commands;
mod failure;
mod imports;
mod tree;
mod workspace;

use std::process::ExitCode;

use args::Command;
use failure::Failure;
use workspace::Workspace;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            failure.exit_code()
        }
    }
}

fn run() -> Result<(), Failure> {
    match args::parse(std::env::args_os().skip(1))? {
        Command::Help => {
            print!("{}", args::HELP);
            Ok(())
        }
        Command::Clients { check } => commands::clients::run(&Workspace::here(), check),
        Command::StandAlone(request) => commands::stand_alone::run(&Workspace::here(), &request),
        Command::Documents { directory, report } => commands::documents::run(&Workspace::here(), &directory, report),
        Command::Operations { json } => commands::operations::run(&Workspace::here(), json),
        Command::Trace => commands::trace::run(&Workspace::here()),
        Command::Bench(arguments) => commands::bench::run(&Workspace::here(), &arguments),
        Command::Structure { files } => commands::structure::run(&Workspace::here(), files),
    }
}
