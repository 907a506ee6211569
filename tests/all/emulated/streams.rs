//! A thousand concurrent streams.
//!
//! The server runs in a child process, this program started again, so that each process has one end of each connection:
//! both ends would exceed the open file limit of most systems.

use std::collections::BTreeMap;
use std::process::Stdio;
use std::sync::Arc;
use std::time::Instant;

use azure_openai::inference::ChatCompletionFinishReason;
use azure_openai::user;
use azure_openai_emulator::{Emulator, Reply};
use tests::clients::{KEY, client};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::sync::Barrier;

/// Environment variable that makes this program the server.
const VARIABLE: &str = "AZURE_OPENAI_TEST_STREAM_SERVER";
const SERVER: &str = "emulated::streams::the_server";
/// Open files of a process beside these connections, while other tests run.
const OTHER_FILES: usize = 200;

fn chunk(of: &str, number: usize) -> String {
    format!("{of}-{number} ")
}

/// The emulator in a child process.
struct Server {
    // Killed when dropped.
    process: Child,
    output: BufReader<ChildStdout>,
    end: ChildStdin,
    endpoint: String,
}

impl Server {
    async fn start() -> Self {
        let mut process = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", SERVER, "--nocapture"])
            .env(VARIABLE, "1")
            // Its log is not under test here.
            .env_remove(tests::trace::VARIABLE)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let mut server = Self {
            output: BufReader::new(process.stdout.take().unwrap()),
            end: process.stdin.take().unwrap(),
            process,
            endpoint: String::new(),
        };
        server.endpoint = server.line("endpoint ").await;
        server
    }

    /// Returns the rest of the next line with this prefix; the test harness prints lines too.
    async fn line(&mut self, start: &str) -> String {
        let mut line = String::new();
        loop {
            line.clear();
            assert_ne!(self.output.read_line(&mut line).await.unwrap(), 0, "{start}");
            if let Some((_, rest)) = line.split_once(start) {
                return rest.trim_end().to_owned();
            }
        }
    }

    /// Stops the server and returns its peak memory.
    async fn memory(mut self) -> String {
        self.end.write_all(b"\n").await.unwrap();
        let memory = self.line("memory ").await;
        // Not killed: the emulator still has its temporary directory to remove.
        self.process.wait().await.unwrap();
        memory
    }
}

/// Does nothing unless [`Server`] starts it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_server() {
    if std::env::var_os(VARIABLE).is_none() {
        return;
    }
    // The prompt ends with the number of chunks.
    let emulator = Emulator::builder().with_api_key(KEY).reply_when(|call| {
        let (_, chunks) = call.prompt().split_once('/')?;
        let chunks = 0..chunks.parse().ok()?;
        Some(Reply::chunks(chunks.map(|number| chunk(call.prompt(), number))))
    });
    let emulator = emulator.start().await.unwrap();
    println!("\nendpoint {}", emulator.endpoint());
    // Until a line arrives, or the end of input.
    let line = || std::io::stdin().read_line(&mut String::new());
    tokio::task::spawn_blocking(line).await.unwrap().unwrap();
    assert_eq!(emulator.violations(), [""; 0]);
    println!("\nmemory {}", memory());
}

/// The process's peak memory, on systems that report it.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.map_or("unknown", str::trim).to_owned()
}

/// How many of these connections the process may open, on systems that report it.
fn allowed(streams: usize) -> usize {
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap_or_default();
    let files = limits
        .lines()
        .find_map(|line| line.strip_prefix("Max open files"))
        .and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok());
    let allowed = files.map_or(streams, |files| files.saturating_sub(OTHER_FILES));
    if allowed < streams {
        println!("{allowed} streams instead of {streams}: no more files may be open (ulimit -n)");
    }
    allowed.min(streams)
}

/// Opens that many streams at once: each is read further once all have begun.
async fn stream(streams: usize, chunks: usize) {
    let streams = allowed(streams);
    let server = Server::start().await;
    let client = client(&server.endpoint);
    let all_begun = Arc::new(Barrier::new(streams));
    let started = Instant::now();
    let tasks: Vec<_> = (0..streams)
        .map(|number| {
            let (client, all_begun) = (client.clone(), Arc::clone(&all_begun));
            tokio::spawn(async move {
                let prompt = format!("{number}/{chunks}");
                let chat = client.deployment("gpt-4o");
                let mut stream = chat.chat([user(prompt.as_str())]).stream().await?;
                let (mut come, mut begun) = (0, false);
                while let Some(event) = stream.next().await {
                    if let Some(text) = event?.text() {
                        assert_eq!(text, chunk(&prompt, come));
                        come += 1;
                    }
                    if !begun {
                        begun = true;
                        all_begun.wait().await;
                    }
                }
                assert_eq!(come, chunks);
                let response = stream.partial();
                assert_eq!(response.finish_reason(), Some(&ChatCompletionFinishReason::Stop));
                Ok::<_, azure_openai::Error>(response.id)
            })
        })
        .collect();
    let mut ids = BTreeMap::new();
    for (number, task) in tasks.into_iter().enumerate() {
        let other = ids.insert(task.await.unwrap().unwrap(), number);
        assert_eq!(other, None, "an id was given twice");
    }
    println!(
        "{streams} streams of {chunks} chunks in {:.1} s; peak of memory: {} here, {} in the emulator",
        started.elapsed().as_secs_f64(),
        memory(),
        server.memory().await
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn streams_at_once() {
    stream(100, 100).await;
}

/// Takes a minute and a half in a debug build on two busy cores. Run it with
///
/// `cargo test -p tests --test all a_thousand_streams -- --ignored --nocapture`
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes more than a minute in a debug build"]
async fn a_thousand_streams_of_two_hundred_chunks() {
    stream(1000, 200).await;
}
