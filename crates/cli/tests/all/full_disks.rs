//! Disks and files that do not do what is expected of them: each is named, and nothing half written stays.

use std::process::Command;

use azure_openai_emulator::{Emulator, Fault};

use crate::support::{Ran, Sandbox, finish, put, until};

/// Runs the command where no file can grow beyond 8 KiB, as if the disk were full.
#[cfg(target_os = "linux")]
fn with_full_disk(sandbox: &Sandbox, arguments: &[&str]) -> Ran {
    let inner = sandbox.command(arguments);
    let mut command = Command::new("bash");
    command
        .args(["-c", "trap '' XFSZ; ulimit -f 8; exec \"$0\" \"$@\""])
        .arg(inner.get_program())
        .args(inner.get_args())
        .env_clear()
        .envs(inner.get_envs().filter_map(|(name, value)| Some((name, value?))))
        .current_dir(sandbox.directory.path())
        .stdin(std::process::Stdio::null())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped());
    finish(command.spawn().unwrap())
}

fn line(id: &str, content: &str) -> String {
    format!(
        "{{\"custom_id\":\"{id}\",\"method\":\"POST\",\"url\":\"/chat/completions\",\"body\":{{\"model\":\"gpt-4o\",\
         \"messages\":[{{\"role\":\"user\",\"content\":\"{content}\"}}]}}}}\n"
    )
}

fn names(sandbox: &Sandbox, directory: &str) -> Vec<String> {
    let entries = std::fs::read_dir(sandbox.path(directory)).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[cfg(target_os = "linux")]
#[test]
fn full_disk_is_named_and_leaves_nothing_half_written() {
    let sandbox = Sandbox::with(Emulator::builder().clock_speed(20.0));
    let questions: String = (0..100).map(|n| line(&format!("q{n}"), "What is it?")).collect();
    sandbox.write("q.jsonl", questions);
    let error = with_full_disk(&sandbox, &["batch", "run", "q.jsonl"]).fails(3);
    assert!(error.contains("cannot write to `q.jsonl.batch`"), "{error}");
    assert_eq!(names(&sandbox, "q.jsonl.batch"), Vec::<String>::new());
    assert!(sandbox.emulator().requests().is_empty());

    sandbox.write(
        "few.jsonl",
        (0..20).map(|n| line(&format!("q{n}"), "?")).collect::<String>(),
    );
    let error = with_full_disk(&sandbox, &["batch", "run", "few.jsonl", "-o", "r.jsonl"]).fails(3);
    assert!(error.contains("cannot write `r.jsonl`: file too large"), "{error}");
    assert!(error.contains("`aoai batch resume few.jsonl.batch`"), "{error}");
    assert!(
        !names(&sandbox, ".")
            .iter()
            .any(|name| name == "r.jsonl" || name.starts_with(".tmp"))
    );
    sandbox
        .run(&["batch", "resume", "few.jsonl.batch", "-o", "r.jsonl"])
        .ok();
    assert_eq!(sandbox.read("r.jsonl").lines().count(), 20);

    let file = sandbox.run(&["files", "put", "q.jsonl", "--purpose", "batch"]).ok();
    let error = with_full_disk(&sandbox, &["files", "get", file.trim(), "-o", "copy.jsonl"]).fails(3);
    assert!(error.contains("copy.jsonl"), "{error}");
    assert!(!sandbox.path("copy.jsonl").exists());

    let mut command = sandbox.command(&["files", "get", file.trim()]);
    command.stdout(std::fs::File::create("/dev/full").unwrap());
    let error = finish(command.spawn().unwrap()).fails(3);
    assert!(
        error.contains("cannot write the output: no space left on device"),
        "{error}"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn read_only_directory_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = Sandbox::with(Emulator::builder());
    std::fs::create_dir(sandbox.path("shut")).unwrap();
    sandbox.write("shut/q.jsonl", line("a", "One"));
    std::fs::set_permissions(sandbox.path("shut"), std::fs::Permissions::from_mode(0o555)).unwrap();
    // The administrator may write there all the same; nobody may write here.
    let shut = match std::fs::File::create(sandbox.path("shut/probe")) {
        Ok(_) => "/proc/self",
        Err(_) => "shut",
    };
    let cases: [&[&str]; 3] = [
        &["batch", "run", "shut/q.jsonl", "--state", &format!("{shut}/q.batch")],
        &[
            "batch",
            "run",
            "shut/q.jsonl",
            "--state",
            "state",
            "-o",
            &format!("{shut}/r.jsonl"),
        ],
        &["embed", "x", "-o", &format!("{shut}/v.npy")],
    ];
    for arguments in cases {
        let error = sandbox.run(arguments).fails(3);
        assert!(error.contains("cannot ") && error.contains(shut), "{error}");
    }
    let operations = sandbox.emulator().requests();
    assert!(operations.is_empty(), "nothing was sent: {operations:?}");
}

#[test]
fn file_that_changes_or_goes_while_it_is_uploaded_is_named() {
    let slow: Fault = "operation=UploadFile_Part; latency=20s; skip=2; first=4"
        .parse()
        .unwrap();
    let sandbox = Sandbox::with(Emulator::builder().fault(slow));
    sandbox.write("input.txt", "a".repeat(5000));
    let put = put("1000");
    let mut child = sandbox.command(&put).spawn().unwrap();
    until("the state", || {
        let state = std::fs::read_to_string(sandbox.path("input.txt.upload"));
        state.is_ok_and(|state| state.matches("md5").count() >= 2)
    });
    child.kill().unwrap();
    child.wait().unwrap();
    sandbox.emulator().faults().clear();
    std::fs::remove_file(sandbox.path("input.txt")).unwrap();
    let error = sandbox.run(&put).fails(3);
    assert!(error.contains("cannot read `input.txt`: no such file"), "{error}");
    sandbox.write("input.txt", "b".repeat(5000));
    let error = sandbox.run(&put).fails(3);
    assert!(
        error.contains("it was modified since") && error.contains("--cancel"),
        "{error}"
    );
    sandbox.write("input.txt", "b".repeat(4000));
    let error = sandbox.run(&put).fails(3);
    assert!(error.contains("it had 5000 bytes and has 4000"), "{error}");
    sandbox.run(&[&put[..5], &["--cancel"]].concat()).ok();
    assert!(!sandbox.path("input.txt.upload").exists());
    sandbox.run(&put).ok();
    assert_eq!(sandbox.run(&["files", "ls"]).ok().lines().count(), 1);
}

#[test]
fn state_of_another_version_resource_or_kind_is_refused_and_kept() {
    let sandbox = Sandbox::with(Emulator::builder());
    sandbox.write("input.txt", "a".repeat(5000));
    let put = put("1000");
    let state = r#"{"format": "upload", "version": 1, "resource": "https://other.example/", "state": {"upload_id": "u", "file_id": null, "expires_at": null, "source": {"purpose": "assistants", "file_name": "input.txt", "mime_type": "text/plain", "bytes": 5000, "modified": 1}, "part_size": 1000, "completing": false, "parts": []}}"#;
    for (state, expected) in [
        (state.to_owned(), "belongs to the resource https://other.example/"),
        (
            state.replace("\"version\": 1", "\"version\": 9"),
            "has version 9 of the format `upload`",
        ),
        (
            state.replace("\"upload\"", "\"batch set\""),
            "has the format `batch set`, not `upload`",
        ),
        ("\u{0}\u{1}".to_owned(), "is not a state file of the format `upload`"),
    ] {
        sandbox.write("input.txt.upload", &state);
        let error = sandbox.run(&put).fails(3);
        assert!(
            error.contains("`input.txt.upload`") && error.contains(expected),
            "{error}"
        );
        assert_eq!(sandbox.read("input.txt.upload"), state);
    }
    let manifest = r#"{"format": "batch set", "version": 2, "resource": "", "state": {}}"#;
    std::fs::create_dir(sandbox.path("run")).unwrap();
    sandbox.write("run/manifest.json", manifest);
    let error = sandbox.run(&["batch", "resume", "run"]).fails(3);
    assert!(error.contains("`run/manifest.json` has version 2"), "{error}");
    assert!(sandbox.emulator().requests().is_empty());
}
