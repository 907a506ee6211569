//! Batches of a whole file: to their results in one command, stopped and resumed, failed requests again.

use azure_openai_emulator::Emulator;
use serde_json::Value;

use crate::support::{Sandbox, finish, interrupt, until};

fn line(id: &str, content: &str) -> String {
    format!(
        "{{\"custom_id\":\"{id}\",\"method\":\"POST\",\"url\":\"/chat/completions\",\"body\":{{\"model\":\"gpt-4o\",\
         \"messages\":[{{\"role\":\"user\",\"content\":\"{content}\"}}]}}}}\n"
    )
}

fn created(sandbox: &Sandbox) -> u64 {
    sandbox
        .emulator()
        .request_counts()
        .get("Batch_Create")
        .copied()
        .unwrap_or_default()
}

fn ids(text: &str) -> Vec<String> {
    let id = |line: &str| {
        serde_json::from_str::<Value>(line).unwrap()["custom_id"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let mut ids: Vec<_> = text.lines().map(id).collect();
    ids.sort();
    ids
}

#[test]
fn file_is_split_run_and_its_failures_run_again() {
    let sandbox = Sandbox::with(Emulator::builder().clock_speed(10.0));
    let lines = line("a", "One") + &line("b", "EMULATOR_BLOCK_PROMPT") + &line("c", "Three");
    sandbox.write("q.jsonl", lines);
    let error = sandbox
        .run(&["batch", "run", "q.jsonl", "--split", "2", "-o", "r.jsonl"])
        .fails(10);
    assert!(error.contains("1 of 3 requests failed"), "{error}");
    assert!(
        error.contains("`aoai batch rerun q.jsonl.batch` runs these again"),
        "{error}"
    );
    assert_eq!(ids(&sandbox.read("r.jsonl")), ["a", "b", "c"]);
    assert_eq!(created(&sandbox), 2);

    let error = sandbox.run(&["batch", "run", "q.jsonl"]).fails(3);
    assert!(
        error.contains("has a run already") && error.contains("batch resume q.jsonl.batch"),
        "{error}"
    );
    let again = sandbox.run(&["batch", "resume", "q.jsonl.batch"]);
    assert_eq!(ids(&again.stdout), ["a", "b", "c"]);
    again.fails(10);
    assert_eq!(created(&sandbox), 2);
    let rerun = sandbox.run(&["batch", "rerun", "q.jsonl.batch"]);
    assert_eq!(ids(&rerun.stdout), ["b"]);
    rerun.fails(10);
    assert_eq!(created(&sandbox), 3);
    sandbox.run(&["batch", "rerun", "nowhere"]).fails(3);
}

#[test]
fn stopped_and_killed_runs_go_on_without_submitting_twice() {
    let sandbox = Sandbox::with(Emulator::builder().clock_speed(0.2));
    let lines: String = (0..4).map(|n| line(&format!("q{n}"), "Hi")).collect();
    sandbox.write("q.jsonl", lines);
    let child = sandbox.command(&["batch", "run", "q.jsonl"]).spawn().unwrap();
    sandbox.emulator().clock().advance(std::time::Duration::from_secs(5));
    until("the batch", || {
        sandbox
            .emulator()
            .clock()
            .advance(std::time::Duration::from_millis(200));
        created(&sandbox) == 1
    });
    until("the manifest", || {
        sandbox.read("q.jsonl.batch/manifest.json").contains("batch_")
    });
    interrupt(&child);
    let error = finish(child).fails(130);
    assert!(
        error.contains("`aoai batch resume q.jsonl.batch` comes back to it"),
        "{error}"
    );

    let mut child = sandbox.command(&["batch", "resume", "q.jsonl.batch"]).spawn().unwrap();
    let polls = || sandbox.emulator().request_counts().get("Batch_Get").copied();
    let before = polls();
    until("a poll", || polls() > before);
    child.kill().unwrap();
    child.wait().unwrap();
    sandbox.emulator().clock().set_speed(50.0);
    assert_eq!(
        sandbox.run(&["batch", "resume", "q.jsonl.batch", "-o", "r.jsonl"]).ok(),
        "r.jsonl\n"
    );
    assert_eq!(ids(&sandbox.read("r.jsonl")), ["q0", "q1", "q2", "q3"]);
    assert_eq!(created(&sandbox), 1);
}

#[test]
fn invalid_request_is_named_and_nothing_is_sent() {
    let sandbox = Sandbox::with(Emulator::builder());
    sandbox.write("twice.jsonl", line("a", "One") + &line("a", "Two"));
    sandbox.write("broken.jsonl", line("a", "One") + "nonsense\n");
    let many = (1..=70_000).map(|n| line(&format!("q{n}"), "?"));
    sandbox.write(
        "long.jsonl",
        many.chain(["{\"custom_id\": oops}\n".to_owned()]).collect::<String>(),
    );
    sandbox.write("binary.jsonl", [0x7f, b'E', b'L', b'F', 0, 1, 0xff, b'\n']);
    sandbox.write("empty.jsonl", "");
    for (file, expected) in [
        ("twice.jsonl", "line 2"),
        ("broken.jsonl", "line 2"),
        ("missing.jsonl", "missing.jsonl"),
        ("long.jsonl", "line 70001 of `long.jsonl`"),
        ("binary.jsonl", "`binary.jsonl`"),
        ("empty.jsonl", "`empty.jsonl` has no requests"),
    ] {
        let error = sandbox.run(&["batch", "run", file]).fails(3);
        assert!(error.contains(expected), "{error}");
        let place_in_line = error.contains("not a request of a batch");
        assert!(
            !place_in_line || (!error.contains(" at line ") && error.contains("next: write each line as {")),
            "{error}"
        );
        let left = std::fs::read_dir(sandbox.path(&format!("{file}.batch")));
        assert_eq!(left.map_or(0, Iterator::count), 0, "{file}");
    }
    assert!(sandbox.emulator().requests().is_empty());
}
