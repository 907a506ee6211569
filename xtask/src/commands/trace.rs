//! `cargo xtask trace`: runs the end-to-end tests with every trace printed, and looks for secrets in what they print.
//!
//! Every secret of the tests starts with `canary-`: keys, tokens, the secrets of identities and connections, users'
//! headers, and prompts, which traces hold only where asked for. Every span, event and log record is printed
//! (reqwest's, hyper's, rustls' and azure_identity's too); none may hold that word, panic messages included.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};
use std::thread;

use super::output::print;
use crate::failure::Failure;
use crate::workspace::Workspace;

/// Turns tracing on: `tests/src/trace.rs`.
const VARIABLE: &str = "AZURE_OPENAI_TEST_TRACE";

/// Tests by the thousand that add requests of kinds that others make too, or make none.
const SKIPPED: [&str; 4] = [
    "round_trip::",
    "specifications::",
    "emulated::crowd::",
    "emulated::streams::",
];

/// Shows that the run was traced, all the way down.
const EXPECTED: [&str; 7] = [
    "test result: ok",
    "TRACE hyper_util::",
    "TRACE azure_identity::cache",
    "DEBUG typespec_client_core::http::policies::logging",
    "INFO call{otel.name=\"chat gpt-4o\"",
    "attempt{otel.name=\"POST /deployments/{deployment-id}/chat/completions\"",
    "a token came",
];

/// What was found in one output of the run.
#[derive(Default)]
struct Findings {
    lines: usize,
    /// The first lines that hold a secret.
    secrets: Vec<String>,
    panics: Vec<String>,
    expected: [bool; EXPECTED.len()],
}

pub(crate) fn run(workspace: &Workspace) -> Result<(), Failure> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(&workspace.root);
    cargo.args([
        "test",
        "--quiet",
        "--package",
        "tests",
        "--test",
        "all",
        "--",
        "--nocapture",
    ]);
    cargo.args(SKIPPED.iter().flat_map(|name| ["--skip", name]));
    cargo.env(VARIABLE, "1").env("RUST_BACKTRACE", "0");
    cargo.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let cannot = |error| Failure::Other(format!("cannot run cargo: {error}"));
    let mut child = cargo.spawn().map_err(cannot)?;
    let stdout = child.stdout.take().map(|output| thread::spawn(|| read(output)));
    let stderr = child.stderr.take().map(|output| thread::spawn(|| read(output)));
    let status = child.wait().map_err(cannot)?;
    let mut all = Findings::default();
    for reader in [stdout, stderr].into_iter().flatten() {
        let findings = reader
            .join()
            .map_err(|_| Failure::Other("cannot read the tests' output".to_owned()))?;
        all.lines += findings.lines;
        all.secrets.extend(findings.secrets);
        all.panics.extend(findings.panics);
        for (seen, here) in all.expected.iter_mut().zip(findings.expected) {
            *seen |= here;
        }
    }
    check(&all, status.success())?;
    print(&format!("{} lines were traced, none with a secret\n", all.lines))
}

fn read(output: impl Read) -> Findings {
    let mut findings = Findings::default();
    for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line);
        findings.lines += 1;
        if findings.secrets.len() < 5 && line.to_ascii_lowercase().contains("canary-") {
            findings.secrets.push(line.clone().into_owned());
        }
        if findings.panics.len() < 5 && line.contains(" panicked at ") {
            findings.panics.push(line.clone().into_owned());
        }
        for (seen, text) in findings.expected.iter_mut().zip(EXPECTED) {
            *seen |= line.contains(text);
        }
    }
    findings
}

fn check(findings: &Findings, passed: bool) -> Result<(), Failure> {
    if !findings.secrets.is_empty() {
        return Err(Failure::Other(format!(
            "the traces hold secrets:\n{}",
            findings.secrets.join("\n")
        )));
    }
    if !passed {
        return Err(Failure::Other(format!(
            "the traced run failed; run `cargo test -p tests` to see why:\n{}",
            findings.panics.join("\n")
        )));
    }
    match findings.expected.iter().zip(EXPECTED).find(|(seen, _)| !**seen) {
        Some((_, text)) => Err(Failure::Other(format!("the run was not traced: `{text}` is missing"))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secret_in_any_line_is_reported() {
        let traced = EXPECTED.join("\n");
        let clean = read(traced.as_bytes());
        assert!(check(&clean, true).is_ok());
        let leaking = read(format!("{traced}\n{}", "api-key: \"CANARY-1\"").as_bytes());
        assert!(check(&leaking, true).unwrap_err().to_string().contains("CANARY-1"));
    }

    #[test]
    fn failed_or_untraced_run_is_reported() {
        let traced = EXPECTED.join("\n");
        assert!(check(&read(traced.as_bytes()), false).is_err());
        let untraced = read("test result: ok".as_bytes());
        assert!(
            check(&untraced, true)
                .unwrap_err()
                .to_string()
                .contains("TRACE hyper_util")
        );
    }
}
