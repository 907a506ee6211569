//! Uploads and batches whose process is killed at random points, and started again: nothing is submitted twice, and the
//! result is that of an undisturbed run. `KILLS=20` for more kills than the few of every run.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use azure_openai::{Client, Credential};
use azure_openai_emulator::Emulator;
use tokio::process::Command;

const PART: usize = 16 * 1024;
const PARTS: usize = 24;
const CONCURRENCY: u64 = 3;

fn kills() -> u32 {
    std::env::var("KILLS")
        .ok()
        .and_then(|kills| kills.parse().ok())
        .unwrap_or(3)
}

struct Job<'a> {
    kind: &'a str,
    input: &'a Path,
    directory: &'a Path,
    emulator: &'a Emulator,
}

impl Job<'_> {
    /// Runs the job until it ends or this time has passed; returns whether it ended.
    async fn run(&self, limit: Duration) -> bool {
        let mut child = Command::new(env!("CARGO_BIN_EXE_job"))
            .args([self.kind, self.emulator.endpoint(), self.emulator.api_key()])
            .args([
                self.input,
                &self.directory.join("state"),
                &self.directory.join("output"),
            ])
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        match tokio::time::timeout(limit, child.wait()).await {
            Ok(status) => {
                let output = child.wait_with_output().await.unwrap();
                let text = String::from_utf8_lossy(&output.stderr);
                assert!(status.unwrap().success(), "{text}");
                true
            }
            Err(_) => {
                child.kill().await.unwrap();
                false
            }
        }
    }

    fn output(&self) -> String {
        std::fs::read_to_string(self.directory.join("output")).unwrap()
    }

    /// How many requests of an operation reached their response and succeeded.
    fn succeeded(&self, operation: &str) -> u64 {
        let requests = self.emulator.requests().into_iter();
        let of = requests.filter(|request| {
            request.operation == Some(operation) && request.status.is_some_and(|status| status.is_success())
        });
        of.count() as u64
    }
}

async fn emulator() -> (Emulator, Client) {
    let builder = Emulator::builder()
        .clock_speed(20.0)
        .fault("latency=200ms; operation=UploadFile_Part".parse().unwrap());
    let emulator = builder.start().await.unwrap();
    let client = Client::builder()
        .with_endpoint(emulator.endpoint())
        .with_credential(Credential::api_key(emulator.api_key()))
        .build()
        .unwrap();
    (emulator, client)
}

/// Runs a job undisturbed, and then once for each kill, each with a service of its own; `check` gets each, and the
/// output of the undisturbed one.
async fn killed(kind: &str, input: &Path, check: impl AsyncFn(&Job<'_>, &Client, &str)) {
    let limit = Duration::from_secs(60);
    let (first, client) = emulator().await;
    let directory = tempfile::tempdir().unwrap();
    let job = Job {
        kind,
        input,
        directory: directory.path(),
        emulator: &first,
    };
    let began = Instant::now();
    assert!(job.run(limit).await);
    let whole = began.elapsed();
    let expected = job.output();
    check(&job, &client, &expected).await;
    for kill in 0..kills() {
        let (emulator, client) = emulator().await;
        let directory = tempfile::tempdir().unwrap();
        let job = Job {
            kind,
            input,
            directory: directory.path(),
            emulator: &emulator,
        };
        let share = f64::from(fastrand::u32(0..1000)) / 1000.0;
        let ended = job.run(whole.mul_f64(share)).await;
        println!("{kind}, kill {kill} at {share} of {whole:?}: ended before: {ended}");
        if !ended {
            assert!(job.run(limit).await);
        }
        check(&job, &client, &expected).await;
        assert_eq!(emulator.violations(), Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_upload_goes_on_and_sends_only_the_rest() {
    let bytes: Vec<u8> = (0..PARTS * PART - 100).map(|at| (at * 31 % 251) as u8).collect();
    let input = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(input.path(), &bytes).unwrap();
    killed("upload", input.path(), async |job, client, _| {
        let files = client.files().list().all().await.unwrap();
        assert_eq!(files.len(), 1);
        assert_eq!(files[0].id, job.output());
        let content = client.files().content(&files[0].id).await.unwrap();
        assert!(content.bytes(bytes.len() + 1).await.unwrap() == bytes);
        // None where the kill lost its response.
        assert!(job.succeeded("UploadFile_Complete") <= 1);
        // A kill loses the parts in flight, or, before the state is written, an upload without parts.
        let parts = job.succeeded("UploadFile_Part");
        assert!((PARTS as u64..=PARTS as u64 + CONCURRENCY).contains(&parts), "{parts}");
        assert!(job.succeeded("UploadFile_Start") <= 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_batches_go_on_and_are_submitted_once() {
    let input = tempfile::NamedTempFile::new().unwrap();
    let line = |number: usize| {
        let messages = serde_json::json!([{"role": "user", "content": format!("question {number}")}]);
        let body = serde_json::json!({"model": "gpt-4o", "messages": messages});
        let line = serde_json::json!({"custom_id": format!("r{number}"), "method": "POST", "url": "/chat/completions", "body": body});
        format!("{line}\n")
    };
    std::fs::write(input.path(), (0..10).map(line).collect::<String>()).unwrap();
    killed("batch", input.path(), async |job, client, expected| {
        assert_eq!(job.output().lines().count(), 10);
        assert_eq!(job.output(), expected);
        assert_eq!(client.batches().list().all().await.unwrap().len(), 3);
        let files = client.files().list().all().await.unwrap();
        assert_eq!(
            files.iter().filter(|file| file.filename.starts_with("batch-")).count(),
            3
        );
    })
    .await;
}
