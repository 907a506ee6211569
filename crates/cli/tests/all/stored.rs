//! Stored chat completions.

use azure_openai_emulator::Emulator;

use crate::support::Sandbox;

#[test]
fn stored_completion_is_listed_shown_and_deleted() {
    let sandbox = Sandbox::with(Emulator::builder());
    let list = sandbox.run(&["stored", "ls"]);
    assert!(list.stderr.contains("no stored completions"), "{list:?}");
    let version = ["--api-version", "2025-04-01-preview"];
    sandbox
        .run(&[&["chat", "--set", "store=true", "Remember this"][..], &version].concat())
        .ok();
    let listed = sandbox.run(&["stored", "ls", "--json"]).json_lines();
    let id = listed[0]["id"].as_str().unwrap();
    assert!(sandbox.run(&["stored", "ls"]).ok().starts_with(&format!("{id}\t")));
    let shown = sandbox.run(&["stored", "show", id]).ok();
    assert!(
        shown.contains("user\nRemember this") && shown.contains("assistant\n"),
        "{shown}"
    );
    assert_eq!(sandbox.run(&["stored", "messages", id]).json_lines()[0]["role"], "user");
    assert_eq!(sandbox.run(&["stored", "rm", id]).ok(), format!("deleted {id}\n"));
    sandbox.run(&["stored", "show", id]).fails(5);
}
