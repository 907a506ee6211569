//! Measures this client beside reqwest alone, structs typed by hand, and async-openai.
//!
//! `cargo xtask bench` builds it and runs it; `cargo xtask bench --help` lists the arguments.

#[cfg(test)]
mod allocations;
mod clean_build;
mod clients;
mod figures;
mod generation;
mod jobs;
mod measure;
mod replies;
mod server;
mod server_process;
mod table;
mod task;

use std::process::ExitCode;

use lexopt::{Arg, ValueExt};

use clients::Client;
use jobs::{LINEAR, ROWS, Row};
use server_process::Server;
use task::Failure;

const HELP: &str = "usage: cargo xtask bench [--rounds N] [--linear] [--instructions] [JOB…]
       cargo xtask bench --build

Measures each job by every client in processes of their own, interleaved, against a canned server on loopback.
  --rounds N        rounds to take the median of (default 5)
  --linear          measure a unit in runs of 1, 4 and 16 times as many units
  --instructions    count instructions with callgrind in place of time; needs valgrind
  --build           build a chat by each client from nothing: crates, seconds, size of the program

OPENAI_DOCUMENT and GITHUB_DOCUMENT are paths of documents to generate clients from; their jobs are left out without.
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
        ["serve"] => {
            keep_to_one_core();
            Ok(server::serve(|port| println!("{port}")).await?)
        }
        ["run", row, client, units, base] => {
            keep_to_one_core();
            let row = Row::named(row).ok_or_else(|| format!("unknown job `{row}`"))?;
            let client = Client::named(client).ok_or_else(|| format!("unknown client `{client}`"))?;
            measure::run(row, client, units.parse()?, base).await
        }
        _ => tables().await,
    }
}

/// Keeps this process to the first core, the canned server's and the client's alike. Left to the system, some runs wake
/// another core for each packet and others do not, and a run of the first kind takes three times the processor time.
fn keep_to_one_core() {
    // Where the system has no such setting, times only vary more.
    if let Some(first) = core_affinity::get_core_ids().and_then(|cores| cores.first().copied()) {
        core_affinity::set_for_current(first);
    }
}

async fn tables() -> Result<(), Failure> {
    let (mut rounds, mut linear, mut count_instructions, mut rows) = (5, false, false, Vec::new());
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("rounds") => rounds = arguments.value()?.parse()?,
            Arg::Long("linear") => linear = true,
            Arg::Long("instructions") => count_instructions = true,
            Arg::Long("build") => return clean_build::print().await,
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
        rows = ROWS
            .iter()
            .filter(|row| !linear || LINEAR.contains(&row.name))
            .collect();
    }
    rows.retain(|row| match row.unset_variable() {
        Some(variable) => {
            eprintln!("{}: skipped; set {variable} to the path of the document", row.name);
            false
        }
        None => true,
    });
    let server = Server::start().await?;
    match (linear, count_instructions) {
        (true, _) => table::print_linear(&rows, rounds, count_instructions, &server).await,
        (false, true) => table::print_instructions(&rows, &server).await,
        (false, false) => table::print(&rows, rounds, &server).await,
    }
}
