//! Chats and completions.

use azure_openai_emulator::{Emulator, Fault, Reply};
use serde_json::Value;

use crate::support::Sandbox;

#[test]
fn prompt_and_piped_text_are_one_question() {
    let sandbox = Sandbox::with(Emulator::builder().reply_when(|call| {
        (call.prompt().contains("Summarize") && call.prompt().contains("Once upon")).then(|| Reply::text("A tale."))
    }));
    let ran = sandbox.run_with_input(&["chat", "Summarize", "this:"], "Once upon a time.\n");
    assert_eq!(ran.ok(), "A tale.\n");
}

#[test]
fn json_is_the_response_of_the_service() {
    let lines = Sandbox::embedded().run(&["chat", "--json", "Hello there"]).json_lines();
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0]["object"], "chat.completion");
    let text = lines[0]["choices"][0]["message"]["content"].as_str().unwrap();
    assert!(text.contains("Hello there"), "{text}");
}

#[test]
fn options_reach_the_service() {
    let sandbox = Sandbox::with(Emulator::builder().reply_when(|call| {
        let body = call.body();
        let expected =
            body["max_tokens"] == 3 && body["temperature"] == 0.5 && body["seed"] == 7 && body["stop"][0] == "z";
        expected.then(|| Reply::text("as asked"))
    }));
    let options = [
        "--max-tokens",
        "3",
        "--temperature",
        "0.5",
        "--stop",
        "z",
        "--set",
        "seed=7",
    ];
    assert_eq!(
        sandbox.run(&[&["chat", "Hi"], &options[..]].concat()).ok(),
        "as asked\n"
    );
}

#[test]
fn history_is_kept_and_sent_with_the_next_question() {
    let sandbox = Sandbox::with(
        Emulator::builder().reply_when(|call| call.prompt().contains("second").then(|| Reply::text("two"))),
    );
    sandbox
        .run(&["chat", "-s", "Be brief.", "--history", "talk.jsonl", "first"])
        .ok();
    sandbox.run(&["chat", "--history", "talk.jsonl", "second"]).ok();
    let history = sandbox.read("talk.jsonl");
    let roles: Vec<Value> = history
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["role"].clone())
        .collect();
    assert_eq!(roles, ["system", "user", "assistant", "user", "assistant"]);
    assert!(
        history.ends_with("{\"role\":\"assistant\",\"content\":\"two\"}\n"),
        "{history}"
    );

    sandbox.write("broken.jsonl", "{\"role\":\"user\",\"content\":\"a\"}\nnonsense\n");
    let error = sandbox.run(&["chat", "--history", "broken.jsonl", "x"]).fails(3);
    assert!(error.contains("`broken.jsonl`, line 2: not a chat message"), "{error}");
}

#[test]
fn blocked_prompt_has_its_own_exit_code() {
    let error = Sandbox::embedded().run(&["chat", "EMULATOR_BLOCK_PROMPT"]).fails(9);
    assert!(error.starts_with("error: "), "{error}");
    let error = Sandbox::embedded()
        .run(&["chat", "--json", "EMULATOR_BLOCK_PROMPT"])
        .fails(9);
    let error: Value = serde_json::from_str(&error).unwrap();
    assert_eq!(error["error"]["kind"], "blocked");
    assert_eq!(error["error"]["status"], 400);
}

#[test]
fn unknown_deployment_says_how_to_list_them() {
    let error = Sandbox::embedded().run(&["chat", "-d", "nope", "Hi"]).fails(5);
    assert!(error.contains("next: run `aoai deployments`"), "{error}");
}

#[test]
fn failures_have_the_exit_code_of_their_kind() {
    for (fault, code) in [
        ("status=401", 4),
        ("status=403", 4),
        ("status=429; retry-after=100000", 6),
        ("status=400", 3),
    ] {
        let fault: Fault = fault.parse().unwrap();
        let sandbox = Sandbox::with(Emulator::builder().fault(fault));
        sandbox.run(&["chat", "Hi"]).fails(code);
    }
    let sandbox = Sandbox::embedded();
    let mut command = sandbox.bare(&["chat", "Hi", "-d", "x", "--endpoint", "http://127.0.0.1:9"]);
    command.env("AZURE_OPENAI_API_KEY", "k");
    let error = crate::support::finish(command.spawn().unwrap()).fails(7);
    assert!(error.contains("next: check the endpoint"), "{error}");
}

#[test]
fn nothing_to_ask_is_a_usage_error() {
    let error = Sandbox::embedded().run(&["chat"]).fails(2);
    assert!(error.contains("nothing to ask"), "{error}");
}

#[test]
fn images_are_recognized_by_their_content() {
    let sandbox = Sandbox::with(Emulator::builder().reply_when(|call| {
        let parts = &call.body()["messages"][0]["content"];
        let url = parts[1]["image_url"]["url"].as_str()?;
        url.starts_with("data:image/png;base64,")
            .then(|| Reply::text("a photo"))
    }));
    sandbox.write("photo.dat", [0x89, b'P', b'N', b'G', 0, 0]);
    sandbox.write("notes.txt", "hello");
    assert_eq!(
        sandbox.run(&["chat", "--image", "photo.dat", "What?"]).ok(),
        "a photo\n"
    );
    let error = sandbox.run(&["chat", "--image", "notes.txt", "?"]).fails(3);
    assert!(
        error.contains("`notes.txt` is not a PNG, JPEG, GIF or WebP image"),
        "{error}"
    );
    let error = sandbox.run(&["chat", "--image", "missing.png", "?"]).fails(3);
    assert!(error.contains("cannot read `missing.png`: no such file"), "{error}");
}

#[test]
fn completion_goes_on_from_the_text() {
    let text = Sandbox::embedded().run(&["complete", "Once upon a time"]).ok();
    assert!(text.len() > 1, "{text:?}");
    for options in [["--max-tokens", "2"].as_slice(), &["--max-tokens", "2", "--no-stream"]] {
        let cut = Sandbox::embedded().run(&[&["complete", "Once upon a time"], options].concat());
        assert!(cut.stderr.contains("raise --max-tokens"), "{cut:?}");
        cut.ok();
    }
    let lines = Sandbox::embedded().run(&["complete", "--json", "Once"]).json_lines();
    assert_eq!(lines[0]["object"], "text_completion");
}
