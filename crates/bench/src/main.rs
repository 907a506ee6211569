//! Measures this client beside reqwest alone, structs typed by hand, and async-openai.
//!
//! `cargo xtask bench` builds it and runs it; `cargo xtask bench --help` lists the arguments.

#[cfg(test)]
mod allocations;
mod clients;
mod jobs;
mod measure;
mod replies;
mod server;
mod table;
mod task;

use std::process::{ExitCode, Stdio};

use lexopt::{Arg, ValueExt};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use clients::Client;
use jobs::{ROWS, Row};
use task::Failure;

const HELP: &str = "usage: cargo xtask bench [--rounds N] [--instructions] [JOB…]

Measures each job by every client in processes of their own, interleaved, against a canned server on loopback.
  --rounds N        rounds to take the median of (default 5)
  --instructions    count instructions with callgrind in place of time; needs valgrind
";

fn main() -> ExitCode {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let result = runtime
        .map_err(Failure::from)
        .and_then(|runtime| runtime.block_on(dispatch()));
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn dispatch() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["serve"] => Ok(server::serve(|port| println!("{port}")).await?),
        ["run", row, client, units, base] => {
            let row = Row::named(row).ok_or_else(|| format!("unknown job `{row}`"))?;
            let client = Client::named(client).ok_or_else(|| format!("unknown client `{client}`"))?;
            measure::run(row, client, units.parse()?, base).await
        }
        _ => tables().await,
    }
}

async fn tables() -> Result<(), Failure> {
    let (mut rounds, mut count_instructions, mut rows) = (5, false, Vec::new());
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("rounds") => rounds = arguments.value()?.parse()?,
            Arg::Long("instructions") => count_instructions = true,
            Arg::Long("help") | Arg::Short('h') => {
                let names: Vec<&str> = ROWS.iter().map(|row| row.name).collect();
                print!("{HELP}\njobs: {}\n", names.join(", "));
                return Ok(());
            }
            Arg::Value(name) => {
                let name = name.string()?;
                rows.push(Row::named(&name).ok_or_else(|| format!("unknown job `{name}`; --help lists them"))?);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    if rows.is_empty() {
        rows = ROWS.iter().collect();
    }
    let (_server, base) = start_server().await?;
    if count_instructions {
        return table::print_instructions(&rows, &base).await;
    }
    table::print(&rows, rounds, &base).await
}

/// Starts the canned server in a process of its own, so that its processor time is not the clients'.
async fn start_server() -> Result<(Child, String), Failure> {
    let mut server = Command::new(std::env::current_exe()?)
        .arg("serve")
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()?;
    let output = server.stdout.take().ok_or("the server has no output")?;
    let mut port = String::new();
    BufReader::new(output).read_line(&mut port).await?;
    Ok((server, format!("http://127.0.0.1:{}", port.trim())))
}
