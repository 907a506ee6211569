//! Runs a job in a process of its own and reads what it cost.

use std::path::Path;
use std::time::Instant;

use cpu_time::ProcessTime;
use serde::{Deserialize, Serialize};
use tokio::process::Command;

use crate::clients::{Client, Ready};
use crate::jobs::{Job, Row};
use crate::task::Failure;

/// What a run cost, without starting the process and opening the first connection.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
pub(crate) struct Cost {
    /// Processor time in nanoseconds, user and system.
    pub(crate) cpu: u64,
    /// Time in nanoseconds.
    pub(crate) wall: u64,
    /// The most memory that the process held at once, in KiB.
    pub(crate) peak: u64,
    /// What was read: bytes, characters or numbers. Zero is a run that did nothing.
    pub(crate) read: usize,
}

/// Does the job in this process and prints its [`Cost`], or `null` where the client cannot do it.
pub(crate) async fn run(row: &Row, client: Client, units: usize, base: &str) -> Result<(), Failure> {
    if matches!(row.job, Job::Chat { traced: true, .. }) {
        tracing_subscriber::fmt()
            .with_writer(std::io::sink)
            .with_max_level(tracing::Level::INFO)
            .init();
    }
    let file = match row.job {
        Job::Upload { .. } => {
            let file = tempfile::NamedTempFile::new()?;
            file.as_file().set_len((units as u64) << 20)?;
            Some(file)
        }
        _ => None,
    };
    let path = file.as_ref().map(|file| file.path().to_owned());
    let ready = Ready::new(client, row.job, base, path).await?;
    let (cpu, wall) = (ProcessTime::now(), Instant::now());
    let cost = ready.run(units).await?.map(|read| Cost {
        cpu: nanoseconds(cpu.elapsed()),
        wall: nanoseconds(wall.elapsed()),
        peak: peak_memory().unwrap_or(0),
        read,
    });
    if cost.is_some_and(|cost| cost.read == 0) {
        return Err("nothing was read".into());
    }
    println!("{}", serde_json::to_string(&cost)?);
    Ok(())
}

fn nanoseconds(duration: std::time::Duration) -> u64 {
    u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX)
}

/// The process's high-water mark of resident memory, where the system reports it.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}

/// Runs the job in a process of its own.
pub(crate) async fn spawn(row: &Row, client: Client, units: usize, base: &str) -> Result<Option<Cost>, Failure> {
    let output = command(std::env::current_exe()?.as_path(), row, client, units, base)
        .output()
        .await?;
    if !output.status.success() {
        return Err(format!(
            "{} by {}: {}",
            row.name,
            client.name(),
            String::from_utf8_lossy(&output.stderr)
        )
        .into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

fn command(program: &Path, row: &Row, client: Client, units: usize, base: &str) -> Command {
    let mut command = Command::new(program);
    command.args(["run", row.name, client.name(), &units.to_string(), base]);
    command
}

/// Counts the instructions of one unit with callgrind: those of a run less those of a run a quarter as long, so that
/// what happens once does not count.
pub(crate) async fn instructions(row: &Row, client: Client, base: &str) -> Result<Option<u64>, Failure> {
    let long = row.units_under_callgrind;
    let short = long / 4;
    let (Some(many), Some(few)) = (
        callgrind(row, client, long, base).await?,
        callgrind(row, client, short, base).await?,
    ) else {
        return Ok(None);
    };
    Ok(Some(many.saturating_sub(few) / (long - short) as u64))
}

async fn callgrind(row: &Row, client: Client, units: usize, base: &str) -> Result<Option<u64>, Failure> {
    let inner = command(std::env::current_exe()?.as_path(), row, client, units, base);
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
    valgrind
        .arg(inner.as_std().get_program())
        .args(inner.as_std().get_args());
    let output = valgrind.output().await?;
    let report = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(format!("{} by {} under callgrind: {report}", row.name, client.name()).into());
    }
    let cost: Option<Cost> = serde_json::from_slice(&output.stdout)?;
    let count = report.lines().find_map(|line| line.split_once("Collected : "));
    let (_, count) = count.ok_or_else(|| format!("callgrind reported no count: {report}"))?;
    Ok(cost.map(|_| count.trim().parse()).transpose()?)
}
