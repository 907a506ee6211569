//! No secret in anything that this suite prints.
//!
//! Every secret of the tests starts with `canary-`: keys, tokens, the secrets of identities and connections, users'
//! headers, and prompts, which traces hold only where asked for. One test runs all others once more, in a process whose
//! every span, event and log record is printed (reqwest's, hyper's, rustls' and azure_identity's too), and looks for that
//! word in all it wrote, panic messages included.

use std::process::Stdio;
use std::time::Duration;

use tests::trace::VARIABLE;

/// It takes a minute on two processors.
const LONGEST: Duration = Duration::from_secs(15 * 60);

const THIS: &str = "traced_suite::the_suite_at_trace_level_prints_no_secret";

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_suite_at_trace_level_prints_no_secret() {
    // The process started below must not start another.
    if std::env::var_os(VARIABLE).is_some() {
        return;
    }
    let run = tokio::process::Command::new(std::env::current_exe().unwrap())
        .args(["--nocapture", "--skip", THIS])
        // Random data by the thousand, no calls, no logs.
        .args(["--skip", "round_trip::", "--skip", "specifications::"])
        // The same calls as elsewhere, by the thousand.
        .args(["--skip", "emulated::crowd::", "--skip", "emulated::streams::"])
        .env(VARIABLE, "1")
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::null())
        .kill_on_drop(true)
        .output();
    let output = tokio::time::timeout(LONGEST, run)
        .await
        .expect("the traced run ends")
        .unwrap();
    let printed = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    let found: Vec<&str> = printed
        .lines()
        .filter(|line| line.to_ascii_lowercase().contains("canary-"))
        .take(5)
        .collect();
    assert!(found.is_empty(), "{found:#?}");
    let end = &printed[printed.floor_char_boundary(printed.len().saturating_sub(4000))..];
    let failures = printed.lines().filter(|line| line.contains(" panicked at "));
    let failures: Vec<&str> = failures.take(5).collect();
    assert!(output.status.success(), "the traced run failed: {failures:?} …{end}");

    // That it was traced, all the way down.
    for expected in [
        "test result: ok",
        "TRACE hyper_util::",
        "TRACE azure_identity::cache",
        "DEBUG typespec_client_core::http::policies::logging",
        "INFO call{otel.name=\"chat gpt-4o\"",
        "attempt{otel.name=\"POST /deployments/{deployment-id}/chat/completions\"",
        "a token came",
    ] {
        assert!(printed.contains(expected), "`{expected}` is missing: …{end}");
    }
}
