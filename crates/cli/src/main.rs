//! `aoai`: Azure OpenAI in the terminal.

mod arguments;
mod commands;
mod config;
mod failure;
mod input;
mod output;
mod session;

use std::process::ExitCode;

use clap::Parser;

use arguments::Cli;
use failure::{Failure, Kind};

fn main() -> ExitCode {
    let cli = Cli::parse();
    let out = cli.output();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build();
    let result = match runtime {
        Ok(runtime) => {
            let result = runtime.block_on(run(cli));
            // A thread may wait for standard input, which cannot be interrupted.
            runtime.shutdown_background();
            result
        }
        Err(error) => Err(Failure::new(Kind::Unexpected, format!("no runtime: {error}"))),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            out.failure(&failure);
            ExitCode::from(failure.kind().exit_code())
        }
    }
}

async fn run(cli: Cli) -> failure::Result<()> {
    let session = cli.session();
    tokio::select! {
        result = cli.run(&session) => result,
        Ok(()) = tokio::signal::ctrl_c() => Err(session.interrupted()),
    }
}
