//! What people see: a pseudo-terminal instead of pipes.

use azure_openai_emulator::{Emulator, Fault};
use rexpect::session::{PtySession, spawn_command};

use crate::support::{Sandbox, embed, put};

/// The command on a terminal of its own; what does not come within this time fails the test.
fn on_terminal(sandbox: &Sandbox, arguments: &[&str]) -> PtySession {
    let mut command = sandbox.command(arguments);
    command
        .env("TERM", "xterm-256color")
        .stdin(std::process::Stdio::inherit())
        .stdout(std::process::Stdio::inherit())
        .stderr(std::process::Stdio::inherit());
    spawn_command(command, Some(30_000)).unwrap()
}

#[track_caller]
fn ends(mut session: PtySession, code: i32) -> String {
    let rest = session.exp_eof().unwrap();
    let status = format!("{:?}", session.process().wait().unwrap());
    assert!(
        status.starts_with("Exited(") && status.ends_with(&format!(", {code})")),
        "{status}\n{rest}"
    );
    rest
}

#[test]
fn conversation_goes_on_after_ctrl_c() {
    let slow: Fault = "operation=ChatCompletions_Create; pace=2s; skip=1; first=1"
        .parse()
        .unwrap();
    let sandbox = Sandbox::with(Emulator::builder().fault(slow));
    let mut session = on_terminal(&sandbox, &["chat"]);
    session.exp_string("/help, /exit").unwrap();
    session.exp_string("> ").unwrap();
    session.send_line("Say one").unwrap();
    session.exp_string("replying to your prompt: Say one").unwrap();
    session.exp_string("> ").unwrap();
    session.send_line("Say two").unwrap();
    session.exp_string("Emulated").unwrap();
    session.send_control('c').unwrap();
    session.exp_string("stopped; the question is forgotten").unwrap();
    session.exp_string("> ").unwrap();
    session.send_line("Say three").unwrap();
    session.exp_string("replying to your prompt: Say three").unwrap();
    session.exp_string("> ").unwrap();
    session.send_line("/nonsense").unwrap();
    session.exp_string("no command /nonsense").unwrap();
    session.send_line("/exit").unwrap();
    ends(session, 0);
}

#[test]
fn ctrl_c_at_the_prompt_leaves_the_conversation() {
    let sandbox = Sandbox::embedded();
    let mut session = on_terminal(&sandbox, &["chat"]);
    session.exp_string("> ").unwrap();
    session.send_control('c').unwrap();
    ends(session, 130);
}

#[test]
fn lists_are_tables_with_colors() {
    let sandbox = Sandbox::embedded();
    let text = ends(on_terminal(&sandbox, &["deployments"]), 0);
    assert!(
        text.contains("\u{1b}[1mDEPLOYMENT ") && text.contains("\u{1b}[32msucceeded\u{1b}[0m"),
        "{text}"
    );
    assert!(!text.contains('\t'), "{text}");
    let text = ends(on_terminal(&sandbox, &["deployments", "--color", "never"]), 0);
    assert!(!text.contains('\u{1b}'), "{text}");
}

#[test]
fn embeddings_have_a_bar_with_rate_and_time_left() {
    let slow: Fault = "operation=Embeddings_Create; latency=400ms".parse().unwrap();
    let sandbox = Sandbox::with(Emulator::builder().fault(slow));
    sandbox.write("texts.txt", (0..8).map(|n| format!("text {n}\n")).collect::<String>());
    let options = embed("2");
    let text = ends(on_terminal(&sandbox, &options), 0);
    assert!(
        text.contains(" of 8 texts, ") && text.contains("/s, ") && text.contains(" left"),
        "{text:?}"
    );
    let text = ends(
        on_terminal(&sandbox, &[&options[..], &["--force", "--quiet"]].concat()),
        0,
    );
    assert!(!text.contains("texts"), "{text:?}");
}

#[test]
fn uploads_batches_and_fine_tuning_have_bars_too() {
    let slow: Fault = "operation=UploadFile_Part; latency=300ms".parse().unwrap();
    let sandbox = Sandbox::with(Emulator::builder().clock_speed(5.0).fault(slow));
    sandbox.write("input.txt", "a".repeat(64 * 1024));
    let put = put("8192");
    let text = ends(on_terminal(&sandbox, &put), 0);
    assert!(
        text.contains("uploading `input.txt`") && text.contains(" of 64.00 KiB, ") && text.contains("/s, "),
        "{text:?}"
    );
    assert!(
        text.contains(" left") && text.contains("the service checks the file, "),
        "{text:?}"
    );

    let line = |number: usize| {
        format!(
            "{{\"custom_id\":\"q{number}\",\"url\":\"/chat/completions\",\"body\":{{\"model\":\"gpt-4o\",\
             \"messages\":[{{\"role\":\"user\",\"content\":\"Hi\"}}]}}}}\n"
        )
    };
    sandbox.write("q.jsonl", (0..20).map(line).collect::<String>());
    let text = ends(on_terminal(&sandbox, &["batch", "run", "q.jsonl", "-o", "r.jsonl"]), 0);
    assert!(
        text.contains(" of 20 requests, ") && text.contains("/s, ") && text.contains(" left"),
        "{text:?}"
    );
    assert!(
        text.contains("in_progress") && text.contains("\r\u{1b}[2Kr.jsonl\r\n"),
        "{text:?}"
    );

    let example = |n: usize| {
        format!(
            "{{\"messages\":[{{\"role\":\"user\",\"content\":\"{n}?\"}},{{\"role\":\"assistant\",\"content\":\"{n}\"}}]}}\n"
        )
    };
    sandbox.write("sums.jsonl", (0..12).map(example).collect::<String>());
    let tune = ["tune", "create", "gpt-4o-2024-08-06", "sums.jsonl", "--follow"];
    let text = ends(on_terminal(&sandbox, &tune), 0);
    assert!(
        text.contains("running") && text.contains(" steps, ") && text.contains("/s, "),
        "{text:?}"
    );
    assert!(text.contains("Job succeeded."), "{text:?}");
    let job = sandbox.run(&["tune", "ls", "--json"]).json_lines()[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let text = ends(on_terminal(&sandbox, &["tune", "plot", &job]), 0);
    assert!(
        text.contains("Loss") && text.contains('\u{1b}'),
        "the curves have colors: {text:?}"
    );
}
