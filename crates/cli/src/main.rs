//! `aoai`: Azure OpenAI in the terminal.

mod arguments;
mod commands;
mod config;
mod failure;
mod input;
mod output;
mod session;

use std::process::ExitCode;
use std::time::Duration;

use arguments::Cli;
use failure::{Failure, Kind};

/// How long Ctrl-C waits for requests that cancel what was begun; a second Ctrl-C does not wait.
const CANCEL_TIME: Duration = Duration::from_secs(5);

fn main() -> ExitCode {
    let cli = match Cli::read() {
        Ok(cli) => cli,
        Err(code) => return code,
    };
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
    let result = {
        let mut command = std::pin::pin!(cli.run(&session));
        loop {
            tokio::select! {
                result = &mut command => return result,
                Ok(()) = tokio::signal::ctrl_c() => {}
            }
            if let Some(result) = session.interrupted() {
                break result;
            }
        }
    };
    // What was under way is dropped by now, and with the client its idle connections. Tasks that are left cancel on the
    // service what must not stay there.
    drop(session);
    let left = async {
        while tokio::runtime::Handle::current().metrics().num_alive_tasks() > 0 {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::select! {
        () = left => {}
        () = tokio::time::sleep(CANCEL_TIME) => {}
        _ = tokio::signal::ctrl_c() => {}
    }
    result
}
