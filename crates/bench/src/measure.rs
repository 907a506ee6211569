//! Runs a job in a process of its own and reads what it cost.

use std::time::{Duration, Instant};

use cpu_time::ProcessTime;
use serde::{Deserialize, Serialize};
use tokio::process::Command;

use crate::clients::{Client, Ready};
use crate::jobs::{Chat, Job, Row};
use crate::server_process::Server;
use crate::task::Failure;

/// What a run cost, without starting the process and opening the first connection.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
pub(crate) struct Run {
    /// Processor time in nanoseconds, user and system.
    pub(crate) cpu: f64,
    /// Time in nanoseconds.
    pub(crate) wall: f64,
    /// The most memory that the process held at once, in KiB.
    pub(crate) peak: f64,
    /// The server's processor time in nanoseconds, which the process itself does not know.
    #[serde(skip)]
    pub(crate) server: f64,
}

/// Does the job in this process and prints its [`Run`].
pub(crate) async fn run(row: &Row, client: Client, units: usize, base: &str) -> Result<(), Failure> {
    if matches!(row.job, Job::Chat(Chat { traced: true, .. })) {
        tracing_subscriber::fmt()
            .with_writer(std::io::sink)
            .with_max_level(tracing::Level::INFO)
            .init();
    }
    let ready = Ready::new(client, row.job, units, base).await?;
    let (cpu, wall) = (ProcessTime::now(), Instant::now());
    // In a task, as a server would: a future that the runtime itself waits for costs a system call each time it is woken.
    let read = tokio::spawn(async move { ready.run(units).await }).await??;
    let run = Run {
        cpu: nanoseconds(cpu.elapsed()),
        wall: nanoseconds(wall.elapsed()),
        peak: peak_memory().unwrap_or(0.0),
        server: 0.0,
    };
    if read == 0 {
        return Err("nothing was read".into());
    }
    println!("{}", serde_json::to_string(&run)?);
    Ok(())
}

fn nanoseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e9
}

/// The process's high-water mark of resident memory, where the system reports it.
fn peak_memory() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}

/// Runs the job in a process of its own; returns `None` where the client has no way to do it.
pub(crate) async fn spawn(row: &Row, client: Client, units: usize, server: &Server) -> Result<Option<Run>, Failure> {
    if !client.does(row.job) {
        return Ok(None);
    }
    let before = server.processor_time().await?;
    let (output, _) = output(Command::new(std::env::current_exe()?), row, client, units, server).await?;
    let run: Run = serde_json::from_slice(&output)?;
    let server = nanoseconds(server.processor_time().await? - before);
    Ok(Some(Run { server, ..run }))
}

/// Counts the instructions of one unit with callgrind: those of a run less those of a run a quarter as long, so that
/// what happens once does not count.
pub(crate) async fn instructions(
    row: &Row,
    client: Client,
    units: usize,
    server: &Server,
) -> Result<Option<f64>, Failure> {
    if !client.does(row.job) {
        return Ok(None);
    }
    let few = units / 4;
    let more = callgrind(row, client, units, server).await? - callgrind(row, client, few, server).await?;
    Ok(Some(more / (units - few) as f64))
}

async fn callgrind(row: &Row, client: Client, units: usize, server: &Server) -> Result<f64, Failure> {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
    valgrind.arg(std::env::current_exe()?);
    let (_, report) = output(valgrind, row, client, units, server).await?;
    let count = report.lines().find_map(|line| line.split_once("Collected : "));
    let (_, count) = count.ok_or_else(|| format!("callgrind reported no count: {report}"))?;
    Ok(count.trim().parse()?)
}

/// Runs the command with the arguments of the job; returns its output and its errors.
async fn output(
    mut command: Command,
    row: &Row,
    client: Client,
    units: usize,
    server: &Server,
) -> Result<(Vec<u8>, String), Failure> {
    command.args(["run", row.name, client.name(), &units.to_string(), server.base()]);
    let output = command.output().await?;
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    if !output.status.success() {
        return Err(format!("{} by {}: {errors}", row.name, client.name()).into());
    }
    Ok((output.stdout, errors))
}
