//! Running `aoai`.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use azure_openai_emulator::{Builder, Emulator};
use serde_json::Value;
use tempfile::TempDir;

/// A directory to run in, whose home is empty; and maybe an emulator that outlives each command.
pub(crate) struct Sandbox {
    pub(crate) directory: TempDir,
    emulator: Option<(Emulator, tokio::runtime::Runtime)>,
}

/// What a command did.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Sandbox {
    /// Commands run with `--emulator`.
    pub(crate) fn embedded() -> Self {
        Self {
            directory: TempDir::new().unwrap(),
            emulator: None,
        }
    }

    /// Commands find this emulator through the environment.
    pub(crate) fn with(builder: Builder) -> Self {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let emulator = runtime.block_on(builder.start()).unwrap();
        Self {
            directory: TempDir::new().unwrap(),
            emulator: Some((emulator, runtime)),
        }
    }

    pub(crate) fn emulator(&self) -> &Emulator {
        &self.emulator.as_ref().unwrap().0
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// The command, with nothing of this process's environment that it could read.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.bare(arguments);
        match &self.emulator {
            None => drop(command.arg("--emulator")),
            Some((emulator, _)) => {
                command
                    .env("AZURE_OPENAI_ENDPOINT", emulator.endpoint())
                    .env("AZURE_OPENAI_API_KEY", emulator.api_key())
                    .env("AZURE_OPENAI_CHAT_DEPLOYMENT", "gpt-4o")
                    .env("AZURE_OPENAI_EMBEDDING_DEPLOYMENT", "text-embedding-3-small")
                    .args(["--poll-interval", "0.1"]);
            }
        }
        command
    }

    /// The command without anywhere to connect to.
    pub(crate) fn bare(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_aoai"));
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.directory.path())
            .current_dir(self.directory.path())
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        finish(self.command(arguments).spawn().unwrap())
    }

    pub(crate) fn run_with_input(&self, arguments: &[&str], input: &str) -> Ran {
        let mut child = self.command(arguments).stdin(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        finish(child)
    }
}

/// Uploads `input.txt` in parts of this many bytes.
pub(crate) fn put(part_size: &str) -> [&str; 7] {
    [
        "files",
        "put",
        "input.txt",
        "--purpose",
        "assistants",
        "--part-size",
        part_size,
    ]
}

/// Embeds `texts.txt` into `v.npy`, in one request after the other of so many texts.
pub(crate) fn embed(batch_size: &str) -> [&str; 9] {
    [
        "embed",
        "--file",
        "texts.txt",
        "-o",
        "v.npy",
        "--batch-size",
        batch_size,
        "--concurrency",
        "1",
    ]
}

/// Presses Ctrl-C, as far as a process without a terminal is concerned.
pub(crate) fn interrupt(child: &Child) {
    let status = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(status.unwrap().success());
}

/// Waits until something is so; a test that waits for longer than this hangs.
#[track_caller]
pub(crate) fn until(what: &str, mut so: impl FnMut() -> bool) {
    for _ in 0..600 {
        if so() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("{what}: not within 30 s");
}

pub(crate) fn finish(child: Child) -> Ran {
    let output = child.wait_with_output().unwrap();
    Ran {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

impl Ran {
    /// Expects success, and gives what was printed.
    #[track_caller]
    pub(crate) fn ok(self) -> String {
        assert_eq!(self.code, Some(0), "{self:#?}");
        self.stdout
    }

    /// Expects success, and gives the lines of JSON that were printed.
    #[track_caller]
    pub(crate) fn json_lines(self) -> Vec<Value> {
        let text = self.ok();
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// Expects a failure with this exit code, and gives standard error.
    #[track_caller]
    pub(crate) fn fails(self, code: i32) -> String {
        assert_eq!(self.code, Some(code), "{self:#?}");
        self.stderr
    }
}
