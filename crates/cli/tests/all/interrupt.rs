//! Ctrl-C: what is cancelled, what goes on, and what is said about it.

use std::io::{BufRead, BufReader};

use azure_openai_emulator::{Emulator, Fault};
use serde_json::Value;

use crate::support::{Sandbox, finish, interrupt, until};

fn processed(sandbox: &Sandbox, operation: &str) -> bool {
    sandbox
        .emulator()
        .requests()
        .iter()
        .any(|request| request.operation == Some(operation) && request.processed)
}

#[test]
fn upload_in_parts_is_cancelled_on_the_service() {
    let slow: Fault = "operation=UploadFile_Part; latency=20s; skip=1".parse().unwrap();
    let sandbox = Sandbox::with(Emulator::builder().fault(slow));
    let file = std::fs::File::create(sandbox.path("large.jsonl")).unwrap();
    file.set_len(80 * 1024 * 1024).unwrap();
    let child = sandbox
        .command(&["files", "put", "large.jsonl", "--purpose", "assistants", "--no-resume"])
        .spawn()
        .unwrap();
    until("the first part", || processed(&sandbox, "UploadFile_Part"));
    interrupt(&child);
    let error = finish(child).fails(130);
    assert!(error.contains("interrupted"), "{error}");
    assert!(processed(&sandbox, "UploadFile_Cancel"));
}

#[test]
fn stopped_upload_goes_on_with_the_same_command() {
    let slow: Fault = "operation=UploadFile_Part; latency=20s; skip=2; first=4"
        .parse()
        .unwrap();
    let sandbox = Sandbox::with(Emulator::builder().fault(slow));
    sandbox.write("input.jsonl", vec![b'x'; 5 * 1000]);
    let put = [
        "files",
        "put",
        "input.jsonl",
        "--purpose",
        "assistants",
        "--part-size",
        "1000",
    ];
    let child = sandbox.command(&put).spawn().unwrap();
    until("the state", || {
        let state = std::fs::read_to_string(sandbox.path("input.jsonl.upload"));
        state.is_ok_and(|state| state.matches("md5").count() >= 2)
    });
    interrupt(&child);
    let error = finish(child).fails(130);
    assert!(
        error.contains("the same command goes on") && error.contains("--cancel"),
        "{error}"
    );
    assert!(!processed(&sandbox, "UploadFile_Cancel"));
    sandbox.emulator().faults().clear();
    let file = sandbox.run(&put).ok();
    let parts = sandbox.emulator().requests().into_iter().filter(|request| {
        request.operation == Some("UploadFile_Part") && request.status.is_some_and(|status| status.is_success())
    });
    assert_eq!(parts.count(), 5, "none was sent twice");
    assert!(!sandbox.path("input.jsonl.upload").exists());
    assert_eq!(sandbox.run(&["files", "get", file.trim()]).ok().len(), 5000);
    let error = sandbox.run(&[&put[..5], &["--cancel"]].concat()).fails(3);
    assert!(error.contains("no upload to cancel"), "{error}");
}

#[test]
fn jobs_go_on_and_the_command_to_return_is_printed() {
    let sandbox = Sandbox::with(Emulator::builder().clock_speed(0.05));
    sandbox.write(
        "questions.jsonl",
        "{\"custom_id\":\"a\",\"method\":\"POST\",\"url\":\"/chat/completions\",\"body\":{\"model\":\"gpt-4o\",\
         \"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}}\n",
    );
    let file = sandbox
        .run(&["files", "put", "questions.jsonl", "--purpose", "batch", "--no-wait"])
        .ok();
    sandbox.emulator().clock().advance(std::time::Duration::from_secs(5));
    let batch = sandbox.run(&["batch", "submit", file.trim()]).ok();
    let batch = batch.trim();
    let child = sandbox.command(&["batch", "wait", batch]).spawn().unwrap();
    let polls = || sandbox.emulator().request_counts().get("Batch_Get").copied();
    until("a poll", || polls().is_some());
    interrupt(&child);
    let error = finish(child).fails(130);
    assert!(
        error.contains(&format!("`aoai batch wait {batch}` waits again")),
        "{error}"
    );
    assert!(!processed(&sandbox, "Batch_Cancel"));

    let child = sandbox.command(&["batch", "wait", batch, "--json"]).spawn().unwrap();
    let before = polls();
    until("another poll", || polls() > before);
    interrupt(&child);
    let error: Value = serde_json::from_str(&finish(child).fails(130)).unwrap();
    assert_eq!(error["error"]["kind"], "interrupted");
    assert!(
        error["error"]["advice"].as_str().unwrap().contains("batch cancel"),
        "{error}"
    );
}

#[test]
fn served_emulator_is_used_by_other_commands_and_ends_by_ctrl_c() {
    let sandbox = Sandbox::embedded();
    let options = ["serve", "--port", "0", "--json", "--deployment", "mine=gpt-4o"];
    let mut child = sandbox.bare(&options).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    let served: Value = serde_json::from_str(&line).unwrap();
    let mut command = sandbox.bare(&["chat", "-d", "mine", "Hello there"]);
    command
        .env("AZURE_OPENAI_ENDPOINT", served["endpoint"].as_str().unwrap())
        .env("AZURE_OPENAI_API_KEY", served["api_key"].as_str().unwrap());
    assert!(finish(command.spawn().unwrap()).ok().contains("Hello there"));
    interrupt(&child);
    assert_eq!(finish(child).code, Some(0));

    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port().to_string();
    let error = finish(sandbox.bare(&["serve", "--port", &port]).spawn().unwrap()).fails(3);
    assert!(error.contains("pass another --port"), "{error}");
}
