//! Uploads and runs of batches that are killed at random points, and started again by the command that is documented:
//! nothing is submitted twice, and the results are those of an undisturbed run. `KILLS=20` for more kills than the few
//! of every run.

use std::time::{Duration, Instant};

use azure_openai_emulator::{Emulator, Fault};
use serde_json::Value;

use crate::support::{Sandbox, finish, put};

const PARTS: usize = 24;
/// How many parts are sent at a time: a kill loses no more.
const CONCURRENCY: usize = 4;

fn kills() -> u32 {
    let kills = std::env::var("KILLS").ok();
    kills.and_then(|kills| kills.parse().ok()).unwrap_or(3)
}

fn sandbox() -> Sandbox {
    let slow: Fault = "latency=50ms; operation=UploadFile_Part".parse().unwrap();
    Sandbox::with(Emulator::builder().clock_speed(20.0).fault(slow))
}

/// How many requests of an operation reached the service, and succeeded.
fn succeeded(sandbox: &Sandbox, operation: &str) -> usize {
    let requests = sandbox.emulator().requests().into_iter();
    let of = requests.filter(|request| {
        request.operation == Some(operation) && request.status.is_some_and(|status| status.is_success())
    });
    of.count()
}

/// Runs a command until it ends, or kills it after this time. Returns what it printed: it has done its work then.
fn run_or_kill(sandbox: &Sandbox, arguments: &[&str], limit: Duration) -> Option<String> {
    let mut child = sandbox.command(arguments).spawn().unwrap();
    let end = Instant::now() + limit;
    while Instant::now() < end {
        if child.try_wait().unwrap().is_some() {
            return Some(finish(child).ok());
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    child.kill().unwrap();
    Some(finish(child).stdout).filter(|printed| !printed.is_empty())
}

/// Runs a job undisturbed, and then once for each kill with a service of its own; `check` gets what it printed. `again`
/// is the command after a kill.
fn killed(
    prepare: impl Fn(&Sandbox),
    first: &[&str],
    again: impl Fn(&Sandbox) -> Vec<String>,
    check: impl Fn(&Sandbox, &str),
) {
    let undisturbed = sandbox();
    prepare(&undisturbed);
    let began = Instant::now();
    check(&undisturbed, &undisturbed.run(first).ok());
    let whole = began.elapsed();
    for kill in 0..kills() {
        let sandbox = sandbox();
        prepare(&sandbox);
        let share = f64::from(fastrand::u32(0..1000)) / 1000.0;
        let printed = run_or_kill(&sandbox, first, whole.mul_f64(share));
        println!(
            "kill {kill} of {first:?} at {share} of {whole:?}: ended before: {}",
            printed.is_some()
        );
        let printed = printed.unwrap_or_else(|| {
            let again = again(&sandbox);
            sandbox.run(&again.iter().map(String::as_str).collect::<Vec<_>>()).ok()
        });
        check(&sandbox, &printed);
        assert_eq!(sandbox.emulator().violations(), Vec::<String>::new());
    }
}

#[test]
fn killed_upload_goes_on_with_the_same_command() {
    let content: String = (0..PARTS * 1024 - 100)
        .map(|at| char::from(b'a' + (at * 31 % 23) as u8))
        .collect();
    let put = put("1024");
    killed(
        |sandbox| drop(sandbox.write("input.txt", &content)),
        &put,
        |_| put.map(str::to_owned).to_vec(),
        |sandbox, printed| {
            let files = sandbox.run(&["files", "ls", "--json"]).json_lines();
            assert_eq!(files.len(), 1, "{files:?}");
            assert_eq!(files[0]["id"], printed.trim());
            assert!(sandbox.run(&["files", "get", printed.trim()]).ok() == content);
            assert!(!sandbox.path("input.txt.upload").exists());
            assert!(succeeded(sandbox, "UploadFile_Complete") <= 1);
            let parts = succeeded(sandbox, "UploadFile_Part");
            assert!((PARTS..=PARTS + CONCURRENCY).contains(&parts), "{parts}");
            // A kill between the response and the state leaves an upload without parts, which expires.
            assert!(succeeded(sandbox, "UploadFile_Start") <= 2);
        },
    );
}

#[test]
fn killed_batches_are_submitted_once_and_have_all_results() {
    let line = |number: usize| {
        let messages = serde_json::json!([{"role": "user", "content": format!("question {number}")}]);
        let body = serde_json::json!({"model": "gpt-4o", "messages": messages});
        let line = serde_json::json!({"custom_id": format!("r{number}"), "method": "POST", "url": "/chat/completions", "body": body});
        format!("{line}\n")
    };
    let run = ["batch", "run", "q.jsonl", "--split", "4", "-o", "r.jsonl", "--force"];
    let resume = ["batch", "resume", "q.jsonl.batch", "-o", "r.jsonl", "--force"];
    killed(
        |sandbox| drop(sandbox.write("q.jsonl", (0..10).map(line).collect::<String>())),
        &run,
        |sandbox| match sandbox.path("q.jsonl.batch/manifest.json").exists() {
            true => resume.map(str::to_owned).to_vec(),
            false => run.map(str::to_owned).to_vec(),
        },
        |sandbox, _| {
            let results = sandbox.read("r.jsonl");
            let mut results: Vec<_> = results
                .lines()
                .map(|line| {
                    let line: Value = serde_json::from_str(line).unwrap();
                    let text = line["response"]["choices"][0]["message"]["content"]
                        .as_str()
                        .unwrap()
                        .to_owned();
                    (line["custom_id"].as_str().unwrap().to_owned(), text)
                })
                .collect();
            results.sort();
            let expected = (0..10).map(|number| (format!("r{number}"), format!("question {number}")));
            assert_eq!(results.len(), 10);
            assert!(
                results
                    .iter()
                    .zip(expected)
                    .all(|(found, expected)| found.0 == expected.0 && found.1.contains(&expected.1)),
                "{results:?}"
            );
            assert_eq!(sandbox.run(&["batch", "ls"]).ok().lines().count(), 3);
            assert_eq!(succeeded(sandbox, "Batch_Create"), 3);
            let files = sandbox
                .run(&["files", "ls", "--purpose", "batch", "--json"])
                .json_lines();
            assert_eq!(files.len(), 3, "{files:?}");
        },
    );
}
