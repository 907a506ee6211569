//! What people see: a pseudo-terminal instead of pipes.

use azure_openai_emulator::{Emulator, Fault};
use rexpect::session::{PtySession, spawn_command};

use crate::support::Place;

/// The command on a terminal of its own; what does not come within this time fails the test.
fn on_terminal(place: &Place, arguments: &[&str]) -> PtySession {
    let mut command = place.command(arguments);
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
    let place = Place::with(Emulator::builder().fault(slow));
    let mut session = on_terminal(&place, &["chat"]);
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
    let place = Place::embedded();
    let mut session = on_terminal(&place, &["chat"]);
    session.exp_string("> ").unwrap();
    session.send_control('c').unwrap();
    ends(session, 130);
}

#[test]
fn lists_are_tables_with_colors() {
    let place = Place::embedded();
    let text = ends(on_terminal(&place, &["deployments"]), 0);
    assert!(
        text.contains("\u{1b}[1mDEPLOYMENT ") && text.contains("\u{1b}[32msucceeded\u{1b}[0m"),
        "{text}"
    );
    assert!(!text.contains('\t'), "{text}");
    let text = ends(on_terminal(&place, &["deployments", "--color", "never"]), 0);
    assert!(!text.contains('\u{1b}'), "{text}");
}

#[test]
fn embeddings_have_a_bar_with_rate_and_time_left() {
    let slow: Fault = "operation=Embeddings_Create; latency=400ms".parse().unwrap();
    let place = Place::with(Emulator::builder().fault(slow));
    place.write("texts.txt", (0..8).map(|n| format!("text {n}\n")).collect::<String>());
    let options = [
        "embed",
        "--file",
        "texts.txt",
        "-o",
        "v.npy",
        "--batch-size",
        "2",
        "--concurrency",
        "1",
    ];
    let text = ends(on_terminal(&place, &options), 0);
    assert!(
        text.contains(" of 8 texts, ") && text.contains("/s, ") && text.contains(" left"),
        "{text:?}"
    );
    let text = ends(
        on_terminal(&place, &[&options[..], &["--force", "--quiet"]].concat()),
        0,
    );
    assert!(!text.contains("texts"), "{text:?}");
}
